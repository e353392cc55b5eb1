"""The command line: one file for each command of `lostphone`.

Commands are named by import path and imported when called, so that `lostphone --help` costs little.
Exit codes: 0 all is well, 1 something was found, 2 the command was mistaken (and so is one whose output has
no room where it was sent), 3 Lostphone is at fault. Ctrl-C, SIGTERM, by which a cancelled CI job ends, and
SIGHUP, by which a closed terminal does, let clients be ended first.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from cyclopts import App, UnusedCliTokensError

FINE, FINDINGS, USAGE, OURS, INTERRUPTED, PIPE_CLOSED, TERMINATED = 0, 1, 2, 3, 130, 141, 143
#: The file or disk that was named for the output has no room, or is broken: another has to be named.
_UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
_HELP = "Lose the phone here, before somebody loses it for real."
COMMANDS = {
    "run": "Play scenarios and say which promises hold.",
    "tell": "Play one scenario and tell it as a timeline, with the phones' screens.",
    "whatif": "Say of each account whether it comes back if the phone is lost.",
    "replay": "Play a saved story again and say whether it went the same way.",
    "rules": "Print the rule catalogue with the scenarios that illustrate each rule.",
    "steps": "Print the sentences that stories are made of, and what may stand in their placeholders.",
    "conformance": "Play the stories on a client of yours, and say which promises it keeps.",
    "new-client": "Write a small client that works, to be replaced by your own.",
    "inspect": "Talk to a client by hand, and see every message both ways.",
    "mutants": "Test the stories: play them on clients with one planted fault each.",
    "site": "Write an illustrated site of the stories, which opens without a server.",
    "explore": "Play random histories on a client, and tell the shortest story that breaks it.",
    "lint": "Find what is wrong with feature files, without playing them.",
}


class Terminated(KeyboardInterrupt):
    """SIGTERM has come, or SIGHUP, for the terminal was closed; the same is cleaned up as after Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; nothing a user mistypes shows a traceback."""
    if arguments is None:
        from lostphone.cli.streams import stand_in_for_closed

        stand_in_for_closed()
    from lostphone.cli.standard_output import prepare

    prepare()
    if arguments is None:
        # The process is ours.
        signal.signal(signal.SIGTERM, _terminate)
        # nohup has it ignored, and so it stays.
        if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) == signal.SIG_DFL:
            signal.signal(signal.SIGHUP, _terminate)
    code = _code_of(sys.argv[1:] if arguments is None else arguments)
    if arguments is None:
        # All is said: Ctrl-C pressed again while the interpreter ends does not change how it ended.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    return code


def _code_of(arguments: Sequence[str]) -> int:
    from lostphone.cli.standard_output import give_up

    try:
        code = _run(arguments)
        sys.stdout.flush()
        return code
    except Terminated:
        _say("terminated")
        return TERMINATED
    except KeyboardInterrupt:
        _say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        give_up()
        return PIPE_CLOSED
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            return _our_fault(error)
        give_up()
        _say(f"the output cannot be written: {error.strerror}")
        return USAGE
    except Exception as error:
        return _our_fault(error)


def _terminate(_number: int, _frame: object) -> NoReturn:
    raise Terminated


def _our_fault(error: Exception) -> int:
    if os.environ.get("LOSTPHONE_DEBUG"):
        raise error
    _say(f"a fault of Lostphone's own: {type(error).__name__}: {error}")
    _say("LOSTPHONE_DEBUG=1 shows the traceback")
    return OURS


def app() -> App:
    """The commands, not yet imported."""
    from cyclopts import App

    from lostphone import __version__

    made = App(
        name="lostphone",
        help=_HELP,
        # Markdown would cost every --help the import of a parser.
        help_format="plaintext",
        version=f"lostphone {__version__}",
        result_action="return_value",
        suppress_keyboard_interrupt=False,
    )
    for name, summary in COMMANDS.items():
        module = name.replace("-", "_")
        made.command(f"lostphone.cli.{module}:{module}", name=name, help=summary)
    made.command(
        "lostphone.cli.completion:install_completion",
        name="--install-completion",
        help="Install completion for your shell: commands and options after Tab.",
    )
    return made


def _run(arguments: Sequence[str]) -> int:
    from cyclopts import CycloptsError

    from lostphone.cli.usage import UsageError

    try:
        code = app()(list(arguments), exit_on_error=False, print_error=False)
    except CycloptsError as error:
        _say(_in_japanese(error) if _language(arguments) == "ja" else _plain(error))
        return USAGE
    except UsageError as error:
        _say(error.text(_language(arguments)))
        return USAGE
    return code if isinstance(code, int) else FINE


def _language(arguments: Sequence[str]) -> str:
    """What was typed after --lang: messages are in Japanese or in English."""
    japanese = "--lang=ja" in arguments or ("--lang", "ja") in pairwise(arguments)
    return "ja" if japanese else "en"


def _in_japanese(error: Exception) -> str:
    """What is wrong with the arguments; the words of cyclopts are English."""
    from cyclopts import (
        CoercionError,
        MissingArgumentError,
        RepeatArgumentError,
        UnknownOptionError,
        UnusedCliTokensError,
    )

    from lostphone.base.foreign_text import listed
    from lostphone.cli.words import say

    words = ""
    if isinstance(error, UnusedCliTokensError):
        kind, words = "unused", listed(error.unused_tokens or [])
    elif isinstance(error, RepeatArgumentError):
        kind, words = "repeated", str(error.token.keyword or error.token.value)
    elif isinstance(error, UnknownOptionError):
        kind, words = "option", str(error.token.keyword or error.token.value)
    elif isinstance(error, MissingArgumentError | CoercionError):
        kind = "missing" if isinstance(error, MissingArgumentError) else "value"
        words = error.argument.name if error.argument is not None else ""
    else:
        kind, words = "other", type(error).__name__
    return say("ja", f"arguments.{kind}", words=words)


def _plain(error: Exception) -> str:
    from cyclopts import UnusedCliTokensError

    text = " ".join(str(error).split())
    if isinstance(error, UnusedCliTokensError):
        text = _not_understood(error)
    return f"{text} (lostphone --help shows what there is)"


def _not_understood(error: UnusedCliTokensError) -> str:
    """Words that no parameter takes. `--resume` looks as if it took a folder."""
    from lostphone.base.foreign_text import listed

    words = error.unused_tokens or []
    text = listed(f"'{word}'" for word in words)
    text += " was not understood" if len(words) == 1 else " were not understood"
    resumed = "explore" in (error.command_chain or ()) and "--resume" in (error.root_input_tokens or ())
    return text + (": the folder is given with --out DIR" if resumed else "")


def _say(text: str) -> None:
    from lostphone.base.foreign_text import paragraph

    print(f"lostphone: {paragraph(text)}", file=sys.stderr)  # noqa: T201 - without rich, which is heavy


def script() -> NoReturn:
    """For `python -m lostphone.cli`."""
    sys.exit(main())
