"""Which promises a client is not held to, from what a person asks for with `--require`."""

from __future__ import annotations


def waived_by(require: str) -> frozenset[str]:
    """The promises that those sets do not ask for; UsageError for sets that there are not."""
    from lostphone.cli.usage import UsageError
    from lostphone.explore.sweep import waived_by as waived
    from lostphone.requirements import UnknownSet

    try:
        return waived(require)
    except UnknownSet as error:
        raise UsageError(f"--require: {error}") from None
