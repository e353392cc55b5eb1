"""`lostphone whatif`: a person's own accounts, and what a loss would leave of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

if TYPE_CHECKING:
    from lostphone.whatif.loss import Loss
    from lostphone.whatif.verdict import Verdict

_STYLES = {"back": "green", "sign-in": "yellow", "lost": "bold red"}


def whatif(
    file: Annotated[str, Parameter(allow_leading_hyphen=True)],
    /,
    *,
    phone: Literal["ios", "android"],
    lost: str,
    new: Literal["ios", "android"],
    off: str = "",
    lang: Literal["en", "ja"] = "en",
    format: Annotated[Literal["text", "json"], Parameter(name="--format")] = "text",
) -> int:
    """Play the loss of your phone on your own accounts: what comes back, and what to change today.

    Secrets in FILE are dropped as soon as they are read; nothing of them is printed or stored.

    Parameters
    ----------
    file
        One account a line: an otpauth:// or otpauth-migration:// link, a site's name, or work, work-code,
        personal, passwordless, passkey or password and a NAME; # begins a note. Also plain exports of Aegis,
        2FAS, Credential Exchange and password managers (CSV). - is stdin.
    phone
        The phone that is lost.
    lost
        The day it is lost, as 2025-11-01.
    new
        The phone you set up afterwards.
    off
        Switches that are off: icloud-keychain, icloud-backup, icloud-drive, app-toggle, cloud-backup.
    lang
        The language of the answer.
    format
        text for people, json for programs.
    """
    from lostphone.cli.own_file import complain, no_account, read_own, say_left_out
    from lostphone.cli.usage import UsageError
    from lostphone.whatif.loss import Loss
    from lostphone.whatif.verdict import judge

    loss = Loss(phone, new, _day(lost), _switches(off, phone))
    own = read_own(file, lang)
    complain(file, own, lang)
    if not own.accounts:
        if own.bad_lines:
            return 2
        raise UsageError(no_account(file, lang))
    verdicts = judge(own.accounts, loss, lang)
    if format == "json":
        _print_json(verdicts)
    else:
        _print_table(verdicts, loss, lang)
    if own.bad_lines:
        say_left_out(own, lang)
        return 2
    return 0


def _day(text: str) -> int:
    from lostphone.cli.usage import UsageError
    from lostphone.clock import parse_day
    from lostphone.whatif.loss import FIRST_DAY_MS, LAST_DAY_MS

    try:
        day_ms = parse_day(text)
    except ValueError as error:
        raise UsageError(f"--lost: {error}") from None
    if not FIRST_DAY_MS <= day_ms <= LAST_DAY_MS:
        raise UsageError(f"--lost: {text} is outside what is known: give a day from 2018-02-01 to 2099-12-31")
    return day_ms


def _switches(text: str, phone: str) -> frozenset[str]:
    import difflib

    from lostphone.cli.usage import UsageError
    from lostphone.whatif.loss import APP_BACKUP, IOS_SWITCHES

    known = {name: name for name in (*IOS_SWITCHES, APP_BACKUP)}
    known |= {"keychain": "icloud-keychain", "drive": "icloud-drive", "backup": "icloud-backup"}
    chosen: list[str] = []
    for word in filter(None, (part.strip() for part in text.split(","))):
        if word not in known:
            near = difflib.get_close_matches(word, known, n=1)
            hint = (
                f"did you mean {near[0]}?" if near else f"there are {', '.join((*IOS_SWITCHES, APP_BACKUP))}"
            )
            raise UsageError(f"--off: there is no switch '{word}'; {hint}")
        if phone == "android" and known[word] != APP_BACKUP:
            raise UsageError(f"--off: {word} is a switch of iOS; on Android there is only {APP_BACKUP}")
        chosen.append(known[word])
    return frozenset(chosen)


def _print_json(verdicts: list[Verdict]) -> None:
    import sys

    import msgspec

    sys.stdout.buffer.write(msgspec.json.encode({"accounts": verdicts}) + b"\n")
    sys.stdout.flush()


def _print_table(verdicts: list[Verdict], loss: Loss, lang: str) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from lostphone.cli.console import out
    from lostphone.clock import iso
    from lostphone.whatif.words import say

    old, new = say(lang, "platform", loss.phone), say(lang, "platform", loss.new)
    console = out()
    title = say(lang, "table", "title", old=old, new=new, day=iso(loss.day_ms)[:10])
    console.print(Text(title, style="bold"))
    table = Table(box=box.SIMPLE, show_header=False, pad_edge=False)
    table.add_column(overflow="fold")
    table.add_column(overflow="fold", style="dim")
    table.add_column(overflow="fold")
    for verdict in verdicts:
        outcome = Text(say(lang, "outcome", verdict.outcome), style=_STYLES[verdict.outcome])
        table.add_row(Text(verdict.name), say(lang, "kind", verdict.kind), outcome)
    console.print(table)
    for group in _alike(verdicts):
        _explain(group, lang)
    counts = {outcome: sum(verdict.outcome == outcome for verdict in verdicts) for outcome in _STYLES}
    summary = say(
        lang,
        "table",
        "summary",
        back=str(counts["back"]),
        sign_in=str(counts["sign-in"]),
        lost=str(counts["lost"]),
    )
    console.print(summary, markup=False)


def _alike(verdicts: list[Verdict]) -> list[list[Verdict]]:
    """Accounts with the same outcome for the same reason and the same advice, the worst first."""
    groups: dict[tuple[str, tuple[str, ...], str], list[Verdict]] = {}
    for verdict in verdicts:
        groups.setdefault((verdict.outcome, verdict.rules, verdict.advice), []).append(verdict)
    order = ("lost", "sign-in", "back")
    return sorted(groups.values(), key=lambda group: order.index(group[0].outcome))


def _explain(group: list[Verdict], lang: str) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from lostphone.cli.console import out
    from lostphone.rules import Catalogue
    from lostphone.whatif.words import say

    console, first = out(), group[0]
    head = Text(say(lang, "outcome", first.outcome) + ": ", style=_STYLES[first.outcome])
    head.append(
        "、".join(v.name for v in group) if lang == "ja" else ", ".join(v.name for v in group), "bold"
    )
    console.print(head)
    for rule_id in first.rules[:1]:
        why = Text(say(lang, "table", "why") + " ", style="dim")
        why.append(Catalogue.load().rule(rule_id).statement(lang), style="default")
        why.append(f" ({rule_id})", style="dim")
        console.print(Padding(why, (0, 0, 0, 2)))
    if first.outcome != "back":
        today = Text(say(lang, "table", "today") + " ", style="dim")
        today.append(first.advice, style="default")
        console.print(Padding(today, (0, 0, 0, 2)))
    console.print()
