"""`lostphone new-client`: what it writes works as it says, and it never writes over anything."""

from __future__ import annotations

import shlex

import pytest

from lostphone.cli import main
from lostphone.cli.new_client import PROGRAMS, kit_files, kits_root


def test_it_offers_every_kit_there_is():
    assert sorted(PROGRAMS) == sorted(path.name for path in kits_root().iterdir())


@pytest.mark.parametrize("folder", ["mine", "two words/mine", "it's mine", 'my "own"', "$HOME", "楽"])
def test_the_command_it_prints_gives_a_verdict(folder, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["new-client", folder]) == 0
    said = capsys.readouterr().out
    assert {path.name for path in (tmp_path / folder).iterdir()} == {"README.md", "client.py"}
    program, *words = shlex.split(said.splitlines()[-1])
    assert program == "lostphone"
    assert main([*words, "core.codes.digits"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "it conforms"


def test_an_empty_folder_will_do_and_a_relative_one_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["new-client", ".", "-l", "node"]) == 0
    assert (tmp_path / "client.mjs").read_bytes() == (kits_root() / "node" / "client.mjs").read_bytes()


def test_what_is_there_is_left_alone(tmp_path, capsys):
    (tmp_path / "client.py").write_text("mine")
    assert main(["new-client", str(tmp_path)]) == 2
    assert "not empty" in capsys.readouterr().err
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mine"]
    assert main(["new-client", str(tmp_path / "client.py")]) == 2
    assert main(["new-client", str(tmp_path / "client.py" / "below")]) == 2
    assert (tmp_path / "client.py").read_text() == "mine"


def test_a_language_without_a_kit_is_a_mistake(tmp_path, capsys):
    assert main(["new-client", str(tmp_path / "new"), "--language", "cobol"]) == 2
    assert "node" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_what_running_a_kit_leaves_behind_is_not_copied(tmp_path):
    kit = tmp_path / "kit"
    (kit / "__pycache__").mkdir(parents=True)
    (kit / "client.py").touch()
    (kit / ".client.py.swp").touch()
    assert [path.name for path in kit_files(kit)] == ["client.py"]
