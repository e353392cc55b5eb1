"""`lostphone tell` and `lostphone replay` as a person types them."""

import errno
import os
import re
from pathlib import Path

import pytest

from lostphone.cli import main

ROOT = Path(__file__).resolve().parents[2]
STORY = "ms.ios2.lost-phone-everything-on"


def test_a_told_story_shows_steps_screens_and_promises(capsys) -> None:
    assert main(["tell", STORY]) == 0
    told = capsys.readouterr().out
    assert "✓ When" in told
    assert "╭" in told
    assert "restore." in told
    assert "✗" not in told


def test_it_is_told_in_japanese(capsys) -> None:
    assert main(["tell", STORY, "--lang", "ja"]) == 0
    told = capsys.readouterr().out
    assert "✓ もし" in told
    assert "の新しいiPhone" in told


def test_a_told_story_shows_no_code(capsys) -> None:
    main(["tell", STORY, "--seed", "3"])
    told = capsys.readouterr().out
    assert not re.search(r"\b[0-9]{6,8}\b", told)


def test_saved_told_and_replayed_are_one_story(tmp_path, capsys) -> None:
    kept, first, second = tmp_path / "river.story", tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    assert main(["tell", STORY, "--save", str(kept)]) == 0
    assert main(["replay", str(kept), "--trace", str(first)]) == 0
    assert main(["replay", str(kept), "--trace", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()
    assert len(first.read_bytes().splitlines()) > 10
    capsys.readouterr()
    assert main(["replay", str(kept)]) == 0
    assert "fingerprint" in capsys.readouterr().out


def test_a_story_that_goes_otherwise_is_a_finding(tmp_path, capsys) -> None:
    kept = tmp_path / "river.story"
    main(["tell", STORY, "--save", str(kept)])
    kept.write_bytes(kept.read_bytes().replace(b'"recipe":{', b'"recipe":{"seed":5'))
    capsys.readouterr()
    assert main(["replay", str(kept)]) == 1
    assert "otherwise" in capsys.readouterr().out


def test_a_broken_promise_is_told_and_found(tmp_path, capsys) -> None:
    feature = tmp_path / "wrong.feature"
    feature.write_text(
        "Feature: wrong\n"
        "  @id:wrong.one @rule:restore.work-name-only\n"
        "  Example: the list is full\n"
        "    Given it is 1 November 2025\n"
        "    When Mika uses an iPhone\n"
        "    Then Mika's iPhone lists 3 accounts\n"
        "    And Mika's iPhone lists 0 accounts\n"
    )
    assert main(["tell", f"{feature}:3"]) == 1
    told = capsys.readouterr().out
    assert "✗ Then" in told
    assert "Mika's iPhone should list 3, and lists nothing" in told
    assert "· And" in told


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("ms.ios2.lost-phone-everythin-on", STORY),
        ("no such thing at all", "lostphone rules"),
        ("ms.", "fits"),
        ("nowhere.feature:3", "there is no file"),
        ("found/a.story", "is a saved story: `lostphone replay found/a.story` plays it"),
    ],
)
def test_a_scenario_that_is_none(capsys, wanted: str, said: str) -> None:
    assert main(["tell", wanted]) == 2
    assert said in capsys.readouterr().err


def test_a_story_file_that_is_none(tmp_path, capsys) -> None:
    bad = tmp_path / "bad.story"
    bad.write_text("{}\n")
    assert main(["replay", str(bad)]) == 2
    assert "line 1" in capsys.readouterr().err
    assert main(["replay", str(tmp_path / "none")]) == 2


def test_a_place_that_cannot_be_written_is_said(tmp_path, capsys) -> None:
    assert main(["tell", STORY, "--save", str(tmp_path / "no-such-folder" / "x.story")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_full_disk_loses_nothing(tmp_path, capsys, monkeypatch) -> None:
    kept = tmp_path / "river.story"
    kept.write_bytes(b"an earlier story")

    write = Path.write_bytes

    def filling(path: Path, content: bytes) -> int:
        write(path, content[:100])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", filling)
    assert main(["tell", STORY, "--save", str(kept)]) == 2
    assert "No space left" in capsys.readouterr().err
    assert kept.read_bytes() == b"an earlier story"
    assert list(tmp_path.iterdir()) == [kept]


def test_what_is_no_file_stays_what_it_is(tmp_path) -> None:
    link, aim, pipe = tmp_path / "link.story", tmp_path / "aim.story", tmp_path / "pipe"
    aim.write_bytes(b"")
    link.symlink_to(aim)
    assert main(["tell", STORY, "--save", str(link)]) == 0
    assert link.is_symlink()
    assert aim.stat().st_size > 100
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert main(["tell", STORY, "--save", str(pipe)]) == 0
        assert os.read(reader, 20).startswith(b'{"format"')
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_story_is_told_and_replayed_on_the_client_that_is_named(tmp_path, capsys) -> None:
    kept = tmp_path / "zeros.story"
    told = ["tell", "core.codes.leading-zeros", "--client", "mutant:no-padding", "--save", str(kept)]
    assert main(told) == 1
    assert "✗" in capsys.readouterr().out
    # The file remembers the client, and another may be asked to play it.
    assert main(["replay", str(kept)]) == 1
    assert main(["replay", str(kept), "--client", "reference"]) == 0
    capsys.readouterr()
    assert main(["tell", STORY, "--client", "mutant:no-paddin"]) == 2
    assert "did you mean no-padding" in capsys.readouterr().err
    assert main(["tell", STORY, "--client", "cmd:no-such-program"]) == 2
    assert "--client: " in capsys.readouterr().err


def test_a_file_with_one_scenario_needs_no_line(capsys) -> None:
    found = ROOT / "docs/how-to/found/code-period-7.feature"
    assert main(["tell", str(found)]) == 0
    assert "✓ Then" in capsys.readouterr().out
    assert main(["tell", str(ROOT / "features/en/core/codes.feature")]) == 2
    assert "add the line of one, as in" in capsys.readouterr().err
    assert main(["tell", "no-such.feature"]) == 2
