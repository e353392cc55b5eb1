"""`lostphone site --serve`: the site on this machine alone, built anew while features are edited."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from lostphone.cli.console import out as console
from lostphone.cli.site import inputs_of, write
from lostphone.cli.usage import UsageError
from lostphone.gherkin.problems import FeatureError
from lostphone.gherkin.shipped import feature_files, features_root
from lostphone.site.recording import record_run
from lostphone.site.reports import Report
from lostphone.site.serving import Board, server, watch


def serve_site(
    out: Path,
    languages: Sequence[str],
    reports: tuple[Report, ...],
    seed: int,
    port: int,
    workers: int,
) -> int:
    """Build, listen and build again until Ctrl-C. A feature that cannot be read is told on the pages."""
    board = Board()
    build = _Builder(out, languages, reports, seed, workers, board)
    problem = build.build()
    if problem:
        raise UsageError(problem)
    try:
        serving = server(out.resolve(), port, board)
    except (OSError, OverflowError) as error:
        raise UsageError(f"cannot listen on port {port}: {error}; try another --port") from None
    with serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        console().print(Text(f"http://127.0.0.1:{serving.server_port}/ (Ctrl-C ends it)"), soft_wrap=True)
        try:
            watch(build.watched, build.again, threading.Event())
        except KeyboardInterrupt:
            pass
        finally:
            serving.shutdown()
    return 0


class _Builder:
    """Plays and writes, and puts on the board what came of it."""

    def __init__(
        self,
        out: Path,
        languages: Sequence[str],
        reports: tuple[Report, ...],
        seed: int,
        workers: int,
        board: Board,
    ) -> None:
        self._out = out
        self._languages = languages
        self._reports = reports
        self._seed = seed
        self._workers = workers
        self._board = board

    def watched(self) -> list[Path]:
        """The feature files as they are now."""
        return [path for language in self._languages for path in feature_files(features_root() / language)]

    def build(self) -> str:
        """Play, write and tell; what was wrong, or ""."""
        try:
            run = record_run(self._languages, self._seed, self._workers)
            write(self._out, inputs_of(run, self._reports))
        except (FeatureError, UsageError, OSError) as error:
            self._board.put(str(error))
            return str(error)
        except Exception as error:
            # Half an edit may be a story that nobody foresaw; the server outlives it.
            self._board.put(f"{type(error).__name__}: {error}")
            return f"{type(error).__name__}: {error}"
        self._board.put()
        return ""

    def again(self) -> None:
        """As `build`, with a line for whoever looks at the terminal."""
        problem = self.build()
        console().print(Text(problem or "built anew", style="red" if problem else "dim"), soft_wrap=True)
