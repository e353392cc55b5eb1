"""What happened, in order: the single source for told stories, reports, pictures and oracles.

Every happening has a time, an actor, a verb, a target, an outcome and details
(docs/explanation/design.md#secrets-never-leave). Secrets are taken out here, at the
moment a happening is made, and nowhere later: every text is run through a finder that knows every secret of
the world, whatever encoding it hides in.

>>> from lostphone.base.secret import Secret
>>> trace = Trace()
>>> trace.keep_secret(Secret(b"12345678901234567890"))
>>> trace.record(0, "Mika's iPhone", "log", text="key=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").detail["text"]
'key=‹secret›'
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from lostphone.base.clock import iso
from lostphone.base.foreign_text import one_line
from lostphone.base.secret import MARK, Finder, Secret

#: A secret that is spread over more of a log than this is not put together again.
_LOG_LINES = 64
_LOG_CHARACTERS = 4096
Detail: TypeAlias = str | int | bool | None


class Happening(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that happened. `outcome` is "ok" or a short code of what went wrong or differently."""

    at_ms: int
    actor: str
    verb: str
    target: str = ""
    outcome: str = "ok"
    detail: dict[str, Detail] = {}

    def line(self) -> str:
        """One line for people: time, actor, verb, target, outcome; fit to be shown."""
        parts = [iso(self.at_ms), self.actor, self.verb, self.target]
        if self.outcome != "ok":
            parts.append(f"[{self.outcome}]")
        return one_line(" ".join(part for part in parts if part))


class Trace:
    """The happenings of one world, in the order they were made."""

    def __init__(self) -> None:
        self.happenings: list[Happening] = []
        self.finder = Finder()
        # The last lines of the log of each phone as they came: which happenings they are, and what they say.
        self._logs: dict[str, list[tuple[int, str]]] = {}

    def keep_secret(self, secret: Secret) -> None:
        """From now on no text of the trace may show these bytes, in any common encoding."""
        self.finder.add(secret)

    def record(
        self,
        at_ms: int,
        actor: str,
        verb: str,
        target: str = "",
        outcome: str = "ok",
        **detail: Detail,
    ) -> Happening:
        """Add a happening; every text in it is redacted first."""
        if verb == "log":
            self._read_on(actor, detail)
        redact = self.finder.redact
        for key, value in detail.items():
            if type(value) is str:
                detail[key] = redact(value)
        happening = Happening(at_ms, actor, verb, redact(target) if target else target, outcome, detail)
        self.happenings.append(happening)
        return happening

    def _read_on(self, actor: str, detail: dict[str, Detail]) -> None:
        """Cover what shows only when a log is read as one text: a secret over two lines of it."""
        text = str(detail.get("text", ""))
        lines = self._logs.setdefault(actor, [])
        lines.append((len(self.happenings), text))
        while len(lines) > 1 and (
            len(lines) > _LOG_LINES or sum(len(line) for _, line in lines) > _LOG_CHARACTERS
        ):
            del lines[0]
        if len(lines) == 1:
            return
        covered = self.finder.redact_lines([line for _, line in lines])
        for (place, line), shown in zip(lines[:-1], covered, strict=False):
            told = self.happenings[place]
            if shown != line and MARK not in str(told.detail["text"]):
                self.happenings[place] = msgspec.structs.replace(told, detail={**told.detail, "text": shown})
        if covered[-1] != text and self.finder.redact(text) == text:
            detail["text"] = covered[-1]

    def __iter__(self) -> Iterator[Happening]:
        return iter(self.happenings)

    def __len__(self) -> int:
        return len(self.happenings)

    def to_jsonl(self) -> bytes:
        """One JSON object a line, keys in a fixed order; the same story gives the same bytes."""
        return msgspec.json.Encoder(order="deterministic").encode_lines(self.happenings)

    def fingerprint(self) -> str:
        """SHA-256 of the whole trace, in hex."""
        return hashlib.sha256(self.to_jsonl()).hexdigest()
