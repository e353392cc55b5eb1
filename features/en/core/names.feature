Feature: The names of accounts
  Somebody who has restored twenty accounts finds the right code by its name alone. So names come back
  letter for letter, in whatever script, and accounts that differ in anything stay apart.

  Background:
    Given it is 3 March 2026
    And Mika uses an Android phone with the Microsoft account mika@outlook.jp

  Rule: Names in any script come back letter for letter

    @id:core.names.any-script @rule:name.unicode @rule:backup.complete
    Scenario Outline: <site> and <login> come back as they were: <why>
      Given Mika turns on cloud backup with mika@outlook.jp on the Android phone
      And Mika adds "<site>" on the Android phone as "<login>"
      And Mika loses the Android phone
      And Mika sets up a new Android phone
      When Mika restores the backup on the new Android phone with mika@outlook.jp
      Then Mika's new Android phone has "<site> (<login>)" ready
      And Mika's new Android phone shows working codes for "<site> (<login>)"

      Examples:
        | why                                     | site            | login                |
        | Japanese in both                        | 楽天証券        | 三木 美佳            |
        | an umlaut, a sharp s and an ampersand   | Größe & Co      | mika+größe@müller.de |
        | a plus is no space, nor is a percent    | Fish+Chips 100% | mika%20sato          |
        | marks that mean something inside a link | Who? What/Why#1 | a=b&secret=no        |
        | beyond the sixteen-bit characters       | 🔐 Vault 𠮷野家 | 👩‍💻 mika           |
        | written from right to left              | بنك الوطن       | ميكا                 |

    @id:core.names.listed-before-backup @rule:name.unicode
    Scenario: Names are right on the screen before anybody has backed up anything
      When Mika adds "楽天証券", "Größe & Co" and "Кошелёк" on the Android phone
      Then Mika's Android phone lists 3 accounts
      And Mika's Android phone has "楽天証券", "Größe & Co" and "Кошелёк" ready

  Rule: Whatever was added is on the list, once and under its name, until it is removed

    @id:core.names.listed-once @rule:app.list
    Scenario: Three accounts are three rows
      When Mika adds "GitHub", "Amazon" and "Kinetic Bank" on the Android phone
      Then Mika's Android phone lists 3 accounts
      And Mika's Android phone has "GitHub", "Amazon" and "Kinetic Bank" ready

    @id:core.names.listed-until-removed @rule:app.list
    Scenario: What was removed is gone, and what was not is still there
      Given Mika adds "GitHub", "Amazon" and "Kinetic Bank" on the Android phone
      When Mika removes "Amazon" from the Android phone
      Then Mika's Android phone does not list "Amazon"
      And Mika's Android phone lists 2 accounts
      And Mika's Android phone has "GitHub" and "Kinetic Bank" ready

    @id:core.names.added-anew @rule:app.list
    Scenario: An account that was removed can be added anew
      Given Mika adds "GitHub" on the Android phone
      And Mika removes "GitHub" from the Android phone
      When Mika adds "GitHub" on the Android phone
      Then Mika's Android phone lists 1 account
      And Mika's Android phone shows working codes for "GitHub"

  Rule: Two accounts of one user name stay two accounts when their sites differ

    @id:core.names.same-login @rule:name.issuer-distinguishes
    Scenario: One address at two sites makes two accounts
      Given Mika adds "GitHub" on the Android phone as "mika@example.jp"
      When Mika adds "GitLab" on the Android phone as "mika@example.jp"
      Then Mika's Android phone lists 2 accounts
      And Mika's Android phone shows working codes for "GitHub" and "GitLab"

    @id:core.names.remove-one @rule:name.issuer-distinguishes
    Scenario: Removing the one leaves the other alone
      Given Mika adds "GitHub" on the Android phone as "mika@example.jp"
      And Mika adds "GitLab" on the Android phone as "mika@example.jp"
      When Mika removes "GitHub" from the Android phone
      Then Mika's Android phone does not list "GitHub"
      And Mika's Android phone lists 1 account
      And Mika's Android phone shows working codes for "GitLab"

    @id:core.names.two-logins @rule:name.issuer-distinguishes
    Scenario: Two user names at one site are two accounts as well
      Given Mika adds "GitHub" on the Android phone as "mika"
      When Mika adds "GitHub" on the Android phone as "mika-at-work"
      Then Mika's Android phone lists 2 accounts
      And Mika's Android phone shows working codes for "GitHub (mika)" and "GitHub (mika-at-work)"

  Rule: Two accounts of one user name are still two after a restore

    Background:
      Given Mika turns on cloud backup with mika@outlook.jp on the Android phone

    @id:core.names.same-login-restored @rule:name.issuer-distinguishes @rule:backup.complete
    Scenario: One address at two sites comes back as two accounts
      Given Mika adds "GitHub" on the Android phone as "mika@example.jp"
      And Mika adds "GitLab" on the Android phone as "mika@example.jp"
      And Mika loses the Android phone
      And Mika sets up a new Android phone
      When Mika restores the backup on the new Android phone with mika@outlook.jp
      Then the restore brought back 2 and asks to sign in to 0
      And Mika's new Android phone shows working codes for "GitHub" and "GitLab"
