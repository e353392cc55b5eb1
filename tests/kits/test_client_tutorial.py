"""The tutorial about one's own client: what it shows is what is in its files, and what is really said."""

from __future__ import annotations

import difflib
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lostphone.cli import main

ROOT = Path(__file__).resolve().parents[2]
POCKET = ROOT / "docs" / "tutorial" / "pocket"
PAGE = (ROOT / "docs" / "tutorial" / "your-own-client.md").read_text("utf-8")
FIRST_TRY, MENDED = ((POCKET / name).read_text("utf-8") for name in ("first_try.py", "pocket.py"))


def blocks(language: str) -> list[str]:
    """What stands between fences of that language, "" for none."""
    fenced = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.S | re.M)
    return [text for named, text in fenced if named == language]


def conformance(name: str, capsys) -> tuple[int, str]:
    code = main(["conformance", "--client", f"cmd:{sys.executable} '{POCKET / name}'", "--require", "core"])
    return code, capsys.readouterr().out


def test_the_listings_are_the_files():
    assert blocks("python") == [(POCKET / "hello.py").read_text("utf-8"), FIRST_TRY]


def test_the_mending_that_is_shown_is_the_whole_difference():
    [shown] = blocks("diff")
    changes = difflib.unified_diff(FIRST_TRY.splitlines(), MENDED.splitlines(), lineterm="", n=1)
    whole = [line for line in list(changes)[2:] if not line.startswith("@@")]
    assert [line for line in shown.splitlines() if line != "…"] == whole


def test_the_mended_client_has_forty_lines_and_conforms(capsys):
    assert sum(1 for line in MENDED.splitlines() if line.strip()) <= 40
    code, said = conformance("pocket.py", capsys)
    assert (code, said.splitlines()[-1]) == (0, "it conforms")


def test_the_verdict_on_the_first_try_is_the_one_that_is_shown(capsys):
    code, said = conformance("first_try.py", capsys)
    assert code == 1
    broken = re.findall(r"^✗ ([\w.-]+)", said, re.M)
    assert broken == ["code.leading-zeros", "code.utc", "app.list", "name.issuer-distinguishes"]
    quoted = [block for block in blocks("") if block.startswith("✗")]
    assert len(quoted) == 2
    for line in "".join(quoted).splitlines():
        assert line in said.splitlines()


def test_the_first_hello_fails_for_the_reason_that_is_explained(capsys):
    code, said = conformance("hello.py", capsys)
    assert code == 1
    for quoted in ("not applicable: the client does not declare backup", "the client answered {}: it lacks"):
        assert quoted in PAGE
        assert quoted in said


def test_what_is_typed_by_hand_is_answered(monkeypatch, capsys):
    [typed] = blocks("text")
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert main(["inspect", "--client", f"cmd:{sys.executable} '{POCKET / 'pocket.py'}'"]) == 0
    said = capsys.readouterr().out
    # Two codes, a row on the one phone and none on the other; no mistake, and no secret.
    assert said.count('"result":{"code":"') == 2
    assert re.findall(r'"result":\{"rows":\[(.)', said) == ["{", "]"]
    assert not re.search(r"^  [?!]|JBSWY3DPEHPK3PXP|unknown", said, re.M)


@pytest.mark.parametrize("kit", ["my-client", "my-node-client"])
def test_the_kits_are_started_as_new_client_says(kit, tmp_path):
    [made] = [line for line in PAGE.splitlines() if line.startswith(f"$ lostphone new-client {kit}")]
    words = made.removeprefix("$ lostphone ").split()
    done = subprocess.run(
        [sys.executable, "-m", "lostphone", *words], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert f"$ {done.stdout.splitlines()[-1].strip()}" in PAGE.splitlines()
