"""`lostphone lint`: find what is wrong with feature files, without playing them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from lostphone.cli.words import say, sayer

if TYPE_CHECKING:
    from lostphone.gherkin.problems import Problem


def lint(
    *paths: Path,
    sentences: Annotated[bool, Parameter(name="--sentences", negative="--no-sentences")] = True,
    style: Annotated[bool, Parameter(name="--style", negative="")] = False,
    format: Annotated[Literal["text", "json"], Parameter(name="--format")] = "text",
    lang: Literal["en", "ja"] = "en",
) -> int:
    """Find what is wrong with feature files, without playing them; exit code 1 if anything is.

    Steps of the features' own are known: as `lostphone run` does, this executes the conftest.py files beside
    and above them. Name only folders that you trust, or say --no-sentences, which executes nothing.

    Parameters
    ----------
    paths
        Files or folders; the shipped features when none is given.
    sentences
        Hold steps to the shipped sentences and to those of a conftest.py; --no-sentences looks at no step.
    style
        Hold all features to the style of the shipped ones, as those always are.
    format
        text for people, json for programs.
    lang
        The language of the count and of usage errors; a problem is told in the language of its file.
    """
    from lostphone.cli.usage import UsageError
    from lostphone.gherkin.lint import lint as find_problems
    from lostphone.gherkin.shipped import feature_files, features_root

    chosen = list(paths) or [features_root()]
    for path in chosen:
        if not path.exists():
            raise UsageError.of("no-path", path=path)
    files = sum(len(feature_files(path)) for path in chosen)
    if not files:
        raise UsageError.of("no-features", paths=", ".join(str(path) for path in chosen))
    own = None
    if sentences:
        from lostphone.cli.own_steps import own_steps

        own = own_steps(chosen)
    found = find_problems(chosen, sentences=sentences, style=style, own=own)
    if format == "json":
        _print_json(found, files)
    else:
        _print_text(found, files, lang)
    return 1 if found else 0


def _print_json(found: list[Problem], files: int) -> None:
    from lostphone.cli.standard_output import print_json

    problems = [
        {
            "file": one.uri,
            "line": one.line,
            "column": one.column,
            "level": one.level,
            "message": one.message,
        }
        for one in found
    ]
    print_json({"features": files, "problems": problems})


def _print_text(found: list[Problem], files: int, lang: str) -> None:
    from lostphone.cli.console import out

    console = out()
    for one in found:
        level = say(one.language, f"lint.level.{one.level}")
        console.print(f"{one.uri}:{one.line}: {level}: {one.message}", markup=False, soft_wrap=True)
    words = sayer(lang, "lint")
    problems = words("problem" if len(found) == 1 else "problems", count=len(found))
    console.print(words("feature" if files == 1 else "features", problems=problems, count=files))
