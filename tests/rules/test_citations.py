"""Each citation leads somewhere: ids of facts and questions, and headings of pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lostphone.rules import Catalogue
from lostphone.rules.citations import known_ids, unknown_ids, unresolved

ROOT = Path(__file__).resolve().parents[2]
#: Ids that tests make up, and the name of a constant.
MADE_UP = {"A60", "B32", "P99", "Q98", "Q99", "S99"}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout without a fault."""
    for file, text in {
        "README.md": "# Lostphone\n\nCodes come back (A17).\n",
        "docs/explanation/design.md": "# Why\n\n## Rules are dated facts\n\nSee Q02.\n",
        "sim/lostphone/a.py": '"""Why: docs/explanation/design.md#rules-are-dated-facts (C16)."""\n',
        "steps/lostphone_steps/b.py": '"""Situations (S01), statements (P01), open ends (Q04)."""\n',
        "features/en/c.feature": "Feature: c\n  # E08\n",
        "kits/node/d.mjs": "// F01\n",
    }.items():
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_everything_that_ships_cites_things_that_exist(catalogue: Catalogue) -> None:
    assert unresolved(catalogue, ROOT) == []


def test_tests_cite_things_that_exist(catalogue: Catalogue) -> None:
    known = known_ids(catalogue)
    for path in sorted((ROOT / "tests").rglob("*.py")):
        if path == Path(__file__):
            continue
        text = path.read_text("utf-8")
        assert [found for found in unknown_ids(text, known) if found[1] not in MADE_UP] == [], path
        assert not re.search(r"research notes|\bDESIGN\b", text), path


def test_a_checkout_without_a_fault(catalogue: Catalogue, checkout: Path) -> None:
    assert unresolved(catalogue, checkout) == []


MISSING = "which does not exist: there is"


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "README.md",
            "\n\nA60",
            f"README.md:3: cites A60, {MISSING} A01 to A59. Correct the id, or add it to",
        ),
        ("sim/lostphone/a.py", "# (F13)", f"sim/lostphone/a.py:1: cites F13, {MISSING} F01 to F12."),
        ("sim/lostphone/a.toml", "x = 'Q23'", f"sim/lostphone/a.toml:1: cites Q23, {MISSING} Q01 to Q22."),
        ("steps/b.py", "S80", f"steps/b.py:1: cites S80, {MISSING} S01 to S79."),
        ("features/c.feature", "# P28", f"features/c.feature:1: cites P28, {MISSING} P01 to P27."),
        ("docs/d.md", "C36–C40", f"docs/d.md:1: cites C36, {MISSING} C01 to C35."),
        ("kits/e.mjs", "// D00", f"kits/e.mjs:1: cites D00, {MISSING} D01 to D27."),
        (
            "sim/lostphone/a.py",
            "# docs/explanation/design.md#rules-are-undated",
            "sim/lostphone/a.py:1: cites docs/explanation/design.md#rules-are-undated, and the page has no such"
            " heading: correct the citation",
        ),
        (
            "sim/lostphone/a.py",
            "# design.md#rules-are-dated-facts",
            "sim/lostphone/a.py:1: cites design.md#rules-are-dated-facts, and there is no such page: write its"
            " path from the top",
        ),
        (
            "sim/lostphone/a.py",
            "# DESIGN says so",
            "sim/lostphone/a.py:1: cites DESIGN, which is not in the repository: cite a fact by its id, or a"
            " heading of a page",
        ),
        ("docs/d.md", "The research notes say", "docs/d.md:1: cites research notes, which is not in the"),
    ],
)
def test_a_citation_that_leads_nowhere_is_named(
    catalogue: Catalogue, checkout: Path, file: str, text: str, said: str
) -> None:
    path = checkout / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    assert unresolved(catalogue, checkout)[0].startswith(said)


def test_letters_and_digits_that_are_no_citation(catalogue: Catalogue) -> None:
    known = known_ids(catalogue)
    for text in ("#A60", "0xA60", "A600", "XA60", "A6", "1.A60", "T00:00", "M58 3", "a60"):
        assert list(unknown_ids(text, known)) == []


def test_an_installed_package_has_no_pages_and_is_checked_alone(catalogue: Catalogue, checkout: Path) -> None:
    package = checkout / "sim" / "lostphone"
    (package / "kits").mkdir()
    assert unresolved(catalogue, package) == []
    (package / "a.py").write_text("# A60", "utf-8")
    assert unresolved(catalogue, package)[0].startswith("a.py:1: cites A60")
