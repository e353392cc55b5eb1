"""Shows a site on this machine alone, and tells open pages when it has been built anew.

A page that is shown asks for news and waits; when there are some, it loads itself again, or says what is
wrong with the feature that is being edited. Files are watched by looking at their times twice a second: a
library that is woken by the system would be a dependency for the sake of fifty files.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Sequence
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec

LOOPBACK = "127.0.0.1"
_NEWS, _SCRIPT = "/-/news", "/-/reload.js"
_WAIT_S, _LOOK_S = 20.0, 0.5
#: A page asks with fewer characters, and Python reads no number of more than 4,300 digits.
_QUERY_MAX = 100


class News(msgspec.Struct, frozen=True):
    """How often the site was built or failed to be, and what is wrong with the features now."""

    version: int = 0
    problem: str = ""


class Board:
    """Where the builder puts news, and pages wait for them."""

    def __init__(self) -> None:
        self._news = News()
        self._changed = threading.Condition()

    def put(self, problem: str = "") -> None:
        """The site was built, or could not be."""
        with self._changed:
            self._news = News(self._news.version + 1, problem)
            self._changed.notify_all()

    def after(self, seen: int, wait_s: float = _WAIT_S) -> News:
        """The news as soon as they are other than those seen, or as they are when the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._news.version != seen, wait_s)
            return self._news


def server(folder: Path, port: int, board: Board) -> ThreadingHTTPServer:
    """A server of that folder on the loopback; port 0 takes a free one. OSError if the port is taken."""

    class Handler(_Handler):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments, directory=str(folder), board=board)

    made = ThreadingHTTPServer((LOOPBACK, port), Handler)
    made.daemon_threads = True
    return made


class _Handler(SimpleHTTPRequestHandler):
    """Files of the folder, with the script that waits for news in every page."""

    protocol_version = "HTTP/1.0"

    def __init__(self, *arguments: Any, directory: str, board: Board) -> None:
        self._board = board
        super().__init__(*arguments, directory=directory)

    def do_GET(self) -> None:
        self._serve(super().do_GET)

    def do_HEAD(self) -> None:
        self._serve(super().do_HEAD)

    def _serve(self, serve_file: Callable[[], None]) -> None:
        """Every request comes through here, whatever its method."""
        if not self._meant_for_us():
            self.send_error(HTTPStatus.FORBIDDEN, "This server answers to its own name only")
            return
        try:
            address = urlsplit(self.path)
            page = Path(self.translate_path(self.path))
            if address.path not in (_SCRIPT, _NEWS):
                page.stat()
            content = page.read_bytes() if page.suffix == ".html" and page.is_file() else None
        except (ValueError, OSError):
            # A name that there is no file under, or that none can have: with NUL, or too long.
            self.send_error(HTTPStatus.NOT_FOUND, "There is no such file")
            return
        if address.path == _SCRIPT:
            self._answer(_reload_script(), "text/javascript")
        elif address.path == _NEWS:
            self._answer(msgspec.json.encode(self._board.after(_seen(address.query))), "application/json")
        elif content is not None:
            self._answer(with_reload(content), "text/html; charset=utf-8")
        else:
            serve_file()

    def _meant_for_us(self) -> bool:
        """Another site must not read this one by giving its own name to the loopback address."""
        hosts = self.headers.get_all("Host", [])
        return len(hosts) == 1 and hosts[0].rpartition(":")[0] in (LOOPBACK, "localhost")

    def _answer(self, content: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        # No file is taken for what it is not, and no page of another site may load it.
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """A person who edits stories need not read who fetched what."""

    def handle(self) -> None:
        """A browser that has gone elsewhere is no fault."""
        with contextlib.suppress(ConnectionError):
            super().handle()

    def finish(self) -> None:
        """Nor is one that has gone before all was said."""
        with contextlib.suppress(ConnectionError):
            super().finish()


def _seen(query: str) -> int:
    """The version that a page has seen; -1 where it does not say so in digits."""
    said = parse_qs(query, max_num_fields=20).get("seen", ["-1"])[0] if len(query) < _QUERY_MAX else "-1"
    return int(said) if said.isascii() and said.isdecimal() else -1


def _reload_script() -> bytes:
    return files("lostphone.site").joinpath("assets", "reload.js").read_bytes()


def with_reload(page: bytes) -> bytes:
    """The page with the script that waits for news, which its policy lets ask this server."""
    allowed = page.replace(b"default-src 'none';", b"default-src 'none'; connect-src 'self';", 1)
    return allowed.replace(b"</body>", b'<script src="%s"></script>\n</body>' % _SCRIPT.encode(), 1)


def watch(paths: Callable[[], Sequence[Path]], act: Callable[[], None], over: threading.Event) -> None:
    """Call `act` after any of the files changed, came or went, until it is over."""
    before = _state(paths())
    while not over.wait(_LOOK_S):
        now = _state(paths())
        if now != before:
            before = now
            act()


def _state(paths: Sequence[Path]) -> dict[str, tuple[int, int]]:
    state = {}
    for path in paths:
        try:
            found = path.stat()
        except OSError:
            continue
        state[str(path)] = found.st_mtime_ns, found.st_size
    return state
