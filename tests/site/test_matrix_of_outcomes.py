"""The matrix has a story in every cell, and says what the facts do (A13, A17, A23, B05, C04, C16)."""

from lostphone.gherkin.pickles import read_feature
from lostphone.gherkin.shipped import features_root
from lostphone.site.pages.matrix import COLUMNS, cell, column
from lostphone.site.recorded import AccountKind, Fate, RecordedStory
from lostphone.site.recording import record

#: By kind: on an iPhone in both generations and on Android, then on a phone of the other kind.
NOTES: dict[AccountKind, tuple[Fate, Fate]] = {
    "third-party": ("back", "lost"),
    "personal": ("back", "lost"),
    "passwordless": ("sign in", "lost"),
    "work": ("sign in", "lost"),
    "work code": ("back", "lost"),
    "passkey": ("lost", "lost"),
    "password": ("in Edge", "in Edge"),
}
FEATURES = ("restore-matrix", "same-platform", "passkeys", "autofill")


def test_every_cell_is_that_of_the_notes() -> None:
    found: dict[tuple[AccountKind, str], list[tuple[Fate, RecordedStory]]] = {}
    for name in FEATURES:
        feature = read_feature(features_root() / "en" / "microsoft" / f"{name}.feature")
        for pickle in feature.pickles:
            story = record(feature, pickle)
            assert story.passed, story.id
            for fate in story.fates:
                found.setdefault((fate.kind, column(story, fate)), []).append((fate.fate, story))
    for kind, (same, across) in NOTES.items():
        for place in COLUMNS:
            told = cell(kind, place, found[kind, place])
            assert told is not None, (kind, place)
            assert told.fate == (across if place == "cross" else same), (kind, place)
            assert told.fate in {fate.fate for fate in told.story.fates if fate.kind == kind}
