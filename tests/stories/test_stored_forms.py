"""Forms of stored backups: a version that can be raised, and contents without what describes them."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lostphone.stories.spoiling import likeness
from lostphone.stories.stored_forms import contents, version_raised

SIGNATURES = bytes.fromhex("03d9a29a67fb4bb5")
#: Long enough for a run that two files share to be taken for contents, and not text.
PARAMETERS = bytes(range(130, 200))


def kdbx(major: int, body: bytes, fields: tuple[bytes, ...] = (PARAMETERS,)) -> bytes:
    """A file of that version, as far as anybody can read it without a key."""
    length = "<I" if major >= 4 else "<H"
    header = b"".join(bytes([2]) + struct.pack(length, len(field)) + field for field in fields)
    end = bytes([0]) + struct.pack(length, 4) + b"\r\n\r\n"
    return SIGNATURES + struct.pack("<HH", 0, major) + header + end + body


@pytest.mark.parametrize("major", [3, 4])
def test_the_contents_of_kdbx_begin_after_its_last_field(major: int) -> None:
    assert contents(kdbx(major, b"sealed")) == b"sealed"


@pytest.mark.parametrize("major", [3, 4])
def test_a_later_version_is_later_than_any_there_is(major: int) -> None:
    raised = version_raised(kdbx(major, b"sealed"))
    assert raised is not None
    assert struct.unpack_from("<HH", raised, 8) == (0, 5)
    assert raised[12:] == kdbx(major, b"sealed")[12:]


def test_two_files_of_one_form_are_not_alike_for_their_parameters() -> None:
    one, other = bytes(range(200, 256)), bytes(range(255, 199, -1))
    assert not likeness(kdbx(4, one), kdbx(4, other))
    assert likeness(kdbx(4, one), kdbx(4, one))
    assert likeness(b"unknown" + PARAMETERS + one, b"unknown" + PARAMETERS + other)


@given(st.binary(max_size=40))
def test_a_header_that_does_not_end_hides_nothing(rest: bytes) -> None:
    blob = SIGNATURES + struct.pack("<HH", 0, 4) + b"\x02\xff\xff\xff\xff" + rest
    assert contents(blob) == blob


def test_a_form_that_nobody_knows_has_no_version() -> None:
    assert version_raised(b'{"accounts": []}') is None
