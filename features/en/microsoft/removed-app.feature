Feature: The app removed from an iPhone
  The phone is still there, and the app was removed: to repair it, or by a child. With a backup it is as after
  a loss. Without one, Microsoft's answers say that all is gone; iOS keeps more of a removed app than that.

  Rule: Without a backup the codes are gone with the app

    Background:
      Given it is 10 March 2026
      And Aiko has the code-only Microsoft account aiko@outlook.com
      And Aiko uses an iPhone
      And Aiko turns off iCloud Keychain on the iPhone
      And Aiko adds "GitHub" and aiko@outlook.com on the iPhone

    @id:ms.removed.gone @rule:app.removed-without-backup @situation:S77 @open:Q21 @ios
    Scenario: Installed again, the app begins with an empty list
      When Aiko reinstalls Authenticator on the iPhone
      Then Aiko's iPhone lists 0 accounts

  Rule: If iOS keeps the codes of a removed app for it (Q21), they are there again

    Background:
      Given the open question Q21 is answered "kept"
      And it is 10 March 2026
      And Aiko has the code-only Microsoft account aiko@outlook.com
      And Aiko is an employee of Contoso with the account aiko@contoso.com
      And Aiko uses an iPhone
      And Aiko turns off iCloud Keychain on the iPhone
      And Aiko adds "GitHub", aiko@outlook.com and aiko@contoso.com on the iPhone

    @id:ms.removed.kept @rule:app.removed-without-backup @situation:S77 @open:Q21 @ios
    Scenario: Installed again, the app shows the codes of before
      When Aiko reinstalls Authenticator on the iPhone
      Then Aiko's iPhone lists 3 accounts
      And Aiko's iPhone shows working codes for "GitHub" and aiko@outlook.com
      But Aiko's iPhone asks to sign in to aiko@contoso.com

    @id:ms.removed.kept-but-erased @rule:app.removed-without-backup @rule:device.lost-is-lost @open:Q21 @ios
    Scenario: Erasing the iPhone takes them away all the same
      When Aiko erases the iPhone
      Then Aiko's iPhone lists 0 accounts
