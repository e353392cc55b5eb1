"""A member that a saved story does not have is refused, wherever it stands; nothing is left out silently."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lostphone.cli import main
from lostphone.stories.actions import KINDS
from lostphone.stories.recipe import BadStory, read_story, write_story

ROOT = Path(__file__).resolve().parents[2]
SAVED = [*sorted((ROOT / "docs").rglob("*.story")), *sorted((ROOT / "tests").rglob("*.story"))]
FOUND = ROOT / "docs/how-to/found/code-period-7.story"


def with_member(number: int, name: str, inside: str = "") -> bytes:
    lines = FOUND.read_bytes().splitlines()
    line = json.loads(lines[number])
    (line[inside] if inside else line)[name] = "reference"
    lines[number] = json.dumps(line).encode()
    return b"\n".join(lines) + b"\n"


@pytest.mark.parametrize(
    ("number", "inside", "where"),
    [(0, "", "line 1"), (0, "recipe", "line 1"), (1, "", "line 2"), (-1, "", "line 11")],
    ids=["header", "recipe", "action", "end"],
)
def test_it_is_named_with_its_line(number: int, inside: str, where: str) -> None:
    name = "client" if not inside else "clients"
    with pytest.raises(BadStory) as bad:
        read_story(with_member(number, name, inside))
    assert str(bad.value).startswith(where)
    assert name in str(bad.value)


@pytest.mark.parametrize("number", [0, 1, -1])
def test_the_command_says_so_and_nothing_acts(
    number: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.story"
    file.write_bytes(with_member(number, "\x1b[2J\u202eclient"))
    assert main(["replay", str(file)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert str(file) in said.err
    assert "client" in said.err
    assert said.err.rstrip("\n").isprintable()


def test_every_kind_of_action_is_held_to_it() -> None:
    assert all(kind.__struct_config__.forbid_unknown_fields for kind in KINDS.values())


@pytest.mark.parametrize("file", SAVED, ids=lambda file: file.stem)
def test_what_was_saved_before_is_read(file: Path) -> None:
    assert read_story(write_story(read_story(file.read_bytes()))) == read_story(file.read_bytes())


def test_a_file_without_the_newer_members_is_read() -> None:
    lines = FOUND.read_bytes().splitlines()
    lines[-1] = json.dumps({"end": json.loads(lines[-1])["end"]}).encode()
    assert read_story(b"\n".join(lines)).fingerprint == ""
