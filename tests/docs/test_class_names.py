"""A class name means one thing: no two classes of Lostphone or of its sentences have the same name."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
#: Its `Row` is still to be renamed.
LEFT_OUT = ROOT / "sim/lostphone/oracles/ledger/expected_account.py"


def test_no_class_name_is_defined_twice() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for folder in ("sim", "steps"):
        for path in sorted(set((ROOT / folder).rglob("*.py")) - {LEFT_OUT}):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.ClassDef):
                    places[node.name].append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert len(places) > 500, "the classes were not found"
    doubles = {name: there for name, there in places.items() if len(there) > 1}
    assert not doubles, "rename all but one of each: " + "; ".join(
        f"{name} in {' and '.join(there)}" for name, there in doubles.items()
    )
