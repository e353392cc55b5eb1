"""The site as a whole: no secret in it, nothing that runs but what we wrote, the same bytes again."""

import base64
import gzip
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

from lostphone.base.secret import Finder, Secret
from lostphone.base.trace import Trace
from lostphone.gherkin.shipped import features_root
from lostphone.rules import Catalogue
from lostphone.site.building import build
from lostphone.site.context import Inputs
from lostphone.site.own_files import MARK
from lostphone.site.page import file_name
from lostphone.site.recorded import RecordedRun
from lostphone.site.recording import record_run
from lostphone.site.reports import ClientReport, MutantReport, PlantedFault, ScenarioVerdict
from lostphone.site.run_file import fingerprint, write_run


class Reader(HTMLParser):
    """The places of a page, and what in it could run."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.runs: list[str] = []
        self.tags: set[str] = set()
        self._script = False
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        values = {name: value or "" for name, value in attrs}
        self._script = tag == "script"
        if "id" in values:
            self.ids.append(values["id"])
        self.runs += [name for name in values if name.startswith("on")]
        self.runs += [value for value in values.values() if value.strip().lower().startswith("javascript:")]

    def handle_data(self, data: str) -> None:
        if self._script and data.strip():
            self.runs.append(data)


def made_of(run: RecordedRun, *reports: ClientReport | MutantReport) -> dict[str, bytes]:
    """A site by the paths of its files, as they are when they have been unpacked."""
    return {page.path: plain(page.path, page.content) for page in build(Inputs(run, "", reports))}


def plain(path: str, content: bytes) -> bytes:
    return gzip.decompress(content) if path.endswith(".gz") else content


@pytest.fixture(scope="module")
def kept() -> list[Secret]:
    return []


@pytest.fixture(scope="module")
def run(kept: list[Secret]) -> Iterator[RecordedRun]:
    """All shipped stories, and every secret that any of their worlds had: the seed is the one of `site`."""
    seen: dict[bytes, Secret] = {}

    def keep(trace: Trace, secret: Secret, keep_it=Trace.keep_secret) -> None:
        seen[secret.reveal()] = secret
        keep_it(trace, secret)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Trace, "keep_secret", keep)
        played = record_run()
    kept += seen.values()
    return played


@pytest.fixture(scope="module")
def core(run: RecordedRun) -> RecordedRun:
    stories = tuple(story for story in run.stories if "/core/" in story.uri)
    return RecordedRun(run.version, 0, {story.uri: run.sources[story.uri] for story in stories}, stories)


def shown(pages: dict[str, bytes], secrets: list[Secret]) -> dict[str, object]:
    """Where a secret of eighty bits or more shows; shorter ones would be met by chance."""
    finder = Finder(secret for secret in secrets if secret.bits >= 80)
    return {path: sighting for path, page in pages.items() if (sighting := finder.find(page))}


def test_no_secret_of_any_story_is_on_the_site(site: Path, run: RecordedRun, kept: list[Secret]) -> None:
    assert len(kept) >= 50
    files = {str(path): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    pages = {path: plain(path, content) for path, content in files.items()}
    assert len(pages) > 900
    assert shown(pages, kept) == {}


def test_a_secret_that_slipped_in_would_be_found(core: RecordedRun, kept: list[Secret]) -> None:
    secret = next(secret for secret in kept if secret.bits == 160)
    raw = secret.reveal()
    forms = [raw.hex(), secret.base32(), base64.b64encode(raw).decode()]
    chosen = [story for story in core.stories if "#" not in story.id][: len(forms)]
    careless = tuple(
        msgspec.structs.replace(
            story,
            steps=(msgspec.structs.replace(story.steps[0], text=f"the key is {form}"), *story.steps[1:]),
        )
        for story, form in zip(chosen, forms, strict=True)
    )
    found = shown(made_of(msgspec.structs.replace(core, stories=careless)), kept)
    assert {f"en/stories/{story.scenario}.html" for story in careless} <= set(found)


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    for path in site.rglob("*.html"):
        ids = Reader(path.read_bytes()).ids
        assert len(set(ids)) == len(ids), path


def test_one_of_a_thing_is_not_said_in_the_plural(site: Path) -> None:
    wrong = re.compile(
        r"[^>.]{0,40}(?<![\d:.–-])1 (?:accounts|stories|steps|cards|times|rules|seconds|days|variants)\b"
    )
    for page in (site / "en").rglob("*.html"):
        assert wrong.findall(page.read_text("utf-8")) == [], page.name


def test_a_list_says_which_stories_answer_an_open_question_otherwise(site: Path) -> None:
    """On the page of the rule that the question is about, in both languages (Q02)."""
    question = Catalogue.load().open_question("Q02")
    otherwise = [answer for name, answer in question.answers.items() if name != question.default]
    for lang in ("en", "ja"):
        page = (site / lang / "rules" / "backup.ios2.gates.html").read_text("utf-8")
        listed = page[page.index("<ul class=entries>") :]
        assert all(escape(answer.meaning.read(lang)) in listed for answer in otherwise)
        assert f": {escape(question.answers[question.default].meaning.read(lang))}" not in listed


def test_what_an_outline_is_called_has_no_holes(site: Path) -> None:
    for name in ("screens", "stories/index", "rules/index"):
        for lang in ("en", "ja"):
            assert not re.search(r">[^<]*…[^<]*</a>", (site / lang / f"{name}.html").read_text("utf-8"))


def test_messages_are_those_of_the_run(core: RecordedRun) -> None:
    envelopes = [json.loads(line) for line in made_of(core)["messages.ndjson.gz"].splitlines()]
    assert sum("testCase" in envelope for envelope in envelopes) == len(core.stories)
    assert envelopes[-1]["testRunFinished"]["success"] is True


BAD = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'`&"
HOSTILE = f"""
Feature: {BAD}
  {BAD}

  Rule: {BAD}

    @id:../../../"><script>x</script>/%2e%2e @rule:no.such<b>rule @situation:S999
    Scenario: {BAD}
      Given it is 14 November 2025
      And Mika uses an Android phone
      And Mika adds "<img src=x onerror=alert(3)>" on the Android phone as "</title><script>alert(4)</script>"
      When Mika loses the Android phone
      Then Mika's new Android phone lists 7 accounts
