"""The client that a run of pytest tells its stories on: the reference, or the one that `--client` names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import pytest

from lostphone.client.port import CAPABILITIES
from lostphone.client.transport.limits import Limits
from lostphone.stories.story import reference_client

if TYPE_CHECKING:
    from lostphone.client.port import Client, ClientInfo
    from lostphone.client.resolve import ClientSource
    from lostphone.gherkin.pickles import Pickle
    from lostphone.requirements import Required

REFERENCE = "reference"


class ClientUnderTest:
    """Nothing is started before the first story needs it; a client that does not exist ends the run."""

    def __init__(self, spec: str, timeout_s: float | None = None) -> None:
        self.spec = spec
        self._timeout_ms = None if timeout_s is None else max(1, round(timeout_s * 1000))

    def client(self) -> Client:
        """The client for the next story."""
        return reference_client() if self.spec == REFERENCE else self._source()

    def require(self, pickle: Pickle) -> None:
        """Skip the scenario if it needs what the client does not declare.

        The requirement sets say what their scenarios need; of others it is found by watching the reference.
        """
        if self.spec == REFERENCE or self._info is None:
            return
        declared = self._info.capabilities
        if set(declared).issuperset(CAPABILITIES):
            return
        needed = self._needs.get(pickle.id)
        missing = [
            name for name in (_found(pickle) if needed is None else needed.needs) if name not in declared
        ]
        if missing:
            pytest.skip(f"not applicable: the client does not declare {' and '.join(missing)}")

    def leave(self) -> None:
        """The run is over."""
        if "_source" in self.__dict__:
            self._source.close()

    @cached_property
    def _source(self) -> ClientSource:
        from lostphone.client.sources import BadClient, client_source

        try:
            return client_source(self.spec, Limits().within(self._timeout_ms))
        except BadClient as error:
            pytest.exit(f"--client: {error}", pytest.ExitCode.USAGE_ERROR)

    @cached_property
    def _info(self) -> ClientInfo | None:
        """None if it broke at being asked; the story will tell."""
        from lostphone.client.transport.child import NotStarted
        from lostphone.conformance.player import ScenarioPlayer

        try:
            return ScenarioPlayer(self._source).greet()
        except NotStarted as error:
            pytest.exit(f"--client: {error}", pytest.ExitCode.USAGE_ERROR)

    @cached_property
    def _needs(self) -> dict[str, Required]:
        from lostphone.requirements import all_sets

        return {scenario: required for one in all_sets() for scenario, required in one.scenarios.items()}


def _found(pickle: Pickle) -> tuple[str, ...]:
    """What a scenario outside the sets needs; nothing where the reference cannot tell: then it is tried."""
    from lostphone.conformance.needs import needs_of

    try:
        return needs_of(pickle)
    except RuntimeError:
        return ()
