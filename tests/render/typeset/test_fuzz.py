# SPDX-License-Identifier: MPL-2.0
"""Random documents: whatever is in them, the pages are complete, in order, inside the margins, and they end."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from tests.render.typeset.random_documents import random_document
from tests.render.typeset.reading import Expected, blocks_of, owners, read

from evidencepack.blocks.blocks import Clause, Heading, PageBreak, Style, Table
from evidencepack.blocks.document import Document
from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.fonts.loader import load_fonts
from evidencepack.render.number import Numbered, number
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset import paging
from evidencepack.render.typeset.page import HEADINGS, Element, Page, Pages, Role
from evidencepack.render.typeset.strips import Strip
from evidencepack.render.typeset.typesetter import typeset

SEEDS = range(1000 if os.environ.get("EVIDENCEPACK_FULL") else 60)
FONTS = load_fonts(Path(__file__).parents[3] / "resources" / "fonts")
_TURNS = 2000


@pytest.fixture(autouse=True)
def _bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop a page breaker that turns pages for ever."""
    turn = paging._Breaker._turn

    def counted(breaker: paging._Breaker, strip: Strip) -> None:
        assert len(breaker.sheets) < _TURNS, "the page breaker does not end"
        turn(breaker, strip)

    monkeypatch.setattr(paging._Breaker, "_turn", counted)


def _set(document: Document, fonts: FontSet = FONTS) -> tuple[Numbered, Pages]:
    numbered = number((document,))
    return numbered, typeset(numbered, STANDARD, fonts, stamp=True)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_document_is_set_whole_and_well(seed: int, measured: Callable[[str, str, float], None]) -> None:
    numbered, pages = _set(random_document(seed))
    document = numbered.documents[0]
    _text_is_complete_and_in_order(numbered, pages, document)
    _blocks_follow_each_other(pages, document)
    for page in pages.pages:
        _nothing_is_outside_the_margins(page)
    _no_heading_ends_a_page(pages, document)
    _paragraphs_keep_two_lines(pages, document)
    _heads_are_repeated(pages, document)
    if seed == SEEDS[-1]:
        measured("Random documents set whole, in order and inside the margins", "documents", len(SEEDS))


def _text_is_complete_and_in_order(numbered: Numbered, pages: Pages, document: Document) -> None:
    expected = Expected(numbered, pages)
    for name, block in blocks_of(document):
        assert read(pages, name) == expected.texts(block), name


def _blocks_follow_each_other(pages: Pages, document: Document) -> None:
    order = {name: place for place, (name, _) in enumerate(blocks_of(document))}
    places = [order[element.block] for page in pages.pages for element, _ in owners(page.runs)]
    assert places == sorted(places)


def _nothing_is_outside_the_margins(page: Page) -> None:
    shape = STANDARD.landscape if page.width > page.height else STANDARD.portrait
    top = min(shape.top, STANDARD.cover.top)
    for run in page.runs:
        assert run.x >= shape.left - 0.1
        assert run.x + run.width <= page.width - shape.right + 0.1, run
        assert top <= run.y <= shape.floor + 0.1, run
    for picture in page.pictures:
        assert picture.x + picture.width <= page.width - shape.right + 0.1
        assert picture.y + picture.height <= shape.floor + 0.1
    for rule in page.rules:
        assert shape.left - 0.1 <= rule.x0 <= rule.x1 <= page.width - shape.right + 0.1
        assert rule.y1 <= shape.floor + 0.1
    for words in page.artifacts:
        assert words.x > 0
        assert words.x + words.width <= page.width - shape.right + 0.1, words


def _no_heading_ends_a_page(pages: Pages, document: Document) -> None:
    blocks = list(blocks_of(document))
    followed = {
        name
        for (name, block), (after, following) in pairwise(blocks)
        if isinstance(block, Heading | Clause) and after.split(".")[0] == name.split(".")[0]
        if not isinstance(following, PageBreak) and not _empty(following)
    }
    begun: set[Element] = set()
    for page in reversed(pages.pages):
        runs = [(element, run) for element, run in owners(page.runs) if run.text.strip()]
        if runs and not page.pictures:
            last = max(runs, key=lambda pair: pair[1].y)[0]
            goes_on = last in begun
            assert not (last.role in HEADINGS and last.block in followed and not goes_on), last.block
        begun = {element for element, _ in runs}


def _empty(block: object) -> bool:
    return not isinstance(block, Heading | Clause) and not getattr(block, "inlines", ())


def _paragraphs_keep_two_lines(pages: Pages, document: Document) -> None:
    names = {name for name, block in blocks_of(document) if getattr(block, "style", None) is Style.BODY}
    lines: defaultdict[Element, defaultdict[int, set[float]]] = defaultdict(lambda: defaultdict(set))
    for index, page in enumerate(pages.pages):
        for element, run in owners(page.runs):
            if element.block in names:
                lines[element][index].add(round(run.y, 2))
    for element, by_page in lines.items():
        counts = [len(by_page[index]) for index in sorted(by_page)]
        assert len(counts) == 1 or min(counts) >= 2, (element.block, counts)


def _heads_are_repeated(pages: Pages, document: Document) -> None:
    for name, block in blocks_of(document):
        if not isinstance(block, Table) or not block.head or not block.rows:
            continue
        heads = _head_texts(pages, name)
        body = [
            index
            for index, page in enumerate(pages.pages)
            if any(_section(element) is Role.TBODY for element, _ in owners(page.runs) if element.block == name)
        ]
        lines = {run.y for page in pages.pages for element, run in owners(page.runs) if _in_head(element, name)}
        if len(lines) > 10:
            continue
        for index in body[1:]:
            repeated = "".join(run.text for run in pages.pages[index].artifacts)
            assert all(text in repeated for text in heads), (name, index)


def _head_texts(pages: Pages, name: str) -> list[str]:
    return [run.text for page in pages.pages for element, run in owners(page.runs) if _in_head(element, name)]


def _in_head(element: Element, name: str) -> bool:
    return element.block == name and _section(element) is Role.THEAD


def _section(element: Element) -> Role | None:
    above: Element | None = element
    while above is not None and above.role not in {Role.THEAD, Role.TBODY}:
        above = above.parent
    return above.role if above else None
