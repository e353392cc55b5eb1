"""The vault of passwords and cards: what August 2025 deletes is gone, and not merely out of sight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from lostphone.client.port import Passwords
from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import PasswordsShown
from lostphone.oracles.ledger.ledger import Ledger
from lostphone.oracles.oracle import Judgement, Needs, Oracle
from lostphone.stories.actions import phones
from lostphone.stories.actions.accounts import OpenAuthenticator
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.passwords import MakePassword, OpenPasswords, SavePaymentCard
from lostphone.stories.stage import Outcome, Stage

_FROM_ELSEWHERE = (phones.RestorePhone, phones.QuickStart, phones.FinderRestore, phones.GivePhone)


class VaultIsEmptied(Oracle):
    """Looks at vaults that were in use in August 2025, on phones whose clock was set back since (B03, B04).

    Nobody else can see whether cards and unsaved passwords were deleted. Saved passwords are not judged.
    """

    id = "vault"
    rules = ("autofill.payment-deleted", "autofill.generated-unsaved-gone")
    needs: ClassVar[Needs] = {"*": ("autofill", "clocks")}
    hears = (OpenPasswords,)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        #: Whether the vault was emptied and nothing was put in since: of cards, of generated passwords.
        self._no_cards: dict[str, None] = {}
        self._none_generated: dict[str, None] = {}

    def follow(self, action: Action, outcome: Outcome) -> None:
        """Opening the app in August deletes; saving with the clock set back again does not count."""
        if isinstance(action, OpenAuthenticator):
            if outcome.ok and self.ledger.policy(action.phone).holds("autofill.payment-deleted"):
                self._no_cards[action.phone] = self._none_generated[action.phone] = None
        elif isinstance(action, SavePaymentCard):
            self._no_cards.pop(action.phone, None)
        elif isinstance(action, MakePassword):
            self._none_generated.pop(action.phone, None)
        elif isinstance(action, _FROM_ELSEWHERE):
            self._no_cards.pop(action.phone, None)
            self._none_generated.pop(action.phone, None)

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:  # noqa: ARG002
        shown = outcome.result
        return self._shown(action.subject, shown) if isinstance(shown, Passwords) else ()

    def _shown(self, phone: str, shown: Passwords) -> Iterator[Judgement]:
        saved, generated, cards = len(shown.saved), len(shown.generated), len(shown.cards)
        if phone in self._no_cards:
            if cards:
                said = sighted("cards-left", phone=phone, count=cards)
                yield self.wrong(self.rules[0], said, PasswordsShown(saved, generated, 0))
            else:
                self.valid(self.rules[0])
        if phone in self._none_generated:
            if generated:
                said = sighted("generated-left", phone=phone, count=generated)
                yield self.wrong(self.rules[1], said, PasswordsShown(saved, 0, cards))
            else:
                self.valid(self.rules[1])
