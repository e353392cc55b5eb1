"""The wheel carries everything: a clean environment and an empty folder are enough."""

import functools
import importlib.metadata
import json
import re
import subprocess
import sys
import venv
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    if check and done.returncode:
        pytest.fail(f"{command} ended with {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done


def pins() -> dict[str, str]:
    """What requirements.lock says of each package, its hashes included."""
    text = (ROOT / "requirements.lock").read_text("utf-8")
    found = re.findall(r"^(?:[A-Za-z0-9].*\n)(?:    --hash.*\n)+", text, re.MULTILINE)
    return {canonicalize_name(re.match(r"[\w.-]+", pin)[0]): pin for pin in found}  # type: ignore[index]


@functools.cache
def needed() -> frozenset[str]:
    """What the wheel asks for, and what that asks for, here."""
    names: set[str] = set()
    waiting = ["lostphone"]
    while waiting:
        for text in importlib.metadata.requires(waiting.pop()) or ():
            requirement = Requirement(text)
            name = canonicalize_name(requirement.name)
            if name not in names and (
                requirement.marker is None or requirement.marker.evaluate({"extra": ""})
            ):
                names.add(name)
                waiting.append(requirement.name)
    return frozenset(names)


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The bin folder of a clean environment with the wheel and its pinned dependencies."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder / "dist", cwd=ROOT)
    [wheel] = (folder / "dist").glob("*.whl")
    venv.create(folder / "env", with_pip=False)
    binaries = folder / "env" / "bin"
    pip = [sys.executable, "-m", "pip", "--python", binaries / "python", "--quiet"]
    pip += ["--disable-pip-version-check", "install", "--no-compile"]
    # From outside: a pip of its own takes longer to put there than the wheel. What runs is compiled as it runs.
    (folder / "needed.lock").write_text("".join(pin for name, pin in pins().items() if name in needed()))
    run(*pip, "--require-hashes", "--requirement", folder / "needed.lock", cwd=folder)
    run(*pip, "--no-deps", wheel, cwd=folder)
    run(sys.executable, "-m", "pip", "--python", binaries / "python", "check", cwd=folder)
    return binaries


def test_the_shipped_features_run_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "lostphone", "run", "--lang", "ja", "--tags", "@situation:S01", cwd=tmp_path)
    assert "不合格0件" in done.stdout
    assert "\n合格0件" not in f"\n{done.stdout}"
    assert list(tmp_path.iterdir()) == []


def test_the_facts_ship_and_each_citation_in_the_package_leads_to_one(
    installed: Path, tmp_path: Path
) -> None:
    assert "verified 2026-11-22" in run(installed / "lostphone", "rules", "A15", cwd=tmp_path).stdout
    assert "0 gaps" in run(installed / "lostphone", "rules", "--check", cwd=tmp_path).stdout


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


def test_the_licence_of_the_search_library_is_in_it(installed: Path, tmp_path: Path) -> None:
    """With the library's own copy, and where installers look for licences."""
    code = (
        "import importlib.metadata, json\n"
        "wheel = importlib.metadata.distribution('lostphone')\n"
        "found = {str(path): path.read_text() for path in wheel.files if path.name == 'minisearch.LICENSE.txt'}\n"
        "print(json.dumps([found, wheel.metadata['License-Expression']]))"
    )
    found, expression = json.loads(run(installed / "python", "-c", code, cwd=tmp_path).stdout)
    text = (ROOT / "sim/lostphone/site/live/static/minisearch.LICENSE.txt").read_text("utf-8")
    assert len(found) == 2
    assert [".dist-info/licenses/" in path for path in sorted(found)].count(True) == 1
    assert set(found.values()) == {text}
    assert "Luca Ongaro" in text
    assert "shall be included in all copies" in text
    assert expression == "Apache-2.0 AND MIT"


def test_the_man_page_is_where_man_looks(installed: Path) -> None:
    page = installed.parent / "share" / "man" / "man1" / "lostphone.1"
    assert page.read_text("utf-8") == (ROOT / "docs" / "lostphone.1").read_text("utf-8")


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