"""


def test_hostile_texts_are_shown_and_do_nothing(tmp_path: Path) -> None:
    (tmp_path / "features" / "en").mkdir(parents=True)
    (tmp_path / "features" / "en" / "<b>.feature").write_text(HOSTILE)
    run = record_run(["en"], root=tmp_path / "features")
    [story] = run.stories
    assert not story.passed
    reports = (
        ClientReport(BAD, (ScenarioVerdict(f"rule.{BAD}", BAD, "fail", BAD),)),
        MutantReport(BAD, (PlantedFault(BAD, BAD, False, (BAD,), (BAD, f"{BAD}#1")),)),
    )
    pages = made_of(run, *reports)
    for path, page in pages.items():
        assert ".." not in path.split("/")
        assert all(char not in path for char in "<>\"'")
        if path.endswith(".html"):
            reader = Reader(page)
            assert reader.runs == []
            assert "img" not in reader.tags
    for path in (f"stories/{file_name(story.id)}", "stories/index", "matrix"):
        assert b"&lt;script&gt;alert(1)&lt;/script&gt;" in pages[f"en/{path}.html"]


ACTING = "\x1b[2J\x00\x9b\u202egnp.exe\u2066\u200b\ufeff\ue000"
INVISIBLE = "\u200b\u200c\u200e\u200f\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_no_page_has_a_character_that_acts_or_hides(tmp_path: Path) -> None:
    """In a run that was recorded elsewhere, and in reports on clients, any text may be anything."""
    (tmp_path / "features" / "en").mkdir(parents=True)
    feature = f"Feature: F\n  {ACTING}\n\n" + HOSTILE.partition("\n\n")[2].replace(BAD, f"name {ACTING}")
    (tmp_path / "features" / "en" / "a.feature").write_text(feature.replace("alert(3)", ACTING))
    run = record_run(["en"], root=tmp_path / "features")
    report = ClientReport(
        f"client {ACTING}", (ScenarioVerdict("code.digits", "core.codes.zeros", "fail", ACTING * 9_000),)
    )
    arrived = 0
    for path, page in made_of(run, report).items():
        if path.endswith((".html", ".svg")):
            text = page.decode()
            acting = [
                char for char in text if unicodedata.category(char) in {"Cc", "Cs", "Co"} and char != "\n"
            ]
            assert acting == [], path
            assert [char for char in text if char in INVISIBLE] == [], path
            arrived += "gnp.exe" in text
    assert arrived > 3


def test_a_story_that_failed_says_so_wherever_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "features" / "en").mkdir(parents=True)
    text = (features_root() / "en/core/sites.feature").read_text()
    (tmp_path / "features" / "en" / "sites.feature").write_text(
        text.replace("Then ", "Then Nora's new iPad lists 9 accounts\n      And ", 1)
    )
    run = record_run(["en"], root=tmp_path / "features")
    failed = next(story for story in run.stories if not story.passed)
    pages = made_of(run)
    for path in (f"stories/{failed.scenario}", f"rules/{failed.rules[0]}", "stories/index", "about"):
        assert b"class=broke" in pages[f"en/{path}.html"], path


def test_the_same_run_gives_the_same_bytes(core: RecordedRun, tmp_path: Path) -> None:
    """Here, and in another process under another hash seed, out of the file of the run."""
    here = {page.path: page.content for page in build(Inputs(core, fingerprint(core)))}
    (tmp_path / "core.run").write_bytes(write_run(core))
    out = tmp_path / "site"
    subprocess.run(
        [sys.executable, "-m", "lostphone", "site", "--out", out, "--run", tmp_path / "core.run"],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": "4711"},
    )
    there = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert len(here) > 200
    assert {path: content for path, content in there.items() if path != MARK} == here
