# To see it again: lostphone run code-period-7.feature --client mutant:parameter-loss
# What was seen: Mika's new Android phone shows a code for "GitHub" that is not the site's
@found
Feature: A promise about codes that does not hold

  Rule: A code changes at the period the site chose, be it 30, 60 or any other number of seconds.

    @id:found.code-period-7 @rule:code.period
    Example: Mika restores the backup on the new Android phone with mika@outlook.com, and Mika's new Android phone shows working codes for "GitHub"
      Given it is 1 January 2026
      And Mika uses an Android phone with the Microsoft account mika@outlook.com
      And "GitHub" hands out SHA-1 codes of 6 digits every 60 seconds
      And Mika adds "GitHub" on the Android phone
      And Mika turns on cloud backup with mika@outlook.com on the Android phone
      And Mika sets up a new Android phone
      When Mika restores the backup on the new Android phone with mika@outlook.com
      Then Mika's new Android phone shows working codes for "GitHub"
