"""`lostphone --install-completion`: commands and options after Tab, in bash, zsh, fish and PowerShell."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter
from cyclopts.completion.detect import ShellDetectionError, detect_shell

from lostphone import cli
from lostphone.cli.usage import UsageError

Shell = Literal["bash", "zsh", "fish", "powershell"]


def install_completion(
    *,
    shell: Annotated[Shell | None, Parameter(help="The shell; found by itself if omitted.")] = None,
    output: Annotated[
        Path | None, Parameter(help="Write the script here, and change no start-up file.")
    ] = None,
) -> int:
    """Write the completion script for one shell, and have the shell load it when it starts.

    With `--output` only that file is written. Writing it again after an upgrade renews it.
    """
    try:
        wanted = shell or detect_shell()
    except ShellDetectionError:
        raise UsageError("your shell was not recognised: name it with --shell bash, zsh or fish") from None
    try:
        written = cli.app().install_completion(shell=wanted, output=output, add_to_startup=output is None)
    except OSError as error:
        raise UsageError(f"the completion script cannot be written: {error.strerror}") from None
    sys.stdout.write(f"completion for {wanted} written to {written}\n")
    if output is None:
        sys.stdout.write("open a new terminal to use it\n")
    return cli.FINE
