"""A Python client in this process: checked like one over a wire, and blamed for what it does itself."""

from __future__ import annotations

from typing import Any

import pytest
from wire_house import PHONE, SECRET_URI, Scene

from lostphone.client import port
from lostphone.client.guarded import GuardedClient
from lostphone.client.port import ClientBroke, ClientInfo, HarnessFault, NotSupported
from lostphone.refusal import Refusal
from lostphone.world.devices.services import PlatformServices


class Small:
    """The least that is a client: no base class, three methods. `does` is done at `app/open`."""

    def __init__(self, does: Any = None, info: Any = None) -> None:
        self.does = does or (lambda phone: port.Done())
        self.info = info or ClientInfo("small", "1")
        self.phones: dict[str, PlatformServices] = {}

    def initialize(self, hello: port.Hello) -> Any:
        return self.info

    def provision(self, device_id: str, services: PlatformServices) -> None:
        self.phones[device_id] = services

    def call(self, device_id: str, intent: port.Intent) -> Any:
        return self.does(self.phones[device_id])


def scene(does: Any = None, info: Any = None) -> Scene:
    return Scene(GuardedClient(lambda: Small(does, info)))


def fail(error: BaseException) -> Any:
    def act(phone: PlatformServices) -> Any:
        raise error

    return act


def test_the_least_client_is_a_client() -> None:
    playing = scene()
    assert playing.open() == port.Done()
    playing.client.end_scenario()
    playing.client.close()


def test_it_does_not_get_the_world() -> None:
    seen: list[object] = []
    playing = scene(lambda phone: seen.extend((phone, phone.now_ms(), phone.data_dir())))
    playing.open()
    services, now_ms, folder = seen
    assert services is not playing.services
    assert not hasattr(services, "_world")
    assert now_ms == playing.world.now_ms
    assert folder == playing.services.data_dir()


def test_a_phone_of_an_earlier_scenario_is_gone() -> None:
    client = GuardedClient(Small)
    earlier = Scene(client)
    services = client._client.phones[PHONE]
    client._client.provision = lambda device_id, remote: services.now_ms()
    client.start_scenario(port.Scenario())
    later = earlier.world.add_device("Yuki's Pixel", "Yuki", "android")
    later.install_app("6.2503.1")
    with pytest.raises(ClientBroke, match=r"which was not provisioned \(were: 'Yuki's Pixel'\)"):
        client.provision("Yuki's Pixel", PlatformServices(later))


@pytest.mark.parametrize("no", [Refusal("no-backup", "none here"), NotSupported("app/open")])
def test_a_refusal_passes(no: Exception) -> None:
    with pytest.raises(type(no)) as raised:
        scene(fail(no)).open()
    assert raised.value is no


@pytest.mark.parametrize(
    "error", [ZeroDivisionError("x"), SystemExit(3), GeneratorExit(), AssertionError("a")]
)
def test_whatever_else_it_raises_is_a_crash_with_a_place(error: BaseException) -> None:
    with pytest.raises(ClientBroke) as broke:
        scene(fail(error)).open()
    assert broke.value.kind == "crash"
    assert f"app/open on {PHONE}: the client raised {type(error).__name__}" in broke.value.message
    assert "(test_guarded.py:" in broke.value.message


def test_the_keyboard_is_not_the_clients() -> None:
    with pytest.raises(KeyboardInterrupt):
        scene(fail(KeyboardInterrupt())).open()


def test_a_secret_in_an_exception_is_covered() -> None:
    with pytest.raises(ClientBroke) as broke:
        scene(fail(ValueError(f"cannot read {SECRET_URI}"))).open()
    assert "GEZDGNBV" not in str(broke.value)
    assert "otpauth://‹secret›" in str(broke.value)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (None, None),
        ({}, None),
        (port.Code("081804"), "answered with Code: it has no member 'code'"),
        ("fine", "answered with str: it must be an object or null, not a string"),
        (object(), "answered with object: it holds what JSON has no word for"),
    ],
)
def test_what_it_answers_is_checked(answer: Any, said: str | None) -> None:
    playing = scene(lambda phone: answer)
    if said is None:
        assert playing.open() == port.Done()
        return
    with pytest.raises(ClientBroke) as broke:
        playing.open()
    assert broke.value.kind == "breach"
    assert said in broke.value.message


def test_a_code_that_lost_its_zero_is_a_breach() -> None:
    playing = Scene(GuardedClient(lambda: Small(lambda phone: port.Code(81804))))
    with pytest.raises(ClientBroke, match="answered with Code: code must be a string, not an integer"):
        playing.ask(port.ShowCode("x"))


def test_what_it_says_of_itself_is_checked() -> None:
    with pytest.raises(ClientBroke, match="there is no capability 'code'; did you mean 'codes'"):
        scene(info=ClientInfo("small", "1", capabilities=("code",)))


CALLS = [
    (lambda phone: phone.random("ten"), "host/random and count must be an integer, not a string"),
    (lambda phone: phone.random(-1), "host/random and count must be an integer >= 0"),
    (lambda phone: phone.timer(0.5, "x"), "host/timer and delay_ms must be an integer, not a number"),
    (
        lambda phone: phone.keychain_put("k", b"v", "everywhere"),
        "host/keychain.put and protection is none of",
    ),
    (lambda phone: phone.cloud_get("dropbox", "k"), "host/cloud.get and store is none of"),
    (
        lambda phone: phone.storage_put("n", None),
        "host/storage.put and content must be a Base64 string, not null",
    ),
]


@pytest.mark.parametrize(("does", "said"), CALLS)
@pytest.mark.parametrize("swallow", [False, True])
def test_what_it_asks_of_its_host_is_checked_even_if_it_swallows_the_answer(
    does: Any, said: str, swallow: bool
) -> None:
    def act(phone: PlatformServices) -> Any:
        try:
            does(phone)
        except BaseException:
            if not swallow:
                raise
        return port.Done()

    with pytest.raises(ClientBroke) as broke:
        scene(act).open()
    assert broke.value.kind == "breach"
    assert said in broke.value.message


@pytest.mark.parametrize("swallow", [False, True])
def test_a_service_that_fails_is_our_fault(swallow: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def act(phone: PlatformServices) -> Any:
        try:
            phone.now_ms()
        except Exception:
            if not swallow:
                raise
        return port.Done()

    playing = scene(act)
    monkeypatch.setattr(playing.services, "now_ms", fail(RuntimeError("ours")).__get__(playing.services))
    with pytest.raises(HarnessFault, match="host/now failed: RuntimeError: ours"):
        playing.open()


def test_a_client_that_cannot_be_made_is_a_crash() -> None:
    with pytest.raises(ClientBroke, match="initialize: the client raised TypeError"):
        Scene(GuardedClient(lambda: Small(1, 2, 3)))
