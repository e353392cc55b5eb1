"""What the sentences of the stories speak of, written in English and Japanese.

A person and one of their devices make a phone: "Mika" and "the new iPhone" are "Mika's new iPhone",
which is the device's name everywhere in the simulation. Accounts are sites in quotation marks or
addresses: "GitHub", mika@outlook.com.

>>> PHONE.parse("ja", "ミカの新しいiPhone")
"Mika's new iPhone"
>>> ACCOUNTS.parse("en", '"GitHub", "Amazon" and mika@outlook.com')
('GitHub', 'Amazon', 'mika@outlook.com')
"""

from __future__ import annotations

import re

from lostphone.base.suggest import nearest
from lostphone.gherkin.kinds import Form, ValueKind, one_of
from lostphone.gherkin.sentence import KINDS
from lostphone.texts.bilingual import load
from lostphone.world.devices.device_name import DeviceName
from lostphone_steps.words import ALL

_FORMS = load("lostphone_steps", "forms.toml")
_CAST = {name: text.ja for name, text in load("lostphone_steps", "cast.toml").items()}
_CAST_BACK = {japanese: english for english, japanese in _CAST.items()}

_PERSON = {"en": r"[A-Z][a-z]+", "ja": rf"(?:{'|'.join(_CAST_BACK)}|[A-Z][a-z]+)"}


def _read_person(language: str, text: str) -> str:
    return _CAST_BACK.get(text, text) if language == "ja" else text


def _write_person(language: str, name: str) -> str:
    return _CAST.get(name, name) if language == "ja" else name


_PEOPLE = {"en": tuple(_CAST), "ja": tuple(_CAST_BACK)}


#: Names are written in katakana, which stand at a fixed distance behind the hiragana of the same sounds.
_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}


def _mend_person(language: str, text: str) -> str | None:
    return nearest(text.translate(_KATAKANA), _PEOPLE[language])


PERSON = KINDS.add(
    ValueKind(
        "person",
        _PERSON,
        _read_person,
        _write_person,
        form=Form(_FORMS["person"], "Mika", _PEOPLE, _mend_person),
    )
)

#: Devices as their owner speaks of them: canonical name, English, Japanese.
_DEVICES = {
    f"{adjective[0]}{model[0]}": (f"{adjective[0]}{model[0]}", f"{adjective[1]}{model[1]}")
    for adjective in (
        ("", ""),
        ("new ", "新しい"),
        ("old ", "古い"),
        ("second ", "2台目の"),
        ("work ", "仕事用の"),
    )
    for model in (("iPhone", "iPhone"), ("iPad", "iPad"), ("Android phone", "Androidスマートフォン"))
}

DEVICE = KINDS.add(
    one_of("device", {name: {"en": f"the {en}", "ja": ja} for name, (en, ja) in _DEVICES.items()})
)


def _with_article(english: str) -> str:
    return f"an {english}" if english[0] in "aeioA" or english.startswith("old") else f"a {english}"


MODEL = KINDS.add(
    one_of("model", {name: {"en": _with_article(en), "ja": ja} for name, (en, ja) in _DEVICES.items()})
)

_BY_JAPANESE = {ja: name for name, (_en, ja) in _DEVICES.items()}
_EN_DEVICES = "|".join(sorted((en for en, _ja in _DEVICES.values()), key=len, reverse=True))
_JA_DEVICES = "|".join(sorted(_BY_JAPANESE, key=len, reverse=True))


def phone_id(person: str, device: str) -> str:
    """The name of a person's device in the simulation."""
    return str(DeviceName(person, device))


def whose(phone: str) -> dict[str, str]:
    """The arguments `person` and `device` of a sentence about that phone."""
    name = DeviceName.read(phone)
    return {"person": name.owner, "device": name.model}


def _read_phone(language: str, text: str) -> str:
    if language == "en":
        return text
    person, _, device = text.partition("の")
    return phone_id(_read_person("ja", person), _BY_JAPANESE[device])


def _write_phone(language: str, phone: str) -> str:
    if language == "en":
        return phone
    name = DeviceName.read(phone)
    return f"{_write_person('ja', name.owner)}の{_DEVICES[name.model][1]}"


