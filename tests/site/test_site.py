"""The whole site: no dead link, no secret, nothing that runs but what we wrote, the same bytes again."""

import base64
import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath

import msgspec
import pytest

from lostphone.gherkin.shipped import features_root
from lostphone.rules import Catalogue
from lostphone.secret import Finder, Secret
from lostphone.site.building import build
from lostphone.site.context import Inputs
from lostphone.site.page import Page, file_name
from lostphone.site.recorded import RecordedRun
from lostphone.site.recording import record_run
from lostphone.site.reports import ClientReport, Mutant, MutantReport, Verdict
from lostphone.site.run_file import write_run
from lostphone.trace import Trace


class Reader(HTMLParser):
    """What a page refers to, what can be referred to on it, and what in it could run."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.outside: list[str] = []
        self.runs: list[str] = []
        self.tags: set[str] = set()
        self._script = False
        self.feed(page.content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        values = {name: value or "" for name, value in attrs}
        self._script = tag == "script"
        if "id" in values:
            self.ids.append(values["id"])
        for name in ("href", "src"):
            if name in values and not (tag == "use" and values[name].startswith("#")):
                (self.outside if ":" in values[name] else self.links).append(values[name])
        self.runs += [name for name in values if name.startswith("on")]
        self.runs += [value for value in values.values() if value.strip().lower().startswith("javascript:")]

    def handle_data(self, data: str) -> None:
        if self._script and data.strip():
            self.runs.append(data)


def dead_links(pages: dict[str, Page]) -> Iterator[str]:
    read = {path: Reader(page) for path, page in pages.items() if path.endswith(".html")}
    for path, reader in read.items():
        for link in reader.links:
            target, _, place = link.partition("#")
            there = normpath(join(dirname(path), target.partition("?")[0])) if target else path
            if there not in pages or (place and there in read and place not in read[there].ids):
                yield f"{path}: {link}"


@pytest.fixture(scope="module")
def kept() -> list[Secret]:
    return []


@pytest.fixture(scope="module")
def run(kept: list[Secret]) -> Iterator[RecordedRun]:
    """All shipped stories, and every secret that any of their worlds had."""
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
def pages(run: RecordedRun) -> dict[str, Page]:
    built = list(build(Inputs(run, "f" * 64)))
    assert len({page.path.casefold() for page in built}) == len(built)
    return {page.path: page for page in built}


def test_every_rule_and_story_has_its_page_and_no_link_is_dead(
    run: RecordedRun, pages: dict[str, Page]
) -> None:
    for lang in ("en", "ja"):
        for rule in Catalogue.load().rules:
            assert f"{lang}/rules/{rule}.html" in pages
        for story in run.told_in(lang):
            assert f"{lang}/stories/{story.scenario}.html" in pages
    assert list(dead_links(pages)) == []
    both = {path.removeprefix("en/") for path in pages if path.startswith("en/")}
    assert both == {path.removeprefix("ja/") for path in pages if path.startswith("ja/")}


def test_a_dead_link_would_be_found(pages: dict[str, Page]) -> None:
    without = {path: page for path, page in pages.items() if path != "en/rules/code.digits.html"}
    assert any("code.digits" in link for link in dead_links(without))


def test_pages_ask_nothing_of_the_network_and_no_id_stands_twice(pages: dict[str, Page]) -> None:
    sources = {source.url for source in Catalogue.load().sources.values()}
    for path, page in pages.items():
        if path.endswith(".html"):
            reader = Reader(page)
            assert reader.runs == []
            assert set(reader.outside) <= sources
            assert len(set(reader.ids)) == len(reader.ids), path
        if path.endswith((".css", ".js")):
            assert b"@import" not in page.content
            assert b"url(http" not in page.content


def shown(pages: dict[str, Page], secrets: list[Secret]) -> list[str]:
    """Where a secret of eighty bits or more shows; shorter ones would be met by chance."""
    finder = Finder(secret for secret in secrets if secret.bits >= 80)
    said = ((path, finder.find(plain(page))) for path, page in pages.items())
    return [f"{path}: {sighting}" for path, sighting in said if sighting]


def plain(page: Page) -> bytes:
    return gzip.decompress(page.content) if page.path.endswith(".gz") else page.content


def test_no_secret_of_any_story_is_on_the_site(kept: list[Secret], pages: dict[str, Page]) -> None:
    assert len(kept) >= 50
    assert shown(pages, kept) == []


def test_a_secret_that_slipped_in_would_be_found(run: RecordedRun, kept: list[Secret]) -> None:
    secret = next(secret for secret in kept if secret.bits == 160)
    raw = secret.reveal()
    forms = [raw.hex(), secret.base32(), base64.b64encode(raw).decode()]
    chosen = [story for story in run.stories if "#" not in story.id][: len(forms)]
    careless = tuple(
        msgspec.structs.replace(
            story,
            steps=(msgspec.structs.replace(story.steps[0], text=f"the key is {form}"), *story.steps[1:]),
        )
        for story, form in zip(chosen, forms, strict=True)
    )
    sources = {story.uri: run.sources[story.uri] for story in careless}
    built = {page.path: page for page in build(Inputs(RecordedRun(run.version, 0, sources, careless), ""))}
    found = [line.partition(":")[0] for line in shown(built, kept)]
    assert {f"en/stories/{story.scenario}.html" for story in careless} <= set(found)


def test_messages_are_those_of_the_run(run: RecordedRun, pages: dict[str, Page]) -> None:
    envelopes = [json.loads(line) for line in plain(pages["messages.ndjson.gz"]).splitlines()]
    assert sum("testCase" in envelope for envelope in envelopes) == len(run.stories)
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
        ClientReport(BAD, (Verdict(f"rule.{BAD}", BAD, "fail", BAD),)),
        MutantReport(BAD, (Mutant(BAD, BAD, False, (BAD,), (BAD, f"{BAD}#1")),)),
    )
    pages = {page.path: page for page in build(Inputs(run, "", reports))}
    for path, page in pages.items():
        assert ".." not in path.split("/")
        assert all(char not in path for char in "<>\"'")
        if path.endswith(".html"):
            reader = Reader(page)
            assert reader.runs == []
            assert "img" not in reader.tags
    assert list(dead_links(pages)) == []
    told = pages[f"en/stories/{file_name(story.id)}.html"].content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in told
    assert "failed" in told


def test_a_story_that_failed_says_so_wherever_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "features" / "en").mkdir(parents=True)
    text = (features_root() / "en/core/sites.feature").read_text()
    first = text.index("Then ")
    (tmp_path / "features" / "en" / "sites.feature").write_text(
        text[:first] + "Then Nora's new iPad lists 9 accounts\n      And " + text[first + 5 :]
    )
    run = record_run(["en"], root=tmp_path / "features")
    failed = next(story for story in run.stories if not story.passed)
    pages = {page.path: page.content.decode("utf-8", "replace") for page in build(Inputs(run, ""))}
    for path in (f"stories/{failed.scenario}", f"rules/{failed.rules[0]}", "stories/index", "about"):
        assert 'class="broke"' in pages[f"en/{path}.html"], path


def test_the_same_run_gives_the_same_bytes(run: RecordedRun, tmp_path: Path) -> None:
    """In two processes under different hash seeds."""
    stories = tuple(story for story in run.stories if "/core/" in story.uri)
    sources = {story.uri: run.sources[story.uri] for story in stories}
    (tmp_path / "core.run").write_bytes(write_run(RecordedRun(run.version, 0, sources, stories)))
    made = []
    for seed in ("0", "4711"):
        out = tmp_path / seed
        subprocess.run(
            [sys.executable, "-m", "lostphone", "site", "--out", out, "--run", tmp_path / "core.run"],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        files = sorted(path for path in out.rglob("*") if path.is_file())
        made.append([(path.relative_to(out).as_posix(), path.read_bytes()) for path in files])
    assert len(made[0]) > 200
    assert made[0] == made[1]
