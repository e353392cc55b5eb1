"""Compares everything that happens in all shipped scenarios with what another checkout makes of them.

    python benchmarks/same_traces.py ../other-checkout
    python benchmarks/same_traces.py ../other-checkout --renamed "old words=new words"

Both checkouts need their own `.venv` (`make .venv/.ready`). Each plays its stories in both languages and
records them; the happenings, the ends of steps and the fates of accounts are compared story by story. For a
change that must not change behaviour, the answer is "no difference" (exit code 0). Stories that only one
side has are named.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent.parent
COMPARED = ("happenings", "fates", "devices")
SHOWN = 10


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("other", type=Path, help="the other checkout")
    parser.add_argument(
        "--renamed", action="append", default=[], metavar="OLD=NEW", help="words that changed"
    )
    options = parser.parse_args()
    renamed = dict(pair.split("=", 1) for pair in options.renamed)
    before, after = recorded(options.other.resolve(), renamed), recorded(HERE, {})
    differences = list(compared(before, after))
    for line in differences[:SHOWN]:
        print(line)
    if len(differences) > SHOWN:
        print(f"and {len(differences) - SHOWN} more")
    both = len(before.keys() & after.keys())
    print(f"{both} scenarios on both sides, {len(before)} before, {len(after)} after")
    print(f"{len(differences)} differ" if differences else "no difference")
    return 1 if differences else 0


def recorded(checkout: Path, renamed: dict[str, str]) -> dict[str, Any]:
    """The stories of a checkout by language and id, as its own command records them."""
    with tempfile.TemporaryDirectory() as folder:
        run = Path(folder) / "run.json.gz"
        command = [
            checkout / ".venv/bin/lostphone",
            "site",
            "--out",
            Path(folder) / "site",
            "--save-run",
            run,
        ]
        subprocess.run(command, cwd=checkout, check=True, stdout=subprocess.DEVNULL)
        raw = run.read_bytes()
    text = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8")
    for old, new in renamed.items():
        text = text.replace(old, new)
    entries = [json.loads(line) for line in text.splitlines()]
    stories = [entry["story"] for entry in entries if "story" in entry]
    if not stories:
        sys.exit(f"{checkout}: its recorded run has no stories")
    return {f"{story['language']} {story['id']}": story for story in stories}


def compared(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    """A line for each scenario that differs, with the first thing that does."""
    for name in sorted(before.keys() ^ after.keys()):
        yield f"{name}: only {'before' if name in before else 'after'}"
    for name in sorted(before.keys() & after.keys()):
        for part in COMPARED:
            old, new = before[name].get(part, []), after[name].get(part, [])
            if old != new:
                yield f"{name}: {part}: {first_difference(old, new)}"
                break
        else:
            ends = [[step["status"] for step in side[name]["steps"]] for side in (before, after)]
            if ends[0] != ends[1]:
                yield f"{name}: the steps end otherwise"


def first_difference(old: list[Any], new: list[Any]) -> str:
    """The first entry that is not the same, and how many there are on both sides."""
    for number, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            return f"entry {number}: {json.dumps(one)[:200]} became {json.dumps(other)[:200]}"
    return f"{len(old)} entries became {len(new)}"


if __name__ == "__main__":
    sys.exit(main())
