"""Every mutant dies of a promise that is about it, and every promise has a mutant that it kills."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lostphone.client.mutants import Mutant, UnknownMutant, all_mutants, find_mutant, planted
from lostphone.client.port import Client, ClientInfo, Hello, Intent, Result
from lostphone.client.reference import AuthenticatorApp, ReferenceClient
from lostphone.gherkin.pickles import Pickle
from lostphone.kill_matrix import client_of, failure_of, perform_on, promises, stories
from lostphone.world.devices.services import PlatformServices

#: The faults of real authenticators that the stories were written against; each has a mutant of its name.
LISTED = [
    "plaintext-by-default",
    "label-leak",
    "key-beside-lock",
    "static-salt",
    "deterministic-mode",
    "weak-kdf",
    "no-integrity",
    "short-password",
    "empty-success",
    "all-or-nothing",
    "parameter-loss",
    "hotp-as-totp",
    "label-identity",
    "no-padding",
    "wall-clock",
    "utc-offset",
    "ascii-names",
    "cross-platform-accepted",
    "wrong-account-accepted",
    "wrong-account-vague",
    "overwrite-on-enable",
    "restore-over-accounts",
    "work-secret-backed-up",
    "passkey-travels",
    "passkey-survives-off",
    "stale-backup",
    "delete-keeps",
    "enable-signed-out",
    "work-recovery-account",
    "autofill-lives",
    "passwords-readable",
    "totp-dies-with-autofill",
    "still-asks-account",
    "ignores-keychain-off",
    "restore-twice-duplicates",
    "restore-swaps-password",
    "device-key-in-blob",
    "newer-schema",
    "wrong-password-destroys",
    "incomplete-export",
    "heavy-kdf",
    "deep-scan-crash",
    "leaks-in-log",
    "rooted-accepts",
    "rooted-wipes-all",
]
#: Methods that a mutant may replace and still be one fault.
MOST_METHODS = 4


def about(*rules: str) -> Iterator[Pickle]:
    """The stories that illustrate any of the rules."""
    return (pickle for pickle in stories() if any(rule in rules for rule in pickle.rules))


@pytest.mark.parametrize("mutant", all_mutants(), ids=lambda mutant: mutant.id)
def test_a_mutant_dies_of_a_promise_that_is_about_it(mutant: Mutant) -> None:
    assert any(failure_of(pickle, mutant.client) for pickle in about(*mutant.about)), (
        f"no story about {', '.join(mutant.about)} notices this: {mutant.fault}"
    )


@pytest.mark.parametrize("rule", promises())
def test_a_promise_kills_a_mutant_that_is_about_it(rule: str) -> None:
    mutants = [mutant for mutant in all_mutants() if rule in mutant.about]
    assert mutants, f"no mutant is about {rule}"
    assert any(failure_of(pickle, mutant.client) for mutant in mutants for pickle in about(rule))


@pytest.mark.parametrize("rule", promises())
def test_the_null_client_keeps_no_promise(rule: str) -> None:
    assert any(failure_of(pickle, client_of("null")) for pickle in about(rule))


def test_every_listed_fault_is_planted() -> None:
    known = {mutant.id for mutant in all_mutants()}
    assert [fault for fault in LISTED if fault not in known] == []
    assert len(LISTED) == 45


@pytest.mark.parametrize("mutant", all_mutants(), ids=lambda mutant: mutant.id)
def test_a_mutant_says_what_it_is_and_is_one_small_fault(mutant: Mutant) -> None:
    assert mutant.origin
    assert mutant.fault.endswith(".")
    assert mutant.shows.endswith(".")
    assert set(mutant.about) <= set(promises())
    assert 1 <= len(mutant.methods) <= MOST_METHODS
    assert issubclass(mutant.app, AuthenticatorApp)


def test_a_method_that_is_not_the_references_counts_for_nothing() -> None:
    class Mixed(AuthenticatorApp):
        rounds = 3

        def _of_its_own(self) -> None: ...

        def _reported_missing(self, lost: list[str]) -> tuple[str, ...]:
            return tuple(lost)

    class Deeper(Mixed):
        def _too_old(self) -> bool:
            return False

    mutant = Mutant("deeper", "nowhere", "None.", "Nothing.", (), Deeper)
    assert sorted(mutant.methods) == ["_reported_missing", "_too_old"]


def test_an_id_is_taken_once() -> None:
    plant = planted("no-padding", origin="here", fault="None.", shows="Nothing.", about=())
    with pytest.raises(ValueError, match="two mutants are called 'no-padding'"):
        plant(AuthenticatorApp)


def test_a_mutant_replaces_nothing_but_methods() -> None:
    class Elsewhere(AuthenticatorApp):
        platform = "ios"  # type: ignore[assignment]

    plant = planted("elsewhere", origin="here", fault="None.", shows="Nothing.", about=())
    with pytest.raises(ValueError, match="replaces platform, which is no method"):
        plant(Elsewhere)


def test_a_name_that_is_nearly_right_is_suggested() -> None:
    with pytest.raises(UnknownMutant, match="did you mean no-padding"):
        find_mutant("no-paddin")


class Clumsy(Client):
    """Falls over whatever it is asked, and in its own words."""

    def initialize(self, hello: Hello) -> ClientInfo:
        return ClientInfo("clumsy", "1")

    def provision(self, device_id: str, services: PlatformServices) -> None: ...

    def call(self, device_id: str, intent: Intent) -> Result:
        raise KeyError("gone")


def test_a_crash_of_the_client_is_a_failure_of_the_story() -> None:
    [pickle] = [pickle for pickle in stories() if pickle.id == "core.codes.zeros-accepted"]
    failure = failure_of(pickle, Clumsy)
    assert failure is not None
    assert failure.problem == (
        "the client broke (crash): account/add on Kenji's Android phone: the client raised KeyError: 'gone'"
    )
    assert failure.rules == ("code.leading-zeros",)
    assert failure.step == 'Kenji adds "GitHub" on the Android phone with the test secret of RFC 6238'
    assert failure_of(pickle, ReferenceClient) is None


def test_a_mutant_tells_a_story_it_cannot_spoil_as_the_reference_does() -> None:
    """The reason why most stories need not be played: nothing that was replaced is called in them."""
    mutant = find_mutant("passkey-survives-off")
    told = [pickle for pickle in stories() if pickle.id.startswith("core.names.")]
    assert told
    for pickle in told:
        plain, _ = perform_on(pickle, ReferenceClient)
        spoiled, _ = perform_on(pickle, mutant.client)
        assert plain.world.trace.fingerprint() == spoiled.world.trace.fingerprint()
