Feature: Passkeys for work accounts
  A passkey in Authenticator stays on the phone on which it was made. The new phone needs a new one, and on
  the way to it two doors may be closed: the maker's attestation service, and the organisation's own rule.

  Background:
    Given it is 09:00 on 3 November 2025
    And Priya uses an iPhone
    And Priya is an employee of Contoso with the account priya@contoso.com
    And Ada is an administrator of Contoso with the account ada@contoso.com
    And Priya adds priya@contoso.com on the iPhone
    And Priya makes a passkey for priya@contoso.com on the iPhone

  Rule: A restore brings back no passkey; a new one is made with another method

    @id:ms.work-passkey.not-restored @rule:passkey.not-restored @rule:passkey.device-bound @situation:S48 @ios @work
    Scenario: On the restored phone there is a name and no passkey
      Given Priya loses the iPhone
      And Priya sets up a new iPhone
      And Priya opens Authenticator on the new iPhone
      When Priya signs in to priya@contoso.com with the passkey on the new iPhone
      Then it is refused because it is not there
      And Priya's new iPhone asks to sign in to priya@contoso.com

    @id:ms.work-passkey.stays-behind @rule:passkey.device-bound @situation:S48 @ios @work
    Scenario: Quick Start carries it nowhere, and it goes on working where it is
      Given Priya sets up a new iPhone
      And Priya moves from the iPhone to the new iPhone with Quick Start
      And Priya signs in to priya@contoso.com with the passkey on the new iPhone
      And it is refused because it is not there
      When Priya signs in to priya@contoso.com with the passkey on the iPhone
      Then it succeeds

    @id:ms.work-passkey.anew-with-old @rule:passkey.not-restored @situation:S48 @ios @work
    Scenario: With the old phone in hand the new one gets a passkey of its own
      Given Priya sets up a new iPhone
      And Priya opens Authenticator on the new iPhone
      And Priya completes the sign-in of priya@contoso.com on the new iPhone
      And Priya makes a passkey for priya@contoso.com on the new iPhone
      When Priya signs in to priya@contoso.com with the passkey on the new iPhone
      Then it succeeds

    @id:ms.work-passkey.anew-with-pass @rule:passkey.not-restored @rule:tap.in-app @situation:S48 @ios @work
    Scenario: With the old phone gone a Temporary Access Pass leads to the new passkey
      Given Priya loses the iPhone
      And Priya sets up a new iPhone
      And ada@contoso.com issues a one-time Temporary Access Pass to priya@contoso.com
      And Priya signs in with the Temporary Access Pass to priya@contoso.com on the new iPhone
      And Priya makes a passkey for priya@contoso.com on the new iPhone
      When Priya signs in to priya@contoso.com with the passkey on the new iPhone
      Then it succeeds

  Rule: Where attestation is enforced, no passkey is made while its service does not answer

    Background:
      Given Priya sets up a new iPhone
      And Priya opens Authenticator on the new iPhone
      And Priya completes the sign-in of priya@contoso.com on the new iPhone

    @id:ms.work-passkey.attestation @rule:attestation.outage @situation:S49 @ios @work
    Scenario Outline: The attestation service for <platform> is down: <why>
      Given the attestation service for <platform> is down
      When Priya makes a passkey for priya@contoso.com on the new iPhone
      Then <outcome>

      Examples:
        | why                             | platform | outcome                                   |
        | nobody can vouch for the iPhone | iOS      | it is refused because it is not available |
        | Google's outage is not Apple's  | Android  | it succeeds                               |

    @id:ms.work-passkey.attestation-later @rule:attestation.outage @situation:S49 @ios @work
    Scenario: An hour later the service answers, and the same attempt goes through
      Given the attestation service for iOS is down
      And Priya makes a passkey for priya@contoso.com on the new iPhone
      And it is refused because it is not available
      And 60 minutes pass
      And the attestation service for iOS is up again
      When Priya makes a passkey for priya@contoso.com on the new iPhone
      Then it succeeds

    @id:ms.work-passkey.attestation-existing @rule:attestation.outage @situation:S49 @ios @work
    Scenario: A passkey made before does not notice the outage
      Given the attestation service for iOS is down
      When Priya signs in to priya@contoso.com with the passkey on the iPhone
      Then it succeeds

  Rule: Where a passkey is required for everything, one without needs a pass that counts on phones

    Background:
      Given Priya sets up a new iPhone
      And Priya opens Authenticator on the new iPhone

    @id:ms.work-passkey.loop @rule:passkey.policy-loop @situation:S50 @ios @work
    Scenario: Without exception, not even a pass leads to the new passkey
      Given Contoso demands a passkey for everything, without exception
      And Priya loses the iPhone
      And ada@contoso.com issues a one-time Temporary Access Pass to priya@contoso.com
      When Priya signs in with the Temporary Access Pass to priya@contoso.com on the new iPhone
      Then it is refused because the proof is on the missing phone

    @id:ms.work-passkey.loop-any-method @rule:passkey.policy-loop @situation:S50 @ios @work
    Scenario: Another method of one's own does not count either
      Given priya@contoso.com can also be confirmed by text message
      And Contoso demands a passkey for everything, except with a Temporary Access Pass
      And Priya loses the iPhone
      When Priya completes the sign-in of priya@contoso.com on the new iPhone
      Then it is refused because the proof is on the missing phone

    @id:ms.work-passkey.loop-broken @rule:passkey.policy-loop @rule:tap.in-app @situation:S50 @ios @work
    Scenario: With the exception for passes the passkey is made anew
      Given Contoso demands a passkey for everything, except with a Temporary Access Pass
      And Priya loses the iPhone
      And ada@contoso.com issues a one-time Temporary Access Pass to priya@contoso.com
      And Priya signs in with the Temporary Access Pass to priya@contoso.com on the new iPhone
      When Priya makes a passkey for priya@contoso.com on the new iPhone
      Then it succeeds

    @id:ms.work-passkey.loop-not-for-owner @rule:passkey.policy-loop @ios @work
    Scenario: Whoever still holds a passkey does not notice the rule
      Given Contoso demands a passkey for everything, without exception
      When Priya completes the sign-in of priya@contoso.com on the new iPhone
      Then it succeeds
      And Priya's new iPhone has priya@contoso.com ready

  Rule: Taking a model off the list ends sign-in with passkeys of before; demanding attestation does not

    @id:ms.work-passkey.model-removed @rule:passkey.model-removed @situation:S74 @ios @work
    Scenario Outline: Authenticator on <platform> is taken off the list: <why>
      Given Contoso takes Authenticator on <platform> off its list for passkeys
      When Priya signs in to priya@contoso.com with the passkey on the iPhone
      Then <outcome>

      Examples:
        | why                            | platform | outcome                                   |
        | her passkey is of that model   | iOS      | it is refused because a policy forbids it |
        | her passkey is of the other    | Android  | it succeeds                               |

    @id:ms.work-passkey.model-removed-new @rule:passkey.model-removed @situation:S74 @ios @work
    Scenario: A new passkey of that model is not taken either
      Given Contoso takes Authenticator on iOS off its list for passkeys
      When Priya makes a passkey for priya@contoso.com on the iPhone
      Then it is refused because a policy forbids it

    @id:ms.work-passkey.attestation-demanded @rule:passkey.model-removed @situation:S74 @ios @work
    Scenario: A passkey made without attestation signs in after attestation is demanded
      Given Contoso does without attestation for new passkeys
      And Priya sets up a new iPhone
      And Priya completes the sign-in of priya@contoso.com on the new iPhone
      And Priya makes a passkey for priya@contoso.com on the new iPhone
      And Contoso demands attestation for new passkeys
      When Priya signs in to priya@contoso.com with the passkey on the new iPhone
      Then it succeeds

  Rule: After a change of the sign-in name the passkey is made anew

    Background:
      Given the sign-in name of priya@contoso.com changes to priya.sharma@contoso.com

    @id:ms.work-passkey.new-name @rule:passkey.sign-in-name-changed @situation:S75 @ios @work
    Scenario: Under the new name the passkey of before signs in no more
      When Priya signs in to priya.sharma@contoso.com with the passkey on the iPhone
      Then it is refused because it is not there

    @id:ms.work-passkey.new-name-anew @rule:passkey.sign-in-name-changed @situation:S75 @ios @work
    Scenario: Made anew, it does
      Given Priya makes a passkey for priya.sharma@contoso.com on the iPhone
      When Priya signs in to priya.sharma@contoso.com with the passkey on the iPhone
      Then it succeeds

    @id:ms.work-passkey.new-name-pushes @rule:passkey.sign-in-name-changed @situation:S75 @ios @work
    Scenario: Pushes go to the iPhone as before
      When Priya signs in to priya.sharma@contoso.com on a computer as usual
      Then the push goes to Priya's iPhone
