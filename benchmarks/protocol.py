"""What the wire costs, as ratios within one run.

Prints questions with one nested host call per second over pipes against a bare JSON echo over the same
kind of pipes, and the time of the English scenarios on the reference client over a wire, and kept apart in
this process, against the reference itself.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median

from lostphone.cli.find import shipped_pickles
from lostphone.client.port import Client, ClientInfo, Done, Hello, Intent, OpenApp, Result, Scenario
from lostphone.client.process import ProcessClient
from lostphone.client.resolve import ClientSource, resolve
from lostphone.client.serve import serve_stdio
from lostphone.client.transport.child import Child
from lostphone.stories.performance import perform
from lostphone.stories.story import Story
from lostphone.world.devices.services import PlatformServices
from lostphone.world.world import World

PHONE = "Mika's iPhone"
QUESTIONS = 3_000
ROUNDS = 5

ECHO = """
import json, sys
for line in sys.stdin.buffer:
    sys.stdout.buffer.write(json.dumps(json.loads(line)).encode() + b"\\n")
    sys.stdout.buffer.flush()
"""


class Watch(Client):
    """Looks at the clock, and that is all: one host call a question."""

    def __init__(self) -> None:
        self._phones: dict[str, PlatformServices] = {}

    def initialize(self, hello: Hello) -> ClientInfo:  # noqa: ARG002
        return ClientInfo("watch", "1")

    def provision(self, device_id: str, services: PlatformServices) -> None:
        self._phones[device_id] = services

    def call(self, device_id: str, intent: Intent) -> Result:  # noqa: ARG002
        self._phones[device_id].now_ms()
        return Done()


def seconds(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def echoes(echo: subprocess.Popen[bytes]) -> None:
    """As many lines there and back as there are questions."""
    assert echo.stdin is not None
    assert echo.stdout is not None
    line = {"jsonrpc": "2.0", "id": 1, "method": "app/open", "params": {"device": PHONE}}
    for _ in range(QUESTIONS):
        echo.stdin.write(json.dumps(line).encode() + b"\n")
        echo.stdin.flush()
        json.loads(echo.stdout.readline())


def questions(client: Client) -> None:
    for _ in range(QUESTIONS):
        client.call(PHONE, OpenApp())


def watch_on_a_phone() -> ProcessClient:
    """The watch, in a process of its own, with a phone to look at."""
    command = [sys.executable, __file__, "--client"]
    client = ProcessClient(lambda limits: Child(command, limits))
    world = World()
    device = world.add_device(PHONE, "Mika", "ios")
    device.install_app("6.8.20")
    client.initialize(Hello())
    client.start_scenario(Scenario())
    client.provision(PHONE, PlatformServices(device))
    return client


def scenarios(source: ClientSource) -> None:
    for pickle in PICKLES:
        with Story(client=source, title=pickle.name, scenario_id=pickle.id, rules=pickle.rules) as story:
            perform(pickle, story)


def compare_round_trips() -> None:
    client = watch_on_a_phone()
    command = [sys.executable, "-c", ECHO]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as echo:
        pairs = [(seconds(lambda: echoes(echo)), seconds(lambda: questions(client))) for _ in range(ROUNDS)]
    client.close()
    bare, asked = (median(times) for times in zip(*pairs, strict=True))
    print(f"bare JSON echoes per second               {QUESTIONS / bare:>10,.0f}")
    print(f"questions with a nested host call /s      {QUESTIONS / asked:>10,.0f}")
    # Such a question is two round trips, so 2 would be a wire that checks nothing.
    print(f"one such question costs                   {asked / bare:>10.2f} echoes (two round trips)")


def compare_scenarios() -> None:
    served = f"cmd:'{sys.executable}' -m lostphone.client.serve reference"
    apart = "py:lostphone.client.reference:ReferenceClient"
    with resolve("reference") as here, resolve(apart) as guarded, resolve(served) as elsewhere:
        sources = (here, guarded, elsewhere)
        for source in sources:
            scenarios(source)  # imports, and the start of the program
        rounds = [[seconds(lambda: scenarios(source)) for source in sources] for _ in range(ROUNDS)]  # noqa: B023
    in_process, kept_apart, over_pipes = (median(times) for times in zip(*rounds, strict=True))
    print(f"scenarios per second, in this process     {len(PICKLES) / in_process:>10,.0f}")
    print(f"the same with the client kept apart       {kept_apart / in_process:>10.2f} times the time")
    print(f"the same over pipes (cmd:)                {over_pipes / in_process:>10.2f} times the time")


if __name__ == "__main__":
    if sys.argv[1:] == ["--client"]:
        serve_stdio(Watch)
    else:
        PICKLES = list(shipped_pickles("en"))
        compare_round_trips()
        compare_scenarios()
