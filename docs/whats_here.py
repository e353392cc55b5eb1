"""Writes `explanation/whats-here.md`: every module and what it is, in the words of its own docstring."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "explanation" / "whats-here.md"
SOURCES = ("sim/lostphone", "steps/lostphone_steps", "benchmarks")


def summary(path: Path) -> str:
    """The first sentence of a module's docstring, on one line."""
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    if not docstring:
        raise ValueError(f"{path.relative_to(ROOT)} does not say what it is: give it a module docstring")
    return " ".join(docstring.split("\n\n")[0].split())


def page() -> str:
    """The whole page."""
    lines = [
        "# What's here",
        "",
        "Every module, in a sentence: made from their docstrings by `make pages`.",
    ]
    for source in SOURCES:
        folder = None
        for path in sorted((ROOT / source).rglob("*.py"), key=lambda path: (path.parent, path.name)):
            if path.parent != folder:
                folder = path.parent
                lines += ["", f"## `{folder.relative_to(ROOT).as_posix()}/`", ""]
            lines.append(f"- `{path.name}`: {summary(path)}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TARGET.write_text(page(), "utf-8")
    sys.stdout.write(f"{TARGET.relative_to(ROOT)} written\n")
