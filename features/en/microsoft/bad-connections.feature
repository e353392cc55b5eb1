Feature: Slow, lossy and missing connections
  A phone on a train, a cloud that answers late, an account whose storage is full: what was added still
  has to reach the backup, or the app has to say that it has not.

  Rule: What is slow arrives all the same, and what is lost is said

    Background:
      Given it is 6 February 2026
      And Lena uses an Android phone with the Microsoft account lena@outlook.com
      And Lena turns on cloud backup with lena@outlook.com on the Android phone

    @id:ms.links.slow @rule:backup.latest-state @android
    Example: Four seconds each way are a nuisance and no danger
      Given each way to Microsoft takes four seconds
      When Lena adds "Nintendo" on the Android phone
      Then the backup of Lena's Android phone is on and fresh

    @id:ms.links.lost @rule:backup.stale-warning @rule:backup.latest-state @android
    Example: Nothing gets through, and the app says that the backup is behind
      Given 100 % of the messages to Microsoft are lost
      When Lena adds "Nintendo" on the Android phone
      Then Lena's Android phone says "Your backup is out of date"
      And the backup of Lena's Android phone is out of date

    @id:ms.links.no-longer-lost @rule:backup.latest-state @android
    Example: Once messages get through again, the backup catches up
      Given 100 % of the messages to Microsoft are lost
      And Lena adds "Nintendo" on the Android phone
      And Microsoft loses no more messages
      When Lena opens Authenticator on the Android phone
      Then the backup of Lena's Android phone is on and fresh

    @id:ms.links.one-service @rule:backup.stale-warning @rule:code.matches-site @android
    Example: One service out of reach stops the backup, and no code
      Given Lena's Android phone cannot reach Microsoft
      When Lena adds "Nintendo" on the Android phone
      Then the backup of Lena's Android phone is out of date
      And Lena's Android phone shows working codes for "Nintendo"

  Rule: Without an Apple Account that has room, an iPhone saves nothing

    Background:
      Given it is 20:00 on 2 November 2025

    @id:ms.links.no-apple-account @rule:backup.ios2.gates @ios @generation-2
    Example: An iPhone that nobody signed in leaves nothing behind
      Given Haruto uses an iPhone without an Apple Account
      And Haruto adds "Mercari" on the iPhone
      And Haruto loses the iPhone
      And Haruto sets up a new iPhone
      When Haruto opens Authenticator on the new iPhone
      Then Haruto's new iPhone lists 0 accounts

    @id:ms.links.old-system-other-account @rule:backup.ios2.same-apple-account @ios @generation-2
    Example: What an old iPhone saved under one Apple Account is not under the other
      Given Omar uses an iPhone with version 17.0 of its system and the Apple Account haddad.family@icloud.com
      And Omar adds "Telegram" on the iPhone
      And Omar loses the iPhone
      And Omar sets up a new iPhone
      When Omar opens Authenticator on the new iPhone
      Then Omar's new iPhone lists 0 accounts

    @id:ms.links.other-storage-full @rule:icloud.quota @ios @generation-2
    Example: The account on the iPhone is the full one, whatever else its owner has
      Given Lena has the Apple Account lena.alt@icloud.com
      And the iCloud storage of lena.alt@icloud.com is full
      And Lena uses an iPhone with the Apple Account lena.alt@icloud.com
      And Lena leaves the iPhone charging on Wi-Fi overnight
      And Lena sets up a new iPhone with the Apple Account lena.alt@icloud.com
      When Lena moves from the iPhone to the new iPhone with iCloud Backup
      Then it is refused because there is no backup

  Rule: A work account is known by the domain of its organisation

    @id:ms.links.domain @rule:restore.work-name-only @ios @generation-2 @work
    Example: Whatever the domain is called, only the name comes back
      Given it is 20 October 2025
      And Northwind is an organisation with the domain "nwt.example"
      And Tom is an employee of Northwind with the account tom@nwt.example
      And Tom uses an iPhone
      And Tom adds tom@nwt.example on the iPhone
      When Tom sets up a new iPhone
      Then Tom's new iPhone asks to sign in to tom@nwt.example
