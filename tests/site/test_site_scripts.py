"""What the scripts of the site hold is small, and every address in it is there."""

import json
from pathlib import Path

import pytest


def held(path: Path) -> dict:
    """The value that a data script assigns."""
    text = path.read_text("utf-8")
    value: dict = json.loads(text[text.index("= ") + 2 : text.rindex(";")])
    return value


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_is_searched_is_small(site: Path, lang: str) -> None:
    assert (site / lang / "documents.js").stat().st_size < 500_000
    assert (site / lang / "words.js").stat().st_size < 150_000
    assert (site / "assets" / "answers.js").stat().st_size < 50_000


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_every_address_in_the_scripts_is_there(site: Path, lang: str) -> None:
    words, documents = held(site / lang / "words.js"), held(site / lang / "documents.js")
    addresses = [document[1] for document in documents["documents"]]
    addresses += [rule[1] for rule in words["rules"].values()]
    addresses += [story[1] for story in words["stories"]]
    pages = {path.relative_to(site / lang).as_posix() for path in (site / lang).rglob("*.html")}
    assert {address.partition("#")[0] for address in addresses} <= pages
    assert len({address for address in addresses if address.startswith("stories/")}) > 200
