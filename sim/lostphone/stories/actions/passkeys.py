"""Passkeys in the app."""

from __future__ import annotations

from lostphone.stories.actions.base import Action


class MakePasskey(Action, frozen=True, tag="register-passkey"):
    """Make a passkey on the phone for a site or a Microsoft account."""

    phone: str
    account: str


class SignInWithPasskey(Action, frozen=True, tag="use-passkey"):
    """Sign in there with it."""

    phone: str
    account: str


class SetPasskeyProvider(Action, frozen=True):
    """Switch the app on or off as the phone's passkey provider."""

    phone: str
    on: bool
