"""A run is recorded as it went: nothing added, nothing lost, and each account's fate as the facts have it."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lostphone.client.mutants import find_mutant
from lostphone.client.reference import ReferenceClient
from lostphone.gherkin.pickles import Feature, Pickle, parse_feature, read_feature
from lostphone.gherkin.shipped import features_root
from lostphone.site import recording
from lostphone.site.recorded import RecordedRun, RecordedStory
from lostphone.site.recording import record
from lostphone.site.run_file import BadRun, read_run, write_run
from lostphone.stories.performance import PlayedStep, perform
from lostphone.stories.story import Story


def feature(name: str, lang: str = "en") -> Feature:
    return read_feature(features_root() / lang / name, f"features/{lang}/{name}")


def stories(name: str, lang: str = "en") -> list[RecordedStory]:
    shipped = feature(name, lang)
    return [record(shipped, pickle) for pickle in shipped.pickles]


def fates(story: RecordedStory) -> dict[str, str]:
    return {fate.kind: fate.fate for fate in story.fates}


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_comes_back_of_each_kind_is_the_matrix_of_the_notes(lang: str) -> None:
    """Facts A16, A17, C16 (and A23 under the other answer to Q01)."""
    told = {story.id: fates(story) for story in stories("microsoft/restore-matrix.feature", lang)}
    usual = {
        "third-party": "back",
        "personal": "back",
        "passwordless": "sign in",
        "work": "sign in",
        "work code": "back",
    }
    for where in ("ios1", "ios2", "android"):
        for row in range(1, 6):
            assert told[f"ms.matrix.{where}#{row}"] == usual
    assert told["ms.matrix.ios2-announcement#1"] == {**usual, "personal": "sign in"}


LOST = """
Feature: A phone is lost
  Scenario: Nothing was backed up
    Given it is 14 November 2025
    And Mika uses an Android phone
    And Mika adds "GitHub" and "Amazon" on the Android phone
    And Mika removes "Amazon" from the Android phone
    And Mika loses the Android phone
    When Mika sets up a new Android phone
    Then Mika's new Android phone lists 0 accounts
"""


def test_what_was_removed_on_purpose_is_not_lost() -> None:
    told = parse_feature(LOST, "lost.feature")
    story = record(told, told.pickles[0])
    assert story.passed
    assert [(fate.account, fate.fate) for fate in story.fates] == [("GitHub", "lost")]


RESTORED = """
Feature: A phone is lost
  Scenario: The backup is restored
    Given it is 14 November 2025
    And "GitHub" hands out SHA-512 codes of 8 digits every 60 seconds
    And Mika has the code-only Microsoft account mika@outlook.com
    And Mika uses an Android phone
    And Mika adds "GitHub" on the Android phone
    And Mika signs in to mika@outlook.com on the Android phone
    And Mika turns on cloud backup with mika@outlook.com on the Android phone
    And Mika loses the Android phone
    And Mika sets up a new Android phone
    When Mika restores the backup on the new Android phone with mika@outlook.com
    Then Mika's new Android phone lists 1 account
"""


def test_a_row_with_a_wrong_code_is_not_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under a client that takes every secret for SHA-1, the row is there and its code is of no use."""
    told = parse_feature(RESTORED, "lost.feature")
    assert [fate.fate for fate in record(told, told.pickles[0]).fates] == ["back"]

    class Played(Story):
        def __init__(self, **about: object) -> None:
            super().__init__(**about, client=find_mutant("sha1-only").client)  # type: ignore[arg-type]

    monkeypatch.setattr(recording, "Story", Played)
    assert [fate.fate for fate in record(told, told.pickles[0]).fates] == ["lost"]


def test_asking_for_fates_leaves_no_line_in_the_record() -> None:
    shipped = feature("microsoft/ios-since-2025.feature")
    for pickle in shipped.pickles:
        story = Story(lang="en", client=ReferenceClient)
        perform(pickle, story)
        recorded = record(shipped, pickle)
        assert list(recorded.happenings) == story.world.trace.happenings
        assert recorded.steps[-1].end == len(recorded.happenings)


def test_a_story_that_fails_is_recorded_up_to_there() -> None:
    told = parse_feature(LOST.replace("lists 0", "lists 2"), "lost.feature")
    story = record(told, told.pickles[0])
    assert not story.passed
    assert story.steps[-1].status == "failed"
    assert "lists nothing" in story.steps[-1].problem
    assert story.fates == ()


def test_what_was_wrong_shows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(pickle: Pickle, story: Story) -> list[PlayedStep]:
        played = perform(pickle, story)
        secret = story.world.new_secret("careless", 20)
        return [*played[:-1], replace(played[-1], problem=f"the key was {secret.base32()}")]

    monkeypatch.setattr(recording, "perform", careless)
    told = parse_feature(LOST.replace("lists 0", "lists 2"), "lost.feature")
    assert record(told, told.pickles[0]).steps[-1].problem == "the key was ‹secret›"


def test_names_are_those_of_the_language() -> None:
    for lang, expected in (("en", "Mika's new iPhone"), ("ja", "ミカの新しいiPhone")):
        story = next(
            story
            for story in stories("microsoft/ios-since-2025.feature", lang)
            if story.id == "ms.ios2.lost-phone-everything-on"
        )
        assert story.names["Mika's new iPhone"] == expected
        assert expected in {device.name for device in story.devices}


RECORDING = """
import sys
from dataclasses import replace
from pathlib import Path
from lostphone.site.recording import record_run
from lostphone.site.run_file import write_run

if __name__ == "__main__":
    sys.stdout.buffer.write(write_run(record_run(workers=2, root=Path(sys.argv[1]))))
"""


def test_the_record_depends_on_nothing_but_the_stories(tmp_path: Path) -> None:
    """In another process, with another hash seed, shared out among two: the same bytes."""
    root = tmp_path / "features"
    for lang in ("en", "ja"):
        (root / lang / "core").mkdir(parents=True)
        for name in ("names", "sites"):
            text = (features_root() / lang / "core" / f"{name}.feature").read_bytes()
            (root / lang / "core" / f"{name}.feature").write_bytes(text)
    here = write_run(recording.record_run(root=root))
    script = tmp_path / "record.py"
    script.write_text(RECORDING)
    there = subprocess.run(
        [sys.executable, script, root], capture_output=True, check=True, env={"PYTHONHASHSEED": "77"}
    )
    assert there.stdout == here


@pytest.fixture(scope="module")
def small() -> bytes:
    run = RecordedRun("1", 3, {"features/en/x.feature": "Feature: X"}, tuple(stories("core/log.feature")))
    return write_run(run)


def test_a_run_survives_its_file(small: bytes) -> None:
    run = read_run(small)
    assert write_run(run) == small
    assert run.stories == tuple(stories("core/log.feature"))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_file_cut_short_or_changed_is_told(small: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(small) - 2))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != small[at]))
    for spoiled in (small[:at], small[:at] + bytes([other]) + small[at + 1 :]):
        with pytest.raises(BadRun, match="line \\d+: "):
            read_run(spoiled)
