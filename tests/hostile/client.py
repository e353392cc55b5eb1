"""A hostile client, on the standard library alone: python client.py MODE PIDS

It speaks protocol 1 until it is asked to add an account in the first row of the scenario outline; there, or
when it starts or ends, it does what the mode says. In other scenarios it refuses everything, so a run that
goes on is seen to go on. The ids of all its processes go into the file PIDS.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

HOSTILE_SCENARIO = "#1"
OUT = sys.stdout.buffer
#: The phone that the open question is about.
ASKED = {"device": "the phone"}
INFO = {"name": "hostile", "version": "1", "language": "python", "capabilities": ["accounts", "codes"]}


def write(raw):
    OUT.write(raw)
    OUT.flush()


def say(*messages):
    """In one piece, so that they arrive together."""
    write(b"".join(json.dumps(message).encode() + b"\n" for message in messages))


def answered(number, result):
    return {"jsonrpc": "2.0", "id": number, "result": result}


def answer(number, result):
    say(answered(number, result))


def refuse(number, message="no", **error):
    error = error or {"code": 1, "data": {"refusal": "bad-input"}}
    error["message"] = message
    say({"jsonrpc": "2.0", "id": number, "error": error})


def host(method, **params):
    """Call the host and wait for its answer."""
    say({"jsonrpc": "2.0", "id": "h", "method": method, "params": {**ASKED, **params}})
    return sys.stdin.buffer.readline()


def called(method, **params):
    return {"jsonrpc": "2.0", "method": method, "params": {**ASKED, **params}}


def tell(method, **params):
    """Call the host and do not wait."""
    say(called(method, **params))


def log_beside(text):
    sys.stderr.write(text)
    sys.stderr.flush()


def sleep():
    time.sleep(600)


def for_ever(act):
    while True:
        act()


def note(pid):
    with Path(sys.argv[2]).open("a") as pids:
        pids.write(f"{pid}\n")


def with_child(then):
    """A child that keeps all three streams open and hears no signal but the last."""
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        note(os.getpid())
        sleep()
    then()


def deaf(then):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    then()


def closing(descriptor, then):
    os.close(descriptor)
    then()


def raw_result(result):
    return lambda number: write(b'{"jsonrpc":"2.0","id":%d,"result":%s}\n' % (number, result))


UGLY = "\x1b[2J\x1b]0;owned\x07\n::error::gone\r\u202e\x00##vso[task.complete]"

#: What is done instead of an answer to `account/add`; `number` is the id of the question.
IN_THE_MIDDLE = {
    "hang": lambda number: sleep(),
    "hang-deaf-to-signals": lambda number: deaf(sleep),
    "slow-drip": lambda number: for_ever(lambda: (write(b" "), time.sleep(0.02))),
    "exit": lambda number: os._exit(3),
    "exit-with-0": lambda number: os._exit(0),
    "kills-itself": lambda number: os.kill(os.getpid(), signal.SIGKILL),
    "leaves-a-child": lambda number: with_child(lambda: os._exit(3)),
    "hangs-with-a-child": lambda number: with_child(lambda: deaf(sleep)),
    "closes-its-output": lambda number: closing(1, sleep),
    "closes-its-input": lambda number: closing(0, sleep),
    "garbage": lambda number: write(b"}{ \x1b[31m no message\n"),
    "bytes": lambda number: write(bytes(range(128, 256)) + b"\n"),
    "utf-16": lambda number: write("{}\n".encode("utf-16")),
    "byte-order-mark": lambda number: write(b'\xef\xbb\xbf{"jsonrpc":"2.0","id":%d,"result":{}}\n' % number),
    "nul": lambda number: write(b'{"jsonrpc":"2.0",\x00"id":%d,"result":{}}\n' % number),
    "carriage-returns": lambda number: (write(b'{"jsonrpc":"2.0","id":%d,"result":{}}\r' % number), sleep()),
    "not-a-number": raw_result(b'{"account":NaN}'),
    "infinity": raw_result(b'{"account":-Infinity}'),
    "huge-number": raw_result(b'{"account":1%s}' % (b"0" * 5_000)),
    "float-for-a-text": raw_result(b'{"account":1.0}'),
    "number-too-far": raw_result(b'{"account":1e999}'),
    "lone-surrogate": raw_result(b'{"account":"\\ud83d"}'),
    "low-surrogate": raw_result(b'{"account":"\\udc00x"}'),
    "surrogate-bytes": raw_result(b'{"account":"\xed\xa0\xbd"}'),
    "deep": raw_result(b"[" * 100_000 + b"]" * 100_000),
    "deep-objects": raw_result(b'{"a":' * 50_000 + b"1" + b"}" * 50_000),
    "doubled-member": raw_result(b'{"account":"1","account":"2"}'),
    "doubled-id": lambda number: write(b'{"jsonrpc":"2.0","id":%d,"id":7,"result":{}}\n' % number),
    "doubled-escaped": raw_result(b'{"account":"1","\\u0061ccount":"2"}'),
    "doubled-deep": lambda number: write(
        b'{"jsonrpc":"2.0","id":"h","method":"host/screen","params":{"device":"the phone",'
        b'"view":{"name":"a","title":"b","rows":[{"title":"c","title":"d"}]}}}\n'
    ),
    "ten-megabytes": lambda number: write(b'{"x":"' + b"x" * 10_000_000 + b'"}\n'),
    "line-without-end": lambda number: for_ever(lambda: write(b"x" * 65_536)),
    "flood-of-output": lambda number: for_ever(lambda: tell("host/log", text="again")),
    "flood-of-blank-lines": lambda number: for_ever(lambda: write(b"\n" * 1_000)),
    "flood-of-stderr": lambda number: for_ever(lambda: os.write(2, b"still here\n" * 100)),
    "flood-of-log": lambda number: for_ever(lambda: tell("host/log", text="x" * 100_000)),
    "flood-of-files": lambda number: for_ever(
        lambda: host("host/storage.put", name="vault", content="AAAA" * 20_000)
    ),
    "flood-of-calls": lambda number: for_ever(lambda: host("host/now")),
    "flood-of-timers": lambda number: for_ever(lambda: host("host/timer", delay_ms=1, token="t")),
    "timer-of-no-time": lambda number: host("host/timer", delay_ms=0, token="t"),
    "wrong-id": lambda number: answer(4711, {"account": "1"}),
    "id-as-text": lambda number: answer(str(number), {"account": "1"}),
    "id-of-a-megabyte": lambda number: answer("7" * 500_000, {}),
    "answer-to-an-earlier-question": lambda number: answer(number - 1, {"account": "1"}),
    "two-answers": lambda number: say(answered(number, {"account": "1"}), answered(number, {"account": "2"})),
    "host-call-after-the-answer": lambda number: say(
        answered(number, {"account": "1"}), called("host/log", text="x")
    ),
    "batch": lambda number: say([{"jsonrpc": "2.0", "id": number, "result": {"account": "1"}}]),
    "another-phone": lambda number: say(
        {"jsonrpc": "2.0", "id": "h", "method": "host/keychain.list", "params": {"device": "Yuki's Pixel"}}
    ),
    "unknown-call": lambda number: host(f"host/{UGLY}"),
    "member-with-controls": lambda number: answer(number, {UGLY: 1, "account": "1"}),
    "error-with-controls": lambda number: refuse(number, UGLY, code=-32603),
    "refusal-of-a-megabyte": lambda number: refuse(number, "x" * 900_000, code=-32603),
    "no-such-refusal": lambda number: refuse(number, "no", code=1, data={"refusal": UGLY}),
    "controls-in-its-last-words": lambda number: (log_beside(UGLY * 3 + "\n"), os._exit(9)),
    "secret-in-an-error": None,
    "name-with-controls": lambda number: answer(number, {"account": UGLY}),
    "refusal-with-controls": lambda number: refuse(number, UGLY),
    "writes-where-it-is": lambda number: (Path("mine.txt").write_text("mine"), refuse(number)),
}


def main():
    mode = sys.argv[1]
    note(os.getpid())
    if mode == "hang-at-the-start":
        sleep()
    if mode == "speaks-first":
        say(answered(1, INFO), answered(1, INFO))
    if mode == "exits-at-the-start":
        os._exit(0)
    hostile = False
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        number, method, params = asked["id"], asked["method"], asked.get("params", {})
        ASKED["device"] = params.get("device", ASKED["device"])
        if method == "initialize":
            ugly = {"name": UGLY, "version": UGLY, "homepage": UGLY}
            answer(number, INFO | (ugly if mode == "greets-with-controls" else {}))
        elif method == "scenario/start":
            hostile = params["id"].endswith(HOSTILE_SCENARIO)
            answer(number, {})
        elif method == "account/add":
            if hostile and mode == "secret-in-an-error":
                refuse(number, params["uri"], code=-32603)
            elif hostile and mode in IN_THE_MIDDLE:
                IN_THE_MIDDLE[mode](number)
            else:
                refuse(number)
        elif method == "scenario/end" and hostile and mode == "hang-at-the-end":
            sleep()
        elif method == "scenario/end" and hostile and mode == "exit-at-the-end":
            os._exit(0)
        elif method == "scenario/end" and hostile and mode == "calls-at-the-end":
            host("host/log", text="at the end")
        elif "/" in method and not method.startswith(("scenario/", "device/")):
            refuse(number)
        else:
            answer(number, {})
            if method == "shutdown" and mode == "hang-at-shutdown":
                deaf(sleep)


if __name__ == "__main__":
    main()
