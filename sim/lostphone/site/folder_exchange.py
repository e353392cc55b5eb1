"""Two folders change places in one step, where the system can do that.

Linux can (renameat2 with RENAME_EXCHANGE, since 3.15, on the usual file systems); Python has no function for
it, so the C library is asked. A library for one system call would be a dependency for fifteen lines.
Elsewhere the caller renames twice, and a run that is killed in between is mended by the next one.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
#: The kernel or the file system does not know how.
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders of one file system at once; False if that cannot be done here. OSError."""
    if sys.platform != "linux":
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    paths = os.fsencode(one), os.fsencode(other)
    if rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], ctypes.c_uint(_RENAME_EXCHANGE)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))
