"""Real folders for guests that keep files of their own: one for each copy of the app on each phone.

A program in another language, or a finished one that was never made for a simulation, writes real files.
Such a folder shares the fate of the app's files: erasing the phone or removing the app deletes it, and
while the phone is lost or switched off it is out of reach. It is in no backup, since nothing in the
simulation knows what is in it. A world whose guests ask for none never touches the disk.
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lostphone.world.devices.device import AppInstall, Device


class OwnFolders:
    """The folders of one world. They go with `remove`, at the latest when the world is no more."""

    def __init__(self) -> None:
        self._root: Path | None = None
        self._folders: dict[str, OwnFolder] = {}
        self._made = 0
        self._at_end: weakref.finalize[..., OwnFolders] | None = None

    def of(self, device: Device, install: AppInstall) -> Path:
        """The folder of that copy of the app, made when first asked for, absolute and empty then."""
        folder = self._folders.get(device.id)
        if folder is None or folder.install is not install:
            if folder is None:
                device.watch(lambda: self._follow(device))
            self._made += 1
            folder = OwnFolder(install, self._base() / str(self._made), self._base() / f"away-{self._made}")
            self._folders[device.id] = folder
        return folder.at_hand

    def remove(self) -> None:
        """Delete every folder; the next one begins afresh."""
        if self._at_end is not None:
            self._at_end()
        self._root = None
        self._folders.clear()

    def _follow(self, device: Device) -> None:
        folder = self._folders.get(device.id)
        if folder is None:
            return
        if device.app is not folder.install:
            folder.delete()
        else:
            folder.put_in_reach(device.usable)

    def _base(self) -> Path:
        if self._root is None:
            # Resolved, for a program that compares paths: on some systems the temporary folder is a link.
            self._root = Path(tempfile.mkdtemp(prefix="lostphone-")).resolve()
            self._at_end = weakref.finalize(self, shutil.rmtree, self._root, ignore_errors=True)
        return self._root


class OwnFolder:
    """The folder of one copy of the app: at hand, away, or deleted for good."""

    def __init__(self, install: AppInstall, at_hand: Path, away: Path) -> None:
        self.install = install
        self.at_hand = at_hand
        self._away = away
        self._in_reach = True
        at_hand.mkdir()

    def put_in_reach(self, in_reach: bool) -> None:
        """Follow the phone: lost and found again, switched off and on."""
        if in_reach != self._in_reach:
            self._in_reach = in_reach
            here, there = (self._away, self.at_hand) if in_reach else (self.at_hand, self._away)
            # The guest may have done what it liked: removed the folder, or made it anew meanwhile.
            shutil.rmtree(there, ignore_errors=True)
            here.mkdir(exist_ok=True)
            here.rename(there)

    def delete(self) -> None:
        """The copy of the app is gone, and so is what it kept."""
        for path in (self.at_hand, self._away):
            shutil.rmtree(path, ignore_errors=True)
