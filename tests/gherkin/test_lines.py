"""What a line of a feature file means, for every line of one that has everything."""

from __future__ import annotations

import pytest

from lostphone.gherkin.lines import NoSuchLine, at_line, at_lines
from lostphone.gherkin.pickles import parse_feature

#: Each line with the scenarios that it means: `*` all, `r` those of the rule.
FILE = """
*       |# language: en
*       |
*       |# About the file.
*       |@core
*       |Feature: everything
*       |  What it is about.
*       |
*       |  # A comment above the background.
*       |  Background:
*       |    Given a
*       |    # A comment in it.
*       |      | cell |
*       |
a       |  # A comment above the first tag.
a       |  @slow
a       |  # A comment between tags.
a       |  @ios
a       |  Scenario: a
a       |    Its description.
a       |
a       |    Given b
a       |      | cell |
a       |      # A comment in a table.
a       |      | cell |
a       |    And c
a       |      \"\"\"
a       |      # no comment
a       |
a       |      \"\"\"
a       |
r       |  # A comment above the rule.
r       |  @ruled
r       |  Rule: it holds
r       |    Its description.
r       |
r       |    Background:
r       |      Given d
r       |
b1b2b3  |    @outlined
b1b2b3  |    Scenario Outline: b
b1b2b3  |      Given <n>
b1b2b3  |        | <n> |
b1b2b3  |
b1b2    |      # A comment above a table.
b1b2    |      @few
b1b2    |      Examples: few
b1b2    |        Its description.
b1b2    |        | n |
b1      |        | 1 |
b1b2    |        # A comment between rows.
b2      |        | 2 |
b1b2    |
b3      |      Examples: many
b3      |        | n |
b3      |        | 9 |
b3      |
c       |    Scenario: c
c       |      Then e
r2      |  Rule: it holds elsewhere
d       |    Scenario: d
d       |      Then f
d       |
"""
LINES = [line.split("|", 1) for line in FILE.strip("\n").split("\n")]
FEATURE = parse_feature("\n".join(text for _, text in LINES) + "\n", "f.feature")
NAMES = dict(zip(("a", "b1", "b2", "b3", "c", "d"), FEATURE.pickles, strict=True))
GROUPS = {"*": "a b1 b2 b3 c d", "r": "b1 b2 b3 c", "b1b2b3": "b1 b2 b3", "b1b2": "b1 b2", "r2": "d"}


@pytest.mark.parametrize("number", range(1, len(LINES) + 1))
def test_every_line_means_what_stands_there(number: int) -> None:
    marked = LINES[number - 1][0].strip()
    expected = [NAMES[name] for name in GROUPS.get(marked, marked).split()]
    assert at_line(FEATURE, number) == expected, LINES[number - 1][1]


def test_several_lines_mean_each_scenario_once_in_the_order_of_the_file() -> None:
    first = next(number for number, (mark, _) in enumerate(LINES, 1) if mark.strip() == "b1")
    assert at_lines(FEATURE, [len(LINES), first, first, 18]) == [NAMES[name] for name in ("a", "b1", "d")]


@pytest.mark.parametrize("number", [0, len(LINES) + 1, 10**8])
def test_a_line_outside_of_the_file_is_said(number: int) -> None:
    with pytest.raises(NoSuchLine, match=f"there is no line {number}; the file has {len(LINES)} lines"):
        at_line(FEATURE, number)
    japanese = parse_feature("# language: ja\n機能: f\n シナリオ: s\n  ならば a", "f.feature")
    with pytest.raises(NoSuchLine, match="9行目はありません。ファイルは4行です"):
        at_line(japanese, 9)
