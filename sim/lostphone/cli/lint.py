"""`lostphone lint`: find what is wrong with feature files, without playing them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter


def lint(
    *paths: Path,
    sentences: Annotated[bool, Parameter(name="--sentences", negative="--no-sentences")] = True,
) -> int:
    """Find what is wrong with feature files, without playing them.

    Parameters
    ----------
    paths
        Files or folders; the shipped features when none is given.
    sentences
        Hold steps to the shipped sentences; --no-sentences for features with steps of their own.
    """
    from lostphone.cli.console import out
    from lostphone.cli.usage import UsageError
    from lostphone.gherkin.lint import lint as find_problems
    from lostphone.gherkin.shipped import feature_files, features_root

    chosen = list(paths) or [features_root()]
    for path in chosen:
        if not path.exists():
            raise UsageError(f"there is no file or folder '{path}'")
    files = sum(len(feature_files(path)) for path in chosen)
    if not files:
        raise UsageError(f"there are no .feature files in {', '.join(str(path) for path in chosen)}")
    found = find_problems(chosen, sentences=sentences)
    console = out()
    for problem in found:
        console.print(f"{problem.uri}:{problem.line}: {problem.message}", markup=False, soft_wrap=True)
    console.print(f"{_number(len(found), 'problem')} in {_number(files, 'feature')}")
    return 1 if found else 0


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"
