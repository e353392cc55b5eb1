"""Cucumber's Compatibility Kit: its samples, played by our pytest plugin, beside what Cucumber makes of them.

Compared are the parsed documents, the scenarios and the status of every step; of some, whether the run succeeds.
Messages that Cucumber has for what pytest does otherwise (hooks, attachments, suggestions, parameter types)
are not made, and not compared. What still differs is listed in `docs/reference/cucumber.md`, and has to.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cucumber_compatibility_kit.compatibility_kit import CompatibilityKit

KIT = CompatibilityKit()
SAMPLES = sorted(folder.name for folder in KIT.gherkin())

#: The list that readers of the documents see.
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "cucumber.md"
DIFFERS = dict(re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", PAGE.read_text("utf-8"), re.MULTILINE))

ORDERS = """
@given(parsers.parse('an order for "{what}"'))
def _(what): pass
@when("an action")
def _(): pass
@then("an outcome")
def _(): pass
"""
PASSES = """
@when("a step passes")
def _(): pass
@when("a step fails")
def _(): raise AssertionError("Exception in step")
"""
STATUSES = """
@given("a step")
def _(): pass
@given("a failing step")
def _(): raise AssertionError("whoops")
@given("a pending step")
def _(): pytest.xfail("pending")
@given("a skipped step")
def _(): pytest.skip("skipped")
@given(parsers.re("^an ambiguous (.*?)$"))
def one(): pass
@given(parsers.re("^(.*?) ambiguous step$"))
def other(): pass
"""
CUCUMBERS = """
@given(parsers.re(r"there are (?P<n>\\d+) cucumbers"), target_fixture="left")
def _(n): return [int(n)]
@given(parsers.re(r"there are (?P<n>\\d+) friends"), target_fixture="friends")
def _(n): return int(n)
@when(parsers.re(r"I eat (?P<n>\\d+) cucumbers"))
def _(left, n): left[0] -= int(n)
@then(parsers.re(r"I should have (?P<n>\\d+) cucumbers"))
def _(left, n): assert left[0] == int(n)
@then(parsers.re(r"each person can eat (?P<n>\\d+) cucumbers"))
def _(left, friends, n): assert left[0] // (1 + friends) == int(n)
"""
TABLES = """
@when("the following table is transposed:", target_fixture="turned")
def _(datatable): return [list(row) for row in zip(*datatable)]
@then("it should be:")
def _(turned, datatable): assert turned == datatable
@given(parsers.parse('a "{what}" with a table'))
def _(what, datatable): assert datatable == [["Species", "Cucumis sativus"]]
@given(parsers.parse('a "{what}" with a doc string:'))
def _(what, docstring): assert docstring == "Cucumis sativus"
@given("a doc string:")
def _(docstring): pass
@given("a step with a data table a doc string")
@given("a step with a doc string a data table")
def _(datatable, docstring): pass
"""
HOOKS = (
    """
@pytest.fixture(autouse=True)
def hooks(request):
    tags = {mark.name for mark in request.node.iter_markers()}
    assert "fail-before" not in tags, "Exception in conditional hook"
    if "skip-before" in tags: pytest.skip("skipped")
    yield
    assert "fail-after" not in tags, "Exception in conditional hook"
    assert FAIL_AFTER not in request.node.name, "Exception in hook"
@given("a normal step")
def _(): pass
@given("a step that skips")
def _(): pytest.skip("skipped")
FAIL_AFTER = "nowhere"
"""
    + PASSES
)
ALL_HOOKS = (
    """
@pytest.fixture(scope="session", autouse=True)
def all_hooks():
    yield
"""
    + PASSES
)

STEPS = {
    "all-statuses": STATUSES,
    "ambiguous": """
@given(parsers.re("^a (.*?) with (.*?)$"))
def one(): pass
@given(parsers.re("^a step with (.*?)$"))
def other(): pass
""",
    "attachments": """
