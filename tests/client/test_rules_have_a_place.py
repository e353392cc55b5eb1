"""Every promise that a client can keep or break has one place in the reference client that names it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from lostphone.client.reference import AuthenticatorApp, app_context
from lostphone.rules import Catalogue

REFERENCE = Path(app_context.__file__).parent
RULE = re.compile(r"\b[a-z]+(?:\.[a-z0-9-]+)+\b")

#: Promises of the catalogue that no method of this client could keep or break, and why.
ELSEWHERE = {
    "backup.wrong-passphrase-refused": "this client has no passphrase",
    "app.answers": "every method keeps it, by coming to an end",
    "app.no-secret-in-log": "this client writes no log",
    "restore.no-old-phone": "an app has no call by which it could ask another phone",
}


def docstrings() -> dict[str, str]:
    """The docstring of every method and module of the client, by where it is."""
    found: dict[str, str] = {}
    for path in sorted(REFERENCE.glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
                text = ast.get_docstring(node)
                if text:
                    found[f"{path.stem}:{getattr(node, 'name', '')}"] = text
    return found


def named() -> dict[str, list[str]]:
    rules = Catalogue.load().rules
    places: dict[str, list[str]] = {}
    for place, text in docstrings().items():
        for word in RULE.findall(text):
            if word in rules:
                places.setdefault(word, []).append(place)
    return places


def test_every_rule_of_the_client_has_a_place() -> None:
    named_rules = named()
    for rule in Catalogue.load().rules.values():
        if rule.requirement != "world" and rule.id not in ELSEWHERE:
            assert rule.id in named_rules, f"{rule.id} has no method in the reference client"


def test_what_is_said_to_be_elsewhere_is_a_rule() -> None:
    for rule_id in ELSEWHERE:
        assert rule_id in Catalogue.load().rules
        assert rule_id not in named(), f"{rule_id} has a place by now"


def test_no_docstring_names_a_rule_that_is_not_there() -> None:
    rooms = {rule_id.split(".")[0] for rule_id in Catalogue.load().rules}
    for place, text in docstrings().items():
        for word in RULE.findall(text):
            if word.split(".")[0] in rooms and not word.endswith((".py", ".toml", ".json")):
                assert word in Catalogue.load().rules, f"{place} names {word}"


def test_the_client_imports_nothing_of_the_world() -> None:
    services = (
        "lostphone.world.devices.services",
        "lostphone.world.devices.keystore",
        "lostphone.world.devices.releases",
    )
    forbidden = ("world", "stories", "simpy")
    for path in sorted(REFERENCE.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            modules = []
            if isinstance(node, ast.ImportFrom):
                modules = [node.module or ""]
            elif isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            for module in modules:
                known = module in services or not any(part in forbidden for part in module.split("."))
                assert known, f"{path.name}: {module}"


def test_each_promise_can_be_broken_alone() -> None:
    """Every method that names a rule is on the one class, so a subclass of it can break just that."""
    for places in named().values():
        for place in places:
            name = place.split(":")[1]
            if name.startswith("_"):
                assert callable(getattr(AuthenticatorApp, name)), place
