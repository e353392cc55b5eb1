"""`lostphone lint`: find what is wrong with feature files, without playing them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from lostphone.cli.words import sayer


def lint(
    *paths: Path,
    sentences: Annotated[bool, Parameter(name="--sentences", negative="--no-sentences")] = True,
    lang: Literal["en", "ja"] = "en",
) -> int:
    """Find what is wrong with feature files, without playing them.

    Parameters
    ----------
    paths
        Files or folders; the shipped features when none is given.
    sentences
        Hold steps to the shipped sentences; --no-sentences for features with steps of their own.
    lang
        The language of the count and of usage errors; a problem is told in the language of its file.
    """
    from lostphone.cli.console import out
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
    found = find_problems(chosen, sentences=sentences)
    console = out()
    for problem in found:
        console.print(f"{problem.uri}:{problem.line}: {problem.message}", markup=False, soft_wrap=True)
    words = sayer(lang, "lint")
    problems = words("problem" if len(found) == 1 else "problems", count=len(found))
    console.print(words("feature" if files == 1 else "features", problems=problems, count=files))
    return 1 if found else 0
