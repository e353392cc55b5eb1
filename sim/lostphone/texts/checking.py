r"""Checks of the files that `bilingual` loads: what is missing in a language, and what no code says.

A fault is one line that names the file and the key. The test `tests/texts/test_every_store.py` runs these
checks over all files that ship.

>>> said = said_in({"page.py": 'say(lang, "table", "title")', "page.html": "{{ w.nav.start }}"})
>>> [is_said(key, said) for key in ("table.title", "nav.start", "table.start", "nav.home")]
[True, True, False, False]
"""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lostphone.texts.bilingual import LANGUAGES, SAID_BY_CODE, Store

#: Names in templates and scripts: after a dot, in quotes, or as the name in an unpacked object.
_NAMES = re.compile(r"\.([A-Za-z_][\w-]*)|[\"']([\w@.-]+)[\"']|(?:[{,]\s*)([a-z_]\w*)(?=\s*[,}])")


def layout_faults(file: str, table: Mapping[str, Any]) -> Iterator[str]:
    """Each entry that is not in both languages, or has not the same placeholders in both.

    An entry is every table, also one in a list, in which `en` or `ja` is a text.
    """
    for key, entry in _entries(table, ""):
        texts = {lang: entry.get(lang) for lang in LANGUAGES}
        wanting = [lang for lang, text in texts.items() if not isinstance(text, str) or not text.strip()]
        if wanting:
            yield f"{file}: '{key}' has no text in {' and '.join(wanting)}"
            continue
        en, ja = (placeholders(str(text)) for text in texts.values())
        if en != ja:
            only = ", ".join(f"{{{name}}}" for name in sorted(en ^ ja))
            yield f"{file}: '{key}' has {only} in one language only"


def placeholders(text: str) -> set[str]:
    """The names in braces; a text that is no format string has none.

    >>> sorted(placeholders("{done:,} of {all}")), placeholders("a } brace")
    (['all', 'done'], set())
    """
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}
    except ValueError:
        return set()


def unused_keys(store: Store, said: Iterable[frozenset[str]], by_code: Iterable[str] = ()) -> Iterator[str]:
    """Each key that no file says and that begins with none of `by_code`; and each of `by_code` in vain.

    `said` are the names in each file, as `said_in` gives them; `by_code` is the `said_by_code` of the file.
    Of a key that begins with one of those, the rest has to be a name in some file, or a dotted path of names;
    "topics.*" says that the rest is a name from data, and is not looked for.
    """
    said, by_code = list(said), tuple(by_code)
    anywhere = frozenset().union(*said)
    for key in store:
        ways = [beginning for beginning in by_code if key.startswith(beginning.rstrip("*"))]
        rests = [key.removeprefix(beginning) for beginning in ways]
        known = any(way.endswith("*") for way in ways) or any(is_said(rest, [anywhere]) for rest in rests)
        if not known and not is_said(key, said):
            yield f"{store.file}: no code says '{key}'"
    for beginning in by_code:
        if not any(key.startswith(beginning.rstrip("*")) for key in store):
            yield f"{store.file}: {SAID_BY_CODE} has '{beginning}', and no key begins so"


def is_said(key: str, said: Iterable[frozenset[str]]) -> bool:
    """Whether some file has the whole key, or all its parts."""
    parts = key.split(".")
    return any(key in names or all(part in names for part in parts) for names in said)


def said_in(sources: Mapping[str, str]) -> list[frozenset[str]]:
    """The names that each file has where a key may stand: strings in Python, names elsewhere."""
    return [frozenset(_names(file, text)) for file, text in sources.items()]


@dataclass(frozen=True)
class SayingFunction:
    """A function that says texts of a store; `places` are those of the arguments that make the key."""

    module: str
    name: str
    store: Store
    places: tuple[int, ...] = (1,)
    prefix: str = ""


def missing_keys(file: str, text: str, functions: Iterable[SayingFunction]) -> Iterator[str]:
    """Each call in a Python file of one of the functions with a key that its store has not."""
    tree = ast.parse(text)
    known = {(one.module, one.name): one for one in functions}
    imported = {
        alias.asname or alias.name: known[node.module, alias.name]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
        if (node.module, alias.name) in known
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in imported:
            function = imported[node.func.id]
            key = _key(node, function)
            if key is not None and key not in function.store:
                yield f"{file}:{node.lineno}: {function.store.file} has no text '{key}'"


def _key(call: ast.Call, function: SayingFunction) -> str | None:
    """The key of a call, where it stands there as text."""
    given = [call.args[place] for place in function.places if place < len(call.args)]
    parts = [one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return function.prefix + ".".join(parts) if parts and len(parts) == len(function.places) else None


def _entries(value: Any, path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from _entries(one, f"{path}[{number}]")
    elif isinstance(value, dict):
        if any(isinstance(value.get(lang), str) for lang in LANGUAGES):
            yield path, value
        for name, one in value.items():
            yield from _entries(one, f"{path}.{name}" if path else name)


def _names(file: str, text: str) -> Iterator[str]:
    if file.endswith(".py"):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
    else:
        for found in _NAMES.findall(text):
            yield from filter(None, found)
