"""`lostphone --install-completion`: a script for each shell, and one line in the start-up file."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import lostphone
from lostphone.cli import COMMANDS, main


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("ZSH", "ZSH_CUSTOM", "ZSH_VERSION", "BASH_VERSION", "FISH_VERSION", "SHELL"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_knows_every_command(home: Path, shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--install-completion", "--shell", shell]) == 0
    named = capsys.readouterr().out.splitlines()[0].removeprefix(f"completion for {shell} written to ")
    script = Path(named).read_text("utf-8")
    assert all(command in script for command in COMMANDS)
    assert Path(named).is_relative_to(home)


def test_a_second_time_adds_no_second_line(home: Path) -> None:
    for _ in range(2):
        assert main(["--install-completion", "--shell", "bash"]) == 0
    assert (home / ".bashrc").read_text("utf-8").count("/completions/lostphone") == 2  # once, tested and read


def test_output_changes_no_start_up_file(home: Path, tmp_path: Path) -> None:
    assert main(["--install-completion", "--shell", "bash", "--output", str(tmp_path / "script")]) == 0
    assert [path.name for path in home.iterdir()] == ["script"]


def test_bash_completes_a_command_and_an_option(home: Path, tmp_path: Path) -> None:
    if shutil.which("bash") is None:
        pytest.skip("bash is not here")
    script = tmp_path / "script"
    assert main(["--install-completion", "--shell", "bash", "--output", str(script)]) == 0
    asked = (
        f"source {script}; COMP_WORDS=(lostphone {{}}); COMP_CWORD=$((${{{{#COMP_WORDS[@]}}}} - 1)); "
        'COMP_LINE="${{COMP_WORDS[*]}}"; COMP_POINT=${{#COMP_LINE}}; _lostphone; echo "${{COMPREPLY[@]}}"'
    )
    for words, completed in (("expl", "explore"), ("run --ta", "--tags")):
        done = subprocess.run(
            ["bash", "--norc", "-c", asked.format(words)], capture_output=True, text=True, check=True
        )
        assert completed in done.stdout.split(), (words, done.stdout, done.stderr)


def test_a_file_that_cannot_be_written_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "file").write_text("")
    assert main(["--install-completion", "--shell", "bash", "--output", str(home / "file" / "script")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_an_unknown_shell_has_to_be_named(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from cyclopts.completion.detect import ShellDetectionError

    def unknown() -> str:
        raise ShellDetectionError("no shell")

    monkeypatch.setattr("lostphone.cli.completion.detect_shell", unknown)
    assert main(["--install-completion"]) == 2
    assert "--shell bash" in capsys.readouterr().err


def test_the_version_is_printed_with_the_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"lostphone {lostphone.__version__}\n"
