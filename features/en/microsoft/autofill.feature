Feature: The end of autofill in summer 2025
  In three steps, from June to August 2025, Authenticator stopped being a place for passwords. Each story
  stands on one side of one date, because the other side was promised something else.

  Background:
    Given it is 5 May 2025
    And Sofia uses an iPhone with the Microsoft account sofia@outlook.com
    And Sofia saves the password of "Amazon" on the iPhone

  Rule: From June 2025 no new password can be saved

    @id:ms.autofill.save-last-second @rule:autofill.no-new-passwords @autofill
    Scenario: In the last second of May a password is saved, and Edge has it too
      Given it is 23:59:59 on 31 May 2025
      When Sofia saves the password of "GitHub" on the iPhone
      Then it succeeds
      And Edge has the passwords of "Amazon" and "GitHub" for sofia@outlook.com

    @id:ms.autofill.save-refused @rule:autofill.no-new-passwords @autofill
    Scenario: With the first second of June it is refused, and Edge knows of no new one
      Given it is 1 June 2025
      When Sofia saves the password of "GitHub" on the iPhone
      Then it is refused because it is not available
      And Edge has the passwords of "Amazon" for sofia@outlook.com

    @id:ms.autofill.saved-ones-stay @rule:autofill.no-new-passwords @rule:autofill.passwords-readable @autofill
    Scenario: What was saved before stays where it is in June
      Given it is 1 June 2025
      When Sofia looks at the saved passwords on the iPhone
      Then of saved passwords the app shows 1, of generated ones 0, of cards 0

  Rule: Until the end of June 2025 passwords are filled in, and from 1 August no longer

    @id:ms.autofill.fills @rule:autofill.fills @autofill
    Scenario: Ten seconds before the end of June the password is filled in
      Given it is 23:59:50 on 30 June 2025
      When Sofia fills in the password of "Amazon" on the iPhone
      Then it succeeds

    @id:ms.autofill.fills-android @rule:autofill.fills @autofill @android
    Scenario: On Android as well
      Given Sofia uses an Android phone with the Microsoft account sofia@outlook.com
      And Sofia saves the password of "GitHub" on the Android phone
      And it is 23:59:50 on 30 June 2025
      When Sofia fills in the password of "GitHub" on the Android phone
      Then it succeeds

    @id:ms.autofill.stops @rule:autofill.stops @autofill
    Scenario: In the first second of August the page stays empty, and the app says why
      Given it is 1 August 2025
      When Sofia fills in the password of "Amazon" on the iPhone
      Then it is refused because it is not available
      And Sofia's iPhone says "Autofill has ended"

  Rule: Until the last second of July 2025 the passwords can be read in the app, then never again

    @id:ms.autofill.readable-till-end @rule:autofill.passwords-readable @autofill
    Scenario: In the last second of July there is still time to write it down
      Given it is 23:59:59 on 31 July 2025
      When Sofia looks at the saved passwords on the iPhone
      Then of saved passwords the app shows 1, of generated ones 0, of cards 0

    @id:ms.autofill.inaccessible @rule:autofill.passwords-inaccessible @autofill
    Scenario Outline: On <moment> the passwords are out of reach: <why>
      Given it is <moment>
      When Sofia looks at the saved passwords on the iPhone
      Then it is refused because it is not available
      And Sofia's iPhone says "Autofill has ended"

      Examples:
        | why                        | moment        |
        | the first second of August | 1 August 2025 |
        | it is no pause but an end  | 3 March 2026  |

    @id:ms.autofill.reinstall-no-help @rule:autofill.passwords-inaccessible @autofill
    Scenario: Installing the app once more does not bring them back
      Given it is 2 August 2025
      And Sofia reinstalls Authenticator on the iPhone
      When Sofia looks at the saved passwords on the iPhone
      Then it is refused because it is not available

  Rule: Until 31 July 2025 the passwords can be exported

    @id:ms.autofill.export-in-time @rule:autofill.export-until @autofill
    Scenario: At 23:59:50 on the last day the file is written
      Given it is 23:59:50 on 31 July 2025
      When Sofia exports the saved passwords on the iPhone
      Then of saved passwords the app shows 1, of generated ones 0, of cards 0

    @id:ms.autofill.export-too-late @rule:autofill.export-until @rule:autofill.passwords-inaccessible @rule:autofill.edge-keeps @situation:S62 @autofill
    Scenario: Two days later nothing is exported, and Edge is where they are
      Given it is 2 August 2025
      When Sofia exports the saved passwords on the iPhone
      Then it is refused because it is not available
      And Edge has the passwords of "Amazon" for sofia@outlook.com

  Rule: Saved passwords go on living in Edge

    @id:ms.autofill.edge-after-loss @rule:autofill.edge-keeps @autofill
    Scenario: The phone is gone, August has come, and the passwords are still in Edge
      Given Sofia saves the password of "GitHub" on the iPhone
      And Sofia loses the iPhone
      When it is 15 August 2025
      Then Edge has the passwords of "Amazon" and "GitHub" for sofia@outlook.com

    @id:ms.autofill.edge-opened @rule:autofill.edge-keeps @autofill
    Scenario: Whoever opens Edge in August finds the passwords there
      Given it is 15 August 2025
      When Sofia opens Edge as sofia@outlook.com
      Then it succeeds
      And Edge has the passwords of "Amazon" for sofia@outlook.com

    @id:ms.autofill.edge-after-offline @rule:autofill.edge-keeps @autofill
    Scenario: A password saved without a connection reaches Edge when the app is next opened
      Given Sofia's iPhone is offline
      And Sofia saves the password of "GitHub" on the iPhone
      And Sofia's iPhone is online again
      When Sofia opens Authenticator on the iPhone
      Then Edge has the passwords of "Amazon" and "GitHub" for sofia@outlook.com

    @id:ms.autofill.edge-new-phone @rule:autofill.edge-keeps @autofill
    Scenario Outline: The lost iPhone gives way to <next phone> on <day>, and Edge has the password: <why>
      Given it is <day>
      And Sofia loses the iPhone
      And Sofia sets up <next phone>
      When Sofia opens Edge as sofia@outlook.com
      Then it succeeds
      And Edge has the passwords of "Amazon" for sofia@outlook.com

      Examples:
        | why                                      | day          | next phone          |
        | the app itself could still show it then  | 15 July 2025 | a new iPhone        |
        | the backup never had it, in either model | 3 March 2026 | a new iPhone        |
        | Edge does not ask which kind of phone    | 3 March 2026 | a new Android phone |

    @id:ms.autofill.edge-new-android @rule:autofill.edge-keeps @autofill @android
    Scenario: From Android to Android it is no different
      Given Tom has the code-only Microsoft account tom@outlook.com
      And Tom uses an Android phone
      And Tom signs in to tom@outlook.com on the Android phone
      And Tom saves the password of "Amazon" on the Android phone
      And Tom sets up a new Android phone
      When Tom opens Edge as tom@outlook.com
      Then Edge has the passwords of "Amazon" for tom@outlook.com

  Rule: Passwords that were never saved, and cards, are deleted and are nowhere else

    Background:
      Given Tom uses an iPhone

    @id:ms.autofill.before-the-end @rule:autofill.payment-deleted @rule:autofill.generated-unsaved-gone @autofill
    Scenario: Until the end of June a card and an unsaved password are still there
      Given Sofia generates the password of "GitHub" on the iPhone
      And Sofia saves the card "Visa 1881" on the iPhone
      And it is 23:59:50 on 30 June 2025
      And Sofia opens Authenticator on the iPhone
      When Sofia looks at the saved passwords on the iPhone
      Then of saved passwords the app shows 1, of generated ones 1, of cards 1
      And Edge has the passwords of "Amazon" for sofia@outlook.com

    @id:ms.autofill.generated-gone @rule:autofill.generated-unsaved-gone @rule:autofill.edge-keeps @situation:S63 @autofill
    Scenario: A password that was generated and never saved is not in Edge either
      Given Sofia generates the password of "GitHub" on the iPhone
      And Sofia saves the password of "Netflix" on the iPhone
      And it is 1 August 2025
      When Sofia opens Authenticator on the iPhone
      Then Edge has the passwords of "Amazon" and "Netflix" for sofia@outlook.com

    @id:ms.autofill.deleted-not-hidden @rule:autofill.payment-deleted @rule:autofill.generated-unsaved-gone @situation:S64 @autofill
    Scenario: Setting the clock back to May shows that they are deleted and not merely hidden
      Given Tom saves the card "Mastercard 0004" on the iPhone
      And Tom generates the password of "GitHub" on the iPhone
      And it is 1 August 2025
      And Tom opens Authenticator on the iPhone
      And the clock of Tom's iPhone is 80 days slow
      When Tom looks at the saved passwords on the iPhone
      Then of saved passwords the app shows 0, of generated ones 0, of cards 0

    @id:ms.autofill.saved-after-generating @rule:autofill.edge-keeps @rule:autofill.generated-unsaved-gone @autofill
    Scenario: Saving a generated password in time is what keeps it
      Given Sofia generates the password of "GitHub" on the iPhone
      And Sofia saves the password of "GitHub" on the iPhone
      And it is 1 August 2025
      When Sofia opens Authenticator on the iPhone
      Then Edge has the passwords of "Amazon" and "GitHub" for sofia@outlook.com

  Rule: The end of autofill changes nothing about codes and their backup

    Background:
      Given Sofia uses an Android phone
      And Sofia adds "GitHub" on the Android phone with the test secret of RFC 6238
      And Sofia signs in to sofia@outlook.com on the Android phone
      And Sofia turns on cloud backup with sofia@outlook.com on the Android phone

    @id:ms.autofill.codes-go-on @rule:autofill.codes-unaffected @situation:S65 @autofill
    Scenario Outline: On <moment> the codes are what they were: <why>
      When it is <moment>
      Then the code of "GitHub" on Sofia's Android phone is "<code>"
      And the backup of Sofia's Android phone is on and fresh

      Examples:
        | why                              | moment                   | code   |
        | filling in may have ended        | 12:00 on 1 July 2025     | 602429 |
        | passwords can still be read      | 23:59:50 on 31 July 2025 | 320897 |
        | passwords are out of reach       | 1 August 2025            | 428478 |
        | a year later nobody remembers it | 12:00 on 1 August 2026   | 647989 |

    @id:ms.autofill.backup-goes-on @rule:autofill.codes-unaffected @situation:S65 @autofill @android
    Scenario: A backup made before the end is restored after it
      Given Sofia sets up a new Android phone
      And it is 1 August 2025
      When Sofia restores the backup on the new Android phone with sofia@outlook.com
      Then the restore brought back 1 and asks to sign in to 0
      And the code of "GitHub" on Sofia's new Android phone is "428478"

    @id:ms.autofill.added-after @rule:autofill.codes-unaffected @situation:S65 @autofill @android
    Scenario: What is added after the end goes into the backup as ever
      Given it is 2 August 2025
      And Sofia adds "PayPal" on the Android phone
      And Sofia loses the Android phone
      And Sofia sets up a new Android phone
      When Sofia restores the backup on the new Android phone with sofia@outlook.com
      Then the restore brought back 2 and asks to sign in to 0
