"""The library that fakes a program's clock: where it is, how it is loaded, and whether it works here.

The wrapper `faketime` is not run. It creates a semaphore named after its process id and gives up when one of
that name is left over from an earlier process. The library goes on without the semaphore.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from shutil import which

_WRAPPER = "faketime"
_PREFIXES = ("/usr", "/usr/local", "/opt/homebrew", "/opt/local")
_INSTALL = "apt-get install faketime"
#: The instant that the library is tried with: 12:00 on 3 March 2026, UTC, in seconds since the epoch.
_TRIED_S = 1_772_539_200


def missing_faketime() -> str:
    """A sentence when the clock of a program cannot be faked here; "" when it can."""
    library = find_library()
    if library is None:
        return f"libfaketime is not installed, which gives a program its phone's time: {_INSTALL}"
    if problem := _try_once(library):
        return f"{library} does not fake the clock of 'date': {problem}"
    return ""


def loading(at: str) -> Mapping[str, str]:
    """The environment variables that load the library with the clock at `at` (seconds since the epoch).

    {} where there is no library; `missing_faketime` says so before a program is run.
    """
    library = find_library()
    if library is None:
        return {}
    return {
        **_preload(library),
        "FAKETIME": at,
        # As seconds since the epoch: a date in words would mean two instants once every autumn.
        "FAKETIME_FMT": "%s",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }


@cache
def find_library() -> Path | None:
    """The library, where a package manager puts it; that beside the wrapper first."""
    return next((path for path in _candidates() if path.is_file()), None)


def _candidates() -> Iterator[Path]:
    wrapper = which(_WRAPPER)
    beside = [str(Path(wrapper).resolve().parent.parent)] if wrapper else []
    name = "libfaketime.1.dylib" if sys.platform == "darwin" else "libfaketime.so.1"
    architecture = sysconfig.get_config_var("MULTIARCH")
    places = [f"lib/{architecture}/faketime"] if architecture else []
    places += ["lib64/faketime", "lib/faketime", "opt/libfaketime/lib/faketime"]
    for prefix in (*beside, *_PREFIXES):
        for place in places:
            yield Path(prefix, place, name)


def _preload(library: Path) -> Mapping[str, str]:
    if sys.platform == "darwin":
        return {"DYLD_INSERT_LIBRARIES": str(library), "DYLD_FORCE_FLAT_NAMESPACE": "1"}
    return {"LD_PRELOAD": str(library)}


@cache
def _try_once(library: Path) -> str:
    """What went wrong, in the words of the program or of the system; "" when `date` saw the given instant."""
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", **_preload(library)}
    environment |= {"FAKETIME": str(_TRIED_S), "FAKETIME_FMT": "%s"}
    try:
        seen = subprocess.run(
            ["date", "+%s"], env=environment, capture_output=True, text=True, check=False, timeout=10
        )
    except (OSError, subprocess.SubprocessError) as error:
        return str(error)
    if seen.returncode == 0 and seen.stdout.strip() == str(_TRIED_S):
        return ""
    return " ".join((seen.stderr or seen.stdout).split()) or f"it ended with exit code {seen.returncode}"
