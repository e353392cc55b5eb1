"""`lostphone explore --why`: a finding's story, step by step."""

from __future__ import annotations

from pathlib import Path

import pytest

from lostphone.cli import main
from lostphone.client.port import ClientBroke
from lostphone.client.reference import ReferenceClient
from lostphone.stories.actions.backup import CheckBackup
from lostphone.stories.actions.phones import GivePhone
from lostphone.stories.recipe import Recipe, SavedStory, write_story


class Crashing(ReferenceClient):
    """Ends when somebody looks at the state of the backup."""

    def call(self, device, intent):
        if type(intent).__name__ == "BackupStatus":
            raise ClientBroke("crash", "it ended")
        return super().call(device, intent)


def story(path: Path, client: str) -> str:
    phone = "Mika's Android phone"
    actions = (GivePhone(phone, "Mika", "android"), CheckBackup(phone))
    path.write_bytes(write_story(SavedStory(Recipe(client=client), "a finding", actions)))
    return str(path)


def test_each_step_gets_its_chance_and_the_last_is_inevitable(tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    client = f"py:{Path(__file__).stem}:Crashing"
    assert main(["explore", "--why", story(tmp_path / "one.story", client), "--client", client]) == 1
    said = capsys.readouterr().out.splitlines()
    assert "broke" in said[0]
    assert said[-1].startswith(" 100 %  Mika checks the backup in Authenticator on the Android phone")
    assert "inevitable" in said[-1]


def test_a_repaired_client_is_told_so(tmp_path: Path, capsys) -> None:
    assert main(["explore", "--why", story(tmp_path / "one.story", "reference")]) == 0
    assert "nothing is wrong in this story any more" in capsys.readouterr().out


@pytest.mark.parametrize(("content", "said"), [(b"no story", "line 1"), (None, "cannot be read")])
def test_what_is_no_story_is_said(tmp_path: Path, capsys, content: bytes | None, said: str) -> None:
    path = tmp_path / "bad.story"
    if content is not None:
        path.write_bytes(content)
    assert main(["explore", "--why", str(path)]) == 2
    assert said in capsys.readouterr().err.lower()


def test_a_client_that_was_repaired_is_asked_with_the_story_of_the_broken_one(
    tmp_path: Path, capsys, monkeypatch
) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    file = story(tmp_path / "one.story", f"py:{Path(__file__).stem}:Crashing")
    assert main(["explore", "--why", file, "--client", "reference"]) == 0
    assert "nothing is wrong in this story any more, on the client reference" in capsys.readouterr().out


def test_it_speaks_japanese(tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    client = f"py:{Path(__file__).stem}:Crashing"
    file = story(tmp_path / "one.story", client)
    assert main(["explore", "--why", file, "--client", client, "--lang", "ja"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("app.answers: クライアントが壊れた(crash): ")
    assert said[1] == "そこから別の続き方をしたとき、要件に違反した割合:"
    assert said[2].endswith("何も起きないうち")
    assert said[-1].startswith(
        " 100 %  ミカはAndroidスマートフォンのAuthenticatorを開いてバックアップの状態を見る  ← ここから"
    )
    assert main(["replay", file, "--client", client, "--lang", "ja"]) == 1
    assert "app.answers: クライアントが壊れた(crash): " in capsys.readouterr().out.splitlines()[-1]
