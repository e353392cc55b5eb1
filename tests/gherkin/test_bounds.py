"""Files that would become too large: one message that names the file, the line and the bound, and no more work."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from lostphone.gherkin import bounds
from lostphone.gherkin.pickles import parse_feature, read_feature
from lostphone.gherkin.problems import FeatureError
from lostphone.gherkin.source import FILE_BYTES_MAX


def outline(steps: str, header: str, rows: list[str]) -> str:
    body = "".join(f"   | {row} |\n" for row in rows)
    return f"Feature: f\n Scenario Outline: s\n{steps}  Examples:\n   | {header} |\n{body}"


def refused(text: str) -> str:
    """What is said of it, in some megabytes."""
    tracemalloc.start()
    try:
        with pytest.raises(FeatureError) as raised:
            parse_feature(text, "bomb.feature")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 300_000_000
    told = str(raised.value)
    assert len(told) < 1000
    return told


LONG = "x" * 20_000
BOMBS = {
    # 415 KB that become 6 GB: every row's cell in every one of many places.
    "cells": (
        outline(f"  Given {'<a>' * 20_000}\n" * 3, "a", [LONG] * 12),
        "bomb.feature:8:1: ",
        "20,000,000",
    ),
    # Each column holds the next one twice.
    "chain": (
        outline("  Given <c0>\n", " | ".join(f"c{n}" for n in range(60)), [" | ".join(f"<c{n + 1}><c{n + 1}>" for n in range(60))]),
        "bomb.feature:6:1: ",
        "20,000,000",
    ),
    "rows": (
        outline("  Given <a>\n", "a", [str(n) for n in range(bounds.BOUNDS.scenarios + 1)]),
        "bomb.feature:4:1: ",
        "20,001 scenarios; it may have 20,000",
    ),
    "steps": (
        outline("  Given a\n" * 1000, "a", [str(n) for n in range(600)]),
        "bomb.feature:1003:1: ",
        "600,000 steps, cells and tags; it may have 500,000",
    ),
    "tags": (
        "Feature: f\n " + " ".join(f"@t{n}" for n in range(2000)) + "\n Scenario Outline: s\n  Given <a>\n  Examples:\n   | a |\n"
        + "".join(f"   | {n} |\n" for n in range(600)),
        "bomb.feature:5:1: ",
        "500,000",
    ),
    "background": (
        "Feature: f\n Background:\n  Given a\n" + "   | a |\n" * 3000
        + "".join(f" Scenario: {n}\n  Then b\n" for n in range(400)),
        "bomb.feature:",
        "500,000",
    ),
    "columns": (
        outline("  Given <c1>\n" * 400, " | ".join(f"c{n}" for n in range(1000)), [" | ".join(["v"] * 1000)] * 60),
        "bomb.feature:403:1: ",
        "24,060,000 replacements of a column by its value; it may have 20,000,000",
    ),
    "line": (f"Feature: f\n Scenario: s\n  Given {'x' * 10_000_000}\n", "bomb.feature:3:1: ", "100,000 characters"),
    "word": (f"Feature: f\n Scenario: s\n {'x' * 99_000}\n  Given a\n", "bomb.feature:3:", "no keyword|right above"),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_one_message(name: str) -> None:
    text, where, bound = BOMBS[name]
    told = refused(text)
    assert told.startswith(where), told
    assert any(part in told for part in bound.split("|")), told


def test_a_bomb_is_told_in_the_language_of_the_file() -> None:
    text = outline("  Given <a>\n", "a", [str(n) for n in range(bounds.BOUNDS.scenarios + 1)])
    for english, japanese in (
        ("Feature:", "# language: ja\n機能:"),
        ("Scenario Outline:", "シナリオアウトライン:"),
        ("Given", "前提"),
        ("Examples:", "例:"),
    ):
        text = text.replace(english, japanese)
    assert "上限は20,000個のシナリオです" in refused(text)


@pytest.mark.parametrize("rows", [bounds.BOUNDS.scenarios, 500])
def test_what_is_within_the_bounds_is_made(rows: int) -> None:
    feature = parse_feature(outline("  Given <a>\n", "a", [f"row {n}" for n in range(rows)]), "f.feature")
    assert len(feature.pickles) == rows
    assert feature.pickles[-1].steps[0].text == f"row {rows - 1}"


def test_a_large_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.feature"
    with path.open("wb") as file:
        file.write(b"# language: ja\n")
        file.truncate(100 * 1024 * 1024)
    tracemalloc.start()
    try:
        with pytest.raises(FeatureError, match=r"large\.feature:1:1: ファイルが上限の4 MiBを超えています"):
            read_feature(path)
        assert tracemalloc.get_traced_memory()[1] < 3 * FILE_BYTES_MAX
    finally:
        tracemalloc.stop()
    with pytest.raises(FeatureError, match="larger than 4 MiB"):
        read_feature(Path("/dev/zero"))


def test_a_file_that_is_no_text_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.feature"
    path.write_bytes("Feature: f\n Scenario: café\n".encode("latin-1"))
    with pytest.raises(FeatureError, match=r"latin\.feature:2:1: the file is not UTF-8"):
        read_feature(path)


def test_lines_end_as_anywhere(tmp_path: Path) -> None:
    path = tmp_path / "ends.feature"
    path.write_bytes(b"\xef\xbb\xbfFeature: f\r\n Scenario: s\r  Given a\n")
    [pickle] = read_feature(path).pickles
    assert (pickle.name, pickle.steps[0].text, pickle.steps[0].line) == ("s", "a", 3)


def test_the_page_has_the_bounds_that_hold() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs/reference/run.md").read_text("utf-8")
    table = page.partition("## How large a file may be")[2]
    for bound in (*vars(bounds.BOUNDS).values(), bounds.LINE_CHARACTERS_MAX, bounds.CHARACTERS_MAX):
        assert f"| {bound:,}" in table
    assert f"{FILE_BYTES_MAX // 1024 // 1024} MiB" in table
