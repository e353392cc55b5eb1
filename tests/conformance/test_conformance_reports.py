"""Reports: each form holds every verdict, and a cut or a change is noticed where that is promised."""

import json
from pathlib import Path
from xml.etree import ElementTree as Xml

import msgspec
import pytest

from lostphone.conformance.expected import AnnouncedFailure
from lostphone.conformance.plan import make_plan
from lostphone.conformance.report import Report
from lostphone.conformance.reports import (
    UnknownForm,
    badge,
    cucumber,
    jsonl,
    junit,
    markdown,
    verdicts,
    writer_for,
)
from lostphone.conformance.run import run
from lostphone.rules import Catalogue

WHY = {"reason": "zeros come later", "link": "https://example.org/1"}


@pytest.fixture(scope="module")
def plain() -> Report:
    """A client that loses leading zeros."""
    return run(make_plan("core", names=("code.leading-zeros", "code.digits")), "mutant:no-padding")


@pytest.fixture(scope="module")
def mixed(plain: Report) -> Report:
    """The same with a list: one failure expected, one entry stale, one unmatched."""
    stale = next(row.scenario for row in plain.rows if row.verdict == "pass")
    return plain.expecting(
        [
            AnnouncedFailure(scenario="core.codes.leading-zeros#1", **WHY),
            AnnouncedFailure(scenario=stale, **WHY),
            AnnouncedFailure(scenario="core.no.such", **WHY),
        ]
    )


def test_a_name_says_the_form() -> None:
    assert writer_for(Path("a/b.ndjson")) is cucumber.write
    assert writer_for(Path("badge.json")) is badge.write
    assert writer_for(Path("My.Badge.JSON")) is badge.write
    assert writer_for(Path("verdicts.json")) is verdicts.write
    with pytest.raises(UnknownForm, match=r"let its name end in \.badge\.json"):
        writer_for(Path("report.txt"))


def test_json_is_verdicts_and_nothing_else(mixed: Report) -> None:
    found = json.loads(verdicts.write(mixed))
    assert list(found) == ["verdicts"]
    assert len(found["verdicts"]) == len(mixed.rows)
    assert all(list(row) == ["requirement", "scenario", "verdict", "message"] for row in found["verdicts"])


def test_json_lines_come_back(mixed: Report) -> None:
    saved = jsonl.read(jsonl.write(mixed))
    assert saved.rows == mixed.rows
    assert saved.header.sets == ("core@1",)
    assert saved.header.complete is False
    assert saved.footer.complaints == mixed.complaints
    assert saved.footer.fine is False
    assert sum(saved.footer.counts.values()) == len(mixed.rows)


def test_every_cut_of_json_lines_is_noticed(plain: Report) -> None:
    whole = jsonl.write(plain)
    for length in [*range(0, len(whole), 97), *range(len(whole) - 200, len(whole))]:
        with pytest.raises(jsonl.BrokenReport):
            jsonl.read(whole[:length])
    lines = whole.splitlines(keepends=True)
    for missing in range(len(lines)):
        with pytest.raises(jsonl.BrokenReport):
            jsonl.read(b"".join(lines[:missing] + lines[missing + 1 :]))


def test_a_verdict_that_is_missing_is_counted(plain: Report) -> None:
    header, _, *rest = jsonl.write(plain).splitlines(keepends=True)
    count = len(plain.rows)
    with pytest.raises(jsonl.BrokenReport, match=f"counts {count} verdicts, and there are {count - 1}"):
        jsonl.read(b"".join([header, *rest]))


def test_a_changed_verdict_is_noticed(plain: Report) -> None:
    whole = jsonl.write(plain)
    with pytest.raises(jsonl.BrokenReport, match="something was changed"):
        jsonl.read(whole.replace(b'"verdict":"fail"', b'"verdict":"pass"'))
    with pytest.raises(jsonl.BrokenReport, match="'lostphone-conformance/9', and lostphone-conformance/1"):
        jsonl.read(whole.replace(b"conformance/1", b"conformance/9"))


def test_junit_counts_what_it_holds(mixed: Report) -> None:
    root = Xml.fromstring(junit.write(mixed))
    cases = root.findall("testsuite/testcase")
    assert root.get("tests") == str(len(cases)) == str(len(mixed.rows) + len(mixed.complaints))
    assert root.get("failures") == str(len(root.findall(".//failure")))
    assert root.get("skipped") == str(len(root.findall(".//skipped"))) == "1"
    types = [failure.get("type") for failure in root.findall(".//failure")]
    assert types.count("fail") == mixed.counts["fail"]
    assert types.count("stale") == mixed.counts["stale"] >= 1
    assert types.count("complaint") == 1
    promised = root.find("testsuite[@name='code.leading-zeros']/properties/property[@name='protects']")
    assert promised is not None
    assert promised.get("value") == Catalogue.load().rule("code.leading-zeros").protects("en")


def test_junit_survives_what_xml_cannot_hold(plain: Report) -> None:
    bad = msgspec.structs.replace(plain.rows[0], verdict="error", message="a\x00b\x1b[31m\ud800<&>")
    root = Xml.fromstring(junit.write(msgspec_replace(plain, bad)))
    (error,) = root.findall(".//error")
    assert error.text == "a\ufffdb\ufffd[31m\ufffd<&>"


