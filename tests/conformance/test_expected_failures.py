"""The list of expected failures: what it excuses, and when it has stopped telling the truth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lostphone.conformance.expected import AnnouncedFailure, BadList, expect, read_expected
from lostphone.conformance.expected_update import updated, written
from lostphone.conformance.verdict import Verdict, VerdictRow

WHY = {"reason": "later", "link": "https://example.org/1"}


def row(scenario: str, verdict: Verdict, rule: str = "r", message: str = "it broke") -> VerdictRow:
    return VerdictRow(rule, scenario, verdict, message if verdict in ("fail", "error") else "")


def judged(rows: list[VerdictRow], *entries: AnnouncedFailure) -> tuple[list[str], list[str]]:
    known = {"a", "b", "c", "r", "q"}
    found = expect(rows, entries, lambda entry: entry.name in known)
    return [one.verdict for one in found.rows], list(found.complaints)


def test_a_failure_that_is_listed_is_expected_and_one_that_is_not_still_fails() -> None:
    rows = [row("a", "fail"), row("b", "fail"), row("c", "error")]
    verdicts, complaints = judged(
        rows, AnnouncedFailure(scenario="a", **WHY), AnnouncedFailure(scenario="c", **WHY)
    )
    assert verdicts == ["expected-failure", "fail", "expected-failure"]
    assert complaints == []
    explained = expect(rows, [AnnouncedFailure(scenario="a", **WHY)], lambda _: True).rows[0].message
    assert explained == "expected: later (https://example.org/1)\nit broke"


def test_a_listed_scenario_that_passes_is_stale() -> None:
    verdicts, complaints = judged([row("a", "pass"), row("b", "pass")], AnnouncedFailure(scenario="a", **WHY))
    assert verdicts == ["stale", "pass"]
    assert complaints == []


def test_an_outline_is_all_its_rows_and_stale_only_when_all_pass() -> None:
    rows = [row("a#1", "fail"), row("a#2", "pass")]
    assert judged(rows, AnnouncedFailure(scenario="a", **WHY))[0] == ["expected-failure", "pass"]
    assert (
        judged([row("a#1", "pass"), row("a#2", "pass")], AnnouncedFailure(scenario="a", **WHY))[0]
        == ["stale"] * 2
    )


def test_a_rule_is_all_its_scenarios_and_stale_only_when_all_pass() -> None:
    rows = [row("a", "fail"), row("b", "pass"), row("c", "fail", rule="q")]
    assert judged(rows, AnnouncedFailure(rule="r", **WHY))[0] == ["expected-failure", "pass", "fail"]
    rows = [row("a", "pass"), row("b", "not-applicable"), row("c", "fail", rule="q")]
    assert judged(rows, AnnouncedFailure(rule="r", **WHY))[0] == ["stale", "not-applicable", "fail"]


def test_a_message_narrows_what_is_expected() -> None:
    rows = [row("a", "fail", message="happened: wrong-code")]
    assert judged(rows, AnnouncedFailure(scenario="a", message="wrong-code", **WHY))[0] == [
        "expected-failure"
    ]
    verdicts, complaints = judged(rows, AnnouncedFailure(scenario="a", message="tampered", **WHY))
    assert verdicts == ["fail"]
    assert complaints == ["expected failure of scenario a: unmatched, it fails and does not say 'tampered'"]


def test_what_fits_nothing_is_unmatched_unless_a_filter_left_it_out() -> None:
    rows = [row("a", "pass")]
    assert judged(rows, AnnouncedFailure(scenario="b", **WHY)) == (["pass"], [])
    (complaint,) = judged(rows, AnnouncedFailure(scenario="typo", **WHY))[1]
    assert "unmatched, there is no such thing" in complaint
    (complaint,) = judged([row("a", "not-applicable")], AnnouncedFailure(scenario="a", **WHY))[1]
    assert "unmatched, the client does not declare" in complaint


def test_an_entry_without_reason_or_link_or_twice_is_a_complaint() -> None:
    rows = [row("a", "fail")]
    assert judged(rows, AnnouncedFailure(scenario="a", reason=" ", link="https://x"))[1] == [
        "expected failure of scenario a: it has no reason"
    ]
    assert "no link" in judged(rows, AnnouncedFailure(scenario="a", reason="later", link="soon"))[1][0]
    assert (
        "listed twice"
        in judged(rows, AnnouncedFailure(scenario="a", **WHY), AnnouncedFailure(scenario="a", **WHY))[1][0]
    )


def test_a_harness_error_is_never_expected() -> None:
    assert judged([row("a", "harness-error")], AnnouncedFailure(scenario="a", **WHY))[0] == ["harness-error"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[expected]", "my.toml is no TOML"),
        ("[[expected]]\nscenari = 'a'", "unknown field `scenari`"),
        ("[[expected]]\nreason = 'a'", "entry 1 has to name either a scenario or a rule"),
        ("[[expected]]\nrule = 'a'\nscenario = 'b'", "entry 1 has to name either"),
        ("[[expected]]\nrule = 7", "Expected `str`"),
    ],
)
def test_a_list_that_is_none_is_refused(text: str, said: str) -> None:
    with pytest.raises(BadList, match=said):
        read_expected(text, "my.toml")


def test_an_update_keeps_what_is_true_drops_what_is_not_and_leaves_reasons_to_people() -> None:
    rows = [row("a", "fail"), row("b", "pass"), row("c", "error"), row("c", "error", rule="q")]
    kept, stale = AnnouncedFailure(scenario="a", **WHY), AnnouncedFailure(scenario="b", **WHY)
    gone, other = AnnouncedFailure(scenario="typo", **WHY), AnnouncedFailure(scenario="ms.other", **WHY)
    now = updated(rows, [kept, stale, gone, other], lambda entry: entry is other)
    assert now == [kept, other, AnnouncedFailure(scenario="c")]
    again = read_expected(written(now, "# ours\n# and yours\n\n[[expected]]").decode(), "x")
    assert list(again) == now
    assert written(now, "# ours\n# and yours\n\n[[expected]]").startswith(
        b"# ours\n# and yours\n\n[[expected]]"
    )
    # The new entry waits for a person.
    assert any("has no reason" in said for said in expect(rows, again, lambda _: True).complaints)


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)


@given(
    st.lists(
        st.builds(AnnouncedFailure, scenario=TEXTS.filter(bool), reason=TEXTS, link=TEXTS, message=TEXTS)
    )
)
def test_whatever_is_written_is_read_back(entries: list[AnnouncedFailure]) -> None:
    assert list(read_expected(written(entries).decode(), "x")) == entries
