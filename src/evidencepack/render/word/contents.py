# SPDX-License-Identifier: MPL-2.0
"""The contents list: a field of Word's whose result is there already, an open table of links and pages.

"Update page numbers only" keeps the table and counts its pages anew. "Update entire table" makes a plain list of titles
and pages: Word takes them from the field at the beginning of each document that is listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from evidencepack.blocks.blocks import Column, Toc
from evidencepack.render.typeset.columns import column_widths
from evidencepack.render.typeset.contents import CONTENTS_SIZE, contents_size
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
from evidencepack.render.word.fields import FIELD_ENDS, field, field_begins, inner_link
from evidencepack.render.word.flow import HOLD, REST, Grid, Par, Piece
from evidencepack.render.word.ids import bookmark_name, end_name
from evidencepack.render.word.inlines import inlines
from evidencepack.render.word.markup import edge
from evidencepack.render.word.runs import PLAIN, Look, run
from evidencepack.render.word.writing import UNKNOWN_PAGE, Chapter, Writing

# Made of the hidden fields of documents alone, each a link.
_LIST = "TOC \\h \\z \\f C"


def contents(chapter: Chapter, block: Toc, width: float, *, page_break: bool = False) -> list[Piece]:
    """Return the contents list between the marks of its field. ``width`` is the text area in points.

    Without anything in the last paragraph LibreOffice takes it out, and ends the field within the table.
    """
    begins = Par(REST, field_begins(_LIST), keep=True, page_break=page_break)
    return [begins, _table(chapter, block, width), Par(REST, HOLD + FIELD_ENDS)]


def _table(chapter: Chapter, block: Toc, width: float) -> Grid:
    writing, right = chapter.writing, chapter.writing.theme.table.contents_right
    widths = eased(chapter.shape.widths if chapter.shape else _estimated(writing, block, width))
    about = TableLook(
        "EPOpen",
        widths,
        "Contents: each document with its letter and its pages.",
        first_column=True,
        margins=cell_margins(writing.theme.table.pad, writing.theme.table, right),
    )
    rows = [_head(writing, block, widths)]
    rows += [row_xml(_entry(chapter, block, place, widths)) for place in range(len(block.entries))]
    return Grid(table_xml(about, rows), after=writing.theme.table.after)


def _estimated(writing: Writing, block: Toc, width: float) -> Sequence[float]:
    look = writing.theme.table
    needs = [
        longest_word(words, bold=True) * look.size(contents_size(block)) + look.contents_right for words in block.head
    ]
    return column_widths(tuple(map(Column, block.widths)), needs, width)[0]


def _head(writing: Writing, block: Toc, widths: Sequence[float]) -> str:
    under = edge("bottom", writing.theme.table.below_head, writing.colour("ink"))
    last = len(widths) - 1
    look = writing.theme.table
    padding = {"top": look.pad - look.above_head, "bottom": look.pad - look.below_head}
    style = f"EPTableHead{writing.text_style(look.size(contents_size(block)))}"
    cells = (
        Par(style, run(text), keep=True, align="right" * (place == last)).xml({})
        for place, text in enumerate(block.head)
    )
    return row_xml("".join(_framed(cells, widths, padding, borders=under, upright="bottom")), head=True)


def _entry(chapter: Chapter, block: Toc, place: int, widths: Sequence[float]) -> str:
    """Return a line of the list; neither its first nor its last stands alone on a page."""
    writing, entry, last = chapter.writing, block.entries[place], len(block.entries) - 1
    size = writing.theme.table.size(contents_size(block))
    style = f"EPTableText{writing.text_style(size)}"
    smaller = contents_size(block) < CONTENTS_SIZE
    # In a list of contents LibreOffice has a style of its own for links, which knows no colour.
    link = Look(style="EPContentsLink", colour=writing.colour("accent"), size=size if smaller else 0.0)
    title = inner_link(entry.target, inlines(writing, entry.title, link))
    cells = (
        Par(style, run(entry.letter, Look(bold=True))),
        Par("TOC1", title, line=writing.theme.table.pitch(size) if smaller else 0.0),
        *(Par(style, inlines(writing, cell)) for cell in entry.cells),
        Par(style, _pages(writing, entry.target), align="right"),
    )
    keep = place in {0, last - 1} and place < last
    return "".join(_framed((cell._replace(keep=keep).xml({}) for cell in cells), widths, {}))


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
