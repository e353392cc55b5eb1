Feature: The end of text messages
  Until the end of January 2027 a text message gets people back into a work account when the phone is gone.
  From February it does not, and from September 2026 people are urged to see to it in time.

  Background:
    Given it is 09:00 on 1 June 2026
    And Omar is an employee of Fabrikam with the account omar@fabrikam.com
    And omar@fabrikam.com can also be confirmed by text message
    And Omar uses an iPhone

  Rule: From February 2027 a text message no longer stands in for the lost phone

    Background:
      Given Omar adds omar@fabrikam.com on the iPhone
      And Omar loses the iPhone
      And Omar sets up a new iPhone
      And Omar opens Authenticator on the new iPhone

    @id:ms.sms.before-end @rule:sms.ends @rule:restore.sign-in-again @situation:S58 @ios @work
    Scenario: In the last second of January a text message completes the restored account
      Given it is 23:59:59 on 31 January 2027
      When Omar completes the sign-in of omar@fabrikam.com on the new iPhone
      Then it succeeds
      And Omar's new iPhone has omar@fabrikam.com ready

    @id:ms.sms.after-end @rule:sms.ends @situation:S58 @ios @work
    Scenario: A second later there is no text message to wait for
      Given it is 1 February 2027
      When Omar completes the sign-in of omar@fabrikam.com on the new iPhone
      Then it is refused because a policy forbids it
      And Omar's new iPhone asks to sign in to omar@fabrikam.com

    @id:ms.sms.pass-after-end @rule:sms.ends @rule:tap.in-app @situation:S58 @ios @work
    Scenario: Then an administrator's pass is the way back
      Given Nora is an administrator of Fabrikam with the account nora@fabrikam.com
      And it is 1 February 2027
      And nora@fabrikam.com issues a one-time Temporary Access Pass to omar@fabrikam.com
      When Omar completes the sign-in of omar@fabrikam.com on the new iPhone with the Temporary Access Pass
      Then it succeeds
      And Omar's new iPhone has omar@fabrikam.com ready

  Rule: Whoever has nothing but text messages registers a passkey before going on

    @id:ms.sms.only-method @rule:sms.ends @rule:sms.nudge @situation:S58 @ios @work
    Scenario Outline: Signing in at <moment>: <why>
      Given it is <moment>
      When Omar signs in to omar@fabrikam.com on the iPhone
      Then <outcome>
      And omar@fabrikam.com <urged> to make a passkey

      Examples:
        | why                                  | moment                      | outcome                                   | urged        |
        | a text message is enough             | 23:59:59 on 31 August 2026  | it succeeds                               | is not urged |
        | still enough, with a word of warning | 1 September 2026            | it succeeds                               | is urged     |
        | put off until the last evening       | 23:59:59 on 31 January 2027 | it succeeds                               | is urged     |
        | there is nothing left to put off     | 1 February 2027             | it is refused because a policy forbids it | is not urged |

    @id:ms.sms.passkey-first @rule:sms.ends @situation:S58 @ios @work
    Scenario: The passkey is registered on the spot, and opens the account
      Given it is 1 February 2027
      And Omar signs in to omar@fabrikam.com on the iPhone
      And it is refused because a policy forbids it
      And Omar makes a passkey for omar@fabrikam.com on the iPhone
      When Omar signs in to omar@fabrikam.com on the iPhone
      Then it succeeds

    @id:ms.sms.nothing-else-first @rule:sms.ends @situation:S58 @ios @work
    Scenario: Nothing else may be registered in its place
      Given it is 1 February 2027
      And Omar signs in to omar@fabrikam.com on the iPhone
      And it is refused because a policy forbids it
      When Omar registers Authenticator for omar@fabrikam.com on the iPhone
      Then it is refused because a policy forbids it
      And Omar's iPhone lists 0 accounts

  Rule: From September 2026 users of text messages may make a passkey whatever the policy says

    @id:ms.sms.passkeys-enabled @rule:sms.nudge @ios @work
    Scenario Outline: A passkey at <moment>, where passkeys are blocked: <why>
      Given Fabrikam blocks passkeys in the authentication methods policy
      And it is <moment>
      And Omar signs in to omar@fabrikam.com on the iPhone
      When Omar makes a passkey for omar@fabrikam.com on the iPhone
      Then <outcome>

      Examples:
        | why                           | moment                     | outcome                                   |
        | the block still decides       | 23:59:59 on 31 August 2026 | it is refused because a policy forbids it |
        | text messages open it to them | 1 September 2026           | it succeeds                               |
