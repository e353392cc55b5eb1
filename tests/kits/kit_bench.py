"""The starter kits as a person gets them, and a phone to run one on."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from lostphone.cli import main
from lostphone.cli.new_client import PROGRAMS, kits_root
from lostphone.client.port import AddAccount, Intent, Result
from lostphone.client.resolve import resolve
from lostphone.stories.actions.phones import GivePhone
from lostphone.stories.story import Story

PHONE = "Mika's phone"
LEAST_NODE = 20


@cache
def node_is_missing() -> str:
    """Why the Node kit cannot run here, or ""."""
    if shutil.which("node") is None:
        return "node is not installed, so the Node kit was not run"
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    major = int(said.removeprefix("v").partition(".")[0])
    return "" if major >= LEAST_NODE else f"node is {said}, and the Node kit needs {LEAST_NODE} or newer"


LANGUAGES = [
    "python",
    pytest.param("node", marks=pytest.mark.skipif(bool(node_is_missing()), reason=node_is_missing())),
]


class Verdicts(NamedTuple):
    """Exit code of a conformance run, and its rows: requirement, scenario and verdict."""

    code: int
    rows: list[dict[str, str]]

    def of(self, verdict: str) -> set[str]:
        """Scenarios that have it."""
        return {row["scenario"] for row in self.rows if row["verdict"] == verdict}

    def broken(self) -> set[str]:
        """Requirements that do not hold."""
        return {row["requirement"] for row in self.rows if row["verdict"] not in ("pass", "not-applicable")}


def command_of(language: str, folder: Path) -> str:
    """The client in that folder, as `--client` takes it."""
    program, file = PROGRAMS[language]
    return f"cmd:{program} '{folder / file}'"


def judge(capsys: pytest.CaptureFixture[str], client: str, *options: str) -> Verdicts:
    """What `lostphone conformance --require core` says."""
    code = main(["conformance", "--client", client, "--require", "core", "--format", "json", *options])
    return Verdicts(code, json.loads(capsys.readouterr().out)["verdicts"])


@contextmanager
def app_of(language: str, platform: str = "android") -> Iterator[Story]:
    """A story in which Mika has a phone with the kit's app on it."""
    with resolve(command_of(language, kits_root() / language)) as source, Story(client=source) as story:
        story.do(GivePhone(PHONE, "Mika", platform))
        yield story


def ask(story: Story, intent: Intent) -> Result:
    return story.stage.ask(PHONE, intent)


def add(story: Story, uri: str) -> str:
    """The id of the account that was added by link."""
    return ask(story, AddAccount(uri=uri)).account
