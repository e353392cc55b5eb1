"""A mistake of the person at the keyboard: said in one line, without a traceback, with exit code 2."""

from __future__ import annotations


class UsageError(Exception):
    """What was wrong and what to do about it."""
