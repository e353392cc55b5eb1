"""Whatever a client answers and asks, within the types, the world and the stories stand it."""

from __future__ import annotations

import contextlib
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import inspect
from test_messages import values
from wire_house import PHONE

from lostphone.base.views import View
from lostphone.cli.find import shipped_pickles
from lostphone.client import port
from lostphone.client.answers import ANSWERS
from lostphone.client.guarded import GuardedClient
from lostphone.client.port import ClientBroke, ClientInfo
from lostphone.client.protocol import host
from lostphone.client.protocol.host_calls import HostCalls
from lostphone.client.reference import ReferenceClient
from lostphone.refusal import CODES, Refusal
from lostphone.stories.performance import perform
from lostphone.stories.story import Story
from lostphone.world.devices.services import PlatformServices
from lostphone.world.world import World

MSA, WORK, APPLE = "mika@outlook.example", "mika@contoso.example", "mika@icloud.example"


def household(platform: str, signed_in: bool) -> tuple[World, HostCalls]:
    """Everybody that a host call could be about exists, and so do some who are nobody's."""
    world = World(seed=3)
    world.personal.create(MSA, "Mika")
    world.tenants.create("Contoso", "contoso.example")
    world.tenants.add_user("Contoso", WORK, "Mika")
    world.icloud.create(APPLE, "Mika")
    device = world.add_device(PHONE, "Mika", platform)
    device.install_app("6.8.20")
    if signed_in:
        world.personal.sign_in(device, MSA)
        if platform == "ios":
            world.icloud.sign_in(world.ios_device(PHONE), APPLE)
            world.icloud.join_keychain(world.ios_device(PHONE))
    desk = HostCalls()
    desk.provision(PHONE, PlatformServices(device))
    return world, desk


NAMES = st.sampled_from([MSA, WORK, APPLE, "", "nobody@nowhere", "vault", "cache/x", "other-app/x", PHONE])


def host_calls() -> st.SearchStrategy[host.HostCall[Any]]:
    def of(kind: type[host.HostCall[Any]]) -> st.SearchStrategy[host.HostCall[Any]]:
        made = {field.name: values(field.type) for field in inspect.type_info(kind).fields}
        made |= {name: NAMES for name in ("account", "key", "name") if name in made}
        return st.builds(kind, **(made | {"device": st.just(PHONE)}))

    return st.sampled_from(list(host.HOST_CALLS.values())).flatmap(of)


@given(
    st.sampled_from(["ios", "android"]),
    st.booleans(),
    st.sampled_from(["at hand", "offline", "off", "erased"]),
    st.lists(host_calls(), max_size=12),
)
def test_every_host_call_is_answered_or_refused(
    platform: str, signed_in: bool, state: str, calls: list[host.HostCall[Any]]
) -> None:
    world, desk = household(platform, signed_in)
    device = world.device(PHONE)
    if state == "offline":
        world.network.partition(PHONE, "*")
    elif state == "off":
        device.set(powered=False)
    elif state == "erased":
        device.erase()
    for call in calls:
        with contextlib.suppress(Refusal), desk.asking(PHONE):
            assert isinstance(desk.answer(call, 0), call.answer)
    world.timeline.advance(1_000)
    # What a client has passed can be written down: nothing in it breaks the trace.
    assert len(world.trace.to_jsonl().splitlines()) == len(world.trace)


class Wild:
    """Answers with anything of the right type, or refuses with anything, and shows and logs anything."""

    WORDS = (
        "",
        "GitHub",
        "Mika",
        "x" * 2_000,
        "🔑\u202e\x00\n",
        "'\"\\",
        "081804",
        "２３４５６７",
        "-1",
        "\ufeff",
        MSA,
    )

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.phones: dict[str, PlatformServices] = {}
        self.known: list[str] = ["x"]

    def initialize(self, hello: port.Hello) -> ClientInfo:
        return ClientInfo("wild", "1", capabilities=tuple(port.CAPABILITIES))

    def provision(self, device_id: str, services: PlatformServices) -> None:
        self.phones[device_id] = services

    def call(self, device_id: str, intent: port.Intent) -> Any:
        phone, pick = self.phones[device_id], self.random
        if pick.random() < 0.2:
            raise Refusal(pick.choice(list(CODES)), pick.choice(self.WORDS))
        if pick.random() < 0.3:
            phone.screen(self.make(inspect.type_info(View)))
            phone.log(pick.choice(self.WORDS))
        if pick.random() < 0.2:
            phone.timer(pick.randrange(10**8), "t")
        if isinstance(intent, port.AddAccount) and intent.uri:
            self.known.append(intent.uri.partition("totp/")[2].partition(":")[0])
        return self.make(inspect.type_info(ANSWERS[type(intent)]))

    def make(self, described: inspect.Type) -> Any:
        """Any value of a type."""
        pick = self.random
        match described:
            case inspect.Metadata():
                return self.make(described.type)
            case inspect.StructType():
                return described.cls(**{field.name: self.make(field.type) for field in described.fields})
            case inspect.UnionType():
                return self.make(pick.choice(described.types))
            case inspect.StrType():
                return pick.choice([*self.WORDS, *self.known])
            case inspect.BoolType():
                return pick.random() < 0.5
            case inspect.IntType():
                return pick.choice([described.ge or 0, 1, 2, described.le or 2**53])
            case inspect.LiteralType():
                return pick.choice(described.values)
            case inspect.VarTupleType():
                return tuple(self.make(described.item_type) for _ in range(pick.randrange(4)))
            case inspect.DictType():
                words = [pick.choice([*self.WORDS, "id", "rawId", "response", "type"]) for _ in range(4)]
                return {word: pick.choice([None, 7, word, {"id": word}, [word]]) for word in words}
        return None


PICKLES = list(shipped_pickles("en"))


@pytest.mark.parametrize("seed", range(3))
def test_every_story_ends_in_a_verdict_whatever_the_client_says(seed: int) -> None:
    failed = 0
    for number, pickle in enumerate(PICKLES[seed::3]):
        story = Story(client=lambda number=number: GuardedClient(lambda: Wild(1000 * seed + number)))
        with story:
            statuses = [step.status for step in perform(pickle, story)]
            assert story.world.trace.to_jsonl()
        failed += "failed" in statuses
    # Hardly any story is content with answers drawn at random.
    assert failed > 0.8 * len(PICKLES) / 3


class Moody(ReferenceClient):
    """Right, until it breaks at a question drawn at random."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self.left = random.Random(seed).randrange(1, 12)

    def call(self, device_id: str, intent: port.Intent) -> port.Result:
        self.left -= 1
        if self.left == 0:
            raise ClientBroke("crash", "of age")
        return super().call(device_id, intent)


def test_a_client_that_breaks_anywhere_fails_that_story_and_no_other() -> None:
    for number, pickle in enumerate(PICKLES[::3]):
        with Story(client=lambda number=number: Moody(number)) as story:
            problems = [step.problem for step in perform(pickle, story) if step.problem]
        assert len(problems) <= 1
        assert all(problem == "the client broke (crash): of age" for problem in problems)
