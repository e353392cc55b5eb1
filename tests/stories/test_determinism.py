"""The same story gives the same trace, byte for byte, in any process."""

import subprocess
import sys
from pathlib import Path

import pytest

from lostphone.base.clock import parse_day
from lostphone.stories.recipe import write_story
from lostphone.stories.story import replay
from lostphone.whatif.accounts_file import read_accounts
from lostphone.whatif.loss import Loss, play_loss

ACCOUNTS = """
otpauth://totp/GitHub:mika?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub&algorithm=SHA512&digits=8
otpauth://hotp/VPN:mika?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=VPN&counter=3
work mika@contoso.com
passwordless mika@outlook.com
"""


@pytest.mark.parametrize(
    ("phone", "day"), [("ios", "2025-08-15"), ("ios", "2025-11-01"), ("android", "2025-11-01")]
)
def test_a_replay_has_the_same_trace(phone: str, day: str) -> None:
    _results, story = play_loss(read_accounts(ACCOUNTS).accounts, Loss(phone, phone, parse_day(day)))
    again, _ = replay(story.saved())
    assert again.world.trace.to_jsonl() == story.world.trace.to_jsonl()


def test_two_processes_with_different_hash_seeds_write_the_same_file(tmp_path: Path) -> None:
    _results, story = play_loss(read_accounts(ACCOUNTS).accounts, Loss("ios", "ios", parse_day("2025-11-01")))
    kept = tmp_path / "loss.story"
    kept.write_bytes(write_story(story.saved()))
    traces = []
    for hash_seed in ("1", "4242"):
        trace = tmp_path / f"trace-{hash_seed}.jsonl"
        subprocess.run(
            [sys.executable, "-m", "lostphone", "replay", str(kept), "--trace", str(trace)],
            env={"PYTHONHASHSEED": hash_seed, "PATH": ""},
            check=True,
            capture_output=True,
        )
        traces.append(trace.read_bytes())
    assert traces[0] == traces[1]
    assert traces[0] == story.world.trace.to_jsonl()
    assert len(traces[0].splitlines()) > 50


def test_another_seed_gives_other_secrets_and_the_same_outcome() -> None:
    from lostphone.stories.actions.accounts import EnrolAtSite, OpenSite
    from lostphone.stories.actions.phones import GivePhone
    from lostphone.stories.actions.time import WaitUntil
    from lostphone.stories.story import Story

    codes = []
    for seed in (1, 2):
        story = Story(seed=seed)
        story.do(WaitUntil(parse_day("2025-11-01")))
        story.do(GivePhone("Mika's iPhone", "Mika", "ios"))
        story.do(OpenSite("GitHub"))
        story.do(EnrolAtSite("Mika's iPhone", "GitHub"))
        codes.append(story.world.sites.expected_code("GitHub", "Mika"))
    assert codes[0] != codes[1]
