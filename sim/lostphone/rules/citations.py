"""Citations: each id that a file cites exists, and so does each heading of a page.

Files cite facts (A17), statements of the source page (P01), questions (Q02) and situations (S31) by id,
and explain a decision by a heading of a page that ships, written as
docs/explanation/design.md#rules-are-dated-facts from the top of the repository.

>>> list(unknown_ids("Codes return (A17) and passkeys do not (C16).", {"A17"}))
[(1, 'C16')]
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from pathlib import Path

from lostphone.rules.catalogue import Catalogue

#: A fact (A to F), a statement of the source page (P), a question (Q) or a situation (S).
_ID = re.compile(r"(?<![\w#.])[A-FPQS]\d{2}(?!\w)")
_HEADING = re.compile(r"([\w./-]+\.md)#([\w-]+)")
#: Papers that are not in the repository.
_ELSEWHERE = re.compile(r"research[ ]notes|\bDESIGN\b|\b[Dd]esign decisions?\b")
_TITLE = re.compile(r"^#+ +(.*)$", re.M)

_SUFFIXES = frozenset({".py", ".toml", ".md", ".feature", ".js", ".mjs", ".html"})
#: What a checkout has beside the package, with the citations of people who read it.
_FOLDERS = ("sim", "steps", "features", "docs", "kits")


def unresolved(catalogue: Catalogue, root: Path | None = None) -> list[str]:
    """A line for each citation that leads nowhere: file, line, id, and what to do.

    `root` is the top of a checkout. Without it, the one that this package lies in; where it is installed, the
    installed package alone, which has no pages.
    """
    top = root or _top()
    known = known_ids(catalogue)
    pages = (top / "docs").is_dir()
    found: list[str] = []
    for path in _files(top):
        text = path.read_text("utf-8")
        where = path.relative_to(top).as_posix()
        found += [f"{where}:{line}: {_about(id_, known)}" for line, id_ in unknown_ids(text, known)]
        found += [
            f"{where}:{line}: cites {words}, which is not in the repository: cite a fact by its id, or a"
            " heading of a page, as in docs/explanation/design.md#rules-are-dated-facts"
            for line, words in _matches(_ELSEWHERE, text)
        ]
        if pages and path.suffix != ".md":
            found += [f"{where}:{line}: {problem}" for line, problem in _headings(text, top)]
    return found


def known_ids(catalogue: Catalogue) -> dict[str, None]:
    """Each id that may be cited, in the order of the files."""
    parts = (
        catalogue.facts,
        catalogue.page_statements,
        catalogue.open_questions,
        catalogue.unanswered,
        catalogue.situations,
    )
    return dict.fromkeys(id_ for part in parts for id_ in part)


def unknown_ids(text: str, known: Container[str]) -> Iterator[tuple[int, str]]:
    """Each id in the text that is not known, with its line counted from 1."""
    return ((line, id_) for line, id_ in _matches(_ID, text) if id_ not in known)


def _about(id_: str, known: dict[str, None]) -> str:
    series = sorted(other for other in known if other[0] == id_[0])
    return (
        f"cites {id_}, which does not exist: there is {series[0]} to {series[-1]}. Correct the id, or add it"
        " to its file in rules/"
    )


def _headings(text: str, top: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        for page, anchor in _HEADING.findall(line):
            if not (top / page).is_file():
                yield number, f"cites {page}#{anchor}, and there is no such page: write its path from the top"
            elif anchor not in anchors((top / page).read_text("utf-8")):
                yield number, f"cites {page}#{anchor}, and the page has no such heading: correct the citation"


def anchors(page: str) -> list[str]:
    """The anchors of a Markdown page's headings.

    >>> anchors("# Rules are *dated* facts\\n\\n## `--check`, each time\\n")
    ['rules-are-dated-facts', '--check-each-time']
    """
    return [re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-") for title in _TITLE.findall(page)]


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        for found in pattern.finditer(line):
            yield number, found.group()


def _top() -> Path:
    package = Path(__file__).resolve().parent.parent
    checkout = package.parent.parent
    return checkout if (checkout / "sim").is_dir() else package


def _files(top: Path) -> Iterator[Path]:
    checkout = (top / "sim").is_dir()
    folders = [top / name for name in _FOLDERS if (top / name).is_dir()] if checkout else [top]
    yield from sorted(top.glob("*.md"))
    for folder in folders:
        found = [path for path in folder.rglob("*") if path.suffix in _SUFFIXES]
        yield from sorted(path for path in found if "node_modules" not in path.parts)
