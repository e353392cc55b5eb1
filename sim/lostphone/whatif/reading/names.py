"""The grammar of a name: which text from a person's file is trusted to be one, and may be shown.

A name is an address (mika@contoso.com), a domain (bank.example), or a few short words (楽天証券,
American Express). Everything else is not shown. Two cases are told apart:

- *doubtful*: it could be a name, and it could be a password (`hunter2`, `correct-horse-battery`). The account
  is taken and shown by its line number.
- *refused*: it is no name: a link, a row of a table, prose, a secret.

>>> judge_name("GitHub (mika)").grade, judge_name("hunter2").grade, judge_name("GEZDGNBVGY3TQOJQ").grade
('shown', 'doubtful', 'refused')
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from lostphone.base.secret_like import secret_at
from lostphone.whatif.reading.shapes import is_domain, plain_handle, plain_word, words_of

Grade: TypeAlias = Literal["shown", "doubtful", "refused"]
#: Why a text is not shown: keys of `why` in `reading.toml`.
Why: TypeAlias = Literal[
    "", "empty", "long", "control", "separator", "letters", "address", "secret", "prose", "password"
]

LONGEST_NAME = 60
LONGEST_ADDRESS = 100
_MOST_WORDS = 6
#: From here on each word has to begin with a capital (Bank of America Online Banking): else it is prose.
_MANY_WORDS = 5
#: Longer texts in capitals alone may be Base32 in groups.
_LONGEST_SHOUT = 12
#: Two words in small letters are a name (amazon prime); three are a pass phrase as often.
_MOST_SMALL_WORDS = 2
_SEPARATOR = re.compile(r"""[][,;:|"`<>{}=\\^~$%?#\t，；：、。「」『』｜＝＜＞？％＃＄]""")
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_ADDRESS = re.compile(r"[\w.!'+-]{1,64}@[\w.-]{1,80}")
#: `GitHub (mika)`: the account at the site, as the answers write it.
_BRACKETED = re.compile(r"(?P<site>[^()（）]+)[(（](?P<who>[^()（）]+)[)）]")
_BRACKET = re.compile("[()（）]")
#: Words of a sentence about a secret, and never of a site's name.
_TELLING = words_of("telling")
_TELLING_JA = re.compile("です$|ます$")
_SECRET_WORDS = words_of("secret-words") | words_of("secret-words-alone-ja")
_SECRET_WORDS_JA = re.compile("|".join(sorted(words_of("secret-words-ja"))))
_MANAGERS = words_of("managers")
_JA_MANAGER = re.compile("マネージャー?$")
#: What joins words: `pw-dragonfly`, `pin/GitHub`.
_JOINTS = re.compile(r"[\s:/=：／＝_・･.&+!-]+")
_BETWEEN = words_of("between")
_MICROSOFT = words_of("microsoft")
_HIRAGANA = re.compile("[\u3041-\u309f]")


@dataclass(frozen=True, slots=True)
class JudgedName:
    """The grade of a text, why it is not shown, and the place (from 0) of the part at fault."""

    grade: Grade
    why: Why = ""
    at: int = 0


_SHOWN = JudgedName("shown")


def judge_name(text: str) -> JudgedName:
    """Judge a trimmed text that stands where a name is expected; takes time linear in its length."""
    if refusal := _no_name(text):
        return refusal
    if bracketed := _BRACKETED.fullmatch(text):
        return _worst(_judge(bracketed["site"].strip()), _judge(bracketed["who"].strip()))
    return _judge(text)


def is_address(text: str) -> bool:
    """Whether the text is one e-mail address, as `mika@contoso.com`."""
    found = len(text) <= LONGEST_ADDRESS and _ADDRESS.fullmatch(text)
    return bool(found) and text.count("@") == 1 and is_domain(text.partition("@")[2])


