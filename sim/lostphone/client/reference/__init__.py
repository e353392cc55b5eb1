"""The reference client: our model of Microsoft Authenticator on iOS, old and new, and on Android."""

from lostphone.client.reference.app import AuthenticatorApp
from lostphone.client.reference.client import ReferenceClient

__all__ = ["AuthenticatorApp", "ReferenceClient"]
