"""Runs of pytest inside a test forget what they imported.

The vocabulary registers itself only once, and a module imported twice is two to whoever patches it.
"""

import cryptography.hazmat.primitives.hashes  # noqa: F401

import lostphone.pytest_plugin.collect
import lostphone.pytest_plugin.failure
import lostphone.pytest_plugin.hooks
import lostphone.pytest_plugin.item
import lostphone.pytest_plugin.sentences
import lostphone.pytest_plugin.shipped
import lostphone.pytest_plugin.story  # noqa: F401
