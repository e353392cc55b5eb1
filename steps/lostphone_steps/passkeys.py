"""Sentences about passkeys."""

from __future__ import annotations

from lostphone.gherkin.inverse import tells
from lostphone.gherkin.sentence import sentence
from lostphone.stories.actions import passkeys
from lostphone.stories.story import Story
from lostphone_steps.kinds import phone_id, whose


@sentence(
    "given",
    "when",
    en="{person} makes a passkey for {account} on {device}",
    ja="{person}は{device}に{account}のパスキーを作る",
)
def makes_passkey(story: Story, person: str, account: str, device: str) -> None:
    story.do(passkeys.MakePasskey(phone_id(person, device), account))


tells(makes_passkey, passkeys.MakePasskey, lambda action: whose(action.phone) | {"account": action.account})


@sentence(
    "given",
    "when",
    en="{person} signs in to {account} with the passkey on {device}",
    ja="{person}は{device}のパスキーで{account}にサインインする",
)
def uses_passkey(story: Story, person: str, account: str, device: str) -> None:
    story.do(passkeys.SignInWithPasskey(phone_id(person, device), account))


tells(
    uses_passkey, passkeys.SignInWithPasskey, lambda action: whose(action.phone) | {"account": action.account}
)
