"""A session: one history on one client, with everything that was done in it and what was wrong.

What an audit and a healing do are ordinary actions, so a recorded history replays to the same bytes.

>>> from lostphone.client.reference import ReferenceClient
>>> from lostphone.stories.actions.phones import GivePhone
>>> with ExplorerSession(Recipe(seed=7), ReferenceClient) as session:
...     session.do(GivePhone("Mika's iPhone", "Mika", "ios")).code, session.audit(), len(session.actions)
('ok', [], 2)
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Self

from lostphone.base.frozen import FrozenClock
from lostphone.client.port import Client, ClientBroke, NotSupported
from lostphone.explore.convergence import CONVERGES, CONVERGES_RULES, pending
from lostphone.explore.faults import undoings
from lostphone.gherkin.breaking import breaking as seen_breaking
from lostphone.oracles.oracle import BROKE, Judgement
from lostphone.oracles.panel import Panel
from lostphone.oracles.verdict_counts import Judged, Tally
from lostphone.stories.actions.base import Action
from lostphone.stories.recipe import Recipe
from lostphone.stories.stage import Outcome, Stage
from lostphone.stories.twins import twins_of
from lostphone.world.world import World

#: The oracle that speaks when the client itself breaks, and the promise it rests on.
BREAKS = "client-answers"
BREAKS_RULE = "app.answers"


def breaking(broke: ClientBroke) -> Judgement:
    """What is wrong with a client that broke."""
    return Judgement(BREAKS, BREAKS_RULE, "invalid", seen_breaking(broke))


def hangs(judgement: Judgement) -> bool:
    """Whether that is wrong with a client that it gave no answer in time."""
    return (
        judgement.seen is not None and judgement.seen.id in BROKE and judgement.seen.values["how"] == "hang"
    )


class ExplorerSession:
    """Plays actions, records them, and asks the panel of oracles after each.

    `wrong` are the judgements that say so; `evidence` is what was done up to the first of them, after which
    an audit gives it again. A client that broke gets nothing more to do: `broken` says how it did.
    `converged` counts the phones that were asked whether their backup has caught up; `waived` are promises
    that this client does not owe. ClientBroke if the client breaks before it is asked for anything.
    """

    def __init__(
        self,
        recipe: Recipe,
        make_client: Callable[[], Client],
        frozen: FrozenClock | None = None,
        waived: Collection[str] = (),
    ) -> None:
        self.recipe = recipe
        self.actions: list[Action] = []
        self.wrong: list[Judgement] = []
        self.evidence: tuple[Action, ...] | None = None
        self.broken: ClientBroke | None = None
        self.converged = {rule: Tally() for rule in CONVERGES_RULES}
        self.world = World(recipe.seed, recipe.start_ms, recipe.answers, recipe.races)
        self.stage = Stage(self.world, make_client(), recipe.locale, frozen)
        self._waived = waived
        self._make_client, self._frozen = make_client, frozen
        self._panel = Panel(self.stage, waived=waived)

    @property
    def judged(self) -> Judged:
        """How often each verdict was passed so far, by oracle and promise."""
        broke = int(self.broken is not None)
        own = {
            BREAKS: {BREAKS_RULE: Tally(len(self.actions) - broke, broke)},
            CONVERGES: self.converged,
        }
        return {**self._panel.judged, **own}

    def do(self, action: Action) -> Outcome:
        """Play an action and hear what the oracles make of it."""
        outcome = self._play(action)
        if self.broken is None:
            self._keep(self._panel.after(action, outcome), len(self.actions))
        return outcome

    def audit(self) -> list[Judgement]:
        """Ask the oracles what they make of the world as it stands; gives back all that was wrong so far.

        Where everything was healed and time was given, nothing may be pending either.
        """
        before = len(self.actions)
        saves = "backup" in self.stage.client_info.capabilities
        owed = [rule for rule in CONVERGES_RULES if saves and rule not in self._waived]
        left = [one for one in pending(self) if one.rule in owed] if owed else []
        if self.broken is None:
            try:
                self._keep(self._panel.audit(self._play), before)
                self._keep([one.judgement for one in left], before)
            except ClientBroke:
                if self.broken is None:
                    raise
        return list(self.wrong)

    def compare(self, so_far: int | None = None) -> None:
        """Play the history, or its first actions, on twins of the world, and compare what they keep.

        A client that plays everything in one program forgets this history over it: it has to be over. It is
        played four times more, so this is for a few histories of many, and for their beginnings.
        """
        actions = tuple(self.actions[:so_far])
        if self.broken is not None:
            return
        kept = twins_of(self.recipe, actions, self._make_client, self._frozen)
        if kept is not None:
            self._keep(self._panel.compare(kept), len(actions))

    def heal(self) -> None:
        """Undo every fault there is, each by its pair."""
        for action in undoings(self.actions):
            if self.broken is None:
                self.do(action)

    def close(self) -> None:
        """The history is over. A client that broke before may break again; one that breaks here is wrong."""
        try:
            self.stage.close()
        except NotSupported:
            pass
        except ClientBroke as broke:
            if self.broken is None:
                self.broken = broke
                self._keep([breaking(broke)], len(self.actions))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _play(self, action: Action) -> Outcome:
        if self.broken is not None:
            raise self.broken
        self.actions.append(action)
        try:
            return self.stage.play(action)
        except NotSupported as unknown:
            return Outcome("not-supported", str(unknown))
        except ClientBroke as broke:
            self.broken = broke
            self._keep([breaking(broke)], len(self.actions))
            return Outcome("client-broke", broke.message)

    def _keep(self, judgements: Iterable[Judgement], so_far: int) -> None:
        for judgement in judgements:
            if judgement.wrong:
                self.wrong.append(judgement)
                if self.evidence is None:
                    self.evidence = tuple(self.actions[:so_far])
