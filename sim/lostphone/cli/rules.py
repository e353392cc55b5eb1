"""`lostphone rules`: the catalogue, with the scenarios that illustrate each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

if TYPE_CHECKING:
    from lostphone.rules import Rule


def rules(
    *names: str,
    lang: Literal["en", "ja"] = "en",
    format: Annotated[Literal["text", "json"], Parameter(name="--format")] = "text",
    check: Annotated[bool, Parameter(name="--check", negative="")] = False,
) -> int:
    """Print the rule catalogue with the scenarios that illustrate each rule.

    Parameters
    ----------
    names
        Ids, or beginnings of ids, of the rules wanted; all of them when none is given.
    lang
        The language of the statements and of the scenarios' names.
    format
        text for people, json for programs.
    check
        Only look for gaps: rules without a scenario, scenarios without a rule, situations not told.
    """
    from lostphone.gherkin.coverage import gaps

    if check:
        return _check(gaps())
    chosen = _chosen(names)
    illustrated = _scenarios_by_rule(lang)
    if format == "json":
        _print_json(chosen, illustrated, lang)
    else:
        _print_text(chosen, illustrated, lang)
    return 0


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
                raise UsageError(str(error)) from None
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
    import sys

    import msgspec

    listed: list[dict[str, Any]] = [
        {
            "id": rule.id,
            "statement": rule.statement(lang),
            "protects": rule.protects(lang),
            "requirement": rule.requirement,
            "in_force": [_span(rule, platform) for platform in rule.platforms],
            "switch": rule.switch,
            "source": list(rule.source),
            "facts": list(rule.facts),
            "confidence": rule.confidence,
            "scenarios": [{"id": id_, "name": name} for id_, name in illustrated.get(rule.id, [])],
        }
        for rule in chosen
    ]
    sys.stdout.buffer.write(msgspec.json.encode({"rules": listed}) + b"\n")
    sys.stdout.flush()


def _span(rule: Rule, platform: str) -> dict[str, str | None]:
    from lostphone.clock import iso

    span = rule.span(platform)
    assert span is not None
    return {
        "platform": platform,
        "since": None if span.since_ms is None else iso(span.since_ms),
        "until": None if span.until_ms is None else iso(span.until_ms),
    }


def _print_text(chosen: list[Rule], illustrated: dict[str, list[tuple[str, str]]], lang: str) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from lostphone.cli.console import out

    console = out()
    for rule in chosen:
        console.print(Text(rule.id, style="bold cyan"))
        console.print(Padding(Text(rule.statement(lang)), (0, 0, 0, 2)))
        facts = [_dates(rule), f"confidence {rule.confidence}", ", ".join(rule.facts)]
        if rule.switch:
            facts.append(f"open question {rule.switch}")
        console.print(Padding(Text(" · ".join(filter(None, facts)), style="dim"), (0, 0, 0, 2)))
        for source in rule.source[:1]:
            console.print(Padding(Text(source, style="dim"), (0, 0, 0, 2)))
        for id_, name in illustrated.get(rule.id, []):
            console.print(Padding(Text.assemble(("▸ ", "green"), name, (f"  {id_}", "dim")), (0, 0, 0, 4)))
    scenarios = {id_ for found in illustrated.values() for id_, _name in found}
    console.print(f"{len(chosen)} rules, {len(scenarios)} scenarios")


def _dates(rule: Rule) -> str:
    parts = []
    for platform in rule.platforms:
        span = _span(rule, platform)
        since, until = (span["since"] or "")[:10], (span["until"] or "")[:10]
        parts.append(f"{platform} {since}→{until}" if since or until else platform)
    return ", ".join(parts)


def _check(found: list[str]) -> int:
    from lostphone.cli.console import out

    console = out()
    for gap in found:
        console.print(gap, markup=False, highlight=False, soft_wrap=True)
    console.print(f"{len(found)} gaps between rules, situations and scenarios")
    return 1 if found else 0
