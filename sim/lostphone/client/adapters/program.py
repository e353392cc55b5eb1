"""What an adapter has to know of a program: how to list, add, show and remove, and what its file is.

One object speaks to one copy of the program on one phone. Whatever it raises for the program is a `Refusal`
(the program said no), or `ClientBroke` (it hung, crashed or flooded).
"""

from __future__ import annotations

import hashlib
import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path
from shutil import which
from typing import ClassVar, NamedTuple

from lostphone.client.adapters.faketime import missing_faketime
from lostphone.client.adapters.program_run import Ended, run
from lostphone.client.transport.limits import Limits
from lostphone.formats.otpauth import OtpAuth
from lostphone.refusal import Refusal
from lostphone.world.devices.services import PlatformServices

#: A message carries no more of a program's own words than this.
_MOST_WORDS = 160


class Held(NamedTuple):
    """One account as the program lists it; `id` is what the program calls it."""

    id: str
    issuer: str
    name: str


class Packed(NamedTuple):
    """A program's file, and how many accounts are in it."""

    blob: bytes
    accounts: int

    def __repr__(self) -> str:
        return f"Packed({len(self.blob)} bytes, {self.accounts} accounts)"


class Program(ABC):
    """A real program on one phone. `folder` is its home, and goes where the phone goes."""

    #: What is typed in a shell, and how it gets there.
    command: ClassVar[str]
    install: ClassVar[str]
    homepage: ClassVar[str]
    language: ClassVar[str]
    #: The file in its home that holds the accounts, and what is copied to a cloud is called there.
    own_file: ClassVar[str]
    file_name: ClassVar[str]
    #: Whether that file needs a password, which the person has to know wherever they restore it.
    locked: ClassVar[bool]

    def __init__(self, host: PlatformServices, folder: Path, limits: Limits | None = None) -> None:
        self.host = host
        self.folder = folder
        self._limits = limits
        self._listed: tuple[bytes, list[Held]] | None = None

    # Whether it is here

    @classmethod
    def path(cls) -> str | None:
        """Where the program is on this machine."""
        return which(cls.command)

    @classmethod
    def missing(cls) -> str:
        """A sentence that says what to install, or "" when the program can be played with."""
        if cls.path() is None:
            return f"there is no '{cls.command}' here: {cls.install}"
        return missing_faketime()

    @classmethod
    @abstractmethod
    def version(cls) -> str:
        """The version it says it has."""

    # What a person does with it

    def held(self) -> list[Held]:
        """The accounts, in the order in which it lists them; [] before it has a file.

        It is asked again whenever its file has changed: the same bytes hold the same accounts.
        """
        own = self.folder / self.own_file
        if not own.exists():
            return []
        digest = hashlib.sha256(own.read_bytes()).digest()
        if self._listed is None or self._listed[0] != digest:
            # Listing may write too: the first time, or to bring an old file up to date.
            listed = self.listed_now()
            self._listed = hashlib.sha256(own.read_bytes()).digest(), listed
        return list(self._listed[1])

    @abstractmethod
    def listed_now(self) -> list[Held]:
        """What the program lists, asked now."""

    @abstractmethod
    def add(self, link: OtpAuth, uri: str) -> str:
        """Add what the link says, in the place of an account of that name, and give the new id."""

    @abstractmethod
    def code(self, account: str) -> str:
        """The code that it shows."""

    @abstractmethod
    def remove(self, account: str) -> None:
        """Delete an account for good."""

    # Its file, as a backup

    @abstractmethod
    def pack(self, password: str | None) -> Packed | None:
        """The file to be copied to a cloud; None when the program writes none.

        A locked file opens with `password` from now on, if one is given.
        """

    @abstractmethod
    def take_in(self, blob: bytes, password: str) -> list[str]:
        """Restore from such a file. The names in it that the program does not list afterwards."""

    @abstractmethod
    def is_newer(self, blob: bytes) -> bool:
        """Whether the program says that a newer one has written that file."""

    # For those who derive

    def run(self, *words: str, typed: bytes = b"", environment: Mapping[str, str] | None = None) -> Ended:
        """Run the program at the phone's time; what it complains of goes to the phone's log."""
        path = self.path()
        assert path is not None
        at_ms, time_zone = self.host.now_ms(), self.host.settings().time_zone
        ended = run((path, *words), self.folder, at_ms, time_zone, typed, environment, self._limits)
        if not ended.ok:
            self.host.log(f"{self.command} {words[0]}: exit code {ended.exit_code}: {self.words_of(ended)}")
        return ended

    def words_of(self, ended: Ended) -> str:
        """The last thing that the program said, as one line of moderate length."""
        lines = [line.strip() for line in f"{ended.out}\n{ended.err}".splitlines() if line.strip()]
        return re.sub(r"\s+", " ", lines[-1])[:_MOST_WORDS] if lines else "nothing"

    def refused(self, code: str, ended: Ended) -> Refusal:
        """A refusal in the program's own words."""
        return Refusal(code, f"{self.command} says: {self.words_of(ended)}")
