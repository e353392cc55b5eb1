"""Writes `reference/oracles.md`: what each oracle looks at, where it is silent, and its promises."""

from __future__ import annotations

import sys
from pathlib import Path

from lostphone.explore.convergence import CONVERGES_RULES
from lostphone.explore.session import BREAKS_RULE
from lostphone.oracles.panel import ORACLES
from lostphone.rules import Catalogue

TARGET = Path(__file__).resolve().parent / "reference" / "oracles.md"

HEAD = """# Oracles

What `lostphone explore` watches in every history. An oracle rests on promises of the catalogue
(`lostphone rules`) and on a ledger of what people did; it never asks the client what it remembers. A verdict
is *valid*, *invalid* or *unknown*: where a fault, an open question or silence of the sources leaves something
undecided, it is counted as unknown, and that is no sign that all is well. How often each verdict was passed
on each promise is in `lostphone explore --format json`, under `judged`.

The session watches the client itself: one that crashes, hangs or breaks protocol 1 breaks `app.answers`. Once
everything is healed and time was given, an app that is opened may not call its backup out of date either
(`backup.latest-state`, and on an iPhone since September 2025 `backup.ios2.open-once`).

This page is made by `make pages`.

| oracle | what it looks at, and where it is silent | promises |
|---|---|---|
"""

TAIL = """
## What none of them can tell

- Whether a name that another device has saved has to be on the list of an iPhone by now, except on a new one
  in a quiet history: since September 2025 names may arrive by themselves at any time. What cannot be there,
  for nobody could save it, is told.
- What a backup holds once a message to its service was held, lost or slow, until the app itself calls it
  up to date again; or once two phones write to it (Q06).
- Codes of an account whose site has enrolled somebody anew since. Of codes of Microsoft accounts only whose
  they are is looked at.
- What a restore has to report of a name whose secret is gone from the Keychain while a full iCloud still
  lists it: no source says.
- Whether a version of the app is retired that was replaced less than two years ago: no source names a term.
- What a phone lists after it was set up from a copy of another, for that differs by route and by client.
"""


LEFT = """
## What none of them watches

Of the promises that a client owes (`lostphone rules`), these have no oracle of their own:

"""

#: Promises that a client owes and that no oracle watches, with the reason.
UNWATCHED = {
    "backup.removed-before-backup": "an account that comes back after it was removed breaks "
    "`backup.deleted-is-gone`, whenever it was removed; the two are told apart by nothing that can be seen",
    "restore.no-old-phone": "old phones are lost in most histories, so that a restore that needs one breaks "
    "`backup.complete`",
}


def unwatched() -> list[str]:
    """Promises of the requirement sets that rest on nobody."""
    watched = {rule for oracle in ORACLES for rule in oracle.rules} | {BREAKS_RULE, *CONVERGES_RULES}
    return [
        one.id
        for one in Catalogue.load().rules.values()
        if one.requirement != "world" and one.id not in watched
    ]


def page() -> str:
    """The whole page."""
    rows = []
    for oracle in ORACLES:
        said = " ".join((oracle.__doc__ or "").split())
        promises = ", ".join(f"`{rule}`" for rule in oracle.rules)
        rows.append(f"| `{oracle.id}` | {said} | {promises} |\n")
    left = "".join(f"- `{rule}`: {UNWATCHED[rule]}.\n" for rule in unwatched())
    return HEAD + "".join(rows) + TAIL + LEFT + left


if __name__ == "__main__":
    TARGET.write_text(page(), "utf-8")
    sys.stdout.write(f"{TARGET.parent.parent.name}/reference/{TARGET.name} written\n")
