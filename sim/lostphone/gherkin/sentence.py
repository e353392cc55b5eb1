"""A sentence: what a step says in English and Japanese, and the function that does it.

Both languages bind to one function with the same arguments, so a story and its twin cannot drift apart.
A sentence works both ways: a step's text becomes arguments, and arguments become the step's text, which
is how an action that somebody explored prints as Gherkin.

>>> from lostphone.gherkin.kinds import generic_kinds
>>> sentences = Sentences(generic_kinds())
>>> @sentences.define("given", "when", en="{length:duration} pass", ja="{length:duration}たつ")
... def time_passes(story, length):
...     story.advance(length)
>>> time_passes_sentence = sentences.of(time_passes)
>>> time_passes_sentence.match("en", "three days pass")
{'length': 259200000}
>>> time_passes_sentence.render("ja", {"length": 259_200_000})
'3日たつ'
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from lostphone.gherkin.kinds import LANGUAGES, KindError, Kinds, generic_kinds
from lostphone.gherkin.table import Column, format_table, parse_table
from lostphone.gherkin.template import Template

F = TypeVar("F", bound=Callable[..., Any])
KEYWORDS = ("given", "when", "then")
TABLE = "table"
DOC_STRING = "docstring"


class SentenceError(ValueError):
    """A sentence is ill-defined; the message names the function, its file and its line."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One meaning: the keywords it may follow, its templates per language, its function.

    `context` names the parameters that the words do not fill (the story, fixtures). `columns` is empty
    for a table that is handed over as text.
    """

    keywords: tuple[str, ...]
    templates: Mapping[str, tuple[Template, ...]]
    function: Callable[..., Any]
    context: tuple[str, ...]
    columns: tuple[Column, ...]
    kinds: Kinds

    @property
    def name(self) -> str:
        return f"{self.function.__module__}.{self.function.__qualname__}"

    @property
    def takes_table(self) -> bool:
        return TABLE in inspect.signature(self.function).parameters

    @property
    def takes_doc_string(self) -> bool:
        return DOC_STRING in inspect.signature(self.function).parameters

    def needs(self, name: str) -> bool:
        """Whether the function cannot be called without this parameter."""
        parameter = inspect.signature(self.function).parameters.get(name)
        return parameter is not None and parameter.default is inspect.Parameter.empty

    def read(self, language: str, text: str) -> tuple[Template, dict[str, str]] | None:
        """The template that fits and the words in its holes, or None."""
        for template in self.templates[language]:
            words = template.read(text)
            if words is not None:
                return template, words
        return None

    def match(self, language: str, text: str) -> dict[str, Any] | None:
        """Arguments of the function, or None; ValueError if the words fit but mean nothing."""
        found = self.read(language, text)
        return None if found is None else found[0].parse(found[1])

    def parse_table(self, language: str, rows: Sequence[Sequence[str]]) -> list[dict[str, Any]]:
        """Rows of a step's table as values; TableError names the heading or cell that does not fit."""
        return parse_table(language, rows, self.columns, self.kinds)

    def render(self, language: str, arguments: Mapping[str, Any]) -> str:
        """The step's text, without keyword, that `match` reads back to the same arguments.

        An argument equal to the function's default goes unsaid where a template allows that. Of several
        templates for the same arguments the last is for one of something ("one day passes"). ValueError if no
        template says these arguments or a value has no words.
        """
        parameters = inspect.signature(self.function).parameters
        said = {name: value for name, value in arguments.items() if name not in (TABLE, DOC_STRING)}
        needed = {name for name in said if name not in parameters or parameters[name].default != said[name]}
        for template in sorted(self.templates[language], key=lambda template: len(template.names)):
            if needed <= template.names <= said.keys():
                text = self._agreeing(language, template, said).write(said)
                read_back = self.match(language, text)
                if read_back != {name: said[name] for name in template.names}:
                    raise ValueError(f"'{text}' would be read back as {read_back}, not as {said}")
                return text
        raise ValueError(
            f"{self.name} has no {language} template for {', '.join(sorted(said)) or 'no argument'}; "
            f"it has: {' / '.join(template.text for template in self.templates[language])}"
        )

    def _agreeing(self, language: str, template: Template, said: Mapping[str, Any]) -> Template:
        alike = [one for one in self.templates[language] if one.names == template.names]
        is_one = any(self.kinds[kind].is_one(said[name]) for name, kind in template.holes)
        return alike[-1] if is_one else template

    def render_table(self, language: str, rows: Sequence[Mapping[str, Any]]) -> list[list[str]]:
        """Heading and cells of the step's table as text."""
        return format_table(language, rows, self.columns, self.kinds)


