@android
Feature: What Android itself copies
  Google's backup and a cable bring the app to a new phone, and leave its accounts behind: what it stores
  can be read on its own phone only. The app's own cloud backup is the one way that carries them.

  Rule: Neither Google's backup nor a cable carries the accounts

    Background:
      Given it is 30 January 2026
      And Sofia has the code-only Microsoft account sofia@outlook.com
      And Sofia uses an Android phone
      And Sofia adds "Etsy" and sofia@outlook.com on the Android phone

    @id:ms.android-system.moved @situation:S36 @rule:android.no-system-backup @rule:android.keystore-bound
    Scenario Outline: The app arrives empty: <what one trusted in>
      Given Sofia sets up a new Android phone
      And Sofia moves from the Android phone to the new Android phone with <route>
      When Sofia opens Authenticator on the new Android phone
      Then Sofia's new Android phone lists 0 accounts
      And Sofia's Android phone shows working codes for "Etsy" and sofia@outlook.com

      Examples:
        | what one trusted in           | route           |
        | a copy kept by Google         | Google's backup |
        | both phones joined by a cable | a cable         |

    @id:ms.android-system.reset @situation:S36 @rule:android.no-system-backup @rule:device.lost-is-lost
    Example: Erased without cloud backup, the phone has nothing to go back to
      Given Sofia erases the Android phone
      And Sofia moves from the Android phone to the Android phone with Google's backup
      When Sofia restores the backup on the Android phone with sofia@outlook.com
      Then it is refused because the backup is not stored with that account
      And Sofia's Android phone lists 0 accounts

    @id:ms.android-system.reset-with-cloud-backup @rule:backup.android.cloud-backup @rule:android.no-system-backup
    Example: With cloud backup on, the same reset costs nothing
      Given Sofia turns on cloud backup with sofia@outlook.com on the Android phone
      And Sofia erases the Android phone
      When Sofia restores the backup on the Android phone with sofia@outlook.com
      Then the restore brought back 2 and asks to sign in to 0
      And Sofia's Android phone shows working codes for "Etsy" and sofia@outlook.com

    @id:ms.android-system.cable-then-restore @rule:backup.android.cloud-backup @rule:android.keystore-bound
    Example: After the cable, the app's own restore still brings everything
      Given Sofia turns on cloud backup with sofia@outlook.com on the Android phone
      And Sofia sets up a new Android phone
      And Sofia moves from the Android phone to the new Android phone with a cable
      When Sofia restores the backup on the new Android phone with sofia@outlook.com
      Then the restore brought back 2 and asks to sign in to 0
      And Sofia's new Android phone shows working codes for "Etsy" and sofia@outlook.com