def _no_name(text: str) -> JudgedName | None:
    """What rules a name out at first sight."""
    if not text:
        return JudgedName("refused", "empty")
    if len(text) > (LONGEST_ADDRESS if "@" in text else LONGEST_NAME):
        return JudgedName("refused", "long")
    for place, char in enumerate(text):
        if unicodedata.category(char) in _UNSEEN:
            return JudgedName("refused", "control", place)
    if "://" in text:
        return JudgedName("refused", "secret", text.index("://"))
    if found := _SEPARATOR.search(text):
        return JudgedName("refused", "separator", found.start())
    if not any(char.isalpha() for char in text):
        return JudgedName("refused", "letters")
    return None


def _judge(text: str) -> JudgedName:
    if found := _BRACKET.search(text):
        return JudgedName("refused", "separator", found.start())
    if "@" in text:
        return _judge_address(text)
    if (at := secret_at(text)) is not None:
        return JudgedName("refused", "secret", at)
    words = text.split()
    if len(words) > _MOST_WORDS:
        return JudgedName("refused", "prose", text.index(words[_MOST_WORDS]))
    if len(words) >= _MANY_WORDS and not all(map(_in_title, words)):
        return JudgedName("refused", "prose", text.index(words[_MANY_WORDS - 1]))
    if _is_telling(text, words):
        return JudgedName("doubtful", "password")
    for word in words:
        if not _is_plain(word, alone=len(words) == 1):
            return JudgedName("doubtful", "password", text.index(word))
    if sum(word.isascii() and word.islower() for word in words) > _MOST_SMALL_WORDS:
        return JudgedName("doubtful", "password")
    if len(words) > 1 and len(text) > _LONGEST_SHOUT and text.isascii() and text.isupper():
        return JudgedName("doubtful", "password")
    return _SHOWN


def _judge_address(text: str) -> JudgedName:
    if not is_address(text):
        return JudgedName("refused", "address", text.index("@"))
    # The parts one by one: a dot or a plus in an address joins words.
    if any(secret_at(part) is not None for part in re.split("[@.+]", text)) or not plain_handle(
        text.partition("@")[0]
    ):
        return JudgedName("doubtful", "password")
    return _SHOWN


def _is_telling(text: str, words: list[str]) -> bool:
    folded = [word.casefold() for word in words]
    told = len(words) > 1 and any(word in _TELLING for word in folded)
    return told or _names_a_secret(text) or bool(_TELLING_JA.search(text))


def _names_a_secret(text: str) -> bool:
    """Whether a word for a secret is in the text; the text beside it may be the secret."""
    parts = [part for part in _JOINTS.split(unicodedata.normalize("NFKC", text).casefold()) if part]
    for part, after in pairwise([*parts, ""]):
        told = part in _SECRET_WORDS or _SECRET_WORDS_JA.search(part)
        if told and after not in _MANAGERS and not _JA_MANAGER.search(part):
            return True
    return False


def _is_plain(word: str, *, alone: bool) -> bool:
    if word.casefold() in _BETWEEN:
        return not alone
    if word.isascii() and word.isdigit():
        return not alone and len(word) <= 3
    return is_domain(word) or plain_word(word)


def _in_title(word: str) -> bool:
    return word in _BETWEEN or (word.isalpha() and word[0].isupper())


def is_capital(text: str) -> bool:
    """Whether a letter is a capital or Kanji or Katakana: in `GitHub` and `楽天`, but not in `plum`."""
    return any(
        char.isupper() or (char.isalpha() and not char.islower() and not _HIRAGANA.match(char))
        for char in text
    )


def is_brand(text: str) -> bool:
    """Whether a name can be no password: an address, a domain, `GitHub`, `楽天`."""
    return is_address(text) or is_domain(text) or is_capital(text[1:] if text[:1].isascii() else text)


def is_microsoft(text: str) -> bool:
    """Whether the text is a name of Microsoft's, which does not say which kind of account it is."""
    bare = re.sub(
        r"(account|アカウント)$", "", re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()
    )
    return bare in _MICROSOFT


def _worst(first: JudgedName, second: JudgedName) -> JudgedName:
    order = ("shown", "doubtful", "refused")
    return max(first, second, key=lambda judged: order.index(judged.grade))
