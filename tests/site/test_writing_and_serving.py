"""A site is put in place whole or not at all, and shown to this machine alone."""

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

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


def said(port: int, request: bytes) -> bytes:
    """Everything that is answered to these bytes, until the server or its patience ends."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
    return answer


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    "path", ["/index.html", "/en/", "/-/reload.js", "/-/news?seen=-1", "/nothing", "/%00"]
)
def test_every_answer_says_that_it_is_for_this_site_alone(
    served: tuple[int, Board], method: str, path: str
) -> None:
    port, board = served
    board.put()
    answer = said(port, f"{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode())
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"\r\nX-Content-Type-Options: nosniff" in head
    assert b"\r\nCross-Origin-Resource-Policy: same-origin" in head
    assert body or method == "HEAD"
    assert not body or method == "GET"
    for host in (
        "Host: evil.example",
        "Host: evil.example:80",
        "Host: localhost\r\nHost: evil.example",
        "X: y",
    ):
        refused = said(port, f"{method} {path} HTTP/1.1\r\n{host}\r\n\r\n".encode())
        assert refused.startswith(b"HTTP/1.0 403 "), refused


PATHS = st.one_of(
    st.binary(max_size=40),
    st.sampled_from(
        [
            b"/%00",
            b"/%00.html",
            b"/-/news?seen=" + b"9" * 5_000,
            b"/-/news?seen=" + b"9" * 90,
            b"/-/news?seen=\xd9\xa3",
            b"/-/news?seen=--1",
            b"/-/news?seen=%00&" + b"&" * 200,
            b"/" + b"a" * 5_000 + b".html",
            b"/" + b"a/" * 3_000,
            b"/%ff%fe.html",
            b"//[/x",
            b"http://[::1/x.html",
            b"/../../../etc/passwd",
            b"/en/%2e%2e/%2e%2e/secret.html",
            b"*",
            b"",
        ]
    ),
)


HEADERS = {
    "ours": b"Host: localhost:1",
    "evil": b"Host: evil",
    "long": b"X" * 70_000,
    "bytes": b"\x00: \xff",
    "length": b"Content-Length: -1",
    "nameless": b":",
    "bare": b"\r",
}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    method=st.sampled_from([b"GET", b"HEAD", b"POST", b"OPTIONS", b"\x00", b"GET" * 100]),
    path=PATHS,
    version=st.sampled_from([b"HTTP/1.1", b"HTTP/1.0", b"HTTP/9", b"HTTP/0.9", b"", b"\xff"]),
    headers=st.lists(st.sampled_from(sorted(HEADERS)), max_size=4),
)
@example(b"GET", b"/%00", b"HTTP/1.1", ["ours"])
@example(b"GET", b"/-/news?seen=" + b"9" * 5_000, b"HTTP/1.1", ["ours"])
@example(b"GET", b"/" + b"a" * 5_000, b"HTTP/1.1", ["ours"])
@example(b"GET", b"//[/x", b"HTTP/1.1", ["ours"])
def test_no_request_shows_a_traceback_or_a_file_from_outside(
    served: tuple[int, Board],
    capfd: pytest.CaptureFixture[str],
    method: bytes,
    path: bytes,
    version: bytes,
    headers: list[str],
) -> None:
    port, board = served
    board.put()
    request = b" ".join(part for part in (method, path, version) if part) + b"\r\n"
    try:
        answer = said(port, request + b"".join(HEADERS[name] + b"\r\n" for name in headers) + b"\r\n")
    except TimeoutError:
        raise
    except OSError:
        # It had more to read than it wanted, and has hung up.
        answer = b""
    assert b"outside" not in answer
    assert b"root:" not in answer
    assert capfd.readouterr().err == ""
    # It lives on.
    assert get(port, "/index.html")[0] == 200


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
