"""Requirement sets: what they list is what the stories and the catalogue say, and a released one is frozen."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from lostphone.conformance import freezing
from lostphone.conformance.freezing import (
    COMMAND,
    brought_up_to_date,
    digest_of,
    problems_of,
    shipped_pickles,
)
from lostphone.conformance.needs import needs_of
from lostphone.requirements import BadSet, Required, RequirementSet, UnknownSet, all_sets, find_sets, read_set
from lostphone.rules import Catalogue

PICKLES = shipped_pickles()


@pytest.mark.parametrize("one", all_sets(), ids=lambda one: one.id)
def test_a_set_is_what_the_stories_say(one: RequirementSet) -> None:
    problems = problems_of(one, PICKLES)
    assert problems == [], f"run `{COMMAND}`, or begin a new version if the set is released"


def test_every_promise_of_a_client_is_in_a_set() -> None:
    listed = {rule for one in all_sets() for rule in one.rules}
    owed = {rule.id for rule in Catalogue.load().rules.values() if rule.requirement != "world"}
    assert listed == owed


def test_a_name_alone_is_the_newest_version(tmp_path: Path) -> None:
    for version in (2, 10, 1):
        made = f'name = "core"\nversion = {version}\nreleased = ""\n[scenarios]\n'
        (tmp_path / f"core@{version}.toml").write_text(made)
    assert [one.version for one in find_sets("core", tmp_path)] == [10]
    assert [one.version for one in find_sets("core@2, core, core@10", tmp_path)] == [2, 10]
    with pytest.raises(UnknownSet, match="no requirement set 'core@3'"):
        find_sets("core@3", tmp_path)


def test_a_file_that_is_no_set_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "core@1.toml"
    for text, said in (
        ("name = ", "core@1.toml"),
        ('name = "core"\nversion = 1\n[scenarios]\n', "released"),
        ('name = "core"\nversion = 2\nreleased = ""\n[scenarios]\n', "says that it is core@2"),
    ):
        path.write_text(text)
        with pytest.raises(BadSet, match=said):
            read_set(path)


def drawn(**changes: object) -> RequirementSet:
    """A small set, not released, that the stories agree with but for the changes."""
    one = find_sets("core")[0]
    chosen = {name: required for name, required in one.scenarios.items() if "leading-zeros" in name}
    return msgspec.structs.replace(one, **{"scenarios": chosen} | changes)


def test_what_a_set_lacks_or_has_too_much_of_is_found() -> None:
    one = find_sets("core")[0]
    first, required = next(iter(one.scenarios.items()))
    for scenarios, said in (
        ({name: it for name, it in one.scenarios.items() if name != first}, f"lacks {first}"),
        ({**one.scenarios, "core.no.such": required}, "which no story is called"),
        ({**one.scenarios, first: Required((), required.needs)}, "under other rules"),
        ({**one.scenarios, first: Required(required.rules, ("autofill",))}, "other needs"),
    ):
        (problem,) = problems_of(msgspec.structs.replace(one, scenarios=scenarios), PICKLES)
        assert said in problem


def test_a_released_set_notices_every_change_and_no_addition() -> None:
    name = "core.codes.leading-zeros#1"
    frozen = Required(("code.leading-zeros",), ("accounts", "codes"), digest_of(PICKLES[name]))
    one = drawn(released="2027-01-15", scenarios={name: frozen})
    assert problems_of(one, PICKLES) == []
    (gone,) = problems_of(one, {})
    assert "is gone" in gone
    reworded = shipped_pickles("ja")[name]
    (said,) = problems_of(one, {name: reworded})
    assert "says something else now" in said
    other = drawn(released="2027-01-15", scenarios={name: Required(("code.counter",), (), frozen.digest)})
    (moved,) = problems_of(other, PICKLES)
    assert "no longer about code.counter" in moved
    with pytest.raises(ValueError, match="begin the next version"):
        brought_up_to_date(one, PICKLES)


def test_whatever_a_scenario_asks_for_is_in_its_digest() -> None:
    pickle = PICKLES["core.codes.leading-zeros#1"]
    step = pickle.steps[0]
    others = [replace(step, **change) for change in ({"text": "x"}, {"type": "when"}, {"table": (("x",),)})]
    others.append(replace(step, doc_string="x"))
    digests = {digest_of(replace(pickle, steps=(other, *pickle.steps[1:]))) for other in others}
    assert len(digests | {digest_of(pickle)}) == 5
    # Where it stands in its file, and what it is called, is no matter.
    assert digest_of(replace(pickle, name="x", line=1, steps=(replace(step, line=1), *pickle.steps[1:]))) == (
        digest_of(pickle)
    )


def test_releasing_writes_digests_and_then_nothing_more(tmp_path: Path) -> None:
    path = tmp_path / "core@1.toml"
    path.write_text('name = "core"\nversion = 1\nreleased = ""\n[scenarios]\n')
    assert freezing.main(["--check"], tmp_path) == 1
    assert freezing.main([], tmp_path) == 0
    assert freezing.main(["--check"], tmp_path) == 0
    assert read_set(path).scenarios == find_sets("core@1")[0].scenarios
    assert freezing.main(["--release", "core@1", "2027-01-15"], tmp_path) == 0
    released = read_set(path)
    assert released.released == "2027-01-15"
    assert all(required.digest for required in released.scenarios.values())
    content = path.read_bytes()
    assert freezing.main([], tmp_path) == 0
    assert path.read_bytes() == content
    assert freezing.main(["--nonsense"], tmp_path) == 2


def test_needs_are_what_the_story_asks_for() -> None:
    assert needs_of(PICKLES["core.codes.leading-zeros#1"]) == ("accounts", "codes")
    assert needs_of(PICKLES["core.backup.counter"]) == ("accounts", "counter-codes", "backup")
    assert "passkeys" in needs_of(next(p for p in PICKLES.values() if p.uri.endswith("passkeys.feature")))
