# SPDX-License-Identifier: MPL-2.0
"""Writes docs/manual: the pages of resources/manual, those of kinds and rules, the words explained; with pictures.

Usage: ``manual.py``. The window's help shows the same pages; the pictures are made by manual_pictures.py.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.library.manual import Group, Heading, Page, Part, Points, Steps, Text, read_pages
from evidencepack.library.manual_papers import glossary_page, paper_pages
from evidencepack.library.manual_rules import rule_pages
from evidencepack.ui.shell.registry import PLACES

ROOT = Path(__file__).resolve().parents[1]
MANUAL = ROOT / "docs" / "manual"
PICTURES = "pictures"
_NOTE = "<!-- Made by `make manual` from resources/manual and the kinds. Change those. -->\n\n"
_FRONT = """# The manual

For somebody who has to put the papers of a partnership together, and has never seen this program. The same pages are in
the program, under Help; Shift+F1 opens it. The pictures show the invented sample tender.
"""


def main() -> int:
    """Write every page, and take away those that are no more."""
    MANUAL.mkdir(parents=True, exist_ok=True)
    pages = written_pages()
    for old in MANUAL.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (MANUAL / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{MANUAL.relative_to(ROOT)} has {len(pages)} pages")
    return 0


@cache
def manual_pages(program: Program | None = None) -> tuple[Page, ...]:
    """Return every page of what a program ships, in the order of reading."""
    program = program or Program()
    by_hand = read_pages(ROOT / "resources" / "manual", [entry.place for entry in PLACES])
    library = program.library
    pages = (*by_hand, *paper_pages(library.kinds), glossary_page(library.glossary), *rule_pages(library.rules))
    return tuple(page for group in Group for page in pages if page.group is group)


def written_pages(program: Program | None = None) -> Mapping[str, str]:
    """Return the text of every file by its name."""
    pages = manual_pages(program)
    return {"README.md": contents(pages)} | {f"{page.name}.md": markdown(page) for page in pages}


def contents(pages: Iterable[Page]) -> str:
    """Return the list of pages, group by group."""
    known = tuple(pages)
    lines = [_FRONT]
    for group in Group:
        lines.append(f"## {group.value}\n")
        lines += [f"- [{page.title}]({page.name}.md)" for page in known if page.group is group]
        lines.append("")
    return _NOTE + "\n".join(lines).rstrip() + "\n"


def markdown(page: Page) -> str:
    """Return a page as Markdown, with its picture below the title where there is one."""
    blocks = [f"# {page.title}", *_picture(page), *map(_block, page.parts), "[All pages](README.md)"]
    return _NOTE + "\n\n".join(blocks) + "\n"


def _picture(page: Page) -> Iterator[str]:
    if page.about:
        what = "The place in the window" if page.group is Group.PLACES else "The form of this paper"
        yield f"![{what}: {page.title}]({PICTURES}/{page.name}.png)"


def _block(part: Part) -> str:
    match part:
        case Heading(words):
            return f"## {words}"
        case Text(words):
            return words
        case Points(items):
            return "\n".join(f"- {item}" for item in items)
        case Steps(items):
            return "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))


if __name__ == "__main__":
    sys.exit(main())
