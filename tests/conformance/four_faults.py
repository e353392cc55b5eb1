"""A client on the standard library alone that breaks in another way in each scenario.

python four_faults.py PIDS: the id of every process that it starts goes into the file PIDS.
"""

import json
import os
import sys
import time

FAULTS = {
    "core.codes.leading-zeros#1": "hang",
    "core.codes.leading-zeros#2": "flood",
    "core.codes.leading-zeros#3": "garbage",
    "core.codes.zeros-accepted": "crash",
}
INFO = {"name": "four faults", "version": "1", "language": "python", "capabilities": ["accounts", "codes"]}


def note(pid: int) -> None:
    with open(sys.argv[1], "a") as pids:  # noqa: PTH123
        pids.write(f"{pid}\n")


def write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def do(fault: str) -> None:
    if fault == "hang":
        # It leaves a child behind that nobody has told to go.
        if (child := os.fork()) == 0:
            time.sleep(600)
        note(child)
        time.sleep(600)
    elif fault == "flood":
        while True:
            write("x" * 65_536)
    elif fault == "garbage":
        write("}{ this is no message\n")
    elif fault == "crash":
        sys.stderr.write("a bug of mine\n")
        os._exit(3)


def main() -> None:
    note(os.getpid())
    fault = ""
    for line in sys.stdin:
        question = json.loads(line)
        method, result = question["method"], {}
        if method == "initialize":
            result = INFO
        elif method == "scenario/start":
            fault = FAULTS.get(question["params"]["id"], "crash")
        elif "/" in method and not method.startswith(("scenario/", "device/")):
            do(fault)
        write(json.dumps({"jsonrpc": "2.0", "id": question["id"], "result": result}) + "\n")


main()
