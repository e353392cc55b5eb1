"""The three standard streams, where whoever started the program has closed some of them.

What is opened next would take the number of a closed one, and a print would end up in somebody's file. A
closed stream is one that nobody reads: the null device stands in for it, and the exit code says the rest.
"""

from __future__ import annotations

import os
import sys


def stand_in_for_closed() -> None:
    """Open each standard stream that is closed; before anything else is opened."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, os.O_RDWR)
            if handle != number:
                os.dup2(handle, number)
                os.close(handle)
            mode = "w" if number else "r"
            stream = open(number, mode, encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)
            # Whoever puts the first streams back finds these.
            setattr(sys, f"__{name}__", stream)
