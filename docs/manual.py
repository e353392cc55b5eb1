"""Writes the man page `lostphone.1`, which the wheel puts where `man` looks."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from docutils.core import publish_string

import lostphone
from lostphone.cli import COMMANDS, app

TARGET = Path(__file__).resolve().parent / "lostphone.1"

HEAD = f"""=========
lostphone
=========

{{under}}
{{line}}
{{under}}

:Manual section: 1
:Manual group: Lostphone
:Version: {lostphone.__version__}

SYNOPSIS
========

**lostphone** *COMMAND* [*OPTIONS*]

DESCRIPTION
===========

Lostphone simulates phones, clouds and sign-in services, plays stories about the backup of authenticators on
them, and says which accounts come back, and why.

EXIT STATUS
===========

0
    All is well.
1
    Something was found.
2
    The command was mistaken, or its output has no room where it was sent.
3
    Lostphone itself is at fault.

"""
LINE = "simulates the loss of a phone with an authenticator app"


def page() -> str:
    """The man page in roff."""
    parts = [HEAD.format(line=LINE, under="-" * len(LINE)), "COMMANDS\n========\n"]
    parts += [_command(name) for name in sorted(COMMANDS)]
    settings = {"report_level": 3, "halt_level": 3, "datestamp": None, "generator": None}
    made: bytes = publish_string("\n".join(parts), writer="manpage", settings_overrides=settings)
    return made.decode("utf-8")


def _command(name: str) -> str:
    """One command as a section, without its title and the marks that only a page of links needs."""
    written = app()[name].generate_docs(output_format="rst", usage_name=f"lostphone {name}")
    body = written[written.index("::\n") :]
    body = re.sub(r"^\.\. contents::.*\n(?:   .*\n)*\n", "", body, flags=re.MULTILINE)
    return f"lostphone {name}\n{'-' * (10 + len(name))}\n\n{body.strip()}\n"


if __name__ == "__main__":
    TARGET.write_text(page(), "utf-8")
    sys.stdout.write(f"{TARGET.name} written\n")
