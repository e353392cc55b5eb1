Feature: Authenticator as the phone's passkey provider
  A switch deep in the phone's settings decides whether passkeys work. In summer 2025 many people met it
  while they cleaned up after autofill, and some switched off more than they meant to.

  Rule: Passkeys work only while Authenticator is switched on as passkey provider

    Background:
      Given it is 5 May 2025
      And Omar has the code-only Microsoft account omar@outlook.com
      And Omar uses an iPhone with version 18.5 of its system
      And Omar makes a passkey for omar@outlook.com on the iPhone

    @id:ms.provider.off @rule:passkey.provider-stays-on @situation:S51 @autofill
    Scenario: Tidying up after autofill, Omar switches it off and cannot sign in
      Given it is 2 August 2025
      And Omar turns off Authenticator as passkey provider on the iPhone
      When Omar signs in to omar@outlook.com with the passkey on the iPhone
      Then it is refused because Authenticator is off as passkey provider

    @id:ms.provider.off-new @rule:passkey.provider-stays-on
    Scenario: No new passkey can be made while it is off
      Given Omar turns off Authenticator as passkey provider on the iPhone
      When Omar makes a passkey for "GitHub" on the iPhone
      Then it is refused because Authenticator is off as passkey provider

    @id:ms.provider.off-codes @rule:passkey.provider-stays-on @rule:autofill.codes-unaffected
    Scenario: Codes care nothing for that switch
      Given Omar adds "GitHub" on the iPhone
      When Omar turns off Authenticator as passkey provider on the iPhone
      Then Omar's iPhone shows working codes for "GitHub"

    @id:ms.provider.off-one-phone @rule:passkey.provider-stays-on @android
    Scenario: Switching it off on one phone leaves the passkey of the other alone
      Given Omar uses an Android phone with version 15 of its system
      And Omar makes a passkey for omar@outlook.com on the Android phone
      And Omar turns off Authenticator as passkey provider on the iPhone
      When Omar signs in to omar@outlook.com with the passkey on the Android phone
      Then it succeeds

  Rule: Switching it on again makes the passkeys work again

    Background:
      Given it is 5 May 2025
      And Omar has the code-only Microsoft account omar@outlook.com
      And Omar uses an iPhone with version 18.5 of its system
      And Omar makes a passkey for omar@outlook.com on the iPhone

    @id:ms.provider.on-again @rule:passkey.provider-on-again @situation:S51
    Scenario: What was switched off was out of reach, not erased
      Given Omar turns off Authenticator as passkey provider on the iPhone
      And Omar signs in to omar@outlook.com with the passkey on the iPhone
      And it is refused because Authenticator is off as passkey provider
      And Omar opens Authenticator on the iPhone
      And Omar turns on Authenticator as passkey provider on the iPhone
      When Omar signs in to omar@outlook.com with the passkey on the iPhone
      Then it succeeds

  Rule: Nobody has written down that it does, so stories can be told the other way as well

    Background:
      Given the open question Q09 is answered "lost"
      And Omar uses an iPhone with version 18.5 of its system
      And Omar makes a passkey for "GitHub" on the iPhone
      And Omar turns off Authenticator as passkey provider on the iPhone
      And Omar opens Authenticator on the iPhone
      And Omar turns on Authenticator as passkey provider on the iPhone

    @id:ms.provider.on-again-lost @rule:passkey.provider-stays-on @situation:S51
    Scenario: If off should mean erased, the old passkey stays dead
      When Omar signs in to "GitHub" with the passkey on the iPhone
      Then it is refused because it is not there

    @id:ms.provider.made-anew @rule:passkey.provider-stays-on @situation:S51
    Scenario: Even then a new one is made and works
      Given Omar makes a passkey for "GitHub" on the iPhone
      When Omar signs in to "GitHub" with the passkey on the iPhone
      Then it succeeds
