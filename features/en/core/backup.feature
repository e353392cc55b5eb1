Feature: What a backup owes its owner
  A backup is trusted on the worst day, by somebody who cannot check it. So it holds everything, follows
  every change, tells nobody anything, and refuses to be what it is not.

  Background:
    Given it is 3 March 2026
    And Nora uses an Android phone with the Microsoft account nora@outlook.com
    And "Kinetic Bank" hands out SHA-512 codes of 8 digits every 60 seconds
    And "Old Forum" hands out 80-bit secrets
    And "City Library" hands out counted codes

  Rule: A restore brings back every account of the backup

    @id:core.backup.complete @rule:backup.complete @rule:code.algorithms @rule:code.digits @rule:code.period @rule:code.short-secret @android
    Scenario: Accounts of every kind come back and work as they did
      Given Nora adds "Kinetic Bank", "Old Forum", "City Library" and "GitHub" on the Android phone
      And Nora turns on cloud backup with nora@outlook.com on the Android phone
      And Nora loses the Android phone
      And Nora sets up a new Android phone
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then the restore brought back 4 and asks to sign in to 0
      And Nora's new Android phone shows working codes for "Kinetic Bank", "Old Forum", "City Library" and "GitHub"

    @id:core.backup.counter @rule:backup.complete @rule:code.counter @android
    Scenario: A counter goes on where the lost phone stopped
      Given Nora adds "City Library" on the Android phone with the test secret of RFC 6238
      And Nora turns on cloud backup with nora@outlook.com on the Android phone
      And Nora signs in to "City Library" with the code on the Android phone
      And Nora loses the Android phone
      And Nora sets up a new Android phone
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then the code of "City Library" on Nora's new Android phone is "287082"

    @id:core.backup.old-spare-phone @rule:backup.complete @android
    Scenario: The spare phone in the drawer, eight years old, opens it as well
      Given Nora adds "GitHub" and "Kinetic Bank" on the Android phone
      And Nora turns on cloud backup with nora@outlook.com on the Android phone
      And Nora loses the Android phone
      And Nora uses a second Android phone with version 9 of its system
      When Nora restores the backup on the second Android phone with nora@outlook.com
      Then the restore brought back 2 and asks to sign in to 0
      And Nora's second Android phone shows working codes for "GitHub" and "Kinetic Bank"

  Rule: The backup follows the app

    Background:
      Given Nora adds "GitHub" and "Amazon" on the Android phone
      And Nora turns on cloud backup with nora@outlook.com on the Android phone

    @id:core.backup.added-last @rule:backup.latest-state @android
    Scenario: What was added a second before the loss is in it
      Given Nora adds "Kinetic Bank" on the Android phone
      And Nora loses the Android phone
      And Nora sets up a new Android phone
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then the restore brought back 3 and asks to sign in to 0
      And Nora's new Android phone shows working codes for "GitHub", "Amazon" and "Kinetic Bank"

    @id:core.backup.enrolled-anew @rule:backup.latest-state @rule:backup.complete @android
    Scenario: A secret that the site has replaced is replaced in the backup too
      Given Nora recovers "GitHub" with the site's own help on the Android phone
      And Nora loses the Android phone
      And Nora sets up a new Android phone
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then Nora's new Android phone lists 2 accounts
      And Nora's new Android phone shows working codes for "GitHub" and "Amazon"

    @id:core.backup.removed-since @rule:backup.deleted-is-gone @rule:backup.latest-state @android
    Scenario: What was removed does not rise from the dead
      Given Nora removes "Amazon" from the Android phone
      And Nora loses the Android phone
      And Nora sets up a new Android phone
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then the restore brought back 1 and asks to sign in to 0
      And Nora's new Android phone does not list "Amazon"
      And Nora's new Android phone shows working codes for "GitHub"

    @id:core.backup.removed-all @rule:backup.deleted-is-gone @android
    Scenario: Removing the last account empties the backup as well
      Given Nora removes "Amazon" from the Android phone
      And Nora removes "GitHub" from the Android phone
      And Nora loses the Android phone
      And Nora sets up a new Android phone
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then the restore brought back 0 and asks to sign in to 0
      And Nora's new Android phone lists 0 accounts

    @id:core.backup.switched-off @rule:backup.delete-and-recreate @android
    Scenario: A backup that was switched off is deleted and not kept for later
      Given Nora turns off cloud backup on the Android phone
      And Nora loses the Android phone
      And Nora sets up a new Android phone
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then it is refused because the backup is not stored with that account
      And no cloud holds a backup of Nora

  Rule: A restore does not stop the backup

    @id:core.backup.restored-while-on @rule:backup.latest-state @android
    Scenario: What was added after a restore on the same phone is in the backup too
      Given Nora turns on cloud backup with nora@outlook.com on the Android phone
      And Nora restores the backup on the Android phone with nora@outlook.com
      And Nora adds "GitHub" on the Android phone
      And Nora loses the Android phone
      And Nora sets up a new Android phone
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then Nora's new Android phone shows working codes for "GitHub"

  Rule: What was deleted before a backup existed is in none

    @id:core.backup.removed-before @rule:backup.deleted-is-gone @android
    Scenario: Switching the backup on does not bring back what was removed the day before
      Given Nora adds "GitHub" and "Amazon" on the Android phone
      And Nora removes "Amazon" from the Android phone
      And one day passes
      And Nora turns on cloud backup with nora@outlook.com on the Android phone
      And Nora sets up a new Android phone
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then Nora's new Android phone does not list "Amazon"

  Rule: Restoring a second time changes nothing

    Background:
      Given Nora adds "GitHub" and "Amazon" on the Android phone
      And Nora turns on cloud backup with nora@outlook.com on the Android phone
      And Nora sets up a new Android phone
      And Nora restores the backup on the new Android phone with nora@outlook.com

    @id:core.backup.restore-twice @rule:backup.restore-twice @android
    Scenario: Once more does not double what is there
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then it is refused because there are accounts in the app
      And Nora's new Android phone lists 2 accounts
      And Nora's new Android phone shows working codes for "GitHub" and "Amazon"

    @id:core.backup.restore-after-removing @rule:backup.restore-twice @android
    Scenario: After emptying the list a second restore gives the same again
      Given Nora removes "GitHub" from the new Android phone
      And Nora removes "Amazon" from the new Android phone
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then the restore brought back 2 and asks to sign in to 0
      And Nora's new Android phone lists 2 accounts

    @id:core.backup.restore-third-phone @rule:backup.restore-twice @rule:backup.complete @android
    Scenario: Having been restored once it can be restored on another phone
      Given Nora sets up a second Android phone
      When Nora restores the backup on the second Android phone with nora@outlook.com
      Then the restore brought back 2 and asks to sign in to 0
      And Nora's second Android phone shows working codes for "GitHub" and "Amazon"

    @id:core.backup.second-generation @rule:backup.latest-state @rule:backup.complete @android
    Scenario: The next backup holds what was restored and what was added since
      Given Nora turns on cloud backup with nora@outlook.com on the new Android phone
      And Nora adds "Kinetic Bank" on the new Android phone
      And Nora loses the new Android phone
      And Nora sets up a second Android phone
      When Nora restores the backup on the second Android phone with nora@outlook.com
      Then the restore brought back 3 and asks to sign in to 0
      And Nora's second Android phone shows working codes for "GitHub", "Amazon" and "Kinetic Bank"

  Rule: A backup that is not what it was is refused, for the true reason and as a whole

    Background:
      Given Nora adds "GitHub" and "Amazon" on the Android phone
      And Nora turns on cloud backup with nora@outlook.com on the Android phone
      And Nora sets up a new Android phone

    @id:core.backup.spoiled @rule:app.answers @rule:backup.tamper-refused @rule:backup.truncated-refused @rule:backup.wrong-passphrase-refused @rule:backup.newer-format-refused @android
    Scenario Outline: A stored backup that <spoiling> brings nothing back
      Given the stored backup of Nora <spoiling>
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then it is refused because <reason>
      And Nora's new Android phone lists 0 accounts

      Examples:
        | why                                    | spoiling                | reason                                     |
        | one bit may be somebody else's secret  | is altered in one place | the data was changed                       |
        | half of the accounts are not all       | is cut short            | the data was changed                       |
        | a wrong key does not mean a bad backup | meets a wrong key       | the backup is not stored with that account |
        | an old app must not guess              | is in a newer format    | the backup is from a newer version         |

    @id:core.backup.mended @rule:backup.wrong-passphrase-refused @rule:backup.tamper-refused @rule:backup.truncated-refused @rule:backup.newer-format-refused @android
    Scenario Outline: Having refused a backup that <spoiling> leaves it unharmed
      Given the stored backup of Nora <spoiling>
      And Nora restores the backup on the new Android phone with nora@outlook.com
      And it is refused because <reason>
      And the stored backup of Nora is as it was
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then the restore brought back 2 and asks to sign in to 0
      And Nora's new Android phone shows working codes for "GitHub" and "Amazon"

      Examples:
        | why                                   | spoiling                | reason                                     |
        | the connection garbled it once        | is altered in one place | the data was changed                       |
        | the download broke off                | is cut short            | the data was changed                       |
        | the right key opens it, one try later | meets a wrong key       | the backup is not stored with that account |
        | an update of the app would read it    | is in a newer format    | the backup is from a newer version         |

    @id:core.backup.spoiled-twice @rule:backup.complete @android
    Scenario: Two mishaps on top of each other, both undone, cost nothing
      Given the stored backup of Nora is in a newer format
      And the stored backup of Nora is cut short
      And the stored backup of Nora is as it was
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then the restore brought back 2 and asks to sign in to 0

    @id:core.backup.spoiled-spares-phone @rule:backup.tamper-refused @android
    Scenario: The accounts on the phone that made the backup do not suffer with it
      Given the stored backup of Nora is altered in one place
      When Nora opens Authenticator on the Android phone
      Then Nora's Android phone lists 2 accounts
      And Nora's Android phone shows working codes for "GitHub" and "Amazon"

    @id:core.backup.newer-not-overwritten @rule:backup.newer-format-refused @android
    Scenario: An old phone in a drawer does not overwrite what a newer app has stored
      Given the stored backup of Nora is in a newer format
      And Nora adds "Kinetic Bank" on the Android phone
      And the stored backup of Nora is as it was
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then the restore brought back 2 and asks to sign in to 0
      And Nora's new Android phone does not list "Kinetic Bank"

  Rule: One changed bit is enough, whatever it falls on

    @id:core.backup.one-bit @rule:backup.tamper-refused @android
    Scenario Outline: In a backup of <accounts> it is noticed: <why>
      Given Nora adds <accounts> on the Android phone
      And Nora turns on cloud backup with nora@outlook.com on the Android phone
      And the stored backup of Nora is altered in one place
      And Nora sets up a new Android phone
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then it is refused because the data was changed
      And Nora's new Android phone lists 0 accounts

      Examples:
        | why                             | accounts                                           |
        | the only account there is       | "GitHub"                                           |
        | somebody's name may be another  | "Amazon", "GitHub" and "City Library"              |
        | a secret may be somebody else's | "Kinetic Bank", "Old Forum", "Amazon" and "GitHub" |

  Rule: What a cloud stores shows nothing

    Background:
      Given Lena uses an Android phone with the Microsoft account lena@outlook.com

    @id:core.backup.nothing-in-clear @rule:backup.nothing-in-clear @android
    Scenario: Whoever reads Microsoft's storage finds no secret
      Given Nora adds nora@outlook.com, "Kinetic Bank", "Old Forum", "City Library" and "GitHub" on the Android phone
      When Nora turns on cloud backup with nora@outlook.com on the Android phone
      Then the backup of Nora's Android phone is on and fresh
      And no cloud shows a secret or a name

    @id:core.backup.nothing-in-clear-iphone @rule:backup.nothing-in-clear @ios
    Scenario: Whoever reads iCloud finds no secret, in the app's data or in the nightly backup
      Given Nora uses an iPhone
      And Nora adds nora@outlook.com, "Kinetic Bank", "Old Forum", "City Library" and "GitHub" on the iPhone
      When Nora leaves the iPhone charging on Wi-Fi overnight
      Then the backup of Nora's iPhone is on and fresh
      And no cloud shows a secret or a name

    @id:core.backup.nothing-in-clear-codes @rule:backup.nothing-in-clear @android
    Scenario: Nor of the codes of sites alone
      Given Nora adds "Kinetic Bank", "Amazon" and "GitHub" on the Android phone
      When Nora turns on cloud backup with nora@outlook.com on the Android phone
      Then the backup of Nora's Android phone is on and fresh
      And no cloud shows a secret or a name

    @id:core.backup.nothing-in-clear-codes-iphone @rule:backup.nothing-in-clear @ios
    Scenario: Nor of the codes of sites alone, in iCloud
      Given Nora uses an iPhone
      And Nora adds "Kinetic Bank", "Amazon" and "GitHub" on the iPhone
      When Nora leaves the iPhone charging on Wi-Fi overnight
      Then the backup of Nora's iPhone is on and fresh
      And no cloud shows a secret or a name

    @id:core.backup.two-users @rule:backup.two-users-differ @android
    Scenario: Two people who share a secret have backups that do not show it
      Given Lena adds "GitHub" on the Android phone with the test secret of RFC 6238
      And Nora adds "GitHub" on the Android phone with the test secret of RFC 6238
      And Lena turns on cloud backup with lena@outlook.com on the Android phone
      When Nora turns on cloud backup with nora@outlook.com on the Android phone
      Then the stored backups of Nora and Lena have nothing in common

  Rule: What cannot be saved now is noticed and saved later

    Background:
      Given Nora adds "GitHub" on the Android phone
      And Nora turns on cloud backup with nora@outlook.com on the Android phone

    @id:core.backup.offline-noticed @rule:backup.latest-state @rule:backup.stale-warning @android
    Scenario: An account added on the underground is not in the backup, and the app says so
      Given Nora's Android phone is offline
      When Nora adds "Amazon" on the Android phone
      Then Nora's Android phone says "Your backup is out of date"
      And the backup of Nora's Android phone is out of date
      And Nora's Android phone shows working codes for "GitHub" and "Amazon"

    @id:core.backup.offline-caught-up @rule:backup.latest-state @android
    Scenario: Back above ground the next look at the app saves it
      Given Nora's Android phone is offline
      And Nora adds "Amazon" on the Android phone
      And Nora's Android phone is online again
      And Nora opens Authenticator on the Android phone
      And Nora sets up a new Android phone
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then the restore brought back 2 and asks to sign in to 0

    @id:core.backup.offline-crash @rule:backup.latest-state @rule:backup.stale-warning @android
    Scenario: A phone that died in the tunnel still knows afterwards what it has to save
      Given Nora's Android phone is offline
      And Nora adds "Amazon" on the Android phone
      And Nora crashes the Android phone
      And Nora starts the Android phone
      And Nora's Android phone is online again
      When Nora opens Authenticator on the Android phone
      Then the backup of Nora's Android phone is on and fresh

    @id:core.backup.removed-offline @rule:backup.deleted-is-gone @rule:backup.latest-state @android
    Scenario: An account removed on the underground leaves the backup once there is a connection
      Given Nora's Android phone is offline
      And Nora removes "GitHub" from the Android phone
      And Nora's Android phone is online again
      And Nora opens Authenticator on the Android phone
      And Nora sets up a new Android phone
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then the restore brought back 0 and asks to sign in to 0

    @id:core.backup.service-slow @rule:backup.latest-state @rule:backup.stale-warning @android
    Scenario: A service that keeps everybody waiting is not taken for one that has saved
      Given Microsoft keeps everything waiting
      When Nora adds "Amazon" on the Android phone
      Then it succeeds
      And the backup of Nora's Android phone is out of date

    @id:core.backup.late-arrival @rule:backup.latest-state @rule:backup.deleted-is-gone @android
    Scenario: What was kept waiting arrives late and does not undo what came after
      Given Microsoft keeps everything waiting
      And Nora adds "Amazon" on the Android phone
      And Microsoft answers again
      And Nora removes "Amazon" from the Android phone
      And Nora sets up a new Android phone
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then the restore brought back 1 and asks to sign in to 0

    @id:core.backup.restore-unreachable @rule:backup.complete @rule:backup.restore-twice @android
    Scenario Outline: A restore while the service <trouble> changes nothing and works an hour later
      Given Nora sets up a new Android phone
      And Microsoft <trouble>
      And Nora restores the backup on the new Android phone with nora@outlook.com
      And it is refused because <reason>
      And Microsoft <undone>
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then Nora's new Android phone lists 1 account

      Examples:
        | why                                      | trouble                  | reason                 | undone             |
        | nobody there                             | is unreachable           | there is no connection | is reachable again |
        | three answers may come late and together | keeps everything waiting | nobody answers in time | answers again      |

    @id:core.backup.crash-after-restore @rule:backup.complete @android
    Scenario: A phone that dies right after the restore has not lost it again
      Given Nora sets up a new Android phone
      And Nora restores the backup on the new Android phone with nora@outlook.com
      And Nora crashes the new Android phone
      When Nora starts the new Android phone
      Then Nora's new Android phone lists 1 account
      And Nora's new Android phone shows working codes for "GitHub"

  Rule: An iPhone owes the same, and there is nothing to switch on

    Background:
      Given Nora uses an iPhone

    @id:core.backup.complete-iphone @rule:backup.complete @rule:backup.latest-state @rule:code.algorithms @rule:code.short-secret @ios
    Scenario: Accounts of every kind come back on the next iPhone
      Given Nora adds "Kinetic Bank", "Old Forum", "City Library" and "GitHub" on the iPhone
      And Nora loses the iPhone
      And Nora sets up a new iPhone
      When Nora opens Authenticator on the new iPhone
      Then Nora's new iPhone lists 4 accounts
      And Nora's new iPhone shows working codes for "Kinetic Bank", "Old Forum", "City Library" and "GitHub"

    @id:core.backup.removed-on-iphone @rule:backup.deleted-is-gone @rule:backup.latest-state @ios
    Scenario: On an iPhone what was removed stays away from the next one
      Given Nora adds "GitHub" and "Amazon" on the iPhone
      And Nora removes "Amazon" from the iPhone
      And Nora loses the iPhone
      And Nora sets up a new iPhone
      When Nora opens Authenticator on the new iPhone
      Then Nora's new iPhone lists 1 account

    @id:core.backup.iphone-offline @rule:backup.latest-state @ios
    Scenario: What an iPhone could not save on the underground it saves when it is opened again
      Given Nora's iPhone is offline
      And Nora adds "Amazon" and "Kinetic Bank" on the iPhone
      And Nora's iPhone is online again
      And Nora opens Authenticator on the iPhone
      And Nora sets up a new iPhone
      When Nora opens Authenticator on the new iPhone
      Then Nora's new iPhone lists 2 accounts
