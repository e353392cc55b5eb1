Feature: What comes back of each kind of account
  A secret comes back where the backup may hold it. Of everything else only the name comes back, and asks
  for a sign-in. A work account added as if it were a website's is, to the backup, a website's.

  Rule: On an iPhone until September 2025, from the Microsoft account

    Background:
      Given it is 27 August 2025
      And Nora has the code-only Microsoft account nora@outlook.com
      And Nora has the passwordless Microsoft account nora.b@hotmail.com
      And Nora is an employee of Contoso with the account nora@contoso.com
      And Nora is an employee of Fabrikam with the account nora@fabrikam.com
      And Nora uses an iPhone
      And Nora adds "Facebook", nora@outlook.com, nora.b@hotmail.com and nora@contoso.com on the iPhone
      And Nora adds nora@fabrikam.com on the iPhone through the third-party flow
      And Nora turns on cloud backup with nora@outlook.com on the iPhone
      And Nora loses the iPhone
      And Nora sets up a new iPhone

    @id:ms.matrix.ios1 @ios @generation-1 @rule:backup.account-kinds @rule:restore.sign-in-again
    @rule:restore.third-party-code @rule:restore.personal-code @rule:restore.passwordless-name-only
    @rule:restore.work-name-only @rule:restore.third-party-work-code
    Scenario Outline: Restored on an iPhone in August 2025: <kind of account>
      When Nora restores the backup on the new iPhone with nora@outlook.com
      Then Nora's new iPhone lists 5 accounts
      And Nora's new iPhone <outcome>

      Examples:
        | kind of account              | outcome                                   |
        | a website's, with a code     | shows working codes for "Facebook"        |
        | personal, with a code only   | shows working codes for nora@outlook.com  |
        | personal, without a password | asks to sign in to nora.b@hotmail.com     |
        | work, added by signing in    | asks to sign in to nora@contoso.com       |
        | work, added as a website's   | shows working codes for nora@fabrikam.com |

  Rule: On an iPhone since September 2025, from iCloud

    Background:
      Given it is 27 September 2025
      And Nora has the code-only Microsoft account nora@outlook.com
      And Nora has the passwordless Microsoft account nora.b@hotmail.com
      And Nora is an employee of Contoso with the account nora@contoso.com
      And Nora is an employee of Fabrikam with the account nora@fabrikam.com
      And Nora uses an iPhone
      And Nora adds "Facebook", nora@outlook.com, nora.b@hotmail.com and nora@contoso.com on the iPhone
      And Nora adds nora@fabrikam.com on the iPhone through the third-party flow
      And Nora loses the iPhone
      And Nora sets up a new iPhone

    @id:ms.matrix.ios2 @ios @generation-2 @rule:backup.account-kinds @rule:restore.sign-in-again
    @rule:restore.third-party-code @rule:restore.personal-code @rule:restore.passwordless-name-only
    @rule:restore.work-name-only @rule:restore.third-party-work-code
    Scenario Outline: Shown on an iPhone in September 2025: <kind of account>
      When Nora opens Authenticator on the new iPhone
      Then Nora's new iPhone lists 5 accounts
      And Nora's new iPhone <outcome>

      Examples:
        | kind of account              | outcome                                   |
        | a website's, with a code     | shows working codes for "Facebook"        |
        | personal, with a code only   | shows working codes for nora@outlook.com  |
        | personal, without a password | asks to sign in to nora.b@hotmail.com     |
        | work, added by signing in    | asks to sign in to nora@contoso.com       |
        | work, added as a website's   | shows working codes for nora@fabrikam.com |

  Rule: On an iPhone since September 2025, if the announcement is right about personal accounts (Q01)

    Background:
      Given the open question Q01 is answered "message-center"
      And it is 27 September 2025
      And Nora has the code-only Microsoft account nora@outlook.com
      And Nora has the passwordless Microsoft account nora.b@hotmail.com
      And Nora is an employee of Contoso with the account nora@contoso.com
      And Nora is an employee of Fabrikam with the account nora@fabrikam.com
      And Nora uses an iPhone
      And Nora adds "Facebook", nora@outlook.com, nora.b@hotmail.com and nora@contoso.com on the iPhone
      And Nora adds nora@fabrikam.com on the iPhone through the third-party flow
      And Nora loses the iPhone
      And Nora sets up a new iPhone

    @id:ms.matrix.ios2-announcement @ios @generation-2 @open:Q01 @rule:backup.account-kinds @rule:restore.sign-in-again
    @rule:restore.third-party-code @rule:restore.personal-code @rule:restore.passwordless-name-only
    @rule:restore.work-name-only @rule:restore.third-party-work-code
    Scenario Outline: Shown on an iPhone, as the announcement has it: <kind of account>
      When Nora opens Authenticator on the new iPhone
      Then Nora's new iPhone lists 5 accounts
      And Nora's new iPhone <outcome>

      Examples:
        | kind of account            | outcome                             |
        | a website's, with a code   | shows working codes for "Facebook"  |
        | personal, with a code only | asks to sign in to nora@outlook.com |

  Rule: On Android, from the Microsoft account

    Background:
      Given it is 27 September 2025
      And Nora has the code-only Microsoft account nora@outlook.com
      And Nora has the passwordless Microsoft account nora.b@hotmail.com
      And Nora is an employee of Contoso with the account nora@contoso.com
      And Nora is an employee of Fabrikam with the account nora@fabrikam.com
      And Nora uses an Android phone
      And Nora adds "Facebook", nora@outlook.com, nora.b@hotmail.com and nora@contoso.com on the Android phone
      And Nora adds nora@fabrikam.com on the Android phone through the third-party flow
      And Nora turns on cloud backup with nora@outlook.com on the Android phone
      And Nora loses the Android phone
      And Nora sets up a new Android phone

    @id:ms.matrix.android @android @rule:backup.account-kinds @rule:restore.sign-in-again
    @rule:restore.third-party-code @rule:restore.personal-code @rule:restore.passwordless-name-only
    @rule:restore.work-name-only @rule:restore.third-party-work-code
    Scenario Outline: Restored on Android: <kind of account>
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then Nora's new Android phone lists 5 accounts
      And Nora's new Android phone <outcome>

      Examples:
        | kind of account              | outcome                                   |
        | a website's, with a code     | shows working codes for "Facebook"        |
        | personal, with a code only   | shows working codes for nora@outlook.com  |
        | personal, without a password | asks to sign in to nora.b@hotmail.com     |
        | work, added by signing in    | asks to sign in to nora@contoso.com       |
        | work, added as a website's   | shows working codes for nora@fabrikam.com |

  Rule: The secret that a site gave goes on working, whatever the site's codes are like

    Background:
      Given it is 23:59:50 on 31 December 2025
      And Haruto uses an iPhone

    @id:ms.matrix.code-forms @ios @generation-2 @rule:restore.third-party-code
    Scenario Outline: The code after the restore is the site's own: <why this form>
      Given "GitHub" hands out <algorithm> codes of <digits> digits every <period>
      And Haruto adds "GitHub" on the iPhone
      And Haruto sets up a new iPhone
      When Haruto opens Authenticator on the new iPhone
      Then Haruto's iPhone and Haruto's new iPhone show the same code for "GitHub"
      And Haruto's new iPhone shows working codes for "GitHub"

      Examples:
        | why this form                    | algorithm | digits | period     |
        | what nearly every site uses      | SHA-1     | 6      | 30 seconds |
        | a stronger hash, and more digits | SHA-512   | 8      | 30 seconds |
        | twice as long to type it         | SHA-256   | 6      | 60 seconds |
