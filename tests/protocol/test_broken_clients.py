"""A client that breaks gets a verdict of its own, nothing of it is left, and the next scenario runs."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from wire_house import PATIENT, PHONE, SECRET_URI, STRICT, Scene, lose_patience, misbehaving

from lostphone.base.frozen import FrozenClock
from lostphone.client import port
from lostphone.client.port import ClientBroke, HarnessFault, NotSupported
from lostphone.client.transport.child import Child, NotStarted
from lostphone.client.transport.limits import Limits
from lostphone.client.transport.tail import WHOLE_AFTER_BYTES, Tail
from lostphone.refusal import Refusal

#: What goes wrong, what it is called, and what has to be said of it.
BREAKS = {
    "hang": ("hang", "gave no answer within 1 s"),
    "half-line": ("hang", "without the newline that ends a message"),
    "crash": ("crash", "it ended with exit code 7"),
    "signal": ("crash", "it was ended by the signal SIGKILL"),
    "half-line-crash": (
        "crash",
        "in the middle of a message, after 11 bytes of it: it ended with exit code 0",
    ),
    "crash-leaving-child": ("crash", "it ended with exit code 3"),
    "closed-output": ("crash", "it closed its output and went on running"),
    "long-line": ("flood", "wrote a line of more than 1048576 bytes"),
    "many-messages": ("flood", "wrote 10000 messages and gave no answer"),
    "blank-lines": ("flood", "wrote 10000 messages and gave no answer"),
    "not-utf8": ("garbage", "it is not UTF-8"),
    "not-json": ("garbage", "wrote 'DEBUG: opening the app': it is not JSON"),
    "deep": ("garbage", "it is nested too deeply"),
    "a-number": ("breach", "wrote '42': it must be an object, not an integer"),
    "batch": ("breach", "it must be an object, not an array"),
    "version-1": ("breach", "lacks the member 'jsonrpc'"),
    "neither": ("breach", "it is neither a call (method) nor an answer (result or error)"),
    "both": ("breach", "it is neither a call (method) nor an answer (result or error)"),
    "other-id": ("breach", "answered a question that is not open: id 4711, where 4 is"),
    "id-as-text": ("breach", "answered a question that is not open: id '4', where 4 is"),
    "no-id": ("breach", "an answer needs the id of the call that it answers"),
    "unknown-host-call": ("breach", "asked for 'host/microphone', which no host has"),
    "calls-a-client-method": ("breach", "asked for 'app/open', which no host has"),
    "host-call-without-id": ("breach", "called host/now without an id"),
    "host-call-of-nobody": ("breach", "'Grandma's Nokia', which was not provisioned (were: 'Mika's iPhone')"),
    "host-call-bad-type": ("breach", "count must be an integer, not a string"),
    "host-call-too-much": ("breach", "count must be an integer <= 65536"),
    "host-call-typing-error": ("breach", "it has no member 'txt'; did you mean 'text'?"),
    "host-call-bad-base64": ("breach", "content: invalid base64 encoded string"),
    "host-call-as-list": ("breach", "it must be an object, not an array"),
    "bad-result": ("breach", "answered {\"opened\":true}: it has no member 'opened'"),
    "null-result": ("breach", "answered 0: it must be an object or null, not an integer"),
    "unknown-refusal": ("breach", "refused, and there is no refusal code 'mercury-retrograde'"),
    "refusal-without-code": ("breach", "needs its code in data.refusal"),
    "internal-error": ("crash", "failed inside (error -32603): NullPointerException"),
    "misunderstood": ("breach", "could not read a correct message (error -32602): what is a device?"),
}
SLOW = ("hang", "half-line")


def gone(pid: int) -> bool:
    """Whether the process ends, and soon; one that is dead and not yet waited for counts as ended."""
    stat = Path(f"/proc/{pid}/stat")
    for _ in range(200):
        try:
            os.kill(pid, 0)
            if stat.read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("wrong", BREAKS)
def test_each_way_of_breaking_has_its_verdict(wrong: str) -> None:
    client = misbehaving(wrong)
    scene = Scene(client)
    if wrong in SLOW:
        lose_patience(client)
    pid = client._link.pid
    kind, said = BREAKS[wrong]
    with pytest.raises(ClientBroke) as broke:
        scene.open()
    assert broke.value.kind == kind
    assert f"app/open on {PHONE}: the client " in broke.value.message
    assert said in broke.value.message
    assert gone(pid)
    assert not client.running


@pytest.mark.parametrize("wrong", ["endless-log", "one-endless-log-line"])
def test_a_flood_of_its_log_is_no_hang(wrong: str) -> None:
    client = misbehaving(wrong, limits=PATIENT._replace(scenario_bytes=2_000_000))
    with pytest.raises(ClientBroke) as broke:
        Scene(client).open()
    said = "the client wrote more than 2,000,000 bytes to its standard error and gave no answer"
    assert broke.value.kind == "flood"
    assert broke.value.message == f"app/open on {PHONE}: {said}"
    assert "still at it" in broke.value.last_words.splitlines()[-1]
    assert len(broke.value.last_words) < 1_000


def test_a_flood_while_it_does_not_read_is_no_hang() -> None:
    # What is kept of its log after the first answer counts, too.
    client = misbehaving("log-and-deaf", limits=PATIENT._replace(scenario_bytes=8_000_000))
    scene = Scene(client)
    scene.open()
    with pytest.raises(ClientBroke, match="to its standard error and gave no answer") as broke:
        scene.ask(port.AddAccount(uri=SECRET_URI + "&x=" + "y" * 900_000))
    assert broke.value.kind == "flood"


def test_half_a_secret_is_no_last_word() -> None:
    tail = Tail(20_000)
    tail.add(b"k" * 30_000)
    left_out, shown = tail.take().split("\n")
    # Nothing of the first bytes that are kept, of which the beginning is missing.
    assert left_out == f"… {30_000 - len(shown)} bytes left out"
    assert shown == "k" * (20_000 - WHOLE_AFTER_BYTES)
    tail.add(b"k" * 30_000 + b"\nlast")
    assert tail.take() == "… 30001 bytes left out\nlast"


def test_a_client_that_broke_is_started_again_for_the_next_scenario() -> None:
    client = misbehaving("crash")
    for _ in range(3):
        scene = Scene(client)
        with pytest.raises(ClientBroke, match="exit code 7"):
            scene.open()
        with pytest.raises(ClientBroke, match="has been stopped after it broke"):
            scene.ask(port.ListAccounts())
        client.end_scenario()
    client.close()
    assert client.bad_end == ""


def test_one_program_serves_many_scenarios() -> None:
    client = misbehaving("")
    pids = []
    for _ in range(3):
        scene = Scene(client)
        assert scene.open() == port.Done()
        pids.append(client._link.pid)
    client.close()
    assert len(set(pids)) == 1
    assert gone(pids[0])


@pytest.mark.parametrize(
    ("wrong", "said"),
    [("twice", '{"jsonrpc": "2.0", "id": 4, "result": {}}'), ("talks-on", '"method": "host/log"')],
)
def test_what_nobody_asked_for_is_noticed_at_the_next_question(wrong: str, said: str) -> None:
    client = misbehaving(wrong)
    scene = Scene(client)
    scene.open()
    wire = client._link.wire
    if not wire._received:
        select.select([wire._reader], [], [], 60)
    with pytest.raises(ClientBroke, match="the client spoke when nothing was asked") as broke:
        scene.ask(port.RemoveAccount("x"))
    assert broke.value.kind == "breach"
    assert said.replace(" ", "") in broke.value.message


def test_a_client_that_leaves_between_scenarios_is_noticed_by_the_next() -> None:
    client = misbehaving("leaves-between-scenarios")
    Scene(client)
    client.end_scenario()
    pid = client._link.pid
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    with pytest.raises(ClientBroke, match=r"initialize: the client stopped: it ended with exit code 0"):
        Scene(client)
    Scene(client).open()
    client.close()


def test_a_method_that_the_client_does_not_know_is_no_break() -> None:
    client = misbehaving("not-supported")
    scene = Scene(client)
    with pytest.raises(NotSupported, match="does not know 'app/open'"):
        scene.open()
    assert client.running
    client.close()


def test_a_code_that_is_no_string_is_told_without_the_code() -> None:
    scene = Scene(misbehaving(""))
    with pytest.raises(ClientBroke) as broke:
        scene.ask(port.ShowCode("github"))
    assert broke.value.message == (
        f'account/code on {PHONE}: the client answered {{"code":•••••}}: code must be a string, not an integer'
    )


def test_a_lifecycle_question_cannot_be_refused() -> None:
    client = misbehaving("refuses-to-end")
    Scene(client)
    with pytest.raises(ClientBroke, match="scenario/end: the client refused, and nobody may refuse that"):
        client.end_scenario()


# Starting

GREETINGS = {
    "greets-wrongly": "lacks the member 'version'",
    "greets-without-name": "name must not be empty",
    "greets-with-typing-error": "there is no capability 'backups'; did you mean 'backup'?",
}


@pytest.mark.parametrize("wrong", GREETINGS)
def test_a_wrong_greeting_is_a_breach(wrong: str) -> None:
    with pytest.raises(ClientBroke) as broke:
        Scene(misbehaving(wrong))
    assert broke.value.kind == "breach"
    assert GREETINGS[wrong] in broke.value.message


def test_a_program_that_never_starts_is_tried_three_times_and_no_more() -> None:
    started = []
    client = misbehaving("never-starts")
    connect = client._connect
    client._connect = lambda limits: started.append(1) or connect(limits)
    for _ in range(5):
        with pytest.raises(ClientBroke) as broke:
            Scene(client)
    assert len(started) == 3
    assert broke.value.message.startswith("not started again after 3 failed starts: initialize: the client ")
    assert "exit code 1" in broke.value.message


def test_last_words_are_kept_apart_from_the_message() -> None:
    with pytest.raises(ClientBroke) as broke:
        Scene(misbehaving("never-starts"))
    assert broke.value.last_words == "there is no Java here"
    assert "Java" not in broke.value.message
    assert "its last words:\nthere is no Java here" in str(broke.value)


def test_a_program_that_reads_nothing_is_not_waited_for_for_ever() -> None:
    client = misbehaving("stops-reading-early")
    scene = Scene(client)
    lose_patience(client)
    long_uri = "otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&issuer=" + "x" * 900_000
    with pytest.raises(ClientBroke, match="did not read its input within 1 s") as broke:
        scene.ask(port.AddAccount(uri=long_uri))
    assert broke.value.kind == "hang"


def test_there_is_no_such_program() -> None:
    with pytest.raises(NotStarted, match="there is no program 'authenticator-9000'"):
        Child(["authenticator-9000"], Limits())


# Ending


def test_a_hanging_program_and_its_deaf_child_are_ended() -> None:
    client = misbehaving("hang-deaf", STRICT)
    scene = Scene(client)
    lose_patience(client)
    with pytest.raises(ClientBroke) as broke:
        scene.open()
    pids = [int(word) for word in broke.value.last_words.removeprefix("pids").split()]
    assert len(pids) == 2
    assert all(gone(pid) for pid in pids)


def test_a_hanging_program_is_asked_before_it_is_made_to() -> None:
    client = misbehaving("hang-kindly")
    scene = Scene(client)
    lose_patience(client)
    with pytest.raises(ClientBroke) as broke:
        scene.open()
    assert broke.value.last_words == "files closed"


def test_a_child_that_outlives_its_crashed_parent_is_ended() -> None:
    scene = Scene(misbehaving("crash-leaving-child"))
    with pytest.raises(ClientBroke) as broke:
        scene.open()
    assert all(gone(int(word)) for word in broke.value.last_words.removeprefix("pids").split())


def test_a_program_that_will_not_go_is_made_to() -> None:
    client = misbehaving("will-not-go", STRICT)
    Scene(client).open()
    pid = client._link.pid
    client.close()
    assert client.bad_end == "did not end within 0.3 s of the end of its input"
    assert gone(pid)


def test_closing_twice_and_closing_what_never_ran_are_nothing() -> None:
    client = misbehaving("")
    client.close()
    Scene(client)
    client.close()
    client.close()
    assert client.bad_end == ""


def test_a_client_nobody_closed_ends_with_its_owner(tmp_path: Path) -> None:
    """Not even an interpreter that stops on an error leaves a program behind."""
    script = tmp_path / "careless.py"
    script.write_text(
        "import sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from wire_house import Scene, misbehaving\n"
        "client = misbehaving('will-not-go')\n"
        "Scene(client)\n"
        "print(client._link.pid)\n"
        "raise SystemExit(1)\n",
        "utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert gone(int(done.stdout))


# Whose fault


def test_a_keyboard_interrupt_ends_the_program_too(monkeypatch: pytest.MonkeyPatch) -> None:
    client = misbehaving("many-questions")
    scene = Scene(client)
    pid = client._link.pid

    def interrupt() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(scene.services, "now_ms", interrupt)
    with pytest.raises(KeyboardInterrupt):
        scene.open()
    assert gone(pid)


def test_a_service_that_fails_is_our_fault_and_not_the_clients(monkeypatch: pytest.MonkeyPatch) -> None:
    client = misbehaving("many-questions")
    scene = Scene(client)

    def fail() -> int:
        raise ZeroDivisionError("ours")

    monkeypatch.setattr(scene.services, "now_ms", fail)
    with pytest.raises(HarnessFault, match=r"host/now failed: ZeroDivisionError"):
        scene.open()
    assert not client.running


def test_what_we_would_send_wrongly_is_our_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    client = misbehaving("many-questions")
    scene = Scene(client)
    monkeypatch.setattr(scene.services, "now_ms", lambda: "noon")
    with pytest.raises(HarnessFault, match="Lostphone was about to send a bad Instant: now_ms must be"):
        scene.open()


def test_a_bad_intent_of_ours_never_reaches_the_client() -> None:
    scene = Scene(misbehaving(""))
    with pytest.raises(HarnessFault, match="about to send a bad ShowCode: account must be a string"):
        scene.ask(port.ShowCode(7))  # type: ignore[arg-type]


# Real time


def test_deadlines_pass_while_the_clock_is_frozen() -> None:
    with FrozenClock() as clock:
        clock.start(1_750_000_000_000)
        client = misbehaving("hang-deaf")
        scene = Scene(client)
        lose_patience(client)
        with pytest.raises(ClientBroke, match="gave no answer within 1 s"):
            scene.open()
        Scene(client)
        client.close()
        assert client.bad_end == ""


# The log


def test_the_log_of_a_program_is_the_log_of_the_phone_it_was_busy_with() -> None:
    scene = Scene(misbehaving("crash"))
    with pytest.raises(ClientBroke):
        scene.open()
    assert scene.logged() == ["out of memory"]


def test_secrets_are_covered_in_logs_refusals_and_on_the_wire() -> None:
    heard = []
    scene = Scene(misbehaving("leaks", listener=heard.append))
    with pytest.raises(Refusal) as refused:
        scene.ask(port.AddAccount(uri=SECRET_URI))
    told = [
        *scene.logged(),
        str(refused.value),
        *(line.text for line in heard),
        scene.world.trace.to_jsonl().decode(),
    ]
    assert refused.value.code == "bad-input"
    assert scene.logged() == ["adding otpauth://‹secret›"]
    assert not [text for text in told if "GEZDGNBV" in text]
    assert [line.direction for line in heard] == ["→", "←"] * 4 + ["log"]


def test_a_secret_that_the_world_made_is_covered_in_any_form() -> None:
    scene = Scene(misbehaving("leaks-bare"))
    scene.world.sites.open("GitHub")
    uri = scene.world.sites.enrol("GitHub", "Mika")
    with pytest.raises(Refusal) as refused:
        scene.ask(port.AddAccount(uri=uri))
    assert refused.value.message == "‹secret› is weak"
    assert scene.logged() == ["key ‹secret›"]
    scene.client.close()
