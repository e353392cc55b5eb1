"""What an oracle watches, in the words of a reader: the subject of a promise that does not hold."""

from __future__ import annotations

from collections.abc import Mapping

_SUBJECTS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "appearing": "accounts that appear by themselves",
        "autofill": "filling in passwords",
        "client-answers": "an app that answers",
        "nothing-in-clear": "secrets",
        "codes": "codes",
        "converges": "backups that catch up",
        "lists": "the list of accounts",
        "own-codes": "codes of Microsoft accounts",
        "passkeys": "passkeys",
        "restores": "restoring",
        "retired": "retired versions",
        "rooted": "rooted phones",
        "settings": "the settings of a backup",
        "strangers": "backups of strangers",
        "switching": "switching backup on and off",
        "unsaved": "what was never backed up",
        "vault": "saved passwords and cards",
        "work": "work accounts",
    },
    "ja": {
        "appearing": "ひとりでに現れるアカウント",
        "autofill": "パスワードの自動入力",
        "client-answers": "アプリの応答",
        "nothing-in-clear": "秘密",
        "codes": "コード",
        "converges": "追いつくはずのバックアップ",
        "lists": "アカウントの一覧",
        "own-codes": "Microsoftアカウントのコード",
        "passkeys": "パスキー",
        "restores": "復元",
        "retired": "使えなくなった版",
        "rooted": "ルート化された端末",
        "settings": "バックアップの設定",
        "strangers": "他人どうしのバックアップ",
        "switching": "バックアップのオンとオフ",
        "unsaved": "バックアップされなかったもの",
        "vault": "保存したパスワードとカード",
        "work": "職場アカウント",
    },
}


def subject_of(oracle: str, language: str) -> str:
    """What that oracle watches; its own name if it is none of ours.

    >>> subject_of("lists", "en"), subject_of("lists", "ja")
    ('the list of accounts', 'アカウントの一覧')
    """
    return _SUBJECTS[language].get(oracle, oracle)
