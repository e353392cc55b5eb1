"""Text that looks like a secret: Base32, hex, Base64, percent-encoding, a link, a long mixture of characters.

`secret.Finder` looks for secrets that are known. Here nothing is known: a person's file holds text of which a
part may be a secret, and text that looks like one is never shown. All of it takes linear time.

>>> looks_secret("GEZDGNBVGY3TQOJQ"), looks_secret("gezd gnbv gy3t qojq"), looks_secret("mika@contoso.com")
(True, True, False)
"""

from __future__ import annotations

import re
from itertools import pairwise

#: Runs of the characters of Base32, hex, Base64 (both alphabets) and percent-encoding.
_RUN = re.compile(r"[A-Za-z0-9+/_=%-]+")
_HEX = re.compile(r"[0-9a-fA-F]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_GROUP_GAP = re.compile(r"[\s:._-]+")
_BASE32_GROUP = re.compile(r"[A-Z2-7]{2,8}|[a-z2-7]{2,8}")

#: Ten bytes are the shortest secret in use (F05): 16 characters of Base32, 14 of Base64. A password of twelve
#: characters that mixes letters and digits is not shorter than these in effect.
SHORTEST_SECRET = 12
_SHORTEST_GROUPED = 12


def secret_at(text: str) -> int | None:
    """The place (from 0) of the first part that looks like a secret, or None."""
    if "://" in text:
        return max(text.find("://") - 1, 0)
    if found := _PERCENT.search(text):
        return found.start()
    for run in _RUN.finditer(text):
        if _secret_run(run.group()):
            return run.start()
    return 0 if _in_groups(text) else None


def looks_secret(text: str) -> bool:
    """Whether any part of the text looks like a secret."""
    return secret_at(text) is not None


def _secret_run(run: str) -> bool:
    """A run that is long, and no word: it has digits, padding or capitals where a word has none."""
    if run.endswith("=") and len(run) >= 4:
        return True
    if len(run) < SHORTEST_SECRET:
        return False
    return any(_mixed(part) for part in (run, *re.split(r"[+/_=-]", run)) if len(part) >= SHORTEST_SECRET)


def _mixed(part: str) -> bool:
    digits = sum(char.isdigit() for char in part)
    if digits == len(part):
        return True
    if _HEX.fullmatch(part) and digits:
        return True
    if digits and not _ends_in_digits(part):
        return True
    if any(char in "/=" for char in part) and digits:
        return True
    if _LETTERS.fullmatch(part):
        return part.isupper() or _turns(part) > 3
    return bool(digits) and part.upper() == part


def _ends_in_digits(part: str) -> bool:
    """`mika.yamada1985`: a word and a short number after it, as in addresses."""
    bare = part.rstrip("0123456789")
    return 0 < len(part) - len(bare) <= 6 and _turns(bare) <= 3 and not any(char.isdigit() for char in bare)


def _turns(letters: str) -> int:
    """How often a capital follows a small letter: once in GitHub, often in Base64."""
    return sum(left.islower() and right.isupper() for left, right in pairwise(letters))


def _in_groups(text: str) -> bool:
    """`GEZD GNBV GY3T QOJQ`: groups of equal length, all of Base32, with a digit or in capitals."""
    groups = [group for group in _GROUP_GAP.split(text.strip()) if group]
    if len(groups) < 2 or sum(map(len, groups)) < _SHORTEST_GROUPED:
        return False
    if not all(_BASE32_GROUP.fullmatch(group) or _HEX.fullmatch(group) for group in groups):
        return False
    alike = len({len(group) for group in groups[:-1]}) == 1 and len(groups[-1]) <= len(groups[0])
    return alike and any(char.isdigit() for group in groups for char in group)
