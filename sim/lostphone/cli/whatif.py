"""`lostphone whatif`: a person's own accounts, and what a loss would leave of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

if TYPE_CHECKING:
    from lostphone.whatif.own_account import OwnAccount
    from lostphone.whatif.report import LossReport


def whatif(
    file: Annotated[str, Parameter(allow_leading_hyphen=True)],
    /,
    *,
    phone: Literal["ios", "android"],
    lost: str,
    new: Literal["ios", "android"],
    off: str = "",
    unknown: str = "",
    kept: bool = False,
    proof: str = "",
    lang: Literal["en", "ja"] = "en",
    format: Annotated[Literal["text", "json"], Parameter(name="--format")] = "text",
) -> int:
    """Play the loss of your phone on your own accounts: what comes back, and what to do.

    The answer is about Microsoft Authenticator. It begins with what it assumes and which settings decide.

    Secrets in FILE are dropped as soon as they are read; nothing of them is printed or stored.

    Parameters
    ----------
    file
        One account a line: an otpauth:// or otpauth-migration:// link, a site's name, or site, code, work,
        work-code, personal, passwordless, passkey or password and a NAME; # begins a note. Also plain
        exports of Aegis, 2FAS, Credential Exchange and password managers (CSV). - is stdin.
    phone
        The phone that is lost.
    lost
        The day it is lost, as 2025-11-01.
    new
        The phone you set up afterwards.
    off
        Settings that were off: icloud-keychain, icloud-backup, icloud-drive, app-toggle, cloud-backup;
        or all.
    unknown
        Settings of which you do not know it, in the same words; all means all that --off does not name.
    kept
        The old phone is not lost: it is still at hand.
    proof
        What else there is: sms (work accounts get text messages), app-only (Microsoft accounts of your own
        have nothing but the app).
    lang
        The language of the answer.
    format
        text for people, json for programs.
    """
    from lostphone.cli.own_file import complain, no_account, read_own, say_left_out
    from lostphone.cli.progress import Counter
    from lostphone.cli.usage import UsageError
    from lostphone.whatif.loss import Loss
    from lostphone.whatif.report import report
    from lostphone.whatif.words import say

    are_off, are_unknown = _settings(off, unknown, phone, lang)
    loss = Loss(phone, new, _day(lost, lang), are_off, kept)
    proofs = _proofs(proof, lang)
    own = read_own(file, lang)
    complain(file, own, lang)
    if not own.accounts:
        if own.bad_lines:
            return 2
        raise UsageError(no_account(file, lang))
    accounts = [_with_proof(account, proofs) for account in own.accounts]
    with Counter(say(lang, "table", "playing", done="{done}")) as counter:
        answered = report(accounts, loss, lang, are_unknown, own.came_from, counter.one_more)
    if format == "json":
        _print_json(answered)
    else:
        from lostphone.cli.whatif_text import print_report

        print_report(answered, lang)
    if own.bad_lines:
        say_left_out(own, lang)
        return 2
    return 0


def _day(text: str, lang: str) -> int:
    from lostphone.base.clock import parse_day
    from lostphone.cli.usage import UsageError
    from lostphone.whatif.loss import FIRST_DAY_MS, LAST_DAY_MS
    from lostphone.whatif.words import say

    try:
        day_ms = parse_day(text)
    except ValueError:
        raise UsageError(say(lang, "usage", "no_date", text=text)) from None
    if not FIRST_DAY_MS <= day_ms <= LAST_DAY_MS:
        raise UsageError(say(lang, "usage", "outside", text=text))
    return day_ms


def _settings(off: str, unknown: str, phone: str, lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """The settings that are off, and those that are not known; `all` are the rest."""
    from lostphone.cli.usage import UsageError
    from lostphone.rules.icloud_settings import ICLOUD_SETTINGS
    from lostphone.whatif.loss import APP_BACKUP
    from lostphone.whatif.words import say

    there = (APP_BACKUP,) if phone == "android" else (*ICLOUD_SETTINGS, APP_BACKUP)
    named = {"--off": _words(off), "--unknown": _words(unknown)}
    if all("all" in words for words in named.values()):
        raise UsageError(say(lang, "usage", "both_all"))
    chosen = {
        option: {_setting(option, word, phone, lang) for word in words if word != "all"}
        for option, words in named.items()
    }
    both = sorted(chosen["--off"] & chosen["--unknown"])
    if both:
        raise UsageError(say(lang, "usage", "both_name", name=both[0]))
    for option, other in (("--off", "--unknown"), ("--unknown", "--off")):
        if "all" in named[option]:
            chosen[option] = set(there) - chosen[other]
    return frozenset(chosen["--off"]), frozenset(chosen["--unknown"])


def _words(text: str) -> list[str]:
    return [word for word in (part.strip() for part in text.split(",")) if word]


def _setting(option: str, word: str, phone: str, lang: str) -> str:
    from lostphone.base.suggest import nearest
    from lostphone.cli.usage import UsageError
    from lostphone.rules.icloud_settings import ICLOUD_SETTINGS, short_name
    from lostphone.whatif.loss import APP_BACKUP
    from lostphone.whatif.words import say

    known = {name: name for name in (*ICLOUD_SETTINGS, APP_BACKUP)}
    known |= {short_name(setting): setting for setting in ICLOUD_SETTINGS}
    if word not in known:
        near = nearest(word, known)
        there = (", " if lang == "en" else "、").join((*ICLOUD_SETTINGS, APP_BACKUP))
        hint = say(lang, "usage", "near", near=near) if near else say(lang, "usage", "there_are", there=there)
        raise UsageError(say(lang, "usage", "no_setting", option=option, word=word, hint=hint))
    if phone == "android" and known[word] != APP_BACKUP:
        raise UsageError(say(lang, "usage", "of_ios", option=option, word=word, only=APP_BACKUP))
    return known[word]


def _proofs(text: str, lang: str) -> frozenset[str]:
    from lostphone.cli.usage import UsageError
    from lostphone.whatif.words import say

    for word in _words(text):
        if word not in ("sms", "app-only"):
            raise UsageError(say(lang, "usage", "no_proof", word=word))
    return frozenset(_words(text))


def _with_proof(account: OwnAccount, proofs: frozenset[str]) -> OwnAccount:
    from dataclasses import replace

    if "sms" in proofs and account.kind in ("work", "work-code"):
        return replace(account, proof="sms")
    if "app-only" in proofs and account.kind in ("personal", "passwordless"):
        return replace(account, proof="app-only")
    return account


def _print_json(answered: LossReport) -> None:
    from lostphone.cli.standard_output import print_json

    print_json(answered)
