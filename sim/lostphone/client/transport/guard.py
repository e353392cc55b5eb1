"""What ends a client's processes when this one can no longer do it: killed, say, or out of memory.

A small shell waits at a pipe that only this process holds open. When the pipe ends with nothing said, it
ends the group it was given. So it works on Linux and macOS, and reaches what the client itself has started.
"""

from __future__ import annotations

import subprocess

_SHELL = "/bin/sh"
_WATCH = 'read -r _ || kill -s KILL -- "-$1"'


class Guard:
    """Guards the process group `group` until it is dismissed."""

    def __init__(self, group: int) -> None:
        # A session of its own: what is typed at the terminal ends us first, and kindly.
        self._popen = subprocess.Popen(
            [_SHELL, "-c", _WATCH, "sh", str(group)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            start_new_session=True,
        )

    def dismiss(self) -> None:
        """The group is looked after; before its number can be somebody else's."""
        self._popen.kill()
        self._popen.wait()
        self.let_go()

    def let_go(self) -> None:
        """Close this process's end of the pipe, as a fork does that has no duty here."""
        assert self._popen.stdin is not None
        self._popen.stdin.close()
