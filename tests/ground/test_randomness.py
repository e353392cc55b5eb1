"""Streams depend on the seed and their name, and on nothing else."""

import subprocess
import sys

from lostphone.base.randomness import Streams


def test_a_draw_in_one_stream_leaves_the_others_as_they_were() -> None:
    quiet, busy = Streams(3), Streams(3)
    busy.named("a").random()
    assert quiet.take_bytes("b", 16) == busy.take_bytes("b", 16)


def test_another_seed_gives_other_bytes() -> None:
    assert Streams(1).take_bytes("a", 16) != Streams(2).take_bytes("a", 16)


def test_another_process_with_another_hash_seed_draws_the_same() -> None:
    code = (
        "from lostphone.base.randomness import Streams; print(Streams(5).take_bytes('site/GitHub', 20).hex())"
    )
    drawn = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert drawn == {Streams(5).take_bytes("site/GitHub", 20).hex() + "\n"}
