"""Sentences about saved passwords and cards."""

from __future__ import annotations

from typing import cast

from lostphone.client.port import Passwords
from lostphone.gherkin.inverse import tells
from lostphone.gherkin.sentence import sentence
from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import PasswordsShown
from lostphone.stories.actions import passwords
from lostphone.stories.actions.base import Action
from lostphone.stories.story import Story, Unexpected
from lostphone_steps.kinds import owner_of, phone_id, whose

_VERBS: dict[str, type[Action]] = {
    "save": passwords.SaveSitePassword,
    "generate": passwords.MakePassword,
    "fill": passwords.FillInPassword,
}


@sentence(
    "given",
    "when",
    en="{person} {verb:password_verb} the password of {site:account} on {device}",
    ja="{person}は{device}で{site:account}のパスワードを{verb:password_verb}",
)
def handles_password(story: Story, person: str, verb: str, site: str, device: str) -> None:
    story.do(_VERBS[verb](phone_id(person, device), site))


for _verb, _kind in _VERBS.items():
    tells(handles_password, _kind, lambda action: whose(action.phone) | {"site": action.site}, verb=_verb)


@sentence(
    "given",
    "when",
    en="{person} saves the card {label:text} on {device}",
    ja="{person}は{device}にカード{label:text}を保存する",
)
def saves_card(story: Story, person: str, label: str, device: str) -> None:
    story.do(passwords.SavePaymentCard(phone_id(person, device), label))


tells(saves_card, passwords.SavePaymentCard, lambda action: whose(action.phone) | {"label": action.label})


_SIGHTS: dict[str, type[Action]] = {
    "look": passwords.OpenPasswords,
    "export": passwords.ExportSavedPasswords,
}


@sentence(
    "when",
    "given",
    en="{person} {sight:password_sight} the saved passwords on {device}",
    ja="{person}は{device}の保存したパスワードを{sight:password_sight}",
)
def sees_passwords(story: Story, person: str, sight: str, device: str) -> None:
    story.do(_SIGHTS[sight](phone_id(person, device)))


for _sight, _kind in _SIGHTS.items():
    tells(sees_passwords, _kind, lambda action: whose(action.phone), sight=_sight)


@sentence("given", "when", en="{person} opens Edge as {email}", ja="{person}は{email}でEdgeを開く")
def opens_edge(story: Story, person: str, email: str) -> None:
    del person
    story.do(passwords.OpenEdge(email))


tells(
    opens_edge, passwords.OpenEdge, lambda action: {"person": owner_of(action.email), "email": action.email}
)


@sentence(
    "then",
    en="of saved passwords the app shows {saved:int}, of generated ones {generated:int}, of cards {cards:int}",
    ja="アプリには保存したパスワードが{saved:int}件、生成したものが{generated:int}件、カードが{cards:int}枚ある",
)
def password_count(story: Story, saved: int, generated: int, cards: int) -> None:
    found = cast(Passwords, story.expect_success().result)
    counted = (len(found.saved), len(found.generated), len(found.cards))
    if counted != (saved, generated, cards):
        saved, generated, cards = counted
        raise Unexpected(sighted("shows-passwords", saved=saved, generated=generated, cards=cards))


tells(
    password_count,
    PasswordsShown,
    lambda seen: {"saved": seen.saved, "generated": seen.generated, "cards": seen.cards},
)


@sentence(
    "then",
    en="Edge has the passwords of {sites:accounts} for {email}",
    ja="Edgeには{email}の{sites:accounts}のパスワードがある",
)
def edge_has(story: Story, sites: tuple[str, ...], email: str) -> None:
    found = tuple(cast(list[str], story.look(passwords.OpenEdge(email))))
    if found != sites:
        raise Unexpected(sighted("edge-has", accounts=found) if found else sighted("edge-has-nothing"))
