"""Which rules hold on a platform at an instant, under which answers to the open questions.

Asked very often (every intent of every client), so answers are made once between two boundaries: the
dates at which some rule of the platform begins or ends.

>>> from lostphone.base.clock import instant
>>> Policy.at("ios", instant(2025, 8, 31)).holds("backup.ios1.both-accounts")
True
>>> Policy.at("ios", instant(2025, 9, 1)).gates()
('icloud', 'icloud-keychain', 'icloud-backup', 'app-toggle')
>>> Policy.at("ios", instant(2025, 9, 1), {"Q02": "message-center"}).gates()
('icloud', 'icloud-keychain')
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, TypeAlias

from lostphone.rules.catalogue import Catalogue
from lostphone.rules.errors import UnknownPlatform, UnknownQuestion, UnknownRule
from lostphone.rules.icloud_settings import Gate
from lostphone.rules.questions_asked import note
from lostphone.rules.rule import PLATFORMS, Rule

RootPhase: TypeAlias = Literal["none", "warn", "block", "wipe"]

#: No answer was chosen: the defaults hold.
_DEFAULTS: frozenset[tuple[str, str]] = frozenset()
_ROOT_PHASES: tuple[RootPhase, ...] = ("wipe", "block", "warn")


class Policy:
    """What holds on one platform between two boundaries. Immutable, and shared by all who ask."""

    __slots__ = ("_answers", "_catalogue", "held", "platform")

    def __init__(
        self, catalogue: Catalogue, platform: str, held: frozenset[str], answers: Mapping[str, str]
    ) -> None:
        self._catalogue = catalogue
        self._answers = answers
        self.platform = platform
        self.held = held

    @staticmethod
    def at(platform: str, at_ms: int, chosen: Mapping[str, str] | None = None) -> Policy:
        """The policy of the shipped catalogue; `chosen` overrides default answers, as in {"Q02": "page"}.

        UnknownPlatform, UnknownQuestion or UnknownAnswer for a name that does not exist.
        """
        return _shipped_timeline(platform).at(at_ms, chosen)

    def holds(self, rule_id: str) -> bool:
        """Whether the rule is in force; UnknownRule for an id that does not exist, at any date."""
        for question in self._catalogue.hanging.get(rule_id, ()):
            note(question)
        if rule_id in self.held:
            return True
        if rule_id not in self._catalogue.rules:
            raise UnknownRule(rule_id, self._catalogue.rules)
        return False

    def answer(self, question_id: str) -> str:
        """The answer that holds to an open question, as in `answer("Q02")`; UnknownQuestion."""
        note(question_id)
        try:
            return self._answers[question_id]
        except KeyError:
            raise UnknownQuestion(question_id, self._answers) from None

    def gates(self) -> tuple[Gate, ...]:
        """The device settings that all have to be on for an iOS backup, in the order a person meets them.

        Their names are those of `icloud_settings.Gate`. Generation 2 takes them from Q02, generation 1 from
        its rule (A14). Empty on Android, whose settings do not matter.
        """
        if self.holds("backup.ios2.gates"):
            return self._catalogue.open_questions["Q02"].answers[self.answer("Q02")].gates
        if self.holds("backup.ios1.gates"):
            return self._catalogue.rules["backup.ios1.gates"].gates
        return ()

    def root_phase(self) -> RootPhase:
        """How far the measures against rooted phones have come (A51-A53; the dates are in the data)."""
        return next((phase for phase in _ROOT_PHASES if self.holds(f"root.{phase}")), "none")

    def __repr__(self) -> str:
        return f"Policy({self.platform}, {len(self.held)} rules in force)"


class PolicyTimeline:
    """The policies of one platform in the order of time, each made when first asked for."""

    def __init__(self, catalogue: Catalogue, platform: str) -> None:
        if platform not in PLATFORMS:
            raise UnknownPlatform(platform, PLATFORMS)
        self.platform = platform
        self._catalogue = catalogue
        self._rules = [rule for rule in catalogue.rules.values() if rule.span(platform)]
        self.boundaries_ms = sorted({at_ms for rule in self._rules for at_ms in _turns(rule, platform)})
        self._made: dict[tuple[int, frozenset[tuple[str, str]]], Policy] = {}

    def at(self, at_ms: int, chosen: Mapping[str, str] | None = None) -> Policy:
        """The policy in force at the instant."""
        index = bisect_right(self.boundaries_ms, at_ms)
        key = (index, frozenset(chosen.items()) if chosen else _DEFAULTS)
        policy = self._made.get(key)
        if policy is None:
            # Nothing changes between two boundaries, so any instant of the stretch will do.
            policy = self._made[key] = self._make(at_ms, chosen)
        return policy

    def _make(self, at_ms: int, chosen: Mapping[str, str] | None) -> Policy:
        answers = self._catalogue.answers(chosen)
        held = frozenset(rule.id for rule in self._rules if rule.holds(at_ms, self.platform, answers))
        return Policy(self._catalogue, self.platform, held, answers)


def _turns(rule: Rule, platform: str) -> list[int]:
    """The instants at which the rule's being in force may change."""
    span = rule.span(platform)
    assert span
    others = [other for one in rule.otherwise for other in one.spans if other.platform == platform]
    turns = [at_ms for one in (span, *others) for at_ms in (one.since_ms, one.until_ms)]
    if rule.condition and platform in rule.condition.platforms:
        turns.append(rule.condition.since_ms)
    return [at_ms for at_ms in turns if at_ms is not None]


@lru_cache(maxsize=len(PLATFORMS))
def _shipped_timeline(platform: str) -> PolicyTimeline:
    return PolicyTimeline(Catalogue.load(), platform)
