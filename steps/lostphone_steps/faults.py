"""Sentences about what goes wrong around the phone, and its undoing."""

from __future__ import annotations

from lostphone.gherkin.sentence import sentence
from lostphone.history.actions import faults
from lostphone.history.actions.base import Action
from lostphone.history.story import Story
from lostphone_steps.phones import apple_account_of

_TROUBLES: dict[str, type[Action]] = {
    "stop": faults.StopService,
    "start": faults.StartService,
    "hold": faults.HoldService,
    "release": faults.ReleaseService,
}


@sentence("given", "when", en="{service} {trouble}", ja="{service}{trouble}")
def service_trouble(story: Story, service: str, trouble: str) -> None:
    story.do(_TROUBLES[trouble](service))


@sentence(
    "given",
    "when",
    en="the stored backup of {person} {spoiling}",
    ja="保管されている{person}のバックアップ{spoiling}",
)
def stored_backup(story: Story, person: str, spoiling: str) -> None:
    story.do(
        faults.MendBackups(person) if spoiling == "mended" else faults.SpoilBackups(person, spoiling)  # type: ignore[arg-type]
    )


@sentence("given", "when", en="{phone} is {link:link}", ja="{phone}は{link:link}")
def phone_link(story: Story, phone: str, link: str) -> None:
    story.do(faults.Partition(phone, "*") if link == "offline" else faults.Heal(phone, "*"))


@sentence(
    "given",
    "when",
    en="the iCloud storage of {person} {room:room}",
    ja="{person}のiCloudストレージ{room:room}",
)
def storage(story: Story, person: str, room: str) -> None:
    email = apple_account_of(person)
    story.do(faults.FillICloud(email) if room == "full" else faults.FreeICloud(email))


@sentence(
    "given",
    "when",
    en="the attestation service for {platform} {trouble:attestation}",
    ja="{platform}の構成証明サービス{trouble:attestation}",
)
def attestation(story: Story, platform: str, trouble: str) -> None:
    kind = faults.StopAttestation if trouble == "stop" else faults.StartAttestation
    story.do(kind(platform))  # type: ignore[arg-type]
