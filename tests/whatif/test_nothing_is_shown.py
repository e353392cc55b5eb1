"""Whatever a person's file holds, no secret and no password of it is shown, stored or raised."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Callable, Iterator
from unittest import mock

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from planted import Planted, planted

from lostphone.cli import main
from lostphone.whatif.accounts_file import read_file
from lostphone.whatif.reading import collecting, lists
from lostphone.whatif.reading.names import JudgedName

#: Derandomised: the same examples every time, so that it cannot fail by luck.
EVERY_TIME = settings(
    max_examples=2_000,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
FEWER = settings(EVERY_TIME, max_examples=100)
PLANTED_FAULT = settings(EVERY_TIME, max_examples=300, phases=[Phase.generate], report_multiple_bugs=False)
LOSS = ["--phone", "ios", "--lost", "2026-11-01", "--new", "ios"]


def said_by(arguments: list[str], raw: bytes) -> tuple[int, str]:
    """The exit code of a command that is given these bytes on standard input, and all that it prints."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    stdin = mock.Mock(buffer=io.BytesIO(raw))
    with (
        mock.patch.object(sys, "stdin", stdin),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = main(arguments)
    return code, "".join(stream.buffer.getvalue().decode() for stream in (out, err))


class Echo(AssertionError):
    """A piece of a secret was shown."""


def no_echo(file: Planted, told: str) -> None:
    """Echo, if a piece of a secret is in the text; a narrow terminal may have parted it by line ends."""
    if piece := file.echo_in(told.replace("\n", "")):
        raise Echo(f"{piece!r} is in {told!r}")


def look(file: Planted, lang: str, form: str, played: set[tuple[str, str]] | None = None) -> None:
    """Read it in both languages, and run the command in one of them; not again for a reading in `played`."""
    for language in ("en", "ja"):
        no_echo(file, repr(read_file(file.raw, language)))
    # What the command does besides depends on what was read alone, so one file of each is played.
    if played is not None:
        key = (repr(read_file(file.raw, lang)), form)
        if key in played:
            return
        played.add(key)
    code, told = said_by(["whatif", "-", *LOSS, "--lang", lang, "--format", form], file.raw)
    assert code in (0, 2), told
    no_echo(file, told)


PLAYED: set[tuple[str, str]] = set()
FORMS = {"lang": st.sampled_from(["en", "ja"]), "form": st.sampled_from(["text", "json"])}


@EVERY_TIME
@given(file=planted(), **FORMS)
def test_no_secret_of_a_file_is_shown(file: Planted, lang: str, form: str) -> None:
    look(file, lang, form, PLAYED)


def _quoting(real: Callable[..., None]) -> Callable[..., None]:
    def read(self: lists._Lines, text: str, indent: int, number: int) -> None:
        self._collector._refused.add("quoted", lists.RemarkPlace(number), f"could not read {text}")
        real(self, text, indent, number)

    return read


def _broken(*_arguments: object) -> JudgedName:
    return JudgedName("shown")


@contextlib.contextmanager
def _first_word_quoted() -> Iterator[None]:
    with mock.patch.object(lists._Lines, "read", _quoting(lists._Lines.read)):
        yield


#: Ways to show foreign text that somebody might add one day.
ECHOES: dict[str, Callable[[], contextlib.AbstractContextManager[object]]] = {
    "any name of a link is trusted": lambda: mock.patch.object(collecting, "judge_name", _broken),
    "any name of a list is trusted": lambda: mock.patch.object(lists, "judge_name", _broken),
    "a bad line is quoted": _first_word_quoted,
}


@pytest.mark.parametrize("echo", ECHOES)
def test_a_planted_echo_is_found(echo: str) -> None:
    @PLANTED_FAULT
    @given(file=planted(), **FORMS)
    def search(file: Planted, lang: str, form: str) -> None:
        look(file, lang, form)

    with ECHOES[echo](), pytest.raises(Echo):
        search()


@FEWER
@given(planted())
def test_a_fault_of_ours_while_reading_does_not_hold_the_text(file: Planted) -> None:
    with mock.patch.object(lists, "links_in", side_effect=lambda line: (_ for _ in ()).throw(KeyError(line))):
        code, told = said_by(["whatif", "-", *LOSS], file.raw)
    assert code in (0, 2, 3)
    no_echo(file, told)


@FEWER
@given(planted())
def test_nothing_of_a_file_is_in_the_story_or_its_trace(file: Planted) -> None:
    from lostphone.base.clock import parse_day
    from lostphone.stories.recipe import write_story
    from lostphone.whatif.loss import Loss, play_loss

    own = read_file(file.raw).accounts
    _results, story = play_loss(own, Loss("ios", "ios", parse_day("2026-11-01")))
    stored = write_story(story.saved()) + story.world.trace.to_jsonl()
    assert len(stored) > 1_000
    no_echo(file, stored.decode())


@pytest.mark.parametrize("command", [["replay"], ["explore", "--why"], ["conformance", "--expected"]])
def test_a_command_that_is_given_such_a_file_by_mistake_does_not_quote_it(
    tmp_path, command: list[str]
) -> None:
    path = tmp_path / "accounts.txt"

    @FEWER
    @given(planted())
    def search(file: Planted) -> None:
        path.write_bytes(file.raw)
        code, told = said_by([*command, str(path)], b"")
        assert code in (1, 2), told
        no_echo(file, told)

    search()
