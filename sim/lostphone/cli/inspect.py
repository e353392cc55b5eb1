"""`lostphone inspect`: talk to a client by hand, and see every message both ways."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator


def inspect(*, client: str, seed: int = 0) -> int:
    """Talk to a client by hand, and see every message both ways, all secrets covered.

    Parameters
    ----------
    client
        cmd:PROGRAM, py:MODULE:CLASS, tcp:HOST:PORT, reference, null, mutant:NAME or
        adapter:NAME.
    seed
        The seed of the world.
    """
    from lostphone.cli.console import out
    from lostphone.cli.usage import UsageError
    from lostphone.client.resolve import BadClient, resolve
    from lostphone.client.sources import client_source
    from lostphone.client.transport.child import NotStarted
    from lostphone.conformance.inspection import Inspection, shown
    from lostphone.conformance.serving import as_program

    console = out()

    def say(text: str) -> None:
        console.print(text, markup=False, soft_wrap=True, style=_STYLES.get(text[:1], ""))

    try:
        client_source(client).close()
        source = resolve(as_program(client), listener=lambda line: say(shown(line)))
    except BadClient as error:
        raise UsageError(f"--client: {error}") from None
    with source:
        sitting = Inspection(source, say, seed)
        try:
            text = ""
            for text in _typed(say):
                if not sitting.line(text):
                    break
            if not text:
                sitting.meet()
        except NotStarted as error:
            raise UsageError(f"--client: {error}") from None
        finally:
            sitting.close()
    return 1 if sitting.broke else 0


_STYLES = {"→": "cyan", "←": "green"}


def _typed(say: Callable[[str], None]) -> Iterator[str]:
    """Lines from the person at the keyboard; or from a pipe, and then shown, secrets covered."""
    if not sys.stdin.isatty():
        from lostphone.client.protocol.redaction import Redactor

        covered = Redactor().text
        for text in sys.stdin:
            if text.strip():
                say(f"lostphone> {covered(text.strip())}")
            yield text
        return
    # Lines that can be edited and called back, where the platform has that.
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401
    from lostphone.conformance.inspection import HELP

    sys.stdout.write(f"{HELP}\n")
    while True:
        try:
            yield input("lostphone> ")
        except EOFError:
            sys.stdout.write("\n")
            return
