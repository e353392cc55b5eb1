"""A client of somebody else's in this process, kept apart from the world.

It gets the same services as a program over a wire: every call is checked before it reaches the world, and
every answer before a story sees it. What it raises by mistake ends as `ClientBroke`, and so does a call that
never returns, wherever `client.alarm` can interrupt it.
"""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn, TypeVar, cast

from lostphone.base.foreign_text import one_line
from lostphone.client.alarm import Alarm, Late
from lostphone.client.foreign_output import shown_on_stderr
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
    Wake,
)
from lostphone.client.protocol import host
from lostphone.client.protocol.host_calls import HostCalls
from lostphone.client.protocol.methods import method_of
from lostphone.client.protocol.redaction import Redactor
from lostphone.client.protocol.remote import RemoteServices
from lostphone.client.protocol.validation import BadMessage, check, size_of
from lostphone.client.transport.limits import Limits
from lostphone.client.transport.real_time import now_ms
from lostphone.client.transport.trouble import Trouble
from lostphone.client.turn import Turn
from lostphone.refusal import Refusal
from lostphone.world.devices.services import PlatformServices, Settings, finder_of

T = TypeVar("T")
_METHODS = ("initialize", "provision", "call")
A = TypeVar("A", bound=host.HostAnswer | Settings)


