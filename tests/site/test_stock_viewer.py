"""The Cucumber Messages that come with a site are read by Cucumber's own HTML viewer.

Its npm packages are not installed with ours:
    npm ci --ignore-scripts --prefix tests/conformance/viewer
"""

import gzip
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler

ROOT = Path(__file__).parent.parent.parent
VIEWER = ROOT / "tests" / "conformance" / "viewer"
FEATURES = [f"features/{lang}/microsoft/sms-end.feature" for lang in ("en", "ja")]

pytestmark = pytest.mark.skipif(
    not (VIEWER / "node_modules" / "@cucumber").is_dir() or shutil.which("node") is None,
    reason="Cucumber's npm packages are not here: npm ci --ignore-scripts --prefix tests/conformance/viewer",
)


def test_the_messages_of_the_run_are_shown(site: Path, tmp_path: Path) -> None:
    # The viewer draws every step of every story at once; one feature in each language is enough for it.
    messages = [
        json.loads(line) for line in gzip.decompress((site / "messages.ndjson.gz").read_bytes()).splitlines()
    ]
    assert messages[-1]["testRunFinished"]["success"]
    path = tmp_path / "messages.ndjson"
    path.write_text("".join(json.dumps(message) + "\n" for message in only(messages, "sms-end.feature")))
    done = subprocess.run(
        ["node", "render.mjs", str(path)], cwd=VIEWER, capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    page = json.loads(done.stdout)
    assert page["complaints"] == []
    written = sum(scenarios_in(feature) for feature in FEATURES)
    assert f"100% ({written} / {written}) passed" in page["seen"]
    for feature in FEATURES:
        assert feature in page["seen"]


def scenarios_in(feature: str) -> int:
    """The number of scenarios that Cucumber's own compiler makes of the file."""
    document = Parser().parse((ROOT / feature).read_text(encoding="utf-8"))
    return len(Compiler().compile({**document, "uri": feature}))


def only(messages: list[dict], name: str) -> list[dict]:
    """The messages about features of that name, and those about the run."""
    uris = {
        message["pickle"]["uri"]
        for message in messages
        if "pickle" in message and message["pickle"]["uri"].endswith(name)
    }
    pickles = {
        message["pickle"]["id"]
        for message in messages
        if "pickle" in message and message["pickle"]["uri"] in uris
    }
    cases = {
        message["testCase"]["id"]
        for message in messages
        if "testCase" in message and message["testCase"]["pickleId"] in pickles
    }
    starts = {
        m["testCaseStarted"]["id"]
        for m in messages
        if "testCaseStarted" in m and m["testCaseStarted"]["testCaseId"] in cases
    }
    kept = {
        "source": lambda told: told["uri"] in uris,
        "gherkinDocument": lambda told: told["uri"] in uris,
        "pickle": lambda told: told["id"] in pickles,
        "testCase": lambda told: told["id"] in cases,
        "testCaseStarted": lambda told: told["id"] in starts,
    }
    return [
        message
        for message in messages
        for kind, told in message.items()
        if kept.get(kind, lambda told: told.get("testCaseStartedId", None) in (None, *starts))(told)
    ]
