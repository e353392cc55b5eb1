"""A site is put in place whole or not at all, and shown to this machine alone."""

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from lostphone.site.own_files import MARK, NotOurs
from lostphone.site.page import Page
from lostphone.site.serving import Board, server, watch
from lostphone.site.writing import write_site

OLD = [Page("index.html", b"old</body>"), Page("en/a.html", b"a")]
NEW = [Page("index.html", b"new</body>")]


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARK
    }


def test_an_older_site_is_replaced_and_nothing_of_it_stays(tmp_path: Path) -> None:
    write_site(tmp_path / "site", OLD)
    written = write_site(tmp_path / "site", NEW)
    assert content(tmp_path / "site") == {"index.html": b"new</body>"}
    assert (written.pages, written.files) == (1, 2)
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("name", ["notes.txt", "en-backup"])
def test_what_is_not_ours_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(NotOurs, match="not empty"):
        write_site(tmp_path, OLD)
    site = tmp_path / "site"
    write_site(site, OLD)
    (site / name).write_text("mine")
    with pytest.raises(NotOurs, match=name):
        write_site(site, NEW)
    assert content(site)["index.html"] == b"old</body>"


def test_a_folder_with_a_mark_that_we_did_not_write_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / MARK).write_text('{"format": "other"}')
    with pytest.raises(NotOurs, match="not as Lostphone wrote it"):
        write_site(tmp_path, OLD)


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError])
def test_what_ends_the_writing_leaves_the_old_site_and_nothing_else(
    tmp_path: Path, error: type[BaseException]
) -> None:
    def broken() -> Iterator[Page]:
        yield NEW[0]
        raise error

    write_site(tmp_path / "site", OLD)
    with pytest.raises(error):
        write_site(tmp_path / "site", broken())
    assert content(tmp_path / "site")["index.html"] == b"old</body>"
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[int, Board]]:
    write_site(tmp_path / "site", OLD)
    (tmp_path / "secret.html").write_text("outside")
    board = Board()
    serving = server(tmp_path / "site", 0, board)
    thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield serving.server_port, board
    serving.shutdown()
    thread.join()
    serving.server_close()


def get(port: int, path: str, host: str | None = None) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    try:
        connection.request("GET", path, headers={"Host": host} if host else {})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_pages_wait_for_news_and_hear_what_is_wrong(served: tuple[int, Board]) -> None:
    port, board = served
    assert b'<script src="/-/reload.js"></script>' in get(port, "/index.html")[1]
    assert b"fetch" in get(port, "/-/reload.js")[1]
    heard: list[bytes] = []
    waiting = threading.Thread(target=lambda: heard.append(get(port, "/-/news?seen=0")[1]))
    waiting.start()
    board.put("line 3: <b>no such step</b>")
    waiting.join()
    assert json.loads(heard[0]) == {"version": 1, "problem": "line 3: <b>no such step</b>"}


def test_nobody_else_is_answered_and_nothing_outside_is_shown(served: tuple[int, Board]) -> None:
    port, _ = served
    assert get(port, "/index.html", host="evil.example")[0] == 403
    assert get(port, "/index.html", host="localhost:80")[0] == 200
    assert get(port, "/../secret.html")[0] == 404
    assert get(port, "/%2e%2e/secret.html")[0] == 404


def test_a_changed_file_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lostphone.site.serving._LOOK_S", 0.01)
    file = tmp_path / "a.feature"
    file.write_text("one")
    over = threading.Event()
    looks: list[int] = []

    def paths() -> list[Path]:
        looks.append(1)
        if len(looks) == 3:
            file.write_text("another")
        return [file, tmp_path / "gone"]

    watch(paths, over.set, over)
    assert len(looks) >= 3
