"""A site whose writing is killed at any step: there is a whole site, nothing of a person's is lost, and the
next run leaves nothing behind."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lostphone.site.own_files import MARK, NotOurs
from lostphone.site.page import Page
from lostphone.site.writing import sweep, write_site

OLD = [Page("index.html", b"old"), Page("en/a.html", b"a"), Page("en/deep/b.html", b"b")]
NEW = [Page("index.html", b"new"), Page("ja/a.html", b"a")]
#: Before each of these the process can be killed; those around the exchange have no event of their own.
_STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.scandir", "os.listdir"}


def content(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MARK)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def as_dict(pages: list[Page]) -> dict[str, bytes]:
    return {page.path: page.content for page in pages}


def killed_at(step: int, act: Callable[[], object]) -> bool:
    """Do it in a process that is killed before its step-th call to the file system; whether it was."""
    child = os.fork()
    if child == 0:
        left = step

        def hook(event: str, _arguments: object) -> None:
            nonlocal left
            if event in _STEPS:
                left -= 1
                if left < 0:
                    os._exit(9)

        sys.addaudithook(hook)
        try:
            act()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.parametrize("atomic", [True, False])
def test_killed_before_each_call_to_the_file_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, atomic: bool
) -> None:
    if not atomic:
        monkeypatch.setattr("lostphone.site.writing.exchange", lambda _one, _other: False)
    elif sys.platform != "linux":
        pytest.skip("folders are exchanged in one step on Linux alone")
    steps, new_sites, missing = 0, 0, 0
    for step in range(500):
        place = tmp_path / f"{step}"
        place.mkdir()
        (place / ".site.lostphone-mine").mkdir()
        (place / ".site.lostphone-mine" / "notes.txt").write_text("mine")
        site = place / "site"
        write_site(site, OLD)
        if not killed_at(step, lambda site=site: write_site(site, NEW)):
            break
        steps += 1
        missing += not site.exists()
        assert site.exists() or not atomic
        sweep(site)
        there = content(site)
        assert there in (as_dict(OLD), as_dict(NEW))
        new_sites += there == as_dict(NEW)
        write_site(site, NEW)
        assert content(site) == as_dict(NEW)
        assert sorted(path.name for path in place.iterdir()) == [".site.lostphone-mine", "site"]
        assert (place / ".site.lostphone-mine" / "notes.txt").read_text() == "mine"
    # It was killed many times, before and after the new site took its place.
    assert steps > 30
    assert 0 < new_sites < steps
    assert bool(missing) != atomic


def test_a_first_site_that_was_killed_leaves_nothing(tmp_path: Path) -> None:
    for step in range(100):
        site = tmp_path / f"{step}" / "site"
        if not killed_at(step, lambda site=site: write_site(site, NEW)):
            break
        sweep(site)
        assert not site.exists() or content(site) == as_dict(NEW)
        assert not site.parent.exists() or [one.name for one in site.parent.iterdir()] in ([], ["site"])
    assert step > 10


@pytest.mark.parametrize(
    "spoil",
    [
        lambda site: (site / "en" / "notes.txt").write_text("mine"),
        lambda site: (site / "en" / "deep" / "b.html").write_text("mine"),
        lambda site: (site / "en" / "empty").mkdir(),
        lambda site: (site / "link").symlink_to(site / "en"),
        lambda site: (site / "index.html").unlink() or (site / "index.html").symlink_to("en/a.html"),
        lambda site: (site / "a\x1b[2J").write_text("mine"),
    ],
    ids=["foreign", "changed", "empty-folder", "link", "own-as-link", "hostile-name"],
)
def test_what_a_person_put_into_an_older_site_stays(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    site = tmp_path / "site"
    write_site(site, OLD)
    spoil(site)
    before = {path: path.lstat().st_mtime_ns for path in site.rglob("*")}
    with pytest.raises(NotOurs, match="nothing was touched") as refused:
        write_site(site, NEW)
    assert {path: path.lstat().st_mtime_ns for path in site.rglob("*")} == before
    assert "\x1b" not in str(refused.value)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_comes_into_the_old_site_while_it_is_replaced_is_kept_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lostphone.site import writing

    site = tmp_path / "site"
    write_site(site, OLD)

    def put(fresh: Path, out: Path) -> Path | None:
        (out / "en" / "notes.txt").write_text("mine")
        return original(fresh, out)

    original = writing._put
    monkeypatch.setattr(writing, "_put", put)
    written = write_site(site, NEW)
    assert content(site) == as_dict(NEW)
    assert written.kept is not None
    assert not written.kept.name.startswith(".")
    assert content(written.kept) == {"en/notes.txt": b"mine"}


def test_a_mark_cannot_name_files_elsewhere(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(site, OLD)
    other = tmp_path / "other.html"
    other.write_bytes(b"old")
    mark = (site / MARK).read_text()
    (site / MARK).write_text(mark.replace('"index.html"', '"../other.html"'))
    with pytest.raises(NotOurs, match=r"index\.html"):
        write_site(site, NEW)
    (site / "index.html").unlink()
    write_site(site, NEW)
    assert other.read_bytes() == b"old"


def test_a_site_whose_files_were_not_noted_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / MARK).write_text('{"format":"lostphone-site/1","holds":["en"]}')
    (tmp_path / "en").mkdir()
    with pytest.raises(NotOurs, match="older Lostphone"):
        write_site(tmp_path, NEW)


def test_a_folder_that_another_run_is_writing_is_left_alone(tmp_path: Path) -> None:
    site = tmp_path / "site"

    def pages() -> list[Page]:
        write_site(site, OLD)
        return NEW

    assert write_site(site, (page for page in pages())).files == 3
    assert content(site) == as_dict(NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_name_that_is_a_pattern_sweeps_no_others(tmp_path: Path) -> None:
    (tmp_path / ".ab.lostphone-x").mkdir()
    write_site(tmp_path / "[a]*", OLD)
    assert (tmp_path / ".ab.lostphone-x").is_dir()
