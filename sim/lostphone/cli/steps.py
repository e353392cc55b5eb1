"""`lostphone steps`: the sentences that stories are made of, and how often each is said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from lostphone.cli.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lostphone.gherkin.kinds import ValueKind
    from lostphone.gherkin.own_steps import OwnStep
    from lostphone.gherkin.usage import Use


def steps(
    *paths: Path,
    lang: Literal["en", "ja"] | None = None,
    format: Annotated[Literal["text", "json"], Parameter(name="--format")] = "text",
    check: Annotated[bool, Parameter(name="--check", negative="")] = False,
) -> int:
    """Print the sentences that stories are made of, and what may stand in their placeholders.

    With paths also the steps of the features' own: as `lostphone run` does, this executes the conftest.py
    files beside and above them. Name only folders that you trust.

    Parameters
    ----------
    paths
        Feature files or folders whose own steps are listed too; nothing is executed when none is given.
    lang
        One language only.
    format
        text for people, json for programs.
    check
        Only say which sentences no scenario uses and which steps fit two; exit code 1 if there are any.
    """
    from lostphone.cli.own_steps import own_steps
    from lostphone.cli.usage import UsageError
    from lostphone.gherkin.usage import usage, usage_problems

    for path in paths:
        if not path.exists():
            raise UsageError.of("no-path", path=path)

    if check:
        return _check(usage_problems())
    known = own_steps(paths) if paths else None
    own = () if known is None else known.steps
    uses = usage()
    languages = (lang,) if lang else ("en", "ja")
    if format == "json":
        _print_json(uses, own, languages)
    else:
        _print_text(uses, own, languages)
    return 0


def _check(found: list[str]) -> int:
    from lostphone.cli.console import out

    for problem in found:
        out().print(problem, markup=False, soft_wrap=True)
    out().print(f"{len(found)} problems with sentences")
    return 1 if found else 0


def _print_json(uses: list[Use], own: Sequence[OwnStep], languages: tuple[str, ...]) -> None:
    from lostphone.cli.standard_output import print_json

    listed = [
        {
            "name": use.sentence.name,
            "keywords": list(use.sentence.keywords),
            "templates": {
                language: [template.text for template in use.sentence.templates[language]]
                for language in languages
            },
            "placeholders": {
                name: kind for template in use.sentence.templates["en"] for name, kind in template.holes
            },
            "columns": [column.name for column in use.sentence.columns],
            "uses": {language: use.counts[language] for language in languages},
        }
        for use in uses
    ]
    told = [
        {"keyword": one.keyword, "pattern": one.pattern, "file": one.file, "line": one.line} for one in own
    ]
    print_json({"sentences": listed, "placeholders": _placeholders(uses, languages), "own": told})


def _placeholders(uses: list[Use], languages: tuple[str, ...]) -> dict[str, dict[str, object]]:
    """What may stand in a placeholder, by its kind: values of a closed list, or a form and an example."""
    from lostphone.gherkin.placeholders import placeholders

    listed: dict[str, dict[str, object]] = {}
    for one in placeholders(use.sentence for use in uses):
        kind, entry = one.kind, {"names": list(one.names)}
        if kind.form is None:
            listed[kind.name] = entry | {"values": {lang: list(kind.words[lang]) for lang in languages}}
            continue
        form = kind.form
        listed[kind.name] = entry | {
            "form": {lang: form.text.read(lang) for lang in languages},
            "example": {lang: kind.example(lang) for lang in languages},
            "known": {lang: list(form.known.get(lang, ())) for lang in languages},
        }
    return listed


def _print_text(uses: list[Use], own: Sequence[OwnStep], languages: tuple[str, ...]) -> None:
    from rich.text import Text

    from lostphone.cli.console import out

    console = out()
    group = ""
    for use in uses:
        if use.sentence.function.__module__ != group:
            group = use.sentence.function.__module__
            console.print(Text(group.rpartition(".")[2], style="bold"))
        count = max(use.counts[language] for language in languages)
        head = f"{count:4}  {'/'.join(use.sentence.keywords):15}"
        for template in (template for language in languages for template in use.sentence.templates[language]):
            console.print(Text.assemble((head, "dim"), " ", template.text), soft_wrap=True)
            head = " " * len(head)
    _print_placeholders(uses, languages)
    _print_own(own, languages[0])
    console.print(f"{len(uses)} sentences")


def _print_own(own: Sequence[OwnStep], lang: str) -> None:
    from rich.text import Text

    from lostphone.cli.console import out

    if own:
        out().print(Text(say(lang, "steps.own"), style="bold"))
    for one in own:
        head = (f"      {one.keyword or 'step':15}", "dim")
        where = (f"  {one.file}:{one.line}", "dim")
        out().print(Text.assemble(head, " ", one.pattern, where), soft_wrap=True)


def _print_placeholders(uses: list[Use], languages: tuple[str, ...]) -> None:
    from rich.text import Text

    from lostphone.cli.console import out
    from lostphone.gherkin.placeholders import placeholders

    console = out()
    console.print(Text(say(languages[0], "steps.placeholders"), style="bold"))
    for one in placeholders(use.sentence for use in uses):
        console.print(Text(f"  {one.shown}"), soft_wrap=True)
        for language in languages:
            console.print(Text(f"      {_may_stand(one.kind, language)}", style="dim"), soft_wrap=True)


def _may_stand(kind: ValueKind, language: str) -> str:
    """Every value of a closed list; the form of an open kind, an example, and words that are met often."""
    if kind.form is None:
        return " / ".join(word.strip() for word in kind.words[language])
    form = kind.form.text.read(language)
    known = kind.form.known.get(language, ())
    example = " / ".join(known) or kind.example(language)
    return say(language, "steps.form", form=form, example=example)
