"""The ledger: the facts that the oracles are certain of, worked out from the actions and their outcomes."""
