"""The programs themselves: stories of core on each, judged by the list of failures that are expected.

A part is played here, chosen so that what is expected to fail is in it; `make adapters` plays all of core.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from real_programs import require, require_listed_version

from lostphone.client.adapters import ADAPTERS, client_of
from lostphone.conformance.expected import AnnouncedFailure, expect, read_expected
from lostphone.conformance.plan import make_plan
from lostphone.conformance.run import run
from lostphone.stories.actions.accounts import EnrolAtSite, OpenSite, RemoveFromPhone
from lostphone.stories.actions.phones import ErasePhone, GivePhone
from lostphone.stories.story import Story

PART = {
    "keepassxc": (
        "core.codes.published#3",
        "core.codes.any-year#4",
        "core.names.any-script#4",
        "core.names.two-logins",
        "core.backup.enrolled-anew",
        "core.backup.spoiled#3",
        "core.backup.spoiled#4",
        "core.backup.newer-not-overwritten",
        "core.backup.two-users",
        "core.backup.offline-noticed",
    ),
    "tfa": (
        "core.codes.short-secret",
        "core.names.any-script#4",
        "core.backup.removed-all",
        "core.backup.spoiled#1",
        "core.backup.nothing-in-clear-codes",
        "core.log.codes-mishap",
    ),
}


@pytest.mark.parametrize(("name", "story"), [(name, story) for name in PART for story in PART[name]])
def test_a_story_ends_on_the_program_as_the_list_says(name: str, story: str) -> None:
    require_listed_version(name)
    report = run(make_plan("core@1", names=(story,)), f"adapter:{name}")
    judged = expect(report.rows, entries_of(name), lambda _entry: True)
    assert not judged.complaints
    assert {row.verdict for row in judged.rows} <= {"pass", "expected-failure"}, judged.rows


@pytest.mark.parametrize("name", list(ADAPTERS))
def test_the_list_is_about_scenarios_of_core_each_with_a_reason_and_a_link(name: str) -> None:
    known = {case.id for case in make_plan("core@1").cases}
    listed = entries_of(name)
    assert {entry.scenario for entry in listed} <= known
    assert all(entry.reason and entry.link.startswith("https://") for entry in listed)
    played = {case.id for story in PART[name] for case in make_plan("core@1", names=(story,)).cases}
    assert {entry.scenario for entry in listed} & played


def test_an_unexpected_pass_fails_the_run(tmp_path: Path) -> None:
    require("keepassxc")
    expected = tmp_path / "expected.toml"
    expected.write_text(
        '[[expected]]\nscenario = "core.codes.offline"\nreason = "once"\nlink = "https://example.org"\n'
    )
    words = ["conformance", "--client", "adapter:keepassxc", "--require", "core@1", "core.codes.offline"]
    done = lostphone(*words, "--expected", str(expected))
    assert done.returncode == 1, done.stderr
    assert "stale" in done.stdout
    assert lostphone(*words).returncode == 0


def test_a_program_that_is_not_here_is_the_command_line_s_to_tell(tmp_path: Path) -> None:
    words = ["conformance", "--client", "adapter:keepassxc", "core.codes.offline"]
    done = lostphone(*words, environment={"PATH": str(tmp_path)})
    assert done.returncode == 2
    assert "apt-get install keepassxc" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_program_can_be_talked_to_by_hand(installed: str) -> None:
    words = [sys.executable, "-m", "lostphone", "inspect", "--client", f"adapter:{installed}"]
    link = "otpauth://totp/GitHub:mika?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub"
    typed = f"account/add uri={link}\naccount/list\n"
    done = subprocess.run(words, input=typed, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert '"issuer":"GitHub"' in done.stdout.replace(" ", "")
    assert "GEZDGNBV" not in done.stdout


def test_every_phone_is_a_home_of_its_own_and_goes_with_the_story(installed: str) -> None:
    with Story(client=client_of(installed)) as story:
        story.do(OpenSite("GitHub"))
        for phone in ("one", "other"):
            story.do(GivePhone(phone, "Mika", "android"))
        story.do(EnrolAtSite("one", "GitHub", login="mika"))
        story.expect_success()
        homes = [story.stage.screens(phone).data_dir() for phone in ("one", "other")]
        assert homes[0] != homes[1]
        assert [len(story.stage.rows(phone)) for phone in ("one", "other")] == [1, 0]
        story.do(ErasePhone("one"))
        assert story.stage.rows("one") == ()
    assert not any(home is not None and home.exists() for home in homes)


def test_adding_and_removing_leaves_no_secret_in_a_locked_home() -> None:
    with Story(client=client_of(require("keepassxc"))) as story:
        for site in ("GitHub", "GitLab"):
            story.do(OpenSite(site))
        story.do(GivePhone("phone", "Mika", "android"))
        story.do(EnrolAtSite("phone", "GitHub", rfc_secret=True))
        story.do(EnrolAtSite("phone", "GitLab"))
        story.do(RemoveFromPhone("phone", "GitLab"))
        story.expect_success()
        home = story.stage.screens("phone").data_dir()
        assert home is not None
        files = [path for path in home.rglob("*") if path.is_file()]
        assert [path.name for path in files if path.suffix in (".kdbx", ".xml")] == ["vault.kdbx"]
        assert all(story.world.trace.finder.find(path.read_bytes()) is None for path in files)
        password = story.world.device("phone").keystore.items["vault-password"].value
        listed = keepassxc("ls", "--recursive", "--flatten", str(home / "vault.kdbx"), typed=password)
        assert [line for line in listed if not line.endswith(("/", "[empty]"))] == ["GitHub/mika@example.com"]


def keepassxc(*words: str, typed: bytes) -> list[str]:
    """What the program says to somebody who asks it without an adapter."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    asked = subprocess.run(
        ["keepassxc-cli", *words], input=typed + b"\n", env=env, capture_output=True, check=True
    )
    return asked.stdout.decode().splitlines()


