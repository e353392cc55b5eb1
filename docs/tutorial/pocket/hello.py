import json
import sys


def answer(method):
    if method == "initialize":
        return {"name": "pocket", "version": "1", "capabilities": ["accounts", "codes"]}
    return {}


for line in sys.stdin:
    asked = json.loads(line)
    reply = {"jsonrpc": "2.0", "id": asked["id"], "result": answer(asked["method"])}
    print(json.dumps(reply), flush=True)
