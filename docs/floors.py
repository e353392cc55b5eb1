"""Writes the table of floors in `explanation/design.md`: the layers of import-linter, top floor first."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "explanation" / "design.md"
HOUSE = ROOT / "sim" / "lostphone"
BEGIN, END = "<!-- floors: written by make pages -->\n", "<!-- end of floors -->\n"


def floors() -> list[list[str]]:
    """The names of the rooms on each floor, top floor first, from `pyproject.toml`."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    house = next(one for one in config["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    return [re.split(r"\s*[|:]\s*", layer) for layer in house["layers"]]


def described(room: str) -> str:
    """The first sentence of a room's docstring."""
    path = HOUSE / room / "__init__.py"
    docstring = ast.get_docstring(
        ast.parse((path if path.is_file() else HOUSE / f"{room}.py").read_text("utf-8"))
    )
    if not docstring:
        raise ValueError(f"{room} does not say what it is: give it a module docstring")
    return " ".join(docstring.split("\n\n")[0].split())


def table() -> str:
    """The table in Markdown: one row a room, and the number of its floor from the ground up."""
    rows = ["| floor | room | what lives there |\n", "|---|---|---|\n"]
    storeys = floors()
    for number, rooms in zip(range(len(storeys), 0, -1), storeys, strict=True):
        rows += [f"| {number} | `{room}` | {described(room)} |\n" for room in rooms]
    return "".join(rows)


def page() -> str:
    """The whole page, with the table as it is today between its two marks."""
    before, rest = TARGET.read_text("utf-8").split(BEGIN)
    return before + BEGIN + table() + END + rest.split(END)[1]


if __name__ == "__main__":
    TARGET.write_text(page(), "utf-8")
    sys.stdout.write(f"{TARGET.relative_to(ROOT)} written\n")
