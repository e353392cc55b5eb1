"""Saved passwords and cards, while the app still had them."""

from __future__ import annotations

from lostphone.stories.actions.base import Action


class SaveSitePassword(Action, frozen=True, tag="save-password"):
    """Save the password of a site in the app."""

    phone: str
    site: str


class MakePassword(Action, frozen=True, tag="generate-password"):
    """Let the app make a password, and do not save it."""

    phone: str
    site: str


class SavePaymentCard(Action, frozen=True, tag="save-card"):
    """Save a payment card under a label."""

    phone: str
    label: str


class FillInPassword(Action, frozen=True, tag="fill-password"):
    """Let the app fill in the password of a site."""

    phone: str
    site: str


class OpenPasswords(Action, frozen=True):
    """Look at the saved passwords in the app."""

    phone: str


class ExportSavedPasswords(Action, frozen=True, tag="export-passwords"):
    """Write the saved passwords to a file."""

    phone: str


class OpenEdge(Action, frozen=True):
    """Sign in to Edge with a personal account and look at the passwords there."""

    email: str


#: Whatever is done with the passwords that the app keeps.
WITH_THE_APP = (
    SaveSitePassword,
    MakePassword,
    SavePaymentCard,
    FillInPassword,
    OpenPasswords,
    ExportSavedPasswords,
)
