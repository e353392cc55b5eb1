"""A client of somebody else's in this process, kept apart from the world.

It gets the same services as a program over a wire: every call is checked before it reaches the world, and
every answer before a story sees it. What it raises by mistake ends as `ClientBroke`, and so does a call that
never returns, wherever `client.alarm` can interrupt it.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar, cast

from lostphone.client.alarm import Alarm, Late
from lostphone.client.port import (
    ANSWERS,
    Client,
    ClientBroke,
    ClientInfo,
    HarnessFault,
    Hello,
    Intent,
    NotSupported,
    Result,
    Scenario,
)
from lostphone.client.protocol import host
from lostphone.client.protocol.asked import method_of
from lostphone.client.protocol.desk import Desk
from lostphone.client.protocol.redaction import Redactor
from lostphone.client.protocol.remote import RemoteServices
from lostphone.client.protocol.validation import BadMessage, check
from lostphone.client.transport.limits import Limits
from lostphone.devices.services import PlatformServices, Settings, finder_of
from lostphone.refusal import Refusal

T = TypeVar("T")
_METHODS = ("initialize", "provision", "call")
A = TypeVar("A", bound=host.HostAnswer | Settings)


class GuardedClient(Client):
    """`make` gives the client; any object with `initialize`, `provision` and `call` will do.

    Clients that are made alike share an `alarm`, which knows whether one of them did not return before.
    """

    def __init__(self, make: Callable[[], Any], alarm: Alarm | None = None) -> None:
        self._make = make
        self._alarm = alarm or Alarm(Limits())
        self._client: Any = None
        self._desk = Desk()
        self._redactor = Redactor()
        self._wrong: ClientBroke | HarnessFault | None = None
        self._doing = ""

    def initialize(self, hello: Hello) -> ClientInfo:
        """Make the client, the first time, and hear who it is."""

        def greet() -> Any:
            if self._client is None:
                self._client = _whole(self._make())
            return self._client.initialize(hello)

        return self._checked("initialize", greet, ClientInfo, self._alarm.limits.start_ms)

    def start_scenario(self, scenario: Scenario) -> None:
        """A client without such a method has nothing to forget."""
        self._desk.clear()
        self._redactor.finder = None
        self._run("scenario/start", lambda: self._optional("start_scenario", scenario))

    def provision(self, device_id: str, services: PlatformServices) -> None:
        """The client gets services that are not the real ones, and cannot tell."""
        self._desk.provision(device_id, services)
        self._redactor.finder = finder_of(services)
        remote = RemoteServices(device_id, self._host, services.data_dir)
        self._run(f"device/provision on {device_id}", lambda: self._client.provision(device_id, remote))

    def call(self, device_id: str, intent: Intent) -> Result:
        """As the port says; besides, ClientBroke and NotSupported."""
        doing = f"{method_of(type(intent))} on {device_id}"
        answer = self._checked(doing, lambda: self._client.call(device_id, intent), ANSWERS[type(intent)])
        return cast(Result, answer)

    def end_scenario(self) -> None:
        """As the port says."""
        self._run("scenario/end", lambda: self._optional("end_scenario"))

    def close(self) -> None:
        """As the port says."""
        self._run("shutdown", lambda: self._optional("close"))

    # Inside

    def _optional(self, name: str, *arguments: Any) -> None:
        method = getattr(self._client, name, None)
        if method is not None:
            method(*arguments)

    def _checked(self, doing: str, act: Callable[[], Any], wanted: type[T], limit_ms: int | None = None) -> T:
        answer = self._run(doing, act, limit_ms)
        try:
            return check(answer, wanted)
        except BadMessage as bad:
            what = f"answered with {type(answer).__name__}: {bad.what}"
            raise ClientBroke("breach", f"{doing}: the client {what}") from None

    def _run(self, doing: str, act: Callable[[], T], limit_ms: int | None = None) -> T:
        self._wrong, self._doing = None, doing
        try:
            answer = self._alarm.ring(limit_ms or self._alarm.limits.call_ms, act)
        except Late as late:
            what = f"{doing}: the client did not return from {late.doing}"
            raise ClientBroke("hang", what, self._redactor.text(late.where)) from None
        except (Refusal, NotSupported, ClientBroke):
            # A client may tell that what it drives has broken.
            self._raise_what_was_wrong()
            raise
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            self._raise_what_was_wrong()
            self._crashed(doing, error)
        self._raise_what_was_wrong()
        return answer

    def _host(self, call: host.HostCall[A]) -> A:
        """What the client's services ask. A wrong that it swallows is remembered all the same."""
        try:
            return cast(A, self._desk.answer(check(call, type(call))))
        except BadMessage as bad:
            self._wrong = ClientBroke(
                "breach", f"{self._doing}: the client called {call.method} and {bad.what}"
            )
        except HarnessFault as fault:
            self._wrong = fault
        raise self._wrong

    def _raise_what_was_wrong(self) -> None:
        if self._wrong is not None:
            raise self._wrong

    def _crashed(self, doing: str, error: BaseException) -> NoReturn:
        said = self._redactor.text("".join(traceback.format_exception_only(error)).strip())
        raise ClientBroke("crash", f"{doing}: the client raised {said} ({place_of(error)})") from None


def _whole(client: Any) -> Any:
    """The client, if it can be asked at all; ClientBroke names what it lacks."""
    lacking = [name for name in _METHODS if not callable(getattr(client, name, None))]
    if lacking:
        raise ClientBroke(
            "breach", f"initialize: the client ({type(client).__name__}) has no method {' or '.join(lacking)}"
        )
    return client


def place_of(error: BaseException) -> str:
    """File and line at which an exception was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "nowhere"
