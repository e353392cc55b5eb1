"""`lostphone steps`: the sentences that stories are made of, and how often each is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

if TYPE_CHECKING:
    from lostphone.gherkin.usage import Use


def steps(
    *,
    lang: Literal["en", "ja"] | None = None,
    format: Annotated[Literal["text", "json"], Parameter(name="--format")] = "text",
    check: Annotated[bool, Parameter(name="--check", negative="")] = False,
) -> int:
    """Print the sentences that stories are made of, in both languages.

    Parameters
    ----------
    lang
        One language only.
    format
        text for people, json for programs.
    check
        Only say which sentences no scenario uses and which steps fit two; exit code 1 if there are any.
    """
    from lostphone.gherkin.usage import usage, usage_problems

    if check:
        return _check(usage_problems())
    uses = usage()
    languages = (lang,) if lang else ("en", "ja")
    if format == "json":
        _print_json(uses, languages)
    else:
        _print_text(uses, languages)
    return 0


def _check(found: list[str]) -> int:
    from lostphone.cli.console import out

    for problem in found:
        out().print(problem, markup=False, soft_wrap=True)
    out().print(f"{len(found)} problems with sentences")
    return 1 if found else 0


def _print_json(uses: list[Use], languages: tuple[str, ...]) -> None:
    from lostphone.cli.standard_output import print_json

    listed = [
        {
            "name": use.sentence.name,
            "keywords": list(use.sentence.keywords),
            "templates": {
                language: [template.text for template in use.sentence.templates[language]]
                for language in languages
            },
            "columns": [column.name for column in use.sentence.columns],
            "uses": {language: use.counts[language] for language in languages},
        }
        for use in uses
    ]
    print_json({"sentences": listed})


def _print_text(uses: list[Use], languages: tuple[str, ...]) -> None:
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
    console.print(f"{len(uses)} sentences")
