"""Documents: every command in them runs, every link leads somewhere, what's here is up to date."""

from __future__ import annotations

import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from _pytest.mark import ParameterSet

if TYPE_CHECKING:
    from conftest import Ran

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
#: What a page shows and this run itself does already, or what would install over it.
ELSEWHERE = ("make ", "pip ", "python3 -m venv", "git ", "cd ", ". ")
#: Long commands that other tests learn from too, so they are run once for all; the recipe of `make test` is one.
LONG = {
    "lostphone mutants": "lostphone mutants",
    "lostphone site --out my-site": "lostphone site --out my-site --save-run stories.run",
    "lostphone site --out my-site --save-run stories.run": "lostphone site --out my-site --save-run stories.run",
}
BY_MAKE = "lostphone run"


def blocks() -> list[ParameterSet]:
    """(page, commands) for every console block: its lines that begin with `$ `, in their order.

    A command may need what the one above it has written, so a block is played as a whole.
    """
    found = []
    for page in PAGES:
        name = page.relative_to(ROOT).as_posix()
        for block in re.findall(r"```console\n(.*?)```", page.read_text("utf-8"), re.S):
            lines = block.replace("\\\n", "").splitlines()
            typed = [line[2:] for line in lines if line.startswith("$ ")]
            played = [line for line in typed if not line.startswith(ELSEWHERE)]
            if played:
                found.append(pytest.param(name, played, marks=_marks(played), id=f"{name}: {played[0]}"))
    return found


def _marks(commands: list[str]) -> list[pytest.MarkDecorator]:
    missing = shutil.which("node") is None and any("cmd:node " in command for command in commands)
    return [pytest.mark.skipif(missing, reason="node is not installed, so its client was not run")]


@pytest.fixture
def desk(tmp_path) -> Path:
    """A copy of what a reader has before them: a new one for each block, for pages write alike names."""
    for name in ("features", "docs", "kits"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(("page", "commands"), blocks())
def test_commands_in_the_documents_run(
    desk: Path, once: Callable[[str], Ran], page: str, commands: list[str]
) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command in commands:
        typed = command.partition(" #")[0].strip()
        if typed == BY_MAKE:
            continue
        if typed in LONG:
            ran = once(LONG[typed])
            assert ran.code == 0, f"{page}: $ {typed}\n{ran.out}\n{ran.err}"
            shutil.copytree(ran.folder, desk, dirs_exist_ok=True)
            continue
        done = subprocess.run(
            shlex.split(typed),
            cwd=desk,
            env={**os.environ, "PATH": path},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        expected = 1 if "# finds" in command else 0
        assert done.returncode == expected, f"{page}: $ {typed}\n{done.stdout}\n{done.stderr}"


def test_how_likely_the_page_says_it_was_is_so_today(capsys: pytest.CaptureFixture[str]) -> None:
    from lostphone.cli import main

    page = ROOT / "docs/how-to/explore.md"
    said = re.findall(r"^ *\d+ %  .*$", page.read_text("utf-8"), re.M)
    assert len(said) > 2
    assert main(["explore", "--why", str(page.parent / "found/code-period-7.story")]) == 1
    shown = capsys.readouterr().out.splitlines()
    assert [line for line in said if line not in shown] == []


def test_the_class_on_the_page_is_the_one_in_the_file() -> None:
    page = ROOT / "docs/how-to/client-in-python.md"
    [shown] = re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.S)
    assert shown == (page.parent / "clients/pocket_class.py").read_text("utf-8")


def test_what_make_runs_need_not_run_again() -> None:
    recipe = (ROOT / "Makefile").read_text("utf-8").partition("\ntest:")[2].partition("\n\n")[0]
    assert f"\n\t@$(BIN)/{BY_MAKE} -n 2\n" in recipe


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    prose = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.S | re.M)
    for target in re.findall(r"\]\(([^)]+)\)", prose):
        if target.startswith("http"):
            continue
        name, _, anchor = target.partition("#")
        aim = (page.parent / name).resolve() if name else page
        assert aim.exists(), f"{page}: {target}"
        if anchor:
            headings = re.findall(r"^#+ (.+)$", aim.read_text("utf-8"), re.M)
            slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
            assert anchor in slugs, f"{page}: {target}"


def test_no_two_test_files_share_a_name() -> None:
    """Beside each other in folders without `__init__.py` pytest could collect but one of them."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))


GENERATORS = runpy.run_path(str(ROOT / "docs" / "pages.py"))


@pytest.mark.parametrize("generator", GENERATORS["GENERATORS"])
def test_a_written_page_is_up_to_date(generator: str) -> None:
    target, text = GENERATORS["made"](generator)
    assert not GENERATORS["is_stale"](target, text), (
        f"{target.relative_to(ROOT)} is out of date: run make pages"
    )


def test_every_generator_is_run_by_make_pages() -> None:
    writers = {path.stem for path in (ROOT / "docs").glob("*.py")} - {"pages"}
    assert writers == set(GENERATORS["GENERATORS"])


def stories() -> list[tuple[str, str]]:
    """(page, text) for every block of Gherkin that is a whole feature or a whole rule."""
    found = []
    for page in PAGES:
        for block in re.findall(r"```gherkin\n(.*?)```", page.read_text("utf-8"), re.S):
            if block.startswith(("Feature:", "Rule:")):
                text = block if block.startswith("Feature:") else f"Feature: of a page\n{block}"
                found.append((page.relative_to(ROOT).as_posix(), text))
    return found


@pytest.mark.parametrize(("page", "text"), stories())
def test_a_story_in_the_documents_holds(page: str, text: str) -> None:
    from lostphone.gherkin.pickles import parse_feature
    from lostphone.stories.performance import perform
    from lostphone.stories.story import Story

    for pickle in parse_feature(text, page).pickles:
        played = perform(pickle, Story(title=pickle.name))
        assert [step.problem for step in played if step.problem] == []
