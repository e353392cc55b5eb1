"""The text of a feature file, however large the file says it is.

What is read is bounded, so that a file of a hundred megabytes or `/dev/zero` is one message and not all of
the memory.
"""

from __future__ import annotations

from pathlib import Path

from lostphone.gherkin.complaints import complaint
from lostphone.gherkin.problems import FeatureError, Problem

#: The largest feature file that is read. Hand-written ones have some thousand bytes.
FILE_BYTES_MAX = 4 * 1024 * 1024


def read_source(path: Path, uri: str) -> str:
    """The file's text without its byte order mark, lines ended by newlines; FeatureError if it has none."""
    try:
        with path.open("rb") as file:
            content = file.read(FILE_BYTES_MAX + 1)
    except OSError as error:
        raise FeatureError([Problem(uri, 1, complaint("en", "unreadable", reason=error.strerror))]) from None
    language = _declared(content)
    if len(content) > FILE_BYTES_MAX:
        bound = f"{FILE_BYTES_MAX // 1024 // 1024} MiB"
        raise FeatureError(
            [Problem(uri, 1, complaint(language, "too-large", bound=bound), language=language)]
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FeatureError([Problem(uri, line, complaint(language, "not-utf8"), language=language)]) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _declared(content: bytes) -> str:
    """The language that the first lines name, as far as they can be read."""
    from lostphone.gherkin.parsing import language_of

    return language_of(content[:1000].decode("utf-8-sig", "replace"))
