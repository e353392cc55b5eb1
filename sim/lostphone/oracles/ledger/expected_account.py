"""A row as it must be: what an account is called, whether it is ready, and what makes its codes.

>>> held = PhoneList(closed=True)
>>> held.put(Row("third-party", "GitHub", "mika"))
>>> held.only("GitHub").name, held.only("GitLab")
('mika', None)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lostphone.client.answers import spoken_names

if TYPE_CHECKING:
    from lostphone.world.identity.verifier import CodeVerifier


class Row:
    """An account on a list. `ready` is None where nobody can know; `shown` counts the codes of a counter.

    `came_back` says that a restore put it there, and that nobody has signed in to it since.

    One that is `of_work` was added like a site's; a story calls it by its address. `verifier` is the site's
    side of the secret that was scanned. A Microsoft account has none here, and no issuer: under which one an
    app lists it is its own affair.
    """

    __slots__ = (
        "appeared",
        "came_back",
        "issuer",
        "kind",
        "name",
        "of_work",
        "ready",
        "seen",
        "shown",
        "verifier",
    )

    def __init__(
        self,
        kind: str,
        issuer: str,
        name: str,
        ready: bool | None = True,
        verifier: CodeVerifier | None = None,
        shown: int | None = 0,
        came_back: bool = False,
        of_work: bool = False,
    ) -> None:
        self.kind = kind
        self.issuer = issuer
        self.name = name
        self.ready = ready
        self.verifier = verifier
        self.shown = shown
        self.came_back = came_back
        self.of_work = of_work
        #: Whether it came by itself, from another device.
        self.appeared = False
        #: Whether it has been seen on the list, beside all others of its name.
        self.seen = False

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from others."""
        return self.kind, self.issuer, self.name

    @property
    def label(self) -> str:
        """As a story calls it: its site where that is enough of a name, its address else."""
        return self.name if self.of_work else self.issuer or self.name

    def copy(self) -> Row:
        return self._with(self.ready, self.came_back)

    def with_ready(self, ready: bool | None) -> Row:
        """As it is once somebody has signed in to it, or tried to."""
        return self._with(ready, came_back=False)

    def restored(self, ready: bool | None) -> Row:
        """As it is once a restore has brought it back."""
        return self._with(ready, came_back=True)

    def _with(self, ready: bool | None, came_back: bool) -> Row:
        verifier, shown = self.verifier, self.shown
        return Row(self.kind, self.issuer, self.name, ready, verifier, shown, came_back, self.of_work)

    def __repr__(self) -> str:
        return f"Row({self.kind!r}, {self.issuer!r}, {self.name!r}, {self.ready})"


def called(row: Row, account: str) -> bool:
    """Whether somebody who says that name may mean this row."""
    return account in spoken_names(row.issuer, row.name)


class PhoneList:
    """What a phone must list. While `closed`, it can list nothing besides `rows` and what is `doubted`."""

    def __init__(self, closed: bool, restores: int = 0) -> None:
        #: How many restores it has come from since the app was installed.
        self.restores = restores
        self.rows: dict[tuple[str, str, str], Row] = {}
        #: Names that may or may not be listed, once or oftener.
        self.doubted: dict[str, None] = {}
        self.closed = closed
        #: Whether the phone was ever rooted while it had this list.
        self.rooted = False
        #: Whether rows of somebody else's may be on it, at the very same sites.
        self.strange = False
        #: The sites at which each name was ever used here.
        self._sites: dict[str, dict[str, None]] = {}

    def put(self, row: Row) -> None:
        """Add it, or put it in the place of the one of that name."""
        self.rows[row.key] = row
        self._sites.setdefault(row.name, {})[row.issuer] = None
        self._unsee(row.name)

    def confused(self, row: Row) -> bool:
        """Whether it may have been taken for another of its name, since it was last seen beside it."""
        return not row.seen and len(self._sites.get(row.name, ())) > 1

    def _unsee(self, name: str) -> None:
        for row in self.rows.values():
            row.seen = row.seen and row.name != name

    def only(self, account: str) -> Row | None:
        """The one row of that name, if it is certain which one is meant."""
        found = [row for row in self.rows.values() if called(row, account)]
        if (
            len(found) != 1
            or self.doubted
            or self.strange
            or (not self.closed and account != found[0].issuer)
        ):
            return None
        return found[0]

    def doubt(self, account: str) -> None:
        """A row of that name may be there, or not."""
        for row in [row for row in self.rows.values() if called(row, account)]:
            del self.rows[row.key]
            self.doubted[row.issuer or row.name] = None
        self.doubted[account] = None

    def lose_track(self, *accounts: str) -> None:
        """Something else may be listed from now on."""
        for account in accounts:
            self.doubt(account)
        self.closed = False

    def remove(self, account: str) -> None:
        """A row of that name is gone; which one is certain only where there was one."""
        found = [row for row in self.rows.values() if called(row, account)]
        if self.closed and not self.doubted and len(found) == 1:
            del self.rows[found[0].key]
            self._unsee(found[0].name)
        else:
            self.doubt(account)


class Backup:
    """What a place must hold. `rows` is None where that is unknown; `spoiled` says what was done to it.

    One that was spoiled `often` may be refused for any of the reasons: nobody can say for which. One that is
    `locked` stays so when it is mended: a key that was mixed up opens it for nobody, or there may be none.
    `first` are the keys of what was in it when it was switched on, and `was` how it was spoiled before it was
    mended.
    """

    def __init__(self, rows: tuple[Row, ...] | None, often: bool = False, locked: bool = False) -> None:
        self.rows = rows
        self.spoiled = ""
        self.often = often or locked
        self.locked = locked
        self.first: tuple[tuple[str, str, str], ...] = ()
        self.was = ""

    def doubted(self) -> Backup:
        """The same with contents that nobody knows; a spoiling of it may be gone, or not."""
        return Backup(None, often=self.often or bool(self.spoiled), locked=self.locked)
