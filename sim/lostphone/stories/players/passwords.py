"""Plays saved passwords and cards."""

from __future__ import annotations

from lostphone.client import port
from lostphone.stories.actions import passwords as do
from lostphone.stories.stage import Stage, plays


@plays(do.SaveSitePassword)
def save_password(stage: Stage, action: do.SaveSitePassword) -> port.Result:
    secret = stage.world.new_secret(f"password/{action.site}", 12)
    return stage.ask(action.phone, port.SavePassword(action.site, secret.base32()))


@plays(do.MakePassword)
def generate_password(stage: Stage, action: do.MakePassword) -> port.Result:
    return stage.ask(action.phone, port.GeneratePassword(action.site))


@plays(do.SavePaymentCard)
def save_card(stage: Stage, action: do.SavePaymentCard) -> port.Result:
    return stage.ask(action.phone, port.SaveCard(action.label))


@plays(do.FillInPassword)
def fill_password(stage: Stage, action: do.FillInPassword) -> port.Result:
    return stage.ask(action.phone, port.FillPassword(action.site))


@plays(do.OpenPasswords)
def open_passwords(stage: Stage, action: do.OpenPasswords) -> port.Result:
    return stage.ask(action.phone, port.ListPasswords())


@plays(do.ExportSavedPasswords)
def export_passwords(stage: Stage, action: do.ExportSavedPasswords) -> port.Result:
    return stage.ask(action.phone, port.ExportPasswords())


@plays(do.OpenEdge)
def open_edge(stage: Stage, action: do.OpenEdge) -> list[str]:
    return stage.world.edge.sites(action.email)
