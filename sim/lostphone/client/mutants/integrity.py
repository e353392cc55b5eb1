"""Mutants that do too little on a rooted phone, or too much."""

from __future__ import annotations

from lostphone.client.mutants.mutant import planted
from lostphone.client.reference import AuthenticatorApp
from lostphone.client.reference.account import Account
from lostphone.rules import RootPhase


@planted(
    "rooted-unwarned",
    origin="A53",
    fault="The first phase says nothing.",
    shows="The owner of a rooted phone learns of it when it is too late.",
    about=("root.warn",),
)
class RootedUnwarned(AuthenticatorApp):
    def _root_phase(self) -> RootPhase:
        phase = super()._root_phase()
        return "none" if phase == "warn" else phase


@planted(
    "rooted-accepts",
    origin="A51 to A54",
    fault="The second phase goes on warning and blocks nothing.",
    shows="A sign-in goes on that should be refused.",
    about=("root.block",),
)
class RootedAccepts(AuthenticatorApp):
    def _root_phase(self) -> RootPhase:
        phase = super()._root_phase()
        return "warn" if phase == "block" else phase


@planted(
    "rooted-keeps",
    origin="A53",
    fault="The third phase blocks and removes nothing.",
    shows="Work accounts are still on the list.",
    about=("root.wipe",),
)
class RootedKeeps(AuthenticatorApp):
    def _root_phase(self) -> RootPhase:
        phase = super()._root_phase()
        return "block" if phase == "wipe" else phase


@planted(
    "rooted-wipes-all",
    origin="A54",
    fault="What is done to work accounts is done to every account.",
    shows="Codes of other sites are gone too.",
    about=("root.only-work",),
)
class RootedWipesAll(AuthenticatorApp):
    def _root_concerns(self, account: Account) -> bool:
        del account
        return True


@planted(
    "rooted-checked-once",
    origin="A52",
    fault="The phone is looked at when a work account is added, and never again.",
    shows="A phone that is rooted later is not noticed.",
    about=("root.continuous",),
)
class RootedCheckedOnce(AuthenticatorApp):
    def check_on_opening(self) -> None:
        pass
