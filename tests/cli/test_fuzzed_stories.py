"""A saved story that was changed in any way is played or refused in words: never our fault, never a traceback."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import inspect

from lostphone.cli import main
from lostphone.stories.actions import KINDS, encode
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.phones import GivePhone

ROOT = Path(__file__).resolve().parents[2]
PHONES = ("Mika's iPhone", "Mika's new iPhone", "Mika's Android phone", "Yuki's Pixel")
WORDS = (
    *PHONES,
    *("Mika", "Yuki", "GitHub", "mika@outlook.com", "mika@contoso.com", "mika@icloud.com", "Contoso"),
    *(
        "ios",
        "android",
        "icloud-drive",
        "icloud-keychain",
        "vault",
        "",
        "../x",
        "\x1b[2J\n::error::",
        "x" * 3_000,
    ),
)
NUMBERS = (
    0,
    1,
    -1,
    6,
    8,
    30,
    1_000,
    86_400_000,
    1_700_000_000_000,
    2**31,
    2**53,
    2**63 - 1,
    2**64,
    10**30,
    -(10**15),
)
ODD = (None, True, 1.5, 1e308, [], {}, [[]], {"a": 1}, [1, "a"])
VALUES = st.one_of(st.sampled_from(WORDS), st.sampled_from(NUMBERS), st.sampled_from(ODD))


def of_type(described: inspect.Type) -> st.SearchStrategy[Any]:
    """Values of a field's type, usual ones and those at the edge."""
    match described:
        case inspect.IntType():
            return st.sampled_from(NUMBERS)
        case inspect.BoolType():
            return st.booleans()
        case inspect.LiteralType():
            return st.sampled_from(described.values)
        case inspect.NoneType():
            return st.none()
        case inspect.UnionType():
            return st.one_of(*(of_type(one) for one in described.types))
        case inspect.VarTupleType() | inspect.ListType():
            return st.lists(of_type(described.item_type), max_size=3)
        case inspect.DictType():
            return st.dictionaries(st.sampled_from(WORDS), of_type(described.value_type), max_size=2)
        case inspect.Metadata():
            return of_type(described.type)
        case _:
            return st.sampled_from(WORDS)


@cache
def any_action() -> st.SearchStrategy[dict[str, Any]]:
    """An action of any kind, its fields of the right types."""

    def of(kind: type[Action]) -> st.SearchStrategy[dict[str, Any]]:
        fields = {field.name: of_type(field.type) for field in inspect.type_info(kind).fields}
        tag = str(kind.__struct_config__.tag)
        return st.fixed_dictionaries({"do": st.just(tag)}, optional={}).flatmap(
            lambda head: st.fixed_dictionaries(fields).map(lambda rest: head | rest)
        )

    return st.sampled_from(list(KINDS.values())).flatmap(of)


@cache
def saved() -> tuple[bytes, ...]:
    """Stories that were saved, some of people and one that was found."""
    from lostphone.conformance.freezing import shipped_pickles
    from lostphone.stories.performance import perform
    from lostphone.stories.recipe import write_story
    from lostphone.stories.story import Story

    stories = [(ROOT / "docs/how-to/found/code-period-7.story").read_bytes()]
    for name in ("ms.ios2.lost-phone-everything-on", "core.codes.leading-zeros#1"):
        with Story() as story:
            perform(shipped_pickles()[name], story)
            stories.append(write_story(story.saved()))
    return tuple(stories)


@st.composite
def changed(draw: st.DrawFn) -> bytes:
    """A saved story, with a few changes."""
    lines = [json.loads(line) for line in draw(st.sampled_from(saved())).splitlines()]
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(lines) - 1))
        kind = draw(st.sampled_from(("value", "recipe", "action", "swap", "drop", "member")))
        if kind == "action":
            lines.insert(draw(st.integers(1, len(lines) - 1)), draw(any_action()))
        elif kind == "swap":
            lines[place], lines[-1 - place] = lines[-1 - place], lines[place]
        elif kind == "drop" and len(lines) > 2:
            del lines[place]
        elif kind == "recipe" and "recipe" in lines[0] and isinstance(lines[0]["recipe"], dict):
            name = draw(
                st.sampled_from(("seed", "start_ms", "switches", "locale", "races", "timeout_ms", "client"))
            )
            lines[0]["recipe"][name] = draw(VALUES)
        elif isinstance(lines[place], dict) and lines[place]:
            name = draw(st.sampled_from(sorted(lines[place])))
            if kind == "member":
                del lines[place][name]
            else:
                lines[place][name] = draw(VALUES)
    if draw(st.integers(0, 9)) and isinstance(lines[-1], dict) and "end" in lines[-1]:
        lines[-1]["end"] = len(lines) - 2
    return b"\n".join(json.dumps(line).encode() for line in lines) + b"\n"


@st.composite
def torn(draw: st.DrawFn) -> bytes:
    """A saved story, its bytes spoilt."""
    raw = draw(st.sampled_from(saved()))
    at = draw(st.integers(0, len(raw)))
    other = draw(st.one_of(st.binary(max_size=4), st.just(b"[" * 5_000), st.just(b'{"a":' * 5_000)))
    return raw[:at] + other + raw[at + draw(st.sampled_from((0, 1, 7, 10**9))) :]


def replayed(content: bytes, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(content)
    code = main(["replay", str(file)])
    out, error = capsys.readouterr()
    assert code in (0, 1, 2), error
    assert "Traceback" not in out + error
    assert "fault of Lostphone" not in error
    if code == 2:
        assert len(error.splitlines()) == 1
        assert len(error) < 2_000


FUZZ = settings(
    max_examples=400,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@FUZZ
@given(content=changed())
def test_a_changed_story_is_played_or_refused(content: bytes, tmp_path: Path, capsys) -> None:
    replayed(content, tmp_path / "changed.story", capsys)


@settings(FUZZ, max_examples=100)
@given(content=torn())
def test_a_torn_story_is_refused(content: bytes, tmp_path: Path, capsys) -> None:
    replayed(content, tmp_path / "torn.story", capsys)


@settings(FUZZ, max_examples=300)
@given(actions=st.lists(any_action(), max_size=6))
def test_any_actions_are_played_or_refused(actions: list[dict[str, Any]], tmp_path: Path, capsys) -> None:
    head = {"format": "lostphone-story/1", "title": "any", "recipe": {}}
    first = json.loads(encode(GivePhone(PHONES[0], "Mika", "ios")))
    lines = [head, first, *actions, {"end": len(actions) + 1, "fingerprint": ""}]
    content = b"\n".join(json.dumps(line).encode() for line in lines) + b"\n"
    replayed(content, tmp_path / "any.story", capsys)
