"""An oracle: something that must hold in every history, and the promise it rests on.

An oracle hears every action with its outcome (`watch`) and is asked now and then what it makes of the
world as it stands (`audit`). What it cannot tell, it says too: `unknown` is not `valid`.
"""

from __future__ import annotations

from abc import ABC
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

import msgspec

from lostphone.history.actions.base import Action
from lostphone.history.stage import Outcome, Stage
from lostphone.oracles.expectation import Expectation

if TYPE_CHECKING:
    from lostphone.oracles.ledger import Ledger

Verdict: TypeAlias = Literal["valid", "invalid", "unknown"]


class Judgement(msgspec.Struct, frozen=True):
    """What an oracle says of a moment. `rule` is the id of the promise in the catalogue that it rests on.

    `expectation` is what should have been seen, and is there whenever the verdict is "invalid" (None only
    where the client broke: then the history itself is the whole of it). `message` is for people, in English.
    """

    oracle: str
    rule: str
    verdict: Verdict
    message: str = ""
    expectation: Expectation | None = None

    @property
    def wrong(self) -> bool:
        return self.verdict == "invalid"


class Oracle(ABC):
    """One thing that must hold. Made anew for each history; it keeps what it has to remember of it.

    `audit` may look with the looking actions (`ListAccounts`, `ShowCode`, `CheckBackup`), which are played
    with `look` so that they are part of the history.
    """

    id: ClassVar[str]
    rules: ClassVar[tuple[str, ...]]
    #: The kinds of action after which it is asked.
    hears: ClassVar[tuple[type[Action], ...]] = ()

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def wrong(self, rule: str, message: str, expectation: Expectation | None) -> Judgement:
        """A promise is broken."""
        return Judgement(self.id, rule, "invalid", message, expectation)

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:  # noqa: ARG002
        """After each action of a kind in `hears`; the ledger has not heard of it yet."""
        return ()

    def audit(self, stage: Stage) -> Iterable[Judgement]:  # noqa: ARG002
        """At a quiet moment, and at the end once everything is healed."""
        return ()
