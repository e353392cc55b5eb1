Feature: A work code from a clock that is off
  Entra is reported to accept codes from a clock that is about two minutes off, and not three. It is the
  clock that has to be put right, then, and not the restore that has to be done again.

  Background:
    Given it is 12:00 on 3 November 2025
    And Lena is an employee of Contoso with the account lena@contoso.com
    And Lena uses an iPhone
    And Lena adds lena@contoso.com on the iPhone through the third-party flow

  Rule: Two minutes off are accepted, and three are refused

    @id:ms.entra.clock @rule:totp.entra-drift @situation:S69 @ios @work
    Scenario Outline: The clock is <off>: <why>
      Given the clock of Lena's iPhone is <off>
      When Lena signs in to lena@contoso.com with the code on the iPhone
      Then <outcome>

      Examples:
        | why                                 | off                | outcome                                 |
        | late, and still within two minutes  | two minutes slow   | it succeeds                             |
        | early, and still within two minutes | two minutes fast   | it succeeds                             |
        | too late                            | three minutes slow | it is refused because the code is wrong |
        | too early                           | three minutes fast | it is refused because the code is wrong |

    @id:ms.entra.clock-after-restore @rule:totp.entra-drift @rule:restore.third-party-work-code @situation:S69 @ios @work
    Scenario Outline: The restored code on a new phone that is <off>: <why>
      Given Lena loses the iPhone
      And Lena sets up a new iPhone
      And Lena opens Authenticator on the new iPhone
      And the clock of Lena's new iPhone is <off>
      When Lena signs in to lena@contoso.com with the code on the new iPhone
      Then <outcome>

      Examples:
        | why                         | off                | outcome                                 |
        | it is the clock that fails  | three minutes slow | it is refused because the code is wrong |
        | the restore was never wrong | ten seconds slow   | it succeeds                             |

  Rule: Other sites are less patient

    @id:ms.entra.clock-elsewhere @rule:totp.entra-drift @rule:site.window @situation:S69 @situation:S68 @ios @work
    Scenario: With the clock two minutes slow the work code passes and GitHub's does not
      Given Lena adds "GitHub" on the iPhone
      And the clock of Lena's iPhone is two minutes slow
      And Lena signs in to lena@contoso.com with the code on the iPhone
      When Lena signs in to "GitHub" with the code on the iPhone
      Then it is refused because the code is wrong
