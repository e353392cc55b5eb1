Feature: What the app tells about itself
  A log is written for whoever has to help, and is sent around: to support, to a forum, to a friend who knows
  about such things. So it may say what was done, and never with what.

  Background:
    Given it is 3 March 2026
    And Nora uses an Android phone with the Microsoft account nora@outlook.com

  Rule: Neither the log nor a message shows a secret

    @id:core.log.adding @rule:app.no-secret-in-log @android
    Scenario: Adding accounts and showing their codes leaves no trace of what they are made of
      Given "City Library" hands out counted codes
      And Nora adds nora@outlook.com, "City Library" and "GitHub" on the Android phone
      When Nora signs in to "City Library" with the code on the Android phone
      Then it succeeds
      And no log and no message shows a secret

    @id:core.log.mishap @rule:app.no-secret-in-log @android
    Scenario: Nor does the account of a restore that went wrong
      Given Nora adds nora@outlook.com and "GitHub" on the Android phone
      And Nora turns on cloud backup with nora@outlook.com on the Android phone
      And the stored backup of Nora is altered in one place
      And Nora sets up a new Android phone
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then no log and no message shows a secret

    @id:core.log.codes @rule:app.no-secret-in-log @android
    Scenario: Nor does adding the codes of sites and showing them
      Given Nora adds "GitHub" and "Amazon" on the Android phone
      When Nora signs in to "GitHub" with the code on the Android phone
      Then it succeeds
      And no log and no message shows a secret

    @id:core.log.codes-mishap @rule:app.no-secret-in-log @android
    Scenario: Nor does a restore of the codes of sites that went wrong
      Given Nora adds "GitHub" and "Amazon" on the Android phone
      And Nora turns on cloud backup with nora@outlook.com on the Android phone
      And the stored backup of Nora is cut short
      And Nora sets up a new Android phone
      When Nora restores the backup on the new Android phone with nora@outlook.com
      Then no log and no message shows a secret
