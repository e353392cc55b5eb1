"""The stage: one world, one client in it, and the interpreter that plays actions on them.

Everything that wants something to happen (a sentence, a saved story, an explorer) hands an `Action` to
`Stage.play`. What the world or the client refuses comes back as an outcome, not as an exception: being
refused is what half of the stories are about.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, cast

import msgspec

import lostphone
from lostphone.base.frozen import FrozenClock
from lostphone.client.port import (
    AccountRow,
    Accounts,
    Client,
    ClientBroke,
    Hello,
    Intent,
    ListAccounts,
    NotSupported,
    Result,
    Scenario,
    Wake,
)
from lostphone.refusal import Refusal
from lostphone.stories.actions.base import Action
from lostphone.stories.named_rows import NamedRows
from lostphone.stories.notes import Notes
from lostphone.world.devices.device import Device
from lostphone.world.devices.services import PlatformServices
from lostphone.world.network import Unreachable
from lostphone.world.world import World

A = TypeVar("A", bound=Action)
Player = Callable[["Stage", A], Any]

_PLAYERS: dict[type[Action], Player[Any]] = {}


class plays(Generic[A]):  # noqa: N801  # reads as a decorator
    """Register a function as the one that plays a kind of action."""

    def __init__(self, kind: type[A]) -> None:
        self._kind = kind

    def __call__(self, player: Player[A]) -> Player[A]:
        if self._kind in _PLAYERS:
            raise ValueError(f"two functions play {self._kind.__name__}")
        _PLAYERS[self._kind] = player
        return player


class Outcome(msgspec.Struct, frozen=True):
    """How an action ended: "ok" or a refusal code, its message, and what the client answered."""

    code: str = "ok"
    message: str = ""
    result: Any = None

    @property
    def ok(self) -> bool:
        return self.code == "ok"


class Stage:
    """Plays actions. `client` is any authenticator; `frozen` holds the process's clock if one needs it.

    A client that breaks ends the story: `play` raises `ClientBroke`, or `NotSupported`, once the trace has
    a line of it. `scenario_id` and `rules` are what the client is told of the story.
    """

    def __init__(
        self,
        world: World,
        client: Client,
        locale: str = "en",
        frozen: FrozenClock | None = None,
        scenario_id: str = "",
        rules: tuple[str, ...] = (),
    ) -> None:
        from lostphone.stories import players

        players.load()
        self.world = world
        self.client = client
        self.locale = locale
        self.notes = Notes()
        self._frozen = frozen
        self._services: dict[str, PlatformServices] = {}
        self._named_rows = NamedRows()
        self._wakeful = False
        seed = world.streams.seed
        hello = Hello(suite=f"lostphone {lostphone.__version__}", locale=locale, seed=seed)
        self.client_info = client.initialize(hello)
        client.start_scenario(
            Scenario(scenario_id, rules, world.now_ms, locale, seed, assumptions=dict(world.answers))
        )
        world.timeline.after_each_event(self._wake_guests)

    def play(self, action: Action) -> Outcome:
        """Do one action and say how it ended; the trace gets one line for it."""
        player = _PLAYERS[type(action)]
        try:
            outcome = Outcome("ok", "", player(self, action))
        except Refusal as refusal:
            outcome = Outcome(refusal.code, refusal.message)
        except Unreachable as nothing:
            outcome = Outcome(nothing.reason, f"{nothing.target} gave no answer")
        except (ClientBroke, NotSupported) as failure:
            code = "client-broke" if isinstance(failure, ClientBroke) else "not-supported"
            self._record(action, code)
            raise
        self._record(action, outcome.code, outcome.message)
        return outcome

    def _record(self, action: Action, code: str, message: str = "") -> None:
        detail = action.detail | ({"message": message} if message else {})
        self.world.record(action.subject or "time", action.verb, action.object, code, **detail)

    def close(self) -> None:
        """The story is over: the client is told, and what its guests kept on disk is removed."""
        try:
            self.client.end_scenario()
        finally:
            self.world.own_folders.remove()

    # What players use

    def device(self, phone: str) -> Device:
        return self.world.device(phone)

    def ask(self, phone: str, intent: Intent) -> Result:
        """Have the client on that phone do something; Refusal when there is no such app at hand."""
        device = self.world.device(phone)
        device.require_app()
        if self._frozen is not None:
            self._frozen.move_to(device.now_ms)
        return self.client.call(phone, intent)

    def provision(self, phone: str) -> None:
        """Start a fresh copy of the client's app on the phone."""
        services = PlatformServices(self.world.device(phone), self.locale)
        self._services[phone] = services
        if self._frozen is not None:
            self._frozen.move_to(self.world.device(phone).now_ms)
        self.client.provision(phone, services)

    def rows(self, phone: str) -> tuple[AccountRow, ...]:
        """The rows the app lists."""
        return cast(Accounts, self.ask(phone, ListAccounts())).rows

    def row(self, phone: str, account: str) -> AccountRow:
        """The row of an account, given as its site, its address, or `site (login)`."""
        rows = self.rows(phone)
        found = self._named_rows.of(phone, rows).get(account)
        if found is not None:
            return found
        listed = ", ".join(f"{row.issuer} ({row.name})" for row in rows) or "nothing"
        raise Refusal("not-found", f"{phone} lists no '{account}' (it lists {listed})")

    def screens(self, phone: str) -> PlatformServices:
        """The services of the phone, whose `screens` are what it has shown since the app was installed."""
        return self._services[phone]

    def _wake_guests(self) -> None:
        if self._wakeful:
            return
        self._wakeful = True
        try:
            for device in self.world.devices.values():
                while device.wakes:
                    token = device.wakes.pop(0)
                    try:
                        self.ask(device.id, Wake(token))
                    except Refusal as refusal:
                        self.world.record(device.id, "wake", token, refusal.code)
        finally:
            self._wakeful = False
