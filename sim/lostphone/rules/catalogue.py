"""All rules with the open questions, situations, page statements and sources they refer to.

The files beside this one are the data; nothing here knows a single rule. What is asked for rarely
(situations, the source page) is read when it is asked for.

>>> catalogue = Catalogue.load()
>>> catalogue.rule("code.leading-zeros").confidence
'H'
>>> catalogue.rule("code.leading-zeroes")
Traceback (most recent call last):
lostphone.rules.errors.UnknownRule: there is no rule 'code.leading-zeroes'; did you mean code.leading-zeros?
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Annotated, Any, Literal, TypeVar

import msgspec

from lostphone.base.clock import DAY_MS, instant
from lostphone.rules.entries import convert, parse, rule_from
from lostphone.rules.errors import (
    CatalogueError,
    UnknownAnswer,
    UnknownFact,
    UnknownQuestion,
    UnknownRule,
)
from lostphone.rules.facts import Fact, UnansweredQuestion, fact_from
from lostphone.rules.icloud_settings import Gate
from lostphone.rules.rule import Rule
from lostphone.texts.bilingual import Text

RULE_FILES = ("core.toml", "microsoft.toml", "autofill.toml", "entra.toml", "apple.toml", "android.toml")

EntryT = TypeVar("EntryT", bound=msgspec.Struct)


class PossibleAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to read sources that disagree. `gates` (Q02) are device settings in the order met.

    `source` are the addresses of the texts that give this answer; empty where none that was read does.
    `revision` says which revision of them that is, and of when, where
    answers have read different ones.
    """

    meaning: Text
    gates: tuple[Gate, ...] = ()
    source: tuple[str, ...] = ()
    revision: Text | None = None


class OpenQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question that the sources answer differently or not at all, with the answers a story can choose.

    `default` is the source page's own wording where it has one. The id is Q01, Q02, and so on.
    """

    question: Text
    default: str
    answers: dict[str, PossibleAnswer]
    facts: tuple[str, ...]
    id: str = ""


class Situation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that happened to somebody (S01..).

    `doc`: a source states the outcome; `inf`: it follows from facts; `open`: it hangs on
    `open_question` alone.
    A `doc` or `inf` with an open question has an outcome under the default and another one besides.
    `left_out` says why no story tells it; empty when one does.
    """

    tag: Literal["doc", "inf", "open"]
    title: Text
    rules: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    open_question: str = ""
    left_out: str = ""
    id: str = ""


class PageStatement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing the project's source page says (P01..), in our own words."""

    statement: Text
    id: str = ""


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A public text: its canonical address. `note` says when only a copy or a later revision was read."""

    url: str
    title: Text
    note: Text | None = None
    id: str = ""


class LastReading(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When something was read: the last day of it."""

    last_day: date
    id: str = ""


