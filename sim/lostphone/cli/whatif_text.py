"""Prints the answer of `lostphone whatif` for people.

Rows are printed as they are, one a line: a table of thousands of rows takes longer to lay out than to play.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

from rich.cells import cell_len
from rich.padding import Padding
from rich.text import Text

from lostphone.cli.console import out
from lostphone.rules import Catalogue
from lostphone.texts import vocabulary
from lostphone.whatif.report import LossReport
from lostphone.whatif.settings import DecidingSetting
from lostphone.whatif.uncertain import AskedQuestion, Depends, OtherOutcome, SourcedAnswer, Told
from lostphone.whatif.verdict import AccountVerdict
from lostphone.whatif.words import listed, say

_STYLES: dict[Told, str] = {"lost": "bold red", "depends": "magenta", "sign-in": "yellow", "back": "green"}

#: The worst first.
_ORDER = tuple(_STYLES)

#: How many names are told where accounts are alike; all of them are in the rows.
_NAMES = 12
#: Columns that names are given before what follows is pushed to the right.
_NAME_WIDTH = 44


def print_report(report: LossReport, lang: str) -> None:
    """The whole answer on standard output, in `en` or `ja`."""
    _head(report, lang)
    _rows(report.accounts, lang)
    for group in _alike(
        report.accounts, lambda one: (one.outcome, one.rules, one.now, one.depends, one.open_questions)
    ):
        _explain(group, lang)
    for advice in report.always:
        out().print(Text(advice))
    out().print()
    _before(report.accounts, lang)
    _summary(report.accounts, lang)


def _head(report: LossReport, lang: str) -> None:
    console = out()
    console.print(Text(report.about))
    old, new = say(lang, "platform", report.phone), say(lang, "platform", report.new)
    kept = "title_kept" if report.kept else "title"
    console.print(Text(say(lang, "table", kept, old=old, new=new, day=report.lost), style="bold"))
    console.print(
        Text(say(lang, "about", "assumed", parts=("、" if lang == "ja" else "; ").join(report.assumed)))
    )
    deciding = [_deciding(setting, lang) for setting in report.deciding_settings]
    if deciding:
        console.print(Text(say(lang, "about", "deciding", settings=_joined(deciding, lang))))
    else:
        console.print(Text(say(lang, "about", "no_deciding")))
    for warning in report.warnings:
        console.print(Text(warning, style="yellow"))
    console.print()


def _deciding(setting: DecidingSetting, lang: str) -> str:
    name = say(lang, "switch", setting.name)
    if not setting.answers:
        return name
    return say(lang, "about", "deciding_if", setting=name, questions=_joined(setting.answers, lang))


def _rows(verdicts: Sequence[AccountVerdict], lang: str) -> None:
    names = min(max(cell_len(verdict.name) for verdict in verdicts), _NAME_WIDTH)
    kinds = {verdict.kind: vocabulary.kind(lang, verdict.kind) for verdict in verdicts}
    wide = max(map(cell_len, kinds.values()))
    lines = Text()
    for verdict in verdicts:
        kind = kinds[verdict.kind]
        lines.append(verdict.name + " " * max(names - cell_len(verdict.name), 0) + "  ")
        lines.append(kind + " " * (wide - cell_len(kind)) + "  ", "dim")
        lines.append(_outcome(verdict, lang), _STYLES[verdict.outcome])
        lines.append("\n")
    out().print(lines, soft_wrap=True)


def _outcome(verdict: AccountVerdict, lang: str) -> str:
    mark = " *" if _disputed(verdict) else ""
    return vocabulary.outcome(lang, verdict.outcome) + mark


def _disputed(verdict: AccountVerdict) -> bool:
    """Whether an open question changes what becomes of it, and not only what would have helped."""
    return any(_changes(verdict, one) for one in verdict.open_questions)


def _changes(verdict: AccountVerdict, question: OtherOutcome) -> bool:
    usual = verdict.outcome, verdict.depends, verdict.now
    return (question.outcome, question.depends, question.now) != usual


def _alike(
    verdicts: Iterable[AccountVerdict], key: Callable[[AccountVerdict], Hashable]
) -> list[list[AccountVerdict]]:
    """Accounts that share that key, the worst outcome first."""
    groups: dict[Hashable, list[AccountVerdict]] = {}
    for verdict in verdicts:
        groups.setdefault(key(verdict), []).append(verdict)
    return sorted(groups.values(), key=lambda group: _ORDER.index(group[0].outcome))


def _explain(group: list[AccountVerdict], lang: str) -> None:
    first = group[0]
    head = Text(vocabulary.outcome(lang, first.outcome) + ": ", style=_STYLES[first.outcome])
    out().print(head.append(_names(group, lang), "bold"))
    if first.depends:
        _indented("", _depends(first.depends, lang))
    for rule_id in first.rules[:1]:
        why = Catalogue.load().rule(rule_id).statement(lang)
        _indented(say(lang, "table", "why"), f"{why} ({rule_id})")
    if first.outcome != "back":
        _indented(say(lang, "table", "now"), first.now)
    _questions(first, lang)
    out().print()


def _questions(verdict: AccountVerdict, lang: str) -> None:
    """Every open question once, with its answers and how it ends under each; then answers together."""
    alone = {one.questions[0].other: one for one in verdict.open_questions if len(one.questions) == 1}
    asked: dict[str, dict[SourcedAnswer, AskedQuestion]] = {}
    for one in (one for question in verdict.open_questions for one in question.questions):
        asked.setdefault(one.id, {})[one.other] = one
    for id_, others in asked.items():
        first = next(iter(others.values()))
        told = {answer: alone[answer] for answer in others if answer in alone}
        ends = ""
        if any(_changes(verdict, one) for one in told.values()):
            ends = _ends(verdict.outcome, verdict.depends, lang)
        _indented(f"{say(lang, 'open', 'head')} ({id_}):", "")
        _indented("", first.question, 4)
        _answer("usual", ends, first.usual, lang)
        for answer in others:
            _other(verdict, told.get(answer), answer, lang)
    for question in verdict.open_questions:
        if len(question.questions) > 1:
            answers = listed(lang, [f"{one.id} “{one.other.id}”" for one in question.questions])
            _indented(
                say(lang, "open", "together", answers=answers),
                _otherwise(question, lang),
            )


def _other(verdict: AccountVerdict, question: OtherOutcome | None, answer: SourcedAnswer, lang: str) -> None:
    """Another answer, and what it changes by itself, if it does."""
    ends = _otherwise(question, lang) if question and _changes(verdict, question) else ""
    _answer("other", ends, answer, lang)
    if question and question.outcome != "back" and question.now != verdict.now:
        _indented(say(lang, "table", "now"), question.now, 6)


def _ends(outcome: Told, depends: Depends | None, lang: str) -> str:
    return _depends(depends, lang) if depends else vocabulary.outcome(lang, outcome)


def _otherwise(question: OtherOutcome, lang: str) -> str:
    """How it ends under other answers, and why that takes a setting which none of them names."""
    ends = _ends(question.outcome, question.depends, lang)
    asked = Catalogue.load().open_questions
    named = {gate for one in question.questions for gate in asked[one.id].answers[one.other.id].gates}
    needed = question.depends.settings if question.depends and named else ()
    beyond = [say(lang, "switch", name) for name in needed if name not in named]
    return ends + say(lang, "open", "beyond", settings=listed(lang, beyond)) if beyond else ends


def _depends(depends: Depends, lang: str) -> str:
    best, worst = vocabulary.outcome(lang, depends.best), vocabulary.outcome(lang, depends.worst)
    settings = _joined([say(lang, "switch", name) for name in depends.settings], lang)
    return say(lang, "depends", "if" if settings else "between", best=best, worst=worst, settings=settings)


def _answer(word: str, ends: str, answer: SourcedAnswer, lang: str) -> None:
    colon, stop = (":", "。") if lang == "ja" else (":", ".")
    label = f"{say(lang, 'open', word)} “{answer.id}”{colon}"
    _indented(
        label, f"{answer.meaning} {say(lang, 'open', 'ends', ends=ends)}{stop}" if ends else answer.meaning, 4
    )
    revision = f" ({answer.revision})" if answer.revision else ""
    for source in answer.sources or (say(lang, "open", "no_source"),):
        # An address that is broken over two lines cannot be followed.
        out().print(Text(f"      {source}{revision}", "dim"), soft_wrap=True)


def _before(verdicts: Sequence[AccountVerdict], lang: str) -> None:
    """What would have helped, under the usual answers; and under others, where they make it worse."""
    told: dict[tuple[str, str], list[AccountVerdict]] = {}
    for one in verdicts:
        if one.outcome != "back" and one.before != one.now:
            told.setdefault(("", one.before), []).append(one)
        for question in one.open_questions:
            if _ORDER.index(question.outcome) < _ORDER.index(one.outcome) and question.before != one.before:
                answers = _joined([f"{asked.id} “{asked.other.id}”" for asked in question.questions], lang)
                told.setdefault((answers, question.before), []).append(one)
    if not told:
        return
    out().print(Text(say(lang, "table", "before"), style="bold"))
    for (answers, advice), group in told.items():
        names = _names(group, lang)
        label = say(lang, "table", "before_if", names=names, answers=answers) if answers else f"{names}:"
        _indented(label, advice)
    out().print()


def _summary(verdicts: Sequence[AccountVerdict], lang: str) -> None:
    counts = {outcome: sum(one.outcome == outcome for one in verdicts) for outcome in _STYLES}
    parts = [
        say(
            lang,
            "table",
            "summary",
            back=str(counts["back"]),
            sign_in=str(counts["sign-in"]),
            lost=str(counts["lost"]),
        )
    ]
    if counts["depends"]:
        parts.append(say(lang, "table", "summary_depends", depends=str(counts["depends"])))
    if disputed := sum(map(_disputed, verdicts)):
        parts.append(say(lang, "table", "summary_open", open=str(disputed)))
    out().print(Text(_joined(parts, lang)))


def _names(group: Sequence[AccountVerdict], lang: str) -> str:
    names = _joined([one.name for one in group[:_NAMES]], lang)
    if len(group) <= _NAMES:
        return names
    return say(lang, "table", "more", names=names, count=str(len(group) - _NAMES))


def _joined(parts: Iterable[str], lang: str) -> str:
    return ("、" if lang == "ja" else ", ").join(parts)


def _indented(label: str, text: str, columns: int = 2) -> None:
    line = Text(f"{label} " if label and text else label, style="dim")
    out().print(Padding(line.append(text, "default"), (0, 0, 0, columns), expand=False))
