"""What the screens say: complete in both languages, and the right one at the right time."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from household import AFTER, BEFORE, MSA, WORK, Household, Phone

from lostphone import texts
from lostphone.client.reference import app_context
from lostphone.refusal import CODES
from lostphone.texts import UnknownText, text

REFERENCE = Path(app_context.__file__).parent
JAPANESE = re.compile(r"[぀-ヿ一-鿿]")
#: The same in Japanese: product names, and the button that reads OK everywhere.
ALIKE = {"screens.accounts", "buttons.ok"}


def fields(value: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(value) if name}


def test_both_languages_have_the_same_texts_with_the_same_values() -> None:
    english, japanese = (
        {key: text.read(lang) for key, text in texts.screens().items()} for lang in ("en", "ja")
    )
    for key, value in english.items():
        assert value.strip() == value != ""
        assert fields(value) == fields(japanese[key]), key
        if key not in ALIKE:
            assert JAPANESE.search(japanese[key]), key
            assert not JAPANESE.search(value), key


def test_every_refusal_has_a_message_that_needs_no_value() -> None:
    for code in CODES:
        for part in ("title", "body"):
            assert not fields(text("ja", f"messages.{code}.{part}"))


def test_every_message_is_complete() -> None:
    messages = {key.split(".")[1] for key in texts.screens() if key.startswith("messages.")}
    for message in messages:
        for part in ("title", "body"):
            assert f"messages.{message}.{part}" in texts.screens()


def test_the_app_names_no_text_that_is_not_there_and_no_text_is_left_over() -> None:
    source = "".join(path.read_text("utf-8") for path in sorted(REFERENCE.glob("*.py")))
    for key in texts.screens():
        room, name = key.split(".")[:2]
        said = name in CODES if room == "messages" else False
        said = said or f'"{name}"' in source or f"{room}.{name}" in source
        assert said, f"nothing says {key}"


def test_well_known_labels_are_literal() -> None:
    assert text("en", "messages.something-went-wrong.title") == "Something went wrong"
    assert text("ja", "messages.something-went-wrong.title") == "問題が発生しました"
    assert text("en", "messages.unable-to-recover.title") == "Unable to recover"
    assert text("ja", "labels.cloud-backup") == "クラウド バックアップ"
    assert text("en", "labels.sign-in-to-restore") == "Sign in to restore your account"
    assert text("ja", "buttons.change-account") == "アカウントの変更"


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("ja", "続行"),
        ("ja-JP", "続行"),
        ("ja_JP", "続行"),
        ("JA", "続行"),
        ("en-GB", "Continue"),
        ("fr", "Continue"),
    ],
)
def test_a_locale_chooses_its_language(locale: str, expected: str) -> None:
    assert text(locale, "buttons.continue") == expected


def test_a_mistyped_key_is_told_with_the_closest_one() -> None:
    with pytest.raises(UnknownText, match=r"did you mean 'buttons\.continue'"):
        text("en", "buttons.continu")
    with pytest.raises(UnknownText, match="needs a value for {account}"):
        text("en", "messages.unable-to-recover.body")


def walk(locale: str) -> Phone:
    """A phone that has shown most of its screens in one language."""
    house = Household(BEFORE, personal="passwordless")
    phone = house.android()
    phone.start(locale)
    phone.enrol("GitHub")
    phone.add(WORK)
    with pytest.raises(Exception, match="signed-out"):
        phone.enable()
    house.world.personal.sign_in(phone.device, MSA)
    phone.enable()
    house.world.personal.expire_sessions(MSA)
    phone.status()
    phone.open()
    new = house.android("new")
    new.start(locale)
    new.restore(MSA)
    new.open()
    phone.services.screens += new.services.screens
    return phone


def test_a_japanese_phone_speaks_japanese_throughout() -> None:
    english, japanese = walk("en").services.screens, walk("ja").services.screens
    assert [(view.name, view.message_id) for view in english] == [
        (view.name, view.message_id) for view in japanese
    ]
    for ours, theirs in zip(english, japanese, strict=True):
        assert (theirs.message == "") is (ours.message == "")
        if ours.message:
            assert JAPANESE.search(theirs.message)
        for row, translated in zip(ours.rows, theirs.rows, strict=True):
            assert (row.title, row.subtitle) == (translated.title, translated.subtitle)
            assert (row.action == translated.action) is (row.action == "")


def test_every_wish_ends_with_a_screen() -> None:
    phone = Household(AFTER).iphone()
    shown = 0
    for act in (
        phone.open,
        lambda: phone.enrol("GitHub"),
        phone.rows,
        lambda: phone.code("GitHub"),
        phone.status,
    ):
        act()
        assert len(phone.services.screens) > shown
        shown = len(phone.services.screens)
