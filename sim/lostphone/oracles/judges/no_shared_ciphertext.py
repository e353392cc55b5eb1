"""Strangers: whoever compares what two people have stored learns nothing, even if they hold the same."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import ClassVar

from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import NothingInCommon
from lostphone.oracles.ledger.ledger import Ledger
from lostphone.oracles.oracle import Judgement, Needs, Oracle
from lostphone.stories.spoiling import likeness, places
from lostphone.stories.stage import Stage


class StrangersDiffer(Oracle):
    """Compares each stored blob with those of other people, once. A blob that describes itself may do so."""

    id = "strangers"
    rules = ("backup.two-users-differ",)
    needs: ClassVar[Needs] = {"*": ("backup",)}

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self._compared: dict[tuple[bytes, bytes], None] = {}

    def audit(self, stage: Stage) -> Iterable[Judgement]:
        world = stage.world
        owners = dict.fromkeys(device.owner for device in world.devices.values())
        if len(owners) < 2:
            return
        stored = {owner: [blob for _, blob in places(world, owner)] for owner in owners}
        for person, other in combinations(owners, 2):
            for one in stored[person]:
                for two in stored[other]:
                    if (one, two) in self._compared:
                        continue
                    if likeness(one, two):
                        said = sighted("parts-in-common", person=person, another=other)
                        yield self.wrong(self.rules[0], said, NothingInCommon(person, other))
                        return
                    self._compared[one, two] = None
                    self.valid(self.rules[0])
