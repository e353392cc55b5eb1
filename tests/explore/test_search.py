"""The same seed finds the same: on one process and on two, in one go and in two, in any process."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from lostphone.cli import main, ticking
from lostphone.cli.explore_report import print_text
from lostphone.explore.exploration import Exploration, exploration
from lostphone.explore.reproduce import reproduce
from lostphone.explore.run import run
from lostphone.explore.search import SearchProgress, earlier, search
from lostphone.explore.sweep import Players, SweepPlan, chunks, divergence
from lostphone.rules import Catalogue
from lostphone.stories.recipe import read_story

#: Crashes when it opens a backup that was cut short.
CRASHES = "mutant:deep-scan-crash"
RUNS = 16
#: A seed with which it does within so many runs.
SEED = 34


def fresh(client: str = CRASHES, seed: int = SEED) -> SearchProgress:
    return SearchProgress(SweepPlan(client, seed))


def told(progress: SearchProgress) -> list[tuple[str, str, int, int]]:
    return [(one.oracle, one.rule, one.run, one.steps) for one in progress.findings]


@pytest.fixture(scope="module")
def on_one(tmp_path_factory: pytest.TempPathFactory) -> SearchProgress:
    return search(fresh(), tmp_path_factory.mktemp("one"), until_run=RUNS)


def test_a_crash_is_found_shrunk_and_told(on_one: SearchProgress) -> None:
    found = [one for one in on_one.findings if one.oracle == "client-answers"]
    assert len(found) == 1
    assert found[0].steps <= 10
    feature = Path(found[0].features["en"]).read_text("utf-8")
    assert "is cut short" in feature
    assert "@rule:app.answers" in feature


def test_two_processes_find_what_one_finds(on_one: SearchProgress, tmp_path: Path) -> None:
    on_two = search(fresh(), tmp_path, jobs=2, until_run=RUNS)
    assert told(on_two) == told(on_one)
    assert (on_two.runs, on_two.actions, on_two.reached) == (on_one.runs, on_one.actions, on_one.reached)
    assert on_two.judged == on_one.judged


def test_a_search_in_two_parts_is_the_search_in_one(on_one: SearchProgress, tmp_path: Path) -> None:
    search(fresh(), tmp_path, until_run=RUNS // 2)
    again = search(earlier(tmp_path), tmp_path, until_run=RUNS)
    assert told(again) == told(on_one)
    assert again.actions == on_one.actions
    assert again.judged == on_one.judged


def test_a_run_is_the_same_in_any_process() -> None:
    code = (
        "from lostphone.explore.exploration import exploration\n"
        "from lostphone.explore.run import run\n"
        "from lostphone.client.reference import ReferenceClient\n"
        "print([run(exploration(seed), ReferenceClient).trace.fingerprint() for seed in range(6)])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": salt},
            capture_output=True,
            check=True,
        ).stdout
        for salt in ("0", "1")
    }
    assert len(said) == 1


def test_a_divergence_says_at_which_event() -> None:
    with Players(SweepPlan()) as players:
        one, other = (run(exploration(seed), players) for seed in (1, 2))
        assert divergence(one, run(exploration(1), players)) == ""
    assert divergence(one, other).startswith("event ")


def test_a_client_that_is_not_the_same_twice_is_said_to_diverge(monkeypatch: pytest.MonkeyPatch) -> None:
    from itertools import count

    from lostphone.client.reference import ReferenceClient

    numbers = count()

    class Moody(ReferenceClient):
        def call(self, device_id, intent):  # type: ignore[no-untyped-def]
            from lostphone.refusal import Refusal

            if next(numbers) % 7 == 3:
                raise Refusal("unavailable", "not today")
            return super().call(device_id, intent)

    with Players(SweepPlan()) as players:
        monkeypatch.setattr(players, "_made", Moody)
        chunk = next(chunks(SweepPlan("reference", 3), players, 1, 0, 1))
    assert chunk.diverged.startswith("run 0 (seed ")


def test_the_exit_code_says_what_came_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(tmp_path / "found")
    arguments = ["explore", "--format", "json", "--out", folder, "--seed", str(SEED)]
    assert main([*arguments, "--runs", "8"]) == 0
    assert main([*arguments, "--runs", str(RUNS), "--client", CRASHES]) == 1
    quiet, loud = map(msgspec.json.decode, capsys.readouterr().out.splitlines())
    assert (quiet["runs"], quiet["findings"]) == (8, [])
    assert quiet["judged"]["client-answers"]["app.answers"] == {
        "valid": quiet["actions"],
        "invalid": 0,
        "unknown": 0,
    }
    assert not any("app.answers" in missed for missed in quiet["unjudged"])
    assert {"oracle", "rule", "steps", "feature", "story"} <= set(loud["findings"][0])
    drawn = loud["findings"][0]["drawn"]
    assert msgspec.convert(drawn, Exploration) == SweepPlan(CRASHES, SEED).exploration(
        loud["findings"][0]["run"]
    )


def test_the_answer_is_in_japanese_if_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["explore", "--lang", "ja", "--out", str(tmp_path), "--seed", str(SEED)]
    assert main([*arguments, "--runs", str(RUNS), "--client", CRASHES]) == 1
    out = capsys.readouterr().out
    assert Catalogue.load().rules["app.answers"].statement("ja") in out.replace("\n", "")
    assert f"lostphone run {tmp_path}/app-answers" in out
    assert f".ja.feature --client {CRASHES}" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--faults", "gremlins"], "--faults: there is no kind 'gremlins'"),
        (["--faults", "netwrok"], "there is no kind 'netwrok'; did you mean network?"),
        (["--faults", "Network"], "did you mean network?"),
        (["--faults", "network,"], "crashes,clocks"),
        (["--faults", ""], "all, none, or names with commas between them"),
        (["--faults", "none,network"], "not 'none,network'"),
        (["--runs", "0"], "--runs takes a number from 1, not 0"),
        (["--seconds", "nan"], "--seconds takes a number of seconds above 0, not nan"),
        (["--seconds", "inf"], "--seconds takes a number of seconds above 0, not inf"),
        (["--timeout", "inf"], "--timeout takes a number of seconds above 0, not inf"),
        (["--why", "a.story", "--format", "json"], "--why does not search"),
        (["--why", "a.story", "--runs", "3"], "--why does not search"),
        (["--jobs", "0"], "--jobs takes a number from 1"),
        (["--resume"], "explore.json cannot be read"),
        (["--client", "mutant:nobody"], "there is no mutant 'nobody'"),
    ],
)
def test_a_mistake_is_said_in_one_line(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explore", "--out", str(tmp_path), *arguments]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert len(error.splitlines()) == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--client", "null"], "--client reference"),
        (["--seed", "4"], "--seed 3"),
        (["--faults", "all"], "--faults network,crashes"),
        (["--require", "core"], "--require core,microsoft"),
        (["--timeout", "2"], "--timeout 10"),
        (["--seed", "3", "--faults", "crashes,network", "--client", "reference", "--timeout", "10"], ""),
    ],
)
def test_a_search_that_goes_on_is_the_search_that_was_begun(
    typed: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = SweepPlan(seed=3, faults=("network", "crashes"))
    search(SearchProgress(plan), tmp_path, until_run=1)
    code = main(["explore", "--resume", "--out", str(tmp_path), "--runs", "1", *typed])
    error = capsys.readouterr().err
    assert code == (2 if said else 0)
    assert (f"as it was begun, with {said}: leave out {typed[0]}" in error) == bool(said)


@pytest.mark.parametrize("number", ['"runs":-3', '"actions":-1', '"simulated_ms":-1'])
def test_a_state_that_cannot_be_is_refused(
    number: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "explore.json").write_text(f'{{"plan":{{}},{number}}}')
    assert main(["explore", "--resume", "--out", str(tmp_path), "--runs", "1"]) == 2
    assert "explore.json is no state of a search" in capsys.readouterr().err


def test_a_state_that_is_no_text_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "explore.json").write_bytes(b'{"plan":{"client":"\x80"}}')
    assert main(["explore", "--resume", "--out", str(tmp_path), "--runs", "1"]) == 2
    assert "explore.json is no state of a search" in capsys.readouterr().err


def test_a_program_that_is_not_there_is_said_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = f"cmd:{sys.executable} {tmp_path}/nobody.py"
    assert main(["explore", "--client", spec, "--seed", "1", "--out", str(tmp_path / "found")]) == 1
    out = capsys.readouterr().out
    assert "initialize: the client stopped: it ended with exit code 2" in out
    assert "lostphone inspect --client" in out


def stop_at(tries: int) -> Callable[[int], None]:
    def stop(made: int) -> None:
        if made == tries:
            raise KeyboardInterrupt

    return stop


def test_ctrl_c_while_a_story_is_minimised_keeps_it_whole_until_the_search_goes_on(
    on_one: SearchProgress, tmp_path: Path
) -> None:
    progress = fresh()
    with pytest.raises(KeyboardInterrupt):
        search(progress, tmp_path, until_run=RUNS, tell_tries=stop_at(3))
    kept = earlier(tmp_path)
    assert kept == progress
    [whole] = kept.findings
    assert (whole.whole, whole.features) == (True, {})
    assert {file.name for file in tmp_path.iterdir()} == {"explore.json", Path(whole.story).name}
    saved = read_story(Path(whole.story).read_bytes())
    with Players(SweepPlan(CRASHES)) as players:
        judgement = reproduce(saved.recipe, saved.actions, players)
    assert judgement is not None
    assert judgement.rule == whole.rule
    with pytest.raises(KeyboardInterrupt):
        search(kept, tmp_path, until_run=RUNS, tell_tries=stop_at(2))
    assert earlier(tmp_path).findings == [whole]
    again = search(earlier(tmp_path), tmp_path, until_run=RUNS)
    assert told(again) == told(on_one)
    assert not any(one.whole for one in again.findings)


def test_a_finding_that_is_not_minimised_says_so_and_one_whose_actions_are_gone_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    progress = fresh()
    with pytest.raises(KeyboardInterrupt):
        search(progress, tmp_path, until_run=RUNS, tell_tries=stop_at(3))
    for lang, said in (("en", "not minimised yet"), ("ja", "まだ短くしていません")):
        print_text(progress, tmp_path, 0, True, lang)  # type: ignore[arg-type]
        assert said in capsys.readouterr().out
    Path(progress.findings[0].story).unlink()
    assert main(["explore", "--resume", "--out", str(tmp_path), "--runs", "1"]) == 2
    assert ".story cannot be read" in capsys.readouterr().err


def test_on_a_full_disk_what_was_found_is_told_and_no_part_of_a_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write = Path.write_bytes

    def filling(path: Path, content: bytes) -> int:
        write(path, content[:100])
        if ".feature" in path.name:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", filling)
    typed = ["explore", "--client", CRASHES, "--seed", str(SEED), "--runs", str(RUNS), "--out", str(tmp_path)]
    assert main(typed) == 2
    said = capsys.readouterr()
    assert "the client broke (crash)" in said.out
    assert re.search(rf"{tmp_path}/app-answers\S+\.feature cannot be written: No space", said.err)
    assert sorted(file.suffix for file in tmp_path.iterdir()) == [".json", ".story"]
    assert earlier(tmp_path).runs == 0


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_played(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    typed = ["explore", "--client", CRASHES, "--seed", str(SEED), "--out", str(tmp_path / "file/sub")]
    assert main(typed) == 2
    said = capsys.readouterr()
    assert "file/sub cannot be written: Not a directory" in said.err
    assert said.out == ""


def test_what_an_earlier_search_has_left_beside_is_not_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "another-7.story").write_text("")
    assert main(["explore", "--runs", "1", "--seed", "1", "--out", str(tmp_path)]) == 0
    assert f"of earlier searches there are findings in {tmp_path} too: 1" in capsys.readouterr().out


def test_a_terminal_is_never_silent_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr(ticking, "_EVERY_S", 0.01)
    monkeypatch.setenv("COLUMNS", "20")
    with ticking.Ticking("waiting for somebody who does not answer"):
        for _ in range(500):
            if shown.getvalue().count("\r") > 3:
                break
            time.sleep(0.01)
    drawn = shown.getvalue().split("\r\x1b[K")
    assert drawn[1:4] == ["0 s: waiting for so"] * 3
    assert drawn[-1] == ""


@contextlib.contextmanager
def searching(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A search on two processes, in a group of its own, as a terminal has it."""
    typed = ["--client", CRASHES, "--seed", "5", "--jobs", "2", "--seconds", "120", "--out", str(folder)]
    command = [sys.executable, "-m", "lostphone", "explore", *typed]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # A test run in the background of a shell passes on that Ctrl-C is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  # no thread of ours runs here
    ) as process:
        yield process


def test_whoever_presses_ctrl_c_twice_keeps_what_was_found(tmp_path: Path) -> None:
    with searching(tmp_path) as process:
        for _ in range(600):
            if list(tmp_path.glob("*.ja.feature")):
                break
            time.sleep(0.1)
        for _ in range(2):
            os.killpg(process.pid, signal.SIGINT)
            time.sleep(0.1)
        # Nothing of it is left: whoever lived would hold these open.
        out, err = process.communicate(timeout=60)
    assert process.returncode == 1, err
    assert "Traceback" not in err
    assert "--resume" in out
    assert earlier(tmp_path).findings


def test_ctrl_c_before_anything_was_played_promises_nothing(tmp_path: Path) -> None:
    with searching(tmp_path) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("seed 5")
        time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, "")
    assert "--resume" in out
    assert "nothing found" not in out
