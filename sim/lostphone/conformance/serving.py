"""Serves any client that a run can name over standard input and output: also a mutant, or the null client.

    python -m lostphone.conformance.serving mutant:no-padding

So what is said to a client in this process can be seen as messages, as with a program.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence

from lostphone.client.serve import serve_stdio
from lostphone.client.sources import BadClient, made_here

_OUTSIDE = ("cmd:", "tcp:")


def as_program(spec: str) -> str:
    """The name of the same client as a program of its own; one that is outside already keeps its name."""
    if spec.startswith(_OUTSIDE):
        return spec
    return "cmd:" + shlex.join([sys.executable, "-m", "lostphone.conformance.serving", spec])


def main(arguments: Sequence[str]) -> int:
    """0 when all was said, 2 when there is no such client."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m lostphone.conformance.serving CLIENT\n")
        return 2
    try:
        serve_stdio(made_here(arguments[0]))
    except BadClient as bad:
        sys.stderr.write(f"{bad}\n")
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
