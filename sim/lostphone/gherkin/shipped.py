"""Where the stories are: inside the installed package, or beside the sources of a checkout."""

from __future__ import annotations

from pathlib import Path


def features_root() -> Path:
    """The folder that holds `en/` and `ja/`; FileNotFoundError if the installation is incomplete."""
    package = Path(__file__).resolve().parent.parent
    for root in (package / "features", package.parent.parent / "features"):
        if root.is_dir():
            return root
    raise FileNotFoundError(f"the features are missing from {package}: install lostphone again")


def feature_files(path: Path) -> list[Path]:
    """The feature files at a path, itself or below it, in name order."""
    return sorted(path.rglob("*.feature")) if path.is_dir() else [path]
