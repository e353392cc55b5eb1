Feature: Personal Microsoft accounts behind the backup
  Where a Microsoft account opens the backup, everything hangs on getting into that account without the
  phone. The way back in takes thirty days, on purpose, and old phones are heard until then.

  Rule: A recovery account that only Authenticator proves cannot open the backup of a lost Authenticator

    Background:
      Given it is 09:00 on 5 May 2025
      And Sofia has the Authenticator-only Microsoft account sofia@outlook.com
      And Sofia uses an Android phone
      And Sofia adds sofia@outlook.com and "GitHub" on the Android phone
      And Sofia turns on cloud backup with sofia@outlook.com on the Android phone
      And Sofia loses the Android phone
      And Sofia sets up a new Android phone

    @id:ms.personal.circle @rule:personal.recovery-circle @situation:S37 @android
    Scenario: The key is in the box that it opens
      When Sofia restores the backup on the new Android phone with sofia@outlook.com
      Then it is refused because the proof is on the missing phone
      And Sofia's new Android phone lists 0 accounts

    @id:ms.personal.circle-opened @rule:personal.recovery-circle @android
    Scenario: With the old phone found again the box opens
      Given Sofia finds the Android phone
      When Sofia restores the backup on the new Android phone with sofia@outlook.com
      Then the restore brought back 2 and asks to sign in to 0
      And Sofia's new Android phone shows working codes for "GitHub"

    @id:ms.personal.thirty-days @rule:personal.thirty-day-wait @rule:personal.recovery-circle @situation:S37 @android
    Scenario Outline: <wait> after the security info was replaced: <why>
      Given Sofia replaces the security info of sofia@outlook.com
      And <wait> pass
      When Sofia restores the backup on the new Android phone with sofia@outlook.com
      Then it is refused because a waiting time has to pass
      And Sofia's new Android phone lists 0 accounts

      Examples:
        | why              | wait                                         |
        | the same evening | 10 hours                                     |
        | a day is missing | 29 days                                      |
        | so is a second   | 29 days, 23 hours, 59 minutes and 59 seconds |

    @id:ms.personal.thirty-days-over @rule:personal.thirty-day-wait @situation:S37 @android
    Scenario: On the thirtieth day the backup opens
      Given Sofia replaces the security info of sofia@outlook.com
      And 30 days pass
      When Sofia restores the backup on the new Android phone with sofia@outlook.com
      Then it succeeds
      And Sofia's new Android phone shows working codes for "GitHub"
      And Sofia's new Android phone lists 2 accounts

    @id:ms.personal.cancelled @rule:personal.thirty-day-wait @situation:S38 @android
    Scenario: Approving on the old phone meanwhile calls the replacement off
      Given Sofia replaces the security info of sofia@outlook.com
      And Sofia finds the Android phone
      And Sofia approves with the old security info of sofia@outlook.com on the Android phone
      And Sofia loses the Android phone
      And 30 days pass
      When Sofia restores the backup on the new Android phone with sofia@outlook.com
      Then it is refused because the proof is on the missing phone

    @id:ms.personal.old-info-works @rule:personal.thirty-day-wait @situation:S38 @android
    Scenario: After that the old info works again, without any waiting
      Given Sofia replaces the security info of sofia@outlook.com
      And 12 days pass
      And Sofia finds the Android phone
      And Sofia approves with the old security info of sofia@outlook.com on the Android phone
      When Sofia restores the backup on the new Android phone with sofia@outlook.com
      Then the restore brought back 2 and asks to sign in to 0

    @id:ms.personal.found-too-late @rule:personal.thirty-day-wait @situation:S38 @android
    Scenario: Found after the thirty days, the old phone has nothing to say
      Given Sofia replaces the security info of sofia@outlook.com
      And 30 days pass
      And Sofia finds the Android phone
      When Sofia approves with the old security info of sofia@outlook.com on the Android phone
      Then it is refused because the account asks to sign in

  Rule: On iPhones the circle is gone since September 2025

    Background:
      Given it is 09:00 on 5 May 2025
      And Tom has the Authenticator-only Microsoft account tom@outlook.com
      And Tom uses an iPhone
      And Tom adds tom@outlook.com and "GitHub" on the iPhone
      And Tom turns on cloud backup with tom@outlook.com on the iPhone

    @id:ms.personal.circle-ios @rule:personal.recovery-circle @situation:S37 @ios
    Scenario: On the last day of August the account still has to prove itself
      Given it is 23:59:50 on 31 August 2025
      And Tom loses the iPhone
      And Tom sets up a new iPhone
      When Tom restores the backup on the new iPhone with tom@outlook.com
      Then it is refused because the proof is on the missing phone
      And Tom's new iPhone lists 0 accounts

    @id:ms.personal.no-circle-ios @rule:personal.recovery-circle @rule:backup.ios2.no-microsoft-account @ios
    Scenario: From September nobody asks the account, and GitHub's code is simply there
      Given it is 1 September 2025
      And Tom opens Authenticator on the iPhone
      And Tom loses the iPhone
      And Tom sets up a new iPhone
      When Tom opens Authenticator on the new iPhone
      Then Tom's new iPhone lists 2 accounts
      And Tom's new iPhone shows working codes for "GitHub"

  Rule: The code of a personal account differs from phone to phone, and each is valid

    Background:
      Given it is 09:00 on 3 November 2025
      And Kenji has the code-only Microsoft account kenji@outlook.com
      And Kenji uses an Android phone
      And Kenji adds kenji@outlook.com and "GitHub" on the Android phone
      And Kenji turns on cloud backup with kenji@outlook.com on the Android phone
      And Kenji sets up a new Android phone
      And Kenji restores the backup on the new Android phone with kenji@outlook.com

    @id:ms.personal.codes-differ @rule:personal.per-device-credential @rule:restore.third-party-code @situation:S67 @android
    Scenario: Side by side the Microsoft codes differ and GitHub's do not
      When it is 09:10 on 3 November 2025
      Then Kenji's Android phone and Kenji's new Android phone show different codes for kenji@outlook.com
      But Kenji's Android phone and Kenji's new Android phone show the same code for "GitHub"

    @id:ms.personal.both-accepted @rule:personal.per-device-credential @rule:restore.personal-code @situation:S67 @android
    Scenario: Both are accepted, one after the other within the same half minute
      When Kenji signs in to kenji@outlook.com with the code on the Android phone
      Then it succeeds
      And Kenji's new Android phone shows working codes for kenji@outlook.com

    @id:ms.personal.one-phone-less @rule:personal.per-device-credential @android
    Scenario: The old phone's code works on after the new phone is broken
      Given Kenji breaks the new Android phone
      When Kenji signs in to kenji@outlook.com with the code on the Android phone
      Then it succeeds

  Rule: It is the same on iPhones that share an Apple Account

    Background:
      Given it is 09:00 on 3 November 2025
      And Aiko has the code-only Microsoft account aiko@outlook.com
      And Aiko uses an iPhone
      And Aiko adds aiko@outlook.com on the iPhone

    @id:ms.personal.codes-differ-ios @rule:personal.per-device-credential @rule:restore.personal-code @situation:S67 @ios
    Scenario: A restored iPhone shows a code of its own, and the old one's stays valid
      Given Aiko sets up a new iPhone
      When Aiko opens Authenticator on the new iPhone
      Then Aiko's iPhone and Aiko's new iPhone show different codes for aiko@outlook.com
      And Aiko's iPhone shows working codes for aiko@outlook.com
      And Aiko's new iPhone shows working codes for aiko@outlook.com

  Rule: The phone of another who shares the account opens it as well

    Background:
      Given it is 09:00 on 5 May 2025
      And Sofia has the Authenticator-only Microsoft account sofia@outlook.com
      And Sofia uses an Android phone
      And Tom uses an Android phone
      And Sofia adds sofia@outlook.com on the Android phone
      And Tom adds sofia@outlook.com on the Android phone
      And Sofia loses the Android phone

    @id:ms.personal.shared @rule:work.shared-account @situation:S79 @android
    Scenario: The partner's phone confirms the account that both use
      Given Sofia sets up a new Android phone
      When Sofia adds sofia@outlook.com on the new Android phone
      Then it succeeds
      And Sofia's new Android phone has sofia@outlook.com ready

  Rule: From May 2026 a text message is not counted on, for Microsoft ends it without naming a day (Q19)

    Background:
      Given it is 09:00 on 1 April 2026
      And Haruto has the Authenticator-only Microsoft account haruto@outlook.com
      And haruto@outlook.com can also be confirmed by text message
      And Haruto uses an Android phone
      And Haruto adds haruto@outlook.com and "GitHub" on the Android phone
      And Haruto turns on cloud backup with haruto@outlook.com on the Android phone
      And Haruto loses the Android phone
      And Haruto sets up a new Android phone

    @id:ms.personal.sms @rule:personal.sms-ends @situation:S71 @open:Q19 @android
    Scenario Outline: A text message for the recovery account at <moment>: <why>
      Given it is <moment>
      When Haruto restores the backup on the new Android phone with haruto@outlook.com
      Then <outcome>
      And Haruto's new Android phone lists <number> accounts

      Examples:
        | why                               | moment                    | outcome                                   | number |
        | the message comes, and opens it   | 23:59:59 on 30 April 2026 | it succeeds                               | 2      |
        | no message that could be promised | 1 May 2026                | it is refused because a policy forbids it | 0      |

    @id:ms.personal.sms-waits @rule:personal.sms-ends @rule:personal.thirty-day-wait @situation:S71 @open:Q19 @android
    Scenario: Without the message it takes new security info, and thirty days
      Given it is 1 May 2026
      And Haruto replaces the security info of haruto@outlook.com
      And 30 days pass
      When Haruto restores the backup on the new Android phone with haruto@outlook.com
      Then it succeeds
      And Haruto's new Android phone shows working codes for "GitHub"

  Rule: A second e-mail address takes the place of the text message

    Background:
      Given it is 09:00 on 1 April 2026
      And Lena has the code-only Microsoft account lena@outlook.com
      And Lena uses an Android phone
      And Lena adds lena@outlook.com and "GitHub" on the Android phone
      And Lena turns on cloud backup with lena@outlook.com on the Android phone
      And Lena loses the Android phone
      And Lena sets up a new Android phone

    @id:ms.personal.second-address @rule:personal.sms-ends @situation:S71 @android
    Scenario: With a second address the account opens after April 2026 too
      Given it is 1 May 2026
      When Lena restores the backup on the new Android phone with lena@outlook.com
      Then it succeeds
      And Lena's new Android phone shows working codes for "GitHub"

  Rule: If the end has not come to this account yet (Q19), the text message still opens it

    Background:
      Given the open question Q19 is answered "continuing"
      And it is 09:00 on 1 April 2026
      And Haruto has the Authenticator-only Microsoft account haruto@outlook.com
      And haruto@outlook.com can also be confirmed by text message
      And Haruto uses an Android phone
      And Haruto adds haruto@outlook.com and "GitHub" on the Android phone
      And Haruto turns on cloud backup with haruto@outlook.com on the Android phone
      And Haruto loses the Android phone

    @id:ms.personal.sms-continuing @rule:personal.sms-ends @situation:S71 @open:Q19 @android
    Scenario: In June 2026 the message comes
      Given Haruto sets up a new Android phone
      And it is 1 June 2026
      When Haruto restores the backup on the new Android phone with haruto@outlook.com
      Then it succeeds
      And Haruto's new Android phone lists 2 accounts

    @id:ms.personal.sms-number-gone @rule:personal.sms-ends @situation:S71 @open:Q19 @android
    Scenario: It helps nobody whose number went with the phone
      Given Haruto sets up a new Android phone
      And it is 1 June 2026
      And haruto@outlook.com can no longer be confirmed by text message
      When Haruto restores the backup on the new Android phone with haruto@outlook.com
      Then it is refused because the proof is on the missing phone

  Rule: The code of a personal account has six digits

    @id:ms.personal.six-digits @rule:personal.code-length @situation:S78 @open:Q22 @ios
    Scenario: The app shows the six digits that the page asks for
      Given it is 09:00 on 3 November 2025
      And Aiko has the code-only Microsoft account aiko@outlook.com
      And Aiko uses an iPhone
      And Aiko adds aiko@outlook.com on the iPhone
      When Aiko signs in to aiko@outlook.com with the code on the iPhone
      Then it succeeds
      And Aiko's iPhone shows a code of 6 digits for aiko@outlook.com

  Rule: If it has eight (Q22), the page asks for eight as well

    Background:
      Given the open question Q22 is answered "eight"
      And it is 09:00 on 3 November 2025
      And Aiko has the code-only Microsoft account aiko@outlook.com
      And Aiko uses an iPhone
      And Aiko adds aiko@outlook.com and "GitHub" on the iPhone

    @id:ms.personal.eight-digits @rule:personal.code-length @situation:S78 @open:Q22 @ios
    Scenario: The app shows eight digits, and they are taken
      When Aiko signs in to aiko@outlook.com with the code on the iPhone
      Then it succeeds
      And Aiko's iPhone shows a code of 8 digits for aiko@outlook.com
      But Aiko's iPhone shows a code of 6 digits for "GitHub"

    @id:ms.personal.eight-digits-restored @rule:personal.code-length @situation:S78 @open:Q22 @ios
    Scenario: After a loss the new iPhone shows eight digits of its own
      Given Aiko loses the iPhone
      And Aiko sets up a new iPhone
      When Aiko opens Authenticator on the new iPhone
      Then Aiko's new iPhone shows working codes for aiko@outlook.com
      And Aiko's new iPhone shows a code of 8 digits for aiko@outlook.com
