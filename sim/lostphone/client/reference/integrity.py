"""What the app will not do on a phone it cannot trust, or in a version that was retired.

Only work and school accounts are concerned by a rooted phone (A53, A54); the check is made again at
every interactive step with one of them, not at enrolment alone (A52).
"""

from __future__ import annotations

from lostphone.client.reference.account import Account
from lostphone.client.reference.account_list import AccountList
from lostphone.client.reference.versions import retired
from lostphone.rules import RootPhase


class Integrity(AccountList):
    """Checks of the phone and of the app itself."""

    def check_work_step(self) -> None:
        """Before any step with a work account: warn, refuse, or remove and refuse (A53)."""
        phase = self._root_phase()
        if phase == "warn":
            self._say_beside("root-warning")
        elif phase == "block":
            raise self.refused("rooted", "root-blocked")
        elif phase == "wipe":
            self._wipe_work_credentials()
            raise self.refused("rooted", "root-wiped")

    def check_on_opening(self) -> None:
        """root.continuous: opening the app with a work account in it is such a step too (S57)."""
        if not any(map(self._root_concerns, self.state.accounts)):
            return
        phase = self._root_phase()
        if phase == "wipe":
            self._wipe_work_credentials()
        if phase != "none":
            self._say_beside({"warn": "root-warning", "block": "root-blocked", "wipe": "root-wiped"}[phase])

    def check_app_version(self) -> None:
        """Refuse what needs Microsoft's services to a retired version."""
        if self._too_old():
            raise self.refused("unavailable", "app-too-old")

    # One promise, one place

    def _root_phase(self) -> RootPhase:
        """root.warn, root.block, root.wipe: the phase of the day, on a rooted phone (A51, A52)."""
        return self.policy.root_phase() if self.settings.integrity == "rooted" else "none"

    def _root_concerns(self, account: Account) -> bool:
        """root.only-work: personal and third-party accounts are left alone (A54)."""
        return account.kind == "work"

    def _too_old(self) -> bool:
        """app.too-old-blocked: codes are shown all the same, the rest waits for an update (A48)."""
        version = self.settings.app_version
        return self.policy.holds("app.too-old-blocked") and retired(
            self.platform, version, self.host.now_ms()
        )

    def _say_beside(self, message_id: str) -> None:
        """With the next screen, or by itself where that screen has something else to say."""
        if self._notice in ("", message_id):
            self.notice(message_id)
        else:
            self.show_message(message_id)

    def _wipe_work_credentials(self) -> None:
        # The names stay in what is backed up, so a sound phone may show them again (A56, S56).
        for account in self.state.accounts:
            if account.ready and self._root_concerns(account):
                self.state.wiped = (*self.state.wiped, account)
                self.drop(account.id)
