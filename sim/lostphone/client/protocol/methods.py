"""What a client is asked over the wire: every method, the shape of its parameters, and of its answer.

The intents of the port travel with the device added; what begins and ends runs and scenarios has shapes
of its own here. A client leaves out of account any member that it does not know; Lostphone does not.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec

from lostphone.client.answers import ANSWERS, Answer, Done
from lostphone.client.intents import Intent
from lostphone.client.port import ClientInfo, Hello, Scenario
from lostphone.client.secret_fields import Covering


class Provision(msgspec.Struct, frozen=True):
    """A copy of the app starts on a device.

    `data_dir` is an absolute path for files of the client's own, or null where the client runs elsewhere.
    """

    device: str
    platform: str
    os_version: str
    app_version: str
    data_dir: str | None


class Nothing(msgspec.Struct, frozen=True):
    """No parameters."""


class Method(NamedTuple):
    """One thing to ask. `params` and `result` are message types; `intent` is None for a life-cycle method."""

    name: str
    params: type[msgspec.Struct]
    result: type[msgspec.Struct]
    intent: type[Intent] | None = None


def _of_intent(intent: type[Intent], result: type[Answer]) -> Method:
    fields: list[Any] = [("device", str)]
    for field in msgspec.structs.fields(intent):
        required = field.default is msgspec.NODEFAULT
        fields.append((field.name, field.type) if required else (field.name, field.type, field.default))
    params = msgspec.defstruct(
        intent.__name__,
        fields,
        bases=(Covering,),
        namespace={"__doc__": intent.__doc__},
        module=__name__,
        frozen=True,
        kw_only=True,
        omit_defaults=True,
    )
    return Method(method_of(intent), params, result, intent)


def method_of(intent: type[Intent]) -> str:
    """The method by which an intent is asked: `account/add`."""
    name = intent.__struct_config__.tag
    assert isinstance(name, str)
    return name


INITIALIZE = Method("initialize", Hello, ClientInfo)
START = Method("scenario/start", Scenario, Done)
PROVISION = Method("device/provision", Provision, Done)
END = Method("scenario/end", Nothing, Done)
SHUTDOWN = Method("shutdown", Nothing, Done)

#: Every method of a client, in the order in which the reference tells of them.
ASKED: dict[str, Method] = {
    method.name: method
    for method in (
        INITIALIZE,
        START,
        PROVISION,
        *(_of_intent(intent, result) for intent, result in ANSWERS.items()),
        END,
        SHUTDOWN,
    )
}


def params_of(device: str, intent: Intent) -> msgspec.Struct:
    """The intent as it travels, with the device it is meant for.

    >>> from lostphone.client.intents import ShowCode
    >>> msgspec.json.encode(params_of("Mika's iPhone", ShowCode("github")))
    b'{"device":"Mika\\'s iPhone","account":"github"}'
    """
    fields = {name: getattr(intent, name) for name in intent.__struct_fields__}
    return ASKED[method_of(type(intent))].params(device=device, **fields)


def intent_in(method: Method, params: msgspec.Struct) -> tuple[str, Intent]:
    """The other way: the device, and the intent."""
    assert method.intent is not None
    fields = {name: getattr(params, name) for name in method.intent.__struct_fields__}
    device: str = params.device  # type: ignore[attr-defined]  # every intent's parameters have one
    return device, method.intent(**fields)
