"""A mistake of the person at the keyboard: said in one line, without a traceback, with exit code 2."""

from __future__ import annotations


class UsageError(Exception):
    """What was wrong and what to do about it: a text, or by `of` one in both languages."""

    key = ""
    values: dict[str, object] = {}  # noqa: RUF012 - never changed, and replaced by `of`

    @classmethod
    def of(cls, key: str, /, **values: object) -> UsageError:
        """With a text of the group `usage` in `words.toml`; a tuple among the values is a choice.

        >>> mistake = UsageError.of("no-path", path="x")
        >>> print(mistake, mistake.text("ja"), sep="\\n")
        there is no file or folder 'x'
        ファイルまたはフォルダー「x」はありません
        """
        error = cls(_said("en", key, values))
        error.key, error.values = key, values
        return error

    def text(self, lang: str) -> str:
        """What to print; as it was written where it has only one language."""
        return _said(lang, self.key, self.values) if self.key else str(self)


def _said(lang: str, key: str, values: dict[str, object]) -> str:
    from lostphone.cli.words import say

    choice = say(lang, "usage.or")
    joined = {name: choice.join(one) if isinstance(one, tuple) else one for name, one in values.items()}
    return say(lang, f"usage.{key}", **joined)
