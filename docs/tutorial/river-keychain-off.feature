Feature: My phone and the river
  What I would have after losing it today.

  Background:
    Given it is 14 November 2025
    And Mika is an employee of Contoso with the account mika@contoso.com

  Rule: Third-party codes come back on a new iPhone, the work account asks to sign in

    @id:mine.river-keychain-off @rule:restore.third-party-code @rule:restore.work-name-only @ios
    Example: The river takes my iPhone in November
      Given Mika uses an iPhone
      And Mika adds "GitHub" and mika@contoso.com on the iPhone
      And Mika turns off iCloud Keychain on the iPhone
      And Mika loses the iPhone
      When Mika sets up a new iPhone
      Then Mika's new iPhone shows working codes for "GitHub"
      And Mika's new iPhone asks to sign in to mika@contoso.com
