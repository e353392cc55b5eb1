"""What the pages say exists in both languages, has the same holes in both, and is said somewhere."""

import re
from pathlib import Path
from typing import Any

import lostphone.site
from lostphone.site.words import words

SITE = Path(lostphone.site.__file__).parent


def shape(said: Any) -> Any:
    """The same with holes in the place of texts."""
    if isinstance(said, dict):
        return {key: shape(value) for key, value in said.items()}
    if isinstance(said, list) and not isinstance(said[0], str):
        return [shape(value) for value in said]
    return sorted(re.findall(r"\{\w+\}", " ".join(said) if isinstance(said, list) else said))


def test_both_languages_say_the_same() -> None:
    assert shape(words("en")) == shape(words("ja"))


def test_no_word_is_there_that_nobody_says() -> None:
    text = "".join(path.read_text("utf-8") for kind in ("*.html", "*.py") for path in SITE.rglob(kind))
    looked_up = {
        "nav",
        "topics",
        "verdicts",
        "groups",
        "languages",
        "kind",
        "fate",
        "fates",
        "confidence",
        "requirement",
    }
    columns = {"ios_1", "ios_2", "android_1", "cross"}
    unsaid = [
        f"{kind}.{word}"
        for kind, said in words("en").items()
        if kind not in looked_up
        for word in said
        if f"w.{kind}.{word}" not in text
        and f'["{word}"]' not in text
        and word not in looked_up | columns | {"parts"}
    ]
    assert unsaid == ["common.ios", "common.android"]


def test_every_topic_of_the_rules_has_a_name() -> None:
    from lostphone.rules import Catalogue

    topics = {rule.partition(".")[0] for rule in Catalogue.load().rules}
    assert topics == set(words("en")["topics"])


def keys(said: Any) -> set[str]:
    """Every key, at every depth."""
    if not isinstance(said, dict):
        return set()
    return set(said).union(*map(keys, said.values()))


def test_no_key_is_the_name_of_a_method_that_a_template_would_find_instead() -> None:
    # In a template `words.values` is the method of the dictionary, and its address would be on the page.
    assert keys(words("en")) & set(dir(dict)) == set()
