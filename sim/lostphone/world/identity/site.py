"""Third-party sites that ask for a one-time password: the far end that decides whether a code is right.

A site's clock is the true one. It looks a step back and forth, takes each code once, stops listening
after too many wrong tries, and knows nothing of backups (facts F06 to F10). What it hands out when
somebody turns two-step sign-in on is an `otpauth://` URI, as a QR code would carry (F11).

>>> from lostphone.world.world import World
>>> world = World(start_ms=1_111_111_109_000)
>>> _ = world.sites.open("GitHub")
>>> uri = world.sites.enrol("GitHub", "Mika", rfc_secret=True)
>>> world.sites.check("GitHub", "Mika", "081804")
>>> world.sites.check("GitHub", "Mika", "081804")
Traceback (most recent call last):
lostphone.refusal.Refusal: replayed: a code of that step or a later one has been used already
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from lostphone.base.clock import MINUTE_MS
from lostphone.base.secret import Secret
from lostphone.formats.otp import DEFAULTS, Algorithm, OtpParameters, hotp, totp
from lostphone.formats.otpauth import OtpAuth, OtpAuthError
from lostphone.refusal import Refusal
from lostphone.world.identity.verifier import CodeVerifier

if TYPE_CHECKING:
    from lostphone.world.world import World

#: RFC 6238's test key: these digits over and over, cut to the length of the algorithm's digest (F03).
_RFC_SEED = b"1234567890" * 7
_RFC_LENGTH = {Algorithm.SHA1: 20, Algorithm.SHA256: 32, Algorithm.SHA512: 64}


#: How long a site does not listen. The standard asks for a limit and names none (F10); this one is our model.
LOCK_MS = 15 * MINUTE_MS


def usual_login(owner: str) -> str:
    """What somebody is called at a site who names no login."""
    return f"{owner.lower().replace(' ', '.')}@example.com"


class SiteAccount:
    """Somebody's account at a site. `tries_left` falls with each wrong code; a right one resets it."""

    def __init__(self, owner: str, login: str, verifier: CodeVerifier, tries: int) -> None:
        self.owner = owner
        self.login = login
        self.verifier = verifier
        self.tries_left = tries
        #: With no tries left, nothing is listened to before then.
        self.locked_until_ms = 0


class Site:
    """One site and how strict it is. `tries` wrong codes in a row lock an account."""

    def __init__(
        self,
        name: str,
        parameters: OtpParameters,
        secret_bytes: int,
        back_steps: int,
        forward_steps: int,
        tries: int,
        remembers_drift: bool,
    ) -> None:
        self.name = name
        self.parameters = parameters
        self.secret_bytes = secret_bytes
        self.back_steps = back_steps
        self.forward_steps = forward_steps
        self.tries = tries
        self.remembers_drift = remembers_drift
        #: By login, in order of enrolling.
        self.accounts: dict[str, SiteAccount] = {}

    def account(self, owner: str, login: str | None = None) -> SiteAccount:
        """The account of that login, or the owner's first one; Refusal "not-found"."""
        for account in self.accounts.values():
            if account.owner == owner and login in (None, account.login):
                return account
        raise Refusal("not-found", f"{owner} has no two-step sign-in at {self.name}")


