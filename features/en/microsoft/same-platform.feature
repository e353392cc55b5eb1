Feature: A backup stays with its kind of phone
  What an iPhone has saved restores on an iPhone only, and Android's only on Android. Who changes sides adds
  every account again, and needs the old phone until that is done.

  Rule: Nothing crosses from one kind of phone to the other

    Background:
      Given it is 15 June 2025
      And Ben has the code-only Microsoft account ben@outlook.com

    @id:ms.sides.iphone-to-android @ios @android @generation-1 @situation:S35 @rule:backup.same-platform-only
    Example: From an iPhone to Android, while both kinds of phone ask for the same Microsoft account
      Given Ben uses an iPhone
      And Ben adds "Uber" and ben@outlook.com on the iPhone
      And Ben turns on cloud backup with ben@outlook.com on the iPhone
      And Ben sets up a new Android phone
      When Ben restores the backup on the new Android phone with ben@outlook.com
      Then it is refused because the backup is not stored with that account
      And Ben's new Android phone lists 0 accounts

    @id:ms.sides.android-to-iphone @ios @android @generation-1 @situation:S35 @rule:backup.same-platform-only
    Example: From Android to an iPhone, in the same days
      Given Ben uses an Android phone
      And Ben adds "Uber" and ben@outlook.com on the Android phone
      And Ben turns on cloud backup with ben@outlook.com on the Android phone
      And Ben sets up a new iPhone
      When Ben restores the backup on the new iPhone with ben@outlook.com
      Then it is refused because the backup is not stored with that account
      And Ben's new iPhone lists 0 accounts

  Rule: Since September 2025 an iPhone does not even ask for the Microsoft account

    Background:
      Given it is 4 March 2026
      And Priya has the code-only Microsoft account priya@outlook.com
      And Priya uses an Android phone
      And Priya adds "Airbnb" and priya@outlook.com on the Android phone
      And Priya turns on cloud backup with priya@outlook.com on the Android phone

    @id:ms.sides.android-to-new-iphone @ios @android @generation-2 @situation:S35 @rule:backup.same-platform-only
    Example: An iPhone finds nothing of what Android has saved
      Given Priya sets up a new iPhone
      When Priya restores the backup on the new iPhone with priya@outlook.com
      Then it is refused because there is no backup
      And Priya's new iPhone lists 0 accounts

    @id:ms.sides.back-to-android @ios @android @generation-2 @situation:S35 @rule:backup.same-platform-only
    Example: The way over an iPhone does no harm to what Android has saved
      Given Priya sets up a new iPhone
      And Priya adds "Booking" on the new iPhone
      And Priya sets up a new Android phone
      When Priya restores the backup on the new Android phone with priya@outlook.com
      Then the restore brought back 2 and asks to sign in to 0
      And Priya's new Android phone does not list "Booking"

    @id:ms.sides.added-again-by-hand @ios @android @generation-2 @situation:S35 @rule:backup.same-platform-only
    Example: Added again at its site, the account works, and the old phone's code no longer does
      Given Priya sets up a new iPhone
      And Priya adds "Airbnb" on the new iPhone
      When Priya signs in to "Airbnb" with the code on the Android phone
      Then it is refused because the code is wrong
      And Priya's new iPhone shows working codes for "Airbnb"

  Rule: Not even a name crosses from an iPhone to Android, nor the code of a work account

    Background:
      Given it is 20 June 2025
      And Nora has the code-only Microsoft account nora@outlook.com
      And Nora has the passwordless Microsoft account nora.b@hotmail.com
      And Nora is an employee of Contoso with the account nora@contoso.com
      And Nora is an employee of Fabrikam with the account nora@fabrikam.com
      And Nora uses an iPhone
      And Nora adds nora@outlook.com, nora.b@hotmail.com and nora@contoso.com on the iPhone
      And Nora adds nora@fabrikam.com on the iPhone through the third-party flow
      And Nora turns on cloud backup with nora@outlook.com on the iPhone

    @id:ms.sides.no-name-on-android @ios @android @generation-1 @situation:S35 @rule:backup.same-platform-only
    Example: Of four accounts on the lost iPhone, Android does not show one
      Given Nora loses the iPhone
      And Nora sets up a new Android phone
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then it is refused because the backup is not stored with that account
      And Nora's new Android phone lists 0 accounts

  Rule: Nor does anything cross from Android to iCloud

    Background:
      Given it is 4 March 2026
      And Nora has the code-only Microsoft account nora@outlook.com
      And Nora has the passwordless Microsoft account nora.b@hotmail.com
      And Nora is an employee of Contoso with the account nora@contoso.com
      And Nora is an employee of Fabrikam with the account nora@fabrikam.com
      And Nora uses an Android phone
      And Nora adds nora@outlook.com, nora.b@hotmail.com and nora@contoso.com on the Android phone
      And Nora adds nora@fabrikam.com on the Android phone through the third-party flow
      And Nora turns on cloud backup with nora@outlook.com on the Android phone

    @id:ms.sides.no-name-on-iphone @ios @android @generation-2 @situation:S35 @rule:backup.same-platform-only
    Example: The new iPhone asks for no account and shows none
      Given Nora loses the Android phone
      And Nora sets up a new iPhone
      When Nora opens Authenticator on the new iPhone
      Then Nora's new iPhone lists 0 accounts

  Rule: One Microsoft account may protect a backup of each kind of phone

    Background:
      Given it is 22 May 2025
      And Lena uses an iPhone with the Microsoft account lena@outlook.com
      And Lena adds "Signal" on the iPhone
      And Lena turns on cloud backup with lena@outlook.com on the iPhone
      And Lena uses an Android phone with the Microsoft account lena@outlook.com
      And Lena adds "Twitch" and "Reddit" on the Android phone
      And Lena turns on cloud backup with lena@outlook.com on the Android phone

    @id:ms.sides.two-backups-side-by-side @ios @android @generation-1 @rule:backup.one-copy @rule:backup.same-platform-only
    Scenario Outline: Neither has replaced the other: <which>
      Given Lena sets up <new phone>
      When Lena restores the backup on <that phone> with lena@outlook.com
      Then the restore brought back <number> and asks to sign in to 0

      Examples:
        | which            | new phone           | that phone            | number |
        | the iPhone's own | a new iPhone        | the new iPhone        | 1      |
        | Android's own    | a new Android phone | the new Android phone | 2      |

    @id:ms.sides.exchanged @ios @android @generation-1 @rule:backup.same-platform-only
    Scenario Outline: Lying in the other's place, a backup is still told apart: <whose>
      Given the stored backup of Lena is exchanged with that of the other kind of phone
      And Lena sets up <new phone>
      When Lena restores the backup on <that phone> with lena@outlook.com
      Then it is refused because the backup is from the other kind of phone
      And Lena's <listed phone> lists 0 accounts

      Examples:
        | whose                     | new phone           | that phone            | listed phone      |
        | an iPhone meets Android's | a new iPhone        | the new iPhone        | new iPhone        |
        | Android meets an iPhone's | a new Android phone | the new Android phone | new Android phone |
