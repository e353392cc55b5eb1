"""The wheel carries everything: a clean environment and an empty folder are enough."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    if check and done.returncode:
        pytest.fail(f"{command} ended with {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The bin folder of a clean environment with the wheel and its pinned dependencies."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder / "dist", cwd=ROOT)
    [wheel] = (folder / "dist").glob("*.whl")
    venv.create(folder / "env", with_pip=False)
    binaries = folder / "env" / "bin"
    # From outside: a pip of its own takes longer to put there than the wheel. What runs is compiled as it runs.
    run(
        sys.executable, "-m", "pip", "--python", binaries / "python", "install", "--quiet", "--no-compile",
        "--disable-pip-version-check", "--constraint", ROOT / "requirements.lock", wheel, cwd=folder,
    )  # fmt: skip
    return binaries


def test_the_shipped_features_run_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "lostphone", "run", "--lang", "ja", "--tags", "@situation:S01", cwd=tmp_path)
    assert "0 failed" in done.stdout
    assert " 0 passed" not in f" {done.stdout}"
    assert list(tmp_path.iterdir()) == []


def test_pytest_finds_them_by_package_name(installed: Path, tmp_path: Path) -> None:
    done = run(
        installed / "pytest", "-p", "no:cacheprovider", "--lostphone", "--pyargs", "lostphone",
        "--tags=@situation:S35", cwd=tmp_path,
    )  # fmt: skip
    assert " passed" in done.stdout


def test_both_packages_are_typed(installed: Path, tmp_path: Path) -> None:
    code = (
        "from importlib.resources import files\n"
        "print(all(files(name).joinpath('py.typed').is_file() for name in ('lostphone', 'lostphone_steps')))"
    )
    assert run(installed / "python", "-c", code, cwd=tmp_path).stdout.strip() == "True"


def test_the_site_is_made_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    """Templates, style sheets, scripts and words are all in the wheel."""
    run(installed / "lostphone", "site", "--out", "site", "--lang", "ja", cwd=tmp_path)
    made = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.*")}
    assert made >= {
        "index.html",
        "ja/index.html",
        "ja/rules/backup.ios2.gates.html",
        "ja/documents.js",
        "assets/style.css",
        "assets/ask.js",
    }


def test_a_starter_kit_is_in_it_and_gets_its_verdict(installed: Path, tmp_path: Path) -> None:
    run(installed / "lostphone", "new-client", "mine", cwd=tmp_path)
    assert sorted(path.name for path in (tmp_path / "mine").iterdir()) == ["README.md", "client.py"]
    client = f"cmd:{installed / 'python'} mine/client.py"
    done = run(installed / "lostphone", "conformance", "--client", client, "--require", "core", cwd=tmp_path)
    assert done.stdout.splitlines()[-1] == "it conforms"
