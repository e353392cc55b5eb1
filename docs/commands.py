"""Writes `reference/commands.md`: every command with its arguments and options."""

from __future__ import annotations

import sys
from pathlib import Path

from lostphone.cli import app

TARGET = Path(__file__).resolve().parent / "reference" / "commands.md"


def page() -> str:
    """The whole page."""
    written = app().generate_docs(output_format="markdown")
    # The page is read where headings get their anchors from GitHub's rule, which keeps hyphens.
    written = written.replace("(#lostphone-install-completion)", "(#lostphone---install-completion)")
    lines = [line.rstrip() for line in written.splitlines()]
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    TARGET.write_text(page(), "utf-8")
    sys.stdout.write(f"{TARGET.parent.name}/{TARGET.name} written\n")