class Sentences:
    """The sentences that stories may use, in the order they were defined."""

    def __init__(self, kinds: Kinds) -> None:
        self.kinds = kinds
        self._by_function: dict[Callable[..., Any], Sentence] = {}

    def define(
        self,
        *keywords: str,
        en: str | tuple[str, ...],
        ja: str | tuple[str, ...],
        table: tuple[Column, ...] = (),
    ) -> Callable[[F], F]:
        """Decorator: the function below is what these words mean.

        Several templates may be given for a language if some arguments have defaults and may go unsaid;
        every choice of arguments must exist in both languages. Holes must be parameters of the function;
        its other parameters are context, save `table` and `docstring`, which the step's own table and
        doc string fill. SentenceError says what does not fit.
        """

        def decorate(function: F) -> F:
            try:
                sentence = _define(keywords, {"en": en, "ja": ja}, function, table, self.kinds)
            except (KindError, SentenceError) as error:
                raise SentenceError(f"{_where(function)}: {error}") from None
            if function in self._by_function:
                raise SentenceError(f"{_where(function)}: the function already means another sentence")
            self._by_function[function] = sentence
            return function

        return decorate

    def of(self, function: Callable[..., Any]) -> Sentence:
        """The sentence a function was decorated with; KeyError if it was not."""
        return self._by_function[function]

    def __iter__(self) -> Iterator[Sentence]:
        return iter(self._by_function.values())

    def __len__(self) -> int:
        return len(self._by_function)


def _define(
    keywords: tuple[str, ...],
    texts: Mapping[str, str | tuple[str, ...]],
    function: Callable[..., Any],
    columns: tuple[Column, ...],
    kinds: Kinds,
) -> Sentence:
    if not keywords or any(keyword not in KEYWORDS for keyword in keywords):
        raise SentenceError(
            f"a sentence follows {', '.join(KEYWORDS)}, not {', '.join(keywords) or 'nothing'}"
        )
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        raise SentenceError("an async function would be called and never run: write a plain def")
    if inspect.isgeneratorfunction(function):
        raise SentenceError("a function that yields would be called and never run: write a plain def")
    templates = {
        language: tuple(
            Template(language, text, kinds) for text in ((given,) if isinstance(given, str) else given)
        )
        for language, given in texts.items()
    }
    parameters = inspect.signature(function).parameters
    _check_holes(templates, parameters)
    if columns and TABLE not in parameters:
        raise SentenceError(f"columns are given but the function takes no '{TABLE}'")
    for column in columns:
        for language in LANGUAGES:
            if language not in kinds[column.kind].pattern:
                raise SentenceError(
                    f"column '{column.name}': kind '{column.kind}' is not written in {language}"
                )
    holes = {name for template in templates["en"] for name in template.names}
    context = tuple(name for name in parameters if name not in holes and name not in (TABLE, DOC_STRING))
    return Sentence(keywords, templates, function, context, columns, kinds)


def _check_holes(
    templates: Mapping[str, tuple[Template, ...]], parameters: Mapping[str, inspect.Parameter]
) -> None:
    shapes = {
        language: sorted({tuple(sorted(template.holes)) for template in templates[language]})
        for language in templates
    }
    if shapes["en"] != shapes["ja"]:
        said = {
            language: " or ".join("{" + ", ".join(f"{n}:{k}" for n, k in shape) + "}" for shape in given)
            for language, given in shapes.items()
        }
        raise SentenceError(
            f"the languages differ in what they say: en has {said['en']}, ja has {said['ja']}"
        )
    everything = sorted({name for template in templates["en"] for name in template.names})
    for name in everything:
        if name not in parameters:
            raise SentenceError(f"'{name}' stands in the sentence but is no parameter of the function")
        always_said = all(name in template.names for template in templates["en"])
        if not always_said and parameters[name].default is inspect.Parameter.empty:
            raise SentenceError(f"'{name}' may go unsaid, so the parameter needs a default")


def _where(function: Callable[..., Any]) -> str:
    code = inspect.unwrap(function).__code__
    return f"{Path(code.co_filename).name}:{code.co_firstlineno}: {function.__qualname__}"


SENTENCES = Sentences(generic_kinds())
"""The sentences of Lostphone's own stories; `lostphone_steps` fills it."""

sentence = SENTENCES.define
"""The decorator that `lostphone_steps` uses."""

KINDS = SENTENCES.kinds
"""The kinds those sentences use; `lostphone_steps` adds its own."""
