"""A client that speaks protocol 1 correctly until it is asked `app/open`; then it does one thing wrong.

A program of its own, on the standard library alone: python misbehaving.py WRONG
"""

import base64
import json
import os
import signal
import sys
import time

OUT = sys.stdout.buffer


def write(raw: bytes) -> None:
    OUT.write(raw)
    OUT.flush()


def say(message: object) -> None:
    write(json.dumps(message).encode() + b"\n")


def call(method: str, number: object = "h1", **params: object) -> None:
    about = {} if number is None else {"id": number}
    say({"jsonrpc": "2.0", **about, "method": method, "params": params})


def answer(number: object, result: object) -> None:
    say({"jsonrpc": "2.0", "id": number, "result": result})


def refuse(number: object, **error: object) -> None:
    say({"jsonrpc": "2.0", "id": number, "error": error})


def for_ever(act) -> None:
    while True:
        act()


def sleep() -> None:
    time.sleep(3600)


def stay_deaf_to_signals() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


def say_goodbye(*_: object) -> None:
    sys.stderr.write("files closed\n")
    sys.exit(0)


def with_child(number: object, device: str, then) -> None:
    child = os.fork()
    if child == 0:
        stay_deaf_to_signals()
        sleep()
    sys.stderr.write(f"pids {os.getpid()} {child}\n")
    sys.stderr.flush()
    then()


WRONG = {
    "hang": lambda number, device: sleep(),
    "hang-deaf": lambda number, device: (stay_deaf_to_signals(), with_child(number, device, sleep)),
    "hang-kindly": lambda number, device: (signal.signal(signal.SIGTERM, say_goodbye), sleep()),
    "half-line": lambda number, device: (write(b'{"jsonrpc":"2.0","id":3,'), sleep()),
    "crash": lambda number, device: (sys.stderr.write("out of memory\n"), sys.stderr.flush(), os._exit(7)),
    "signal": lambda number, device: os.kill(os.getpid(), signal.SIGKILL),
    "half-line-crash": lambda number, device: (write(b'{"jsonrpc":'), os._exit(0)),
    "crash-leaving-child": lambda number, device: with_child(number, device, lambda: os._exit(3)),
    "closed-output": lambda number, device: (os.close(1), sleep()),
    "long-line": lambda number, device: for_ever(lambda: write(b"x" * 65536)),
    "many-messages": lambda number, device: for_ever(
        lambda: call("host/log", None, device=device, text="again")
    ),
    "many-questions": lambda number, device: for_ever(lambda: call("host/now", device=device)),
    "blank-lines": lambda number, device: for_ever(lambda: write(b"\n" * 100)),
    "endless-log": lambda number, device: for_ever(lambda: os.write(2, b"still at it\n" * 100)),
    "one-endless-log-line": lambda number, device: for_ever(lambda: os.write(2, b"still at it " * 100)),
    "log-and-deaf": lambda number, device: (
        write(b'{"jsonrpc":"2.0","id":4,"result":{}}\n'),
        for_ever(lambda: os.write(2, b"still at it\n" * 100)),
    ),
    "not-utf8": lambda number, device: write(b'{"jsonrpc":"2.0","id":1,"result":{"x":"\xff"}}\n'),
    "not-json": lambda number, device: write(b"DEBUG: opening the app\n"),
    "deep": lambda number, device: write(
        b'{"jsonrpc":"2.0","id":4,"result":' + b"[" * 100_000 + b"]" * 100_000 + b"}\n"
    ),
    "a-number": lambda number, device: write(b"42\n"),
    "batch": lambda number, device: say([{"jsonrpc": "2.0", "id": number, "result": {}}]),
    "version-1": lambda number, device: say({"id": number, "result": {}}),
    "neither": lambda number, device: say({"jsonrpc": "2.0", "id": number}),
    "both": lambda number, device: say(
        {"jsonrpc": "2.0", "id": number, "result": {}, "error": {"code": 1, "message": ""}}
    ),
    "other-id": lambda number, device: answer(4711, {}),
    "id-as-text": lambda number, device: answer(str(number), {}),
    "no-id": lambda number, device: say({"jsonrpc": "2.0", "id": None, "result": {}}),
    "twice": lambda number, device: (answer(number, {}), answer(number, {})),
    "talks-on": lambda number, device: (
        answer(number, {}),
        call("host/log", None, device=device, text="and"),
    ),
    "unknown-host-call": lambda number, device: call("host/microphone", device=device),
    "calls-a-client-method": lambda number, device: call("app/open", device=device),
    "host-call-without-id": lambda number, device: call("host/now", None, device=device),
    "host-call-of-nobody": lambda number, device: call("host/now", device="Grandma's Nokia"),
    "host-call-bad-type": lambda number, device: call("host/random", device=device, count="ten"),
    "host-call-too-much": lambda number, device: call("host/random", device=device, count=10**9),
    "host-call-typing-error": lambda number, device: call("host/log", device=device, txt="hello", text="a"),
    "host-call-bad-base64": lambda number, device: call(
        "host/storage.put", device=device, name="vault", content="!"
    ),
    "host-call-as-list": lambda number, device: say(
        {"jsonrpc": "2.0", "id": 1, "method": "host/now", "params": [device]}
    ),
    "bad-result": lambda number, device: answer(number, {"opened": True}),
    "null-result": lambda number, device: answer(number, 0),
    "unknown-refusal": lambda number, device: refuse(
        number, code=1, message="no", data={"refusal": "mercury-retrograde"}
    ),
    "refusal-without-code": lambda number, device: refuse(number, code=1, message="no"),
    "internal-error": lambda number, device: refuse(number, code=-32603, message="NullPointerException"),
    "misunderstood": lambda number, device: refuse(number, code=-32602, message="what is a device?"),
    "not-supported": lambda number, device: refuse(number, code=-32601, message="later"),
}

