Feature: Steps of one's own
  Shipped sentences and a pytest-bdd step in one story.

  @rule:device.lost-is-lost
  Example: A lost phone leaves a trace
    Given it is 14 November 2025
    And Mika uses an iPhone
    When Mika loses the iPhone
    Then the trace has at least 3 happenings
