"""Writes every page that is made from the code: `make pages`, or `python docs/pages.py --check` to look only.

Each generator is a file beside this one with a `TARGET` and a function `page`, which returns the whole page.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
GENERATORS = ("commands", "floors", "manual", "oracle_table", "protocol_tables", "whats_here")
FINE, STALE, USAGE = 0, 1, 2


def made(generator: str) -> tuple[Path, str]:
    """The file that a generator writes, and its text as it should be."""
    names = runpy.run_path(str(HERE / f"{generator}.py"))
    target: Path = names["TARGET"]
    return target, names["page"]()


def is_stale(target: Path, text: str) -> bool:
    """Whether the file is missing or says something else."""
    return not target.is_file() or target.read_text("utf-8") != text


def main(arguments: list[str]) -> int:
    """Write each stale page, or name it; 1 if `--check` found one."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write("usage: python docs/pages.py [--check]\n")
        return USAGE
    pages = [made(generator) for generator in GENERATORS]
    stale = [(target, text) for target, text in pages if is_stale(target, text)]
    for target, text in stale:
        name = target.relative_to(HERE.parent)
        if arguments:
            sys.stderr.write(f"{name} is out of date: run make pages\n")
        else:
            target.write_text(text, "utf-8")
            sys.stdout.write(f"{name} written\n")
    sys.stdout.write(f"{len(pages) - len(stale)} of {len(pages)} pages were up to date\n")
    return STALE if arguments and stale else FINE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
