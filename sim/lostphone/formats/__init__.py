"""Formats: bytes in, values out.

One-time passwords, their links, Google's export, WebAuthn and the backup envelope.
"""
