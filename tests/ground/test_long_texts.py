"""A long text that grows is looked through where it changed, and nothing that shows is missed for that."""

from __future__ import annotations

import base64
import random
import zlib
from collections.abc import Callable

import pytest

from lostphone.base.leaks import long_texts, search
from lostphone.base.leaks.long_texts import CONTEXT_BYTES, LONG_BYTES
from lostphone.base.secret import MARK, Finder, Secret

DRAWN = random.Random(11)
SECRET = Secret(DRAWN.randbytes(20))
LATER = Secret(DRAWN.randbytes(20))


def screen(rows: list[str]) -> str:
    return '{"name":"accounts","title":"Accounts","rows":[' + ",".join(rows) + "]}"


def row(number: int, told: str = "mika@example.com") -> str:
    return f'{{"title":"Site {number}","subtitle":"{told}"}}'


def shown(rows: list[str], finder: Finder) -> str:
    return finder.redact(screen(rows))


@pytest.mark.parametrize("place", [0, 150, 299])
@pytest.mark.parametrize(
    "spelled",
    [
        SECRET.base32(),
        SECRET.reveal().hex(),
        base64.b64encode(SECRET.reveal()).decode(),
        " ".join(SECRET.base32()),
    ],
)
def test_a_secret_in_a_changed_row_is_covered_wherever_the_row_is(place: int, spelled: str) -> None:
    finder = Finder([SECRET])
    rows = [row(number) for number in range(300)]
    assert shown(rows, finder) == screen(rows)
    rows[place] = row(place, spelled)
    assert MARK in shown(rows, finder)
    assert spelled not in shown(rows, finder)


def test_a_secret_over_several_new_rows_is_covered() -> None:
    finder = Finder([SECRET])
    rows = [row(number) for number in range(200)]
    shown(rows, finder)
    spelled = SECRET.base32()
    for at in range(0, len(spelled), 8):
        rows.append(row(200 + at, spelled[at : at + 8]))
    assert MARK in shown(rows, finder) or spelled[:8] not in shown(rows, finder)


def test_one_by_one_they_are_covered_once_enough_of_them_show() -> None:
    """Each screen alone adds eight letters; with those before it they make a run."""
    finder, whole = Finder([SECRET]), Finder([SECRET])
    rows = [row(number) for number in range(200)]
    spelled = SECRET.base32()
    for at in range(0, len(spelled), 8):
        rows.append(f'{{"t":"{spelled[at : at + 8]}"}}')
        grown, alone = shown(rows, finder), Finder([SECRET]).redact(screen(rows))
        assert grown == alone
    assert whole.redact(screen(rows)) == grown


def test_a_secret_that_is_added_later_is_looked_for_in_what_was_there() -> None:
    finder = Finder([SECRET])
    rows = [row(number) for number in range(300)]
    rows[3] = row(3, LATER.base32())
    assert MARK not in shown(rows, finder)
    finder.add(LATER)
    assert MARK in shown([*rows, row(300)], finder)


def test_growing_and_shrinking_give_what_a_new_finder_gives() -> None:
    drawn = random.Random(5)
    finder = Finder([SECRET])
    rows = [row(number) for number in range(100)]
    for turn in range(60):
        if drawn.random() < 0.7:
            rows.insert(
                drawn.randrange(len(rows)), row(turn, drawn.choice(["a@b.c", SECRET.base32(), "名前"]))
            )
        else:
            del rows[drawn.randrange(len(rows))]
        assert shown(rows, finder) == Finder([SECRET]).redact(screen(rows))


def test_a_whole_look_follows_when_the_text_has_grown_by_a_quarter(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []

    def windows_in(blob: bytes):
        looked.append(len(blob))
        return search.windows_in(blob)

    monkeypatch.setattr(long_texts, "windows_in", windows_in)
    finder = Finder([SECRET])
    rows = [row(number) for number in range(200)]
    for number in range(200, 600):
        rows.append(row(number))
        shown(rows, finder)
    whole = [size for size in looked if size > 2 * CONTEXT_BYTES + LONG_BYTES]
    assert 3 <= len(whole) <= 8
    assert sum(looked) < 6 * len(screen(rows)) + 400 * (2 * CONTEXT_BYTES + 200)


def test_windows_that_are_met_by_chance_need_one_thorough_look(monkeypatch: pytest.MonkeyPatch) -> None:
    from lostphone.base.leaks import finder as finders

    thorough: list[int] = []
    leaks_in = finders.leaks_in
    monkeypatch.setattr(finders, "leaks_in", lambda blob, raws: thorough.append(1) or leaks_in(blob, raws))
    finder = Finder([SECRET])
    met = SECRET.base32()[:9]
    rows = [row(0, met), *(row(number) for number in range(1, 200))]
    for number in range(200, 240):
        rows.append(row(number))
        shown(rows, finder)
    assert 1 <= len(thorough) <= 3


def packed(rows: list[bytes]) -> bytes:
    """A stream that is flushed after each row, so that a longer one begins as the shorter one did."""
    packer = zlib.compressobj()
    return b"".join(packer.compress(one) + packer.flush(zlib.Z_SYNC_FLUSH) for one in rows)


@pytest.mark.parametrize(
    "written",
    [
        bytes,
        lambda blob: b"kept: " + base64.b64encode(blob) + b" end",
        lambda blob: b"kept: " + blob.hex().encode() + b" end",
        lambda blob: str(list(blob)).encode(),
        lambda blob: blob.decode("latin-1").encode(),
    ],
    ids=["bytes", "Base64", "hex", "numbers", "UTF-8"],
)
def test_a_secret_at_the_end_of_packed_data_that_grew_is_seen(written: Callable[[bytes], bytes]) -> None:
    drawn = random.Random(5)
    rows = [drawn.randbytes(60).hex().encode() for _ in range(150)]
    finder = Finder([SECRET])
    assert finder.find(written(packed(rows))) is None
    assert finder.find(written(packed([*rows, SECRET.base32().encode()]))) is not None


@pytest.mark.parametrize("lead", range(6))
def test_a_masked_secret_at_the_end_of_a_long_run_is_seen(lead: int) -> None:
    drawn = random.Random(5)
    masked = bytes(byte ^ 0x5A for byte in SECRET.reveal())
    before, after = drawn.randbytes(6000 + lead), drawn.randbytes(60)
    finder = Finder([SECRET])
    assert finder.find(b"key " + base64.b64encode(before + after)) is None
    assert finder.find(b"key " + base64.b64encode(before + masked + after)) is not None


def test_a_text_of_long_letters_is_cut_between_its_letters() -> None:
    """Japanese rows: half a letter would make a text look as if it were packed."""
    rows = [row(number, "みか") for number in range(400)]
    looked: list[int] = []
    finder = Finder([SECRET])
    shown(rows, finder)
    for number in range(20):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("lostphone.base.leaks.finder.touches", lambda *_: looked.append(1))
            rows.append(row(400 + number, "み" * (number + 1)))
            assert shown(rows, finder) == screen(rows)
    assert not looked