@when(parsers.re(r'the string "hello" is (logged|attached as "application/octet-stream")'))
@when("text with ANSI escapes is logged")
@when('the following string is attached as "application/json":')
@when('an array with 10 bytes is attached as "text/plain"')
@when("a PDF document is attached and renamed")
@when('a link to "https://cucumber.io" is attached')
def _(): pass
@when('the string "hello" is attached as "application/octet-stream" before a failure')
def _(): raise AssertionError("whoops")
""",
    "backgrounds": ORDERS,
    "cdata": '@given(parsers.parse("I have {n:d} <![CDATA[cukes]]> in my belly"))\ndef _(n): pass',
    "data-tables": TABLES,
    "data-tables-doc-strings": TABLES,
    "data-tables-with-expression": TABLES,
    "doc-strings": TABLES,
    "doc-strings-with-expression": TABLES,
    "examples-tables": CUCUMBERS,
    "examples-tables-attachment": '@when(parsers.parse("a {kind} image is attached"))\ndef _(kind): pass',
    "examples-tables-undefined": CUCUMBERS,
    "examples-tables-undefined-multiple": CUCUMBERS,
    "failedish-combinations": STATUSES,
    "global-hooks": ALL_HOOKS,
    "global-hooks-afterall-error": ALL_HOOKS.replace("yield", 'yield\n    raise AssertionError("AfterAll")'),
    "global-hooks-attachments": ALL_HOOKS,
    "global-hooks-beforeall-error": ALL_HOOKS.replace("    yield", '    raise AssertionError("BeforeAll")'),
    "hooks": HOOKS,
    "hooks-attachment": HOOKS,
    "hooks-conditional": HOOKS,
    "hooks-named": HOOKS,
    "hooks-skipped": HOOKS,
    "hooks-undefined": HOOKS,
    "minimal": '@given(parsers.parse("I have {n:d} cukes in my belly"))\ndef _(n): pass',
    "multiple-features": ORDERS,
    "multiple-features-reversed": ORDERS,
    "parameter-types": '@given(parsers.re(r"(?P<flight>[A-Z]{3}-[A-Z]{3}) has been delayed"))\ndef _(flight): pass',
    "pending": """
@given("an implemented non-pending step")
@given("an implemented step that is skipped")
def _(): pass
@given("an unimplemented pending step")
def _(): pytest.xfail("pending")
""",
    "pending-exception": '@given("an unimplemented pending step")\ndef _(): pytest.xfail("TODO")',
    "regular-expression": """
@given(parsers.re("^a (.*?)(?: and a (.*?))?(?: and a (.*?))?$"))
def _(): pass
""",
    "retry": """
@given("a step that always passes")
def _(): pass
@given("a step that passes the second time")
@given("a step that passes the third time")
@given("a step that always fails")
def _(): raise AssertionError("not yet")
""",
    "retry-ambiguous": '@given("an ambiguous step")\ndef one(): pass\n@given("an ambiguous step")\ndef other(): pass',
    "retry-pending": STATUSES,
    "rules": """
@given(parsers.parse("the customer has {n:d} cents"), target_fixture="money")
def _(n): return n
@given("there are chocolate bars in stock", target_fixture="stock")
def _(): return ["Mars"]
@given("there are no chocolate bars in stock", target_fixture="stock")
def _(): return []
@when(parsers.parse("the customer tries to buy a {n:d} cent chocolate bar"), target_fixture="sold")
def _(money, stock, n): return bool(stock) and money >= n
@then("the sale should not happen")
def _(sold): assert not sold
@then("the sale should happen")
def _(sold): assert sold
""",
    "rules-backgrounds": ORDERS,
    "skipped": """
