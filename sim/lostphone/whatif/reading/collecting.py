"""Takes what the readers find, and decides what may be shown: the one way from a file to a named account.

A reader hands over foreign text; what leaves here are accounts whose names passed the grammar, and messages
of our own words. Texts and secrets that tell two accounts apart are forgotten with the collector.
"""

from __future__ import annotations

from dataclasses import replace

from lostphone.whatif.own_account import OwnAccount, OwnAccounts, OwnKind
from lostphone.whatif.reading.links import LinkedAccount
from lostphone.whatif.reading.names import JudgedName, judge_name
from lostphone.whatif.reading.remarks import WHOLE_FILE, Lang, RemarkPlace, Remarks, listed, say

#: More accounts than any person has; each is played, so their number is bounded.
MOST_ACCOUNTS = 20_000


class TooManyAccounts(Exception):
    """The file holds more accounts than are read."""


class Collector:
    """The accounts of one file, the places that were refused, and what was guessed."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        self.came_from = ""
        self._accounts: list[OwnAccount] = []
        self._refused = Remarks(lang)
        self._warned = Remarks(lang)
        self._named: set[tuple[OwnKind, str]] = set()
        self._links: dict[tuple[str, str], set[tuple[object, ...]]] = {}
        self._shown: dict[tuple[OwnKind, str], int] = {}

    def refuse(self, fault: str, place: RemarkPlace, **values: str) -> None:
        """Say that a place could not be used; `fault` is a key of `fault` in `reading.toml`."""
        self._refused.add(fault, place, say(self.lang, "fault", fault, **values))

    def warn(self, fault: str, place: RemarkPlace, **values: str) -> None:
        """Say what was guessed, or is missing; `fault` is a key of `warning` in `reading.toml`."""
        self._warned.add(fault, place, say(self.lang, "warning", fault, **values))

    def add_link(self, link: LinkedAccount, place: RemarkPlace) -> None:
        """Take the account of a link. Two of one name are one account if they are the same link (F12)."""
        known = self._links.setdefault((link.issuer, link.account), set())
        if link.print_ in known:
            self.warn("twin", place)
            return
        known.add(link.print_)
        if link.odd:
            self._warn_of_guesses(link, place)
        name, hidden = self._name_of(link, place)
        if hidden:
            self.warn("hidden", place)
        self._named.add(("third-party", name))
        self._append(
            OwnAccount(
                self._numbered(name, "third-party"),
                "third-party",
                place.number,
                link.kind,
                link.algorithm,
                link.digits,
                link.period_s,
                link.secret_bytes,
            )
        )

    def add_named(
        self, kind: OwnKind, text: str, judged: JudgedName, place: RemarkPlace, remark: str = ""
    ) -> None:
        """Take an account that is given by its name alone; `judged` is not "refused".

        The remark beside the name tells two accounts of one name apart, and is not shown.
        """
        known = f"{text} ({remark})" if remark else text
        if (kind, known) in self._named:
            self.warn("twin", place)
            return
        self._named.add((kind, known))
        name = text if judged.grade == "shown" else self._unnamed(place)
        if judged.grade != "shown":
            self.warn("hidden", place)
        self._append(OwnAccount(self._numbered(name, kind), kind, place.number))

    def found(self) -> OwnAccounts:
        """Everything, in the order of the file."""
        return OwnAccounts(
            self._accounts, self._refused.messages(), self._warned.messages(), came_from=self.came_from
        )

    def nothing(self, fault: str, **values: str) -> OwnAccounts:
        """One sentence about the whole file, and no account."""
        refused = Remarks(self.lang)
        refused.add(fault, WHOLE_FILE, say(self.lang, "fault", fault, **values))
        return OwnAccounts(bad_lines=refused.messages(), came_from=self.came_from)

    def _append(self, account: OwnAccount) -> None:
        if len(self._accounts) >= MOST_ACCOUNTS:
            raise TooManyAccounts
        self._accounts.append(account)

    def _warn_of_guesses(self, link: LinkedAccount, place: RemarkPlace) -> None:
        guesses = [say(self.lang, "odd", odd) for odd in link.odd]
        message = say(self.lang, "warning", "odd", guesses=listed(self.lang, guesses))
        self._warned.add("odd " + " ".join(link.odd), place, message)

    def _name_of(self, link: LinkedAccount, place: RemarkPlace) -> tuple[str, bool]:
        """`GitHub (mika)` of what may be shown, and whether something may not."""
        issuer, account = (self._shown_part(text) for text in (link.issuer, link.account))
        hidden = bool(link.issuer and not issuer) or bool(link.account and not account)
        if hidden or not (issuer or account):
            unnamed = self._unnamed(place)
            site = issuer or account
            return (f"{site} ({unnamed})" if site else unnamed), hidden
        return (f"{issuer} ({account})" if issuer and account else issuer or account), False

    def _shown_part(self, text: str) -> str:
        return text if text and judge_name(text).grade == "shown" else ""

    def _unnamed(self, place: RemarkPlace) -> str:
        return say(self.lang, "unnamed", place.unit, number=str(place.number))

    def _numbered(self, name: str, kind: OwnKind) -> str:
        """The second account of a name and a kind gets "#2"."""
        count = self._shown[kind, name] = self._shown.get((kind, name), 0) + 1
        return name if count == 1 else f"{name} #{count}"


def at_column(place: RemarkPlace, at: int) -> RemarkPlace:
    """The same line, at a place counted from 0."""
    return replace(place, column=at + 1)
