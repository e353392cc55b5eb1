"""Lostphone: lose the phone here, before somebody loses it for real."""

__version__ = "0.2.0"
