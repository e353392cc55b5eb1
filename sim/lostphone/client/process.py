"""A client that runs elsewhere: a program over pipes, or one that listens on this machine.

One program serves any number of scenarios. Whatever it does wrong ends as `ClientBroke`, whose kind and
message say what; from then on it is dead, and the next scenario's `initialize` starts another. What is
Lostphone's own fault ends as `HarnessFault`. Nothing else leaves here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn, Protocol, TypeVar, cast

import msgspec

from lostphone.client.conversation import Conversation, WireLine, WireListener
from lostphone.client.port import (
    Client,
    ClientBroke,
    ClientInfo,
    Hello,
    Intent,
    NotSupported,
    Result,
    Scenario,
    Wake,
)
from lostphone.client.protocol import methods
from lostphone.client.protocol.host_calls import HostCalls
from lostphone.client.protocol.redaction import Redactor
from lostphone.client.transport.limits import Limits
from lostphone.client.transport.trouble import Trouble
from lostphone.client.transport.wire import Wire
from lostphone.refusal import Refusal
from lostphone.world.devices.services import PlatformServices, finder_of

R = TypeVar("R", bound=msgspec.Struct)

#: How much of a client's log goes into the message of its end.
_LAST_LINES = 12


class ClientLink(Protocol):
    """A running client and the wire to it: `transport.Child`, `transport.Connection`."""

    wire: Wire

    def how_it_ended(self) -> str: ...

    def stop(self) -> str: ...

    def kill(self) -> None: ...


class ProcessClient(Client):
    """`connect` starts the client or connects to it. `shares_disk`: it sees the same files as we do.

    `listener` hears every line both ways and of the log, with all secrets covered.
    """

    def __init__(
        self,
        connect: Callable[[Limits], ClientLink],
        limits: Limits | None = None,
        listener: WireListener | None = None,
        shares_disk: bool = True,
    ) -> None:
        self.limits = limits or Limits()
        #: What was wrong with the way in which the last program ended, or "".
        self.bad_end = ""
        self._connect = connect
        self._redactor = Redactor()
        self._listener = listener
        self._shares_disk = shares_disk
        self._desk = HostCalls(self.limits)
        self._link: ClientLink | None = None
        self._talk: Conversation | None = None
        self._info: ClientInfo | None = None
        self._in_scenario = False
        self._failed_starts = 0
        self._last_failure: ClientBroke | None = None

    @property
    def running(self) -> bool:
        """Whether there is a client to talk to now."""
        return self._link is not None

    def initialize(self, hello: Hello) -> ClientInfo:
        """Start the client if none runs; NotStarted if that is impossible, ClientBroke if it does not greet.

        One that runs is not asked again. If it has ended by itself meanwhile, this scenario says so.
        """
        if self._talk is not None and self._info is not None:
            self._look_after(self._talk)
            return self._info
        if self._last_failure is not None and self._failed_starts >= self.limits.starts:
            failure = self._last_failure
            raise ClientBroke(
                failure.kind,
                f"not started again after {self._failed_starts} failed starts: {failure.message}",
            )
        self._link = self._connect(self.limits)
        self._talk = Conversation(self._link.wire, self._desk, self._redactor, self.limits, self._listener)
        try:
            self._info = self._ask(methods.INITIALIZE, hello, ClientInfo, self.limits.start_ms)
        except ClientBroke as failure:
            self._failed_starts += 1
            self._last_failure = failure
            raise
        self._failed_starts = 0
        return self._info

    def start_scenario(self, scenario: Scenario) -> None:
        """A scenario that nobody ended is ended first."""
        self.end_scenario()
        self._ask(methods.START, scenario)
        self._in_scenario = True

    def provision(self, device_id: str, services: PlatformServices) -> None:
        """The client is told of the device; its calls about it go to `services` from now on."""
        self._desk.provision(device_id, services)
        self._redactor.finder = finder_of(services)
        settings = services.settings()
        folder = services.data_dir() if self._shares_disk else None
        self._ask(
            methods.PROVISION,
            methods.Provision(
                device_id,
                settings.platform,
                settings.os_version,
                settings.app_version,
                None if folder is None else str(folder),
            ),
            device=device_id,
        )

    def call(self, device_id: str, intent: Intent) -> Result:
        """As the port says; besides, ClientBroke and NotSupported."""
        method = methods.ASKED[methods.method_of(type(intent))]
        params = methods.params_of(device_id, intent)
        return cast(Result, self._ask(method, params, method.result, device=device_id))

    def end_scenario(self) -> None:
        """Nothing to do for a client that is dead, or was in no scenario."""
        if self._in_scenario and self._link is not None:
            self._ask(methods.END, methods.Nothing())
        self._leave_scenario()

    def close(self) -> None:
        """End the client, kindly first. It never raises: `bad_end` says what was wrong, if anything."""
        self.bad_end = ""
        try:
            self.end_scenario()
            if self._link is not None:
                self._ask(methods.SHUTDOWN, methods.Nothing(), limit_ms=self.limits.stop_ms)
        except ClientBroke as failure:
            self.bad_end = failure.message
        link = self._forget()
        if link is not None:
            self.bad_end = link.stop()

    # Inside

    def _ask(
        self,
        method: methods.Method,
        params: msgspec.Struct,
        wanted: type[R] | None = None,
        limit_ms: int | None = None,
        device: str = "",
    ) -> R:
        if self._talk is None or self._link is None:
            raise ClientBroke("crash", f"{method.name}: the client has been stopped after it broke")
        try:
            with self._desk.asking(device, wakes=method.intent is Wake):
                answer: Any = self._talk.ask(method, params, limit_ms or self.limits.call_ms)
        except Trouble as trouble:
            self._break(trouble, method, device)
        except (Refusal, NotSupported) as no:
            self._keep_log(self._link, device)
            if method.intent is None and method is not methods.PROVISION:
                what = f"refused, and nobody may refuse that: {self._redactor.said(str(no))}"
                self._break(Trouble("breach", what), method, device)
            raise
        except BaseException:
            # Ours, or somebody at the keyboard: the client is in the middle of something, and not to blame.
            link = self._forget()
            if link is not None:
                link.kill()
            raise
        self._keep_log(self._link, device)
        assert isinstance(answer, wanted or method.result)
        return cast(R, answer)

    def _break(self, trouble: Trouble, method: methods.Method, device: str) -> NoReturn:
        """The end of this client: everything it has started is ended, its last words are kept."""
        link = self._forget()
        assert link is not None
        what = trouble.what
        if trouble.gone:
            what = f"{what}: it {link.how_it_ended()}"
        link.kill()
        log = self._keep_log(link, device)
        last_words = self._redactor.last_words("\n".join(log.splitlines()[-_LAST_LINES:]))
        where = f" on {device}" if device else ""
        message = f"{method.name}{where}: the client {what}"
        raise ClientBroke(trouble.kind, message, last_words, trouble.limit)

    def _look_after(self, talk: Conversation) -> None:
        """Between scenarios: is it still there, and silent?"""
        try:
            talk.check_silence()
        except Trouble as trouble:
            self._break(trouble, methods.INITIALIZE, "")

    def _keep_log(self, link: ClientLink, device: str) -> str:
        """What the client has written to stderr goes to the log of the device it was busy with.

        Outside of a device nobody keeps it but the listener.
        """
        link.wire.drain_log()
        log = self._redactor.text(link.wire.log.take())
        services = self._desk.services(device)
        if services is not None:
            self._desk.budget.logged(log)
        for line in log.splitlines():
            if self._listener is not None:
                self._listener(WireLine("log", line))
            if services is not None:
                services.log(line)
        return log

    def _forget(self) -> ClientLink | None:
        link, self._link, self._talk, self._info = self._link, None, None, None
        self._in_scenario = False
        return link

    def _leave_scenario(self) -> None:
        self._in_scenario = False
        self._desk.clear()
        self._redactor.finder = None
