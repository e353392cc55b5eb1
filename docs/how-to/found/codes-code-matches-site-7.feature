# To see it again: lostphone run codes-code-matches-site-7.feature --client mutant:parameter-loss
@found
Feature: A promise that does not hold (codes)

  Rule: A code shown by the app is the code the site computes at that instant from the same secret.

    @id:found.codes-code-matches-site-7 @rule:code.matches-site
    Example: Mika's new Android phone shows working codes for "Kinetic Bank"
      Given it is 1 January 2026
      And Mika has the code-only Microsoft account mika@outlook.com
      And Mika uses an Android phone
      And "Kinetic Bank" hands out SHA-1 codes of 6 digits every one minute
      And Mika adds mika@outlook.com and "Kinetic Bank" on the Android phone
      And Mika turns on cloud backup with mika@outlook.com on the Android phone
      And Mika sets up a new Android phone
      When Mika restores the backup on the new Android phone with mika@outlook.com
      Then Mika's new Android phone shows working codes for "Kinetic Bank"
