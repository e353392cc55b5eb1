"""`lostphone rules --facts`: the facts that rules rest on, and the questions that sources leave open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from lostphone.cli.span_dates import as_data, as_text
from lostphone.cli.words import sayer

if TYPE_CHECKING:
    from rich.console import Console

    from lostphone.rules import Catalogue, Fact

_ID = re.compile(r"[A-FQ]\d\d", re.IGNORECASE)


class ListedQuestion(NamedTuple):
    """A question with its answers by name, if any; `assumed` is the answer where a story says nothing."""

    id: str
    text: str
    assumed: str
    answers: dict[str, str]
    facts: tuple[str, ...]


def is_id(name: str) -> bool:
    """Whether a name on the command line is the id of a fact or a question, existing or not."""
    return _ID.fullmatch(name) is not None


def chosen_facts(catalogue: Catalogue, names: tuple[str, ...], rules: tuple[str, ...]) -> list[Fact]:
    """The facts of these ids and the facts of these rules, in the order of the file; UsageError."""
    from lostphone.cli.usage import UsageError
    from lostphone.rules import UnknownFact

    wanted = {fact for rule in rules for fact in catalogue.rule(rule).facts}
    for name in names:
        if name[0] in "Qq":
            continue
        try:
            wanted.add(catalogue.fact(name.upper()).id)
        except UnknownFact as error:
            first, last = error.series[0], error.series[-1]
            raise UsageError.of("no-fact", name=name, first=first, last=last) from None
    return [fact for fact in catalogue.facts.values() if fact.id in wanted]


def chosen_questions(catalogue: Catalogue, names: tuple[str, ...], lang: str) -> list[ListedQuestion]:
    """The questions of these ids, by number; UsageError."""
    from lostphone.cli.usage import UsageError

    questions = all_questions(catalogue, lang)
    wanted = {name.upper() for name in names if name[0] in "Qq"}
    for missing in sorted(wanted - {question.id for question in questions}):
        raise UsageError.of("no-question", name=missing, first=questions[0].id, last=questions[-1].id)
    return [question for question in questions if question.id in wanted]


def all_questions(catalogue: Catalogue, lang: str) -> list[ListedQuestion]:
    """Every question by number, those with answers to choose from and those without."""
    found = [
        ListedQuestion(
            one.id,
            one.question.read(lang),
            one.answers[one.default].meaning.read(lang),
            {name: answer.meaning.read(lang) for name, answer in one.answers.items()},
            one.facts,
        )
        for one in catalogue.open_questions.values()
    ]
    found += [
        ListedQuestion(one.id, one.question.read(lang), one.assumed.read(lang), {}, one.facts)
        for one in catalogue.unanswered.values()
    ]
    return sorted(found)


def print_json(catalogue: Catalogue, facts: list[Fact], questions: list[ListedQuestion], lang: str) -> None:
    """One document: the facts, each with the rules that rest on it, and the questions with their answers."""
    from lostphone.cli.standard_output import print_json as print_document

    listed: list[dict[str, Any]] = [
        {
            "id": fact.id,
            "statement": fact.statement(lang),
            "in_force": [as_data(span) for span in fact.spans],
            "text_of": fact.text_of,
            "confidence": fact.confidence,
            "source": list(fact.source),
            "verified": fact.verified.isoformat(),
            "rules": [rule.id for rule in catalogue.resting_on(fact.id)],
        }
        for fact in facts
    ]
    asked = [
        {
            "id": question.id,
            "question": question.text,
            "assumed": question.assumed,
            "answers": question.answers,
            "facts": list(question.facts),
        }
        for question in questions
    ]
    print_document({"facts_read": catalogue.facts_read.isoformat(), "facts": listed, "questions": asked})


def print_text(catalogue: Catalogue, facts: list[Fact], questions: list[ListedQuestion], lang: str) -> None:
    """The facts and the questions for people."""
    from lostphone.cli.console import out

    say, console = sayer(lang, "rules"), out()
    for fact in facts:
        _print_fact(console, catalogue, fact, lang)
    for question in questions:
        _print_question(console, question, lang)
    if facts:
        console.print(say("one-fact" if len(facts) == 1 else "facts", count=len(facts)))
    console.print(say("verified", day=catalogue.facts_read.isoformat()), highlight=False)


def _print_fact(console: Console, catalogue: Catalogue, fact: Fact, lang: str) -> None:
    from rich.padding import Padding
    from rich.text import Text

    say = sayer(lang, "rules")
    notes = [
        as_text(fact.spans),
        say("text-of", date=fact.text_of) if fact.text_of else "",
        say("confidence", letter=fact.confidence),
        say("fact-verified", day=fact.verified.isoformat()),
    ]
    console.print(Text(fact.id, style="bold cyan"))
    console.print(Padding(Text(fact.statement(lang)), (0, 0, 0, 2)))
    for line in (" · ".join(filter(None, notes)), *fact.source):
        console.print(Padding(Text(line, style="dim"), (0, 0, 0, 2)))
    for rule in catalogue.resting_on(fact.id):
        told = Text.assemble(("▸ ", "green"), rule.statement(lang), (f"  {rule.id}", "dim"))
        console.print(Padding(told, (0, 0, 0, 4)))


def _print_question(console: Console, question: ListedQuestion, lang: str) -> None:
    from rich.padding import Padding
    from rich.text import Text

    say = sayer(lang, "rules")
    console.print(Text(question.id, style="bold cyan"))
    console.print(Padding(Text(question.text), (0, 0, 0, 2)))
    console.print(Padding(Text(say("assumed", meaning=question.assumed)), (0, 0, 0, 2)))
    console.print(Padding(Text(", ".join(question.facts), style="dim"), (0, 0, 0, 2)))
    for name, meaning in question.answers.items():
        told = Text.assemble(("▸ ", "green"), meaning, (f"  {name}", "dim"))
        console.print(Padding(told, (0, 0, 0, 4)))
