Feature: Temporary Access Pass
  An administrator can put a pass into the hand of somebody whose phone is gone. It lets them in once or for
  an hour, and every limit of it is there because slips of paper get lost as well.

  Background:
    Given it is 09:00 on 3 November 2025
    And Lena is an employee of Contoso with the account lena@contoso.com
    And Ada is an administrator of Contoso with the account ada@contoso.com
    And Lena uses an iPhone
    And Lena adds lena@contoso.com on the iPhone
    And Lena loses the iPhone
    And Lena sets up a new iPhone
    And Lena opens Authenticator on the new iPhone

  Rule: A pass works in Authenticator itself, with no other method at hand

    @id:ms.tap.in-app @rule:tap.in-app @rule:restore.sign-in-again @situation:S44 @ios @work
    Scenario: The restored account is completed with the pass and nothing else
      Given ada@contoso.com issues a one-time Temporary Access Pass to lena@contoso.com
      When Lena completes the sign-in of lena@contoso.com on the new iPhone with the Temporary Access Pass
      Then it succeeds
      And Lena's new iPhone has lena@contoso.com ready

    @id:ms.tap.registers-phone @rule:tap.in-app @rule:push.not-restored @ios @work
    Scenario: From then on the new phone is the one that is asked
      Given ada@contoso.com issues a one-time Temporary Access Pass to lena@contoso.com
      And Lena completes the sign-in of lena@contoso.com on the new iPhone with the Temporary Access Pass
      When Lena signs in to lena@contoso.com on a computer as usual
      Then the push goes to Lena's new iPhone

  Rule: After signing in with a one-time pass there are ten minutes to register

    @id:ms.tap.ten-minutes @rule:tap.one-time-ten-minutes @situation:S45 @ios @work
    Scenario Outline: With a <sort> pass, <later> later: <why>
      Given ada@contoso.com issues a <sort> Temporary Access Pass to lena@contoso.com
      And Lena signs in with the Temporary Access Pass to lena@contoso.com on the new iPhone
      And <later> pass
      When Lena registers Authenticator for lena@contoso.com on the new iPhone
      Then <outcome>

      Examples:
        | why                              | sort     | later       | outcome                              |
        | the tenth minute still counts    | one-time | ten minutes | it succeeds                          |
        | a coffee too many                | one-time | 11 minutes  | it is refused because it has expired |
        | only a one-time pass is so short | reusable | 11 minutes  | it succeeds                          |

    @id:ms.tap.spent @rule:tap.one-time-ten-minutes @situation:S45 @ios @work
    Scenario: Having come too late, the same pass does not open a second time
      Given ada@contoso.com issues a one-time Temporary Access Pass to lena@contoso.com
      And Lena signs in with the Temporary Access Pass to lena@contoso.com on the new iPhone
      And 11 minutes pass
      When Lena completes the sign-in of lena@contoso.com on the new iPhone with the Temporary Access Pass
      Then it is refused because the code has been used already
      And Lena's new iPhone asks to sign in to lena@contoso.com

    @id:ms.tap.new-one @rule:tap.one-time-ten-minutes @rule:tap.one-per-user @situation:S45 @ios @work
    Scenario: A new pass is what helps
      Given ada@contoso.com issues a one-time Temporary Access Pass to lena@contoso.com
      And Lena signs in with the Temporary Access Pass to lena@contoso.com on the new iPhone
      And 11 minutes pass
      And ada@contoso.com issues a one-time Temporary Access Pass to lena@contoso.com
      When Lena completes the sign-in of lena@contoso.com on the new iPhone with the Temporary Access Pass
      Then Lena's new iPhone has lena@contoso.com ready

  Rule: A pass lives for an hour, and what is signed in with it no longer than the pass

    @id:ms.tap.one-hour @rule:tap.lifetime @ios @work
    Scenario Outline: <later> after it was issued: <why>
      Given ada@contoso.com issues a one-time Temporary Access Pass to lena@contoso.com
      And <later> pass
      When Lena completes the sign-in of lena@contoso.com on the new iPhone with the Temporary Access Pass
      Then <outcome>

      Examples:
        | why                          | later                     | outcome                              |
        | the last second of its hour  | 59 minutes and 59 seconds | it succeeds                          |
        | its hour is over             | 60 minutes                | it is refused because it has expired |
        | a slip of paper in next week | seven days                | it is refused because it has expired |

    @id:ms.tap.chosen-lifetime @rule:tap.lifetime @ios @work
    Scenario: Issued for a working day, it opens the account in the eighth hour
      Given ada@contoso.com issues a reusable Temporary Access Pass to lena@contoso.com for eight hours
      And seven hours and 59 minutes pass
      When Lena completes the sign-in of lena@contoso.com on the new iPhone with the Temporary Access Pass
      Then it succeeds

    @id:ms.tap.session-ends-with-it @rule:tap.lifetime @rule:tap.one-time-ten-minutes @situation:S45 @ios @work
    Scenario Outline: Signed in <late> after the pass was issued, registering <later> later: <why>
      Given ada@contoso.com issues a <sort> Temporary Access Pass to lena@contoso.com
      And <late> pass
      And Lena signs in with the Temporary Access Pass to lena@contoso.com on the new iPhone
      And <later> pass
      When Lena registers Authenticator for lena@contoso.com on the new iPhone
      Then <outcome>

      Examples:
        | why                               | sort     | late       | later        | outcome                              |
        | the pass is still alive           | reusable | 55 minutes | four minutes | it succeeds                          |
        | the pass has died in between      | reusable | 55 minutes | five minutes | it is refused because it has expired |
        | nor do the ten minutes outlive it | one-time | 55 minutes | six minutes  | it is refused because it has expired |

  Rule: Nobody has two passes at a time

    @id:ms.tap.replaced @rule:tap.one-per-user @situation:S45 @ios @work
    Scenario: The pass issued first dies when the second is issued
      Given ada@contoso.com issues a reusable Temporary Access Pass to lena@contoso.com
      And ada@contoso.com issues a reusable Temporary Access Pass to lena@contoso.com
      When Lena completes the sign-in of lena@contoso.com on the new iPhone with the earlier Temporary Access Pass
      Then it is refused because the code is wrong
      And Lena's new iPhone asks to sign in to lena@contoso.com

  Rule: Nobody issues a pass for themselves

    @id:ms.tap.not-to-self @rule:tap.not-to-self @situation:S46 @work
    Scenario: An administrator who still gets in cannot provide for the day she does not
      Given Nora is an administrator of Contoso with the account nora@contoso.com
      When ada@contoso.com issues a reusable Temporary Access Pass to ada@contoso.com
      Then it is refused because it is not allowed

    @id:ms.tap.sole-admin @rule:tap.not-to-self @rule:work.sole-admin @situation:S46 @android @work
    Scenario: The sole administrator without a phone gets no pass from anybody
      Given Ada uses an Android phone
      And Ada adds ada@contoso.com on the Android phone
      And Ada loses the Android phone
      And ada@contoso.com issues a one-time Temporary Access Pass to ada@contoso.com
      And it is refused because it is not allowed
      When lena@contoso.com issues a one-time Temporary Access Pass to ada@contoso.com
      Then it is refused because it is not allowed
