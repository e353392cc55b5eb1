"""A story is the same story wherever its client runs: in this process, kept apart, or over a wire."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from lostphone.cli.find import shipped_pickles
from lostphone.client.resolve import ClientSource, resolve
from lostphone.gherkin.pickles import Pickle
from lostphone.stories.performance import perform
from lostphone.stories.story import Story

REFERENCE = "py:lostphone.client.reference:ReferenceClient"
SERVED = [sys.executable, "-m", "lostphone.client.serve", REFERENCE]

#: One scenario in so many: enough to ask for nearly every service, answer and refusal.
EVERY = 14


def chosen() -> list[Pickle]:
    """About thirty scenarios from all over the shipped ones, in both languages."""
    english, japanese = list(shipped_pickles("en")), list(shipped_pickles("ja"))
    return english[::EVERY] + japanese[5 :: EVERY * 5]


def told(source: ClientSource, pickle: Pickle) -> tuple[list[str], bytes]:
    story = Story(
        client=source, lang=pickle.language, title=pickle.name, scenario_id=pickle.id, rules=pickle.rules
    )
    with story:
        played = perform(pickle, story)
        return [step.problem or step.status for step in played], story.world.trace.to_jsonl()


@pytest.fixture(scope="module")
def listening() -> Iterator[str]:
    """A served client on a free port of this machine."""
    with subprocess.Popen([*SERVED, "--listen", "0"], stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        yield server.stderr.readline().removeprefix("listening on ").strip()
        server.kill()


@pytest.fixture(scope="module", params=["py", "cmd", "tcp"])
def source(request: pytest.FixtureRequest) -> Iterator[ClientSource]:
    if request.param == "py":
        spec = REFERENCE
    elif request.param == "cmd":
        spec = "cmd:" + " ".join(f"'{word}'" for word in SERVED)
    else:
        spec = request.getfixturevalue("listening")
    with resolve(spec) as found:
        yield found


def test_the_trace_is_the_same_byte_for_byte(source: ClientSource) -> None:
    with resolve("reference") as reference:
        for pickle in chosen():
            assert told(source, pickle) == told(reference, pickle), pickle.id


def test_the_choice_is_wide() -> None:
    """What the equality above rests on: many answers, refusals and host calls are among those stories."""
    lines = []
    with resolve(f"cmd:{' '.join(SERVED)}", listener=lines.append) as source:
        for pickle in chosen():
            told(source, pickle)
    text = "\n".join(line.text for line in lines)
    for method in (
        "account/add",
        "backup/enable",
        "backup/restore",
        "passkey/assert",
        "host/cloud.put",
        "host/screen",
    ):
        assert f'"method":"{method}"' in text
    assert text.count('"refusal"') > 5
    assert "GEZDGNBV" not in text
    assert sum(line.text.startswith('{"jsonrpc":"2.0","id":1,"method":"initialize"') for line in lines) == 1