def test_which_programs_are_here_is_told(installed: str) -> None:
    told = module().stdout.splitlines()
    assert len(told) == len(ADAPTERS)
    assert any(line.startswith(f"adapter:{installed}: ") and "is here" in line for line in told)


@pytest.mark.parametrize("name", list(ADAPTERS))
def test_where_a_list_is_can_be_asked(name: str) -> None:
    assert Path(module(name).stdout.strip()).read_text("utf-8") == ADAPTERS[name].expected.read_text("utf-8")


def test_asking_for_a_list_that_is_none_is_a_mistake() -> None:
    assert (module("none").returncode, module("none").stdout) == (2, "")


GUIDE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "test-a-real-program.md"
SHOWN = [
    line
    for block in re.findall(r"```sh\n(.*?)```", GUIDE.read_text("utf-8"), re.S)
    for line in block.splitlines()
    if "--client adapter:" in line
]


@pytest.mark.parametrize("command", SHOWN)
def test_a_command_of_the_guide_runs(command: str, tmp_path: Path) -> None:
    for name in ADAPTERS:
        if f"adapter:{name}" in command:
            require(name)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path}
    done = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


def test_an_adapter_of_somebody_s_own_is_a_client_like_any_other(tmp_path: Path) -> None:
    require("keepassxc")
    (tmp_path / "my_adapter.py").write_text(
        "from lostphone.client.adapters.client import AdaptedClient\n"
        "from lostphone.client.adapters.keepassxc import KeePassXC\n"
        "class MyProgram(KeePassXC):\n"
        "    def code(self, account):\n"
        "        return super().code(account)[:-1]\n"
        "def make():\n"
        "    return AdaptedClient(MyProgram)\n"
    )
    words = ["conformance", "--client", "py:my_adapter:make", "--require", "core@1", "core.codes.offline"]
    done = lostphone(*words, cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "should be 637009, and it is 63700" in done.stdout


def module(*names: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "lostphone.client.adapters", *names]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def lostphone(
    *words: str, environment: dict[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "lostphone", *words]
    env = {**os.environ, **(environment or {})}
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=env, check=False)


def entries_of(name: str) -> tuple[AnnouncedFailure, ...]:
    path = ADAPTERS[name].expected
    return read_expected(path.read_text("utf-8"), str(path))
