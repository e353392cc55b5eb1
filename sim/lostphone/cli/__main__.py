"""`python -m lostphone.cli`, where the `lostphone` script is not on the path."""

from lostphone.cli import script

script()
