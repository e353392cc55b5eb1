"""Secrets in messages: marked where a message type is declared, so that nothing that prints one can forget.

A field of bytes is always covered, for bytes at this port are keys, blobs and random numbers. A field of
text is covered when its type is `CoveredText` (or holds one). `Covering` gives a message a repr without
them; the wire log and the error messages take the names of the fields from here
(docs/explanation/design.md#secrets-never-leave).

>>> class Paper(Covering, frozen=True):
...     title: str
...     password: CoveredText
>>> Paper("Plan", "hunter2")
Paper(title='Plan', password=‹secret›)
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, TypeAlias

import msgspec
from msgspec import inspect

from lostphone.base.secret import MARK

_COVERED = "covered"

#: Text that nobody but its receiver may see: a link with a secret, a password, a one-time password.
CoveredText: TypeAlias = Annotated[
    str, msgspec.Meta(extra={_COVERED: True}, extra_json_schema={"x-covered": True})
]


class Covering(msgspec.Struct, frozen=True):
    """A message whose repr covers what is covered."""

    def __repr__(self) -> str:
        covered = covered_fields(type(self))
        shown = (
            f"{name}={MARK if name in covered and value is not None else repr(value)}"
            for name, value in ((name, getattr(self, name)) for name in self.__struct_fields__)
        )
        return f"{type(self).__name__}({', '.join(shown)})"


@cache
def covered_fields(message: type[msgspec.Struct]) -> frozenset[str]:
    """Names of the fields of a message type that hold a secret, or may."""
    described = inspect.type_info(message)
    assert isinstance(described, inspect.StructType)
    return frozenset(field.encode_name for field in described.fields if _is_covered(field.type))


def all_covered_names(described: inspect.Type) -> frozenset[str]:
    """The same for a type and every message inside it, whatever its depth."""
    names: set[str] = set()
    if isinstance(described, inspect.StructType):
        names.update(covered_fields(described.cls))
        for field in described.fields:
            names.update(all_covered_names(field.type))
    for inner in _inside(described):
        names.update(all_covered_names(inner))
    return frozenset(names)


def _is_covered(described: inspect.Type) -> bool:
    if isinstance(described, inspect.BytesType):
        return True
    if isinstance(described, inspect.Metadata) and (described.extra or {}).get(_COVERED):
        return True
    return any(_is_covered(inner) for inner in _inside(described))


def _inside(described: inspect.Type) -> tuple[inspect.Type, ...]:
    """What a container, a union or a mark is made of; a message inside has fields of its own."""
    if isinstance(described, inspect.Metadata):
        return (described.type,)
    if isinstance(described, inspect.UnionType):
        return described.types
    if isinstance(described, inspect.VarTupleType | inspect.ListType):
        return (described.item_type,)
    if isinstance(described, inspect.DictType):
        return (described.key_type, described.value_type)
    return ()
