"""`lostphone new-client`: a folder with a client that works, to be replaced piece by piece by one's own.

The kits lie in `kits/`, a folder each: inside the installed package, or beside the sources of a checkout.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

#: What starts the client of each kit: a program, and the file that it is given.
PROGRAMS = {"python": ("python3", "client.py"), "node": ("node", "client.mjs")}


def new_client(
    folder: Path,
    /,
    *,
    language: Annotated[Literal["python", "node"], Parameter(name=["--language", "-l"])] = "python",
) -> int:
    """Write a small client that works, for you to replace piece by piece by your own.

    Parameters
    ----------
    folder
        Where to; it is made, and what is there already must be empty.
    language
        python needs Python 3.11 or newer, node needs Node 20 or newer; neither needs a package.
    """
    from lostphone.cli.console import out

    written = _copy(kits_root() / language, folder)
    program, file = PROGRAMS[language]
    started = f"cmd:{program} {shlex.quote((folder / file).as_posix())}"
    out().print(
        f"{folder} holds {', '.join(written)}\n\n"
        "Its first verdict:\n"
        f"  lostphone conformance --client {_quoted(started)} --require core",
        markup=False,
        soft_wrap=True,
    )
    return 0


def _quoted(word: str) -> str:
    """As one word for a shell: in double quotes where these change nothing, for single ones are inside."""
    return shlex.quote(word) if set(word) & set('"$`\\!') else f'"{word}"'


def kits_root() -> Path:
    """The folder of the kits; FileNotFoundError if the installation is incomplete."""
    package = Path(__file__).resolve().parent.parent
    for root in (package / "kits", package.parent.parent / "kits"):
        if root.is_dir():
            return root
    raise FileNotFoundError(f"the starter kits are missing from {package}: install lostphone again")


def kit_files(kit: Path) -> Iterator[Path]:
    """The files of a kit, in name order, without what running one has left there."""
    for path in sorted(kit.iterdir()):
        if path.is_file() and not path.name.startswith("."):
            yield path


def _copy(kit: Path, folder: Path) -> list[str]:
    """Write the files of a kit into an empty folder, and return their names. UsageError if it cannot be."""
    from lostphone.cli.usage import UsageError

    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UsageError(f"{folder} is not empty, and nothing in it was touched: name a new folder")
        files = list(kit_files(kit))
        for path in files:
            (folder / path.name).write_bytes(path.read_bytes())
    except FileExistsError:
        raise UsageError(f"{folder} is a file: name a new folder") from None
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror}") from None
    return [path.name for path in files]
