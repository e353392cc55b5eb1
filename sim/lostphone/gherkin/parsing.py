"""The parser and compiler of gherkin-official, with errors a story's writer can act on.

The parser reports what tokens it expected; a writer wants to know which word was mistyped. And the
compiler takes an outline's column heading for a regular expression, so that `<amount (JPY)>` would stay
unfilled: headings are escaped here before it sees them.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from lostphone.gherkin.problems import FeatureError, Problem

if TYPE_CHECKING:
    from gherkin.parser import Parser

_GOT = re.compile(r"expected: (?P<expected>.*), got '(?P<got>.*)'", re.DOTALL)
_LANGUAGE_LINE = re.compile(r"^\s*#\s*language\s*:\s*(?P<language>[\w-]+)", re.MULTILINE)
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
    declared = _LANGUAGE_LINE.search(text)
    language = declared["language"] if declared and declared["language"] in dialects() else "en"
    problems = []
    for found in errors:
        line = found.location["line"]
        source = lines[line - 1] if line <= len(lines) else ""
        message = _in_plain_words(str(found).split("): ", 1)[1], source.strip(), language)
        problems.append(Problem(uri, line, message, found.location.get("column") or 1, source))
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
    """gherkin-official's pickles, in file order."""
    from gherkin.pickles.compiler import Compiler

    headings = [(cell, cell["value"]) for cell in _headings(document["feature"])]
    for cell, written in headings:
        cell["value"] = re.escape(written)
    try:
        pickles = Compiler().compile(cast("Any", {**document, "uri": uri}))
    finally:
        for cell, written in headings:
            cell["value"] = written
    return cast("list[dict[str, Any]]", pickles)


def _headings(node: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for child in node["children"]:
        if "rule" in child:
            yield from _headings(child["rule"])
        for examples in child.get("scenario", {}).get("examples", ()):
            if "tableHeader" in examples:
                yield from examples["tableHeader"]["cells"]


def _in_plain_words(message: str, source: str, language: str) -> str:
    found = _GOT.match(message)
    if found is None:
        if message.startswith("Language not supported: "):
            name = message.removeprefix("Language not supported: ")
            return f"there is no Gherkin language '{name}'{did_you_mean(name, dialects())}"
        if message.startswith("unexpected end of file"):
            return "the file ends too early: is a doc string or a tag left open?"
        return message
    for other in ("ja", "en"):
        if other != language and starts_with_keyword(source, other):
            return (
                f"this line is written in Gherkin language '{other}' but the file is in '{language}': "
                f"begin the file with '# language: {other}'"
            )
    word = re.split(r"[\s:：]", source, maxsplit=1)[0]
    titles = [f"{keyword}:" for keyword in title_keywords(language)]
    steps = [keyword.strip() for keyword in step_keywords(language)]
    known = word in steps or f"{word}:" in titles
    hint = "" if known else did_you_mean(f"{word}:", titles) or did_you_mean(word, steps)
    hint = hint or _hint_for_place(source)
    return f"'{word}' starts no line that can stand here{hint}"


def _hint_for_place(source: str) -> str:
    if source.startswith(("Examples", "例", "サンプル")):
        return ": examples belong under a scenario with steps"
    if source.startswith(("Background", "背景")):
        return ": a background comes before the first scenario"
    return ": a step starts with a keyword such as Given, a table row with |, a comment with #"


def did_you_mean(word: str, known: Any) -> str:
    """`; did you mean 'Given'?` or nothing."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean '{near[0]}'?" if near else ""


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