class Sites:
    """Every site of one world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.sites: dict[str, Site] = {}

    def open(
        self,
        name: str,
        algorithm: str = "SHA1",
        digits: int = 6,
        period_s: int = 30,
        kind: Literal["totp", "hotp"] = "totp",
        secret_bytes: int = 20,
        back_steps: int = 1,
        forward_steps: int = 1,
        tries: int = 10,
        remembers_drift: bool = False,
    ) -> Site:
        """A new site. With `remembers_drift` it follows a clock that goes on getting slower (F07).

        Lengths are bytes and digits, steps are periods. Refusal "bad-input" says what no site can be.
        """
        if name in self.sites:
            raise Refusal("already-exists", f"there is a site '{name}' already")
        try:
            parameters = OtpParameters(kind, Algorithm(algorithm), digits, period_s)
        except ValueError as error:
            raise Refusal("bad-input", f"{name}: {error}") from None
        if secret_bytes < 1 or tries < 1 or back_steps < 0 or forward_steps < 0:
            raise Refusal("bad-input", f"{name}: a site needs a secret, a try, and no window below zero")
        site = Site(name, parameters, secret_bytes, back_steps, forward_steps, tries, remembers_drift)
        self.sites[name] = site
        return site

    def __contains__(self, name: object) -> bool:
        return name in self.sites

    def site(self, name: str) -> Site:
        """The site of that name; a refusal names those that exist."""
        try:
            return self.sites[name]
        except KeyError:
            known = ", ".join(self.sites) or "none yet"
            raise Refusal("not-found", f"there is no site '{name}' (sites: {known})") from None

    def enrol(self, name: str, owner: str, login: str | None = None, *, rfc_secret: bool = False) -> str:
        """Turn two-step sign-in on: the `otpauth://` URI with a fresh secret, issuer = the site's name.

        Doing it again for the same login replaces the secret, and the old codes stop working. With
        `rfc_secret` the secret is RFC 6238's published one (F03), so that a story can name its codes.
        """
        site = self.site(name)
        shown_as = login or usual_login(owner)
        taken = site.accounts.get(shown_as)
        if taken is not None and taken.owner != owner:
            raise Refusal("already-exists", f"'{shown_as}' at {name} belongs to somebody else")
        uri = self._new_secret(site, owner, shown_as, rfc_secret)
        self._world.record(name, "enrol", owner, login=shown_as)
        return uri

    def check(self, name: str, owner: str, code: str, login: str | None = None) -> None:
        """Sign in with a code: accepted, or Refusal "wrong-code", "replayed" or "locked-out".

        The code is compared as typed: what a client shows must already carry its leading zeros (F04).
        """
        site = self.site(name)
        account = site.account(owner, login)
        try:
            if account.tries_left == 0 and self._world.now_ms < account.locked_until_ms:
                raise Refusal("locked-out", f"{name} stopped listening after {site.tries} wrong codes")
            account.tries_left = account.tries_left or site.tries
            account.verifier.check(code, self._world.now_ms)
        except Refusal as refusal:
            if refusal.code == "wrong-code":
                account.tries_left -= 1
                account.locked_until_ms = self._world.now_ms + LOCK_MS
            self._world.record(name, "check-code", owner, refusal.code)
            raise
        account.tries_left = site.tries
        self._world.record(name, "check-code", owner)

    def unlock(self, name: str, owner: str, login: str | None = None) -> None:
        """The site's support lets the person try again."""
        site = self.site(name)
        site.account(owner, login).tries_left = site.tries
        self._world.record(name, "unlock", owner)

    def recover_by_site(self, name: str, owner: str, login: str | None = None) -> str:
        """The site's own recovery (saved codes, support): a new secret, and the account unlocked (A41)."""
        site = self.site(name)
        uri = self._new_secret(site, owner, site.account(owner, login).login)
        self._world.record(name, "recover", owner)
        return uri

    def expected_code(self, name: str, owner: str, login: str | None = None) -> str:
        """The code a right client shows now (for HOTP: the next one). For questions; it consumes nothing."""
        verifier = self.site(name).account(owner, login).verifier
        if verifier.parameters.kind == "hotp":
            unused = 0 if verifier.last_counter is None else verifier.last_counter + 1
            return hotp(verifier.secret, unused, verifier.parameters)
        return totp(verifier.secret, self._world.now_ms, verifier.parameters)

    def _new_secret(self, site: Site, owner: str, login: str, rfc_secret: bool = False) -> str:
        if rfc_secret:
            secret = Secret(_RFC_SEED[: _RFC_LENGTH[site.parameters.algorithm]])
            self._world.trace.keep_secret(secret)
        else:
            secret = self._world.new_secret(f"site/{site.name}", site.secret_bytes)
        parameters = site.parameters
        verifier = CodeVerifier(secret, parameters, site.back_steps, site.forward_steps, site.remembers_drift)
        try:
            handed_out = OtpAuth(
                kind=parameters.kind,
                issuer=site.name,
                account=login,
                secret=secret,
                algorithm=parameters.algorithm,
                digits=parameters.digits,
                period_s=parameters.period_s if parameters.kind == "totp" else DEFAULTS.period_s,
            )
        except OtpAuthError as error:
            raise Refusal("bad-input", f"{site.name}: {error}") from None
        site.accounts[login] = SiteAccount(owner, login, verifier, site.tries)
        return handed_out.to_uri()
