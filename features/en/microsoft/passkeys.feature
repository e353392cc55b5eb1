Feature: Passkeys in Authenticator
  A passkey is made on one phone and stays on it. It outlives the end of autofill, and no backup and no
  move to a new phone takes it along.

  Background:
    Given it is 5 May 2025
    And Omar has the code-only Microsoft account omar@outlook.com
    And Omar uses an iPhone with version 18.5 of its system
    And Omar makes a passkey for omar@outlook.com on the iPhone

  Rule: Passkeys go on working after autofill has ended

    @id:ms.passkeys.outlive-autofill @rule:passkey.outlives-autofill @autofill
    Scenario Outline: On <moment> the passkey signs in: <why>
      Given it is <moment>
      When Omar signs in to omar@outlook.com with the passkey on the iPhone
      Then it succeeds

      Examples:
        | why                        | moment                   |
        | the last second of July    | 23:59:59 on 31 July 2025 |
        | passwords are out of reach | 1 August 2025            |
        | the next spring            | 3 March 2026             |

    @id:ms.passkeys.made-after-autofill @rule:passkey.outlives-autofill @autofill
    Scenario: A new one can be made after the passwords have gone
      Given it is 2 August 2025
      And Omar makes a passkey for "GitHub" on the iPhone
      When Omar signs in to "GitHub" with the passkey on the iPhone
      Then it succeeds

  Rule: A passkey never leaves the phone on which it was created

    @id:ms.passkeys.not-on-ipad @rule:passkey.device-bound @ios
    Scenario: An iPad of the same Apple Account, Keychain and all, does not have it
      Given Omar uses an iPad
      When Omar signs in to omar@outlook.com with the passkey on the iPad
      Then it is refused because it is not there

    @id:ms.passkeys.ipad-takes-nothing @rule:passkey.device-bound @ios
    Scenario: What happens on the iPad does not touch the passkey on the iPhone
      Given Omar uses an iPad
      And Omar opens Authenticator on the iPad
      And Omar reinstalls Authenticator on the iPad
      When Omar signs in to omar@outlook.com with the passkey on the iPhone
      Then it succeeds

    @id:ms.passkeys.no-route @rule:passkey.device-bound @rule:passkey.not-restored @ios
    Scenario Outline: Moving to a new iPhone with <route> leaves it behind: <why>
      Given Omar leaves the iPhone charging on Wi-Fi overnight
      And Omar sets up a new iPhone
      And Omar moves from the iPhone to the new iPhone with <route>
      When Omar signs in to omar@outlook.com with the passkey on the new iPhone
      Then it is refused because it is not there

      Examples:
        | why                               | route         |
        | everything else is on the new one | Quick Start   |
        | even last night's backup lacks it | iCloud Backup |

    @id:ms.passkeys.computer-backup @rule:passkey.device-bound @rule:passkey.not-restored @rule:icloud.finder-backup @situation:S26 @ios
    Scenario: An encrypted backup on a computer does not carry it either
      Given Omar sets up a new iPhone
      And Omar moves from the iPhone to the new iPhone with an encrypted computer backup
      When Omar signs in to omar@outlook.com with the passkey on the new iPhone
      Then it is refused because it is not there

    @id:ms.passkeys.stays-on-old @rule:passkey.device-bound @ios
    Scenario: After the move the old phone still signs in with it
      Given Omar sets up a new iPhone
      And Omar moves from the iPhone to the new iPhone with Quick Start
      When Omar signs in to omar@outlook.com with the passkey on the iPhone
      Then it succeeds

    @id:ms.passkeys.no-route-on-android @rule:passkey.device-bound @rule:passkey.not-restored @android
    Scenario Outline: Moving to a new Android phone with <route> leaves it behind: <why>
      Given Priya uses an Android phone with version 15 of its system
      And Priya makes a passkey for "GitHub" on the Android phone
      And Priya uses a new Android phone with version 15 of its system
      And Priya moves from the Android phone to the new Android phone with <route>
      When Priya signs in to "GitHub" with the passkey on the new Android phone
      Then it is refused because it is not there

      Examples:
        | why                            | route           |
        | the phones lie side by side    | a cable         |
        | the apps are there, it is not  | Google's backup |

    @id:ms.passkeys.other-kind-of-phone @rule:passkey.device-bound @rule:passkey.not-restored @ios @android
    Scenario: The next phone is of the other kind, and has it no more than another iPhone would
      Given Omar loses the iPhone
      And Omar uses a new Android phone with version 15 of its system
      When Omar signs in to omar@outlook.com with the passkey on the new Android phone
      Then it is refused because it is not there

    @id:ms.passkeys.since-september @rule:passkey.device-bound @rule:passkey.not-restored @ios @generation-2
    Scenario: iCloud brings the codes to a new iPhone in November, and not the passkey
      Given Omar adds "GitHub" on the iPhone
      And it is 14 November 2025
      And Omar opens Authenticator on the iPhone
      And Omar sets up a new iPhone
      When Omar signs in to omar@outlook.com with the passkey on the new iPhone
      Then it is refused because it is not there
      And Omar's new iPhone shows working codes for "GitHub"

  Rule: A restore brings back no passkey, and a new one is created with another method

    Background:
      Given Haruto has the code-only Microsoft account haruto@outlook.jp
      And Haruto uses an Android phone with version 15 of its system
      And Haruto adds haruto@outlook.jp and "楽天証券" on the Android phone
      And Haruto makes a passkey for haruto@outlook.jp on the Android phone
      And Haruto turns on cloud backup with haruto@outlook.jp on the Android phone
      And Haruto loses the Android phone
      And Haruto uses a new Android phone with version 15 of its system

    @id:ms.passkeys.not-restored @rule:passkey.not-restored @situation:S48 @android
    Scenario: The codes are back and the passkey is not
      Given Haruto restores the backup on the new Android phone with haruto@outlook.jp
      When Haruto signs in to haruto@outlook.jp with the passkey on the new Android phone
      Then it is refused because it is not there
      And Haruto's new Android phone shows working codes for haruto@outlook.jp and "楽天証券"

    @id:ms.passkeys.made-anew @rule:passkey.not-restored @situation:S48 @android
    Scenario: With the restored code Haruto signs in and makes a new one
      Given Haruto restores the backup on the new Android phone with haruto@outlook.jp
      And Haruto signs in to haruto@outlook.jp with the code on the new Android phone
      And Haruto makes a passkey for haruto@outlook.jp on the new Android phone
      When Haruto signs in to haruto@outlook.jp with the passkey on the new Android phone
      Then it succeeds

    @id:ms.passkeys.found-phone @rule:passkey.not-restored @rule:passkey.device-bound @android
    Scenario: The lost phone is found, and the passkey is on it as before
      Given Haruto restores the backup on the new Android phone with haruto@outlook.jp
      And Haruto finds the Android phone
      When Haruto signs in to haruto@outlook.jp with the passkey on the Android phone
      Then it succeeds

  Rule: Passkeys need iOS 17 or Android 14

    @id:ms.passkeys.system-version @rule:passkey.minimum-system
    Scenario Outline: <model> with system <version>: <why>
      Given it is 5 July 2026
      And Lena uses <model> with version <version> of its system
      When Lena makes a passkey for "GitHub" on <device>
      Then <outcome>

      Examples:
        | why                                 | model            | version | device            | outcome                                   |
        | the last system without             | an iPhone        | 16.7    | the iPhone        | it is refused because it is not available |
        | the first with                      | an iPhone        | 17.0    | the iPhone        | it succeeds                               |
        | the last system without, on Android | an Android phone | 13      | the Android phone | it is refused because it is not available |
        | the first with, on Android          | an Android phone | 14      | the Android phone | it succeeds                               |