class GuardedClient(Client):
    """`make` gives the client; any object with `initialize`, `provision` and `call` will do.

    Clients that are made alike share an `alarm`, which knows whether one of them did not return before, and a
    `turn`.
    """

    def __init__(self, make: Callable[[], Any], alarm: Alarm | None = None, turn: Turn | None = None) -> None:
        self._make = make
        self._alarm = alarm or Alarm(Limits())
        self._turn = turn or Turn()
        self._client: Any = None
        self._desk = HostCalls(self._alarm.limits)
        self._redactor = Redactor()
        self._story = object()
        self._doing = ""

    def initialize(self, hello: Hello) -> ClientInfo:
        """Make the client, the first time, and hear who it is."""

        def greet() -> Any:
            if self._client is None:
                self._client = _whole(self._make())
            return self._client.initialize(hello)

        with self._unrefused("initialize"):
            return self._checked("initialize", greet, ClientInfo, self._alarm.limits.start_ms)

    def start_scenario(self, scenario: Scenario) -> None:
        """A client without such a method has nothing to forget."""
        self._desk.clear()
        self._redactor.finder = None
        self._story = object()
        with self._unrefused("scenario/start"):
            self._run("scenario/start", lambda: self._optional("start_scenario", scenario))

    def provision(self, device_id: str, services: PlatformServices) -> None:
        """The client gets services that are not the real ones, and cannot tell."""
        self._desk.provision(device_id, services)
        self._redactor.finder = finder_of(services)
        story = self._story
        remote = RemoteServices(
            device_id,
            lambda call: self._host(call, story),
            lambda: self._folder(services, device_id, story),
        )
        doing = f"device/provision on {device_id}"
        with self._desk.asking(device_id):
            self._run(doing, lambda: self._client.provision(device_id, remote))

    def call(self, device_id: str, intent: Intent) -> Result:
        """As the port says; besides, ClientBroke and NotSupported."""
        doing = f"{method_of(type(intent))} on {device_id}"
        with self._desk.asking(device_id, wakes=isinstance(intent, Wake)):
            answer = self._checked(doing, lambda: self._client.call(device_id, intent), ANSWERS[type(intent)])
        return cast(Result, answer)

    def end_scenario(self) -> None:
        """As the port says."""
        with self._unrefused("scenario/end"):
            self._run("scenario/end", lambda: self._optional("end_scenario"))

    def close(self) -> None:
        """As the port says."""
        with self._unrefused("shutdown"):
            self._run("shutdown", lambda: self._optional("close"))

    # Inside

    @contextlib.contextmanager
    def _unrefused(self, doing: str) -> Iterator[None]:
        """What begins and ends runs and stories cannot be refused."""
        try:
            yield
        except (Refusal, NotSupported) as no:
            said = self._redactor.said(str(no))
            what = f"the client refused, and nobody may refuse that: {said}"
            raise ClientBroke("breach", f"{doing}: {what}") from None

    def _optional(self, name: str, *arguments: Any) -> None:
        method = getattr(self._client, name, None)
        if method is not None:
            method(*arguments)

    def _checked(self, doing: str, act: Callable[[], Any], wanted: type[T], limit_ms: int | None = None) -> T:
        answer = self._run(doing, act, limit_ms)
        try:
            checked = check(answer, wanted)
            self._weigh(checked)
            return checked
        except Trouble as trouble:
            raise self._broke(trouble) from None
        except BadMessage as bad:
            what = f"answered with {type(answer).__name__}: {self._redactor.said(bad.what)}"
            raise ClientBroke("breach", f"{doing}: the client {what}") from None

    def _run(self, doing: str, act: Callable[[], T], limit_ms: int | None = None) -> T:
        # What it did since it was last asked.
        self._raise_what_was_wrong()
        self._doing = doing
        began_ms = now_ms()
        self._turn.begin(self._story)
        try:
            with shown_on_stderr():
                answer = self._alarm.ring(limit_ms or self._alarm.limits.call_ms, act)
        except Late as late:
            self._turn.take_wrong()
            what = f"{doing}: the client did not return from {late.doing}"
            raise ClientBroke("hang", what, self._redactor.text(late.where)) from None
        except Refusal as no:
            self._raise_what_was_wrong()
            if one_line(no.message) == no.message:
                raise
            # What has to be cut is covered before, lest half a secret stays.
            raise Refusal(no.code, self._redactor.said(no.message)) from None
        except (NotSupported, ClientBroke):
            # A client may tell that what it drives has broken.
            self._raise_what_was_wrong()
            raise
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            self._raise_what_was_wrong()
            self._crashed(doing, error)
        finally:
            self._turn.end()
        self._raise_what_was_wrong()
        try:
            self._desk.budget.took(now_ms() - began_ms)
        except Trouble as trouble:
            raise self._broke(trouble) from None
        return answer

    def _host(self, call: host.HostCall[A], story: object) -> A:
        """What the client's services ask. A wrong that it swallows is remembered all the same."""
        try:
            checked = check(call, type(call))
            self._desk.provisioned(checked)
            self._turn.check(call.method, call.device, story)
            return cast(A, self._desk.answer(checked, self._weigh(checked)))
        except BadMessage as bad:
            wrong = f"{self._doing}: the client called {call.method} and {self._redactor.said(bad.what)}"
            self._turn.wrong = ClientBroke("breach", wrong)
        except Trouble as trouble:
            self._turn.wrong = self._broke(trouble)
        except HarnessFault as fault:
            self._turn.wrong = fault
        raise self._turn.wrong

    def _folder(self, services: PlatformServices, device_id: str, story: object) -> Path | None:
        """The app's own folder, for the same clients and at the same times as every other service."""
        self._host(host.Now(device_id), story)
        return services.data_dir()

    def _weigh(self, message: Any) -> int:
        """How many bytes the message has; Trouble if that is too many for one, or with all before it."""
        size_bytes, most = size_of(message), self._alarm.limits.line_bytes
        if size_bytes > most:
            raise Trouble("flood", f"passed a message of more than {most} bytes")
        return size_bytes

    def _broke(self, trouble: Trouble) -> ClientBroke:
        return ClientBroke(trouble.kind, f"{self._doing}: the client {trouble.what}", limit=trouble.limit)

    def _raise_what_was_wrong(self) -> None:
        wrong = self._turn.take_wrong()
        if wrong is not None:
            raise wrong

    def _crashed(self, doing: str, error: BaseException) -> NoReturn:
        said = self._redactor.said(_said_by(error))
        raise ClientBroke("crash", f"{doing}: the client raised {said} ({place_of(error)})") from None


def _whole(client: Any) -> Any:
    """The client, if it can be asked at all; ClientBroke names what it lacks."""
    lacking = [name for name in _METHODS if not callable(getattr(client, name, None))]
    if lacking:
        raise ClientBroke(
            "breach", f"initialize: the client ({type(client).__name__}) has no method {' or '.join(lacking)}"
        )
    return client


def _said_by(error: BaseException) -> str:
    """What an exception says of itself, even where its own words fail."""
    try:
        return "".join(traceback.format_exception_only(error)).strip()
    except Exception:
        return type(error).__name__


def place_of(error: BaseException) -> str:
    """File and line at which an exception was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "nowhere"
