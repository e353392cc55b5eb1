"""Every oracle has a subject in both languages."""

from __future__ import annotations

import pytest

from lostphone.explore.convergence import CONVERGES
from lostphone.explore.promise_subject import subject_of
from lostphone.explore.session import BREAKS
from lostphone.gherkin.kinds import LANGUAGES
from lostphone.oracles.panel import ORACLES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("oracle", [*(oracle.id for oracle in ORACLES), BREAKS, CONVERGES])
def test_it_has_a_subject(oracle: str, language: str) -> None:
    assert (subject_of(oracle, language) == oracle) == (oracle in ("codes", "passkeys") and language == "en")
