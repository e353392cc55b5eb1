"""Sentences about codes: shown, typed, written down, compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any, cast

from lostphone.client.port import Code
from lostphone.gherkin.inverse import tells, tells_run
from lostphone.gherkin.sentence import sentence
from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import CodesDiffer, WorkingCodes
from lostphone.stories.actions import accounts
from lostphone.stories.actions.base import Action
from lostphone.stories.story import Story, Unexpected
from lostphone.world.devices.device_name import DeviceName
from lostphone_steps.kinds import phone_id, whose


@sentence(
    "when",
    "given",
    en=(
        "{person} signs in to {account} with the code on {device}",
        "{person} signs in to {account} with the code on {device}, typed {how:typing}",
        "{person} signs in to {account} with the code on {device}, mistyped {slips:count} before",
    ),
    ja=(
        "{person}は{device}のコードで{account}にサインインする",
        "{person}は{device}のコードを{how:typing}入力して{account}にサインインする",
        "{person}は{device}のコードを{slips:count}打ち間違えた後で{account}にサインインする",
    ),
)
def signs_in_with_code(
    story: Story, person: str, account: str, device: str, how: str = "", slips: int = 0
) -> None:
    """The slips are expected to be refused; what became of the code itself is looked at next."""
    for _ in range(slips):
        story.do(accounts.MistypeCode(phone_id(person, device), account))
        story.expect_refusal("wrong-code")
    story.do(accounts.SubmitCode(phone_id(person, device), account, without_zeros=how == "without-zeros"))


def _signing_in(_action: Action, ahead: Sequence[Any]) -> Iterator[Mapping[str, Any]]:
    slips = list(takewhile(lambda one: isinstance(one, accounts.MistypeCode), ahead))
    typed = ahead[len(slips)] if len(slips) < len(ahead) else None
    if isinstance(typed, accounts.SubmitCode):
        how = "without-zeros" if typed.without_zeros else ""
        yield whose(typed.phone) | {"account": typed.account, "how": how, "slips": len(slips)}


tells_run(signs_in_with_code, (accounts.SubmitCode, accounts.MistypeCode), _signing_in)


_DEEDS: dict[str, type[Action]] = {
    "look": accounts.LookAtCode,
    "write-down": accounts.NoteCode,
    "mistype": accounts.MistypeCode,
}


@sentence(
    "given",
    "when",
    en="{person} {deed:code_deed} the code of {account} on {device}",
    ja="{person}は{device}の{account}のコードを{deed:code_deed}",
)
def handles_code(story: Story, person: str, deed: str, account: str, device: str) -> None:
    story.do(_DEEDS[deed](phone_id(person, device), account))


for _deed, _kind in _DEEDS.items():
    tells(handles_code, _kind, lambda action: whose(action.phone) | {"account": action.account}, deed=_deed)


@sentence(
    "given",
    "when",
    en="{person} signs in to {account} with the code written down",
    ja="{person}は書き留めたコードで{account}にサインインする",
)
def types_noted_code(story: Story, person: str, account: str) -> None:
    story.do(accounts.SubmitNotedCode(person, account))


tells(
    types_noted_code,
    accounts.SubmitNotedCode,
    lambda action: {"person": action.person, "account": action.account},
)


@sentence(
    "then",
    en="{phone} shows working codes for {accounts}",
    ja="{phone}に{accounts}の使えるコードが表示される",
)
def shows_working_codes(story: Story, phone: str, accounts: tuple[str, ...]) -> None:
    """A site's code equals what the site computes; a Microsoft account's code is tried there."""
    from lostphone.stories.actions.accounts import LookAtCode, SubmitCode

    world = story.world
    for account in accounts:
        if account in world.personal.accounts or account in world.tenants.users:
            story.look(SubmitCode(phone, account))
            continue
        shown = code_on(story, LookAtCode(phone, account))
        site, _, login = account.partition(" (")
        person = DeviceName.read(phone).owner
        if shown != world.sites.expected_code(site, person, login.rstrip(")") or None):
            raise Unexpected(sighted("not-the-sites-code", phone=phone, account=account))


tells(shows_working_codes, WorkingCodes, lambda seen: {"phone": seen.phone, "accounts": seen.accounts})


@sentence(
    "then",
    en="the code of {account} on {phone} is {code:text}",
    ja="{phone}の{account}のコードは{code:text}である",
)
def code_is(story: Story, account: str, phone: str, code: str) -> None:
    shown = code_on(story, accounts.LookAtCode(phone, account))
    if shown != code:
        raise Unexpected(sighted("code-is", phone=phone, account=account, due=code, shown=shown))


@sentence(
    "then",
    en="{phone} shows a code of {digits:int} digits for {account}",
    ja="{phone}の{account}のコードは{digits:int}桁である",
)
def code_has_digits(story: Story, phone: str, digits: int, account: str) -> None:
    shown = code_on(story, accounts.LookAtCode(phone, account))
    if len(shown) != digits:
        raise Unexpected(
            sighted("code-has-digits", phone=phone, account=account, due=digits, count=len(shown))
        )


@sentence(
    "then",
    en="{phone} and {other:phone} show {verdict} for {account}",
    ja="{phone}と{other:phone}には{account}の{verdict}が表示される",
)
def compare_codes(story: Story, phone: str, other: str, verdict: str, account: str) -> None:
    same = code_on(story, accounts.LookAtCode(phone, account)) == code_on(
        story, accounts.LookAtCode(other, account)
    )
    if same != (verdict == "same"):
        raise Unexpected(sighted("same-code" if same else "different-codes", account=account))


tells(
    compare_codes,
    CodesDiffer,
    lambda seen: {"phone": seen.phone, "other": seen.other, "account": seen.account},
    verdict="different",
)


def code_on(story: Story, action: accounts.LookAtCode) -> str:
    """What the phone shows; a refusal fails the story."""
    return cast(Code, story.look(action)).code