class Catalogue:
    """The rules by id, in the order of the files, and what they refer to."""

    def __init__(self, read: Callable[[str], str]) -> None:
        """`read(file)` gives the text of a data file; CatalogueError if any rule is not as it should be."""
        self._read = read
        self.sources: Mapping[str, Source] = self._entries("sources.toml", Source)
        self.open_questions: Mapping[str, OpenQuestion] = self._open_questions()
        self.rules: Mapping[str, Rule] = self._rules()
        #: The rules that hang on open questions, with the ids of those.
        self.hanging: Mapping[str, tuple[str, ...]] = {
            rule.id: rule.questions for rule in self.rules.values() if rule.questions
        }

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> Catalogue:
        """The catalogue shipped with the package, read once."""
        # tempfile and random come along with it: only whoever loads pays.
        from importlib import resources

        folder = resources.files(__package__)
        return Catalogue(lambda file: folder.joinpath(file).read_text("utf-8"))

    @cached_property
    def situations(self) -> Mapping[str, Situation]:
        """What happens to people, by id (S01..); every rule named there exists."""
        situations = self._entries("situations.toml", Situation)
        for situation in situations.values():
            for rule in situation.rules:
                if rule not in self.rules:
                    raise CatalogueError("situations.toml", situation.id, str(UnknownRule(rule, self.rules)))
            asked = situation.open_question
            if asked and asked not in self.open_questions:
                problem = str(UnknownQuestion(asked, self.open_questions))
                raise CatalogueError("situations.toml", situation.id, problem)
        return situations

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """The facts that rules, code and pages rest on, by id (A01..), in the order of the file."""
        tables = parse("facts.toml", self._read("facts.toml"))
        addresses = {source.id: source.url for source in self.sources.values()}
        return MappingProxyType({name: fact_from(name, table, addresses) for name, table in tables.items()})

    def fact(self, fact_id: str) -> Fact:
        """The fact of this id; UnknownFact suggests what was meant."""
        try:
            return self.facts[fact_id]
        except KeyError:
            raise UnknownFact(fact_id, self.facts) from None

    @cached_property
    def unanswered(self) -> Mapping[str, UnansweredQuestion]:
        """The questions that no source answers and no story asks, by id (Q04..)."""
        return self._entries("unanswered_questions.toml", UnansweredQuestion)

    @cached_property
    def facts_read(self) -> date:
        """The last day on which facts were read. Of a later day the catalogue knows announcements only."""
        return self._entries("reading.toml", LastReading)["facts"].last_day

    def after_facts(self, at_ms: int) -> bool:
        """Whether that instant (UTC) lies after the last day on which facts were read."""
        return at_ms >= instant(*self.facts_read.timetuple()[:3]) + DAY_MS

    @cached_property
    def page_statements(self) -> Mapping[str, PageStatement]:
        """What the source page says, by id (P01..); every id that a rule claims to carry exists."""
        statements = self._entries("page.toml", PageStatement)
        for rule in self.rules.values():
            for claimed in rule.page:
                if claimed not in statements:
                    problem = f"page statement '{claimed}' is not in page.toml"
                    raise CatalogueError(rule.file, rule.id, problem)
        return statements

    def rule(self, rule_id: str) -> Rule:
        """The rule of this id; UnknownRule suggests what was meant."""
        try:
            return self.rules[rule_id]
        except KeyError:
            raise UnknownRule(rule_id, self.rules) from None

    def line_of(self, rule: Rule) -> int:
        """The line of its file on which the rule begins, counted from 1."""
        lines = self._read(rule.file).splitlines()
        heads = (f'["{rule.id}"]', f"['{rule.id}']")
        return next(number for number, line in enumerate(lines, 1) if line.strip() in heads)

    def statement(self, rule_id: str, lang: str) -> str:
        """What that rule says, or its id if it is none of today's, as in a story of another version."""
        rule = self.rules.get(rule_id)
        return rule_id if rule is None else rule.statement(lang)

    def open_question(self, question_id: str) -> OpenQuestion:
        """The open question of this id; UnknownQuestion suggests what was meant."""
        try:
            return self.open_questions[question_id]
        except KeyError:
            raise UnknownQuestion(question_id, self.open_questions) from None

    def answers(self, chosen: Mapping[str, str] | None = None) -> dict[str, str]:
        """The answer to every open question: `chosen` over the defaults; UnknownQuestion, UnknownAnswer."""
        answers = {question.id: question.default for question in self.open_questions.values()}
        for question_id, answer in (chosen or {}).items():
            known = self.open_question(question_id).answers
            if answer not in known:
                raise UnknownAnswer(answer, known)
            answers[question_id] = answer
        return answers

    def resting_on(self, fact_id: str) -> tuple[Rule, ...]:
        """The rules that rest on a fact."""
        return tuple(rule for rule in self.rules.values() if fact_id in rule.facts)

    def carriers(self, statement_id: str) -> tuple[Rule, ...]:
        """The rules that carry a statement of the source page."""
        return tuple(rule for rule in self.rules.values() if statement_id in rule.page)

    def _rules(self) -> Mapping[str, Rule]:
        addresses = {source.id: source.url for source in self.sources.values()}
        rules: dict[str, Rule] = {}
        for file in RULE_FILES:
            for name, table in parse(file, self._read(file)).items():
                if name in rules:
                    raise CatalogueError(file, name, f"the id is taken: {rules[name].file} has it already")
                rules[name] = rule = rule_from(file, name, table, addresses)
                self._check_questions(rule)
        return MappingProxyType(rules)

    def _check_questions(self, rule: Rule) -> None:
        """Every open question and answer that the rule names exists."""
        asked = [(one.open_question, one.answer) for one in rule.otherwise]
        if rule.condition:
            asked += [(rule.condition.open_question, answer) for answer in rule.condition.answers]
        for question_id, answer in asked:
            question = self.open_questions.get(question_id)
            if question is None:
                problem = str(UnknownQuestion(question_id, self.open_questions))
                raise CatalogueError(rule.file, rule.id, problem)
            if answer not in question.answers:
                problem = f"{question.id}: {UnknownAnswer(answer, question.answers)}"
                raise CatalogueError(rule.file, rule.id, problem)

    def _open_questions(self) -> Mapping[str, OpenQuestion]:
        """The open questions, with the addresses of the sources that each answer names."""
        questions: dict[str, OpenQuestion] = {}
        for question in self._entries("open_questions.toml", OpenQuestion).values():
            if question.default not in question.answers:
                problem = f"default: {UnknownAnswer(question.default, question.answers)}"
                raise CatalogueError("open_questions.toml", question.id, problem)
            answers = {
                name: msgspec.structs.replace(answer, source=self._addresses(question.id, answer.source))
                for name, answer in question.answers.items()
            }
            _check_revisions(question)
            questions[question.id] = msgspec.structs.replace(question, answers=answers)
        return MappingProxyType(questions)

    def _addresses(self, question_id: str, names: tuple[str, ...]) -> tuple[str, ...]:
        for name in names:
            if name not in self.sources:
                problem = f"source '{name}' is not in sources.toml"
                raise CatalogueError("open_questions.toml", question_id, problem)
        return tuple(self.sources[name].url for name in names)

    def _entries(self, file: str, kind: type[EntryT]) -> Mapping[str, EntryT]:
        tables: dict[str, dict[str, Any]] = parse(file, self._read(file))
        return MappingProxyType(
            {name: convert(file, name, {**table, "id": name}, kind) for name, table in tables.items()}
        )


def _check_revisions(question: OpenQuestion) -> None:
    """Where an answer rests on one revision of a text, each other answer that cites the text says its own."""
    for name, answer in question.answers.items():
        if answer.revision is not None:
            continue
        for other in question.answers.values():
            shared = set(answer.source) & set(other.source)
            if other.revision is not None and shared:
                problem = (
                    f"answer '{name}' cites {min(shared)} as another does: say in 'revision' which revision"
                )
                raise CatalogueError("open_questions.toml", question.id, problem)
