"""The parts of a line that a person wrote without a link: bullet, word, name, remark.

>>> bare_line("- [x] GitHub  # mine"), head_of("work: mika@contoso.com").kind
('GitHub', 'work')
>>> entry_of("GitHub (two phones)").name, entry_of("Google: mika@gmail.com").name
('GitHub', 'Google (mika@gmail.com)')
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lostphone.whatif.own_account import OwnKind
from lostphone.whatif.reading.names import is_address, is_capital, judge_name
from lostphone.whatif.reading.shapes import is_domain

#: Words that begin a line. A `work-code` is a work account that was added as if it were a website's; a
#: `password` is one that the app saved while it could.
WORDS: dict[str, OwnKind] = {
    "site": "third-party",
    "code": "third-party",
    "work": "work",
    "school": "work",
    "work-code": "work-code",
    "passwordless": "passwordless",
    "personal": "personal",
    "passkey": "passkey",
    "password": "password",
    "サイト": "third-party",
    "コード": "third-party",
    "ワンタイムパスワード": "third-party",
    "仕事": "work",
    "職場": "work",
    "会社": "work",
    "学校": "work",
    "仕事コード": "work-code",
    "職場コード": "work-code",
    "パスワードレス": "passwordless",
    "個人": "personal",
    "パスキー": "passkey",
    "パスワード": "password",
}
#: After a colon the text is a secret as often as a name: `password: plum`.
_ASK_FOR_SECRETS = ("code", "password", "passkey", "コード", "ワンタイムパスワード", "パスワード", "パスキー")
_HEAD = re.compile(
    r"(?P<word>[^\s:：]+?)(?P<account>\s+accounts?|\s*アカウント)?(?:(?P<colon>\s*[:：])|(?=\s)|$)\s*",
    re.IGNORECASE,
)
_BULLET = re.compile(
    r"(?:[-*+•‣◦▪▫・●○◯■□◆◇☐☑☒✓✔✅–—]\s*(?=[^\W_]|\[)|[①-⑳❶-❿⓪]\s*|\[[ xX✓\u3000]?\]\s*"
    r"|[(（]?[0-9０-９]{1,3}(?:[)）.．、]\s*(?=[^\W\d_])|[)）.．、]\s+))"
)
#: As in "- 1. [x] GitHub".
_MOST_BULLETS = 4
#: Longer texts are no name with a remark, and would take long to look at.
_LONGEST_ENTRY = 300
_COMMENT = re.compile(r"\s[#＃].*", re.DOTALL)
#: `GitHub - remark`, `GitHub (remark)`, `Google: mika@gmail.com`, `Google mika@gmail.com`.
_DASHED = re.compile(r"(?P<site>.+?)\s+(?:[-–—―/／~〜|]|->|→)\s+(?P<rest>.+)", re.DOTALL)
_BRACKETED = re.compile(r"(?P<site>[^()（）]+)[(（](?P<rest>.+)[)）]", re.DOTALL)
_WITH_ADDRESS = re.compile(r"(?P<site>[^@:：]+?)(?:\s*[:：]\s*|\s+)(?P<rest>\S+@\S+)")


@dataclass(frozen=True, slots=True)
class Head:
    """The kind that the first word of a line tells, and the text after it."""

    kind: OwnKind
    name: str


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name as it may be judged, the site in it, and the remark that was taken off (never shown)."""

    name: str
    site: str = ""
    remark: str = ""


def bare_line(line: str) -> str:
    """The line without a bullet, a number or a box before it, and without a comment after it."""
    bare = line
    for _ in range(_MOST_BULLETS):
        if (found := _BULLET.match(bare)) and found.end() < len(bare):
            bare = bare[found.end() :]
    return _COMMENT.sub("", bare).rstrip() or line


def head_of(line: str) -> Head | None:
    """The word that begins a line and the name after it; None if the line begins with no such word."""
    found = _HEAD.match(line)
    kind = WORDS.get(found["word"].casefold()) if found else None
    if found is None or kind is None:
        return None
    name = line[found.end() :]
    if (
        found["colon"]
        and found["word"].casefold() in _ASK_FOR_SECRETS
        and not (is_address(name) or is_domain(name))
    ):
        return None
    if found["account"] and not name:
        # "Work account" with nothing after it.
        return Head(kind, "")
    return Head(kind, name)


def entry_of(text: str) -> ListedName:
    """The name in the text. The text beside it belongs to it if it is an address, else it is a remark."""
    if is_address(text) or len(text) > _LONGEST_ENTRY:
        return ListedName(text, text)
    for form in (_BRACKETED, _DASHED):
        if found := form.fullmatch(text):
            site, rest = found["site"].strip(), found["rest"].strip()
            if is_address(rest):
                return ListedName(f"{site} ({rest})", site)
            return ListedName(site, site, rest)
    found = _WITH_ADDRESS.fullmatch(text)
    if found and is_address(found["rest"]) and judge_name(found["site"]).grade == "shown":
        return ListedName(f"{found['site']} ({found['rest']})", found["site"])
    return ListedName(text, text)


def several_names(line: str) -> list[str]:
    """The names of `PayPal, eBay`; none if a part could be anything else than a name."""
    names = [part.strip() for part in re.split(r",\s+|，", line)]
    plain = all(
        judge_name(name).grade == "shown" and is_capital(name) and not is_address(name) for name in names
    )
    return names if plain and len(names) > 1 else []
