"""Sentences about what goes wrong around the phone, and its undoing."""

from __future__ import annotations

from collections.abc import Callable

from lostphone.gherkin.inverse import tells, tells_run
from lostphone.gherkin.sentence import sentence
from lostphone.stories.actions import faults
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.clouds import AllowByMdm
from lostphone.stories.actions.phones import SetPhone
from lostphone.stories.story import Story
from lostphone.world.people import apple_account_of
from lostphone_steps.kinds import owner_of

_TROUBLES: dict[str, type[Action]] = {
    "stop": faults.StopService,
    "start": faults.StartService,
    "hold": faults.HoldService,
    "release": faults.ReleaseService,
    "speed": faults.SpeedService,
    "keep": faults.KeepMessages,
}


@sentence("given", "when", en="{service} {trouble}", ja="{service}{trouble}")
def service_trouble(story: Story, service: str, trouble: str) -> None:
    story.do(_TROUBLES[trouble](service))


for _trouble, _kind in _TROUBLES.items():
    tells(service_trouble, _kind, lambda action: {"service": action.service}, trouble=_trouble)


@sentence(
    "given",
    "when",
    en="each way to {service} takes {latency:duration}",
    ja="{service}までの通信は片道{latency:duration}かかる",
)
def service_is_slow(story: Story, service: str, latency: int) -> None:
    story.do(faults.SlowService(service, latency))  # type: ignore[arg-type]


tells(
    service_is_slow,
    faults.SlowService,
    lambda action: {"service": action.service, "latency": action.latency_ms},
)


@sentence(
    "given",
    "when",
    en="{percent:int} % of the messages to {service} are lost",
    ja="{service}への通信の{percent:int}％が失われる",
)
def service_loses(story: Story, service: str, percent: int) -> None:
    story.do(faults.LoseMessages(service, percent))  # type: ignore[arg-type]


tells(
    service_loses,
    faults.LoseMessages,
    lambda action: {"service": action.service, "percent": action.percent},
)


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


tells(stored_backup, faults.SpoilBackups, lambda action: {"person": action.person, "spoiling": action.how})
tells(stored_backup, faults.MendBackups, lambda action: {"person": action.person, "spoiling": "mended"})


_LINKS: dict[str, Callable[[str], Action]] = {
    "offline": lambda phone: faults.Partition(phone, "*"),
    "online": lambda phone: faults.Heal(phone, "*"),
    "locked": lambda phone: SetPhone(phone, "locked", True),
    "unlocked": lambda phone: SetPhone(phone, "locked", False),
    "charging": lambda phone: SetPhone(phone, "charging", True),
    "unplugged": lambda phone: SetPhone(phone, "charging", False),
    "on-wifi": lambda phone: SetPhone(phone, "on_wifi", True),
    "off-wifi": lambda phone: SetPhone(phone, "on_wifi", False),
    "allowed": AllowByMdm,
}


@sentence("given", "when", en="{phone} is {link:link}", ja="{phone}は{link:link}")
def phone_link(story: Story, phone: str, link: str) -> None:
    story.do(_LINKS[link](phone))


tells_run(
    phone_link,
    (faults.Partition, faults.Heal, SetPhone, AllowByMdm),
    lambda action, _ahead: [
        {"phone": action.phone, "link": link} for link, made in _LINKS.items() if made(action.phone) == action
    ],
)


@sentence("given", "when", en="{phone} {reach} {service}", ja="{phone}から{service}に{reach}")
def phone_reaches(story: Story, phone: str, reach: str, service: str) -> None:
    story.do((faults.Partition if reach == "cut" else faults.Heal)(phone, service))


tells(
    phone_reaches,
    faults.Partition,
    lambda action: {"phone": action.phone, "reach": "cut", "service": action.service},
)
tells(
    phone_reaches,
    faults.Heal,
    lambda action: {"phone": action.phone, "reach": "healed", "service": action.service},
)


@sentence(
    "given",
    "when",
    en=("the iCloud storage of {person} {room:room}", "the iCloud storage of {email} {room:room}"),
    ja=("{person}のiCloudストレージ{room:room}", "{email}のiCloudストレージ{room:room}"),
)
def storage(story: Story, room: str, person: str = "", email: str = "") -> None:
    email = email or apple_account_of(person)
    story.do(faults.FillICloud(email) if room == "full" else faults.FreeICloud(email))


for _room, _kind in (("full", faults.FillICloud), ("free", faults.FreeICloud)):
    tells(
        storage,
        _kind,
        lambda action: (
            {"person": owner_of(action.email)}
            if action.email == apple_account_of(owner_of(action.email))
            else {"email": action.email}
        ),
        room=_room,
    )


@sentence(
    "given",
    "when",
    en="the attestation service for {platform} {trouble:attestation}",
    ja="{platform}の構成証明サービス{trouble:attestation}",
)
def attestation(story: Story, platform: str, trouble: str) -> None:
    kind = faults.StopAttestation if trouble == "stop" else faults.StartAttestation
    story.do(kind(platform))  # type: ignore[arg-type]


tells(attestation, faults.StopAttestation, lambda action: {"platform": action.platform, "trouble": "stop"})
tells(attestation, faults.StartAttestation, lambda action: {"platform": action.platform, "trouble": "start"})
