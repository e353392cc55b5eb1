"""A client that broke is told in English as it says itself, and in Japanese with what is ours to say."""

from __future__ import annotations

import pytest

from lostphone.client.port import ClientBroke
from lostphone.gherkin.breaking import breaking, with_last_words


@pytest.mark.parametrize(
    ("message", "japanese"),
    [
        (
            "account/add on Mika's new iPhone: it ended",
            "ミカの新しいiPhoneでのaccount/addでクライアントが壊れた(crash): it ended",
        ),
        ("initialize: it ended", "initializeでクライアントが壊れた(crash): it ended"),
        ("it ended", "クライアントが壊れた(crash): it ended"),
    ],
)
def test_it_is_told_in_both_languages(message: str, japanese: str) -> None:
    broke = ClientBroke("crash", message)
    assert with_last_words(broke, "en") == str(broke)
    assert with_last_words(broke, "ja") == japanese
    loud = ClientBroke("crash", message, "KeyError: 'row'")
    assert with_last_words(loud, "en") == str(loud)
    assert with_last_words(loud, "ja") == f"{japanese}\n最後の出力:\nKeyError: 'row'"


def test_where_it_broke_tells_it_from_others() -> None:
    one, other = (breaking(ClientBroke("hang", f"account/{name} on P: it")) for name in ("code", "list"))
    assert one.symptom != other.symptom
    assert one.symptom == breaking(ClientBroke("hang", "account/code on Q: otherwise")).symptom
