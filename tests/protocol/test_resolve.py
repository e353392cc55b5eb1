"""From words to a client, and what is said when there is none."""

from __future__ import annotations

import socket
import sys
import threading
from pathlib import Path

import pytest
from wire_house import MISBEHAVING, Limits, Scene

from lostphone.client.guarded import GuardedClient
from lostphone.client.port import ClientBroke
from lostphone.client.process import ProcessClient
from lostphone.client.reference import ReferenceClient
from lostphone.client.resolve import BadClient, resolve
from lostphone.client.transport.child import NotStarted

MODULE = """
from lostphone.client.port import ClientInfo, Done


class Nest:
    @staticmethod
    def make():
        return Mine()


class Mine:
    def initialize(self, hello):
        return ClientInfo("mine", "1")

    def provision(self, device_id, services):
        pass

    def call(self, device_id, intent):
        return Done()


seven = 7
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mine_only.py").write_text(MODULE, "utf-8")
    (tmp_path / "mine_broken.py").write_text("def (\n", "utf-8")
    (tmp_path / "mine_needy.py").write_text("import left_pad\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    return tmp_path


@pytest.mark.parametrize("path", ["Mine", "Nest.make"])
def test_a_class_of_ones_own_is_found_where_one_is(here: Path, path: str) -> None:
    with resolve(f"py:mine_only:{path}") as source:
        first, second = source(), source()
        assert isinstance(first, GuardedClient)
        assert Scene(first).info.name == "mine"
        # A story of its own for each: nothing is left of an earlier one.
        assert first is not second


def test_the_reference_needs_no_guard() -> None:
    with resolve("reference") as source:
        assert isinstance(source(), ReferenceClient)
        assert source.spec == "reference"


def test_a_program_is_started_when_it_is_needed_and_once() -> None:
    with resolve(f"cmd:'{sys.executable}' '{MISBEHAVING}' x") as source:
        client = source()
        assert isinstance(client, ProcessClient)
        assert not client.running
        assert Scene(client).info.name == "misbehaving"
        assert source() is client
    assert not client.running


WRONG = {
    "": "'' names no client",
    "refrence": "'refrence' names no client: did you mean reference? Or write cmd:refrence for a program",
    "node x.mjs": "'node x.mjs' names no client: write cmd:node x.mjs for a program",
    "py": "write py:MODULE:CLASS, or reference",
    "py:mine_only": "lacks a part: write py:MODULE:CLASS",
    "py::Mine": "lacks a part",
    "py:mine_onyl:Mine": "there is no module 'mine_onyl' here or installed (here is ",
    "py:mine_only:Yours": "'mine_only' has no 'Yours'",
    "py:mine_only:Mine.seven": "'mine_only' has no 'Mine.seven'",
    "py:mine_only:seven": "'seven' in 'mine_only' cannot be called to make a client",
    "py:mine_broken:Mine": "the module 'mine_broken' cannot be imported:\n",
    "py:mine_needy:Mine": "ModuleNotFoundError: No module named 'left_pad'",
    "cmd:": "'cmd:' lacks its program",
    "cmd:say 'hello": "cannot be taken apart into words: No closing quotation",
    "tcp:localhost": "lacks a part: write tcp:HOST:PORT",
    "tcp:localhost:http": "lacks a part: write tcp:HOST:PORT",
    "tcp:localhost:99999": "lacks a part: write tcp:HOST:PORT",
    "tcp:192.0.2.1:80": "'192.0.2.1' is not this machine",
    "tcp:example.com:80": "forward a local port to it and write tcp:localhost:80",
}


@pytest.mark.parametrize("spec", WRONG)
def test_words_that_name_no_client_are_told_what_to_write(here: Path, spec: str) -> None:
    with pytest.raises(BadClient) as bad:
        resolve(spec)
    assert WRONG[spec] in str(bad.value)


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with (
        resolve(f"tcp:127.0.0.1:{port}") as source,
        pytest.raises(NotStarted, match="start the client first"),
    ):
        Scene(source())


def answer(listener: socket.socket, hang_up: bool) -> None:
    """Take one connection and either close it at the first line or say nothing until it is closed."""
    connection, _ = listener.accept()
    with connection:
        connection.recv(1)
        if not hang_up:
            connection.recv(100_000)
            connection.recv(1)


@pytest.mark.parametrize(
    ("hang_up", "kind", "said"),
    [(True, "crash", "it closed the connection"), (False, "hang", "gave no answer within 0.3 s")],
)
def test_a_listener_may_break_too(hang_up: bool, kind: str, said: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=answer, args=(listener, hang_up))
        thread.start()
        spec = f"tcp:localhost:{listener.getsockname()[1]}"
        with resolve(spec, Limits(start_ms=300)) as source, pytest.raises(ClientBroke) as broke:
            Scene(source())
        thread.join()
    assert broke.value.kind == kind
    assert said in broke.value.message