def _mend_phone(language: str, text: str) -> str | None:
    """The owner and the device, each as near as it comes; an apostrophe may be missing."""
    found = re.fullmatch(r"(\w+?)'?s (.+)" if language == "en" else r"(.+?)の(.+)", text)
    if found is None:
        return None
    owner = found[1] if PERSON.fits(language, found[1]) else PERSON.mended(language, found[1])
    device = nearest(found[2], _BY_JAPANESE if language == "ja" else _DEVICES, cutoff=0.7)
    return f"{owner}{'の' if language == 'ja' else chr(39) + 's '}{device}" if owner and device else None


PHONE = KINDS.add(
    ValueKind(
        "phone",
        {"en": rf"[A-Z][a-z]+'s (?:{_EN_DEVICES})", "ja": rf"{_PERSON['ja']}の(?:{_JA_DEVICES})"},
        _read_phone,
        _write_phone,
        form=Form(_FORMS["phone"], "Mika's new iPhone", mend=_mend_phone),
    )
)


def owner_of(address: str) -> str:
    """Whose address that looks like, in sentences that name somebody for the reader's sake alone."""
    name = re.split(r"[^a-z]", address)[0].capitalize()
    return name if name in _CAST else "Mika"


_ADDRESS = r"[a-z0-9][a-z0-9._+-]*@[a-z0-9.-]+\.[a-z]+"
#: A client may list an account without a name: that is "".
_ACCOUNT = {"en": rf'(?:"[^"\n]*"|{_ADDRESS})', "ja": rf"(?:「[^」\n]*」|{_ADDRESS})"}

EMAIL = KINDS.add(
    ValueKind(
        "email",
        {"en": _ADDRESS, "ja": _ADDRESS},
        lambda _l, text: text,
        lambda _l, value: value,
        form=Form(_FORMS["email"], "mika@outlook.com", mend=lambda _l, text: text.lower()),
    )
)


def _read_account(_language: str, text: str) -> str:
    return text if "@" in text and text[0] not in '"「' else text[1:-1]


def _write_account(language: str, account: str) -> str:
    if re.fullmatch(_ADDRESS, account):
        return account
    return f"「{account}」" if language == "ja" else f'"{account}"'


def _mend_account(language: str, text: str) -> str | None:
    """A name of one word that lacks its quotation marks; an address with a capital letter."""
    if re.fullmatch(r"[A-Z]\w*", text, re.ASCII):
        return _write_account(language, text)
    return text.lower()


ACCOUNT = KINDS.add(
    ValueKind(
        "account",
        _ACCOUNT,
        _read_account,
        _write_account,
        form=Form(_FORMS["account"], "GitHub", mend=_mend_account),
    )
)


def _read_accounts(language: str, text: str) -> tuple[str, ...]:
    return tuple(_read_account(language, found) for found in re.findall(_ACCOUNT[language], text))


def _write_accounts(language: str, accounts: tuple[str, ...]) -> str:
    words = [_write_account(language, account) for account in accounts]
    if language == "ja":
        return "と".join(words)
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


ACCOUNTS = KINDS.add(
    ValueKind(
        "accounts",
        {
            "en": rf"{_ACCOUNT['en']}(?:(?:, | and ){_ACCOUNT['en']})*",
            "ja": rf"{_ACCOUNT['ja']}(?:[、と]{_ACCOUNT['ja']})*",
        },
        _read_accounts,
        _write_accounts,
        form=Form(_FORMS["accounts"], ("GitHub", "mika@outlook.com"), mend=_mend_account),
    )
)

TENANT = KINDS.add(
    ValueKind(
        "tenant",
        {"en": r"[A-Z][a-z]+", "ja": r"[A-Z][a-z]+"},
        lambda _l, text: text,
        lambda _l, value: value,
        form=Form(_FORMS["tenant"], "Contoso", mend=lambda _l, text: text.capitalize()),
    )
)

VERSION = KINDS.add(
    ValueKind(
        "version",
        {"en": r"\d+(?:\.\d+)*", "ja": r"\d+(?:\.\d+)*"},
        lambda _l, text: text,
        lambda _l, v: v,
        form=Form(_FORMS["version"], "26.1"),
    )
)

for _words in ALL:
    KINDS.add(one_of(_words.kind, _words.spellings))
