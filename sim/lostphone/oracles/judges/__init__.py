"""Judges: one file for each promise, or a few, that must always hold."""
