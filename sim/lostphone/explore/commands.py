"""Commands to type, as findings and reports have them: each word quoted, so that a shell reads it as one.

A file starts no client but our own, so a command that reads one says which client is meant.
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from lostphone.client.sources import is_ours

if TYPE_CHECKING:
    from lostphone.stories.recipe import Recipe


def command(recipe: Recipe, file: str) -> str:
    """What shows a finding again that is told in a feature."""
    client, limit_ms = recipe.client, recipe.timeout_ms
    on = "" if client == "reference" else f" --client {shlex.quote(client)}"
    on += "" if limit_ms is None else f" --timeout {limit_ms / 1000:g}"
    return f"lostphone run {shlex.quote(file)}{on}"


def why_command(client: str, story: str) -> str:
    """What says of a saved story at which step it went wrong."""
    return f"lostphone explore --why {shlex.quote(story)}{_on(client)}"


def replay_command(client: str, story: str) -> str:
    """What plays a saved story again."""
    return f"lostphone replay {shlex.quote(story)}{_on(client)}"


def inspect_command(client: str) -> str:
    """What shows what a client says that breaks before it is asked for anything."""
    return f"lostphone inspect --client {shlex.quote(client)}"


def _on(client: str) -> str:
    return "" if is_ours(client) else f" --client {shlex.quote(client)}"
