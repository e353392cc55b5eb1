"""A file that is read back starts no program and touches no path of its own choosing."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from lostphone.cli import main
from lostphone.cli.named_client import as_typed
from lostphone.explore.search import SearchProgress, search
from lostphone.explore.sweep import SweepPlan
from lostphone.stories.actions.backup import CheckBackup
from lostphone.stories.actions.phones import GivePhone
from lostphone.stories.recipe import Recipe, SavedStory, write_story

PHONE = "Mika's Android phone"
STORY = (GivePhone(PHONE, "Mika", "android"), CheckBackup(PHONE))


def commands(tmp_path: Path) -> dict[str, str]:
    """Clients that leave a mark when they are started, by scheme."""
    mark = tmp_path / "started"
    (tmp_path / "marking.py").write_text(f"import pathlib\npathlib.Path({str(mark)!r}).touch()\n")
    return {
        "cmd": f"cmd:sh -c 'touch {mark}'",
        "py": "py:marking:Client",
        "tcp": "tcp:127.0.0.1:9",
        "adapter": "adapter:keepassxc",
        "unknown": "no client at all",
        "quotes": "cmd:it's \x1b[31m \n::error::gone",
    }


def typed(asks: str, tmp_path: Path, client: str) -> list[str]:
    """The command that reads a file which names the client."""
    if asks == "resume":
        state = json.loads(json.dumps({"plan": {"client": client}, "format": "lostphone-explore/3"}))
        (tmp_path / "explore.json").write_text(json.dumps(state))
        return ["explore", "--resume", "--out", str(tmp_path), "--runs", "1"]
    file = tmp_path / "one.story"
    file.write_bytes(write_story(SavedStory(Recipe(client=client), "a story", STORY)))
    return ["replay", str(file)] if asks == "replay" else ["explore", "--why", str(file)]


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("scheme", ["cmd", "py", "tcp", "adapter", "unknown", "quotes"])
@pytest.mark.parametrize("asks", ["replay", "why", "resume"])
def test_a_client_that_a_file_names_is_not_started(
    asks: str, scheme: str, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    client = commands(tmp_path)[scheme]
    assert main([*typed(asks, tmp_path, client), "--lang", lang]) == 2
    out, error = capsys.readouterr()
    assert not (tmp_path / "started").exists()
    assert out == ""
    assert len(error.splitlines()) == 1
    assert "\x1b" not in error
    assert error.rstrip("\n").endswith(f"--client {as_typed(client)}")
    assert ("起動" in error) == (lang == "ja")


@pytest.mark.parametrize("asks", ["replay", "why", "resume"])
def test_what_was_typed_is_started(asks: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    client = commands(tmp_path)["cmd"]
    assert main([*typed(asks, tmp_path, client), "--client", client]) == 1
    assert (tmp_path / "started").exists()


@pytest.mark.parametrize("client", ["reference", "null", "mutant:no-padding"])
@pytest.mark.parametrize("asks", ["replay", "why", "resume"])
def test_our_own_need_not_be_typed(asks: str, client: str, tmp_path: Path) -> None:
    assert main(typed(asks, tmp_path, client)) in (0, 1)


def test_a_command_that_is_too_long_to_read_is_not_shown_in_part(tmp_path: Path, capsys) -> None:
    assert main(typed("replay", tmp_path, "cmd:sh -c " + "x" * 5_000)) == 2
    error = capsys.readouterr().err
    assert "5010 characters" in error
    assert "xxx" not in error


@pytest.mark.parametrize(
    "text",
    ["cmd:a b", "it's", "\x1b[2J'\\\n\x00".replace("\x00", "\x01"), "写真", "\u202eevil", "\ud800"[:0] + "é"],
)
def test_what_is_shown_can_be_typed(text: str) -> None:
    import subprocess

    shown = as_typed(text)
    assert shown.isprintable()
    read = subprocess.run(["bash", "-c", f"printf %s {shown}"], capture_output=True, check=True).stdout
    assert read.decode() == text


# Paths


def state_with(tmp_path: Path, **changes: object) -> Path:
    """The state of a search that kept a finding whole, changed as somebody may have done it."""
    folder = tmp_path / "found"

    def stop(_tries: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        search(SearchProgress(SweepPlan("mutant:no-padding", 1)), folder, until_run=40, tell_tries=stop)
    state = json.loads((folder / "explore.json").read_bytes())
    assert state["findings"][0]["whole"] is True
    state["findings"][0] |= changes
    (folder / "explore.json").write_text(json.dumps(state))
    return folder


@pytest.mark.parametrize("how", ["absolute", "climbing", "linked"])
def test_no_path_of_a_file_is_deleted_or_written(how: str, tmp_path: Path, capsys) -> None:
    folder = state_with(tmp_path)
    kept = Path(json.loads((folder / "explore.json").read_bytes())["findings"][0]["story"])
    victim = tmp_path / "victim.story"
    victim.write_bytes(kept.read_bytes())
    before = victim.read_bytes()
    named = {"absolute": str(victim), "climbing": "../victim.story", "linked": "victim.story"}[how]
    if how == "linked":
        (folder / "victim.story").symlink_to(victim)
    state_with_story = json.loads((folder / "explore.json").read_bytes())
    state_with_story["findings"][0]["story"] = named
    (folder / "explore.json").write_text(json.dumps(state_with_story))
    code = main(["explore", "--resume", "--out", str(folder), "--runs", "1"])
    assert code in (1, 2)
    assert victim.read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} == {"found", "victim.story"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"story": "/etc/passwd"}, "names '/etc/passwd', which is no file of a search"),
        ({"story": ".."}, "which is no file of a search"),
        ({"features": {"en": "a.sh"}}, "which is no file of a search"),
        ({"rule": "../../x\x1b"}, "is about the promise '../../x\\x1b', which there is not"),
        ({"seen": {"id": "no-such-words"}}, "cannot be told"),
        ({"seen": {"id": "client-broke"}}, "cannot be told"),
    ],
)
def test_what_no_search_wrote_is_said(
    changes: dict[str, object], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = state_with(tmp_path, **changes)
    assert main(["explore", "--resume", "--out", str(folder), "--runs", "1"]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert len(error.splitlines()) == 1


def test_a_command_of_a_file_is_not_passed_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = state_with(tmp_path, command="rm -rf ~", whole=False)
    assert main(["explore", "--resume", "--out", str(folder), "--runs", "1"]) == 1
    out = capsys.readouterr().out
    assert "rm -rf" not in out
    assert f"lostphone explore --why {shlex.quote(str(folder))}" in out


@pytest.mark.parametrize("plan", [{"faults": ["gremlins\x1b"]}, {"require": "none\x1b"}, {"require": ""}])
def test_a_plan_that_no_search_has_is_said(plan: dict[str, object], tmp_path: Path, capsys) -> None:
    (tmp_path / "explore.json").write_text(json.dumps({"plan": plan, "format": "lostphone-explore/3"}))
    assert main(["explore", "--resume", "--out", str(tmp_path), "--runs", "1"]) == 2
    error = capsys.readouterr().err
    assert "is no state of a search" in error
    assert "\x1b" not in error


def test_a_state_that_is_nested_too_deeply_is_said(tmp_path: Path, capsys) -> None:
    (tmp_path / "explore.json").write_text('{"plan":' * 5_000)
    assert main(["explore", "--resume", "--out", str(tmp_path), "--runs", "1"]) == 2
    assert "is no state of a search" in capsys.readouterr().err
