"""A Python client, served: nothing it prints or reads gets in the way of the protocol."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from wire_house import PHONE, Scene, program

from lostphone.client import port
from lostphone.client.conversation import WireLine
from lostphone.client.port import ClientBroke, NotSupported
from lostphone.refusal import Refusal

CHATTY = """
import os, subprocess, sys
from pathlib import Path
from lostphone.client.port import Accounts, Client, ClientInfo, Code, Done, NotSupported, OpenApp, ShowCode
from lostphone.client.port import ListAccounts, RemoveAccount, UpdatedApp, Wake
from lostphone.refusal import Refusal

print("imported")


class Chatty(Client):
    def __init__(self):
        self.phones = {}
        self.heard = []

    def initialize(self, hello):
        print("hello", hello.suite)
        return ClientInfo("chatty", "1", capabilities=("codes",))

    def start_scenario(self, scenario):
        self.heard.append(scenario.id)

    def provision(self, device_id, services):
        self.phones[device_id] = services

    def call(self, device_id, intent):
        phone = self.phones[device_id]
        if isinstance(intent, OpenApp):
            print("printed")
            os.write(1, b"written\\n")
            subprocess.run(["echo", "from a child"], check=True)
            assert sys.stdin.read() == ""
            phone.log("it is " + str(phone.now_ms()))
            return Done()
        if isinstance(intent, ShowCode):
            return Code(intent.account)
        if isinstance(intent, ListAccounts):
            folder = phone.data_dir()
            (folder / "vault").write_text("x")
            return Accounts(())
        if isinstance(intent, UpdatedApp):
            return phone.cloud_get("icloud", "vault") or Done()
        if isinstance(intent, Wake):
            sys.exit("tired")
        if isinstance(intent, RemoveAccount):
            return {1, 2}
        raise NotSupported("whatever")
"""


@pytest.fixture
def heard() -> list[WireLine]:
    return []


@pytest.fixture
def chatty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, heard: list[WireLine]) -> Scene:
    (tmp_path / "chatty.py").write_text(CHATTY, "utf-8")
    monkeypatch.chdir(tmp_path)
    return Scene(program("-m", "lostphone.client.serve", "py:chatty:Chatty", listener=heard.append))


def test_what_a_client_prints_is_its_log(chatty: Scene, heard: list[WireLine]) -> None:
    assert chatty.info == port.ClientInfo("chatty", "1", capabilities=("codes",))
    assert chatty.open() == port.Done()
    now_ms = chatty.world.now_ms
    assert chatty.logged() == [f"it is {now_ms}", "printed", "written", "from a child"]
    chatty.client.close()
    # What it printed before there was a phone is in nobody's log, and can be heard all the same.
    assert [line.text for line in heard if line.direction == "log"][:2] == ["imported", "hello tests"]


def test_answers_refusals_and_what_it_does_not_know(chatty: Scene) -> None:
    assert chatty.ask(port.ShowCode("081804")) == port.Code("081804")
    with pytest.raises(NotSupported, match="autofill/list"):
        chatty.ask(port.ListPasswords())
    # The refusal of the host passes through the client and comes back as it was.
    with pytest.raises(Refusal) as refused:
        chatty.ask(port.UpdatedApp("6.8.1"))
    with pytest.raises(Refusal) as direct:
        chatty.services.cloud_get("icloud", "vault")
    assert str(refused.value) == str(direct.value)
    chatty.client.close()


def test_the_folder_is_the_phones(chatty: Scene) -> None:
    chatty.ask(port.ListAccounts())
    folder = chatty.services.data_dir()
    assert (folder / "vault").read_text() == "x"
    chatty.device.erase()
    assert not folder.exists()
    chatty.client.close()


@pytest.mark.parametrize(
    ("intent", "said"),
    [
        (port.Wake("t"), "failed inside (error -32603): SystemExit: tired (chatty.py:"),
        (port.RemoveAccount("x"), "answered [1,2]: it must be an object or null, not an array"),
    ],
)
def test_a_mistake_in_the_client_names_its_place(chatty: Scene, intent: port.Intent, said: str) -> None:
    with pytest.raises(ClientBroke) as broke:
        chatty.ask(intent)
    assert said in broke.value.message


def serve(*arguments: str, said: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "lostphone.client.serve", *arguments]
    return subprocess.run(command, input=said, capture_output=True, check=False)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "usage: python -m lostphone.client.serve CLIENT [--listen PORT]"),
        (("reference", "--listen"), "usage: "),
        (("reference", "--listen", "here"), "--listen takes a port, not 'here'"),
        (("reference", "--port", "1"), "usage: "),
        (("cmd:node x.mjs",), "is no client in this process"),
        (("py:nowhere:Client",), "there is no module 'nowhere' here or installed"),
    ],
)
def test_a_command_line_that_makes_no_sense_is_usage(arguments: tuple[str, ...], said: str) -> None:
    done = serve(*arguments)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


def test_help_is_no_mistake() -> None:
    done = serve("--help")
    assert done.returncode == 0
    assert "usage: " in done.stderr.decode()


def test_the_end_of_input_is_the_end() -> None:
    done = serve("reference")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


#: What a host may say wrongly, and the number of the error that comes back.
SAID_WRONGLY: list[tuple[bytes, Any, int]] = [
    (b"{\n", None, -32700),
    (b"7\n", None, -32600),
    (b'{"jsonrpc":"2.0","id":1,"result":{}}\n', None, -32600),
    (b'{"jsonrpc":"2.0","method":"shutdown"}\n', None, -32600),
    (b'{"jsonrpc":"2.0","id":5,"method":"app/dance"}\n', 5, -32601),
    (b'{"jsonrpc":"2.0","id":5,"method":"app/open"}\n', 5, -32602),
]


@pytest.mark.parametrize(("line", "number", "code"), SAID_WRONGLY)
def test_a_host_that_is_wrong_is_told(line: bytes, number: Any, code: int) -> None:
    done = serve("reference", said=line + b'{"jsonrpc":"2.0","id":9,"method":"shutdown","params":{}}\n')
    first, second = (json.loads(said) for said in done.stdout.splitlines())
    assert (first["id"], first["error"]["code"]) == (number, code)
    assert second == {"jsonrpc": "2.0", "id": 9, "result": {}}


def test_a_phone_that_was_never_provisioned_has_no_app() -> None:
    line = b'{"jsonrpc":"2.0","id":2,"method":"app/open","params":{"device":"' + PHONE.encode() + b'"}}\n'
    said = json.loads(serve("reference", said=line).stdout)
    assert said["error"]["data"] == {"refusal": "no-such-phone"}