def msgspec_replace(report: Report, row: object) -> Report:
    from dataclasses import replace

    return replace(report, rows=(row, *report.rows[1:]))  # type: ignore[arg-type]


def test_markdown_says_what_it_protects_from(mixed: Report) -> None:
    text = markdown.write(mixed).decode()
    assert text.startswith("# no-padding")
    assert "does not conform" in text.splitlines()[0]
    assert "What this protects your user from: One code in ten being refused" in text
    assert "unmatched" in text
    assert "`core.codes.leading-zeros#2`, fail:" in text
    assert "`core.codes.leading-zeros#1`" not in text


def test_the_badge_is_green_only_when_all_is_fine(plain: Report, mixed: Report) -> None:
    fine = run(make_plan("core", names=("code.leading-zeros",)), "reference")
    assert json.loads(badge.write(fine)) == {
        "schemaVersion": 1,
        "label": "lostphone",
        "message": "core@1 1/1",
        "color": "brightgreen",
        "isError": False,
    }
    assert json.loads(badge.write(plain))["color"] == "red"
    failing = [row.scenario for row in plain.rows if row.verdict == "fail"]
    excused = plain.expecting([AnnouncedFailure(scenario=name, **WHY) for name in dict.fromkeys(failing)])
    assert excused.fine
    assert json.loads(badge.write(excused))["color"] == "yellowgreen"


def test_cucumber_messages_tell_each_step(mixed: Report) -> None:
    envelopes = [json.loads(line) for line in cucumber.write(mixed).splitlines()]
    kinds = [next(iter(envelope)) for envelope in envelopes]
    assert kinds[0] == "meta"
    assert kinds[-1] == "testRunFinished"
    assert envelopes[-1]["testRunFinished"]["success"] is False
    assert "it passes" in envelopes[-1]["testRunFinished"]["message"]
    assert kinds.count("testCase") == kinds.count("testCaseFinished") == len(mixed.cases)
    finished = [envelope["testStepFinished"] for envelope in envelopes if "testStepFinished" in envelope]
    statuses = [one["testStepResult"]["status"] for one in finished]
    assert len(finished) == sum(len(case.pickle.steps) for case in mixed.cases)
    # The one that is expected, and the others.
    assert statuses.count("PENDING") == 1
    failed = {row.scenario for row in mixed.rows if row.verdict == "fail"}
    assert statuses.count("FAILED") == len(failed)
    assert all(
        one["testStepResult"]["message"] for one in finished if one["testStepResult"]["status"] == "FAILED"
    )


def test_cucumber_messages_refer_only_to_what_was_sent(mixed: Report) -> None:
    ids: set[str] = set()
    for line in cucumber.write(mixed).splitlines():
        (envelope,) = json.loads(line).values()
        for name, value in referred(envelope):
            assert value in ids, f"{name} {value} was never sent"
        for one in named(envelope):
            assert one not in ids, f"{one} is taken"
            ids.add(one)


def named(node: object) -> list[str]:
    """Every id that a message gives."""
    if isinstance(node, dict):
        own = [node["id"]] if isinstance(node.get("id"), str) else []
        return own + [one for value in node.values() for one in named(value)]
    return [one for item in node for one in named(item)] if isinstance(node, list) else []


def referred(node: object) -> list[tuple[str, str]]:
    """Every id that a message takes from an earlier one."""
    names = ("astNodeIds", "astNodeId", "pickleId", "pickleStepId", "stepDefinitionIds", "testCaseId")
    names += ("testCaseStartedId", "testStepId", "testRunStartedId")
    if isinstance(node, list):
        return [one for item in node for one in referred(item)]
    if not isinstance(node, dict):
        return []
    found: list[tuple[str, str]] = []
    for key, value in node.items():
        if key in names:
            found += [(key, one) for one in (value if isinstance(value, list) else [value])]
        else:
            found += referred(value)
    return found


def test_words_of_a_step_stand_where_the_messages_say(plain: Report) -> None:
    envelopes = [json.loads(line) for line in cucumber.write(plain).splitlines()]
    texts = {
        step["id"]: step["text"]
        for envelope in envelopes
        if "pickle" in envelope
        for step in envelope["pickle"]["steps"]
    }
    seen = 0
    for envelope in envelopes:
        for step in envelope.get("testCase", {}).get("testSteps", ()):
            text = texts[step["pickleStepId"]]
            assert len(step["stepDefinitionIds"]) == 1, text
            for argument in step["stepMatchArgumentsLists"][0]["stepMatchArguments"]:
                start, words = argument["group"]["start"], argument["group"]["value"]
                assert text[start : start + len(words)] == words
                seen += 1
    assert seen > 20


def test_scenarios_that_never_began_are_skipped_or_failed_as_a_whole() -> None:
    plan = make_plan("core", names=("code.leading-zeros",))
    for client, status in (("py:wild:OnlyAutofill", "SKIPPED"), ("py:wild:DiesAtOnce", "FAILED")):
        report = run(plan, client)
        finished = [
            json.loads(line)["testStepFinished"]["testStepResult"]
            for line in cucumber.write(report).splitlines()
            if b'"testStepFinished"' in line
        ]
        assert [one["status"] for one in finished].count(status) >= len(plan.cases)
        assert {one["status"] for one in finished} <= {status, "SKIPPED"}
        assert finished[0]["message"]


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent)
