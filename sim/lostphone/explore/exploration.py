"""An exploration: one value, drawn from a seed, from which a whole random history is made again.

Each draws its own world: who there is, on which platforms, around which date, and which kinds of things
happen in it at all. Some have no faults of a kind and some have little else, for what hides behind a crowd
of faults is seen where there are few.

>>> exploration(7) == exploration(7), exploration(7) == exploration(8)
(True, False)
>>> exploration(7, faults=()).faults
()
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

import msgspec

from lostphone.base.clock import DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, instant
from lostphone.base.randomness import Streams
from lostphone.rules import Catalogue
from lostphone.stories.recipe import Recipe

#: The kinds of faults that a world may have, by the names `--faults` takes.
FAULTS = (
    "network", "services", "crashes", "clocks", "quota", "spoiling", "rooting", "passcodes", "management",
    "attestation",
)  # fmt: skip
#: What people do, besides faults, and how often an exploration has it at all (out of ten).
THEMES = {
    "accounts": 10, "codes": 9, "backup": 9, "losses": 10, "phones": 5, "time": 9,
    "passkeys": 4, "passwords": 4, "work": 4, "switches": 5, "clouds": 3,
}  # fmt: skip
_CAST = ("Mika", "Kenji", "Aiko")


class Exploration(msgspec.Struct, frozen=True):
    """What a history is drawn from. `themes` are weights; `length` counts moves, each of some actions."""

    seed: int
    recipe: Recipe
    begins_ms: int
    people: tuple[str, ...]
    platforms: tuple[str, ...]
    themes: dict[str, int]
    faults: tuple[str, ...]
    length: int


def exploration(
    seed: int, faults: Sequence[str] = FAULTS, client: str = "reference", locale: str = "en"
) -> Exploration:
    """The exploration of that seed; `faults` are the kinds that it may have."""
    draw = Streams(seed).named("exploration")
    people = _CAST[: draw.choice((1, 1, 1, 2, 2, 3))]
    usual = draw.choice(("ios", "android"))
    platforms = tuple(usual if draw.random() < 0.8 else draw.choice(("ios", "android")) for _ in people)
    themes = {name: draw.choice((1, 2, 5)) for name, often in THEMES.items() if draw.randrange(10) < often}
    share = draw.choice((0.0, 0.2, 0.5))
    chosen = tuple(kind for kind in FAULTS if kind in faults and draw.random() < share)
    recipe = Recipe(seed=seed, client=client, locale=locale, races=draw.random() < 0.3)
    return Exploration(
        seed, recipe, _beginning(draw), people, platforms, themes, chosen, draw.choice((10, 20, 40))
    )


@cache
def boundaries() -> tuple[int, ...]:
    """The moments at which a rule begins or ends, in order."""
    moments = {
        moment: None
        for rule in Catalogue.load().rules.values()
        for span in rule.spans
        for moment in (span.since_ms, span.until_ms)
        if moment is not None
    }
    return tuple(sorted(moments))


@cache
def root_dates(platform: str) -> tuple[int, ...]:
    """The moments at which the measures against rooted phones begin or go further, in order."""
    rules = Catalogue.load().rules
    spans = [rules[f"root.{phase}"].span(platform) for phase in ("warn", "block", "wipe")]
    return tuple(span.since_ms for span in spans if span is not None and span.since_ms is not None)


def near_boundary(draw: random.Random, after_ms: int = 0) -> int | None:
    """A moment a little before or after a date that matters, and after that moment; None if there is none."""
    ahead = [at_ms for at_ms in boundaries() if at_ms > after_ms]
    if not ahead:
        return None
    off_ms = draw.choice((-SECOND_MS, -10 * SECOND_MS, 0, 0, SECOND_MS, HOUR_MS, DAY_MS))
    at_ms = draw.choice(ahead[:2]) + off_ms
    return at_ms if at_ms > after_ms else None


def _beginning(draw: random.Random) -> int:
    """Most begin a little before a date that matters; some in calm times on either side."""
    calm = (instant(2025, 3, 10), instant(2025, 11, 14), instant(2026, 1, 20), instant(2026, 11, 25))
    if draw.random() < 0.5:
        return draw.choice(calm) + draw.randrange(24) * HOUR_MS
    busy = [at_ms for at_ms in boundaries() if at_ms > instant(2018, 1, 1)]
    off_ms = draw.choice((-40 * DAY_MS, -7 * DAY_MS, -DAY_MS, -HOUR_MS, -10 * MINUTE_MS, 0, DAY_MS))
    return max(draw.choice(busy) + off_ms, instant(2018, 1, 2))
