@ios @generation-2
Feature: iCloud Keychain carries the secrets
  Since September 2025 a secret reaches the next iPhone through Keychain or not at all. A device comes into the
  circle by another one's word or by the passcode of an earlier one, and for that passcode there are ten tries.

  Rule: The passcode of the lost iPhone opens the Keychain, even if it was the only device

    Background:
      Given it is 12 January 2026
      And Haruto uses an iPhone
      And Haruto adds "Rakuten" on the iPhone

    @id:ms.keychain.only-device-lost @rule:keychain.escrow-passcode
    Example: The passcode is remembered, and the codes are there
      Given Haruto loses the iPhone
      And Haruto sets up a new iPhone
      When Haruto opens Authenticator on the new iPhone
      Then Haruto's new iPhone shows working codes for "Rakuten"

    @id:ms.keychain.passcode-forgotten @rule:keychain.escrow-passcode
    Example: The passcode is forgotten, and the list stays empty
      Given Haruto forgets the passcode of the iPhone
      And Haruto loses the iPhone
      And Haruto sets up a new iPhone
      And it is refused because the code is wrong
      When Haruto opens Authenticator on the new iPhone
      Then Haruto's new iPhone lists 0 accounts

    @id:ms.keychain.passcode-of-the-ipad @rule:keychain.escrow-passcode @ipad
    Example: The passcode of the iPad, which was in the circle too, will do as well
      Given Haruto uses an iPad
      And Haruto forgets the passcode of the iPhone
      And Haruto loses the iPhone
      And Haruto breaks the iPad
      And Haruto sets up a new iPhone
      When Haruto opens Authenticator on the new iPhone
      Then Haruto's new iPhone shows working codes for "Rakuten"

  Rule: After several wrong passcodes Apple has to allow more, and the tenth destroys the Keychain for good

    Background:
      Given it is 12 January 2026
      And Haruto uses an iPhone
      And Haruto adds "Rakuten" on the iPhone
      And Haruto leaves the iPhone charging on Wi-Fi overnight
      And Haruto forgets the passcode of the iPhone
      And Haruto loses the iPhone
      And Haruto sets up a new iPhone
      And it is refused because the code is wrong
      And Haruto types a wrong passcode for iCloud Keychain on the new iPhone four times
      And it is refused because the code is wrong

    @id:ms.keychain.locked @rule:keychain.escrow-lock @situation:S18
    Example: Locked after five, it refuses the right passcode as well
      When Haruto types the right passcode for iCloud Keychain on the new iPhone
      Then it is refused because there were too many tries
      And Haruto's new iPhone lists 0 accounts

    @id:ms.keychain.more-tries-granted @rule:keychain.escrow-lock @rule:keychain.escrow-passcode @situation:S18
    Example: Apple allows more tries, and the right passcode opens it
      Given the Apple Account haruto@icloud.com is granted more tries by Apple
      When Haruto types the right passcode for iCloud Keychain on the new iPhone
      Then it succeeds
      And Haruto's new iPhone shows working codes for "Rakuten"

    @id:ms.keychain.right-after-nine @rule:keychain.escrow-ten-tries
    Example: Nine wrong passcodes have destroyed nothing
      Given the Apple Account haruto@icloud.com is granted more tries by Apple
      And Haruto types a wrong passcode for iCloud Keychain on the new iPhone four times
      And it is refused because the code is wrong
      When Haruto types the right passcode for iCloud Keychain on the new iPhone
      Then it succeeds
      And Haruto's new iPhone shows working codes for "Rakuten"

    @id:ms.keychain.tenth-wrong @rule:keychain.escrow-ten-tries @situation:S16
    Example: The tenth destroys it
      Given the Apple Account haruto@icloud.com is granted more tries by Apple
      And Haruto types a wrong passcode for iCloud Keychain on the new iPhone four times
      And it is refused because the code is wrong
      When Haruto types a wrong passcode for iCloud Keychain on the new iPhone once
      Then it is refused because it is destroyed for good
      And Haruto's new iPhone lists 0 accounts

    @id:ms.keychain.right-after-ten @rule:keychain.escrow-ten-tries @rule:keychain.escrow-passcode @situation:S16
    Example: After that, the right passcode comes too late
      Given the Apple Account haruto@icloud.com is granted more tries by Apple
      And Haruto types a wrong passcode for iCloud Keychain on the new iPhone five times
      And it is refused because it is destroyed for good
      When Haruto types the right passcode for iCloud Keychain on the new iPhone
      Then it is refused because it is destroyed for good

    @id:ms.keychain.backup-does-not-help @rule:icloud.keychain-not-in-backup @situation:S16
    Example: Nor does last night's iCloud Backup bring the codes
      Given the Apple Account haruto@icloud.com is granted more tries by Apple
      And Haruto types a wrong passcode for iCloud Keychain on the new iPhone five times
      And it is refused because it is destroyed for good
      When Haruto moves from the iPhone to the new iPhone with iCloud Backup
      Then it succeeds
      And Haruto's new iPhone lists 0 accounts

  Rule: A device of the circle lets a new one in, and nobody has to remember a passcode

    Background:
      Given it is 3 February 2026
      And Aiko uses an iPhone and an iPad
      And Aiko adds "LINE" on the iPhone
      And Aiko forgets the passcode of the iPhone
      And Aiko forgets the passcode of the iPad
      And Aiko loses the iPhone

    @id:ms.keychain.sponsored @rule:keychain.sponsor @situation:S17 @ipad
    Example: The iPad on the kitchen table, opened with a finger, is enough
      When Aiko sets up a new iPhone
      Then it succeeds
      And Aiko's new iPhone shows working codes for "LINE"

    @id:ms.keychain.sponsor-away @rule:keychain.sponsor @rule:keychain.escrow-passcode @ipad
    Example: An iPad without a connection cannot vouch for anything
      Given Aiko's iPad is offline
      When Aiko sets up a new iPhone
      Then it is refused because the code is wrong
      And Aiko's new iPhone lists 0 accounts

    @id:ms.keychain.sponsor-back @rule:keychain.sponsor @situation:S17 @ipad
    Example: Once the iPad is back, the wrong passcode no longer matters
      Given Aiko's iPad is offline
      And Aiko sets up a new iPhone
      And it is refused because the code is wrong
      And Aiko's iPad is online again
      And Aiko turns off iCloud Keychain on the new iPhone
      When Aiko turns on iCloud Keychain on the new iPhone
      Then Aiko's new iPhone shows working codes for "LINE"

  Rule: Synced items are one for all devices, and are not part of any backup

    Background:
      Given it is 9 March 2026
      And Mika uses an iPhone and an iPad
      And another app keeps a synced item in the keychain of Mika's iPhone

    @id:ms.keychain.deleted-everywhere @rule:keychain.synchronizable-delete @ipad
    Example: Deleted on the iPad, an item is gone from the iPhone
      When another app deletes a synced item in the keychain of Mika's iPad
      Then the keychain of Mika's iPhone does not hold a synced item of the other app

    @id:ms.keychain.deleted-while-offline @rule:keychain.synchronizable-delete @ipad
    Example: An iPhone that was offline learns of it as soon as it is back
      Given Mika's iPhone is offline
      And another app deletes a synced item in the keychain of Mika's iPad
      When Mika's iPhone is online again
      Then the keychain of Mika's iPhone does not hold a synced item of the other app

  Rule: A fresh iCloud Backup is no substitute for iCloud Keychain

    Background:
      Given it is 9 March 2026
      And Kenji uses an iPhone
      And Kenji turns off iCloud Keychain on the iPhone
      And Kenji adds "GitHub" on the iPhone
      And another app keeps a synced item in the keychain of Kenji's iPhone
      And Kenji leaves the iPhone charging on Wi-Fi overnight
      And Kenji loses the iPhone

    @id:ms.keychain.not-in-icloud-backup @rule:icloud.keychain-not-in-backup @rule:backup.ios2.gates @situation:S02
    Example: Last night's backup is restored, and neither codes nor synced items are in it
      Given Kenji sets up a new iPhone
      When Kenji moves from the iPhone to the new iPhone with iCloud Backup
      Then it succeeds
      And Kenji's new iPhone lists 0 accounts
      And the keychain of Kenji's new iPhone does not hold a synced item of the other app

  Rule: A full iCloud storage does not stop the Keychain (Q07)

    Background:
      Given it is 2 November 2025
      And Lena uses an iPhone
      And the iCloud storage of Lena is full

    @id:ms.keychain.storage-full @rule:keychain.quota @situation:S21 @open:Q07
    Example: A code added while the storage was full is on the new iPhone
      Given Lena adds "Strava" on the iPhone
      And Lena loses the iPhone
      And Lena sets up a new iPhone
      When Lena opens Authenticator on the new iPhone
      Then Lena's new iPhone shows working codes for "Strava"

  Rule: If a full storage does stop it (Q07), what was added since is lost with the iPhone

    Background:
      Given the open question Q07 is answered "blocked"
      And it is 2 November 2025
      And Lena uses an iPhone
      And Lena adds "Strava" on the iPhone
      And the iCloud storage of Lena is full
      And Lena adds "Komoot" on the iPhone

    @id:ms.keychain.stopped-by-full-storage @rule:keychain.quota @situation:S21 @open:Q07
    Example: The code from before comes back, the later one does not
      Given Lena loses the iPhone
      And Lena sets up a new iPhone
      When Lena opens Authenticator on the new iPhone
      Then Lena's new iPhone shows working codes for "Strava"
      And Lena's new iPhone does not list "Komoot"

    @id:ms.keychain.room-again @rule:keychain.quota @open:Q07
    Example: Once there is room again, both are safe
      Given the iCloud storage of Lena has room again
      And Lena loses the iPhone
      And Lena sets up a new iPhone
      When Lena opens Authenticator on the new iPhone
      Then Lena's new iPhone shows working codes for "Strava" and "Komoot"
