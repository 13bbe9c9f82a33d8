# SPDX-License-Identifier: MPL-2.0
"""The contents list: an open table whose titles are links and whose pages are fields, filled in already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from evidencepack.blocks.blocks import Column, Toc, TocEntry
from evidencepack.render.typeset.columns import column_widths
from evidencepack.render.word.cells import (
    CellLook,
    TableLook,
    cell_margins,
    cell_xml,
    eased,
    margins,
    row_xml,
    table_xml,
)
from evidencepack.render.word.estimate import longest_word
from evidencepack.render.word.fields import field, inner_link
from evidencepack.render.word.flow import Grid, Par
from evidencepack.render.word.ids import bookmark_name, end_name
from evidencepack.render.word.inlines import inlines
from evidencepack.render.word.markup import edge
from evidencepack.render.word.runs import PLAIN, Look, run
from evidencepack.render.word.writing import UNKNOWN_PAGE, Chapter, Writing

_SIZE = 10.0


def contents(chapter: Chapter, block: Toc, width: float, *, page_break: bool = False) -> Grid:
    """Return the contents list. ``width`` is the text area in points."""
    writing, right = chapter.writing, chapter.writing.theme.table.contents_right
    widths = eased(chapter.shape.widths if chapter.shape else _estimated(writing, block, width))
    about = TableLook(
        "EPOpen",
        widths,
        "Contents: each document with its letter and its pages.",
        first_column=True,
        margins=cell_margins(writing.theme.table.pad, writing.theme.table, right),
    )
    rows = [_head(writing, block.head, widths, page_break=page_break)]
    last = len(block.entries) - 1
    rows += [
        row_xml(_entry(writing, entry, widths, keep=place in {0, last - 1} and place < last))
        for place, entry in enumerate(block.entries)
    ]
    return Grid(table_xml(about, rows), after=writing.theme.table.after)


def _estimated(writing: Writing, block: Toc, width: float) -> Sequence[float]:
    look = writing.theme.table
    needs = [longest_word(words, bold=True) * look.size(_SIZE) + look.contents_right for words in block.head]
    return column_widths(tuple(map(Column, block.widths)), needs, width)[0]


def _head(writing: Writing, words: Sequence[str], widths: Sequence[float], *, page_break: bool) -> str:
    under = edge("bottom", writing.theme.table.below_head, writing.colour("ink"))
    last = len(widths) - 1
    look = writing.theme.table
    padding = {"top": look.pad - look.above_head, "bottom": look.pad - look.below_head}
    style = f"EPTableHead{writing.text_style(look.size(_SIZE))}"
    cells = (
        Par(style, run(text), keep=True, page_break=page_break and place == 0, align="right" * (place == last)).xml({})
        for place, text in enumerate(words)
    )
    return row_xml("".join(_framed(cells, widths, padding, borders=under, upright="bottom")), head=True)


def _entry(writing: Writing, entry: TocEntry, widths: Sequence[float], *, keep: bool) -> str:
    title = inner_link(entry.target, inlines(writing, entry.title, Look(style="EPContentsLink")))
    style = f"EPTableText{writing.text_style(writing.theme.table.size(_SIZE))}"
    cells = (
        Par(style, run(entry.letter, Look(bold=True))),
        Par("TOC1", title),
        *(Par(style, inlines(writing, cell)) for cell in entry.cells),
        Par(style, _pages(writing, entry.target), align="right"),
    )
    return "".join(_framed((replace(cell, keep=keep).xml({}) for cell in cells), widths, {}))


def _framed(
    paragraphs: Iterator[str],
    widths: Sequence[float],
    padding: Mapping[str, float],
    *,
    borders: str = "",
    upright: str = "",
) -> Iterator[str]:
    last = len(widths) - 1
    for place, paragraph in enumerate(paragraphs):
        own = margins(**padding, right=0) if place == last else margins(**padding)
        yield cell_xml(CellLook(widths[place], borders=borders, padding=own, upright=upright), paragraph)


def _pages(writing: Writing, target: str) -> str:
    """Return "9" or "9-14" with an en dash: fields at the beginning and the end of the document."""
    first = writing.page_of(target)
    pages = field(f"PAGEREF {bookmark_name(target)} \\h", first, PLAIN)
    span = next((span for span in writing.pages.documents if span.anchor == target), None) if writing.pages else None
    if span is None or span.count == 1 or first == UNKNOWN_PAGE:
        return pages
    last = str(span.first + span.count)
    return pages + run("–") + field(f"PAGEREF {end_name(target)} \\h", last, PLAIN)
