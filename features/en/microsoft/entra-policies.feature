Feature: What an organisation lets people register
  A work account added as if it were third-party is an ordinary code, and so lies in the backup. Whoever
  wants to prevent that has to know which policy decides, and since when.

  Background:
    Given it is 09:00 on 1 September 2025
    And Priya uses an iPhone
    And Priya is an employee of Contoso with the account priya@contoso.com

  Rule: Until 30 September 2025 one policy that allows a method is enough; from then on only one decides

    @id:ms.entra.policies @rule:entra.any-policy-allows @rule:entra.legacy-policies-end @situation:S53 @ios @work
    Scenario Outline: Blocked in <policy>, at <moment>: <why>
      Given Contoso blocks third-party one-time passwords in <policy>
      And it is <moment>
      When Priya adds priya@contoso.com on the iPhone through the third-party flow
      Then <outcome>

      Examples:
        | why                                | policy                            | moment                        | outcome                                   |
        | the older policies still say yes   | the authentication methods policy | 23:59:59 on 29 September 2025 | it succeeds                               |
        | the older policies have no say     | the authentication methods policy | 30 September 2025             | it is refused because a policy forbids it |
        | nobody says yes                    | every policy                      | 23:59:59 on 29 September 2025 | it is refused because a policy forbids it |
        | a block in an older policy is void | the legacy MFA policy             | 30 September 2025             | it succeeds                               |

    @id:ms.entra.legacy-managed @rule:entra.legacy-policies-end @work
    Scenario Outline: An older policy is changed at <moment>: <why>
      Given it is <moment>
      When Contoso blocks third-party one-time passwords in <policy>
      Then <outcome>

      Examples:
        | why                               | policy                 | moment                        | outcome                                   |
        | the last evening                  | the legacy MFA policy  | 23:59:59 on 29 September 2025 | it succeeds                               |
        | methods are managed there no more | the legacy MFA policy  | 30 September 2025             | it is refused because it is not available |
        | nor in the policy for resets      | the legacy SSPR policy | 30 September 2025             | it is refused because it is not available |

  Rule: Where third-party codes are blocked, no new work secret enters a backup

    Background:
      Given it is 09:00 on 3 November 2025

    @id:ms.entra.third-party-work @rule:restore.third-party-work-code @rule:entra.block-third-party-otp @situation:S52 @ios @work
    Scenario: Where it is allowed, the work code comes back on a phone the company has never seen
      Given Priya adds priya@contoso.com on the iPhone through the third-party flow
      And Priya loses the iPhone
      And Priya sets up a new iPhone
      When Priya opens Authenticator on the new iPhone
      Then Priya's new iPhone has priya@contoso.com ready
      And Priya's new iPhone shows working codes for priya@contoso.com

    @id:ms.entra.blocked @rule:entra.block-third-party-otp @rule:restore.work-name-only @situation:S52 @ios @work
    Scenario: Where it is blocked, what comes back of a work account is its name
      Given Contoso blocks third-party one-time passwords in the authentication methods policy
      And Priya adds priya@contoso.com on the iPhone through the third-party flow
      And it is refused because a policy forbids it
      And Priya adds priya@contoso.com on the iPhone
      And Priya sets up a new iPhone
      When Priya opens Authenticator on the new iPhone
      Then Priya's new iPhone asks to sign in to priya@contoso.com

    @id:ms.entra.blocked-nothing-left @rule:entra.block-third-party-otp @situation:S52 @ios @work
    Scenario: A refused registration leaves nothing behind, on the phone or in iCloud
      Given Contoso blocks third-party one-time passwords in the authentication methods policy
      When Priya adds priya@contoso.com on the iPhone through the third-party flow
      Then it is refused because a policy forbids it
      And Priya's iPhone lists 0 accounts
      And no cloud holds a backup of Priya

    @id:ms.entra.blocked-later @rule:entra.block-third-party-otp @situation:S52 @ios @work
    Scenario: A block that comes later takes no registered code away
      Given Priya adds priya@contoso.com on the iPhone through the third-party flow
      And Contoso blocks third-party one-time passwords in the authentication methods policy
      When Priya signs in to priya@contoso.com with the code on the iPhone
      Then it succeeds

  Rule: An administrator can register a third-party app even where it is blocked

    @id:ms.entra.sspr-admin @rule:entra.sspr-admin-allows @rule:entra.block-third-party-otp @situation:S54 @android @work
    Scenario Outline: Ben is <role>: <why>
      Given it is 09:00 on 3 November 2025
      And Contoso blocks third-party one-time passwords in the authentication methods policy
      And Ben is <role> of Contoso with the account ben@contoso.com
      And Ben uses an Android phone
      When Ben adds ben@contoso.com on the Android phone through the third-party flow
      Then <outcome>

      Examples:
        | why                                  | role             | outcome                                   |
        | the door for resets stays open       | an administrator | it succeeds                               |
        | for everybody else the block is true | an employee      | it is refused because a policy forbids it |
