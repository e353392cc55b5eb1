r"""The one loader of texts in English and Japanese: TOML files that lie beside the code that says them.

In every file an entry has `en` and `ja` beside each other. Its key is the dotted path of its table:

    [missing]
    file.en = "there is no file {name}"
    file.ja = "ファイル{name}がありません"

Two layouts of files exist. In a *store* texts are said by key (`load`). In a *list* entries have conditions
besides their texts, and the code chooses one (`tables`; such an entry is read into a struct with a `Text`).
`lostphone.texts.checking` checks the files of both. A file may name in `said_by_code`, at its top, the
beginnings of keys that the code puts together; that line is for the check alone.

>>> store = load("lostphone.whatif", "words.toml")
>>> store.say("en", "switch.icloud-backup"), store.say("fr", "switch.icloud-backup")
('iCloud Backup', 'iCloud Backup')
>>> store.say("en", "gone")
Traceback (most recent call last):
lostphone.texts.bilingual.UnknownText: lostphone/whatif/words.toml has no text 'gone'
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias

import msgspec

from lostphone.base.suggest import nearest

Language: TypeAlias = Literal["en", "ja"]
LANGUAGES: tuple[Language, ...] = ("en", "ja")

#: The line of a file that is no text: the beginnings of keys that the code puts together.
SAID_BY_CODE = "said_by_code"


class UnknownText(KeyError):
    """A file has no text with that key, or a placeholder of the text was given no value."""

    def __str__(self) -> str:
        return str(self.args[0])


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The same sentence in both languages of the project."""

    en: str
    ja: str

    def read(self, lang: str) -> str:
        """The sentence in `lang`; ValueError for a language the project does not have."""
        if lang not in LANGUAGES:
            raise ValueError(f"there is no text in '{lang}'; the languages are en and ja")
        return self.en if lang == "en" else self.ja


class Store(Mapping[str, Text]):
    """The texts of one file by key, in file order. `file` is its path from the top package."""

    def __init__(self, file: str, table: Mapping[str, Any]) -> None:
        self.file = file
        self._texts = dict(_flat(table, file, ""))

    def say(self, lang: str, key: str, /, **values: object) -> str:
        """The text with that key, its placeholders filled in by name; UnknownText.

        `lang` is a language tag such as "ja" or "ja-JP"; any other language than these two gets English.
        """
        return self.fill(lang, key, values)

    def fill(self, lang: str, key: str, values: Mapping[str, object]) -> str:
        """As `say`, with the values in a mapping, for names that no argument can have."""
        text = self[key].read(language_of(lang))
        if "{" not in text:
            return text
        try:
            return text.format_map(values)
        except KeyError as missing:
            name = missing.args[0]
            raise UnknownText(f"{self.file}: the text '{key}' needs a value for {{{name}}}") from None

    def tree(self, lang: str) -> dict[str, Any]:
        """The tables of the file, with the text of one language in the place of each entry."""
        root: dict[str, Any] = {}
        for key, text in self._texts.items():
            *path, name = key.split(".")
            table = root
            for part in path:
                table = table.setdefault(part, {})
            table[name] = text.read(language_of(lang))
        return root

    def __getitem__(self, key: str) -> Text:
        found = self._texts.get(key)
        if found is None:
            close = nearest(key, self._texts)
            hint = f"; did you mean '{close}'?" if close else ""
            raise UnknownText(f"{self.file} has no text '{key}'{hint}")
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


@cache
def load(package: str, file: str) -> Store:
    """The store in that file of a package; UnknownText if an entry is not in both languages."""
    return Store(_path(package, file), tables(package, file))


@cache
def tables(package: str, file: str) -> Mapping[str, Any]:
    """The tables of a file as TOML has them, for entries with conditions."""
    return tomllib.loads(files(package).joinpath(*file.split("/")).read_text("utf-8"))


@cache
def language_of(locale: str) -> Language:
    """The language to speak for a tag such as "ja-JP": English where there is no other."""
    return "ja" if locale.replace("_", "-").split("-")[0].lower() == "ja" else "en"


def _path(package: str, file: str) -> str:
    return f"{package.replace('.', '/')}/{file}"


def _flat(table: Mapping[str, Any], file: str, path: str) -> Iterator[tuple[str, Text]]:
    for name, value in table.items():
        if name == SAID_BY_CODE and not path:
            continue
        if not isinstance(value, dict):
            raise UnknownText(f"{file}: '{path}{name}' is not in a table with en and ja")
        if any(isinstance(value.get(lang), str) for lang in LANGUAGES):
            yield path + name, _text(value, f"{file}: '{path}{name}'")
        else:
            yield from _flat(value, file, f"{path}{name}.")


def _text(value: Mapping[str, Any], where: str) -> Text:
    try:
        return msgspec.convert(value, Text)
    except msgspec.ValidationError as error:
        raise UnknownText(f"{where} needs en and ja, and nothing else: {error}") from None
