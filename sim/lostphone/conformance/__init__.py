"""Conformance: a verdict on a client for each rule and scenario of the requirement sets.

A run plays the scenarios of the chosen requirement sets (`requirements`) on a client and gives a verdict for
each rule and scenario. `plan` says what is played, `player` plays one scenario, `run` all of them,
`expected` knows which failures were announced, and `reports` writes down what came of it.
"""
