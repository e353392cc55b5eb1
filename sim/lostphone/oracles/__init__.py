"""Oracles: what must always hold, whatever people and faults do, and the rule each of them rests on."""
