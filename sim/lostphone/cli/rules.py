"""`lostphone rules`: the catalogue, with the scenarios that illustrate each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from lostphone.cli.rules_facts import is_id
from lostphone.cli.span_dates import as_data, as_text
from lostphone.cli.words import say, sayer

if TYPE_CHECKING:
    from lostphone.rules import Rule


def rules(
    *names: str,
    lang: Literal["en", "ja"] = "en",
    format: Annotated[Literal["text", "json"], Parameter(name="--format")] = "text",
    facts: Annotated[bool, Parameter(name="--facts", negative="")] = False,
    check: Annotated[bool, Parameter(name="--check", negative="")] = False,
) -> int:
    """Print the rule catalogue with the scenarios that illustrate each rule, and until when facts were read.

    Parameters
    ----------
    names
        Ids, or beginnings of ids, of the rules wanted; all of them when none is given. The id of a fact, such
        as A17, prints the fact and the rules that rest on it; that of a question, such as Q02, its answers.
    lang
        The language of the statements and of the scenarios' names.
    format
        text for people, json for programs.
    facts
        Print the facts that the rules rest on (dates, confidence, sources, the day last verified), and the
        questions that sources leave open.
    check
        Only look for gaps: rules without a scenario, scenarios without a rule, situations not told, rules
        that do not fit the facts that they rest on, and citations of facts that do not exist.
    """
    if check:
        return _check()
    if facts or any(map(is_id, names)):
        _print_facts(names, lang, format)
        return 0
    chosen = _chosen(names)
    illustrated = _scenarios_by_rule(lang)
    if format == "json":
        _print_json(chosen, illustrated, lang)
    else:
        _print_text(chosen, illustrated, lang)
    return 0


def _print_facts(names: tuple[str, ...], lang: str, format: str) -> None:
    """The facts and questions named, and the facts of the rules named; all of them when none is given."""
    from lostphone.cli import rules_facts
    from lostphone.rules import Catalogue

    catalogue = Catalogue.load()
    ids = tuple(filter(is_id, names))
    named = tuple(name for name in names if not is_id(name))
    rules = tuple(rule.id for rule in _chosen(named)) if named else ()
    found = rules_facts.chosen_facts(catalogue, ids, rules)
    questions = rules_facts.chosen_questions(catalogue, ids, lang)
    if not names:
        found = list(catalogue.facts.values())
        questions = rules_facts.all_questions(catalogue, lang)
    show = rules_facts.print_json if format == "json" else rules_facts.print_text
    show(catalogue, found, questions, lang)


def _facts_read() -> str:
    from lostphone.rules import Catalogue

    return Catalogue.load().facts_read.isoformat()


def _chosen(names: tuple[str, ...]) -> list[Rule]:
    from lostphone.cli.usage import UsageError
    from lostphone.rules import Catalogue, UnknownRule

    catalogue = Catalogue.load()
    if not names:
        return list(catalogue.rules.values())
    chosen: dict[str, Rule] = {}
    for name in names:
        fitting = [
            rule for rule in catalogue.rules.values() if rule.id == name or rule.id.startswith(f"{name}.")
        ]
        if not fitting:
            try:
                catalogue.rule(name)
            except UnknownRule as error:
                near = error.nearest
                raise UsageError.of("no-rule-near" if near else "no-rule", name=name, near=near) from None
        chosen |= {rule.id: rule for rule in fitting}
    return list(chosen.values())


def _scenarios_by_rule(lang: str) -> dict[str, list[tuple[str, str]]]:
    from lostphone.cli.find import shipped_pickles

    found: dict[str, list[tuple[str, str]]] = {}
    for pickle in shipped_pickles(lang):
        for rule_id in pickle.rules:
            found.setdefault(rule_id, []).append((pickle.id, pickle.name))
    return found


def _print_json(chosen: list[Rule], illustrated: dict[str, list[tuple[str, str]]], lang: str) -> None:
    from lostphone.cli.standard_output import print_json

    listed: list[dict[str, Any]] = [
        {
            "id": rule.id,
            "statement": rule.statement(lang),
            "protects": rule.protects(lang),
            "requirement": rule.requirement,
            "in_force": [as_data(span) for span in rule.spans],
            "otherwise": [
                {
                    "switch": other.open_question,
                    "option": other.answer,
                    "in_force": list(map(as_data, other.spans)),
                }
                for other in rule.otherwise
            ],
            "switch": rule.open_question,
            "source": list(rule.source),
            "facts": list(rule.facts),
            "confidence": rule.confidence,
            "scenarios": [{"id": id_, "name": name} for id_, name in illustrated.get(rule.id, [])],
        }
        for rule in chosen
    ]
    print_json({"facts_read": _facts_read(), "rules": listed})


def _print_text(chosen: list[Rule], illustrated: dict[str, list[tuple[str, str]]], lang: str) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from lostphone.cli.console import out

    console = out()
    for rule in chosen:
        console.print(Text(rule.id, style="bold cyan"))
        console.print(Padding(Text(rule.statement(lang)), (0, 0, 0, 2)))
        facts = [
            as_text(rule.spans),
            say(lang, "rules.confidence", letter=rule.confidence),
            ", ".join(rule.facts),
        ]
        if rule.open_question:
            facts.append(say(lang, "rules.open_question", id=rule.open_question))
        facts += [f"{other.answer}: {as_text(other.spans)}" for other in rule.otherwise]
        console.print(Padding(Text(" · ".join(filter(None, facts)), style="dim"), (0, 0, 0, 2)))
        for source in rule.source[:1]:
            console.print(Padding(Text(source, style="dim"), (0, 0, 0, 2)))
        for id_, name in illustrated.get(rule.id, []):
            console.print(Padding(Text.assemble(("▸ ", "green"), name, (f"  {id_}", "dim")), (0, 0, 0, 4)))
    scenarios = {id_ for rule in chosen for id_, _name in illustrated.get(rule.id, [])}
    words = sayer(lang, "rules")
    rules = words("rule" if len(chosen) == 1 else "rules", count=len(chosen))
    told = words("scenario" if len(scenarios) == 1 else "scenarios", count=len(scenarios))
    console.print(f"{rules}{words('comma')}{told}")
    console.print(words("verified", day=_facts_read()), highlight=False)


def _check() -> int:
    from lostphone.cli.console import out
    from lostphone.gherkin.coverage import gaps
    from lostphone.rules import Catalogue
    from lostphone.rules.citations import unresolved
    from lostphone.rules.fact_check import mismatches

    console = out()
    catalogue = Catalogue.load()
    found = [*gaps(), *mismatches(catalogue), *unresolved(catalogue)]
    for gap in found:
        console.print(gap, markup=False, highlight=False, soft_wrap=True)
    console.print(f"{len(found)} gaps between rules, situations, scenarios and facts")
    return 1 if found else 0
