"""The locks: one version of each package, the hashes of all its files, and no place to get them from."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted(path.name for path in ROOT.glob("requirements*.lock"))
PIN = re.compile(
    r"(?P<name>[\w.-]+)==(?P<version>[\w.]+)(?: ; [^\\\n]+)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+\n"
)


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text("utf-8")
    return {canonicalize_name(pin["name"]): pin["version"] for pin in PIN.finditer(text)}


def wanted(extra: str = "") -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    texts = project["optional-dependencies"][extra] if extra else project["dependencies"]
    return [Requirement(text) for text in texts]


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_of_a_lock_is_a_pin_with_hashes(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    rest = re.sub(r"^#.*\n", "", PIN.sub("", text), flags=re.MULTILINE)
    assert rest == ""
    assert len(pins(name)) >= 3
    assert "://" not in text


@pytest.mark.parametrize(
    ("name", "extra"),
    [
        ("requirements.lock", ""),
        ("requirements.lock", "dev"),
        ("requirements-adapters.lock", "adapters"),
        ("requirements-site-tests.lock", "site-tests"),
    ],
)
def test_the_locks_hold_what_pyproject_asks_for(name: str, extra: str) -> None:
    pinned = pins(name)
    for requirement in wanted(extra):
        version = pinned[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{requirement} and {version}: run .ci/lock"


def test_a_package_in_two_locks_has_one_version() -> None:
    main = pins("requirements.lock")
    for name in LOCKS:
        for package, version in pins(name).items():
            assert main.get(package, version) == version, f"{package} in {name}: run .ci/lock"


def test_what_is_installed_here_is_what_is_locked() -> None:
    for package, version in pins("requirements.lock").items():
        if package != "colorama":
            assert importlib.metadata.version(package) == version, f"{package}: run make again"


def test_a_package_with_compiled_files_has_a_hash_for_each_python_and_machine() -> None:
    """Three versions of Python on two machines, and the sources: fewer hashes cannot be all of them."""
    text = (ROOT / "requirements.lock").read_text("utf-8")
    for package in ("msgspec", "markupsafe", "cffi"):
        [pin] = [pin.group() for pin in PIN.finditer(text) if canonicalize_name(pin["name"]) == package]
        assert pin.count("--hash") >= 7, package


def test_every_install_from_a_lock_checks_its_hashes() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    installs = [line for line in makefile.splitlines() if "pip install" in line]
    assert sum("requirements" in line for line in installs) >= len(LOCKS)
    for line in installs:
        assert "--require-hashes" in line or "--no-deps --no-build-isolation --editable ." in line, line
    # Without build isolation the builder is one of the pinned packages.
    assert "hatchling" in pins("requirements.lock")
