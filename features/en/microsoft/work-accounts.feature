Feature: Getting a work account back
  A restore brings back the name of a work account and nothing that could prove anything. Whoever has no
  other proof needs somebody in the organisation, and it is good to know whom before the phone is gone.

  Background:
    Given it is 09:00 on 3 November 2025
    And Mika uses an iPhone
    And Mika is an employee of Contoso with the account mika@contoso.com
    And Ada is an administrator of Contoso with the account ada@contoso.com

  Rule: A restored work account cannot be proved by the app that was lost

    Background:
      Given Mika adds mika@contoso.com on the iPhone
      And Mika loses the iPhone
      And Mika sets up a new iPhone
      And Mika opens Authenticator on the new iPhone

    @id:ms.work.circular @rule:work.circular-lock @rule:restore.work-name-only @situation:S44 @ios @work
    Scenario: The name comes back, and its sign-in asks for the lost phone
      When Mika completes the sign-in of mika@contoso.com on the new iPhone
      Then it is refused because the proof is on the missing phone
      And Mika's new iPhone asks to sign in to mika@contoso.com

    @id:ms.work.circular-qr @rule:work.circular-lock @ios @work
    Scenario: The page with a new QR code stands behind the same closed door
      When a new enrolment QR code is made for mika@contoso.com
      Then it is refused because the proof is on the missing phone

    @id:ms.work.found-again @rule:work.circular-lock @rule:restore.no-old-phone @rule:restore.sign-in-again @ios @work
    Scenario: With the old phone found again the sign-in goes through
      Given Mika finds the iPhone
      When Mika completes the sign-in of mika@contoso.com on the new iPhone
      Then it succeeds
      And Mika's new iPhone has mika@contoso.com ready

    @id:ms.work.reset-but-lost @rule:work.circular-lock @ios @work
    Scenario: The old phone found again proves nothing once it was erased
      Given Mika finds the iPhone
      And Mika erases the iPhone
      When Mika completes the sign-in of mika@contoso.com on the new iPhone
      Then it is refused because the proof is on the missing phone

    @id:ms.work.reregister @rule:work.require-reregister @rule:work.circular-lock @rule:restore.sign-in-again @situation:S44 @ios @work
    Scenario: An administrator requires a new registration, and the loop is broken
      Given Mika completes the sign-in of mika@contoso.com on the new iPhone
      And it is refused because the proof is on the missing phone
      And ada@contoso.com requires mika@contoso.com to register again
      When Mika completes the sign-in of mika@contoso.com on the new iPhone
      Then it succeeds
      And Mika's new iPhone has mika@contoso.com ready
      And Mika's new iPhone lists 1 account

    @id:ms.work.reregister-by-colleague @rule:work.require-reregister @ios @work
    Scenario: A helpful colleague without the role cannot do it
      Given Lena is an employee of Contoso with the account lena@contoso.com
      When lena@contoso.com requires mika@contoso.com to register again
      Then it is refused because it is not allowed

  Rule: A sole administrator who is locked out cannot be helped inside the organisation

    Background:
      Given Ada uses an iPhone
      And Ada adds ada@contoso.com on the iPhone
      And Ada loses the iPhone
      And Ada sets up a new iPhone
      And Ada opens Authenticator on the new iPhone

    @id:ms.work.sole-admin @rule:work.sole-admin @rule:work.circular-lock @situation:S46 @ios @work
    Scenario: The only administrator cannot let herself in
      Given Ada completes the sign-in of ada@contoso.com on the new iPhone
      And it is refused because the proof is on the missing phone
      When ada@contoso.com requires ada@contoso.com to register again
      Then it is refused because it is not allowed
      And Ada's new iPhone asks to sign in to ada@contoso.com

    @id:ms.work.sole-admin-stranger @rule:work.sole-admin @situation:S46 @ios @work
    Scenario: The administrator of another company has no say here
      Given Omar is an administrator of Fabrikam with the account omar@fabrikam.com
      When omar@fabrikam.com requires ada@contoso.com to register again
      Then it is refused because it is not allowed

    @id:ms.work.second-admin @rule:work.sole-admin @rule:work.require-reregister @ios @work
    Scenario: A second administrator is the spare key
      Given Nora is an administrator of Contoso with the account nora@contoso.com
      And nora@contoso.com requires ada@contoso.com to register again
      When Ada completes the sign-in of ada@contoso.com on the new iPhone
      Then it succeeds
      And Ada's new iPhone has ada@contoso.com ready

  Rule: A QR code that enrols a work account works once

    @id:ms.work.qr-photographed @rule:work.enrolment-qr-single-use @situation:S47 @android @work
    Scenario: A photograph of the QR code enrols no second phone
      Given Tom uses an Android phone
      And a new enrolment QR code is made for mika@contoso.com
      And Mika scans the enrolment QR code of mika@contoso.com on the iPhone
      When Tom scans the enrolment QR code of mika@contoso.com on the Android phone
      Then it is refused because the code has been used already
      And Tom's Android phone does not list mika@contoso.com
      And Mika's iPhone has mika@contoso.com ready

    @id:ms.work.qr-new @rule:work.enrolment-qr-single-use @rule:restore.sign-in-again @ios @work
    Scenario: A new QR code, asked for with a text message, completes the restored name
      Given mika@contoso.com can also be confirmed by text message
      And Mika adds mika@contoso.com on the iPhone
      And Mika loses the iPhone
      And Mika sets up a new iPhone
      And a new enrolment QR code is made for mika@contoso.com
      When Mika scans the enrolment QR code of mika@contoso.com on the new iPhone
      Then Mika's new iPhone has mika@contoso.com ready

  Rule: A registered phone that is at hand counts, whoever holds it

    Background:
      Given Kenji uses an iPhone
      And Mika is an employee of Contoso with the account office@contoso.com
      And Mika adds office@contoso.com on the iPhone
      And Kenji adds office@contoso.com on the iPhone
      And Mika loses the iPhone

    @id:ms.work.shared-push @rule:work.shared-account @rule:work.remove-old-registration @situation:S79 @ios @work
    Scenario: The colleague's phone is asked after one phone is lost
      When Kenji signs in to office@contoso.com on a computer as usual
      Then the push goes to Kenji's iPhone
      And the push goes to Mika's iPhone

    @id:ms.work.shared-qr @rule:work.shared-account @situation:S79 @ios @work
    Scenario: The colleague approves, and the page shows a new QR code
      Given Mika sets up a new iPhone
      And Kenji signs in to office@contoso.com on a computer as usual
      And Kenji approves the request to office@contoso.com on the iPhone
      And a new enrolment QR code is made for office@contoso.com
      When Mika scans the enrolment QR code of office@contoso.com on the new iPhone
      Then Mika's new iPhone has office@contoso.com ready

    @id:ms.work.shared-sign-in @rule:work.shared-account @rule:restore.sign-in-again @situation:S79 @ios @work
    Scenario: The restored account is signed in with the colleague's approval
      Given Mika sets up a new iPhone
      And Mika opens Authenticator on the new iPhone
      When Mika adds office@contoso.com on the new iPhone
      Then it succeeds
      And Mika's new iPhone has office@contoso.com ready

    @id:ms.work.shared-both-lost @rule:work.shared-account @rule:work.circular-lock @situation:S79 @ios @work
    Scenario: With the colleague's phone lost as well the door is closed
      Given Kenji loses the iPhone
      When a new enrolment QR code is made for office@contoso.com
      Then it is refused because the proof is on the missing phone

  Rule: A text message is a proof only while the person still has the number

    Background:
      Given Kenji is an employee of Contoso with the account kenji@contoso.com
      And kenji@contoso.com can also be confirmed by text message
      And Kenji uses an Android phone
      And Kenji adds kenji@contoso.com on the Android phone
      And Kenji loses the Android phone
      And Kenji sets up a new Android phone

    @id:ms.work.number-kept @rule:work.circular-lock @android @work
    Scenario: The new SIM card has the number of the old one
      When Kenji adds kenji@contoso.com on the new Android phone
      Then it succeeds

    @id:ms.work.number-lost @rule:work.circular-lock @android @work
    Scenario: The SIM card was in the phone, and the number is gone
      Given kenji@contoso.com can no longer be confirmed by text message
      When Kenji adds kenji@contoso.com on the new Android phone
      Then it is refused because the proof is on the missing phone
