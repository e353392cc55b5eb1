"""Writes `reference/oracles.md`: what each oracle looks at, where it is silent, and its promises."""

from __future__ import annotations

import sys
from pathlib import Path

from lostphone.oracles.panel import ORACLES

TARGET = Path(__file__).resolve().parent / "reference" / "oracles.md"

HEAD = """# Oracles

What `lostphone explore` watches in every history. An oracle rests on promises of the catalogue
(`lostphone rules`) and on a ledger of what people did; it never asks the client what it remembers. A verdict
is *valid*, *invalid* or *unknown*: where a fault, an open question or silence of the sources leaves something
undecided, it is counted as unknown, and that is no sign that all is well. How often each verdict was passed
on each promise is in `lostphone explore --format json`, under `judged`.

The session watches the client itself: one that crashes, hangs or breaks protocol 1 breaks `app.answers`.

This page is made by `python docs/oracle_table.py`.

| oracle | what it looks at, and where it is silent | promises |
|---|---|---|
"""

TAIL = """
## What none of them can tell

- What is on the list of an iPhone since September 2025 beyond what was added there and what appears on a new
  one in a quiet history: names may arrive by themselves at any time.
- What a backup holds once a message to its service was held, lost or slow, until the app itself calls it
  up to date again; or once two phones write to it (Q06).
- Codes of an account whose site has enrolled somebody anew since, and codes of Microsoft accounts.
- What a phone lists after it was set up from a copy of another, for that differs by route and by client.
"""


def page() -> str:
    """The whole page."""
    rows = []
    for oracle in ORACLES:
        said = " ".join((oracle.__doc__ or "").split())
        promises = ", ".join(f"`{rule}`" for rule in oracle.rules)
        rows.append(f"| `{oracle.id}` | {said} | {promises} |\n")
    return HEAD + "".join(rows) + TAIL


if __name__ == "__main__":
    TARGET.write_text(page(), "utf-8")
    sys.stdout.write(f"{TARGET.parent.parent.name}/reference/{TARGET.name} written\n")
