"""An oracle: something that must hold in every history, and the promise it rests on.

An oracle hears the actions it has asked for, with their outcomes (`watch`), and is asked now and then what
it makes of the world as it stands (`audit`). What is wrong it says as a sighting. What is right, and what it
cannot tell, it counts (`valid`, `unknown`): thousands of looks are content for each that is not.
"""

from __future__ import annotations

from abc import ABC
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

import msgspec

from lostphone.client.port import CAPABILITIES
from lostphone.gherkin.sighting import Sighting
from lostphone.oracles.expectation import Expectation
from lostphone.oracles.verdict_counts import Tally
from lostphone.stories.actions.base import Action
from lostphone.stories.stage import Outcome, Stage

if TYPE_CHECKING:
    from lostphone.oracles.ledger.ledger import Ledger
    from lostphone.stories.twins import WorldRemains

#: What may be seen of a client that broke.
BROKE = ("client-broke", "client-broke-nowhere", "client-broke-so")
Verdict: TypeAlias = Literal["valid", "invalid", "unknown"]
#: Names of faults and capabilities, by promise.
Needs: TypeAlias = Mapping[str, tuple[str, ...]]


class Judgement(msgspec.Struct, frozen=True):
    """What an oracle says of a moment. `rule` is the id of the promise in the catalogue that it rests on.

    `seen` is what was seen, and `expectation` what should have been: both are there whenever the verdict is
    "invalid" (no expectation only where the client broke: then the history itself is the whole of it).
    """

    oracle: str
    rule: str
    verdict: Verdict
    seen: Sighting | None = None
    expectation: Expectation | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What tells a finding from others: oracle and promise, and in which way a client broke."""
        broke = self.seen.symptom if self.seen is not None and self.seen.id in BROKE else ()
        return self.oracle, self.rule, *broke

    def like(self, other: Judgement) -> bool:
        """Whether it may be the same fault: it breaks the same promise, or shows itself in the same way."""
        return self.key == other.key or self.alike(other)

    def alike(self, other: Judgement) -> bool:
        """Whether both show themselves in the same way, to the same oracle."""
        if self.seen is None or other.seen is None:
            return self.seen is other.seen and self.key == other.key
        return self.oracle == other.oracle and self.seen.symptom == other.seen.symptom

    def told(self, language: str) -> str:
        """What was seen, for people."""
        return "" if self.seen is None else self.seen.text(language)

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
    #: The faults and capabilities without which a promise is never put to the test, by promise; "*" for all.
    needs: ClassVar[Needs] = {}
    #: The kinds of action after which it is asked.
    hears: ClassVar[tuple[type[Action], ...]] = ()

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.judged = {rule: Tally() for rule in self.rules}

    @classmethod
    def within(cls, rule: str, can: Collection[str]) -> bool:
        """Whether a client with these capabilities owes that promise."""
        needs = (*cls.needs.get("*", ()), *cls.needs.get(rule, ()))
        return all(need in can for need in needs if need in CAPABILITIES)

    def valid(self, rule: str) -> None:
        """It was put to the test, and held."""
        self.judged[rule].valid += 1

    def unknown(self, rule: str) -> None:
        """It was put to the test, and nobody can say what had to come of it."""
        self.judged[rule].unknown += 1

    def wrong(self, rule: str, seen: Sighting, expectation: Expectation | None) -> Judgement:
        """A promise is broken."""
        self.judged[rule].invalid += 1
        return Judgement(self.id, rule, "invalid", seen, expectation)

    def follow(self, action: Action, outcome: Outcome) -> None:  # noqa: B027
        """After every action, once the ledger has heard of it: for those that follow a whole history."""

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:  # noqa: ARG002
        """After each action of a kind in `hears`; the ledger has not heard of it yet."""
        return ()

    def audit(self, stage: Stage) -> Iterable[Judgement]:  # noqa: ARG002
        """At a quiet moment, and at the end once everything is healed."""
        return ()

    def compare(self, twins: Sequence[WorldRemains]) -> Iterable[Judgement]:  # noqa: ARG002
        """What the world and its twins keep, in order, of the few histories that are played on twins."""
        return ()
