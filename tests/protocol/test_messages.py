"""Messages: every type survives the wire, whatever else is told apart, and the schemas agree."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import inspect

from lostphone.client import port
from lostphone.client.answers import ANSWERS
from lostphone.client.protocol import host, methods, rpc, schema
from lostphone.client.protocol.remote import RemoteServices
from lostphone.client.protocol.validation import BadMessage, check, on_the_wire, read
from lostphone.client.secret_fields import covered_fields
from lostphone.refusal import CODES, Refusal
from lostphone.world.devices.services import PlatformServices

#: Every shape on the wire: those to the client, and those from it.
TO_CLIENT = {
    **{f"{name}.params": method.params for name, method in methods.ASKED.items()},
    **{f"{name}.result": call.answer for name, call in host.HOST_CALLS.items()},
}
FROM_CLIENT = {
    **{f"{name}.result": method.result for name, method in methods.ASKED.items()},
    **{f"{name}.params": call for name, call in host.HOST_CALLS.items()},
}
SHAPES = TO_CLIENT | FROM_CLIENT

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=8,
)


def values(described: inspect.Type) -> st.SearchStrategy[Any]:
    """Values of a type, as the type itself says it."""
    match described:
        case inspect.Metadata():
            return values(described.type)
        case inspect.StructType():
            made = {
                field.name: values(field.type)
                for field in described.fields
                if not (described.cls is port.ClientInfo and field.name in ("capabilities", "name"))
            }
            if described.cls is port.ClientInfo:
                made["name"] = TEXT.filter(str.strip)
                made["capabilities"] = st.lists(st.sampled_from(list(port.CAPABILITIES))).map(tuple)
            return st.builds(described.cls, **made)
        case inspect.UnionType():
            return st.one_of(*(values(kind) for kind in described.types))
        case inspect.StrType():
            return TEXT
        case inspect.BoolType():
            return st.booleans()
        case inspect.IntType():
            low = -(2**53) if described.ge is None else described.ge
            return st.integers(low, 2**53 if described.le is None else described.le)
        case inspect.BytesType():
            return st.binary(max_size=40)
        case inspect.NoneType():
            return st.none()
        case inspect.LiteralType():
            return st.sampled_from(sorted(described.values))
        case inspect.VarTupleType():
            return st.lists(values(described.item_type), max_size=3).map(tuple)
        case inspect.DictType():
            return st.dictionaries(values(described.key_type), values(described.value_type), max_size=3)
        case inspect.CustomType() if described.cls is object:
            return ANY_JSON
    raise AssertionError(f"no values for {described}")


def messages(names: Any = SHAPES) -> st.SearchStrategy[tuple[str, msgspec.Struct]]:
    return st.sampled_from(sorted(names)).flatmap(
        lambda name: values(inspect.type_info(SHAPES[name])).map(lambda message: (name, message))
    )


@given(messages())
def test_every_message_survives_the_wire(made: tuple[str, msgspec.Struct]) -> None:
    name, message = made
    assert read(msgspec.json.encode(message), SHAPES[name]) == message
    assert check(message, SHAPES[name]) == message


@given(messages({name: shape for name, shape in TO_CLIENT.items() if name.endswith(".params")}))
def test_an_intent_comes_out_of_its_parameters_as_it_went_in(made: tuple[str, msgspec.Struct]) -> None:
    name, params = made
    method = methods.ASKED[name.removesuffix(".params")]
    if method.intent is not None:
        device, intent = methods.intent_in(method, params)
        assert methods.params_of(device, intent) == params
        assert methods.method_of(type(intent)) == method.name


@given(
    st.sampled_from(sorted(SHAPES)),
    st.binary(max_size=200) | ANY_JSON.map(lambda it: json.dumps(it).encode()),
)
def test_whatever_the_bytes_are_it_is_a_message_or_a_bad_one(name: str, raw: bytes) -> None:
    for reader in (lambda: read(raw, SHAPES[name]), lambda: rpc.parse(raw)):
        with contextlib.suppress(BadMessage):
            reader()


@given(st.sampled_from(sorted(SHAPES)), ANY_JSON)
def test_whatever_a_python_client_answers_is_a_message_or_a_bad_one(name: str, thing: object) -> None:
    for answer in (thing, {1, 2}, object(), {"code": b"\xff"}, float("nan"), 2**70):
        with contextlib.suppress(BadMessage):
            check(answer, SHAPES[name])


# Schemas


@pytest.fixture(scope="module")
def schemas() -> dict[str, Any]:
    return schema.documents()


def test_the_files_in_the_package_are_what_the_types_say() -> None:
    shipped = {path: path.read_text("utf-8") for path in schema.FOLDER.iterdir()}
    assert shipped == schema.files(), "run: python -m lostphone.client.protocol.schema"


def test_the_schemas_are_schemas(schemas: dict[str, Any]) -> None:
    for document in schemas.values():
        jsonschema.Draft202012Validator.check_schema(document)


VALIDATORS: dict[tuple[str, str], Any] = {}


def accepts(document: Any, title: str, name: str, instance: object) -> bool:
    validator = VALIDATORS.get((title, name))
    if validator is None:
        aim = {"$schema": document["$schema"], "$defs": document["$defs"]}
        aim |= {"$ref": "#/$defs/" + name.replace("/", "~1")} if name else {"anyOf": document["anyOf"]}
        validator = VALIDATORS[title, name] = jsonschema.Draft202012Validator(aim)
    return validator.is_valid(instance)


@given(messages())
def test_the_schemas_take_every_message(schemas: dict[str, Any], made: tuple[str, msgspec.Struct]) -> None:
    name, message = made
    plain = json.loads(msgspec.json.encode(message))
    for title, document in schemas.items():
        assert accepts(document, title, name, plain)
    title = "to-client.json" if name in TO_CLIENT else "from-client.json"
    method, _, part = name.rpartition(".")
    line = {"jsonrpc": "2.0", "id": 3} | (
        {"method": method, "params": plain} if part == "params" else {"result": plain}
    )
    assert accepts(schemas[title], title, "", line)


def spoilt(plain: Any, draw: Any) -> Any:
    """One thing in it otherwise: a member too many, too few, or of another kind."""
    if not isinstance(plain, dict):
        return draw(ANY_JSON)
    how = draw(st.sampled_from(["more", "less", "other"]))
    if how == "more" or not plain:
        return plain | {draw(TEXT): draw(ANY_JSON)}
    name = draw(st.sampled_from(sorted(plain)))
    if how == "less":
        return {key: value for key, value in plain.items() if key != name}
    return plain | {name: draw(ANY_JSON)}


@settings(max_examples=200)
@given(messages(FROM_CLIENT), st.data())
def test_schema_and_validation_agree_on_what_is_wrong(
    schemas: dict[str, Any], made: tuple[str, msgspec.Struct], data: st.DataObject
) -> None:
    name, message = made
    plain = spoilt(json.loads(msgspec.json.encode(message)), data.draw)
    try:
        read(json.dumps(plain).encode(), SHAPES[name])
        fine = True
    except BadMessage as bad:
        # JSON Schema has no word for what Base64 looks like.
        if "base64" in bad.what:
            return
        fine = False
    assert accepts(schemas["from-client.json"], "from-client.json", name, plain) == fine, plain


@pytest.mark.parametrize(
    ("info", "fine"),
    [
        ({"name": "a", "version": "1", "capabilities": ["backup"]}, True),
        ({"name": "a", "version": "1", "capabilities": ["backups"]}, False),
        ({"name": " ", "version": "1"}, False),
    ],
)
def test_schema_and_validation_agree_on_greetings(schemas: dict[str, Any], info: object, fine: bool) -> None:
    assert accepts(schemas["from-client.json"], "from-client.json", "initialize.result", info) == fine
    with contextlib.nullcontext() if fine else pytest.raises(BadMessage):
        read(json.dumps(info).encode(), port.ClientInfo)


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_refusal_survives_the_wire(schemas: dict[str, Any], code: str) -> None:
    line = rpc.refusal_line(9, Refusal(code, "because"))
    reply = rpc.parse(line)
    assert isinstance(reply, rpc.Reply)
    assert reply.error is not None
    refusal = reply.error.refusal()
    assert refusal is not None
    assert (refusal.code, refusal.message) == (code, "because")
    for title, document in schemas.items():
        assert accepts(document, title, "", json.loads(line))
        unknown = json.loads(line.replace(code.encode(), b"just-because"))
        assert not accepts(document, title, "", unknown)


# Nothing is missing


def test_every_intent_has_an_answer_and_a_method() -> None:
    intents = set(port.Intent.__subclasses__())
    assert set(ANSWERS) == intents
    assert {method.intent for method in methods.ASKED.values()} - {None} == intents


def test_every_service_is_a_host_call_and_is_remote() -> None:
    services = {name for name in vars(PlatformServices) if not name.startswith("_")}
    assert services <= set(vars(RemoteServices)), "RemoteServices lets a service through"
    on_the_wire_as = {name.removeprefix("host/").replace(".", "_") for name in host.HOST_CALLS}
    # The time is "now" on the wire; the folder is told once, when the device is provisioned.
    assert on_the_wire_as == services - {"data_dir", "now_ms"} | {"now"}


def test_a_message_with_a_secret_prints_none() -> None:
    for name, shape in SHAPES.items():
        if not covered_fields(shape):
            continue
        fields = {
            field.name: (b"hunter2" if isinstance(field.type, inspect.BytesType) else "hunter2")
            for field in inspect.type_info(shape).fields
            if field.name in covered_fields(shape)
        }
        others = {
            field.name: "plain" for field in inspect.type_info(shape).fields if field.name not in fields
        }
        assert "hunter2" not in repr(shape(**fields, **others)), name


def test_nothing_to_say_may_be_said_in_two_ways() -> None:
    assert read(b"{}", port.Done) == read(b"null", port.Done) == port.Done()
    assert on_the_wire(port.Code) is port.Code
    with pytest.raises(BadMessage):
        read(b"null", port.Code)


#: What is wrong, and how it is said to whoever writes a client.
EXPLAINED = [
    (b'{"code":81804}', port.Code, "code must be a string, not an integer"),
    (b'{"code":null}', port.Code, "code must be a string, not null"),
    (b"{}", port.Code, "it lacks the member 'code'"),
    (b'{"code":"1","cod":"2"}', port.Code, "it has no member 'cod'; did you mean 'code'?"),
    (b"[]", port.Code, "it must be an object, not an array"),
    (b'{"rows":[{"id":"1","issuer":"","name":"","kind":"bank"}]}', port.Accounts,
     "rows[0].kind is none of the words that are allowed there"),
    (b'{"rows":[{"id":1}]}', port.Accounts, "rows[0].id must be a string, not an integer"),
    (b'{"ready":-1,"sign_in":0}', port.Restored, "ready must be an integer >= 0"),
    (b'{"on":"yes"}', port.BackupState, "on must be true or false, not a string"),
    (b'{"on":true,"last_good_ms":1.5}', port.BackupState, "last_good_ms must be an integer or null, not a number"),
    (b'{"device":"a","entries":{"x":1}}', host.PasswordsSync, "entries[...] must be a string, not an integer"),
    (b'{"device":"a","name":"b","content":"%"}', host.StoragePut, "content: invalid base64 encoded string"),
    (b"{", port.Code, "it is not JSON: Input data was truncated"),
    (b"", port.Code, "it is not JSON: Input data was truncated"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "wanted", "said"), EXPLAINED)
def test_what_is_wrong_is_said_in_the_words_of_a_client(raw: bytes, wanted: type[Any], said: str) -> None:
    with pytest.raises(BadMessage) as bad:
        read(raw, wanted)
    assert bad.value.what == said
