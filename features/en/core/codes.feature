Feature: One-time password codes
  The code on the screen has to be the code that the site computes, at every instant and for every kind
  of account. The codes written here are those of the standards, so that no client is its own judge.

  Background:
    Given it is 3 March 2026
    And Kenji uses an Android phone

  Rule: A code is the one the site computes at that instant

    @id:core.codes.published @rule:code.matches-site @rule:code.algorithms
    Scenario Outline: <algorithm> gives the published code <code>
      Given "Kinetic Bank" hands out <algorithm> codes of 8 digits every 30 seconds
      And Kenji adds "Kinetic Bank" on the Android phone with the test secret of RFC 6238
      When it is <moment>
      Then the code of "Kinetic Bank" on Kenji's Android phone is "<code>"

      Examples:
        | why                  | algorithm | moment                      | code     |
        | what most sites use  | SHA-1     | 03:33:20 on 18 May 2033     | 69279037 |
        | a key of 32 bytes    | SHA-256   | 03:33:20 on 18 May 2033     | 90698825 |
        | a key of 64 bytes    | SHA-512   | 03:33:20 on 18 May 2033     | 38618901 |
        | seconds past 32 bits | SHA-512   | 11:33:20 on 11 October 2603 | 47863826 |

    @id:core.codes.mixed-list @rule:code.matches-site @rule:code.algorithms @rule:code.digits @rule:code.period
    Scenario: Accounts of every kind stand side by side and none takes the other's settings
      Given "Kinetic Bank" hands out SHA-512 codes of 8 digits every 60 seconds
      And "Harbour Post" hands out SHA-256 codes of 7 digits every 15 seconds
      When Kenji adds "Kinetic Bank", "Harbour Post" and "GitHub" on the Android phone
      Then Kenji's Android phone lists 3 accounts
      And Kenji's Android phone shows working codes for "Kinetic Bank", "Harbour Post" and "GitHub"

    @id:core.codes.offline @rule:code.matches-site
    Scenario: On an aeroplane the codes go on
      Given Kenji adds "GitHub" on the Android phone with the test secret of RFC 6238
      And Kenji's Android phone is offline
      When it is 03:33:30 on 18 May 2033
      Then the code of "GitHub" on Kenji's Android phone is "637009"

    @id:core.codes.after-restart @rule:code.matches-site
    Scenario: After the battery died in the middle of everything the codes are the same
      Given Kenji adds "GitHub" on the Android phone with the test secret of RFC 6238
      And Kenji crashes the Android phone
      And it is 03:33:20 on 18 May 2033
      When Kenji starts the Android phone
      Then the code of "GitHub" on Kenji's Android phone is "279037"

  Rule: A site that asks for eight digits gets eight, and one that asks for six gets six

    @id:core.codes.digits @rule:code.digits
    Scenario Outline: A site that asks for <digits> digits gets <code>
      Given "Kinetic Bank" hands out SHA-1 codes of <digits> digits every 30 seconds
      And Kenji adds "Kinetic Bank" on the Android phone with the test secret of RFC 6238
      When it is 03:33:20 on 18 May 2033
      Then the code of "Kinetic Bank" on Kenji's Android phone is "<code>"

      Examples:
        | why                           | digits | code     |
        | what most sites ask for       | 6      | 279037   |
        | some banks ask for one more   | 7      | 9279037  |
        | never cut down to the usual 6 | 8      | 69279037 |

  Rule: A code keeps its leading zeros, on the screen and when it is typed

    @id:core.codes.leading-zeros @rule:code.leading-zeros
    Scenario Outline: The code <code> is shown with its zeros
      Given "Kinetic Bank" hands out <algorithm> codes of <digits> digits every 30 seconds
      And Kenji adds "Kinetic Bank" on the Android phone with the test secret of RFC 6238
      When it is <moment>
      Then the code of "Kinetic Bank" on Kenji's Android phone is "<code>"

      Examples:
        | why                         | algorithm | digits | moment                | code     |
        | one code in ten begins so   | SHA-1     | 6      | 12:00 on 3 March 2026 | 067959   |
        | four zeros leave two digits | SHA-1     | 6      | 08:23 on 6 March 2026 | 000032   |
        | eight digits have zeros too | SHA-256   | 8      | 00:48 on 3 March 2026 | 00334794 |

    @id:core.codes.zeros-accepted @rule:code.leading-zeros
    Scenario: The code as shown, zeros and all, opens the door
      Given Kenji adds "GitHub" on the Android phone with the test secret of RFC 6238
      And it is 08:23 on 6 March 2026
      When Kenji signs in to "GitHub" with the code on the Android phone
      Then it succeeds

    @id:core.codes.zeros-left-out @rule:code.leading-zeros @situation:S70
    Scenario: Typed without its zero the code is a wrong one
      Given Kenji adds "GitHub" on the Android phone with the test secret of RFC 6238
      And it is 12:00 on 3 March 2026
      When Kenji signs in to "GitHub" with the code on the Android phone, typed without its leading zeros
      Then it is refused because the code is wrong

  Rule: A code changes at the period the site chose

    @id:core.codes.period @rule:code.period @rule:code.matches-site
    Scenario Outline: Every <period> the code changes, and not a millisecond before: <why>
      Given "Kinetic Bank" hands out SHA-1 codes of 6 digits every <period>
      And Kenji adds "Kinetic Bank" on the Android phone with the test secret of RFC 6238
      When it is <moment>
      Then the code of "Kinetic Bank" on Kenji's Android phone is "<code>"

      Examples:
        | why                                   | period     | moment                       | code   |
        | the last millisecond of half a minute | 30 seconds | 03:33:29.999 on 18 May 2033  | 279037 |
        | the next half minute has begun        | 30 seconds | 03:33:30 on 18 May 2033      | 637009 |
        | past half a minute, the same code     | 60 seconds | 12:00:59.999 on 3 March 2026 | 563348 |
        | the minute is over                    | 60 seconds | 12:01 on 3 March 2026        | 704953 |
        | half a minute is two codes            | 15 seconds | 12:00:15 on 3 March 2026     | 957735 |
        | a period that no minute divides into  | 45 seconds | 12:01:29.999 on 3 March 2026 | 380196 |
        | and its end, at half past             | 45 seconds | 12:01:30 on 3 March 2026     | 638186 |

  Rule: A counter-based account gives the next code each time one is asked for

    @id:core.codes.counter @rule:code.counter
    Scenario: The third code of the published list comes third
      Given "City Library" hands out counted codes
      And Kenji adds "City Library" on the Android phone with the test secret of RFC 6238
      And Kenji signs in to "City Library" with the code on the Android phone
      When Kenji signs in to "City Library" with the code on the Android phone
      Then it succeeds
      And the code of "City Library" on Kenji's Android phone is "359152"

    @id:core.codes.counter-restart @rule:code.counter
    Scenario: A code that was shown before the battery died is not shown again
      Given "City Library" hands out counted codes
      And Kenji adds "City Library" on the Android phone with the test secret of RFC 6238
      And Kenji writes down the code of "City Library" on the Android phone
      And Kenji crashes the Android phone
      When Kenji starts the Android phone
      Then the code of "City Library" on Kenji's Android phone is "287082"

  Rule: An 80-bit secret is accepted, although the standard asks for more

    @id:core.codes.short-secret @rule:code.short-secret
    Scenario: A site that still hands out short secrets can be added and used
      Given "Old Forum" hands out 80-bit secrets
      And Kenji adds "Old Forum" on the Android phone
      When Kenji signs in to "Old Forum" with the code on the Android phone
      Then it succeeds
      And Kenji's Android phone shows working codes for "Old Forum"

  Rule: Codes follow the instant, not the time zone

    @id:core.codes.time-zone @rule:code.utc
    Scenario Outline: In <zone> the code is <code>: <why>
      Given Kenji adds "GitHub" on the Android phone with the test secret of RFC 6238
      And Kenji's Android phone is set to the time zone "<zone>"
      When it is <moment>
      Then the code of "GitHub" on Kenji's Android phone is "<code>"

      Examples:
        | why                                     | zone             | moment                                  | code   |
        | nine hours ahead, noon is nine at night | Asia/Tokyo       | 21:00 on 3 March 2026 in Asia/Tokyo     | 067959 |
        | the same instant, at home in UTC        | UTC              | 12:00 on 3 March 2026                   | 067959 |
        | three quarters of an hour count as well | Asia/Kathmandu   | 17:45 on 3 March 2026 in Asia/Kathmandu | 067959 |
        | the hour that an autumn night has twice | America/New_York | 06:30 on 1 November 2026                | 582863 |

  Rule: Codes stay right in any year

    @id:core.codes.any-year @rule:code.any-year
    Scenario Outline: On <moment> the code is <code>: <why>
      Given Kenji adds "GitHub" on the Android phone with the test secret of RFC 6238
      When it is <moment>
      Then the code of "GitHub" on Kenji's Android phone is "<code>"

      Examples:
        | why                                      | moment                      | code   |
        | the last second that 31 bits can count   | 03:14:07 on 19 January 2038 | 703886 |
        | the first step they cannot               | 03:14:30 on 19 January 2038 | 302373 |
        | 2100 has no 29 February                  | 1 March 2100                | 269486 |
        | the first step that 32 bits cannot count | 06:28:30 on 7 February 2106 | 427924 |
