"""Reads a person's file of accounts: a list by hand, links, or the export of an app.

The content tells what the file is (`reading.formats`). Secrets stay behind in the readers, and text from the
file is shown only where the grammar of names accepts it (`reading.names`).

>>> text = '''
... # my accounts
... otpauth://totp/GitHub:mika?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub
... 楽天証券
... work mika@contoso.com
... '''
>>> [(account.kind, account.name) for account in read_accounts(text).accounts]
[('third-party', 'GitHub (mika)'), ('third-party', '楽天証券'), ('work', 'mika@contoso.com')]
"""

from __future__ import annotations

import codecs

from lostphone.whatif.own_account import BadLine, OwnAccount, OwnAccounts, OwnKind
from lostphone.whatif.reading.collecting import MOST_ACCOUNTS, Collector, TooManyAccounts
from lostphone.whatif.reading.formats import FileContent, recognise
from lostphone.whatif.reading.lists import MOST_LINES, read_list
from lostphone.whatif.reading.remarks import Lang

__all__ = ["MOST_BYTES", "BadLine", "OwnAccount", "OwnAccounts", "OwnKind", "read_accounts", "read_file"]

#: A list of a thousand accounts has a tenth of a megabyte; exports with pictures have a few.
MOST_BYTES = 10_000_000
_HEAD_BYTES = 64
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_file(raw: bytes, lang: Lang = "en") -> OwnAccounts:
    """Read the bytes of a file. The byte order mark says how they are encoded; without one it is UTF-8.

    More than `MOST_BYTES` are not looked at. Bytes that are no UTF-8 cost their line, not the others.
    """
    if len(raw) > MOST_BYTES:
        return Collector(lang).nothing("file-large", most=f"{MOST_BYTES // 1_000_000}")
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "")
    if encoding.startswith("utf-8") or not encoding:
        text = raw.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")
    else:
        text = raw.decode(encoding, "replace").removeprefix("\ufeff")
    return _read(FileContent(text, raw[:_HEAD_BYTES]), lang)


def read_accounts(text: str, lang: Lang = "en") -> OwnAccounts:
    """Read text. Lone surrogates stand for bytes that are no UTF-8."""
    text = text.removeprefix("\ufeff")
    return _read(FileContent(text, text[:_HEAD_BYTES].encode("utf-8", "replace")), lang)


def _read(content: FileContent, lang: Lang) -> OwnAccounts:
    collector = Collector(lang)
    known = recognise(content)
    if known is not None and known.reader is None:
        return collector.nothing(known.fault, name=known.name)
    if known is not None:
        collector.came_from = known.name
    if content.text.count("\n") + content.text.count("\r") > MOST_LINES:
        return collector.nothing("lines-many", most=f"{MOST_LINES:,}")
    try:
        if known is not None and known.reader is not None:
            known.reader(collector)
        else:
            read_list(content.text, collector)
    except TooManyAccounts:
        return collector.nothing("accounts-many", most=f"{MOST_ACCOUNTS:,}")
    return collector.found()
