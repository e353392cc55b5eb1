@android
Feature: Backup on Android
  On Android the backup is switched on in the app and lies with a personal Microsoft account. It comes back
  on a new phone whose app is still empty, to whoever can sign in to that account.

  Rule: Cloud backup in the app and a personal Microsoft account are all it takes

    Background:
      Given it is 17 March 2026
      And Tom has the code-only Microsoft account tom@outlook.com
      And Tom has the passwordless Microsoft account tom.k@hotmail.com
      And Tom is an employee of Contoso with the account tom@contoso.com
      And Tom uses an Android phone
      And Tom adds "PayPal", tom@outlook.com, tom.k@hotmail.com and tom@contoso.com on the Android phone

    @id:ms.android.restored-first-of-all @situation:S28 @rule:backup.android.cloud-backup
    @rule:restore.third-party-code @rule:restore.personal-code @rule:restore.passwordless-name-only
    @rule:restore.work-name-only @rule:backup.account-kinds @rule:restore.no-old-phone
    Example: Restored before anything else, the codes work and the rest signs in
      Given Tom turns on cloud backup with tom@outlook.com on the Android phone
      And Tom loses the Android phone
      And Tom sets up a new Android phone
      When Tom restores the backup on the new Android phone with tom@outlook.com
      Then the restore brought back 2 and asks to sign in to 2
      And Tom's new Android phone shows working codes for "PayPal" and tom@outlook.com
      And Tom's new Android phone asks to sign in to tom.k@hotmail.com and tom@contoso.com

    @id:ms.android.personal-codes-differ @situation:S67 @rule:personal.per-device-credential
    @rule:restore.third-party-code
    Example: The two phones show different codes for the personal account, and both are right
      Given Tom turns on cloud backup with tom@outlook.com on the Android phone
      And Tom sets up a new Android phone
      When Tom restores the backup on the new Android phone with tom@outlook.com
      Then Tom's Android phone and Tom's new Android phone show the same code for "PayPal"
      And Tom's Android phone and Tom's new Android phone show different codes for tom@outlook.com
      And Tom's Android phone shows working codes for tom@outlook.com
      And Tom's new Android phone shows working codes for tom@outlook.com

    @id:ms.android.work-recovery-account @situation:S42 @rule:backup.personal-recovery-account
    Example: A work account is refused as recovery account
      When Tom turns on cloud backup with tom@contoso.com on the Android phone
      Then it is refused because a personal Microsoft account is required
      And the backup of Tom's Android phone is off
      And no cloud holds a backup of Tom

    @id:ms.android.never-switched-on @rule:backup.android.cloud-backup
    Example: Nobody switched it on, so nothing is there
      Given Tom opens Authenticator on the Android phone
      And Tom loses the Android phone
      And Tom sets up a new Android phone
      When Tom restores the backup on the new Android phone with tom@outlook.com
      Then it is refused because the backup is not stored with that account
      And Tom's new Android phone lists 0 accounts

    @id:ms.android.removed-before-backup @situation:S41 @rule:backup.removed-before-backup @rule:backup.deleted-is-gone
    Example: An account deleted before backup was on stays deleted
      Given Tom removes "PayPal" from the Android phone
      And Tom turns on cloud backup with tom@outlook.com on the Android phone
      And Tom loses the Android phone
      And Tom sets up a new Android phone
      When Tom restores the backup on the new Android phone with tom@outlook.com
      Then Tom's new Android phone lists 3 accounts
      And Tom's new Android phone does not list "PayPal"

  Rule: Backup came to Android on 12 September 2019, and not before

    Background:
      Given it is 23:59:59 on 11 September 2019
      And Nora uses an Android phone with the Microsoft account nora@outlook.com

    @id:ms.android.day-before-first-version @rule:backup.first-version
    Example: One second too early, though iPhones have had it for a year
      When Nora turns on cloud backup with nora@outlook.com on the Android phone
      Then it is refused because it is not available

    @id:ms.android.first-version @rule:backup.first-version
    Example: With the version of that day a backup is made
      Given it is 12 September 2019
      And Nora updates Authenticator on the Android phone
      When Nora turns on cloud backup with nora@outlook.com on the Android phone
      Then it succeeds
      And the backup of Nora's Android phone is on and fresh

  Rule: A restore comes first of all, and with the right account

    Background:
      Given it is 6 February 2026
      And Lena has the code-only Microsoft account lena@outlook.com
      And Lena has the code-only Microsoft account lena.alt@hotmail.com
      And Lena uses an Android phone with the Microsoft account lena@outlook.com
      And Lena adds "Gmail" and "Instagram" on the Android phone
      And Lena turns on cloud backup with lena@outlook.com on the Android phone

    @id:ms.android.signed-in-first @situation:S29 @rule:backup.accounts-present-block
    Example: An account added first keeps the backup out
      Given Lena sets up a new Android phone
      And Lena adds lena.alt@hotmail.com on the new Android phone
      When Lena restores the backup on the new Android phone with lena@outlook.com
      Then it is refused because there are accounts in the app
      And Lena's new Android phone lists 1 account

    @id:ms.android.all-removed-then-restored @situation:S29 @rule:backup.accounts-present-block
    Example: With every account removed, the restore works
      Given Lena sets up a new Android phone
      And Lena adds lena.alt@hotmail.com on the new Android phone
      And Lena removes lena.alt@hotmail.com from the new Android phone
      When Lena restores the backup on the new Android phone with lena@outlook.com
      Then the restore brought back 2 and asks to sign in to 0
      And Lena's new Android phone shows working codes for "Gmail" and "Instagram"

    @id:ms.android.unable-to-recover @situation:S30 @rule:backup.wrong-recovery-account
    Example: The other Microsoft account is unable to recover
      Given Lena sets up a new Android phone
      When Lena restores the backup on the new Android phone with lena.alt@hotmail.com
      Then it is refused because the backup is not stored with that account
      And Lena's new Android phone says "Unable to recover"
      And Lena's new Android phone lists 0 accounts

    @id:ms.android.right-account-after-wrong @situation:S30 @rule:backup.wrong-recovery-account
    Example: The wrong account has harmed nothing: the right one still works
      Given Lena loses the Android phone
      And Lena sets up a new Android phone
      And Lena restores the backup on the new Android phone with lena.alt@hotmail.com
      And it is refused because the backup is not stored with that account
      When Lena restores the backup on the new Android phone with lena@outlook.com
      Then Lena's new Android phone shows working codes for "Gmail" and "Instagram"

    @id:ms.android.one-never-got-out @situation:S40 @rule:backup.complete @rule:backup.stale-warning
    Example: All come back but the one that never left the lost phone, and its site helps
      Given Lena's Android phone is offline
      And Lena adds "Nintendo" on the Android phone
      And Lena loses the Android phone
      And Lena sets up a new Android phone
      And Lena restores the backup on the new Android phone with lena@outlook.com
      When Lena recovers "Nintendo" with the site's own help on the new Android phone
      Then Lena's new Android phone shows working codes for "Gmail", "Instagram" and "Nintendo"

    @id:ms.android.offline-is-said @rule:backup.stale-warning @rule:backup.latest-state
    Example: While the phone is offline, the app says that the backup is behind
      Given Lena's Android phone is offline
      When Lena adds "Nintendo" on the Android phone
      Then Lena's Android phone says "Your backup is out of date"
      And the backup of Lena's Android phone is out of date

  Rule: Switching backup on at the new phone before restoring erases what is there

    Background:
      Given it is 9 May 2026
      And Sofia uses an Android phone with the Microsoft account sofia@outlook.com
      And Sofia adds "Spotify" and "Zoom" on the Android phone
      And Sofia turns on cloud backup with sofia@outlook.com on the Android phone
      And Sofia loses the Android phone
      And Sofia sets up a new Android phone with the Microsoft account sofia@outlook.com

    @id:ms.android.asks-before-erasing @situation:S31 @rule:backup.enable-before-restore-erases
    Example: The app asks before it erases
      When Sofia turns on cloud backup with sofia@outlook.com on the new Android phone
      Then it is refused because there is one already
      And Sofia's new Android phone says "There is a backup already"
      And the backup of Sofia's new Android phone is off

    @id:ms.android.erased-for-good @situation:S31 @rule:backup.enable-before-restore-erases @rule:backup.one-copy
    Example: Saying yes replaces it by an empty one, and there is no way back
      Given Sofia turns on cloud backup with sofia@outlook.com on the new Android phone, erasing the existing backup
      When Sofia restores the backup on the new Android phone with sofia@outlook.com
      Then the restore brought back 0 and asks to sign in to 0
      And Sofia's new Android phone lists 0 accounts

    @id:ms.android.kept-and-restored @situation:S31 @rule:backup.enable-before-restore-erases
    Example: Saying no keeps it, and it can be restored
      Given Sofia turns on cloud backup with sofia@outlook.com on the new Android phone, keeping the existing backup
      And it is refused because there is one already
      When Sofia restores the backup on the new Android phone with sofia@outlook.com
      Then the restore brought back 2 and asks to sign in to 0

  Rule: A recovery account holds one backup, and the last phone to write it wins

    Background:
      Given it is 21 June 2026
      And Ben uses an Android phone with the Microsoft account ben@outlook.com
      And Ben adds "GitLab" on the Android phone
      And Ben turns on cloud backup with ben@outlook.com on the Android phone
      And Ben uses a second Android phone with the Microsoft account ben@outlook.com
      And Ben adds "Jira" on the second Android phone

    @id:ms.android.second-phone-replaces @situation:S43 @rule:backup.one-copy
    Example: The second phone's backup has taken the place of the first one's
      Given Ben turns on cloud backup with ben@outlook.com on the second Android phone, erasing the existing backup
      And Ben sets up a new Android phone
      When Ben restores the backup on the new Android phone with ben@outlook.com
      Then Ben's new Android phone lists 1 account
      And Ben's new Android phone has "Jira" ready
      And Ben's new Android phone does not list "GitLab"

  Rule: Between deleting a backup and making a new one there is none

    Background:
      Given it is 13 May 2026
      And Omar has the code-only Microsoft account omar@outlook.com
      And Omar has the code-only Microsoft account haddad.family@outlook.com
      And Omar uses an Android phone with the Microsoft account omar@outlook.com
      And Omar signs in to haddad.family@outlook.com on the Android phone
      And Omar adds "Wise" on the Android phone
      And Omar turns on cloud backup with haddad.family@outlook.com on the Android phone
      And Omar turns off cloud backup on the Android phone

    @id:ms.android.recreating-fails @situation:S33 @rule:backup.delete-and-recreate
    Example: Making it again fails, and that leaves nothing
      Given Microsoft is unreachable
      When Omar turns on cloud backup with omar@outlook.com on the Android phone
      Then it is refused because there is no connection
      And the backup of Omar's Android phone is off
      And no cloud holds a backup of Omar

    @id:ms.android.lost-in-between @situation:S33 @rule:backup.delete-and-recreate @rule:device.lost-is-lost
    Scenario Outline: The phone is lost in between, and no account opens anything: <whose>
      Given Omar loses the Android phone
      And Omar sets up a new Android phone
      When Omar restores the backup on the new Android phone with <recovery account>
      Then it is refused because the backup is not stored with that account
      And Omar's new Android phone lists 0 accounts

      Examples:
        | whose                  | recovery account          |
        | the one that was wrong | haddad.family@outlook.com |
        | the one that was meant | omar@outlook.com          |

    @id:ms.android.recreated-in-time @situation:S32 @rule:backup.delete-and-recreate
    Example: Made again under the right account, it comes back from there
      Given Omar turns on cloud backup with omar@outlook.com on the Android phone
      And Omar loses the Android phone
      And Omar sets up a new Android phone
      When Omar restores the backup on the new Android phone with omar@outlook.com
      Then Omar's new Android phone shows working codes for "Wise"

  Rule: "Something went wrong" means that nobody is signed in

    @id:ms.android.something-went-wrong @situation:S34 @rule:backup.something-went-wrong
    Example: Cloud backup without naming an account, and nobody is signed in
      Given it is 4 April 2026
      And Kenji uses an Android phone
      And Kenji adds "Mercari" on the Android phone
      When Kenji turns on cloud backup without naming an account on the Android phone
      Then it is refused because nobody is signed in
      And Kenji's Android phone says "Something went wrong"
      And no cloud holds a backup of Kenji

  Rule: A recovery account that only the lost app can prove opens nothing for thirty days

    Background:
      Given it is 1 July 2026
      And Ada has the Authenticator-only Microsoft account ada@outlook.com
      And Ada uses an Android phone
      And Ada adds "Steam" and ada@outlook.com on the Android phone
      And Ada turns on cloud backup with ada@outlook.com on the Android phone
      And Ada loses the Android phone
      And Ada sets up a new Android phone

    @id:ms.android.recovery-circle @situation:S37 @rule:personal.recovery-circle
    Example: The key is in the box that it opens
      When Ada restores the backup on the new Android phone with ada@outlook.com
      Then it is refused because the proof is on the missing phone
      And Ada's new Android phone lists 0 accounts

    @id:ms.android.thirtieth-day-not-over @situation:S37 @rule:personal.thirty-day-wait @rule:personal.recovery-circle
    Example: One second before the thirty days are over, the new security info does not count
      Given Ada replaces the security info of ada@outlook.com
      And it is 23:59:59 on 30 July 2026
      When Ada restores the backup on the new Android phone with ada@outlook.com
      Then it is refused because a waiting time has to pass
      And Ada's new Android phone lists 0 accounts

    @id:ms.android.thirty-days-over @situation:S37 @rule:personal.thirty-day-wait
    Example: After thirty days it counts, and the backup opens
      Given Ada replaces the security info of ada@outlook.com
      And 30 days pass
      When Ada restores the backup on the new Android phone with ada@outlook.com
      Then Ada's new Android phone shows working codes for "Steam"

    @id:ms.android.replacement-cancelled @situation:S38 @rule:personal.thirty-day-wait
    Example: An approval on the phone that turned up again calls the replacement off
      Given Ada replaces the security info of ada@outlook.com
      And Ada finds the Android phone
      And Ada approves with the old security info of ada@outlook.com on the Android phone
      And Ada loses the Android phone
      And it is 31 July 2026
      When Ada restores the backup on the new Android phone with ada@outlook.com
      Then it is refused because the proof is on the missing phone

  Rule: What a restore brings from one account is in the backup under another at once

    Background:
      Given it is 1 January 2026
      And Mika uses an Android phone with the Microsoft account mika@outlook.com
      And Mika has the code-only Microsoft account mika.other@outlook.com
      And Mika adds "GitHub" on the Android phone
      And Mika turns on cloud backup with mika@outlook.com on the Android phone
      And Mika reinstalls Authenticator on the Android phone
      And Mika signs in to mika.other@outlook.com on the Android phone
      And Mika turns on cloud backup with mika.other@outlook.com on the Android phone

    @id:ms.android.restored-into-another @rule:backup.latest-state @android
    Example: A second recovery account gets what the first gave back
      Given Mika restores the backup on the Android phone with mika@outlook.com
      And Mika reinstalls Authenticator on the Android phone
      When Mika restores the backup on the Android phone with mika.other@outlook.com
      Then the restore brought back 1 and asks to sign in to 0
