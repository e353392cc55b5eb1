Feature: Push approval and phone sign-in
  A push goes to the phones that are registered, wherever they are, and a restore registers none. What an
  approval takes has changed over the years; each date is tried on both sides.

  Background:
    Given it is 1 June 2022
    And Mika uses an iPhone
    And Mika is an employee of Contoso with the account mika@contoso.com
    And Mika adds mika@contoso.com on the iPhone

  Rule: Push approval does not come back with a restore

    Background:
      Given it is 09:00 on 3 November 2025
      And Mika opens Authenticator on the iPhone

    @id:ms.push.goes-to-lost-phone @rule:push.not-restored @rule:work.remove-old-registration @situation:S61 @ios @work
    Scenario: The prompt goes to the phone at the bottom of the sea
      Given Mika loses the iPhone
      And Mika sets up a new iPhone
      And Mika opens Authenticator on the new iPhone
      When Mika signs in to mika@contoso.com on a computer as usual
      Then the push goes to Mika's iPhone
      But no push goes to Mika's new iPhone

    @id:ms.push.restored-cannot-approve @rule:push.not-restored @rule:restore.work-name-only @ios @work
    Scenario: The restored name cannot approve what waits
      Given Mika loses the iPhone
      And Mika sets up a new iPhone
      And Mika signs in to mika@contoso.com on a computer as usual
      When Mika approves the request to mika@contoso.com on the new iPhone
      Then it is refused because the account asks to sign in
      And Mika's new iPhone asks to sign in to mika@contoso.com

    @id:ms.push.transfer-cannot-approve @rule:push.not-restored @ios @work
    Scenario Outline: <route> carries everything over but the right to approve
      Given Mika leaves the iPhone charging on Wi-Fi overnight
      And Mika sets up a new iPhone
      And Mika moves from the iPhone to the new iPhone with <route>
      And Mika signs in to mika@contoso.com on a computer as usual
      When Mika approves the request to mika@contoso.com on the new iPhone
      Then it is refused because the account asks to sign in

      Examples:
        | why                                  | route                        |
        | phone to phone, side by side         | Quick Start                  |
        | the backup that takes the most along | an encrypted computer backup |
        | the nightly backup                   | iCloud Backup                |

    @id:ms.push.registered-anew @rule:push.not-restored @rule:restore.sign-in-again @ios @work
    Scenario: Signed in once more, the new phone gets the prompt and approves it
      Given Mika sets up a new iPhone
      And Mika completes the sign-in of mika@contoso.com on the new iPhone
      And Mika signs in to mika@contoso.com on a computer as usual
      When Mika approves the request to mika@contoso.com on the new iPhone
      Then it succeeds

  Rule: Nor does it on Android, where a Microsoft account opens the backup

    Background:
      Given it is 09:00 on 3 November 2025
      And Kenji is an employee of Contoso with the account kenji@contoso.com
      And Kenji has the code-only Microsoft account kenji@outlook.com
      And Kenji uses an Android phone
      And Kenji adds kenji@outlook.com and kenji@contoso.com on the Android phone
      And Kenji turns on cloud backup with kenji@outlook.com on the Android phone

    @id:ms.push.android-restore @rule:push.not-restored @rule:restore.work-name-only @android @work
    Scenario: The restored Android phone hears nothing
      Given Kenji sets up a new Android phone
      And Kenji restores the backup on the new Android phone with kenji@outlook.com
      When Kenji signs in to kenji@contoso.com on a computer as usual
      Then no push goes to Kenji's new Android phone
      But Kenji's new Android phone has kenji@outlook.com ready
      And Kenji's new Android phone asks to sign in to kenji@contoso.com

    @id:ms.push.android-reset @rule:push.not-restored @android @work
    Scenario: Not even the same phone may approve after a reset and a restore
      Given Kenji erases the Android phone
      And Kenji restores the backup on the Android phone with kenji@outlook.com
      And Kenji signs in to kenji@contoso.com on a computer as usual
      When Kenji approves the request to kenji@contoso.com on the Android phone
      Then it is refused because the account asks to sign in

  Rule: The lost phone goes on getting prompts until it is removed from the security info

    Background:
      Given it is 09:00 on 3 November 2025
      And Mika opens Authenticator on the iPhone
      And Mika sets up a new iPhone
      And Mika completes the sign-in of mika@contoso.com on the new iPhone
      And Mika loses the iPhone

    @id:ms.push.both-phones @rule:work.remove-old-registration @situation:S61 @ios @work
    Scenario: After the move both phones are asked
      When Mika signs in to mika@contoso.com on a computer as usual
      Then the push goes to Mika's iPhone
      And the push goes to Mika's new iPhone

    @id:ms.push.old-phone-removed @rule:work.remove-old-registration @situation:S61 @ios @work
    Scenario: Removed from the security info, the lost phone hears no more
      Given Mika's iPhone is removed from the security info of mika@contoso.com
      When Mika signs in to mika@contoso.com on a computer as usual
      Then no push goes to Mika's iPhone
      But the push goes to Mika's new iPhone

  Rule: Every push asks for the number on the sign-in page

    @id:ms.push.number @rule:work.number-matching @ios @work
    Scenario Outline: A number for a push on <moment>: <why>
      Given it is <moment>
      And Mika signs in to mika@contoso.com on a computer as usual
      When Mika <deed> mika@contoso.com on the iPhone
      Then <outcome>

      Examples:
        | why                                     | moment                 | deed                                    | outcome                                 |
        | a tap is still enough                   | 23:59:59 on 7 May 2023 | types a wrong number for the request to | it succeeds                             |
        | a number at a guess approves nothing    | 8 May 2023             | types a wrong number for the request to | it is refused because the code is wrong |
        | the number on the page is the right one | 00:00:01 on 8 May 2023 | approves the request to                 | it succeeds                             |

    @id:ms.push.number-app @rule:work.number-matching @ios @work
    Scenario Outline: <why>, as in version <version> of the app
      Given it is 8 May 2023
      And Authenticator on Mika's iPhone stays at version <version>
      And Mika signs in to mika@contoso.com on a computer as usual
      When Mika approves the request to mika@contoso.com on the iPhone
      Then <outcome>

      Examples:
        | why                                  | version | outcome                                   |
        | An app too old to ask cannot approve | 6.4.11  | it is refused because it is not available |
        | The first to ask for the number can  | 6.4.12  | it succeeds                               |

  Rule: An unusual sign-in sends no push

    @id:ms.push.unusual @rule:work.anomalous-no-push @situation:S60 @ios @work
    Scenario Outline: Signing in <manner> on <moment>: <why>
      Given it is <moment>
      When Mika signs in to mika@contoso.com on a computer <manner>
      Then <outcome>

      Examples:
        | why                                     | moment                    | manner            | outcome                        |
        | a stranger's sign-in still rings        | 23:59:59 on 31 July 2023  | in an unusual way | the push goes to Mika's iPhone |
        | a stranger's sign-in no longer rings    | 1 August 2023             | in an unusual way | no push goes to Mika's iPhone  |
        | the owner's own sign-in rings as before | 00:00:01 on 1 August 2023 | as usual          | the push goes to Mika's iPhone |

    @id:ms.push.unusual-not-refreshed @rule:work.anomalous-no-push @situation:S60 @ios @work
    Scenario: Whoever waits for the prompt finds nothing to approve
      Given it is 09:00 on 3 November 2025
      And Mika opens Authenticator on the iPhone
      And Mika signs in to mika@contoso.com on a computer in an unusual way
      When Mika approves the request to mika@contoso.com on the iPhone
      Then it is refused because it is not there

    @id:ms.push.unusual-refreshed @rule:work.anomalous-no-push @rule:work.number-matching @situation:S60 @ios @work
    Scenario: Opening the app and refreshing shows the request
      Given it is 09:00 on 3 November 2025
      And Mika opens Authenticator on the iPhone
      And Mika signs in to mika@contoso.com on a computer in an unusual way
      And Mika looks for waiting requests of mika@contoso.com on the iPhone
      When Mika approves the request to mika@contoso.com on the iPhone
      Then it succeeds

  Rule: Phone sign-in is set up on the new phone, once in each tenant

    Background:
      Given Mika is an employee of Fabrikam with the account mika@fabrikam.com
      And Mika adds mika@fabrikam.com on the iPhone
      And Mika turns on phone sign-in for mika@contoso.com on the iPhone

    @id:ms.push.two-tenants @rule:work.phone-sign-in-per-tenant @situation:S59 @ios @work
    Scenario Outline: A second account on <moment>: <why>
      Given it is <moment>
      When Mika turns on phone sign-in for mika@fabrikam.com on the iPhone
      Then <outcome>

      Examples:
        | why                             | moment                   | outcome                                    |
        | one account a phone is the most | 23:59:59 on 13 July 2022 | it is refused because there is one already |
        | a second tenant is welcome      | 14 July 2022             | it succeeds                                |

    @id:ms.push.second-tenant-forgotten @rule:work.phone-sign-in-per-tenant @rule:push.not-restored @situation:S59 @ios @work
    Scenario: On the new phone one tenant does not stand for the other
      Given it is 09:00 on 3 November 2025
      And Mika opens Authenticator on the iPhone
      And Mika sets up a new iPhone
      And Mika completes the sign-in of mika@contoso.com on the new iPhone
      And Mika turns on phone sign-in for mika@contoso.com on the new iPhone
      When Mika turns on phone sign-in for mika@fabrikam.com on the new iPhone
      Then it is refused because the account asks to sign in

    @id:ms.push.guest @rule:work.phone-sign-in-per-tenant @situation:S59 @ios @work
    Scenario: A guest account cannot use it
      Given it is 09:00 on 3 November 2025
      And Mika is a guest of Litware with the account mika@litware.com
      And Mika adds mika@litware.com on the iPhone
      When Mika turns on phone sign-in for mika@litware.com on the iPhone
      Then it is refused because it is not allowed
