"""What is said where a person has written something a little differently, or is told something to type."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from lostphone.cli import main
from lostphone.client.adapters import NoAdapter, adapter_named
from lostphone.client.guarded import GuardedClient
from lostphone.client.port import ClientBroke, Hello
from lostphone.client.reference import ReferenceClient
from lostphone.conformance.plan import make_plan
from lostphone.conformance.reports import jsonl
from lostphone.conformance.run import run
from lostphone.conformance.summary import command
from lostphone.testing import check_client

LINK = "otpauth://totp/GitHub:mika?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub"


def test_a_list_that_is_not_there_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from lostphone.cli import conformance

    chosen = make_plan("core@1", names=("code.leading-zeros",))
    whole = type(chosen)(chosen.sets, chosen.lang, chosen.cases, True)
    monkeypatch.setattr(conformance, "_plan", lambda *_: whole)
    path = tmp_path / "new.toml"
    words = ["conformance", "--client", "mutant:no-padding", "--expected", str(path)]
    assert main(words) == 2
    assert main([*words, "--update-expected"]) == 1
    assert path.read_text("utf-8").count("[[expected]]") == 4


@pytest.mark.parametrize(
    ("require", "said"), [("core", "--require core@1 core."), ("core,microsoft", "null core.")]
)
def test_what_plays_a_scenario_again_names_the_sets(require: str, said: str) -> None:
    report = run(make_plan(require, names=("core.codes.offline",)), "null")
    assert said in command(report, "core.codes.offline")


def test_piped_lines_are_shown_without_their_secrets(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"account/add uri={LINK}\n"))
    assert main(["inspect", "--client", "reference"]) == 0
    out = capsys.readouterr().out
    assert "lostphone> account/add uri=otpauth://‹secret›" in out
    assert "GEZDGNBV" not in out


def test_inspecting_nobody_is_noticed_without_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert main(["inspect", "--client", "cmd:no-such-program"]) == 2
    assert "there is no program 'no-such-program'" in capsys.readouterr().err


def test_an_adapter_that_is_none() -> None:
    with pytest.raises(NoAdapter, match="^there is no adapter 'foo'; there are keepassxc and tfa$"):
        adapter_named("foo")


def test_one_rule_may_be_a_string_and_a_report_a_text() -> None:
    report = check_client(ReferenceClient, only="code.leading-zeros")
    assert jsonl.read(jsonl.write(report).decode()).rows == report.rows


def test_a_class_without_methods_is_told_which() -> None:
    with pytest.raises(ClientBroke, match=r"\(object\) has no method initialize or provision or call"):
        GuardedClient(object).initialize(Hello())


def test_one_mutant_for_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutants", "no-padding", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["id"], told["alive"]) == ("no-padding", False)
    assert "core.codes.leading-zeros#1" in told["scenarios"]
