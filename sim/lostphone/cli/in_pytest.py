"""pytest run in this process: nothing of what it prints is printed, no other plugin of it is loaded."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator, Mapping, Sequence

from lostphone.cli.usage import UsageError

#: The workers of xdist read these too.
_ENVIRONMENT = {
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    "PYTEST_ADDOPTS": None,
    "PYTEST_PLUGINS": None,
}


def in_pytest(arguments: Sequence[str], listener: object) -> int:
    """The exit code of a run; UsageError if pytest would not start, RuntimeError if it broke."""
    import pytest

    said, complained = io.StringIO(), io.StringIO()
    with _environment(), contextlib.redirect_stdout(said), contextlib.redirect_stderr(complained):
        code = pytest.main(list(arguments), plugins=[listener])
    if code == pytest.ExitCode.INTERNAL_ERROR:
        raise RuntimeError(f"pytest stopped:\n{said.getvalue()}{complained.getvalue()}")
    if code == pytest.ExitCode.USAGE_ERROR:
        raise UsageError(complained.getvalue().strip().removeprefix("ERROR: ") or said.getvalue().strip())
    return int(code)


@contextlib.contextmanager
def _environment() -> Iterator[None]:
    """Keep other plugins and options out, in the workers of xdist too, and leave everything as it was."""
    before = {name: os.environ.get(name) for name in _ENVIRONMENT}
    _set(_ENVIRONMENT)
    try:
        yield
    finally:
        _set(before)


def _set(values: Mapping[str, str | None]) -> None:
    for name, value in values.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
