# SPDX-License-Identifier: MPL-2.0
"""Short ways to set a few blocks and look at what came out."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from evidencepack.blocks.blocks import Block, Cell, Column, Table, TableRow
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.render.fonts.loader import load_fonts
from evidencepack.render.number import number
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.page import Element, Furniture, Page, Pages, Run
from evidencepack.render.typeset.typesetter import typeset

FONTS = load_fonts(Path(__file__).parents[3] / "resources" / "fonts")
LEFT = STANDARD.portrait.left
RIGHT = STANDARD.portrait.width - STANDARD.portrait.right
RUNNING = Running("Ferrybank Home Support Ltd", "TBN-ASC-2027-014", "TBN-MOU-01", "version 1.0", "0123456789ab")


def words(text: str, *, bold: bool = False) -> Inlines:
    """Return plain words."""
    return (Text(text, bold=bold),)


def document(*blocks: Block, anchor: str = "doc", letter: str = "", landscape: bool = False) -> Document:
    """Return a document of one section."""
    return Document(anchor, f"Title of {anchor}", RUNNING, (Section(blocks, landscape),), letter=letter)


def set_documents(*documents: Document, stamp: bool = True) -> Pages:
    """Return the pages of documents."""
    return typeset(number(documents), STANDARD, FONTS, stamp=stamp)


def set_blocks(*blocks: Block, landscape: bool = False) -> Pages:
    """Return the pages of a document of these blocks."""
    return set_documents(document(*blocks, landscape=landscape))


def table(*rows: tuple[str, ...], head: tuple[str, ...] = (), **more: object) -> Table:
    """Return a table of plain words, with columns that share the measure unless widths are given."""
    count = len(rows[0])
    cells = tuple(TableRow(tuple(Cell((words(text),)) for text in row)) for row in rows)
    heads = (TableRow(tuple(Cell((words(text),)) for text in head)),) if head else ()
    columns = more.pop("columns", (Column(),) * count)
    return Table(columns, heads, cells, **more)  # type: ignore[arg-type]


def lines(page: Page) -> list[str]:
    """Return the words of each line of a page, from the top."""
    runs = sorted(page.runs, key=lambda run: (round(run.y, 1), run.x))
    return ["".join(run.text for run in line) for _, line in groupby(runs, key=lambda run: round(run.y, 1))]


def elements(pages: Pages) -> dict[str, Element]:
    """Return the element of each text, as it is on the pages."""
    return {run.text: run.element for page in pages.pages for run in page.runs}


def run_of(page: Page, text: str) -> Run:
    """Return the first run that contains a text."""
    return next(run for run in page.runs if text in run.text)


def furniture_of(page: Page, text: str) -> Furniture:
    """Return the first words of header, footer or stamp that contain a text."""
    return next(words for words in page.artifacts if text in words.text)


def tree(pages: Pages) -> list[str]:
    """Return the structure tree as lines, "  role: own words", as the painter will build it."""
    texts: dict[Element, list[str | Element]] = {}
    roots: list[Element] = []
    for page in pages.pages:
        for run in page.runs:
            _join(run.element, texts, roots)
            texts[run.element].append(run.text)
    return [line for root in roots for line in _lines(root, texts, 0)]


def _join(element: Element, texts: dict[Element, list[str | Element]], roots: list[Element]) -> None:
    if element in texts:
        return
    texts[element] = []
    if element.parent is None:
        roots.append(element)
    else:
        _join(element.parent, texts, roots)
        texts[element.parent].append(element)


def _lines(element: Element, texts: dict[Element, list[str | Element]], depth: int) -> list[str]:
    found = [f"{'  ' * depth}{element.role}"]
    for kid in texts[element]:
        if isinstance(kid, Element):
            found += _lines(kid, texts, depth + 1)
        elif found[-1].startswith(f"{'  ' * (depth + 1)}“"):
            found[-1] = f"{found[-1][:-1]}{kid}”"
        else:
            found.append(f"{'  ' * (depth + 1)}“{kid}”")
    return found
