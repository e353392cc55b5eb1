Feature: What a site does with a code
  A site sees nothing of the phone but six digits. It compares them with its own clock, takes each code
  once, and stops listening to somebody who guesses. A phone that is lost takes along what only it had.

  Background:
    Given it is 3 March 2026
    And Aiko uses an Android phone with the Microsoft account aiko@outlook.jp

  Rule: A site accepts codes only from as many steps around its own clock as its window has

    @id:core.sites.slow-clock @rule:site.window @situation:S68
    Scenario Outline: A clock <slow> slow against a window of <window>: <why>
      Given "Sakura Shop" accepts codes up to <window> old
      And Aiko adds "Sakura Shop" on the Android phone
      And the clock of Aiko's Android phone is <slow> slow
      And it is <moment>
      When Aiko signs in to "Sakura Shop" with the code on the Android phone
      Then <outcome>

      Examples:
        | why                                       | window  | slow       | moment                   | outcome                                 |
        | one step late is what the standard allows | 1 step  | 30 seconds | 12:00 on 3 March 2026    | it succeeds                             |
        | one second more, and it is two steps late | 1 step  | 31 seconds | 12:00 on 3 March 2026    | it is refused because the code is wrong |
        | at the end of a step it is still one      | 1 step  | 59 seconds | 12:00:29 on 3 March 2026 | it succeeds                             |
        | a strict site takes nothing older         | 0 steps | 30 seconds | 12:00:29 on 3 March 2026 | it is refused because the code is wrong |
        | but a code of the present step it takes   | 0 steps | 29 seconds | 12:00:29 on 3 March 2026 | it succeeds                             |
        | the oldest code two steps can let in      | 2 steps | 89 seconds | 12:00:29 on 3 March 2026 | it succeeds                             |
        | a minute and a half is too old for any    | 2 steps | 90 seconds | 12:00:29 on 3 March 2026 | it is refused because the code is wrong |

    @id:core.sites.in-detail @rule:site.window @rule:code.period
    Scenario Outline: A site that differs in everything lets in a code <slow> late: <why>
      Given "City Library" hands out timed SHA-256 codes of 8 digits every 60 seconds from 160-bit secrets, and accepts them 3 steps late and 0 early
      And Aiko adds "City Library" on the Android phone
      And the clock of Aiko's Android phone is <slow> slow
      And it is 12:00 on 3 March 2026
      When Aiko signs in to "City Library" with the code on the Android phone
      Then <outcome>

      Examples:
        | why                                   | slow        | outcome                                 |
        | three of its steps are three minutes  | 180 seconds | it succeeds                             |
        | one second more is a fourth step back | 181 seconds | it is refused because the code is wrong |

    @id:core.sites.fast-clock @rule:site.window
    Scenario Outline: A clock <fast> fast: <why>
      Given Aiko adds "Sakura Shop" on the Android phone
      And the clock of Aiko's Android phone is <fast> fast
      And it is 12:00 on 3 March 2026
      When Aiko signs in to "Sakura Shop" with the code on the Android phone
      Then <outcome>

      Examples:
        | why                         | fast       | outcome                                 |
        | the next step is let in     | 59 seconds | it succeeds                             |
        | the one after it is refused | 60 seconds | it is refused because the code is wrong |

    @id:core.sites.code-on-paper @rule:site.window
    Scenario Outline: A code written on paper and typed <later> later: <why>
      Given Aiko adds "Sakura Shop" on the Android phone
      And it is 12:00 on 3 March 2026
      And Aiko writes down the code of "Sakura Shop" on the Android phone
      And <later> pass
      When Aiko signs in to "Sakura Shop" with the code written down
      Then <outcome>

      Examples:
        | why                        | later      | outcome                                 |
        | the last moment it is good | 59 seconds | it succeeds                             |
        | the moment it is worthless | 60 seconds | it is refused because the code is wrong |

    @id:core.sites.clock-set-right @rule:site.window
    Scenario: Setting the clock right is all that was needed
      Given Aiko adds "Sakura Shop" on the Android phone
      And the clock of Aiko's Android phone is five minutes slow
      And Aiko signs in to "Sakura Shop" with the code on the Android phone
      And it is refused because the code is wrong
      And the clock of Aiko's Android phone is 0 seconds slow
      When Aiko signs in to "Sakura Shop" with the code on the Android phone
      Then it succeeds

  Rule: A site accepts a code once

    Background:
      Given it is 12:00 on 3 March 2026
      And Aiko adds "Sakura Shop" on the Android phone

    @id:core.sites.replay @rule:site.replay
    Scenario: The code that Aiko has just used is worth nothing to whoever looked on
      Given Aiko writes down the code of "Sakura Shop" on the Android phone
      And Aiko signs in to "Sakura Shop" with the code on the Android phone
      And 29 seconds pass
      When Aiko signs in to "Sakura Shop" with the code written down
      Then it is refused because the code has been used already

    @id:core.sites.older-code @rule:site.replay
    Scenario: A code from before the one that was used is refused as well
      Given Aiko writes down the code of "Sakura Shop" on the Android phone
      And 30 seconds pass
      And Aiko signs in to "Sakura Shop" with the code on the Android phone
      When Aiko signs in to "Sakura Shop" with the code written down
      Then it is refused because the code has been used already

    @id:core.sites.next-code @rule:site.replay
    Scenario: The next code is a new one and is taken
      Given Aiko signs in to "Sakura Shop" with the code on the Android phone
      And 30 seconds pass
      When Aiko signs in to "Sakura Shop" with the code on the Android phone
      Then it succeeds

    @id:core.sites.two-phones @rule:site.replay @rule:restore.third-party-code @situation:S66 @android
    Scenario: Old and new phone show one code between them, and it can be used once
      Given Aiko turns on cloud backup with aiko@outlook.jp on the Android phone
      And Aiko sets up a new Android phone
      And Aiko restores the backup on the new Android phone with aiko@outlook.jp
      And Aiko signs in to "Sakura Shop" with the code on the Android phone
      When Aiko signs in to "Sakura Shop" with the code on the new Android phone
      Then it is refused because the code has been used already
      And Aiko's Android phone and Aiko's new Android phone show the same code for "Sakura Shop"

  Rule: After too many wrong codes a site refuses every code for a while, the right one included

    Background:
      Given Aiko adds "Sakura Shop" on the Android phone

    @id:core.sites.nine-slips @rule:site.lockout
    Scenario: After nine slips the right code is still taken
      When Aiko signs in to "Sakura Shop" with the code on the Android phone, mistyped nine times before
      Then it succeeds

    @id:core.sites.ten-slips @rule:site.lockout
    Scenario: After ten slips the right code comes too late
      When Aiko signs in to "Sakura Shop" with the code on the Android phone, mistyped ten times before
      Then it is refused because there were too many tries

    @id:core.sites.slips-forgiven @rule:site.lockout
    Scenario: A right code wipes out the slips before it
      Given Aiko signs in to "Sakura Shop" with the code on the Android phone, mistyped nine times before
      And 30 seconds pass
      When Aiko signs in to "Sakura Shop" with the code on the Android phone, mistyped nine times before
      Then it succeeds

    @id:core.sites.lock-ends @rule:site.lockout
    Scenario: An hour later the site listens again
      Given Aiko signs in to "Sakura Shop" with the code on the Android phone, mistyped ten times before
      And it is refused because there were too many tries
      And 60 minutes pass
      When Aiko signs in to "Sakura Shop" with the code on the Android phone
      Then it succeeds

    @id:core.sites.locked-out-helped @rule:site.lockout
    Scenario: The site's own help lets somebody back in who was locked out
      Given Aiko signs in to "Sakura Shop" with the code on the Android phone, mistyped ten times before
      And it is refused because there were too many tries
      When Aiko recovers "Sakura Shop" with the site's own help on the Android phone
      Then it succeeds
      And Aiko's Android phone lists 1 account
      And Aiko's Android phone shows working codes for "Sakura Shop"

  Rule: What was only on a lost, broken or wiped phone is gone with it

    Background:
      Given Aiko adds "Sakura Shop" on the Android phone

    @id:core.sites.lost-is-lost @rule:device.lost-is-lost @android
    Scenario Outline: Aiko <deed> the only phone and nobody had made a copy
      Given Aiko <deed> the Android phone
      And Aiko sets up a new Android phone
      When Aiko restores the backup on the new Android phone with aiko@outlook.jp
      Then it is refused because the backup is not stored with that account
      And Aiko's new Android phone lists 0 accounts

      Examples:
        | why                               | deed   |
        | left on a train                   | loses  |
        | dropped into the bath             | breaks |
        | wiped, handed over, and regretted | sells  |

    @id:core.sites.erased-is-lost @rule:device.lost-is-lost
    Scenario: Erasing the phone erases the codes, and setting it up again does not bring them back
      Given Aiko erases the Android phone
      When Aiko opens Authenticator on the Android phone
      Then Aiko's Android phone lists 0 accounts

    @id:core.sites.found-again @rule:device.lost-is-lost
    Scenario: A phone that turns up under the sofa has everything it had
      Given Aiko loses the Android phone
      And three days pass
      When Aiko finds the Android phone
      Then Aiko's Android phone lists 1 account
      And Aiko's Android phone shows working codes for "Sakura Shop"

    @id:core.sites.site-helps @rule:device.lost-is-lost
    Scenario: Without a backup the site itself is the way back, and the lost phone's code is dead
      Given Aiko writes down the code of "Sakura Shop" on the Android phone
      And Aiko loses the Android phone
      And Aiko sets up a new Android phone
      And Aiko recovers "Sakura Shop" with the site's own help on the new Android phone
      When Aiko signs in to "Sakura Shop" with the code written down
      Then it is refused because the code is wrong
      And Aiko's new Android phone shows working codes for "Sakura Shop"
