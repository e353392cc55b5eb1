@ios @generation-2
Feature: Backup on an iPhone since September 2025
  The list goes to iCloud by itself, and its secrets travel with iCloud Keychain. No Microsoft account is
  asked for, and nothing in the app has to be switched on: the settings of the iPhone decide.

  Rule: A new iPhone shows every account; codes work at once, and what needs a sign-in asks for it

    Background:
      Given it is 09:12 on 14 November 2025
      And Mika has the code-only Microsoft account mika@outlook.com
      And Mika has the passwordless Microsoft account mika.sato@hotmail.com
      And Mika is an employee of Contoso with the account mika@contoso.com
      And "GitHub" hands out SHA-512 codes of 8 digits every 60 seconds
      And Mika uses an iPhone
      And Mika adds "GitHub", "Rakuten", mika@outlook.com, mika.sato@hotmail.com and mika@contoso.com on the iPhone

    @id:ms.ios2.lost-phone-everything-on @situation:S01 @rule:backup.ios2.gates @rule:backup.ios2.names-appear
    @rule:restore.third-party-code @rule:restore.sign-in-again @rule:backup.account-kinds @rule:restore.no-old-phone
    @rule:restore.personal-code @rule:restore.passwordless-name-only @rule:restore.work-name-only
    Example: The iPhone stays on the train, and the new one knows every account
      Given Mika loses the iPhone
      And two days pass
      And Mika sets up a new iPhone
      When Mika opens Authenticator on the new iPhone
      Then Mika's new iPhone lists 5 accounts
      And Mika's new iPhone shows working codes for "GitHub", "Rakuten" and mika@outlook.com
      And Mika's new iPhone asks to sign in to mika.sato@hotmail.com and mika@contoso.com

    @id:ms.ios2.says-sign-in @rule:restore.sign-in-again @rule:backup.ios2.names-appear
    Example: The new iPhone says that something is still to be done
      Given Mika loses the iPhone
      And Mika sets up a new iPhone
      When Mika opens Authenticator on the new iPhone
      Then Mika's new iPhone says "Sign in to restore your account"

    @id:ms.ios2.sign-in-completes-one-row @rule:restore.sign-in-again
    Example: Signing in completes that account, and only that one
      Given Mika loses the iPhone
      And Mika sets up a new iPhone
      And Mika opens Authenticator on the new iPhone
      When Mika completes the sign-in of mika.sato@hotmail.com on the new iPhone
      Then Mika's new iPhone has mika.sato@hotmail.com ready
      And Mika's new iPhone asks to sign in to mika@contoso.com
      And Mika's new iPhone lists 5 accounts

    @id:ms.ios2.personal-codes-differ @situation:S67 @rule:personal.per-device-credential @rule:restore.third-party-code
    Example: With both iPhones in hand, a site's code is the same and a personal account's is not
      Given Mika sets up a new iPhone
      When Mika opens Authenticator on the new iPhone
      Then Mika's iPhone and Mika's new iPhone show the same code for "GitHub"
      And Mika's iPhone and Mika's new iPhone show different codes for mika@outlook.com
      And Mika's iPhone shows working codes for mika@outlook.com
      And Mika's new iPhone shows working codes for mika@outlook.com

  Rule: From 1 September 2025 iCloud is enough, and backup begins by itself

    Background:
      Given it is 23:59:59 on 31 August 2025
      And Kenji has the Authenticator-only Microsoft account kenji@outlook.com
      And Kenji uses an iPhone
      And Kenji adds "Suica" and kenji@outlook.com on the iPhone

    @id:ms.ios2.last-second-of-generation-1 @rule:backup.ios2.no-microsoft-account @rule:backup.ios1.gates
    Example: One second before, nothing is saved that nobody has switched on
      When Kenji opens Authenticator on the iPhone
      Then the backup of Kenji's iPhone is off
      And no cloud holds a backup of Kenji

    @id:ms.ios2.begins-by-itself @rule:backup.ios2.automatic @rule:backup.ios2.no-microsoft-account
    Example: On the day itself, opening the app is all it takes
      Given it is 1 September 2025
      When Kenji opens Authenticator on the iPhone
      Then Kenji's iPhone says nothing about it
      And the backup of Kenji's iPhone is on and fresh

    @id:ms.ios2.locked-microsoft-account @rule:backup.ios2.no-microsoft-account @rule:restore.no-old-phone
    Example: A Microsoft account that only the lost iPhone could prove no longer stands in the way
      Given it is 1 September 2025
      And Kenji opens Authenticator on the iPhone
      And Kenji loses the iPhone
      And Kenji sets up a new iPhone
      When Kenji opens Authenticator on the new iPhone
      Then Kenji's new iPhone shows working codes for "Suica"

    @id:ms.ios2.restore-asks-no-account @rule:backup.ios2.no-microsoft-account @rule:backup.ios2.names-appear
    Example: Who asks for the restore is not asked for a Microsoft account
      Given it is 1 September 2025
      And Kenji opens Authenticator on the iPhone
      And Kenji loses the iPhone
      And Kenji sets up a new iPhone
      When Kenji restores the backup on the new iPhone
      Then Kenji's new iPhone shows working codes for "Suica"

    @id:ms.ios2.toggle-is-gone @rule:backup.ios2.no-microsoft-account @rule:backup.ios2.opt-out-in-settings
    Example: Who follows an older guide finds no toggle in the app any more
      Given it is 1 September 2025
      And Kenji updates Authenticator on the iPhone
      When Kenji turns on cloud backup with kenji@outlook.com on the iPhone
      Then it is refused because it is not available

  Rule: Keychain, iCloud Backup and the app's own toggle all have to be on

    Background:
      Given it is 20 October 2025
      And Haruto uses an iPhone

    @id:ms.ios2.one-setting-off @rule:backup.ios2.gates
    Scenario Outline: One setting is off, and the new iPhone is empty: <which one>
      Given Haruto turns off <setting> on the iPhone
      And Haruto adds "Mercari" on the iPhone
      And Haruto loses the iPhone
      And Haruto sets up a new iPhone
      When Haruto opens Authenticator on the new iPhone
      Then Haruto's new iPhone lists 0 accounts
      And no cloud holds a backup of Haruto

      @situation:S02
      Examples:
        | which one                | setting         |
        | what carries the secrets | iCloud Keychain |

      @situation:S04 @rule:backup.ios2.opt-out-in-settings
      Examples:
        | which one                     | setting                          |
        | what lets the app into iCloud | Authenticator in Saved to iCloud |

      @situation:S06 @open:Q02
      Examples:
        | which one                      | setting       |
        | what the page asks for besides | iCloud Backup |

    @id:ms.ios2.drive-off @rule:backup.ios2.gates @situation:S05 @open:Q02
    Example: iCloud Drive may be off, for the page does not ask for it
      Given Haruto turns off iCloud Drive on the iPhone
      And Haruto adds "Mercari" on the iPhone
      And Haruto loses the iPhone
      And Haruto sets up a new iPhone
      When Haruto opens Authenticator on the new iPhone
      Then Haruto's new iPhone shows working codes for "Mercari"

  Rule: If the announcement of July 2025 is right (Q02), iCloud and Keychain are enough

    Background:
      Given the open question Q02 is answered "message-center"
      And it is 20 October 2025
      And Haruto uses an iPhone

    @id:ms.ios2.announcement-backup-off @rule:backup.ios2.gates @situation:S06 @open:Q02
    Example: With iCloud Backup off the codes come back all the same
      Given Haruto turns off iCloud Backup on the iPhone
      And Haruto adds "Mercari" on the iPhone
      And Haruto loses the iPhone
      And Haruto sets up a new iPhone
      When Haruto opens Authenticator on the new iPhone
      Then Haruto's new iPhone shows working codes for "Mercari"

    @id:ms.ios2.announcement-keychain-off @rule:backup.ios2.gates @situation:S02 @open:Q02
    Example: With iCloud Keychain off they do not
      Given Haruto turns off iCloud Keychain on the iPhone
      And Haruto adds "Mercari" on the iPhone
      And Haruto loses the iPhone
      And Haruto sets up a new iPhone
      When Haruto opens Authenticator on the new iPhone
      Then Haruto's new iPhone lists 0 accounts

  Rule: If today's page is right (Q02), iCloud Drive has to be on as well

    @id:ms.ios2.current-page-drive-off @rule:backup.ios2.gates @situation:S05 @open:Q02
    Example: With iCloud Drive off there is no backup
      Given the open question Q02 is answered "current-page"
      And it is 20 October 2025
      And Haruto uses an iPhone
      And Haruto turns off iCloud Drive on the iPhone
      When Haruto adds "Mercari" on the iPhone
      Then the backup of Haruto's iPhone is off
      And no cloud holds a backup of Haruto

  Rule: If the announcement is right (Q01), only the secrets of other sites come back

    Background:
      Given the open question Q01 is answered "message-center"
      And it is 2 December 2025
      And Sofia has the code-only Microsoft account sofia@outlook.com
      And Sofia uses an iPhone

    @id:ms.ios2.announcement-personal-code @rule:restore.personal-code @open:Q01
    Example: The code of a personal account then asks for a sign-in
      Given Sofia adds "Dropbox" and sofia@outlook.com on the iPhone
      And Sofia sets up a new iPhone
      When Sofia opens Authenticator on the new iPhone
      Then Sofia's new iPhone has "Dropbox" ready
      And Sofia's new iPhone asks to sign in to sofia@outlook.com

  Rule: Opening the app on the old iPhone is what writes the backup

    Background:
      Given it is 5 October 2025
      And Omar uses an iPhone
      And Omar turns off iCloud Keychain on the iPhone
      And Omar adds "Telegram" on the iPhone
      And Omar turns on iCloud Keychain on the iPhone

    @id:ms.ios2.never-opened-again @rule:backup.ios2.open-once @situation:S07
    Example: Everything switched on, and the iPhone lost before anybody opened the app
      Given Omar loses the iPhone
      And Omar sets up a new iPhone
      When Omar opens Authenticator on the new iPhone
      Then Omar's new iPhone lists 0 accounts

    @id:ms.ios2.opened-once @rule:backup.ios2.open-once
    Example: Opened once, the iPhone may be lost two minutes later
      Given Omar opens Authenticator on the iPhone
      And two minutes pass
      And Omar loses the iPhone
      And Omar sets up a new iPhone
      When Omar opens Authenticator on the new iPhone
      Then Omar's new iPhone shows working codes for "Telegram"

    @id:ms.ios2.removed-while-off @rule:backup.removed-before-backup @situation:S41
    Example: An account deleted before the backup began does not come back with it
      Given Omar removes "Telegram" from the iPhone
      And Omar adds "Steam" on the iPhone
      And Omar loses the iPhone
      And Omar sets up a new iPhone
      When Omar opens Authenticator on the new iPhone
      Then Omar's new iPhone lists 1 account
      And Omar's new iPhone does not list "Telegram"

  Rule: The backup takes version 6.8.33 of the app and iOS 16

    Background:
      Given it is 5 October 2025

    @id:ms.ios2.minimum-app @rule:backup.ios2.minimum-app @situation:S08
    Scenario Outline: The old iPhone stays at a version of the app: <why it matters>
      Given Omar uses an iPhone
      And Authenticator on Omar's iPhone stays at version <app>
      And Omar adds "Telegram" on the iPhone
      And Omar loses the iPhone
      And Omar sets up a new iPhone
      When Omar opens Authenticator on the new iPhone
      Then Omar's new iPhone lists <rows>

      Examples:
        | why it matters                | app    | rows       |
        | one below the first that can  | 6.8.32 | 0 accounts |
        | the first that can            | 6.8.33 | 1 account  |
        | newer, though smaller as text | 6.10.0 | 1 account  |

    @id:ms.ios2.minimum-os @rule:backup.ios2.minimum-os
    Scenario Outline: The old iPhone keeps its system: <why it matters>
      Given Nora uses an iPhone with version <system> of its system
      And Nora adds "Discord" on the iPhone
      And Nora loses the iPhone
      And Nora sets up a new iPhone
      When Nora opens Authenticator on the new iPhone
      Then Nora's new iPhone lists <rows>

      Examples:
        | why it matters       | system | rows       |
        | the last that cannot | 15.8   | 0 accounts |
        | the first that can   | 16.0   | 1 account  |

    @id:ms.ios2.neither-backup-on-ios-15 @rule:backup.ios2.minimum-os @rule:backup.ios2.no-microsoft-account
    @situation:S11
    Example: On iOS 15 the update has taken the old backup away and brought no new one
      Given Nora has the code-only Microsoft account nora@outlook.com
      And Nora uses an iPhone with version 15.8 of its system
      And Nora signs in to nora@outlook.com on the iPhone
      And Nora adds "Discord" on the iPhone
      When Nora turns on cloud backup with nora@outlook.com on the iPhone
      Then it is refused because it is not available
      And the backup of Nora's iPhone is off

  Rule: Who wants no backup says so in the iCloud settings, and nobody warns later

    Background:
      Given it is 8 October 2025
      And Lena uses an iPhone
      And Lena adds "Signal" on the iPhone
      And Lena turns off Authenticator in Saved to iCloud on the iPhone

    @id:ms.ios2.opted-out-silently @rule:backup.ios2.opt-out-in-settings @situation:S27
    Example: An account added afterwards is added without a word
      When Lena adds "ProtonMail" on the iPhone
      Then Lena's iPhone says nothing about it
      And the backup of Lena's iPhone is off

    @id:ms.ios2.added-after-opting-out @rule:backup.ios2.opt-out-in-settings @situation:S27
    Example: It is not on the new iPhone
      Given Lena adds "ProtonMail" on the iPhone
      And Lena opens Authenticator on the iPhone
      And Lena loses the iPhone
      And Lena sets up a new iPhone
      When Lena opens Authenticator on the new iPhone
      Then Lena's new iPhone does not list "ProtonMail"

  Rule: The backup shows itself only under its own Apple Account, and to an app installed afresh

    Background:
      Given it is 19 January 2026
      And Priya uses an iPhone
      And Priya adds "Notion" and "Zoom" on the iPhone
      And Priya loses the iPhone

    @id:ms.ios2.other-apple-account @rule:backup.ios2.same-apple-account @situation:S10
    Example: Under another Apple Account the list is empty, and nothing says why
      Given Priya sets up a new iPhone with the Apple Account priya.rao@icloud.com
      When Priya opens Authenticator on the new iPhone
      Then Priya's new iPhone lists 0 accounts
      And Priya's new iPhone says nothing about it

    @id:ms.ios2.right-apple-account-after-all @rule:backup.ios2.same-apple-account @rule:backup.ios2.reinstall-once
    @situation:S10
    Example: Signed in to the right one and installed again, the list is there
      Given Priya sets up a new iPhone with the Apple Account priya.rao@icloud.com
      And Priya opens Authenticator on the new iPhone
      And Priya signs in to iCloud as priya@icloud.com on the new iPhone
      And Priya reinstalls Authenticator on the new iPhone
      When Priya opens Authenticator on the new iPhone
      Then Priya's new iPhone shows working codes for "Notion" and "Zoom"

    @id:ms.ios2.reinstalled-once @rule:backup.ios2.reinstall-once @situation:S09
    Example: Opened before Keychain was on, the app needs to be installed once more
      Given Priya sets up a new iPhone
      And Priya turns off iCloud Keychain on the new iPhone
      And Priya opens Authenticator on the new iPhone
      And Priya turns on iCloud Keychain on the new iPhone
      And Priya reinstalls Authenticator on the new iPhone
      When Priya opens Authenticator on the new iPhone
      Then Priya's new iPhone shows working codes for "Notion" and "Zoom"

  Rule: A backup that was last written before September 2025 opens no more

    Background:
      Given it is 20 August 2025
      And Ada uses an iPhone with the Microsoft account ada@outlook.com
      And Ada adds "eBay" and "Discord" on the iPhone
      And Ada turns on cloud backup with ada@outlook.com on the iPhone

    @id:ms.ios2.old-backup-unreachable @rule:backup.ios2.old-backup-unreachable @situation:S12
    Example: The old iPhone is sold in October, and in November nothing opens its backup
      Given it is 11 October 2025
      And Ada sells the iPhone
      And it is 3 November 2025
      And Ada sets up a new iPhone
      When Ada restores the backup on the new iPhone with ada@outlook.com
      Then it is refused because there is no backup
      And Ada's new iPhone lists 0 accounts

    @id:ms.ios2.old-backup-on-its-last-day @rule:backup.ios2.old-backup-unreachable @rule:backup.ios1.both-accounts
    Example: On 31 August it still opens
      Given it is 23:50 on 31 August 2025
      And Ada sells the iPhone
      And Ada sets up a new iPhone
      When Ada restores the backup on the new iPhone with ada@outlook.com
      Then the restore brought back 2 and asks to sign in to 0

    @id:ms.ios2.old-phone-still-works @rule:backup.ios2.automatic @rule:backup.ios2.open-once @situation:S13
    @rule:backup.ios2.minimum-app
    Example: While the old iPhone still works, updating and opening the app saves everything anew
      Given it is 3 November 2025
      And Ada updates Authenticator on the iPhone
      And Ada opens Authenticator on the iPhone
      And Ada loses the iPhone
      And Ada sets up a new iPhone
      When Ada opens Authenticator on the new iPhone
      Then Ada's new iPhone shows working codes for "eBay" and "Discord"

    @id:ms.ios2.updated-never-opened @rule:backup.ios2.old-backup-unreachable @rule:backup.ios2.open-once
    @situation:S12 @open:Q03
    Example: An update that nobody opened has saved nothing
      Given it is 3 November 2025
      And Ada updates Authenticator on the iPhone
      And Ada loses the iPhone
      And Ada sets up a new iPhone
      When Ada opens Authenticator on the new iPhone
      Then Ada's new iPhone lists 0 accounts

  Rule: If the update carries everything over once (Q03), it need not even be opened

    Background:
      Given the open question Q03 is answered "migrated"
      And it is 20 August 2025
      And Ada uses an iPhone
      And Ada adds "eBay" and "Discord" on the iPhone

    @id:ms.ios2.carried-over @rule:backup.ios2.old-backup-unreachable @situation:S12 @open:Q03
    Example: Updated in the pocket and lost, the iPhone has left its accounts behind in iCloud
      Given it is 3 November 2025
      And Ada updates Authenticator on the iPhone
      And Ada loses the iPhone
      And Ada sets up a new iPhone
      When Ada opens Authenticator on the new iPhone
      Then Ada's new iPhone shows working codes for "eBay" and "Discord"

  Rule: Deleting an account on one device leaves it on the other (Q05)

    Background:
      Given it is 7 December 2025
      And Aiko uses an iPhone
      And Aiko adds "Netflix" and "Spotify" on the iPhone

    @id:ms.ios2.deletes-stay @rule:backup.ios2.deletes-stay @situation:S24 @open:Q05 @ipad
    Example: Tidying up the iPad does not empty the iPhone
      Given Aiko uses an iPad
      And Aiko removes "Netflix" from the iPad
      When Aiko opens Authenticator on the iPhone
      Then Aiko's iPad does not list "Netflix"
      And Aiko's iPhone shows working codes for "Netflix" and "Spotify"

  Rule: A name whose secret is gone is not passed over in silence

    Background:
      Given it is 7 December 2025
      And Aiko uses an iPhone
      And Aiko adds "Netflix" and "Spotify" on the iPhone

    @id:ms.ios2.name-without-secret @rule:backup.complete @ipad
    Example: What a full iCloud still names and the Keychain no longer holds is told
      Given Aiko uses an iPad
      And the iCloud storage of Aiko is full
      And Aiko removes "Netflix" from the iPad
      And Aiko sets up a new iPhone
      When Aiko restores the backup on the new iPhone
      Then Aiko's new iPhone says "Not everything came back"

  Rule: If the secrets are the list itself (Q05), a deletion reaches every device

    Background:
      Given the open question Q05 is answered "sync"
      And it is 7 December 2025

    @id:ms.ios2.deletes-travel @rule:keychain.synchronizable-delete @situation:S24 @open:Q05 @ipad
    Example: What is deleted on the iPad is gone from the iPhone, and nothing else is
      Given Aiko uses an iPhone
      And Aiko adds "Netflix" and "Spotify" on the iPhone
      And Aiko uses an iPad
      And Aiko removes "Netflix" from the iPad
      When Aiko opens Authenticator on the iPhone
      Then Aiko's iPhone does not list "Netflix"
      And Aiko's iPhone shows working codes for "Spotify"

  Rule: A version of the app that Microsoft has retired stays blocked until it is updated

    Background:
      Given it is 10 January 2025
      And Ben has the code-only Microsoft account ben@outlook.com
      And Ben uses an iPhone
      And Authenticator on Ben's iPhone stays at version 6.8.20

    @id:ms.ios2.not-retired-yet @rule:app.too-old-blocked
    Example: While it is the newest version it does what it should
      When Ben adds ben@outlook.com on the iPhone
      Then Ben's iPhone shows working codes for ben@outlook.com

    @id:ms.ios2.retired @rule:app.too-old-blocked
    Example: Two years later it adds no Microsoft account any more
      Given it is 10 January 2027
      When Ben adds ben@outlook.com on the iPhone
      Then it is refused because it is not available
      And Ben's iPhone lists 0 accounts

    @id:ms.ios2.retired-then-updated @rule:app.too-old-blocked
    Example: Updated, it works again
      Given it is 10 January 2027
      And Ben updates Authenticator on the iPhone
      When Ben adds ben@outlook.com on the iPhone
      Then Ben's iPhone shows working codes for ben@outlook.com
