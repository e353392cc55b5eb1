"""Files that are far too large, or full of mistakes: one message a cause, and work in proportion to their size."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from lostphone.cli import main
from lostphone.whatif.accounts_file import MOST_BYTES, OwnAccounts, read_accounts, read_file
from lostphone.whatif.reading.collecting import MOST_ACCOUNTS
from lostphone.whatif.reading.remarks import NAMED_PLACES

LOSS = ["--phone", "ios", "--lost", "2026-11-01", "--new", "ios"]
LINK = "otpauth://totp/GitHub:mika?secret=GEZDGNBVGY3TQOJQ&issuer=GitHub\n"
TABLE = "Title,URL,Username,Password,Notes,OTPAuth\n"
ENTRY = '{"issuer":"A","name":"m","type":"totp","info":{"secret":"%s"}}'

BOMBS: dict[str, Callable[[], bytes]] = {
    "zeros without end": lambda: bytes(MOST_BYTES + 1),
    "zeros": lambda: bytes(100_000),
    "an export link of 13 MB": lambda: b"otpauth-migration://offline?data=" + b"A" * 13_000_000,
    "an export link of 2 MB": lambda: b"otpauth-migration://offline?data=" + b"A" * 2_000_000,
    "one line": lambda: b"a " * 2_000_000,
    "too many lines": lambda: b"a\n" * 200_000,
    "braces": lambda: b'{"a":' * 500_000,
    "brackets": lambda: b"[" * 2_000_000,
    "objects": lambda: b"[" + b"{}," * 500_000 + b"{}]",
    "an open quotation mark": lambda: TABLE.encode() + b'"' + b"a" * 2_000_000,
    "an entity that names itself": lambda: b'<!DOCTYPE x [<!ENTITY a "&a;&a;">]><x>&a;</x>',
    "a table of columns": lambda: b"Title,Password," + b"a," * 2_000_000,
    "marks": lambda: b"<" * 2_000_000,
}


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_file_that_is_far_too_large_is_one_message(bomb: str, lang: str) -> None:
    found = read_file(BOMBS[bomb](), lang)
    assert not found.accounts
    assert len(found.bad_lines) == 1
    assert len(found.bad_lines[0].message) < 300


def test_too_many_accounts_are_one_message() -> None:
    found = read_accounts("".join(f"work a{number}@b.example\n" for number in range(MOST_ACCOUNTS + 1)))
    assert not found.accounts
    assert len(found.bad_lines) == 1


def test_a_device_without_an_end_is_read_no_further_than_needed(capsys) -> None:
    assert main(["whatif", "/dev/zero", *LOSS]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "larger than 10 MB" in told.err


def test_a_file_name_that_is_none_is_a_mistake_of_the_person(capsys) -> None:
    assert main(["whatif", "a\0b", *LOSS]) == 2
    assert "NUL" in capsys.readouterr().err


BAD_LINES = (
    "a,b,c\n", "otpauth://totp/X?secret=1\n", "workk a b c d e f\n", "work\n", "otpauth-migration://x\n", "mika@b.example\n",
)  # fmt: skip


@pytest.mark.parametrize("line", BAD_LINES)
def test_ten_thousand_bad_lines_are_counted_and_not_listed(tmp_path, capsys, line: str) -> None:
    path = tmp_path / "accounts.txt"
    path.write_text("GitHub\n" + line * 10_000, "utf-8")
    assert main(["whatif", str(path), *LOSS]) == 2
    told = capsys.readouterr().err
    # The sentence, the other places that are named, the count of the rest, and the lines left out.
    assert told.count("\n") == 4
    assert told.count("; line ") == NAMED_PLACES - 2
    assert "9,990 more" in told
    assert "10,000 line(s) left out" in told


@pytest.mark.parametrize("line", [LINK, "GitHub\n", "hunter{}\n"])
def test_three_thousand_remarks_are_counted_and_not_listed(line: str) -> None:
    found = read_accounts("".join(line.format(number) for number in range(3_001)))
    assert len(found.warnings) == NAMED_PLACES
    assert found.warnings[-1].more in (2_990, 2_991)


def _calls_for(text: str) -> int:
    """How many calls of functions reading the text takes: a count of work that no clock can spoil."""
    calls = 0

    def count(*_event: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        read_accounts(text)
    finally:
        sys.setprofile(None)
    return calls


MANY: dict[str, Callable[[int], str]] = {
    "names": lambda size: "".join(f"work a{number}@b.example\n" for number in range(size)),
    "links": lambda size: "".join(LINK.replace("mika", f"m{number}") for number in range(size)),
    "namesakes": lambda size: "".join(
        LINK.replace("QOJQ", f"QO{number:04}".translate(str.maketrans("0189", "ABCD")))
        for number in range(size)
    ),
    "twins": lambda size: LINK * size,
    "named twins": lambda size: "GitHub\n" * size,
    "bad lines": lambda size: "a,b\n" * size,
    "rows": lambda size: TABLE + ",,,,,GEZDGNBVGY3TQOJQ\n" * size,
    "entries": lambda size: '{"db":{"entries":[' + ",".join([ENTRY % "GEZDGNBV"] * size) + "]}}",
    "links of one line": lambda size: LINK.strip() * size,
    "parameters": lambda size: "otpauth://totp/X?" + "&secret=AA" * size,
    "words": lambda size: "a " * size,
    "a label": lambda size: f"otpauth://totp/{'%41' * size}?secret=GEZDGNBV",
    "marks": lambda size: "(" * size,
}


@pytest.mark.parametrize("kind", MANY)
def test_reading_takes_work_in_proportion_to_the_size(kind: str) -> None:
    read_accounts(MANY[kind](10))
    small, large = (_calls_for(MANY[kind](size)) for size in (500, 2_000))
    # Four times the file is at most four times the work, with a tenth for the tables of names that grow.
    assert large <= 4 * small * 1.1, (small, large)


def test_what_is_read_of_a_large_file_is_what_is_in_it() -> None:
    found: OwnAccounts = read_accounts(MANY["names"](5_000))
    assert len(found.accounts) == 5_000
    assert found.accounts[-1].name == "a4999@b.example"