INFO = {"name": "misbehaving", "version": "1", "language": "python"}
GREETINGS = {
    "greets-wrongly": {"name": "misbehaving"},
    "greets-without-name": {"name": " ", "version": "1"},
    "greets-with-typing-error": {**INFO, "capabilities": ["backups"]},
}


def main(wrong: str) -> None:
    if wrong == "never-starts":
        sys.exit("there is no Java here")
    if wrong == "deaf-from-the-start":
        sleep()
    if wrong == "will-not-go":
        stay_deaf_to_signals()
    while line := sys.stdin.buffer.readline():
        asked = json.loads(line)
        number, method = asked["id"], asked["method"]
        if method == "initialize":
            answer(number, GREETINGS.get(wrong, INFO))
        elif method == "app/open" and wrong in WRONG:
            WRONG[wrong](number, asked["params"]["device"])
        elif method == "account/code":
            answer(number, {"code": 81804})
        elif method == "account/add" and wrong == "leaks":
            sys.stderr.write(f"adding {asked['params']['uri']}\n")
            sys.stderr.flush()
            refuse(
                number, code=1, message=f"cannot add {asked['params']['uri']}", data={"refusal": "bad-input"}
            )
        elif method == "account/add" and wrong == "leaks-bare":
            secret = asked["params"]["uri"].partition("secret=")[2].partition("&")[0]
            sys.stderr.write(f"key {base64.b32decode(secret).hex()}\n")
            sys.stderr.flush()
            refuse(number, code=1, message=f"{secret} is weak", data={"refusal": "bad-input"})
        elif method == "scenario/end" and wrong == "refuses-to-end":
            refuse(number, code=1, message="not yet", data={"refusal": "must-wait"})
        else:
            answer(number, {})
        if method == "scenario/end" and wrong == "leaves-between-scenarios":
            sys.exit(0)
        if method == "scenario/end" and wrong == "stops-reading":
            sleep()
        if method == "device/provision" and wrong == "stops-reading-early":
            sleep()
    if wrong == "will-not-go":
        sleep()


if __name__ == "__main__":
    main(sys.argv[1])
