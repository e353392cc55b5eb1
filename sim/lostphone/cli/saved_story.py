"""Playing a story from a file: what no world can play is the file's mistake, and said in one line.

A story that Lostphone has saved replays to the byte. One that was changed may hold actions whose fields are
of the right types and make no sense together: a phone with two owners, a code of thirty digits.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from lostphone.cli.usage import UsageError
from lostphone.cli.words import say


@contextlib.contextmanager
def playing(file: Path, lang: Literal["en", "ja"]) -> Iterator[None]:
    """While a story of that file is played; UsageError names the line that cannot be."""
    from lostphone.base.foreign_text import one_line
    from lostphone.client.port import ClientBroke
    from lostphone.client.sources import BadClient
    from lostphone.client.transport.child import NotStarted
    from lostphone.stories.retelling import Untold
    from lostphone.stories.story import Unplayable

    try:
        yield
    except (UsageError, BadClient, NotStarted, ClientBroke, Untold, OSError):
        raise
    except Exception as error:
        if os.environ.get("LOSTPHONE_DEBUG"):
            raise
        cause = error.error if isinstance(error, Unplayable) else error
        # The header is the first line.
        line = f", line {error.action + 1}" if isinstance(error, Unplayable) else ""
        what = one_line(f"{type(cause).__name__}: {cause}", 300)
        said = say(lang, "saved-story.unplayable", where=one_line(str(file)) + line, what=what)
        raise UsageError(said) from None
