"""Hostile Python classes; tests name them as `py:`. Each is our own client, and does one thing besides."""

from __future__ import annotations

import contextlib
import threading
from typing import Any, ClassVar

from lostphone.client.port import (
    AddAccount,
    BackupStatus,
    Client,
    ClientBroke,
    ClientInfo,
    Done,
    Hello,
    Intent,
    OpenApp,
    RestoreBackup,
    Restored,
    Result,
    Scenario,
    Wake,
)
from lostphone.client.reference import ReferenceClient
from lostphone.refusal import Refusal
from lostphone.world.devices.services import PlatformServices


class Keeping(ReferenceClient):
    """Keeps the services of every phone."""

    def __init__(self) -> None:
        super().__init__()
        self.phones: dict[str, PlatformServices] = {}

    def provision(self, device_id: str, services: PlatformServices) -> None:
        self.phones[device_id] = services
        super().provision(device_id, services)

    def others(self, device_id: str) -> list[PlatformServices]:
        return [services for name, services in self.phones.items() if name != device_id]


class ReadsTheLostPhone(Keeping):
    """Restores from what the keychain and the files of every other phone hold: no backup is needed."""

    def call(self, device_id: str, intent: Intent) -> Result:
        if isinstance(intent, OpenApp | RestoreBackup):
            own = self.phones[device_id]
            for other in self.others(device_id):
                for key in other.keychain_list():
                    own.keychain_put(key, other.keychain_get(key) or b"", "this-device-only")
                for name in other.storage_list():
                    own.storage_put(name, other.storage_get(name) or b"")
            if isinstance(intent, RestoreBackup):
                return Restored(1, 0)
        return super().call(device_id, intent)


class ReadsTheFolderOfTheLostPhone(Keeping):
    """The same by the folder of the other phone."""

    def call(self, device_id: str, intent: Intent) -> Result:
        for other in self.others(device_id):
            other.data_dir()
        return super().call(device_id, intent)


class Swallows(ReadsTheLostPhone):
    """The same, and no exception of ours is let through."""

    def call(self, device_id: str, intent: Intent) -> Result:
        try:
            return super().call(device_id, intent)
        except (ClientBroke, Refusal):
            return Restored(1, 0)


class FromAThread(Keeping):
    """Lets a thread ask the host, and waits for it."""

    def call(self, device_id: str, intent: Intent) -> Result:
        def ask() -> None:
            with contextlib.suppress(BaseException):
                self.phones[device_id].now_ms()

        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()
        return super().call(device_id, intent)


class BetweenQuestions(Keeping):
    """Lets a thread ask the host once its own question has been answered."""

    asked: ClassVar[threading.Event] = threading.Event()

    def call(self, device_id: str, intent: Intent) -> Result:
        answered = threading.Event()
        type(self).asked = threading.Event()

        def ask(done: threading.Event) -> None:
            answered.wait()
            with contextlib.suppress(BaseException):
                self.phones[device_id].now_ms()
            done.set()

        threading.Thread(target=ask, args=(type(self).asked,), daemon=True).start()
        try:
            return super().call(device_id, intent)
        finally:
            self.answered = answered


class EarlierStory(Keeping):
    """Uses the services of the story before, of whatever object played that."""

    before: ClassVar[list[PlatformServices]] = []

    def call(self, device_id: str, intent: Intent) -> Result:
        for services in self.before:
            with contextlib.suppress(BaseException):
                services.storage_put("left", b"behind")
        return super().call(device_id, intent)

    def end_scenario(self) -> None:
        type(self).before = [*self.phones.values()]
        super().end_scenario()


class Least(Client):
    """Has an app that does next to nothing. `ask` is what it does at every question."""

    def initialize(self, hello: Hello) -> ClientInfo:
        return ClientInfo("least", "1", capabilities=("accounts", "codes"))

    def start_scenario(self, scenario: Scenario) -> None:
        self.phones: dict[str, PlatformServices] = {}

    def provision(self, device_id: str, services: PlatformServices) -> None:
        self.phones[device_id] = services

    def call(self, device_id: str, intent: Intent) -> Result:
        self.ask(self.phones[device_id], intent)
        if isinstance(intent, AddAccount | BackupStatus):
            raise Refusal("unavailable", "not here")
        return Done()

    def ask(self, phone: PlatformServices, intent: Intent) -> None:
        return


class Restless(Least):
    """Asks to be woken every 30 seconds, and looks at the clock."""

    wakes: ClassVar[int] = 0

    def ask(self, phone: PlatformServices, intent: Intent) -> None:
        type(self).wakes += isinstance(intent, Wake)
        phone.timer(30_000, "again")
        phone.now_ms()


class Busy(Least):
    """Asks to be woken every 30 seconds, and writes a file each time."""

    def ask(self, phone: PlatformServices, intent: Intent) -> None:
        phone.timer(30_000, "again")
        phone.storage_put("seen", b"")


class Doubling(Least):
    """Asks for two timers at each ringing, for the same moment."""

    wakes: ClassVar[int] = 0

    def ask(self, phone: PlatformServices, intent: Intent) -> None:
        type(self).wakes += isinstance(intent, Wake)
        if isinstance(intent, OpenApp | Wake):
            phone.timer(60_000, "again")
            phone.timer(60_000, "again")


class Talkative(Least):
    """Logs 150 MB at each question."""

    def ask(self, phone: PlatformServices, intent: Intent) -> None:
        phone.log("x" * 150_000_000)


class TalkativeInPieces(Least):
    """The same, in pieces, and takes no notice of exceptions."""

    def ask(self, phone: PlatformServices, intent: Intent) -> None:
        for _ in range(300):
            with contextlib.suppress(BaseException):
                phone.log("x" * 500_000)


class Calling(Least):
    """Never stops to ask what time it is."""

    def ask(self, phone: PlatformServices, intent: Intent) -> None:
        while True:
            phone.now_ms()


class LoneSurrogate(Least):
    """Names a file with half a character."""

    def ask(self, phone: PlatformServices, intent: Intent) -> None:
        phone.storage_put("\ud83d", b"")


class LoudlyFailing(Least):
    """Raises an exception of many lines that act on a terminal."""

    def ask(self, phone: PlatformServices, intent: Intent) -> None:
        raise ValueError("\x1b[2J\n::error::gone\n" + "x" * 1_000_000)


class Refusing(Least):
    """Refuses what nobody may refuse."""

    at: ClassVar[str] = ""

    def _refuse(self, at: str) -> None:
        if self.at == at:
            raise Refusal("unavailable", "not\nnow")

    def initialize(self, hello: Hello) -> ClientInfo:
        self._refuse("initialize")
        return super().initialize(hello)

    def start_scenario(self, scenario: Scenario) -> None:
        self._refuse("scenario/start")
        super().start_scenario(scenario)

    def end_scenario(self) -> None:
        self._refuse("scenario/end")

    def close(self) -> Any:
        self._refuse("shutdown")
