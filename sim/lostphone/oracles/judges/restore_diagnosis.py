"""A restore that brought back something else than was in the backup: which promise that breaks.

>>> from lostphone.client.port import AccountRow
>>> github, contoso = Row("third-party", "GitHub", "mika"), Row("work", "", "mika@contoso.com", False)
>>> listed = [AccountRow("1", "GitHub", "mika", "third-party", True)]
>>> kept = Backup((contoso, github))
>>> kept.first = (contoso.key, github.key)
>>> promise_of([contoso, github], listed, kept)
'backup.account-kinds'
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lostphone.client.port import AccountRow
from lostphone.oracles.ledger.expected_account import Backup, Row

_COMPLETE = "backup.complete"
_READY = {"third-party": "restore.third-party-code", "personal": "restore.personal-code"}
_NAME = {"work": "restore.work-name-only", "personal": "restore.passwordless-name-only"}


def is_row(one: AccountRow, row: Row) -> bool:
    """Whether the app means that account. A Microsoft account has its issuer from the app.

    An app that has one name for an account may call it `site (login)`, as stories do.
    """
    if one.kind != row.kind:
        return False
    whole = f"{row.issuer} ({row.name})"
    if not row.issuer or one.issuer == row.issuer:
        return one.name in (row.name, whole)
    return not one.issuer and one.name == whole


def key_of(one: AccountRow) -> tuple[str, str, str]:
    """What tells it from others, as a row of the ledger has it."""
    return one.kind, one.issuer if one.kind == "third-party" else "", one.name


def full_name(one: AccountRow) -> str:
    """What it is called where it has to be told from every other."""
    return f"{one.issuer} ({one.name})" if one.kind == "third-party" and one.issuer else one.name


def ready_promise(row: Row, otherwise: str = _COMPLETE) -> str:
    """The promise by which such a row comes back ready; `otherwise` for a kind that none speaks of."""
    return "restore.third-party-work-code" if row.of_work else _READY.get(row.kind, otherwise)


def name_promise(row: Row) -> str:
    """The promise by which such a row comes back as a name."""
    return _NAME.get(row.kind, _COMPLETE)


def promise_of(
    expected: Sequence[Row],
    listed: Sequence[AccountRow],
    kept: Backup,
    removed: Sequence[str] = (),
    told: Sequence[str] = (),
    issuers: Collection[str] = (),
) -> str:
    """The id of the promise, by what is listed.

    `removed` are accounts that somebody removed from some phone, by the names that stories have for them,
    `told` labels of what the app says that it could not bring back, `issuers` the names that there are.
    """
    for row in expected:
        here = [one for one in listed if is_row(one, row)]
        if len(here) > 1:
            return "backup.restore-twice"
        if here and row.ready is not None and here[0].ready != row.ready:
            return name_promise(row) if here[0].ready else ready_promise(row)
    extra = [one for one in listed if not any(is_row(one, row) for row in expected)]
    missing = [row for row in expected if not any(is_row(one, row) for one in listed)]
    if extra and missing:
        spelled_otherwise = [row for row in missing if not (row.issuer + row.name).isascii()]
        # Whoever lists what really has that name has not spelled another's wrongly.
        wrongly = [one for one in extra if one.issuer not in issuers or _issued(one, spelled_otherwise)]
        return "name.unicode" if spelled_otherwise and wrongly else _COMPLETE
    if extra:
        # What nobody has removed was in a backup that this one has replaced.
        gone = any(name in removed for one in extra for name in one.names)
        return "backup.deleted-is-gone" if gone else "backup.one-copy"
    if missing and told and all(row.kind == "third-party" for row in missing):
        return ready_promise(missing[0])
    if not listed and kept.first:
        return _COMPLETE
    return _of_missing(missing, expected, kept) if missing else _COMPLETE


def _issued(one: AccountRow, rows: Sequence[Row]) -> bool:
    return any(one.issuer == row.issuer for row in rows)


def _of_missing(missing: Sequence[Row], expected: Sequence[Row], kept: Backup) -> str:
    if all(row.of_work for row in missing):
        return "restore.third-party-work-code"
    if all(row.key not in kept.first for row in missing):
        return "backup.latest-state"
    names = [row for row in expected if row.ready is False]
    if list(missing) == names and names != [expected[-1]]:
        # One alone that came last may be missing for having come last.
        return "backup.account-kinds"
    if list(missing) == [expected[-1]]:
        return _COMPLETE
    if all(any(row.name == other.name and other not in missing for other in expected) for row in missing):
        return "name.issuer-distinguishes"
    return _COMPLETE
