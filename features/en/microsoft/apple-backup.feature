@ios @generation-2
Feature: What Apple's own backups carry, and when they are made
  iCloud Backup, a computer's backup and Quick Start copy the iPhone. They leave Keychain's synced items to
  iCloud, keep some secrets on their own device, and know nothing of the app's accounts.

  Rule: iCloud Backup runs at night, on an iPhone that is locked, on power and on Wi-Fi

    Background:
      Given it is 20:00 on 1 October 2025
      And Ben uses an iPhone
      And Ben adds "GitHub" on the iPhone

    @id:ms.apple.night-missed @rule:icloud.backup-nightly @rule:icloud.keychain-not-in-backup @situation:S22
    Scenario Outline: No backup that night, and the codes are safe all the same: <what was missing>
      Given Ben leaves the iPhone <how>
      And Ben loses the iPhone
      And Ben sets up a new iPhone
      When Ben moves from the iPhone to the new iPhone with iCloud Backup
      Then it is refused because there is no backup
      And Ben's new iPhone shows working codes for "GitHub"

      Examples:
        | what was missing | how                                            |
        | power            | on Wi-Fi without power overnight               |
        | Wi-Fi            | charging away from Wi-Fi overnight             |
        | the lock         | charging on Wi-Fi overnight without locking it |

    @id:ms.apple.night-kept @rule:icloud.backup-nightly
    Example: With all three, there is one in the morning
      Given Ben leaves the iPhone charging on Wi-Fi overnight
      And Ben loses the iPhone
      And Ben sets up a new iPhone
      When Ben moves from the iPhone to the new iPhone with iCloud Backup
      Then it succeeds

    @id:ms.apple.lost-before-the-night @rule:icloud.backup-nightly @rule:device.lost-is-lost
    Example: Lost on the evening itself, the iPhone was not backed up
      Given Ben loses the iPhone
      And 12 hours pass
      And Ben sets up a new iPhone
      When Ben moves from the iPhone to the new iPhone with iCloud Backup
      Then it is refused because there is no backup

  Rule: An unused iCloud Backup is kept for 180 days, and the Keychain for longer

    Background:
      Given it is 20:00 on 1 October 2025
      And Ben uses an iPhone
      And Ben adds "GitHub" on the iPhone
      And Ben leaves the iPhone charging on Wi-Fi overnight
      And Ben loses the iPhone

    @id:ms.apple.day-180 @rule:icloud.backup-180-days
    Example: On the 180th day it is still there
      Given it is 01:00 on 31 March 2026
      And Ben sets up a new iPhone
      When Ben moves from the iPhone to the new iPhone with iCloud Backup
      Then it succeeds

    @id:ms.apple.day-181 @rule:icloud.backup-180-days @situation:S23
    Example: On the 181st it is gone, and the codes come from Keychain
      Given it is 03:00 on 31 March 2026
      And Ben sets up a new iPhone
      When Ben moves from the iPhone to the new iPhone with iCloud Backup
      Then it is refused because there is no backup
      And Ben's new iPhone shows working codes for "GitHub"

  Rule: A full iCloud storage keeps iCloud Backup from running

    Background:
      Given it is 20:00 on 2 November 2025
      And Lena uses an iPhone
      And the iCloud storage of Lena is full
      And Lena adds "Strava" on the iPhone

    @id:ms.apple.storage-full @rule:icloud.quota @rule:keychain.quota @situation:S21
    Example: Plugged in every night for nothing, the iPhone has no backup and its codes are safe
      Given Lena leaves the iPhone charging on Wi-Fi overnight
      And Lena loses the iPhone
      And Lena sets up a new iPhone
      When Lena moves from the iPhone to the new iPhone with iCloud Backup
      Then it is refused because there is no backup
      And Lena's new iPhone shows working codes for "Strava"

    @id:ms.apple.room-again @rule:icloud.quota
    Example: The first night with room again makes one
      Given Lena leaves the iPhone charging on Wi-Fi overnight
      And the iCloud storage of Lena has room again
      And Lena leaves the iPhone charging on Wi-Fi overnight
      And Lena loses the iPhone
      And Lena sets up a new iPhone
      When Lena moves from the iPhone to the new iPhone with iCloud Backup
      Then it succeeds

  Rule: Ordinary keychain items travel by some routes, those of this device only by none

    Background:
      Given it is 5 April 2026
      And Tom uses an iPhone

    @id:ms.apple.routes
    Scenario Outline: An item of another app, moved to a new iPhone: <why>
      Given another app keeps <item> in the keychain of Tom's iPhone
      And Tom leaves the iPhone charging on Wi-Fi overnight
      And Tom sets up a new iPhone
      When Tom moves from the iPhone to the new iPhone with <route>
      Then the keychain of Tom's new iPhone <holds it or not> <item> of the other app

      @rule:icloud.quick-start
      Examples:
        | why                             | item             | route       | holds it or not |
        | both iPhones are there to vouch | an ordinary item | Quick Start | holds           |

      @rule:icloud.quick-start @rule:icloud.this-device-only
      Examples:
        | why                                | item                         | route       | holds it or not |
        | even so it stays where it was made | an item for this device only | Quick Start | does not hold   |

      @rule:icloud.finder-backup
      Examples:
        | why                                   | item             | route                          | holds it or not |
        | the backup's own password protects it | an ordinary item | an encrypted computer backup   | holds           |
        | only its own iPhone could read it     | an ordinary item | an unencrypted computer backup | does not hold   |

      @rule:icloud.finder-backup @rule:icloud.this-device-only
      Examples:
        | why                    | item                         | route                        | holds it or not |
        | no password lets it go | an item for this device only | an encrypted computer backup | does not hold   |

      @rule:icloud.backup-same-device-keychain
      Examples:
        | why                            | item             | route         | holds it or not |
        | another iPhone has not the key | an ordinary item | iCloud Backup | does not hold   |

      @rule:icloud.this-device-only
      Examples:
        | why                    | item                         | route         | holds it or not |
        | iCloud is no exception | an item for this device only | iCloud Backup | does not hold   |

    @id:ms.apple.same-iphone @rule:icloud.backup-same-device-keychain @rule:icloud.keychain-not-in-backup
    @situation:S03 @open:Q04
    Scenario Outline: The same iPhone is erased and restored from iCloud Backup, with Keychain off: <why>
      Given Tom turns off iCloud Keychain on the iPhone
      And another app keeps <item> in the keychain of Tom's iPhone
      And Tom leaves the iPhone charging on Wi-Fi overnight
      And Tom erases the iPhone
      And Tom signs in to iCloud as tom@icloud.com on the iPhone
      When Tom moves from the iPhone to the iPhone with iCloud Backup
      Then the keychain of Tom's iPhone <holds it or not> <item> of the other app

      Examples:
        | why                                  | item             | holds it or not |
        | it is wrapped with this iPhone's key | an ordinary item | holds           |
        | it was never in the backup           | a synced item    | does not hold   |

  Rule: A copy of the iPhone carries neither the app's codes, which are Keychain's affair, nor its approvals

    Background:
      Given it is 5 April 2026
      And Haruto has the passwordless Microsoft account haruto@outlook.com
      And Haruto uses an iPhone

    @id:ms.apple.copied-with-keychain-off @rule:backup.ios2.gates
    Scenario Outline: The new iPhone looks the same and has no codes; the old one is still needed: <route>
      Given Haruto turns off iCloud Keychain on the iPhone
      And Haruto adds "Discord" on the iPhone
      And Haruto sets up a new iPhone
      When Haruto moves from the iPhone to the new iPhone with <route>
      Then Haruto's new iPhone lists 0 accounts
      And Haruto's iPhone shows working codes for "Discord"

      @situation:S25 @rule:icloud.quick-start @rule:icloud.this-device-only
      Examples:
        | why                        | route       |
        | it promises to move it all | Quick Start |

      @situation:S26 @rule:icloud.finder-backup @rule:icloud.this-device-only
      Examples:
        | why                       | route                        |
        | it is said to hold it all | an encrypted computer backup |

    @id:ms.apple.copied-with-keychain-on @rule:icloud.quick-start @rule:push.not-restored @rule:restore.passwordless-name-only
    @situation:S26
    Example: With Keychain on the codes arrive, and approvals stay behind on the old iPhone
      Given Haruto adds "Discord" and haruto@outlook.com on the iPhone
      And Haruto sets up a new iPhone
      When Haruto moves from the iPhone to the new iPhone with an encrypted computer backup
      Then Haruto's new iPhone shows working codes for "Discord"
      And Haruto's new iPhone asks to sign in to haruto@outlook.com

    @id:ms.apple.passkey-stays @rule:icloud.finder-backup @rule:passkey.device-bound @rule:passkey.not-restored
    @situation:S26
    Example: A passkey is in no computer backup, encrypted or not
      Given Haruto makes a passkey for "GitHub" on the iPhone
      And Haruto sets up a new iPhone
      And Haruto moves from the iPhone to the new iPhone with an encrypted computer backup
      When Haruto signs in to "GitHub" with the passkey on the new iPhone
      Then it is refused because it is not there

  Rule: A changed Apple password locks nobody out of an earlier backup

    Background:
      Given it is 20:00 on 15 December 2025
      And Priya uses an iPhone
      And Priya adds "Notion" on the iPhone

    @id:ms.apple.password-changed @rule:icloud.password-change @situation:S20
    Example: Changed between backup and restore, it spoils neither backup nor Keychain
      Given Priya leaves the iPhone charging on Wi-Fi overnight
      And the Apple Account priya@icloud.com gets a new password
      And Priya sets up a new iPhone
      When Priya moves from the iPhone to the new iPhone with iCloud Backup
      Then it succeeds
      And Priya's new iPhone shows working codes for "Notion"

  Rule: With Advanced Data Protection not even Apple can open what its owner cannot

    Background:
      Given it is 20:00 on 6 January 2026
      And Nora protects iCloud with Advanced Data Protection
      And Nora uses an iPhone
      And Nora adds "Bitwarden" on the iPhone
      And Nora leaves the iPhone charging on Wi-Fi overnight
      And Nora loses the iPhone

    @id:ms.apple.adp-remembered @rule:icloud.adp @rule:keychain.escrow-passcode
    Example: While the passcode is known, it changes nothing
      Given Nora sets up a new iPhone
      When Nora moves from the iPhone to the new iPhone with iCloud Backup
      Then it succeeds
      And Nora's new iPhone shows working codes for "Bitwarden"

    @id:ms.apple.adp-apple-cannot @rule:icloud.adp @situation:S19
    Example: With every key lost, Apple has nothing to open it with
      Given the Apple Account nora@icloud.com can no longer be recovered by its owner
      When the Apple Account nora@icloud.com is opened by Apple's data recovery
      Then it is refused because it is destroyed for good

    @id:ms.apple.adp-all-lost @rule:icloud.adp @situation:S19
    Example: Neither last night's backup nor the codes come to the new iPhone
      Given the Apple Account nora@icloud.com can no longer be recovered by its owner
      And Nora sets up a new iPhone
      And it is refused because it is destroyed for good
      When Nora moves from the iPhone to the new iPhone with iCloud Backup
      Then it is refused because it is destroyed for good
      And Nora's new iPhone lists 0 accounts

  Rule: Without it Apple can give back the backup, and never the Keychain

    Background:
      Given it is 20:00 on 6 January 2026
      And Nora uses an iPhone
      And Nora adds "Bitwarden" on the iPhone
      And Nora leaves the iPhone charging on Wi-Fi overnight
      And Nora loses the iPhone
      And the Apple Account nora@icloud.com can no longer be recovered by its owner

    @id:ms.apple.recovered-by-apple @rule:icloud.adp @rule:icloud.keychain-not-in-backup
    Example: Apple's data recovery opens the backup, and the list stays empty
      Given the Apple Account nora@icloud.com is opened by Apple's data recovery
      And Nora sets up a new iPhone
      And it is refused because it is destroyed for good
      When Nora moves from the iPhone to the new iPhone with iCloud Backup
      Then it succeeds
      And Nora's new iPhone lists 0 accounts

  Rule: A Managed Apple Account holds the backup from iOS 17 on, as long as the organisation lets it

    Background:
      Given it is 12 February 2026
      And Omar has the managed Apple Account omar@contoso.com of Contoso

    @id:ms.apple.managed-left @rule:icloud.managed-account @situation:S15
    Example: After leaving the company, the account lets nobody in
      Given Omar uses a work iPhone with the Apple Account omar@contoso.com
      And Omar adds "Wise" on the work iPhone
      And the Apple Account omar@contoso.com is signed out everywhere by its organisation
      When Omar sets up a new iPhone with the Apple Account omar@contoso.com
      Then it is refused because it is not allowed
      And Omar's new iPhone lists 0 accounts

    @id:ms.apple.managed-not-private @rule:icloud.managed-account @rule:backup.ios2.same-apple-account @situation:S15
    Example: The private account never had them
      Given Omar uses a work iPhone with the Apple Account omar@contoso.com
      And Omar adds "Wise" on the work iPhone
      And the Apple Account omar@contoso.com is signed out everywhere by its organisation
      And Omar sets up a new iPhone
      When Omar opens Authenticator on the new iPhone
      Then Omar's new iPhone lists 0 accounts

    @id:ms.apple.managed-ios-17 @rule:icloud.managed-account
    Example: iOS 17.0 is enough
      Given Omar uses a work iPhone with version 17.0 of its system
      And Omar signs in to iCloud as omar@contoso.com on the work iPhone
      And Omar adds "Wise" on the work iPhone
      And Omar loses the work iPhone
      And Omar sets up a new iPhone with the Apple Account omar@contoso.com
      When Omar opens Authenticator on the new iPhone
      Then Omar's new iPhone shows working codes for "Wise"

    @id:ms.apple.managed-ios-16 @rule:icloud.managed-account
    Example: On iOS 16.7 a managed account has no Keychain
      Given Omar uses a work iPhone with version 16.7 of its system
      When Omar signs in to iCloud as omar@contoso.com on the work iPhone
      Then it is refused because it is not available

  Rule: What the organisation forbids on its iPhone leaves the app without a place for a backup

    Background:
      Given it is 12 February 2026
      And Sofia uses a work iPhone

    @id:ms.apple.forbidden @rule:icloud.mdm @rule:backup.ios2.gates
    Scenario Outline: One prohibition is enough: <what is forbidden>
      Given the profile on Sofia's work iPhone forbids <setting>
      And Sofia adds "Canva" on the work iPhone
      And Sofia loses the work iPhone
      And Sofia sets up a new iPhone
      When Sofia opens Authenticator on the new iPhone
      Then Sofia's new iPhone lists 0 accounts
      And no cloud holds a backup of Sofia

      @situation:S14
      Examples:
        | what is forbidden    | setting         |
        | what carries secrets | iCloud Keychain |

      Examples:
        | what is forbidden       | setting                          |
        | copies of the iPhone    | iCloud Backup                    |
        | a managed app in iCloud | Authenticator in Saved to iCloud |

    @id:ms.apple.forbidden-stays-off @rule:icloud.mdm @situation:S14
    Example: The owner cannot switch it on again
      Given the profile on Sofia's work iPhone forbids iCloud Keychain
      When Sofia turns on iCloud Keychain on the work iPhone
      Then it is refused because a policy forbids it
