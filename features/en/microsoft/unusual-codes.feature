Feature: Sites with unusual codes
  Some sites ask for another hash than SHA-1, for eight digits, or for a code a minute. The QR code says so.
  Reports of 2020 to 2025 say that the real Microsoft Authenticator does not listen. No source settles it.

  Rule: The app makes the codes that the QR code asks for

    Background:
      Given it is 10 March 2026
      And Mika uses an iPhone

    @id:ms.unusual.followed @rule:code.settings-of-the-site @situation:S76 @open:Q20 @ios
    Scenario Outline: A site with <algorithm>, <digits> digits and <period>: <why>
      Given "Harbour Bank" hands out <algorithm> codes of <digits> digits every <period>
      And Mika adds "Harbour Bank" on the iPhone
      When Mika signs in to "Harbour Bank" with the code on the iPhone
      Then it succeeds

      Examples:
        | why             | algorithm | digits | period     |
        | the usual kind  | SHA-1     | 6      | 30 seconds |
        | another hash    | SHA-512   | 6      | 30 seconds |
        | two more digits | SHA-1     | 8      | 30 seconds |
        | a code a minute | SHA-1     | 6      | 60 seconds |

    @id:ms.unusual.restored @rule:code.settings-of-the-site @rule:restore.third-party-code @situation:S76 @open:Q20 @ios
    Scenario: After a loss the new iPhone makes them too
      Given "Harbour Bank" hands out SHA-256 codes of 8 digits every 60 seconds
      And Mika adds "Harbour Bank" on the iPhone
      And Mika loses the iPhone
      And Mika sets up a new iPhone
      And Mika opens Authenticator on the new iPhone
      When Mika signs in to "Harbour Bank" with the code on the new iPhone
      Then it succeeds

  Rule: If the reports are right (Q20), the app makes the usual codes everywhere, and the site refuses them

    Background:
      Given the open question Q20 is answered "ignores"
      And it is 10 March 2026
      And Mika uses an iPhone

    @id:ms.unusual.ignored @rule:code.settings-of-the-site @situation:S76 @open:Q20 @ios
    Scenario Outline: If so, a site with <algorithm>, <digits> digits and <period>: <why>
      Given "Harbour Bank" hands out <algorithm> codes of <digits> digits every <period>
      And Mika adds "Harbour Bank" on the iPhone
      When Mika signs in to "Harbour Bank" with the code on the iPhone
      Then <outcome>

      Examples:
        | why             | algorithm | digits | period     | outcome                                 |
        | the usual kind  | SHA-1     | 6      | 30 seconds | it succeeds                             |
        | another hash    | SHA-256   | 6      | 30 seconds | it is refused because the code is wrong |
        | a third hash    | SHA-512   | 6      | 30 seconds | it is refused because the code is wrong |
        | two more digits | SHA-1     | 8      | 30 seconds | it is refused because the code is wrong |
        | a code a minute | SHA-1     | 6      | 60 seconds | it is refused because the code is wrong |

    @id:ms.unusual.ignored-restored @rule:code.settings-of-the-site @situation:S76 @open:Q20 @ios
    Scenario: It comes back as it was: ready, and of no use
      Given "Harbour Bank" hands out SHA-512 codes of 6 digits every 30 seconds
      And Mika adds "Harbour Bank" on the iPhone
      And Mika loses the iPhone
      And Mika sets up a new iPhone
      When Mika signs in to "Harbour Bank" with the code on the new iPhone
      Then it is refused because the code is wrong
      But Mika's new iPhone has "Harbour Bank" ready
