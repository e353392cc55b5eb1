"""Cucumber's own schema and its HTML viewer read our messages.

Both are npm packages, which are not installed with ours:
    npm ci --ignore-scripts --prefix tests/conformance/viewer
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from lostphone.conformance.expected import AnnouncedFailure
from lostphone.conformance.plan import make_plan
from lostphone.conformance.report import Report
from lostphone.conformance.reports.cucumber import write
from lostphone.conformance.run import run

VIEWER = Path(__file__).parent / "viewer"
PACKAGES = VIEWER / "node_modules" / "@cucumber"

pytestmark = pytest.mark.skipif(
    not PACKAGES.is_dir() or shutil.which("node") is None,
    reason="Cucumber's npm packages are not here: npm ci --ignore-scripts --prefix tests/conformance/viewer",
)


@pytest.fixture(scope="module")
def report() -> Report:
    plan = make_plan("core", names=("code.leading-zeros", "code.counter"))
    made = run(plan, "mutant:no-padding", workers=2)
    return made.expecting(
        [
            AnnouncedFailure(
                scenario="core.codes.leading-zeros#1", reason="later", link="https://example.org/1"
            )
        ]
    )


def test_every_message_is_what_the_published_schema_allows(report: Report) -> None:
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(json.loads((PACKAGES / "messages" / "messages.schema.json").read_text()))
    messages = [json.loads(line) for line in write(report).splitlines()]
    for message in messages:
        errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(message)]
        assert errors == [], message
    # The check can fail.
    assert list(validator.iter_errors({**messages[0], "colour": "green"}))


def test_the_stock_viewer_shows_the_stories(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.ndjson"
    path.write_bytes(write(report))
    done = subprocess.run(
        ["node", "render.mjs", str(path)], cwd=VIEWER, capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    page = json.loads(done.stdout)
    assert page["complaints"] == []
    assert "with no-padding@" in page["seen"]
    assert "A code keeps its leading zeros" in page["seen"]
    assert "should be 000032, and it is 32" in page["seen"]
    assert "expected: later (https://example.org/1)" in page["seen"]
