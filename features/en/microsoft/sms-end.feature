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

    @id:ms.sms.passkeys-enabled @rule:sms.passkeys-enabled @rule:sms.nudge @ios @work
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

  Rule: Where the organisation contracts a provider of its own, text messages go on

    Background:
      Given Omar adds omar@fabrikam.com on the iPhone
      And Omar loses the iPhone
      And Omar sets up a new iPhone
      And Omar opens Authenticator on the new iPhone

    @id:ms.sms.provider @rule:sms.contracted-provider @rule:sms.ends @situation:S72 @ios @work
    Scenario: In February the text message of the provider completes the restored account
      Given it is 30 October 2026
      And Fabrikam contracts a provider for text messages
      And it is 1 February 2027
      When Omar completes the sign-in of omar@fabrikam.com on the new iPhone
      Then it succeeds
      And Omar's new iPhone has omar@fabrikam.com ready

    @id:ms.sms.provider-number-gone @rule:sms.contracted-provider @situation:S72 @ios @work
    Scenario: No provider helps where the number went with the phone
      Given it is 30 October 2026
      And Fabrikam contracts a provider for text messages
      And omar@fabrikam.com can no longer be confirmed by text message
      When Omar completes the sign-in of omar@fabrikam.com on the new iPhone
      Then it is refused because the proof is on the missing phone

    @id:ms.sms.provider-from @rule:sms.contracted-provider @ios @work
    Scenario Outline: A provider is contracted at <moment>: <why>
      Given it is <moment>
      When Fabrikam contracts a provider for text messages
      Then <outcome>

      Examples:
        | why                         | moment                      | outcome                                   |
        | there is no way to do so    | 23:59:59 on 29 October 2026 | it is refused because it is not available |
        | providers can be configured | 30 October 2026             | it succeeds                               |

  Rule: Until the end of January 2027 an organisation may opt out of passkeys for users of text messages

    Background:
      Given it is 1 September 2026
      And Fabrikam blocks passkeys in the authentication methods policy
      And Fabrikam opts out of the automatic enablement of passkeys

    @id:ms.sms.opted-out @rule:sms.passkey-opt-out @rule:sms.passkeys-enabled @situation:S73 @ios @work
    Scenario Outline: After opting out, a passkey at <moment>: <why>
      Given it is <moment>
      And Omar signs in to omar@fabrikam.com on the iPhone
      When Omar makes a passkey for omar@fabrikam.com on the iPhone
      Then it is refused because a policy forbids it

      Examples:
        | why                              | moment                      |
        | on the first day of the others   | 00:00:01 on 1 September 2026 |
        | in the last second of opting out | 23:59:59 on 31 January 2027 |

    @id:ms.sms.opted-out-not-urged @rule:sms.passkey-opt-out @rule:sms.nudge @situation:S73 @ios @work
    Scenario: Nobody is urged to make a passkey that the policy forbids
      When Omar signs in to omar@fabrikam.com on the iPhone
      Then it succeeds
      And omar@fabrikam.com is not urged to make a passkey

    @id:ms.sms.opt-out-over @rule:sms.passkey-opt-out @rule:sms.passkeys-enabled @rule:sms.ends @situation:S73 @ios @work
    Scenario: In February the opt-out is over, and the passkey is made
      Given it is 1 February 2027
      And Omar signs in to omar@fabrikam.com on the iPhone
      And it is refused because a policy forbids it
      When Omar makes a passkey for omar@fabrikam.com on the iPhone
      Then it succeeds

    @id:ms.sms.opt-out-too-late @rule:sms.passkey-opt-out @ios @work
    Scenario Outline: Another organisation opts out at <moment>: <why>
      Given Contoso is an organisation with the domain "contoso.com"
      And it is <moment>
      When Contoso opts out of the automatic enablement of passkeys
      Then <outcome>

      Examples:
        | why                     | moment                      | outcome                                   |
        | there is a second left  | 23:59:59 on 31 January 2027 | it succeeds                               |
        | there is none any more  | 1 February 2027             | it is refused because it is not available |
