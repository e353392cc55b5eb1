"""What comes back: kinds of account, phones and generations of backup, each cell proved by a story.

Nothing here knows an answer. A cell looks at the stories about the promise for that kind of account, and
at what became of such accounts in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

import msgspec

from lostphone.rules import Policy
from lostphone.site.context import Context
from lostphone.site.page import Page
from lostphone.site.recorded import AccountFate, AccountKind, Fate, RecordedStory
from lostphone.site.reports import ClientReport, MutantReport

COLUMNS = ("ios_1", "ios_2", "android_1", "cross")

#: The promise about each kind of account on a phone of the same kind; across kinds there is one for all.
_PROMISES: dict[AccountKind, str] = {
    "third-party": "restore.third-party-code",
    "personal": "restore.personal-code",
    "passwordless": "restore.passwordless-name-only",
    "work": "restore.work-name-only",
    "work code": "restore.third-party-work-code",
    "passkey": "passkey.not-restored",
    "password": "autofill.edge-keeps",
}
_PROMISE_ACROSS = "backup.same-platform-only"
#: What is in no backup: the same is promised of it whatever the next phone is.
_BESIDE_BACKUPS: tuple[AccountKind, ...] = ("passkey", "password")


class Cell(msgspec.Struct, frozen=True):
    """The answer, a story that proves it, and in how many of all stories of that place it came out so."""

    fate: Fate
    story: RecordedStory
    same: int
    all: int


def pages(site: Context) -> Iterator[Page]:
    """`matrix.html`."""
    found: dict[tuple[AccountKind, str], list[tuple[Fate, RecordedStory]]] = {}
    for story in site.stories:
        for fate in story.fates:
            found.setdefault((fate.kind, column(story, fate)), []).append((fate.fate, story))
    clients = [report for report in site.inputs.reports if isinstance(report, ClientReport)]
    asked = {requirement for report in clients for requirement in report.requirements}
    yield site.page(
        "matrix.html",
        "matrix.html",
        "matrix",
        columns=COLUMNS,
        rows={
            kind: [cell(kind, place, found.get((kind, place), [])) for place in COLUMNS]
            for kind in get_args(AccountKind)
        },
        clients=clients,
        # In the order of the catalogue; what it does not know comes last.
        asked=[rule for rule in site.catalogue.rules if rule in asked]
        + sorted(asked.difference(site.catalogue.rules)),
        mutants=[report for report in site.inputs.reports if isinstance(report, MutantReport)],
    )


def column(story: RecordedStory, fate: AccountFate) -> str:
    """Where a story belongs: to another kind of phone, or by the phone and the generation of its backup."""
    platforms = {device.id: device.platform for device in story.devices}
    own = {device.platform for device in story.devices if device.owner == fate.person}
    if len(own) > 1:
        return "cross"
    if platforms[fate.phone] == "android":
        return "android_1"
    policy = Policy.at("ios", story.happenings[-1].at_ms, story.assumptions)
    return "ios_2" if policy.holds("backup.ios2.no-microsoft-account") else "ios_1"


def cell(kind: AccountKind, place: str, found: list[tuple[Fate, RecordedStory]]) -> Cell | None:
    """The answer most stories about the promise give, none of them under another answer to a question."""
    across = place == "cross" and kind not in _BESIDE_BACKUPS
    promise = _PROMISE_ACROSS if across else _PROMISES[kind]
    proofs = [
        (fate, story)
        for fate, story in found
        if promise in story.rules and story.passed and not story.assumptions
    ]
    if not proofs:
        return None
    answer = Counter(fate for fate, _ in proofs).most_common(1)[0][0]
    proof = next(story for fate, story in proofs if fate == answer)
    return Cell(answer, proof, sum(fate == answer for fate, _ in found), len(found))
