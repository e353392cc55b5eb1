"""`lostphone rules --facts`: the facts that rules rest on, and the questions that no source answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lostphone.cli.span_dates import as_data, as_text
from lostphone.cli.words import sayer

if TYPE_CHECKING:
    from rich.console import Console

    from lostphone.rules import Catalogue, Fact

_FACT = re.compile(r"[A-F]\d\d", re.IGNORECASE)


def is_fact(name: str) -> bool:
    """Whether a name on the command line is the id of a fact, existing or not."""
    return _FACT.fullmatch(name) is not None


def chosen_facts(catalogue: Catalogue, names: tuple[str, ...], rules: tuple[str, ...]) -> list[Fact]:
    """The facts of these ids and the facts of these rules, in the order of the file; UsageError."""
    from lostphone.cli.usage import UsageError
    from lostphone.rules import UnknownFact

    wanted = {fact for rule in rules for fact in catalogue.rule(rule).facts}
    for name in names:
        try:
            wanted.add(catalogue.fact(name.upper()).id)
        except UnknownFact as error:
            raise UsageError(str(error)) from None
    return [fact for fact in catalogue.facts.values() if fact.id in wanted]


def print_json(catalogue: Catalogue, facts: list[Fact], lang: str, *, all_of_them: bool) -> None:
    """One document: the facts, each with the rules that rest on it, and after all of them the questions."""
    from lostphone.cli.standard_output import print_json as print_document

    document: dict[str, Any] = {
        "facts_read": catalogue.facts_read.isoformat(),
        "facts": [
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
        ],
    }
    if all_of_them:
        document["unanswered"] = [
            {
                "id": question.id,
                "question": question.question.read(lang),
                "assumed": question.assumed.read(lang),
                "facts": list(question.facts),
            }
            for question in catalogue.unanswered.values()
        ]
    print_document(document)


def print_text(catalogue: Catalogue, facts: list[Fact], lang: str, *, all_of_them: bool) -> None:
    """The facts for people, and after all of them the questions that no source answers."""
    from lostphone.cli.console import out

    say, console = sayer(lang, "rules"), out()
    for fact in facts:
        _print_fact(console, catalogue, fact, lang)
    if all_of_them:
        _print_unanswered(console, catalogue, lang)
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


def _print_unanswered(console: Console, catalogue: Catalogue, lang: str) -> None:
    from rich.padding import Padding
    from rich.text import Text

    for question in catalogue.unanswered.values():
        console.print(Text(question.id, style="bold cyan"))
        console.print(Padding(Text(question.question.read(lang)), (0, 0, 0, 2)))
        console.print(Padding(Text(question.assumed.read(lang), style="dim"), (0, 0, 0, 2)))
