"""Writes the tables of `reference/protocol.md` from the message types, between their marks."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import inspect

from lostphone.client.port import CAPABILITIES
from lostphone.client.protocol.host import HOST_CALLS
from lostphone.client.protocol.methods import ASKED
from lostphone.refusal import CODES

TARGET = Path(__file__).resolve().parent / "reference" / "protocol.md"

_MARKED = re.compile(
    r"(<!-- made by docs/protocol_tables\.py: (?P<name>\w+) -->\n).*?(<!-- end -->)", re.DOTALL
)


def page(text: str | None = None) -> str:
    """The page with its tables made anew; of the file as it is, unless another text is given."""
    text = TARGET.read_text("utf-8") if text is None else text
    tables = {
        "asked": _methods(
            (name, method.params, method.result, method.params.__doc__) for name, method in ASKED.items()
        ),
        "host": _methods((name, call, call.answer, call.__doc__) for name, call in HOST_CALLS.items()),
        "shapes": _shapes(),
        "capabilities": _pairs("capability", "what it means", CAPABILITIES),
        "refusals": _pairs("code", "what it means", CODES),
    }
    return _MARKED.sub(lambda found: f"{found[1]}{tables[found['name']]}{found[3]}", text)


def _methods(rows: Iterable[tuple[str, type[Any], type[Any], str | None]]) -> str:
    lines = ["| method | parameters | answer | what is meant |", "|---|---|---|---|"]
    for name, params, result, meaning in rows:
        said = _SAID.get(name) or _sentence(meaning)
        lines.append(f"| `{name}` | {_members(params)} | {_members(result)} | {said} |")
    return "\n".join(lines) + "\n"


#: What the docstring of a message, which is written for Python, does not say well of the method.
_SAID = {
    "initialize": "Once, before anything else.",
    "scenario/start": "A scenario begins: the devices of an earlier one are gone.",
    "scenario/end": "The scenario is over.",
    "shutdown": "The run is over: answer, and end.",
}


def _members(message: type[Any]) -> str:
    described = inspect.type_info(message)
    assert isinstance(described, inspect.StructType)
    shown = [_member(field) for field in described.fields]
    return "<br>".join(shown) or "`{}`"


def _member(field: inspect.Field) -> str:
    """Name and kind, and what it stands for when it is missing and that is not nothing."""
    if field.required:
        return f"`{field.encode_name}`: {_kind(field.type)}"
    # An empty list or object comes from a factory, which need not be told of.
    tells = field.default is not msgspec.NODEFAULT and field.default
    default = f" (`{msgspec.json.encode(field.default).decode()}`)" if tells else ""
    return f"`{field.encode_name}?`: {_kind(field.type)}{default}"


def _kind(described: inspect.Type) -> str:
    match described:
        case inspect.Metadata():
            return _kind(described.type)
        case inspect.StrType():
            return "string"
        case inspect.BoolType():
            return "boolean"
        case inspect.IntType():
            return "integer"
        case inspect.BytesType():
            return "Base64"
        case inspect.NoneType():
            return "null"
        case inspect.LiteralType():
            return " or ".join(f'`"{value}"`' for value in sorted(described.values))
        case inspect.StructType():
            return f"[{described.cls.__name__}](#shapes)"
        case inspect.UnionType():
            return " or ".join(_kind(kind) for kind in described.types)
        case inspect.VarTupleType():
            return f"list of {_kind(described.item_type)}"
        case inspect.DictType():
            return "object" if _is_any(described.value_type) else f"object of {_kind(described.value_type)}"
    raise TypeError(f"no words for {described}")


def _is_any(described: inspect.Type) -> bool:
    return isinstance(described, inspect.CustomType)


def _shapes() -> str:
    """Every message that stands inside another."""
    roots = [*(shape for method in ASKED.values() for shape in (method.params, method.result))]
    roots += [shape for call in HOST_CALLS.values() for shape in (call, call.answer)]
    inner: dict[str, type[msgspec.Struct]] = {}
    for root in roots:
        for message in _inside(inspect.type_info(root)):
            inner.setdefault(message.__name__, message)
    lines = ["| shape | members | what it is |", "|---|---|---|"]
    lines += [f"| {name} | {_members(shape)} | {_sentence(shape.__doc__)} |" for name, shape in inner.items()]
    return "\n".join(lines) + "\n"


def _inside(described: inspect.Type) -> Iterator[type[msgspec.Struct]]:
    fields = described.fields if isinstance(described, inspect.StructType) else ()
    for field in fields:
        for part in _parts(field.type):
            if isinstance(part, inspect.StructType):
                yield part.cls
                yield from _inside(part)


def _parts(described: inspect.Type) -> Iterator[inspect.Type]:
    match described:
        case inspect.UnionType():
            for kind in described.types:
                yield from _parts(kind)
        case inspect.VarTupleType():
            yield from _parts(described.item_type)
        case _:
            yield described


def _pairs(left: str, right: str, pairs: dict[str, str]) -> str:
    lines = [f"| {left} | {right} |", "|---|---|"]
    return "\n".join([*lines, *(f"| `{name}` | {meaning} |" for name, meaning in pairs.items())]) + "\n"


def _sentence(docstring: str | None) -> str:
    return " ".join((docstring or "").split()).replace("|", "\\|")


if __name__ == "__main__":
    TARGET.write_text(page(), "utf-8")
    sys.stdout.write(f"{TARGET.name} written\n")
