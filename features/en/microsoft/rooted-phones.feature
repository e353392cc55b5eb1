Feature: Rooted and jailbroken phones
  In three phases a month apart the app warns, then blocks, then removes work accounts on a phone whose
  protections were taken off. Nothing else on that phone is the employer's business.

  Rule: On Android the phases begin on 28 February, 28 March and 28 April 2026

    Background:
      Given it is 20 January 2026
      And Kenji has the code-only Microsoft account kenji@outlook.com
      And Kenji is an employee of Contoso with the account kenji@contoso.com
      And Kenji uses an Android phone
      And Kenji adds "GitHub", kenji@outlook.com and kenji@contoso.com on the Android phone
      And Kenji roots the Android phone

    @id:ms.root.android-phases @rule:root.warn @rule:root.block @rule:root.wipe @rule:root.only-work @situation:S55 @android @work
    Scenario Outline: The app is opened at <moment>: <why>
      Given it is <moment>
      When Kenji opens Authenticator on the Android phone
      Then Kenji's Android phone says <message>
      And Kenji's Android phone lists <number> accounts
      And Kenji's Android phone shows working codes for "GitHub" and kenji@outlook.com

      Examples:
        | why                            | moment                    | message                                    | number |
        | the first day is for a warning | 28 February 2026          | "This phone is rooted or jailbroken" | 3      |
        | the last second of warnings    | 23:59:59 on 27 March 2026 | "This phone is rooted or jailbroken" | 3      |
        | the second phase blocks        | 28 March 2026             | "Work and school accounts are blocked" | 3      |
        | blocked and still there        | 23:59:59 on 27 April 2026 | "Work and school accounts are blocked" | 3      |
        | the third phase removes        | 28 April 2026             | "Work and school accounts were removed" | 2      |

    @id:ms.root.android-before @rule:root.warn @situation:S55 @android @work
    Scenario: On the evening before, nothing is said
      Given it is 23:59:59 on 27 February 2026
      When Kenji opens Authenticator on the Android phone
      Then Kenji's Android phone says nothing about it
      And Kenji's Android phone has "GitHub", kenji@outlook.com and kenji@contoso.com ready

    @id:ms.root.android-wiped @rule:root.wipe @rule:root.only-work @situation:S55 @android @work
    Scenario: What is wiped is the work account, and nothing else
      Given it is 28 April 2026
      When Kenji opens Authenticator on the Android phone
      Then Kenji's Android phone does not list kenji@contoso.com
      But Kenji's Android phone has "GitHub" and kenji@outlook.com ready

    @id:ms.root.android-approve @rule:root.warn @rule:root.block @situation:S55 @android @work
    Scenario Outline: A request is approved at <moment>: <why>
      Given it is <moment>
      And Kenji signs in to kenji@contoso.com on a computer as usual
      When Kenji approves the request to kenji@contoso.com on the Android phone
      Then <outcome>

      Examples:
        | why                        | moment                    | outcome                                   |
        | warned, but let through    | 23:59:00 on 27 March 2026 | it succeeds                               |
        | the phone no longer counts | 28 March 2026             | it is refused because the phone is rooted |

    @id:ms.root.android-register @rule:root.warn @rule:root.block @situation:S55 @android @work
    Scenario Outline: A work account is added at <moment>: <why>
      Given Kenji is an employee of Fabrikam with the account kenji@fabrikam.com
      And it is <moment>
      When Kenji adds kenji@fabrikam.com on the Android phone
      Then <outcome>
      And Kenji's Android phone says <message>
      And Kenji's Android phone lists <number> accounts

      Examples:
        | why                  | moment                    | outcome                                   | message                                 | number |
        | added with a warning | 23:59:59 on 27 March 2026 | it succeeds                               | "This phone is rooted or jailbroken" | 4      |
        | no new work account  | 28 March 2026             | it is refused because the phone is rooted | "Work and school accounts are blocked" | 3      |

  Rule: On iOS they begin on 1 April, 1 May and 1 June 2026

    Background:
      Given it is 20 January 2026
      And Tom has the passwordless Microsoft account tom@outlook.com
      And Tom is an employee of Contoso with the account tom@contoso.com
      And Tom uses an iPhone
      And Tom adds "Amazon", tom@outlook.com and tom@contoso.com on the iPhone
      And Tom jailbreaks the iPhone

    @id:ms.root.ios-phases @rule:root.warn @rule:root.block @rule:root.wipe @rule:root.only-work @situation:S55 @ios @work
    Scenario Outline: The app is opened at <moment>: <why> (iPhone)
      Given it is <moment>
      When Tom opens Authenticator on the iPhone
      Then Tom's iPhone says <message>
      And Tom's iPhone lists <number> accounts
      And Tom's iPhone has "Amazon" and tom@outlook.com ready

      Examples:
        | why                            | moment                    | message                                    | number |
        | the first day is for a warning | 1 April 2026              | "This phone is rooted or jailbroken" | 3      |
        | when Androids have been wiped  | 23:59:59 on 30 April 2026 | "This phone is rooted or jailbroken" | 3      |
        | the second phase blocks        | 1 May 2026                | "Work and school accounts are blocked" | 3      |
        | blocked and still there        | 23:59:59 on 31 May 2026   | "Work and school accounts are blocked" | 3      |
        | the third phase removes        | 1 June 2026               | "Work and school accounts were removed" | 2      |

    @id:ms.root.ios-before @rule:root.warn @situation:S55 @ios @work
    Scenario: A month after Android's warnings an iPhone still says nothing
      Given it is 23:59:59 on 31 March 2026
      When Tom opens Authenticator on the iPhone
      Then Tom's iPhone says nothing about it
      And Tom's iPhone has "Amazon", tom@outlook.com and tom@contoso.com ready

    @id:ms.root.warned-beside @rule:root.warn @situation:S55 @ios @work
    Scenario: Another warning does not push this one off the screen
      Given the stored backup of Tom is altered in one place
      And Tom reinstalls Authenticator on the iPhone
      And Tom is an employee of Fabrikam with the account tom@fabrikam.com
      And it is 1 April 2026
      When Tom adds tom@fabrikam.com on the iPhone
      Then Tom's iPhone says "This phone is rooted or jailbroken"

  Rule: Personal and third-party accounts are left alone

    Background:
      Given it is 1 July 2026
      And Sofia has the passwordless Microsoft account sofia@outlook.com
      And Sofia uses an Android phone
      And Sofia roots the Android phone

    @id:ms.root.private-phone @rule:root.only-work @android
    Scenario: A phone without a work account is not even spoken to
      Given Sofia adds "GitHub" and sofia@outlook.com on the Android phone
      When Sofia opens Authenticator on the Android phone
      Then Sofia's Android phone says nothing about it
      And Sofia's Android phone has "GitHub" and sofia@outlook.com ready

    @id:ms.root.private-added @rule:root.only-work @android
    Scenario: In the third phase private accounts can still be added
      When Sofia adds "GitHub" and sofia@outlook.com on the Android phone
      Then it succeeds
      And Sofia's Android phone says nothing about it
      And Sofia's Android phone shows working codes for "GitHub"

    @id:ms.root.third-party-work @rule:root.only-work @rule:restore.third-party-work-code @android @work
    Scenario: A work account added as third-party is a third-party account here as well
      Given Sofia is an employee of Contoso with the account sofia@contoso.com
      And Sofia adds sofia@contoso.com on the Android phone through the third-party flow
      When Sofia opens Authenticator on the Android phone
      Then Sofia's Android phone says nothing about it
      And Sofia's Android phone shows working codes for sofia@contoso.com

  Rule: The check is repeated at every use of a work account

    Background:
      Given it is 10 April 2026
      And Haruto is an employee of Contoso with the account haruto@contoso.com
      And Haruto uses an Android phone
      And Haruto adds haruto@contoso.com on the Android phone

    @id:ms.root.rooted-later @rule:root.continuous @rule:root.block @situation:S57 @android @work
    Scenario: A phone rooted after enrolment is caught at the next approval
      Given Haruto signs in to haruto@contoso.com on a computer as usual
      And Haruto roots the Android phone
      When Haruto approves the request to haruto@contoso.com on the Android phone
      Then it is refused because the phone is rooted

    @id:ms.root.opened-later @rule:root.continuous @situation:S57 @android @work
    Scenario: The clean bill of the morning is worth nothing in the evening
      Given Haruto opens Authenticator on the Android phone
      And Haruto roots the Android phone
      When Haruto opens Authenticator on the Android phone
      Then Haruto's Android phone says "Work and school accounts are blocked"

    @id:ms.root.undone-while-blocked @rule:root.continuous @rule:root.block @situation:S57 @android @work
    Scenario: Undone before the wipe, the work account goes on as if nothing had been
      Given Haruto roots the Android phone
      And Haruto opens Authenticator on the Android phone
      And Haruto unroots the Android phone
      And Haruto signs in to haruto@contoso.com on a computer as usual
      When Haruto approves the request to haruto@contoso.com on the Android phone
      Then it succeeds

  Rule: After the wipe a restore brings back names, each to be registered again

    Background:
      Given it is 20 January 2026
      And Kenji has the code-only Microsoft account kenji@outlook.com
      And Kenji is an employee of Contoso with the account kenji@contoso.com
      And Ada is an administrator of Contoso with the account ada@contoso.com
      And Kenji uses an Android phone
      And Kenji adds "GitHub", kenji@outlook.com and kenji@contoso.com on the Android phone
      And Kenji turns on cloud backup with kenji@outlook.com on the Android phone
      And Kenji roots the Android phone
      And it is 28 April 2026
      And Kenji opens Authenticator on the Android phone

    @id:ms.root.restored-after-wipe @rule:root.wipe @rule:restore.work-name-only @rule:restore.sign-in-again @situation:S56 @android @work
    Scenario: The name comes back on the phone that was put right
      Given Kenji unroots the Android phone
      And Kenji reinstalls Authenticator on the Android phone
      And Kenji signs in to kenji@outlook.com on the Android phone
      When Kenji restores the backup on the Android phone with kenji@outlook.com
      Then the restore brought back 2 and asks to sign in to 1
      And Kenji's Android phone asks to sign in to kenji@contoso.com

    @id:ms.root.registered-after-wipe @rule:restore.sign-in-again @rule:tap.in-app @situation:S56 @android @work
    Scenario: There it is registered anew, with an administrator's help
      Given Kenji unroots the Android phone
      And Kenji reinstalls Authenticator on the Android phone
      And Kenji restores the backup on the Android phone with kenji@outlook.com
      And ada@contoso.com issues a one-time Temporary Access Pass to kenji@contoso.com
      When Kenji completes the sign-in of kenji@contoso.com on the Android phone with the Temporary Access Pass
      Then it succeeds
      And Kenji's Android phone has kenji@contoso.com ready

    @id:ms.root.restored-still-rooted @rule:root.wipe @rule:root.block @rule:restore.work-name-only @situation:S56 @android @work
    Scenario: On the phone that is still rooted the name comes back and its sign-in is refused
      Given Kenji reinstalls Authenticator on the Android phone
      And Kenji restores the backup on the Android phone with kenji@outlook.com
      And ada@contoso.com issues a one-time Temporary Access Pass to kenji@contoso.com
      When Kenji completes the sign-in of kenji@contoso.com on the Android phone with the Temporary Access Pass
      Then it is refused because the phone is rooted
      And Kenji's Android phone has "GitHub" and kenji@outlook.com ready

  Rule: If the other copy of the announcement is right (Q10), iPhones come first

    Background:
      Given the open question Q10 is answered "ios-first"
      And it is 20 January 2026
      And Tom is an employee of Contoso with the account tom@contoso.com
      And Tom uses an iPhone
      And Tom uses an Android phone
      And Tom adds "Amazon", "Steam" and tom@contoso.com on the iPhone
      And Tom adds "Dropbox", "Steam" and tom@contoso.com on the Android phone
      And Tom jailbreaks the iPhone
      And Tom roots the Android phone

    @id:ms.root.ios-first @rule:root.warn @rule:root.block @rule:root.wipe @situation:S55 @open:Q10 @ios @work
    Scenario Outline: An iPhone is opened at <moment>: <why>
      Given it is <moment>
      When Tom opens Authenticator on the iPhone
      Then Tom's iPhone says <message>
      And Tom's iPhone lists <number> accounts

      Examples:
        | why                            | moment           | message                                 | number |
        | the first day is for a warning | 28 February 2026 | "This phone is rooted or jailbroken"    | 3      |
        | the second phase blocks        | 28 March 2026    | "Work and school accounts are blocked"  | 3      |
        | the third phase removes        | 28 April 2026    | "Work and school accounts were removed" | 2      |

    @id:ms.root.android-second-before @rule:root.warn @situation:S55 @open:Q10 @android @work
    Scenario: An Android phone then says nothing until April
      Given it is 23:59:59 on 31 March 2026
      When Tom opens Authenticator on the Android phone
      Then Tom's Android phone says nothing about it

    @id:ms.root.android-second @rule:root.warn @rule:root.block @rule:root.wipe @situation:S55 @open:Q10 @android @work
    Scenario Outline: An Android phone is opened at <moment>: <why>
      Given it is <moment>
      When Tom opens Authenticator on the Android phone
      Then Tom's Android phone says <message>
      And Tom's Android phone lists <number> accounts

      Examples:
        | why                            | moment       | message                                 | number |
        | the first day is for a warning | 1 April 2026 | "This phone is rooted or jailbroken"    | 3      |
        | the second phase blocks        | 1 May 2026   | "Work and school accounts are blocked"  | 3      |
        | the third phase removes        | 1 June 2026  | "Work and school accounts were removed" | 2      |
