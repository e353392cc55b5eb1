"""A story that nobody plays: it keeps what its sentences would do, and knows how that once ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lostphone.stories.actions import clouds, phones
from lostphone.stories.stage import Outcome
from lostphone.stories.story import Story

if TYPE_CHECKING:
    from lostphone.stories.actions.base import Action
    from lostphone.world.world import World


class Recording(Story):
    """`codes` are how the actions ended when they were played, in order; "ok" from where they run out."""

    def __init__(self, codes: Sequence[str] = ()) -> None:
        super().__init__()
        self._codes = codes
        self._on_icloud: dict[str, str] = {}

    @property
    def world(self) -> World:
        """ValueError: what a sentence does may depend on what was done, never on what came of it unseen."""
        raise ValueError("a sentence that acts asked the world what to do, so it cannot be told backwards")

    def copy(self) -> Recording:
        """The same recording, to go on from here another way."""
        other = Recording(self._codes)
        other.actions = list(self.actions)
        other.last, other._unseen = self.last, self._unseen
        other._on_icloud = dict(self._on_icloud)
        return other

    def is_on_icloud(self, phone: str) -> bool:
        return phone in self._on_icloud

    def look(self, action: Action) -> Any:
        """Raises ValueError: who looks, asks the world."""
        raise ValueError(f"'{action.verb}' is looked at, not done")

    def _play(self, action: Action) -> Outcome:
        place = len(self.actions) - 1
        code = self._codes[place] if place < len(self._codes) else "ok"
        if code == "ok":
            self._follow(action)
        return Outcome(code)

    def _follow(self, action: Action) -> None:
        """Who is signed in to iCloud, as far as actions tell."""
        signed_in = self._on_icloud
        match action:
            case clouds.SignInToICloud(phone, email):
                signed_in[phone] = email
            case clouds.SignOutOfICloud(phone) | phones.ErasePhone(phone) | phones.SellPhone(phone):
                signed_in.pop(phone, None)
            case clouds.LeaveOrganisation(email):
                self._on_icloud = {phone: held for phone, held in signed_in.items() if held != email}
