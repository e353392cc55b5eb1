"""A finding in files: it lints, reads back to the same actions, and fails wherever it is put."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from small_oracle import actions_of, judge

from lostphone.base.clock import instant
from lostphone.cli import main
from lostphone.client.port import BrokenHow, ClientBroke, NotSupported
from lostphone.client.reference import ReferenceClient
from lostphone.client.sources import client_source
from lostphone.explore.feature import feature_of
from lostphone.explore.finding import Finding, endings
from lostphone.explore.reproduce import reproduce
from lostphone.explore.writing import write_finding
from lostphone.gherkin.lint import lint
from lostphone.gherkin.pickles import parse_feature, read_feature
from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import CloudsShowNothing, Succeeds, WorkingCodes
from lostphone.oracles.oracle import Judgement
from lostphone.stories.actions import Action
from lostphone.stories.actions.accounts import AddMicrosoft, CreatePersonal, EnrolAtSite, OpenSite
from lostphone.stories.actions.backup import RestoreFromBackup, TurnBackupOff, TurnBackupOn
from lostphone.stories.actions.phones import GivePhone
from lostphone.stories.actions.time import WaitUntil
from lostphone.stories.performance import PlayedStep, perform
from lostphone.stories.recipe import Recipe, SavedStory, read_story
from lostphone.stories.story import Story, replay

RULE = "code.leading-zeros"
ZEROS = actions_of("core.codes.leading-zeros#1")
PHONE = "Kenji's Android phone"
LANGUAGES = ["en", "ja"]


def found(
    actions: Sequence[Action], seen: object, client: str = "mutant:no-padding", **recipe: object
) -> Finding:
    judgement = Judgement("codes", RULE, "invalid", sighted("as-told", what="a code is wrong"), seen)  # type: ignore[arg-type]
    return Finding(judgement, Recipe(client=client, **recipe), tuple(actions), 7)  # type: ignore[arg-type]


FINDING = found(ZEROS, WorkingCodes(PHONE, ("Kinetic Bank",)))


def played(path: Path, client: str) -> tuple[list[PlayedStep], Story]:
    [pickle] = read_feature(path).pickles
    with client_source(client) as source:
        story = Story(seed=pickle.seed, client=source)
        return perform(pickle, story), story


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feature_fails_at_its_then_on_that_client_alone(language: str, tmp_path: Path) -> None:
    written = write_finding(tmp_path, FINDING, client_source("mutant:no-padding"))
    steps, story = played(written.features[language], "mutant:no-padding")
    assert [step.status for step in steps[:-1]] == ["passed"] * (len(steps) - 1)
    assert (steps[-1].status, steps[-1].step.type) == ("failed", "then")
    assert story.actions[: len(ZEROS)] == list(ZEROS)
    steps, _ = played(written.features[language], "reference")
    assert {step.status for step in steps} == {"passed"}


def test_the_files_lint_and_keep_the_actions(tmp_path: Path) -> None:
    written = write_finding(tmp_path / "found", FINDING, client_source("mutant:no-padding"))
    assert sorted(path.name for path in (tmp_path / "found").iterdir()) == [
        "code-leading-zeros-7.feature",
        "code-leading-zeros-7.ja.feature",
        "code-leading-zeros-7.story",
    ]
    assert lint([tmp_path]) == []
    assert read_story(written.story.read_bytes()).actions == ZEROS
    assert f"@rule:{RULE}" in written.features["en"].read_text("utf-8")
    assert written.features["ja"].read_text("utf-8").startswith("# language: ja\n")


def test_in_another_folder_it_runs_and_names_the_same_rule(tmp_path: Path) -> None:
    write_finding(tmp_path / "found", FINDING, client_source("mutant:no-padding"))
    shutil.move(tmp_path / "found", tmp_path / "elsewhere")
    command = [sys.executable, "-m", "lostphone.cli", "run", ".", "--client", "mutant:no-padding"]
    done = subprocess.run(command, cwd=tmp_path / "elsewhere", capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout.count(f"{RULE}: ") == 2
    assert "0 passed, 2 failed" in done.stdout


def test_a_replay_says_what_is_wrong_and_notices_a_file_that_was_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = write_finding(tmp_path, FINDING, client_source("mutant:no-padding")).story
    assert story is not None
    assert main(["replay", str(story)]) == 1
    said = capsys.readouterr().out
    assert f"{RULE}: " in said
    assert "it went otherwise" not in said
    assert main(["replay", str(story), "--client", "reference"]) == 0
    assert RULE not in capsys.readouterr().out
    story.write_text(story.read_text().replace("mutant:no-padding", "reference"))
    assert main(["replay", str(story)]) == 1
    assert "it went otherwise" in capsys.readouterr().out


def test_what_a_client_does_not_know_is_left_out_of_a_replay() -> None:
    class Knows(ReferenceClient):
        def call(self, device, intent):
            if type(intent).__name__ == "DisableBackup":
                raise NotSupported("backup/disable")
            return super().call(device, intent)

    phone = "Mika's Android phone"
    actions = (GivePhone(phone, "Mika", "android"), TurnBackupOff(phone), GivePhone("Two", "Mika", "android"))
    stage, broke = replay(SavedStory(Recipe(), "", actions), Knows)
    assert broke is None
    assert set(stage.world.devices) == {phone, "Two"}


def test_a_feature_that_would_pass_is_not_written(tmp_path: Path) -> None:
    written = write_finding(tmp_path, FINDING, ReferenceClient)
    assert written.features == {}
    assert [path.suffix for path in tmp_path.iterdir()] == [".story"]
    assert written.command == f"lostphone explore --why {written.story}"


def test_a_story_that_needs_its_seed_says_so_and_is_played_under_it(tmp_path: Path, capsys) -> None:
    finding = found(ZEROS, WorkingCodes(PHONE, ("Kinetic Bank",)), seed=9, races=True)
    feature = tmp_path / "found.feature"
    feature.write_text(feature_of(finding, (), "en", feature.name), encoding="utf-8")
    [pickle] = read_feature(feature).pickles
    assert (pickle.seed, pickle.races) == (9, True)
    kept = tmp_path / "told.story"
    assert main(["tell", str(feature), "--save", str(kept)]) == 0
    assert read_story(kept.read_bytes()).recipe == Recipe(seed=9, races=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_refusals_on_the_way_and_answers_to_open_questions_are_told(language: str) -> None:
    mika, phone = "mika@outlook.com", "Mika's Android phone"
    actions = (
        WaitUntil(instant(2026, 3, 3)),
        GivePhone(phone, "Mika", "android"),
        TurnBackupOn(phone, mika),
        CreatePersonal(mika, "Mika"),
        AddMicrosoft(phone, mika),
        RestoreFromBackup(phone, mika),
    )
    finding = found(actions, CloudsShowNothing(), "reference", answers={"Q05": "sync"})
    codes = endings(finding.recipe, actions, ReferenceClient)
    assert [code == "ok" for code in codes] == [True, True, False, True, True, False]
    text = feature_of(finding, codes, language, "found.feature")
    feature = parse_feature(text, "found.feature")
    story = Story()
    steps = perform(feature.pickles[0], story)
    assert [(step.step.text, step.problem) for step in steps if step.problem] == []
    assert tuple(story.actions) == actions
    assert story.saved().recipe.answers == {"Q05": "sync"}


@pytest.mark.parametrize(
    ("language", "title", "seen"),
    [
        ("en", "Mika turns off cloud backup on the iPhone, and it succeeds", "What was seen"),
        ("ja", "ミカがiPhoneのクラウドバックアップをオフにすると、成功する", "実際"),
    ],
)
def test_a_title_says_what_should_have_ended_so_and_a_comment_what_was_seen(
    language: str, title: str, seen: str
) -> None:
    phone = "Mika's iPhone"
    actions = (GivePhone(phone, "Mika", "ios"), TurnBackupOff(phone))
    judgement = Judgement("switching", RULE, "invalid", sighted("as-told", what="off,\n and on"), Succeeds())
    text = feature_of(Finding(judgement, Recipe(), actions), (), language, "found.feature")
    [pickle] = parse_feature(text, "found.feature").pickles
    assert pickle.name == title
    assert f"# {seen}: off, and on\n" in text


class Crashing(ReferenceClient):
    """Ends at the word "off"."""

    def call(self, device, intent):
        if type(intent).__name__ == "DisableBackup":
            kind: BrokenHow = "crash"
            raise ClientBroke(kind, "it ended")
        return super().call(device, intent)


def test_a_client_that_breaks_breaks_in_its_story_too() -> None:
    phone = "Mika's Android phone"
    actions = (GivePhone(phone, "Mika", "android"), TurnBackupOff(phone))
    finding = found(actions, None, "py:crashing:Crashing")
    text = feature_of(finding, endings(finding.recipe, actions, Crashing), "en", "found.feature")
    steps = perform(parse_feature(text, "found.feature").pickles[0], Story(client=Crashing))
    assert [step.status for step in steps] == ["passed", "failed", "not played"]
    assert isinstance(steps[1].error, ClientBroke)


def test_what_the_small_oracle_finds_is_what_is_told() -> None:
    with client_source("mutant:no-padding") as client:
        assert judge(Recipe(), ZEROS, client) == Judgement(
            "small",
            "code.matches-site",
            "invalid",
            sighted("as-told", what="wrong code"),
            FINDING.judgement.expectation,
        )
    assert judge(Recipe(), ZEROS, ReferenceClient) is None


def test_the_finding_shown_in_the_docs_is_written_so_today(tmp_path: Path) -> None:
    shown = Path(__file__).parents[2] / "docs/how-to/found"
    saved = read_story((shown / "code-period-7.story").read_bytes())
    with client_source(saved.recipe.client) as client:
        judgement = reproduce(saved.recipe, saved.actions, client)
        assert judgement is not None
        write_finding(tmp_path, Finding(judgement, saved.recipe, saved.actions, found_with=7), client)
    written = {file.name: file.read_text() for file in tmp_path.iterdir()}
    assert written == {file.name: file.read_text() for file in shown.iterdir()}


def test_a_story_that_takes_an_answer_of_the_client_s_own_says_so(tmp_path: Path) -> None:
    """The reference refuses that restore for another reason: a list that is not empty."""
    phone = "Mika's iPhone"
    actions = (
        WaitUntil(instant(2025, 1, 1)),
        GivePhone(phone, "Mika", "ios"),
        OpenSite("GitHub"),
        EnrolAtSite(phone, "GitHub"),
        RestoreFromBackup(phone, "mika@outlook.com"),
    )
    client = "mutant:restore-over-accounts"
    with client_source(client) as source:
        judgement = reproduce(Recipe(client=client), actions, source)
        assert judgement is not None
        written = write_finding(tmp_path, Finding(judgement, Recipe(client=client), actions), source)
    assert "# On the way it tells how" in written.features["en"].read_text("utf-8")
    assert "# 途中の答えは" in written.features["ja"].read_text("utf-8")
    with client_source("mutant:no-padding") as source:
        assert "# On the way" not in write_finding(tmp_path, FINDING, source).features["en"].read_text(
            "utf-8"
        )
