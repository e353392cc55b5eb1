"""A page in fewer characters is the same document to a browser."""

from collections.abc import Callable
from typing import Any

import pytest

from lostphone.gherkin.pickles import parse_feature
from lostphone.site import context
from lostphone.site.building import build
from lostphone.site.compact import compact
from lostphone.site.context import Inputs
from lostphone.site.recorded import RecordedRun
from lostphone.site.recording import record

pytest.importorskip("playwright.sync_api", reason="pip install -r requirements-site-tests.lock")
Opening = Callable[..., Any]

STORY = """
Feature: Compact "quoted" <b> & so on
  Scenario Outline: Twice: <what is "different">
    Given it is 14 November 2025
    And "A=B 'C' > D" hands out SHA-512 codes of 8 digits every 60 seconds
    And Mika uses an iPhone
    And Mika adds "A=B 'C' > D" on the iPhone
    And Mika loses the iPhone
    When Mika sets up a new iPhone
    Then Mika's new iPhone lists <rows>

    Examples:
      | what is "different" | rows       |
      | nothing             | 0 accounts |
      | it fails            | 3 accounts |
"""

#: The document as a browser understands it, blanks between blocks and at their edges left out.
UNDERSTOOD = """page => {
  const seen = new DOMParser().parseFromString(page, "text/html");
  const texts = document.createTreeWalker(seen, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) if (!texts.currentNode.parentElement.closest("pre")) found.push(texts.currentNode);
  for (const text of found) {
    text.data = text.data.replace(/\\s+/g, " ");
    const inline = (node) => node && node.nodeType === 1 && /^(a|b|i|em|span|code|time|button|input|svg)$/i.test(node.tagName);
    if (!inline(text.previousSibling)) text.data = text.data.trimStart();
    if (!inline(text.nextSibling)) text.data = text.data.trimEnd();
    if (!text.data.trim() && !(inline(text.previousSibling) && inline(text.nextSibling))) text.remove();
  }
  return seen.documentElement.outerHTML;
}"""


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every page of a small site, as its template has filled it in."""
    monkeypatch.setattr(context, "compact", str)
    told = parse_feature(STORY, "compact.feature")
    stories = tuple(record(told, pickle) for pickle in told.pickles)
    run = RecordedRun("1", 0, {"compact.feature": STORY}, stories)
    made = {page.path: page.content for page in build(Inputs(run, ""))}
    kinds = [path for path in made if path.endswith(".html") and "/rules/" not in path]
    return [
        made[path].decode() for path in [*kinds, "en/rules/index.html", "en/rules/backup.ios2.gates.html"]
    ]


def test_a_browser_makes_the_same_document_of_it(opened: Opening, pages: list[str]) -> None:
    page = opened("en/about.html")
    saved = 0
    for whole in pages:
        small = compact(whole)
        assert page.evaluate(UNDERSTOOD, small) == page.evaluate(UNDERSTOOD, whole)
        saved += len(whole) - len(small)
    assert saved > 0
