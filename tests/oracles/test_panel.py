"""The panel is silent where nothing is wrong, and names the promise where something is."""

from __future__ import annotations

from pathlib import Path

import pytest
from histories import judged, pickles, shipped

from lostphone.client.mutants import find_mutant
from lostphone.oracles.panel import ORACLES
from lostphone.rules import Catalogue

ROOT = Path(__file__).resolve().parents[2]


def test_it_has_nothing_to_say_of_the_reference_in_any_shipped_story() -> None:
    for name in pickles():
        recipe, actions = shipped(name)
        assert judged(actions, recipe=recipe) == [], name


def test_every_oracle_rests_on_promises_that_exist() -> None:
    rules = Catalogue.load().rules
    assert [rule for oracle in ORACLES for rule in oracle.rules if rule not in rules] == []
    assert len({oracle.id for oracle in ORACLES}) == len(ORACLES)


@pytest.mark.parametrize(
    ("mutant", "story", "oracle", "rule"),
    [
        ("no-padding", "core.codes.leading-zeros#1", "codes", "code.leading-zeros"),
        ("utc-offset", "core.codes.time-zone#1", "codes", "code.utc"),
        ("sha1-only", "core.codes.published#2", "codes", "code.algorithms"),
        (
            "weak-kdf",
            "core.backup.late-arrival",
            "nothing-in-clear",
            "backup.nothing-in-clear",
        ),
        ("half-for-whole", "core.backup.spoiled#2", "restores", "backup.truncated-refused"),
        ("saves-still", "ms.autofill.save-refused", "autofill", "autofill.no-new-passwords"),
        ("passkey-survives-off", "ms.provider.off", "passkeys", "passkey.provider-stays-on"),
        ("off-erases-passkeys", "ms.provider.on-again", "passkeys", "passkey.provider-on-again"),
        ("passkey-restored", "ms.apple.passkey-stays", "passkeys", "passkey.not-restored"),
        ("static-salt", "core.backup.two-users", "strangers", "backup.two-users-differ"),
        (
            "personal-secret-copied",
            "ms.android.personal-codes-differ",
            "own-codes",
            "personal.per-device-credential",
        ),
        ("cards-stay", "ms.autofill.deleted-not-hidden", "vault", "autofill.payment-deleted"),
        ("generated-stay", "ms.autofill.deleted-not-hidden", "vault", "autofill.generated-unsaved-gone"),
        ("totp-dies-with-autofill", "core.backup.complete", "codes", "autofill.codes-unaffected"),
        ("nags-when-off", "ms.apple.forbidden#1", "settings", "backup.ios2.opt-out-in-settings"),
        ("still-asks-account", "ms.ios2.toggle-is-gone", "settings", "backup.ios2.no-microsoft-account"),
        ("any-system", "ms.ios2.neither-backup-on-ios-15", "settings", "backup.ios2.minimum-os"),
        ("any-version", "ms.ios2.minimum-app#1", "unsaved", "backup.ios2.minimum-app"),
        (
            "old-backup-opens",
            "ms.ios2.old-backup-unreachable",
            "unsaved",
            "backup.ios2.old-backup-unreachable",
        ),
        ("complains-of-nothing", "ms.apple.managed-not-private", "unsaved", "backup.ios2.same-apple-account"),
        ("names-wait", "ms.entra.blocked", "appearing", "backup.ios2.names-appear"),
        ("rooted-checked-once", "ms.root.android-phases#1", "rooted", "root.continuous"),
        ("android-by-itself", "ms.root.android-phases#1", "switching", "backup.android.cloud-backup"),
        ("work-by-its-address", "ms.matrix.ios1#1", "restores", "restore.third-party-work-code"),
        (
            "wrong-account-accepted",
            "ms.ios1.other-microsoft-account",
            "restores",
            "backup.ios1.both-accounts",
        ),
        ("restore-twice-duplicates", "core.backup.restore-twice", "restores", "backup.restore-twice"),
        ("wrong-password-destroys", "core.backup.mended#3", "restores", "backup.wrong-passphrase-refused"),
        ("hotp-as-totp", "core.codes.counter", "codes", "code.counter"),
        ("work-secret-backed-up", "ms.android.restored-first-of-all", "restores", "restore.work-name-only"),
        ("empty-success", "core.backup.restore-twice", "restores", "backup.complete"),
        ("stale-backup", "core.backup.added-last", "restores", "backup.latest-state"),
        ("rooted-unwarned", "ms.root.android-register#1", "rooted", "root.warn"),
        ("items-stay-here", "core.backup.complete-iphone", "appearing", "backup.ios2.automatic"),
        ("short-secret-refused", "core.codes.short-secret", "codes", "code.short-secret"),
        ("delete-keeps", "core.backup.switched-off", "switching", "backup.delete-and-recreate"),
    ],
)
def test_a_fault_is_laid_to_the_promise_that_it_breaks(
    mutant: str, story: str, oracle: str, rule: str
) -> None:
    recipe, actions = shipped(story)
    wrong = judged(actions, find_mutant(mutant).client, recipe)
    assert (oracle, rule) in [(one.oracle, one.rule) for one in wrong]
    assert all(one.expectation is not None for one in wrong)
