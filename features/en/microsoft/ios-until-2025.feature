@ios @generation-1
Feature: Backup on an iPhone until September 2025
  The app seals the list of accounts with a personal Microsoft account and puts it in the owner's iCloud.
  Who wants it back needs both, and had to switch it on in the first place.

  Rule: Three settings of the iPhone and a personal Microsoft account come before a backup

    Background:
      Given it is 10 June 2025
      And Mika uses an iPhone
      And Mika has the code-only Microsoft account mika@outlook.com
      And Mika signs in to mika@outlook.com on the iPhone
      And Mika adds "GitHub" and "Rakuten" on the iPhone

    @id:ms.ios1.all-gates-on @rule:backup.ios1.gates @rule:restore.no-old-phone @rule:restore.third-party-code
    Example: With all four in place, the codes come back on the next iPhone
      Given Mika turns on cloud backup with mika@outlook.com on the iPhone
      And Mika loses the iPhone
      And Mika sets up a new iPhone
      When Mika restores the backup on the new iPhone with mika@outlook.com
      Then the restore brought back 2 and asks to sign in to 0
      And Mika's new iPhone shows working codes for "GitHub" and "Rakuten"

    @id:ms.ios1.gate-closed @rule:backup.ios1.gates
    Scenario Outline: One setting is off: <what it keeps back>
      Given Mika turns off <setting> on the iPhone
      When Mika turns on cloud backup with mika@outlook.com on the iPhone
      Then it is refused because a switch is off
      And the backup of Mika's iPhone is off
      And no cloud holds a backup of Mika

      Examples:
        | what it keeps back             | setting                          |
        | the iPhone itself is not saved | iCloud Backup                    |
        | the app is kept out of iCloud  | Authenticator in Saved to iCloud |

    @id:ms.ios1.toggle-never-on @rule:backup.ios1.gates
    Example: The settings of the iPhone alone save nothing while the toggle in the app is off
      Given Mika opens Authenticator on the iPhone
      And Mika loses the iPhone
      And Mika sets up a new iPhone
      When Mika restores the backup on the new iPhone with mika@outlook.com
      Then it is refused because the backup is not stored with that account
      And Mika's new iPhone lists 0 accounts

    @id:ms.ios1.keychain-not-needed @rule:backup.ios1.gates
    Example: iCloud Keychain has no part in it yet
      Given Mika turns off iCloud Keychain on the iPhone
      And Mika turns on cloud backup with mika@outlook.com on the iPhone
      And Mika loses the iPhone
      And Mika sets up a new iPhone
      And Mika turns off iCloud Keychain on the new iPhone
      When Mika restores the backup on the new iPhone with mika@outlook.com
      Then Mika's new iPhone shows working codes for "GitHub" and "Rakuten"

  Rule: A backup opens only with the same iCloud account and the same Microsoft account

    Background:
      Given it is 2 July 2025
      And Kenji has the code-only Microsoft account kenji@outlook.com
      And Kenji has the code-only Microsoft account kenji.old@hotmail.com
      And Kenji uses an iPhone with the Microsoft account kenji@outlook.com
      And Kenji adds "Amazon" on the iPhone
      And Kenji turns on cloud backup with kenji@outlook.com on the iPhone
      And Kenji loses the iPhone

    @id:ms.ios1.other-icloud @rule:backup.ios1.both-accounts
    Example: Under another iCloud account nothing is found, and under the right one it is
      Given Kenji sets up a new iPhone with the Apple Account kenji.sato@icloud.com
      And Kenji restores the backup on the new iPhone with kenji@outlook.com
      And it is refused because the backup is not stored with that account
      And Kenji signs in to iCloud as kenji@icloud.com on the new iPhone
      When Kenji restores the backup on the new iPhone with kenji@outlook.com
      Then Kenji's new iPhone shows working codes for "Amazon"

    @id:ms.ios1.other-microsoft-account @rule:backup.ios1.both-accounts @rule:backup.wrong-recovery-account
    @situation:S30
    Example: The other Microsoft account is unable to recover, and nothing changes
      Given Kenji sets up a new iPhone
      When Kenji restores the backup on the new iPhone with kenji.old@hotmail.com
      Then it is refused because the backup is not stored with that account
      And Kenji's new iPhone says "Unable to recover"
      And Kenji's new iPhone lists 0 accounts

    @id:ms.ios1.right-account-after-wrong @rule:backup.wrong-recovery-account @situation:S30
    Example: After a try with the wrong account, the right one still opens the backup
      Given Kenji sets up a new iPhone
      And Kenji restores the backup on the new iPhone with kenji.old@hotmail.com
      And it is refused because the backup is not stored with that account
      When Kenji restores the backup on the new iPhone with kenji@outlook.com
      Then the restore brought back 1 and asks to sign in to 0
      And Kenji's new iPhone shows working codes for "Amazon"

  Rule: A backup in the wrong account is put right by deleting it and making a new one

    Background:
      Given it is 1 August 2025
      And Aiko has the code-only Microsoft account aiko@outlook.com
      And Aiko has the code-only Microsoft account tanaka.family@outlook.com
      And Aiko uses an iPhone with the Microsoft account aiko@outlook.com
      And Aiko signs in to tanaka.family@outlook.com on the iPhone
      And Aiko adds "LINE" on the iPhone
      And Aiko turns on cloud backup with tanaka.family@outlook.com on the iPhone

    @id:ms.ios1.no-change-while-on @rule:backup.delete-and-recreate
    Example: While the backup is on, the account cannot simply be swapped
      When Aiko turns on cloud backup with aiko@outlook.com on the iPhone
      Then it is refused because there is one already
      And the backup of Aiko's iPhone is on and fresh

    @id:ms.ios1.recreated-under-right-account @rule:backup.delete-and-recreate @situation:S32
    Example: Switched off and on again with the right account, it comes back from there
      Given Aiko turns off cloud backup on the iPhone
      And Aiko turns on cloud backup with aiko@outlook.com on the iPhone
      And Aiko loses the iPhone
      And Aiko sets up a new iPhone
      When Aiko restores the backup on the new iPhone with aiko@outlook.com
      Then Aiko's new iPhone shows working codes for "LINE"

    @id:ms.ios1.wrong-account-emptied @rule:backup.delete-and-recreate @situation:S32
    Example: Switching it off has really taken it out of the wrong account
      Given Aiko turns off cloud backup on the iPhone
      And Aiko loses the iPhone
      And Aiko sets up a new iPhone
      When Aiko restores the backup on the new iPhone with tanaka.family@outlook.com
      Then it is refused because the backup is not stored with that account
      And no cloud holds a backup of Aiko

  Rule: "Something went wrong" means that nobody is signed in

    Background:
      Given it is 5 May 2025
      And Tom has the code-only Microsoft account tom@outlook.com
      And Tom uses an iPhone
      And Tom adds "PayPal" on the iPhone

    @id:ms.ios1.something-went-wrong @rule:backup.something-went-wrong @situation:S34
    Example: Nobody is signed in, and backup does not go on
      When Tom turns on cloud backup with tom@outlook.com on the iPhone
      Then it is refused because nobody is signed in
      And Tom's iPhone says "Something went wrong"
      And the backup of Tom's iPhone is off

    @id:ms.ios1.continue-after-sign-in @rule:backup.something-went-wrong @situation:S34
    Example: Signed in and switched on again, it works
      Given Tom turns on cloud backup with tom@outlook.com on the iPhone
      And it is refused because nobody is signed in
      And Tom signs in to tom@outlook.com on the iPhone
      When Tom turns on cloud backup with tom@outlook.com on the iPhone
      Then it succeeds
      And the backup of Tom's iPhone is on and fresh

  Rule: An expired sign-in leaves the backup out of date until somebody signs in again

    Background:
      Given it is 3 March 2025
      And Sofia uses an iPhone with the Microsoft account sofia@outlook.com
      And Sofia adds "Dropbox" on the iPhone
      And Sofia turns on cloud backup with sofia@outlook.com on the iPhone
      And the sign-in to sofia@outlook.com expires

    @id:ms.ios1.red-mark @rule:backup.stale-warning
    Example: Opening the app shows the mark
      When Sofia opens Authenticator on the iPhone
      Then Sofia's iPhone says "Your backup is out of date"
      And the backup of Sofia's iPhone is out of date

    @id:ms.ios1.added-since-is-missing @rule:backup.stale-warning @situation:S39
    Example: What was added while the mark was ignored is not in the backup
      Given Sofia adds "Slack" on the iPhone
      And Sofia loses the iPhone
      And Sofia sets up a new iPhone
      When Sofia restores the backup on the new iPhone with sofia@outlook.com
      Then the restore brought back 1 and asks to sign in to 0
      And Sofia's new iPhone has "Dropbox" ready
      And Sofia's new iPhone does not list "Slack"

    @id:ms.ios1.sign-in-clears-mark @situation:S39 @rule:backup.stale-warning @rule:backup.latest-state
    Example: Signing in again and opening the app saves what was added meanwhile
      Given Sofia adds "Slack" on the iPhone
      And Sofia signs in to sofia@outlook.com on the iPhone
      And Sofia opens Authenticator on the iPhone
      And Sofia loses the iPhone
      And Sofia sets up a new iPhone
      When Sofia restores the backup on the new iPhone with sofia@outlook.com
      Then Sofia's new iPhone shows working codes for "Dropbox" and "Slack"

  Rule: Accounts that are already in the app block a restore

    Background:
      Given it is 18 April 2025
      And Priya uses an iPhone with the Microsoft account priya@outlook.com
      And Priya adds "Notion" and "Zoom" on the iPhone
      And Priya turns on cloud backup with priya@outlook.com on the iPhone
      And Priya sets up a new iPhone
      And Priya adds "Signal" on the new iPhone

    @id:ms.ios1.accounts-present @rule:backup.accounts-present-block
    Example: One account on the new iPhone is enough to keep the backup out
      When Priya restores the backup on the new iPhone with priya@outlook.com
      Then it is refused because there are accounts in the app
      And Priya's new iPhone lists 1 account

    @id:ms.ios1.accounts-removed @rule:backup.accounts-present-block
    Example: Once that account is removed, everything comes back
      Given Priya removes "Signal" from the new iPhone
      When Priya restores the backup on the new iPhone with priya@outlook.com
      Then the restore brought back 2 and asks to sign in to 0
      And Priya's new iPhone does not list "Signal"

  Rule: Backup came to the iPhone on 24 April 2018, and not before

    Background:
      Given it is 23:59:59 on 23 April 2018
      And Omar uses an iPhone with the Microsoft account omar@outlook.com

    @id:ms.ios1.day-before-first-version @rule:backup.first-version
    Example: One second too early there is nothing to switch on
      When Omar turns on cloud backup with omar@outlook.com on the iPhone
      Then it is refused because it is not available

    @id:ms.ios1.first-version @rule:backup.first-version
    Example: With the version of that day a backup is made
      Given it is 24 April 2018
      And Omar updates Authenticator on the iPhone
      When Omar turns on cloud backup with omar@outlook.com on the iPhone
      Then it succeeds
      And the backup of Omar's iPhone is on and fresh
