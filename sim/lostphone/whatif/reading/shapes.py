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
from typing import Any

from lostphone.base.secret_like import SHORTEST_SECRET, secret_at


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads(files("lostphone.whatif").joinpath("reading", "names.toml").read_text("utf-8"))


def words_of(group: str) -> frozenset[str]:
    """One of the lists of `names.toml`."""
    return frozenset(_lists()[group].split())


@cache
def _followers() -> dict[str, frozenset[str]]:
    return {letter: frozenset(after) for letter, after in _lists()["followers"].items()}


_LONGEST_CASELESS = 20
_LONGEST_SMALL = 14
_LONGEST_CAPITAL = 16
_LONGEST_CAPITALS = 8
#: As short as this, letters need not follow each other as in words: VPN, KDDI, Okta.
_LONGEST_INITIALS = 4
#: Letters from this length on may have one pair that is rare in words.
_FORGIVEN_FROM = 9
#: Longer runs of consonants are no word: "gezdgnbv" has six.
_CONSONANTS = re.compile("[b-df-hj-np-tv-xz]{5}")
#: No word has a letter three times in a row; no word so long is made of the letters of hex alone.
_TRIPLE = re.compile(r"(.)\1\1")
_LETTERS_OF_HEX = re.compile("[a-f]{9,}")
_CAPITALISED = re.compile("[A-Z][a-z]+")
#: GitHub, PayPal, DigitalOcean, NordVPN, eBay, iCloud, OpenAI.
_HUMPS = re.compile("[a-z]{0,2}(?:[A-Z][a-z]+){1,3}(?:[A-Z]{2,4})?")
#: Brands with digits have one of these shapes, or are listed: 1Password, 2FAS, MT5, M365.
_WITH_DIGITS = re.compile("[1-9][A-Z][a-z]{2,10}|[1-9][A-Z]{2,4}|[A-Z]{1,3}[0-9]{1,3}")
_BRANDS = words_of("brands")
_JOINT = re.compile("[-.'’&]")
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
    return all(secret_at(label) is None for label in labels) and plain_handle(".".join(labels[:-1]))


def plain_handle(text: str) -> bool:
    """Whether the part of an address before the `@`, or a domain without its end, has no random letters.

    Shorter ones than any secret pass: initials and numbers are usual there.
    """
    if len(re.sub("[._+-]", "", text)) < SHORTEST_SECRET or not text.isascii():
        return True
    letters = re.findall("[A-Za-z]+", text)
    inner = re.findall("[0-9]+(?!$|[0-9])", text)
    return len(inner) <= 1 and all(_plain_run(run) for run in letters)


def _plain_run(run: str) -> bool:
    if run.islower() or run.isupper():
        return len(run) <= _LONGEST_INITIALS or _can_be_said(run)
    return _plain_humps(run)


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
        return len(part) <= _LONGEST_CAPITAL and _plain_humps(part)
    return shaped and (len(part) <= _LONGEST_INITIALS or _can_be_said(part))


def _plain_humps(part: str) -> bool:
    """Words written together, each with a capital."""
    humps = _HUMPS.fullmatch(part) and _CAPITALISED.findall(part)
    if not humps:
        return False
    alone = humps == [part] and len(part) <= _LONGEST_INITIALS
    return alone or all(_can_be_said(hump) for hump in humps)


def _can_be_said(part: str) -> bool:
    """Whether the letters follow each other as they do in words, which random letters seldom do."""
    small = part.casefold()
    if _CONSONANTS.search(small) or _TRIPLE.search(small) or _LETTERS_OF_HEX.fullmatch(small):
        return False
    rare = sum(right not in _followers()[left] for left, right in pairwise(small))
    return rare <= (1 if len(small) >= _FORGIVEN_FROM else 0)


def _turns_once(part: str) -> bool:
    """Not more than one capital after a small letter; scripts without capitals have none."""
    return sum(left.islower() and right.isupper() for left, right in pairwise(part)) <= 1


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")
