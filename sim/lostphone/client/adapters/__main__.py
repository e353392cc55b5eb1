"""Tells which real programs can be played with here, and how to get the others.

python -m lostphone.client.adapters            a line for each
python -m lostphone.client.adapters keepassxc  only where its list of expected failures is, for --expected
"""

from __future__ import annotations

import sys

from lostphone.client.adapters import ADAPTERS, NoAdapter, adapter_named


def main(names: list[str]) -> int:
    """The exit code: 0, or 2 for a name that is none."""
    if names:
        try:
            lines = [str(adapter_named(name).expected) for name in names]
        except NoAdapter as unknown:
            print(f"lostphone.client.adapters: {unknown}", file=sys.stderr)  # noqa: T201
            return 2
    else:
        lines = [_state(name) for name in ADAPTERS]
    print("\n".join(lines))  # noqa: T201
    return 0


def _state(name: str) -> str:
    adapter = ADAPTERS[name]
    program = adapter.program()
    lacking = program.missing()
    if lacking:
        return f"adapter:{name}: {lacking}"
    version = program.version()
    listed = (
        "" if version == adapter.version else f", and the list of expected failures is of {adapter.version}"
    )
    return f"adapter:{name}: {program.command} {version} is here{listed}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
