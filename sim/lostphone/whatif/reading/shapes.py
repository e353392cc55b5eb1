"""The shapes of a word and of a domain: it can be said, and has few capitals, and digits as brands have them.

>>> plain_word("GitHub"), plain_word("三菱UFJ銀行"), plain_word("1Password"), plain_word("hunter2")
(True, True, True, False)
>>> is_domain("bank.example"), is_domain("correct.horse.battery.staple")
(True, False)
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from itertools import pairwise

from lostphone.secret_like import secret_at


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads(files("lostphone.whatif").joinpath("reading", "names.toml").read_text("utf-8"))


def words_of(group: str) -> frozenset[str]:
    """One of the lists of `names.toml`."""
    return frozenset(_lists()[group].split())


_LONGEST_CASELESS = 20
_LONGEST_SMALL = 14
_LONGEST_CAPITAL = 16
_LONGEST_CAPITALS = 8
#: Longer runs of consonants are no word: "gezdgnbv" has six.
_MOST_CONSONANTS = 4
#: As long as this, letters need no vowel: VPN, HTTPS, KDDI.
_LONGEST_INITIALS = 5
_CONSONANTS = re.compile(f"[b-df-hj-np-tv-xz]{{{_MOST_CONSONANTS + 1}}}", re.I)
_VOWELS = re.compile("[aeiouy]", re.I)
#: GitHub, PayPal, DigitalOcean, eBay, iCloud, OpenAI, AWSome.
_HUMPS = re.compile("[a-z]{0,2}(?:[A-Z]{1,4}[a-z]+){1,3}[A-Z]{0,3}")
#: Brands with digits have one of these shapes, or are listed: 1Password, 2FAS, MT5, M365.
_WITH_DIGITS = re.compile("[1-9][A-Z][a-z]{2,10}|[1-9][A-Z]{2,4}|[A-Z]{1,3}[0-9]{1,3}")
_BRANDS = words_of("brands")
_JOINT = re.compile("[-_.'’&/*+]")
_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f々〇]")
_DIGITS = re.compile(r"\d+")

#: Ends of domains longer than three letters; every end of two or three letters is taken as one.
_LONG_ENDS = words_of("long-ends")
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,38}[^\W_])?")


def is_domain(text: str) -> bool:
    """Whether the text is a domain of two to five labels; a label that looks like a secret makes it none."""
    labels = text.split(".")
    if not 2 <= len(labels) <= 5 or not all(_LABEL.fullmatch(label) for label in labels):
        return False
    end = labels[-1].casefold()
    if not end.isalpha() or not (2 <= len(end) <= 3 or end in _LONG_ENDS or not end.isascii()):
        return False
    return all(secret_at(label) is None for label in labels)


def plain_word(word: str) -> bool:
    """Whether the word has the shape of a word of a name, rather than of a password."""
    word = word.removesuffix("!").removesuffix("+").removesuffix(".")
    if _JAPANESE.search(word):
        return _plain_japanese(word)
    if word.casefold() in _BRANDS or _WITH_DIGITS.fullmatch(word):
        return True
    parts = _JOINT.split(word)
    if not all(parts) or len(parts) > 2:
        return False
    if len(parts) == 2 and min(map(len, parts)) > 3 and word.islower():
        return False
    return all(_plain_letters(part) for part in parts) and len(word) <= _LONGEST_CAPITAL + 4


def _plain_japanese(word: str) -> bool:
    """Kanji and kana, with short Latin words and numbers between them: 三菱UFJ銀行, d払い."""
    if len(word) > _LONGEST_CASELESS:
        return False
    if any(len(number) > 3 for number in _DIGITS.findall(word)):
        return False
    latin = re.split("[^A-Za-z]+", word)
    others = re.sub("[A-Za-z0-9・･ー〜～ｰ-]", "", word)
    return others.isalpha() and all(_plain_letters(part) for part in latin if part)


def _plain_letters(part: str) -> bool:
    if not all(char.isalpha() or _is_mark(char) for char in part):
        return False
    if not part.isascii():
        return len(part) <= _LONGEST_CASELESS and _turns_once(part)
    if part.isupper():
        shaped = len(part) <= _LONGEST_CAPITALS
    elif part.islower():
        shaped = len(part) <= _LONGEST_SMALL
    else:
        shaped = len(part) <= _LONGEST_CAPITAL and bool(_HUMPS.fullmatch(part))
    return shaped and (len(part) <= _LONGEST_INITIALS or _can_be_said(part))


def _can_be_said(part: str) -> bool:
    return not _CONSONANTS.search(part) and 6 * len(_VOWELS.findall(part)) >= len(part)


def _turns_once(part: str) -> bool:
    """Not more than one capital after a small letter; scripts without capitals have none."""
    return sum(left.islower() and right.isupper() for left, right in pairwise(part)) <= 1


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")
