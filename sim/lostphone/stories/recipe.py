"""A recipe: the few values from which a whole world is made again, and the file that keeps a story.

>>> story = SavedStory(Recipe(seed=7), title="Two days", actions=())
>>> read_story(write_story(story)) == story
True
"""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

import msgspec

from lostphone.base.clock import DAY_MS, instant, iso
from lostphone.stories.actions import Action, decode, encode
from lostphone.stories.actions.time import Wait, WaitUntil

_HEADER, _END = ("format", "title", "recipe"), ("end", "fingerprint")
FORMAT = "lostphone-story/1"
S = TypeVar("S", bound=msgspec.Struct)

#: Stories begin before the app had any backup, so that a story may be set on any later day.
DEFAULT_START_MS = instant(2018, 1, 1)
#: No story that was saved goes on after this moment.
LAST_MS = instant(2200, 1, 1)


class Recipe(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Everything a world is made from besides what is done in it. `client` names the client.

    `timeout_ms` is how long it may take for an answer, where that is not as usual.
    """

    seed: int = 0
    start_ms: int = DEFAULT_START_MS
    answers: dict[str, str] = msgspec.field(default_factory=dict, name="switches")
    client: str = "reference"
    locale: str = "en"
    races: bool = False
    timeout_ms: Annotated[int, msgspec.Meta(ge=1, le=DAY_MS)] | None = None


class SavedStory(msgspec.Struct, frozen=True):
    """A recipe, a title and what was done, in order; and the fingerprint of the trace, where known."""

    recipe: Recipe
    title: str
    actions: tuple[Action, ...]
    fingerprint: str = ""


class BadStory(ValueError):
    """A story file that cannot be read; the message says where and why."""


def write_story(story: SavedStory) -> bytes:
    """The file: a header line, then one action a line. Equal stories give the same bytes."""
    header = {"format": FORMAT, "title": story.title, "recipe": msgspec.to_builtins(settled(story.recipe))}
    lines = [msgspec.json.encode(header), *(encode(settled(action)) for action in story.actions)]
    end = {"end": len(story.actions), "fingerprint": story.fingerprint}
    return b"\n".join([*lines, msgspec.json.encode(end)]) + b"\n"


def settled(struct: S) -> S:
    """The same value, with each default that it has in itself rather than as an equal object.

    What is left out when it is written is looked up by identity, which a value that has come from another
    process or a file has lost.
    """
    defaults = {field.name: field.default for field in msgspec.structs.fields(type(struct))}
    values = {name: getattr(struct, name) for name in defaults}
    return type(struct)(**{name: value for name, value in values.items() if value != defaults[name]})


def read_story(content: bytes) -> SavedStory:
    """Read a file made by `write_story`. Raises BadStory, naming the line."""
    lines = content.splitlines()
    header = _object(lines, 1, "a story file begins with a header line")
    if header.get("format") != FORMAT:
        raise BadStory(
            f"line 1: this is no story file of Lostphone (format {header.get('format')!r}, not {FORMAT!r})"
        )
    _check_members(header, _HEADER, 1)
    try:
        recipe = msgspec.convert(header.get("recipe"), Recipe)
        title = msgspec.convert(header.get("title"), str)
    except msgspec.ValidationError as error:
        raise BadStory(f"line 1: {error}") from None
    end = _object(lines, len(lines), "a story file closes with an end line")
    if end.get("end") != len(lines) - 2:
        raise BadStory(
            f"line {len(lines)}: the file is cut short or was changed: it should close with "
            f'{{"end":{max(len(lines) - 2, 0)}}}'
        )
    _check_members(end, _END, len(lines))
    actions = tuple(_action(lines, number) for number in range(2, len(lines)))
    return SavedStory(recipe, title, actions, str(end.get("fingerprint", "")))


def check_times(story: SavedStory) -> None:
    """Before it is played: BadStory where its time goes back, or beyond the years of a calendar."""
    now_ms = story.recipe.start_ms
    if not 0 <= now_ms <= LAST_MS:
        raise BadStory(f"line 1: a story begins between 1970 and {iso(LAST_MS)[:10]}")
    for number, action in enumerate(story.actions, start=2):
        if isinstance(action, Wait):
            now_ms += max(action.duration_ms, -1)
            backwards = action.duration_ms < 0
        elif isinstance(action, WaitUntil):
            # Actions take time of their own, so a little of the way there may be behind.
            backwards = action.at_ms < story.recipe.start_ms
            now_ms = max(now_ms, action.at_ms)
        else:
            continue
        if backwards:
            raise BadStory(f"line {number}: time cannot go back")
        if now_ms > LAST_MS:
            raise BadStory(f"line {number}: no story goes on after {iso(LAST_MS)[:10]}")


def _object(lines: list[bytes], number: int, hope: str) -> dict[str, Any]:
    try:
        return msgspec.json.decode(lines[number - 1], type=dict[str, Any])
    except (IndexError, UnicodeDecodeError, RecursionError, msgspec.MsgspecError):
        raise BadStory(f"line {max(number, 1)}: {hope}, and this is none") from None


def _check_members(line: dict[str, Any], known: tuple[str, ...], number: int) -> None:
    """BadStory for a member that nobody reads: what was meant by it would silently not be done."""
    for name in line:
        if name not in known:
            members = ", ".join(known)
            raise BadStory(f"line {number}: there is no member {name!r} here; there are: {members}")


def _action(lines: list[bytes], number: int) -> Action:
    try:
        return decode(lines[number - 1])
    except (UnicodeDecodeError, RecursionError, msgspec.MsgspecError) as error:
        raise BadStory(f"line {number}: {error}") from None
