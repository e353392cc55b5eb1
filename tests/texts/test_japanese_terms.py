"""Our Japanese has one term for one thing: in texts, stories, sentences, templates and scripts."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import lostphone
import lostphone_steps
from lostphone.gherkin.pickles import parse_feature
from lostphone.gherkin.style import style_problems
from lostphone.gherkin.vocabulary import shipped_sentences
from lostphone.texts.japanese import wrong_terms

ROOT = Path(lostphone.__file__).parent
#: The screens are Microsoft's; synonyms are the words that readers type; names are words of passwords.
OTHERS = {"screens.toml", "synonyms.toml", "names.toml", "japanese_terms.toml"}
#: Names of companies may have Chinese characters in English texts too; our Japanese has kana.
JAPANESE = re.compile("[ぁ-んァ-ヶ]")
FILES = [
    path
    for folder in (ROOT, Path(lostphone_steps.__file__).parent)
    for path in sorted(folder.rglob("*"))
    if path.suffix in (".toml", ".html", ".js", ".py") and path.name not in OTHERS
]


def japanese(path: Path) -> Iterator[str]:
    """The texts of a file that have Japanese letters; of templates and scripts each line."""
    text = path.read_text("utf-8")
    match path.suffix:
        case ".toml":
            found = strings(tomllib.loads(text))
        case ".py":
            nodes = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant))
            # A docstring has lines; no text of ours has.
            found = (str(node.value) for node in nodes if "\n" not in str(node.value))
        case _:
            found = iter(text.splitlines())
    return (one for one in found if JAPANESE.search(one))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.name))
def test_no_text_has_a_wrong_term(path: Path) -> None:
    assert [(one.found, one.right, text) for text in japanese(path) for one in wrong_terms(text)] == []


def test_no_sentence_of_the_stories_has_a_wrong_term() -> None:
    said = [template.text for sentence in shipped_sentences() for template in sentence.templates["ja"]]
    assert len(said) > 100
    assert [(one.found, text) for text in said for one in wrong_terms(text)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全体管理者に頼む", ["全体管理者"]),
        ("回復用アカウント", ["回復用アカウント"]),
        ("一時アクセスパスを発行する", ["一時アクセスパス"]),
        ("一時アクセス パスを発行する", []),
        ("ルート化された", ["ルート化"]),
        ("{count} 件", ["} 件"]),
        ("ミカの iPhone", ["の i"]),
        ("--off と --unknown", []),
        ("ミカのiPhoneに「端末が root 化または脱獄されています」と表示される", []),
        ("「端末が root 化されています」", ["root 化", "端末", "が r", "t 化"]),
    ],
)
def test_a_wrong_term_is_found(text: str, found: list[str]) -> None:
    assert [one.found for one in wrong_terms(text)] == found


@pytest.mark.parametrize("file", ["advice.toml", "next_time.toml", "ways.toml"])
def test_a_card_has_no_polite_form_beside_the_plain_one(file: str) -> None:
    assert [
        text for text in japanese(ROOT / "site" / "live" / file) if re.search("ます。|です。|ません。", text)
    ] == []


def test_lint_holds_the_terms_of_the_shipped_stories() -> None:
    text = "# language: ja\n機能: ミカの端末\n  シナリオ: s\n    前提 ミカの iPhone\n    ならば a\n"
    problems = style_problems(parse_feature(text, "f.feature"), house=True)
    assert [(one.line, one.message[:5]) for one in problems if "用語" in one.message] == [
        (2, "「端末」は"),
        (4, "「の i」"),
    ]
