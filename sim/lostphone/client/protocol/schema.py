"""Protocol 1 as JSON Schema (2020-12), made from the message types; the files are in the package.

`to-client.json` describes every line that a client reads, `from-client.json` every line that it writes.
Both hold each method's parameters and result by name: `#/$defs/account~1code.params`,
`#/$defs/account~1code.result`. Written by `python -m lostphone.client.protocol.schema`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from lostphone.client.port import CAPABILITIES, PROTOCOL, ClientInfo
from lostphone.client.protocol.host import HOST_CALLS
from lostphone.client.protocol.methods import ASKED
from lostphone.client.protocol.validation import on_the_wire
from lostphone.refusal import CODES

FOLDER = Path(__file__).parent / "schemas"

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: Parameters and result of methods, by name.
_Shapes: TypeAlias = Mapping[str, tuple[type[msgspec.Struct], type[msgspec.Struct]]]

_ID = {"type": ["integer", "string"]}
_VERSION = {"const": "2.0"}


def documents() -> dict[str, Any]:
    """The two schemas, by file name."""
    asked = {name: (method.params, method.result) for name, method in ASKED.items()}
    host = {name: (call, call.answer) for name, call in HOST_CALLS.items()}
    return {
        "to-client.json": _document("what a client reads", asked, host, no_answer_needed=()),
        "from-client.json": _document(
            "what a client writes", host, asked, no_answer_needed=("host/screen", "host/log")
        ),
    }


def files() -> dict[Path, str]:
    """What the files have to hold."""
    return {
        FOLDER / name: json.dumps(document, indent=2, ensure_ascii=False) + "\n"
        for name, document in documents().items()
    }


def _document(title: str, calls: _Shapes, answers: _Shapes, no_answer_needed: tuple[str, ...]) -> Any:
    """A schema for the lines of one direction: calls of that direction, and answers to those of the other."""
    named: dict[str, Any] = {}
    for name, (params, result) in {**calls, **answers}.items():
        named[f"{name}.params"], named[f"{name}.result"] = params, on_the_wire(result)
    shapes, definitions = msgspec.json.schema_components(
        named.values(), schema_hook=_anything, ref_template="#/$defs/{name}"
    )
    methods = {name: _plain(shape) for name, shape in zip(named, shapes, strict=True)}
    return {
        "$schema": _DIALECT,
        "title": f"Lostphone protocol {PROTOCOL}: {title}",
        "anyOf": [
            *(_call(name, name in no_answer_needed) for name in calls),
            {"$ref": "#/$defs/answer"},
            {"$ref": "#/$defs/error"},
        ],
        "$defs": {
            "answer": _answer(list(answers)),
            "error": _error(),
            **methods,
            **{name: _refined(name, _plain(shape)) for name, shape in sorted(definitions.items())},
        },
    }


def _call(name: str, may_lack_id: bool) -> dict[str, Any]:
    return {
        "title": name,
        "type": "object",
        "properties": {
            "jsonrpc": _VERSION,
            "id": _ID,
            "method": {"const": name},
            "params": {"$ref": f"#/$defs/{_pointer(name)}.params"},
        },
        "required": ["jsonrpc", "method", "params"] if may_lack_id else ["jsonrpc", "id", "method", "params"],
        "additionalProperties": False,
    }


def _answer(names: list[str]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            "jsonrpc": _VERSION,
            "id": _ID,
            "result": {"anyOf": [{"$ref": f"#/$defs/{_pointer(name)}.result"} for name in names]},
        },
        "required": ["jsonrpc", "id", "result"],
        "additionalProperties": False,
    }


def _error() -> dict[str, Any]:
    """A refusal is error 1 with its code in the data; any other number is an error of JSON-RPC."""
    refusal = {"type": "object", "properties": {"refusal": {"enum": list(CODES)}}}
    return {
        "type": "object",
        "properties": {
            "jsonrpc": _VERSION,
            "id": {"type": ["integer", "string", "null"]},
            "error": {
                "type": "object",
                "properties": {
                    "code": {"type": "integer"},
                    "message": {"type": "string"},
                    "data": {"anyOf": [{"type": "null"}, refusal]},
                },
                "required": ["code", "message"],
            },
        },
        "required": ["jsonrpc", "id", "error"],
        "additionalProperties": False,
    }


def _refined(name: str, shape: Any) -> Any:
    """What the types alone cannot say."""
    if name == ClientInfo.__name__:
        shape["properties"]["name"]["pattern"] = r"\S"
        shape["properties"]["capabilities"]["items"] = {"enum": list(CAPABILITIES)}
    return shape


def _anything(_: type) -> dict[str, Any]:
    """WebAuthn options and responses: their shape is WebAuthn's affair."""
    return {"description": "any JSON value, as WebAuthn has it"}


def _plain(shape: Any) -> Any:
    """Descriptions of one line, for they were docstrings."""
    if isinstance(shape, dict):
        return {
            key: " ".join(value.split()) if key == "description" and isinstance(value, str) else _plain(value)
            for key, value in shape.items()
        }
    return [_plain(item) for item in shape] if isinstance(shape, list) else shape


def _pointer(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for path, text in files().items():
        path.write_text(text, "utf-8")
