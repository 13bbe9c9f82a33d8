# SPDX-License-Identifier: MPL-2.0
"""The contents list to strips: letters, linked titles, cells, page ranges that are filled in when pages are known."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from evidencepack.blocks.blocks import Align, Column, Toc, TocEntry
from evidencepack.blocks.inlines import CrossReference, Inline, Inlines, Text, Value
from evidencepack.render.fonts.fontset import BOLD, REGULAR
from evidencepack.render.number import plain
from evidencepack.render.theme import TextStyle
from evidencepack.render.typeset.attributes import Attributes
from evidencepack.render.typeset.columns import column_widths
from evidencepack.render.typeset.flow import Flow
from evidencepack.render.typeset.measure import link_to
from evidencepack.render.typeset.page import Element, Line, Piece, Role, Stretch, TableShape
from evidencepack.render.typeset.prose import apart
from evidencepack.render.typeset.strips import CellLines, Down, Grid, Row, row_height
from evidencepack.render.typeset.tables import keep_rows

RANGE = "range "
CONTENTS_SIZE, _SMALLER = 10.0, 9.0
_MANY = 20


class _Frame(NamedTuple):
    """What all entries share: their grid, where its columns begin, the look of their words."""

    grid: Grid
    lefts: list[float]
    style: TextStyle


def contents_size(toc: Toc) -> float:
    """Return the text size of a contents list in points at the standard theme: a long one is smaller, for one page."""
    return _SMALLER if len(toc.entries) > _MANY else CONTENTS_SIZE


def set_contents(flow: Flow, toc: Toc) -> None:
    """Set the contents list. Its look is that of the open table, its elements are TOC, TOCI and links.

    Its head is not read out: each cell says its own.
    """
    look = flow.theme.table
    size = look.size(contents_size(toc))
    style = TextStyle(size, look.pitch(size))
    columns = tuple(Column(width) for width in toc.widths)
    words, entries = _words(flow, toc), _entries(flow, toc)
    # Entries on one line come first, heads on one line second; of the entries, titles are the first to break.
    wishes = (_maxima(entries, _heads(flow, toc)), entries, [*words[:2], *entries[2:]], words)
    needs = next((wish for wish in wishes if sum(wish) <= flow.measure), words)
    widths, _ = column_widths(columns, needs, flow.measure, most=1.0)
    flow.measurer.tables[flow.block] = TableShape(size, tuple(widths))
    lefts = [0.0, *accumulate(widths)]
    grid = Grid(style.pitch, style.baseline, look.pad, [(0.0, lefts[-1])], [(0.0, lefts[-1])])
    root = Element(Role.TOC, flow.root, flow.block)
    head = _head(flow, toc, grid, lefts, style)
    frame = _Frame(grid, lefts, style)
    rows = [_entry(flow, entry, toc.head[2:-1], root, frame) for entry in toc.entries]
    head.above, head.below = look.above_head, look.below_head
    for row in rows:
        row.below = look.between_rows
    for row in rows[-1:]:
        row.below = look.below_last
    grid.heads = [head]
    keep_rows([head, *rows], flow.depth)
    flow.add([head, *rows], after=look.after)


def _em(flow: Flow, toc: Toc) -> float:
    """Return the length of a thousandth of an em in points."""
    return flow.theme.table.size(contents_size(toc)) / 1000


def _maxima(one: list[float], other: list[float]) -> list[float]:
    return list(map(max, one, other))


def _words(flow: Flow, toc: Toc) -> list[float]:
    """Return the least width of each column: the longest word of its head, and the page ranges."""
    bold, right = flow.measurer.fonts.faces[BOLD], flow.theme.table.contents_right
    em = _em(flow, toc)
    heads = [max(map(bold.width, words.split() or [""])) * em for words in toc.head]
    regular = flow.measurer.fonts.faces[REGULAR]
    pages = max((regular.width(text) * em for text in _ranges(flow, toc)), default=0.0)
    return [*(head + right for head in heads[:-1]), max(heads[-1], pages)]


def _heads(flow: Flow, toc: Toc) -> list[float]:
    """Return the width of each column that keeps its head on one line."""
    bold, right = flow.measurer.fonts.faces[BOLD], flow.theme.table.contents_right
    return [bold.width(words) * _em(flow, toc) + right for words in toc.head[:-1]] + [0.0]


def _entries(flow: Flow, toc: Toc) -> list[float]:
    """Return the width of each column that keeps every entry on one line."""
    measure, right = flow.measurer.measure, flow.theme.table.contents_right
    widths = _words(flow, toc)
    for entry in toc.entries:
        for number, inlines in enumerate((entry.title, *entry.cells), 1):
            longest = max(hard.width for hard in measure(inlines, flow.root))
            widths[number] = max(widths[number], longest * _em(flow, toc) + right + 0.1)
    return widths


def _ranges(flow: Flow, toc: Toc) -> list[str]:
    """Return texts as wide as the page ranges are expected to be."""
    digits = (flow.measurer.digits.get(entry.target, 1) for entry in toc.entries)
    return ["0" * count + "–" + "0" * count for count in digits]


def _cells(flow: Flow, texts: list[list[Line]], lefts: list[float]) -> list[CellLines]:
    cells = []
    right = flow.theme.table.contents_right
    for number, lines in enumerate(texts):
        last = number == len(texts) - 1
        width = lefts[number + 1] - lefts[number] - (0.0 if last else right)
        cells.append(CellLines(lefts[number], width, lines, Align.RIGHT if last else Align.LEFT))
    return cells


def _room(flow: Flow, lefts: list[float], number: int) -> float:
    last = number == len(lefts) - 2
    return max(lefts[number + 1] - lefts[number] - (0.0 if last else flow.theme.table.contents_right), CONTENTS_SIZE)


def _head(flow: Flow, toc: Toc, grid: Grid, lefts: list[float], style: TextStyle) -> Row:
    bold = TextStyle(style.size, style.pitch, bold=True)
    texts = [
        flow.lines((Text(words),), flow.root, bold, width=_room(flow, lefts, number))
        for number, words in enumerate(toc.head)
    ]
    cells = _cells(flow, list(map(apart, texts)), lefts)
    for cell in cells:
        cell.down = Down.BOTTOM
    return Row(row_height(grid, max(map(len, texts))), grid=grid, cells=cells, head=True, unread=True)


def _named(flow: Flow, item: Element, head: str, cell: Inlines) -> tuple[Inlines, Element]:
    """Return a cell and its element. A list has no columns to the ear: a cell says its head, "Answers: all"."""
    paragraph = flow.element(Role.P, item)
    # The words of references, some of them pages, are not known yet.
    if not head or any(isinstance(part, CrossReference) for part in cell):
        return cell, paragraph
    said = f"{head}: {plain(tuple(map(_heard, cell)))}"
    return tuple(map(_unexpanded, cell)), Element(Role.SPAN, paragraph, flow.block, Attributes(expansion=said))


def _heard(part: Inline) -> Inline:
    return Text(part.expansion or part.text) if isinstance(part, Text | Value) else part


def _unexpanded(part: Inline) -> Inline:
    return replace(part, expansion="") if isinstance(part, Text | Value) else part


def _entry(flow: Flow, entry: TocEntry, heads: tuple[str, ...], root: Element, frame: _Frame) -> Row:
    item, (grid, lefts, style) = flow.element(Role.TOCI, root), frame
    label = flow.element(Role.LBL, item)
    numbered = flow.measurer.numbered
    link, pages = (link_to(entry.target, flow.element(Role.REFERENCE, item), numbered) for _ in range(2))
    bold = TextStyle(style.size, style.pitch, bold=True)
    blue = TextStyle(style.size, style.pitch, colour="accent")
    parts: list[tuple[Inlines, Element, TextStyle]] = [((Text(entry.letter),), label, bold), (entry.title, link, blue)]
    parts += [(*_named(flow, item, head, cell), style) for head, cell in zip(heads, entry.cells, strict=True)]
    texts = [
        apart(flow.lines(inlines, element, look, width=_room(flow, lefts, number))) if inlines else []
        for number, (inlines, element, look) in enumerate(parts)
    ]
    flow.measurer.refers.add(entry.target)
    waiting = Stretch(REGULAR, pages, colour=style.colour, late=f"{RANGE}{entry.target}")
    cells = _cells(flow, [*texts, [(Piece(0.0, 0.0, style.size, "", waiting),)]], lefts)
    return Row(row_height(grid, max(map(len, texts))), grid=grid, cells=cells)
