"""Stories run under simulated time, tests beside them under the real one."""

import pytest

pytest_plugins = ["pytester"]


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_steps_see_the_simulated_time_and_tests_the_real_one(pytester: pytest.Pytester, workers) -> None:
    pytester.makeconftest(
        "import time\n"
        "from pytest_bdd import then\n"
        "@then('the process clock stands at the story')\n"
        "def _(story):\n"
        "    assert time.time() * 1000 == story.world.now_ms\n"
    )
    pytester.makefile(
        ".feature",
        a_stories="Feature: a\n"
        "  Example: one\n"
        "    Given it is 23:59:50 on 31 July 2025\n"
        "    And Mika uses an iPhone\n"
        "    When Mika opens Authenticator on the iPhone\n"
        "    Then the process clock stands at the story\n",
    )
    pytester.makepyfile(test_b="import time\n\ndef test_real():\n    assert time.time() > 1_760_000_000\n")
    result = pytester.runpytest_subprocess("--lostphone", "-p", "no:cacheprovider", "--durations=1", *workers)
    result.assert_outcomes(passed=2)