@given("a step that does not skip")
@given("a step that is skipped")
def _(): pass
@given("I skip a step")
def _(): pytest.skip("skipped")
""",
    "skipped-exception": '@given("I skip a step")\ndef _(): pytest.skip("skipping")',
    "skipped-failing-hook": HOOKS.replace('"nowhere"', '"After hook"'),
    "stack-traces": '@when("a step throws an exception")\ndef _(): raise RuntimeError("BOOM")',
    "test-run-exception": STATUSES,
    "undefined": '@given("an implemented step")\n@given("a step that will be skipped")\ndef _(): pass',
    "undefined-multiple": '@given("an implemented step")\n@given("a step that will be skipped")\ndef _(): pass',
    "unused-steps": '@given("a step that is used")\n@given("a step that is not used")\ndef _(): pass',
}


def plain(node: Any) -> Any:
    """The same without ids, which everybody counts otherwise, and without the folder of a file.

    Cucumber's parsers themselves do not agree on the blanks at the end of a description.
    """
    if isinstance(node, dict):
        kept = {key: value for key, value in node.items() if key not in ("id", "astNodeIds", "astNodeId")}
        other = {"uri": lambda uri: Path(uri).name, "description": str.rstrip}
        return {key: other.get(key, plain)(value) for key, value in kept.items()}
    return [plain(item) for item in node] if isinstance(node, list) else node


def told(ndjson: str) -> dict[str, dict[str, Any]]:
    """What a stream of messages tells of each sample, by the folder its files are in."""
    found: dict[str, list[Any]] = {}
    for line in ndjson.splitlines():
        ((kind, message),) = json.loads(line).items()
        found.setdefault(kind, []).append(message)
    pickles = {pickle["id"]: pickle for pickle in found.get("pickle", ())}
    cases = {case["id"]: case for case in found.get("testCase", ())}
    attempts = {start["id"]: cases[start["testCaseId"]] for start in found.get("testCaseStarted", ())}
    steps = {step["id"]: step for case in cases.values() for step in case["testSteps"]}
    statuses: dict[str, list[str]] = {}
    for end in found.get("testStepFinished", ()):
        if steps[end["testStepId"]].get("pickleStepId"):
            statuses.setdefault(end["testCaseStartedId"], []).append(end["testStepResult"]["status"])
    samples: dict[str, dict[str, Any]] = {}

    def sample(uri: str) -> dict[str, Any]:
        empty: dict[str, Any] = {"documents": [], "pickles": [], "cases": []}
        return samples.setdefault(Path(uri).parent.name, empty)

    for document in found.get("gherkinDocument", ()):
        sample(document["uri"])["documents"].append(plain(document))
    for pickle in pickles.values():
        sample(pickle["uri"])["pickles"].append(plain(pickle))
    for attempt, case in attempts.items():
        pickle = pickles[case["pickleId"]]
        sample(pickle["uri"])["cases"].append((pickle["name"], statuses.get(attempt, [])))
    return samples


def kit_says(sample: str) -> str:
    return (KIT.feature_code_for(sample) / f"{sample}.ndjson").read_text("utf-8")


def lay_out(sample: str, folder: Path) -> None:
    """The sample's features, with our definitions of its steps."""
    folder.mkdir()
    for path in sorted(KIT.feature_code_for(sample).glob("*.feature")):
        (folder / path.name).write_bytes(path.read_bytes())
    head = "import pytest\nfrom pytest_bdd import given, parsers, then, when\n"
    (folder / "conftest.py").write_text(head + STEPS.get(sample, ""), "utf-8")


def play(folder: Path) -> str:
    """What pytest makes of all samples in a folder."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--lostphone"),
            *("--continue-on-collection-errors", "--lostphone-messages", "ours.ndjson"),
        ],
        cwd=folder,
        capture_output=True,
        timeout=240,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout.decode() + done.stderr.decode()
    return (folder / "ours.ndjson").read_text("utf-8")


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """All samples, played in one run."""
    folder = tmp_path_factory.mktemp("kit") / "samples"
    folder.mkdir()
    for sample in SAMPLES:
        lay_out(sample, folder / sample)
    return told(play(folder))


@pytest.mark.xdist_group("compatibility kit")
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_of_the_kit(sample: str, ours: dict[str, dict[str, Any]]) -> None:
    theirs = told(kit_says(sample))[sample]
    if sample in DIFFERS:
        assert ours.get(sample) != theirs, f"it differs no longer: take '{sample}' out of {PAGE.name}"
    else:
        assert ours[sample] == theirs


@pytest.mark.parametrize(
    "sample",
    ["minimal", "hooks", "pending", "skipped", "skipped-failing-hook", "global-hooks-afterall-error"],
)
def test_a_run_succeeds_when_the_kit_says_so(sample: str, tmp_path: Path) -> None:
    lay_out(sample, tmp_path / sample)
    ends = [json.loads(text.splitlines()[-1]) for text in (play(tmp_path), kit_says(sample))]
    assert ends[0]["testRunFinished"]["success"] == ends[1]["testRunFinished"]["success"]


def test_nothing_listed_is_gone() -> None:
    assert DIFFERS
    assert [name for name in (*DIFFERS, *STEPS) if name not in SAMPLES] == []
