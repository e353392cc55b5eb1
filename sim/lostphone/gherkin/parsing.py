"""The parser and compiler of gherkin-official, with errors a story's writer can act on.

The parser reports what tokens it expected; a writer wants to know which word was mistyped. How an outline
is filled in is in `expanding`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from lostphone.gherkin.bounds import check_expansion
from lostphone.gherkin.complaints import complaint, cut, did_you_mean
from lostphone.gherkin.problems import FeatureError, Problem

if TYPE_CHECKING:
    from gherkin.parser import Parser

_GOT = re.compile(r"expected: (?P<expected>.*), got '(?P<got>.*)'", re.DOTALL)
_LANGUAGE_LINE = re.compile(r"^\s*#\s*language\s*:\s*(?P<language>[\w-]+)", re.MULTILINE)
#: What gherkin-official says in words that a writer understands, by the id of ours.
_PLAIN = {
    "inconsistent cell count within the table": "cell-count",
    "A tag may not contain whitespace": "tag-with-space",
}
STEP_KINDS = ("given", "when", "then", "and", "but")
TITLE_KINDS = ("feature", "rule", "background", "scenario", "scenarioOutline", "examples")


def parse_document(text: str, uri: str) -> dict[str, Any]:
    """gherkin-official's document; FeatureError with every mistyped line it stumbled over."""
    from gherkin.errors import CompositeParserException, NoSuchLanguageException, ParserException

    try:
        return cast("dict[str, Any]", _parser().parse(text))
    except NoSuchLanguageException as error:
        errors: list[ParserException] = [error]
    except CompositeParserException as error:
        errors = error.errors
    except ParserException as error:
        errors = [error]
    lines = text.split("\n")
    language = language_of(text)
    problems = []
    for found in errors:
        line = found.location["line"]
        source = lines[line - 1] if line <= len(lines) else ""
        message = _in_plain_words(str(found).split("): ", 1)[1], source.strip(), language)
        problems.append(Problem(uri, line, message, found.location.get("column") or 1, source, language))
    # What follows a mistyped line rarely fits either; saying so for each would hide the cause.
    raise FeatureError(problems[:1])


def _parser() -> Parser:
    """A parser that binds the methods of its states once, where gherkin-official does so for every line."""
    from gherkin.parser import Parser

    class StateTableParser(Parser):
        def __init__(self) -> None:
            super().__init__()
            self._states: dict[int, Any] = {}

        def match_token(self, state: int, token: Any, context: Any) -> int:
            method = self._states.get(state)
            if method is None:
                method = self._states[state] = getattr(self, f"match_token_at_{state}", None)
            return method(token, context) if method else super().match_token(state, token, context)

    return StateTableParser()


def compile_document(document: Mapping[str, Any], uri: str) -> list[dict[str, Any]]:
    """gherkin-official's pickles, in file order; FeatureError if they would be too many or too large."""
    from lostphone.gherkin.expanding import BoundedCompiler

    check_expansion(document["feature"], uri)
    compiler = BoundedCompiler(uri, document["feature"]["language"])
    return cast("list[dict[str, Any]]", compiler.compile(cast("Any", {**document, "uri": uri})))


def _in_plain_words(message: str, source: str, language: str) -> str:
    found = _GOT.match(message)
    if found is None:
        if message.startswith("Language not supported: "):
            name = message.removeprefix("Language not supported: ")
            hint = did_you_mean(name, dialects(), language)
            return complaint(language, "no-language", name=name, hint=hint)
        if message.startswith("unexpected end of file"):
            return complaint(language, "ends-early")
        return complaint(language, _PLAIN[message]) if message in _PLAIN else cut(message)
    for other in ("ja", "en"):
        if other != language and starts_with_keyword(source, other):
            return complaint(language, "in-other-language", other=other, language=language)
    word = re.split(r"[\s:：]", source, maxsplit=1)[0]
    titles = [f"{keyword}:" for keyword in title_keywords(language)]
    steps = [keyword.strip() for keyword in step_keywords(language)]
    known = word in steps or f"{word}:" in titles
    hint = "" if known else did_you_mean(f"{word}:", titles, language) or did_you_mean(word, steps, language)
    hint = hint or complaint(language, _hint_for_place(source))
    return complaint(language, "starts-no-line", word=word, hint=hint)


def _hint_for_place(source: str) -> str:
    if source.startswith(("Examples", "例", "サンプル")):
        return "hint-examples"
    if source.startswith(("Background", "背景")):
        return "hint-background"
    return "hint-line"


def language_of(text: str) -> str:
    """The language that a feature's first lines name, English where they name none or one that is not."""
    declared = _LANGUAGE_LINE.search(text)
    return declared["language"] if declared and declared["language"] in dialects() else "en"


@cache
def dialects() -> Mapping[str, Mapping[str, list[str]]]:
    """gherkin-official's keywords by language."""
    from gherkin.dialect import DIALECTS

    return cast("Mapping[str, Mapping[str, list[str]]]", DIALECTS)


@cache
def step_keywords(language: str) -> tuple[str, ...]:
    """Words a step may start with, `*` left out, with the space that some languages write after them."""
    spec = dialects()[language]
    return tuple(dict.fromkeys(word for kind in STEP_KINDS for word in spec[kind] if word != "* "))


@cache
def title_keywords(language: str) -> tuple[str, ...]:
    """Words that stand before a colon."""
    spec = dialects()[language]
    return tuple(dict.fromkeys(word for kind in TITLE_KINDS for word in spec[kind]))


def starts_with_keyword(line: str, language: str) -> bool:
    """Whether a trimmed line is a step or a titled line of a language."""
    titles = (f"{word}:" for word in title_keywords(language))
    return line.startswith((*step_keywords(language), *titles))
