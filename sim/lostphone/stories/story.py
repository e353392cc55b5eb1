"""A story being played: what sentences talk to.

A sentence makes actions (`do`) or asks questions. A refusal nobody expected ends the story: either the
next sentence looks at it, or it counts as a failure, so that no story goes on after something in it
silently did not happen.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lostphone.gherkin.sighting import Sighting, sighted
from lostphone.stories.recipe import Recipe, SavedStory

if TYPE_CHECKING:
    from lostphone.base.frozen import FrozenClock
    from lostphone.base.trace import Happening
    from lostphone.client.port import Client
    from lostphone.stories.actions.base import Action
    from lostphone.stories.stage import Outcome, Stage
    from lostphone.stories.twins import WorldRemains
    from lostphone.world.world import World


class Unexpected(AssertionError):
    """Something went otherwise than the story promised; `refused` is the code of an unexpected refusal.

    `action` is the number of the action that was refused, from 0, where that shows only afterwards.
    """

    def __init__(self, seen: Sighting, refused: str = "", action: int | None = None) -> None:
        super().__init__(seen)
        self.seen = seen
        self.refused = refused
        self.action = action

    def __str__(self) -> str:
        return self.seen.text("en")


def reference_client() -> Client:
    """The client stories are played on unless another is given."""
    from lostphone.client.reference import ReferenceClient

    return ReferenceClient()


class Unplayable(Exception):
    """What cannot be played, of a story that was saved: the number of the action, from 1, and why not."""

    def __init__(self, action: int, error: Exception) -> None:
        super().__init__(action, error)
        self.action = action
        self.error = error


class Story:
    """One telling. `lang` is the language of the screens; `frozen` a clock for clients that read it.

    A story on a client of somebody else's is closed when it is over, by `with` or by `close`.
    `scenario_id` and `rules` are told to the client, for its own logs; `client_spec` names it in a saved
    story; with `races`, what happens at one instant happens in an order drawn from the seed.
    """

    def __init__(
        self,
        seed: int = 0,
        lang: str = "en",
        client: Callable[[], Client] = reference_client,
        frozen: FrozenClock | None = None,
        title: str = "",
        scenario_id: str = "",
        rules: tuple[str, ...] = (),
        client_spec: str = "reference",
        races: bool = False,
    ) -> None:
        self.title = title
        self._about = scenario_id, rules
        self.actions: list[Action] = []
        self.last: Outcome | None = None
        self._recipe = Recipe(seed=seed, locale=lang, client=client_spec, races=races)
        self._make_client = client
        self._frozen = frozen
        self._unseen: tuple[Action, Outcome] | None = None
        self._mark = 0

    @cached_property
    def stage(self) -> Stage:
        """Made when first needed, so that assumptions can be stated before."""
        from lostphone.stories.stage import Stage
        from lostphone.world.world import World

        recipe = self._recipe
        world = World(recipe.seed, recipe.start_ms, recipe.answers, recipe.races)
        return Stage(world, self._make_client(), recipe.locale, self._frozen, *self._about)

    @property
    def begun(self) -> bool:
        """Whether there is a world, and a client that took part in it."""
        return "stage" in self.__dict__

    def close(self) -> None:
        """Tell the client that the scenario is over; nothing to do when nothing has happened in it."""
        if self.begun:
            self.stage.close()

    def __enter__(self) -> Story:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def world(self) -> World:
        return self.stage.world

    def assume(self, question: str, answer: str) -> None:
        """Answer an open question otherwise than the page does; only before anything has happened."""
        if self.begun:
            raise Unexpected(sighted("answered-too-late", question=question))
        from lostphone.rules import Catalogue

        asked = Catalogue.load().open_questions.get(question)
        answers = [] if asked is None else list(asked.answers)
        if answer not in answers:
            seen = sighted("no-such-answer", question=question, answer=answer, answers=tuple(answers))
            raise Unexpected(seen)
        self._recipe = _with_answer(self._recipe, question, answer)

    def do(self, action: Action) -> Outcome:
        """Play an action. A refusal has to be looked at (`expect_refusal`, `expect_success`) next."""
        self.finish()
        self.actions.append(action)
        outcome = self.last = self._play(action)
        if not outcome.ok:
            self._unseen = (action, outcome)
        return outcome

    def _play(self, action: Action) -> Outcome:
        self._mark = len(self.stage.world.trace)
        return self.stage.play(action)

    def look(self, action: Action) -> Any:
        """Play an action only to see its result; it must succeed, and `last` stays what it was."""
        self.finish()
        self.actions.append(action)
        outcome = self.stage.play(action)
        if not outcome.ok:
            raise Unexpected(_refusal("look-refused", action, outcome), outcome.code)
        return outcome.result

    def has_done(self, kind: type[Action], **fields: str) -> bool:
        """Whether the story has had such an action, with these values in its fields."""
        return any(
            isinstance(action, kind) and all(getattr(action, name) == value for name, value in fields.items())
            for action in self.actions
        )

    def is_on_icloud(self, phone: str) -> bool:
        """Whether that iPhone or iPad is signed in to an Apple Account."""
        return self.world.ios_device(phone).apple_account is not None

    def look_away(self) -> None:
        """Take a refusal of the last action for granted."""
        self._unseen = None

    def messages_since_last_action(self, phone: str) -> list[str]:
        """Ids of the messages that phone has shown since the last action began, in order."""
        return [
            happening.outcome
            for happening in self.world.trace.happenings[self._mark :]
            if happening.verb == "screen" and happening.actor == phone and happening.outcome != "ok"
        ]

    def happened_since_last_action(self, verb: str) -> list[Happening]:
        """What of that verb the trace has told since the last action began, in order."""
        return [told for told in self.world.trace.happenings[self._mark :] if told.verb == verb]

    def offers_nothing(self, phone: str, title: str, subtitle: str) -> bool:
        """Whether the list on the screen of that phone shows such a row with nothing to press on it.

        False when the row is on no screen: a client may show its list in a way of its own.
        """
        screens = self.stage.screens(phone).screens
        rows = [
            row
            for screen in screens[-1:]
            for row in screen.rows
            if (row.title, row.subtitle) == (title, subtitle)
        ]
        return any(not row.action for row in rows)

    def twins(self) -> Sequence[WorldRemains] | None:
        """What this world has kept so far, and what its twins have; None where the client broke in one.

        A client that plays all stories in one program plays this one once more at the end, and goes on there.
        """
        from lostphone.stories.twins import played, twins_of

        stage, actions = self.stage, tuple(self.actions)
        found = twins_of(self._recipe, actions, self._make_client, self._frozen, self._about)
        if self._make_client() is stage.client:
            again = played(self._recipe, actions, self._make_client, self._frozen, self._about)
            if again is not None:
                stage.world.own_folders.remove()
                self.__dict__["stage"] = again
        return found

    def backups_of(self, person: str) -> list[str]:
        """The cloud places that hold a backup made by the app for that person."""
        world = self.world
        places = [
            f"iCloud of {account.email}"
            for account in world.icloud.accounts.values()
            if account.owner == person and account.container
        ]
        places += [
            f"Microsoft storage of {email} ({platform})"
            for email, platform in world.microsoft.slots()
            if world.personal.account(email).owner == person
        ]
        return places

    def expect_success(self) -> Outcome:
        """The last action was not refused."""
        if self.last is None:
            raise Unexpected(sighted("nothing-done"))
        self.finish()
        return self.last

    def expect_refusal(self, code: str) -> Outcome:
        """The last action was refused, for this reason."""
        self._unseen = None
        if self.last is None:
            raise Unexpected(sighted("nothing-done"))
        if self.last.ok:
            raise Unexpected(sighted("not-refused", code=code, id=code))
        if self.last.code != code:
            why = self.last
            raise Unexpected(
                sighted("refused-otherwise", due_code=code, code=why.code, id=why.code, text=why.message)
            )
        return self.last

    @property
    def unseen(self) -> str:
        """The code with which the last action was refused, as long as nobody has looked at that; else ""."""
        return "" if self._unseen is None else self._unseen[1].code

    def finish(self) -> None:
        """Fail if the last action was refused and nobody has looked at that."""
        if self._unseen is not None:
            (action, outcome), self._unseen = self._unseen, None
            raise Unexpected(
                _refusal("unlooked-at", action, outcome),
                outcome.code,
                max(number for number, done in enumerate(self.actions) if done is action),
            )

    def saved(self) -> SavedStory:
        """The story so far, ready for a file."""
        fingerprint = self.world.trace.fingerprint()
        return SavedStory(self._recipe, self.title, tuple(self.actions), fingerprint)


def _refusal(id_: str, action: Action, outcome: Outcome) -> Sighting:
    """Of whom and what it was, and why; what was done is told by the sentence of the story."""
    about = tuple(part for part in (action.subject, action.object) if part)
    whom = sighted("about", phones=about) if about else ""
    return sighted(id_, whom=whom, id=outcome.code, text=outcome.message)


def _with_answer(recipe: Recipe, question: str, answer: str) -> Recipe:
    import msgspec

    return msgspec.structs.replace(recipe, answers={**recipe.answers, question: answer})


def replay(
    saved: SavedStory,
    client: Callable[[], Client] = reference_client,
    frozen: FrozenClock | None = None,
) -> tuple[Stage, AssertionError | None]:
    """Play a saved story from the beginning; the trace is in the stage's world.

    A client that breaks ends it: what it did is given besides, else None. ClientBroke if it breaks before it
    is asked for anything; Unplayable for an action that makes no sense in this world, as a file may hold that
    was changed by hand.
    """
    from lostphone.client.port import ClientBroke, NotSupported
    from lostphone.stories.stage import Stage
    from lostphone.world.world import World

    recipe = saved.recipe
    world = World(recipe.seed, recipe.start_ms, recipe.answers, recipe.races)
    stage = Stage(world, client(), recipe.locale, frozen)
    try:
        for number, action in enumerate(saved.actions, start=1):
            # What a client does not know is not played on it.
            with contextlib.suppress(NotSupported):
                _play(stage, number, action)
    except ClientBroke as broke:
        return stage, broke
    return stage, None


def _play(stage: Stage, number: int, action: Action) -> None:
    from lostphone.client.port import ClientBroke, NotSupported

    try:
        stage.play(action)
    except (ClientBroke, NotSupported):
        raise
    except Exception as error:
        raise Unplayable(number, error) from error
