"""A client that is ending is told of in the same words, whether or not it still took our last line."""

from __future__ import annotations

import os

import pytest

from lostphone.client.transport.limits import Limits
from lostphone.client.transport.real_time import Patience
from lostphone.client.transport.trouble import Trouble
from lostphone.client.transport.wire import Wire


@pytest.mark.parametrize("takes_it", [True, False])
@pytest.mark.parametrize(("last", "said"), [(b"", "stopped"), (b"{", "after 1 bytes of it")])
def test_what_was_said_before_the_end_is_heard_and_the_end_is_told(
    takes_it: bool, last: bytes, said: str
) -> None:
    reader, theirs_out = os.pipe()
    theirs_in, writer = os.pipe()
    wire = Wire(reader, writer, None, Limits(), lambda: False)
    os.write(theirs_out, b"call\nanother\n" + last)
    os.close(theirs_out)
    if not takes_it:
        os.close(theirs_in)
    assert wire.receive(Patience(10_000)) == b"call"
    wire.send(b"answer", Patience(10_000))
    assert wire.receive(Patience(10_000)) == b"another"
    wire.send(b"answer", Patience(10_000))
    with pytest.raises(Trouble) as trouble:
        wire.receive(Patience(10_000))
    assert (trouble.value.kind, trouble.value.gone) == ("crash", True)
    assert trouble.value.what.endswith(said)
    wire.close()
    for descriptor in (reader, writer, *([theirs_in] if takes_it else [])):
        os.close(descriptor)


def test_one_that_only_stopped_listening_is_not_waited_for_as_long() -> None:
    reader, theirs_out = os.pipe()
    theirs_in, writer = os.pipe()
    os.close(theirs_in)
    wire = Wire(reader, writer, None, Limits(), lambda: True)
    wire.send(b"question", Patience(10_000))
    with pytest.raises(Trouble) as trouble:
        wire.receive(Patience(1_000_000_000))
    assert (trouble.value.kind, trouble.value.what) == ("crash", "stopped listening")
    wire.close()
    for descriptor in (reader, writer, theirs_out):
        os.close(descriptor)
