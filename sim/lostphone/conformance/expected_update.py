"""Brings a list of expected failures up to date after a complete run.

Entries that still tell the truth stay as they are. Stale and unmatched ones go. New failures come in without
a reason, and so fail the next run until a person has written one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from lostphone.conformance.expected import AnnouncedFailure
from lostphone.conformance.verdict import VerdictRow

_HEAD = """\
# Failures that are expected of this client: a scenario or a rule each, with a reason and a link.
"""


def updated(
    rows: Sequence[VerdictRow],
    entries: Sequence[AnnouncedFailure],
    elsewhere: Callable[[AnnouncedFailure], bool],
) -> list[AnnouncedFailure]:
    """The entries for a run whose rows, before any list was read, are `rows`.

    `elsewhere` says whether an entry is about a requirement set that was not played; such entries stay.
    """
    kept = [entry for entry in entries if elsewhere(entry) or any(entry.expects(row) for row in rows)]
    failing = [
        row
        for row in rows
        if row.verdict in ("fail", "error") and not any(entry.expects(row) for entry in kept)
    ]
    scenarios = dict.fromkeys(row.scenario for row in failing)
    return [*dict.fromkeys(kept), *(AnnouncedFailure(scenario=scenario) for scenario in scenarios)]


def written(entries: Sequence[AnnouncedFailure], before: str = "") -> bytes:
    """The file. The comment that an earlier file began with (`before` is its text) stays."""
    lines = before.splitlines()
    length = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    head = "\n".join(lines[:length]) + "\n" if length else _HEAD
    return "\n".join([head, *(_entry(entry) for entry in entries)]).encode()


def _entry(entry: AnnouncedFailure) -> str:
    lines = [
        "[[expected]]",
        f"scenario = {_text(entry.scenario)}" if entry.scenario else f"rule = {_text(entry.rule)}",
    ]
    lines += [f"reason = {_text(entry.reason)}", f"link = {_text(entry.link)}"]
    if entry.message:
        lines.append(f"message = {_text(entry.message)}")
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    """A TOML string: JSON's, but for one character that TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
