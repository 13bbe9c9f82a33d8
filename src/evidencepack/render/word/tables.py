# SPDX-License-Identifier: MPL-2.0
"""The open table: fixed widths, repeated head, rows that stay whole, ground and padding of filled cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from evidencepack.blocks.blocks import Align, Cell, Fill, Ruling, Table, TableRow
from evidencepack.blocks.inlines import Inlines
from evidencepack.render.keeping import is_labelled, rows_kept
from evidencepack.render.number import plain
from evidencepack.render.theme import MM
from evidencepack.render.ties import tie
from evidencepack.render.typeset.cell_lists import AFTER_SIGN, BULLET, HANG
from evidencepack.render.typeset.columns import column_widths, paddings
from evidencepack.render.typeset.page import TableShape
from evidencepack.render.word.cells import (
    CellLook,
    TableLook,
    cell_margins,
    cell_opening,
    eased,
    margins,
    padding_right,
    row_xml,
    table_xml,
)
from evidencepack.render.word.estimate import ems, lines, longest_word
from evidencepack.render.word.flow import REST, Grid, Par, Piece
from evidencepack.render.word.inlines import inlines
from evidencepack.render.word.markup import edge
from evidencepack.render.word.paragraphs import BULLETS_NUMBER, STEPS, anchored, caption
from evidencepack.render.word.runs import PLAIN, Look
from evidencepack.render.word.writing import Chapter

_SLACK = 0.5
_NONE: frozenset[int] = frozenset()
_BOLD, _NAME = Look(bold=True), Look(bold=True, light=True)
_ALIGN = {Align.LEFT: "", Align.CENTRE: "center", Align.RIGHT: "right"}


class _Row(NamedTuple):
    """Which row is being written. ``last_head`` carries the rule under the head; ``keep`` stays with the next row.

    ``opens``: it is the first of a table without a head, below a light rule.

    ``unruled`` are the columns below empty cells of a head, over which no rule stands, ``inked`` those of cells on ink
    above others on ink.
    """

    head: bool = False
    first: bool = False
    unruled: frozenset[int] = frozenset()
    last_head: bool = False
    total: bool = False
    keep: bool = False
    opens: bool = False
    inked: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Opening:
    """What the first cell of a table carries when there is no caption: its anchor, and the break before it."""

    anchor: str
    page_break: bool

    def take(self) -> tuple[str, bool]:
        """Return what is there and leave nothing."""
        taken = self.anchor, self.page_break
        self.anchor, self.page_break = "", False
        return taken


def table(chapter: Chapter, block: Table, width: float, *, page_break: bool = False) -> list[Piece]:
    """Return a table with its caption and its note. ``width`` is the text area in points.

    Word refuses a table without rows: of one, caption and note are left, and a place for those who refer to it.
    """
    writing = chapter.writing
    before = [caption(chapter, block.label, block.title, block.anchor)] if block.label else []
    if before and page_break:
        before = [before[0]._replace(page_break=True)]
    opening = _Opening("" if before else block.anchor, page_break and not before)
    writer = _TableWriter(chapter, block, width, opening)
    after = [Par("EPNote", inlines(writing, block.note))] if block.note else []
    if not (block.head or block.rows):
        return [*(before or [Par(REST, anchored(writing, block.anchor, ""), page_break=page_break)]), *after]
    return [*before, Grid(writer.xml(), after=0.0 if after else writing.theme.table.after), *after]


class _TableWriter:
    """Writes one table. Widths are points."""

    def __init__(self, chapter: Chapter, block: Table, width: float, opening: _Opening) -> None:
        self._writing = writing = chapter.writing
        self._block = block
        self._opening = opening
        self._look = writing.theme.table
        self._padding_of = paddings(block, self._look)
        self._size = self._look.size(block.size)
        shape = chapter.shape or TableShape(self._size, tuple(column_widths(block.columns, self._needs(), width)[0]))
        self._widths, self._size, self._heights = eased(shape.widths), shape.size, shape.heights
        style = writing.text_style(self._size)
        self._text, self._head = f"EPTableText{style}", f"EPTableHead{style}"
        self._wide = width > writing.theme.portrait.measure + 1
        self._pad = self._row_padding()
        self._steps = 0
        self._openings: dict[tuple[_Row, int, int, Fill], str] = {}

    def xml(self) -> str:
        """Return the table."""
        block, look = self._block, self._look
        about = TableLook(
            "EPOpen",
            self._widths,
            block.summary,
            title=f"{block.label}: {plain(block.title)}" if block.label else "",
            first_column=block.row_headers,
            margins=cell_margins(self._pad, look),
            head=bool(block.head),
        )
        controls = self._writing.controls
        controls.in_row = True
        written = table_xml(about, self._rows())
        controls.in_row = False
        return written

    def _row_padding(self) -> float:
        look, block = self._look, self._block
        if block.ruling is Ruling.CALENDAR:
            return self._writing.theme.figure.row_pad
        if block.centred and block.ruling is Ruling.OPEN:
            return look.grid_pad
        if self._wide:
            return look.wide_pad
        return look.cover_pad if self._size >= look.cover_size else look.pad

    def _needs(self) -> list[float]:
        """Return the width of each column's longest word with its padding, about."""
        needs = [padding.both for padding in self._padding_of]
        for row in (*self._block.head, *self._block.rows):
            column = 0
            for cell in row.cells:
                if cell.span == 1:
                    words = max((longest_word(tie(plain(line)), bold=column == 0) for line in cell.lines), default=0.0)
                    need = words * self._size + self._padding_of[column].both + _SLACK
                    needs[column] = max(needs[column], need)
                column += cell.span
        return needs

    def _rows(self) -> Iterator[str]:
        """Give the rows: a table begins with two rows at least, and ends with two and its note on one page."""
        block = self._block
        unruled = _NONE
        for place, row in enumerate(block.head):
            kind = _Row(head=True, first=place == 0, unruled=unruled, last_head=place == len(block.head) - 1, keep=True)
            yield row_xml(self._cells(row, kind), head=True)
            unruled = _unnamed(row)
        heights = list(self._heights) or [self._height(row) for row in block.rows]
        depth = self._depth
        kept = rows_kept(heights, depth, note=bool(block.note), signed=bool(block.row_height))
        grounds = [_inked(row) for row in block.rows]
        inked = _NONE
        for place, (row, height, keep) in enumerate(zip(block.rows, heights, kept, strict=True)):
            above, inked = inked, grounds[place].intersection(*grounds[place + 1 : place + 2] or (_NONE,))
            kind = _Row(total=row.total, keep=keep, opens=place == 0 and not block.head, inked=inked, unruled=above)
            yield row_xml(self._cells(row, kind), whole=height <= depth / 3, least=block.row_height * MM)

    def _cells(self, row: TableRow, kind: _Row) -> str:
        column, written = 0, []
        for cell in row.cells:
            written.append(self._cell(row, cell, column, kind))
            column += cell.span
        return "".join(written)

    def _cell(self, row: TableRow, cell: Cell, column: int, kind: _Row) -> str:
        like = kind, column, cell.span, cell.fill
        opening = self._openings.get(like)
        if opening is None:
            opening = cell_opening(self._cell_look(row, cell, column, kind))
            # What a head's cell looks like depends on the words in it, too.
            if not kind.head:
                self._openings[like] = opening
        return f"{opening}{self._paragraphs(cell, column, kind)}</w:tc>"

    def _cell_look(self, row: TableRow, cell: Cell, column: int, kind: _Row) -> CellLook:
        return CellLook(
            sum(self._widths[column : column + cell.span]),
            cell.span,
            borders=self._borders(cell, column, kind),
            ground=self._ground(cell),
            padding=self._padding(column, cell.span, kind),
            upright=self._upright(row, cell, kind),
        )

    def _paragraphs(self, cell: Cell, column: int, kind: _Row) -> str:
        """Return the lines of a cell; in a head or a row's name, lines of explanation below the first are regular."""
        words = self._words(cell, kind)
        named = self._block.row_headers and column == 0 and not kind.head and cell.fill is not Fill.INK
        first = (_NAME if words is PLAIN else words._replace(bold=True, light=True)) if named else words
        lines: tuple[Inlines, ...] = cell.lines or ((),)
        align, written = self._align(cell, column), []
        for place, line in enumerate(lines):
            style = self._text if place or not kind.head else self._head
            anchor, page_break = self._opening.take()
            content = anchored(self._writing, anchor, inlines(self._writing, line, words if place else first))
            numbering, hanging = self._item(cell, place) if cell.signs else (None, 0.0)
            par = Par(
                style,
                content,
                more_before=self._above(place, line),
                keep=kind.keep,
                page_break=page_break,
                numbering=numbering,
                align=align,
                hanging=hanging,
            )
            written.append(par.xml({}))
        return "".join(written)

    def _item(self, cell: Cell, place: int) -> tuple[tuple[int, int] | None, float]:
        """Return list and level of a line that is an item of one of Word's own lists, and how far its words hang."""
        sign = cell.signs[place]
        if not sign:
            return None, 0.0
        if sign == "1":
            self._steps = self._writing.parts.start_list(STEPS, 1)
        hanging = max(HANG, *(ems(one) + AFTER_SIGN for one in cell.signs)) * self._size
        return (BULLETS_NUMBER if sign == BULLET else self._steps, 0), hanging

    def _above(self, place: int, line: Inlines) -> float:
        return self._look.labelled if place and is_labelled(line) else 0.0

    def _align(self, cell: Cell, column: int) -> str:
        align = self._block.columns[column].align
        return "" if cell.span > 1 and align is not Align.CENTRE else _ALIGN[align]

    def _upright(self, row: TableRow, cell: Cell, kind: _Row) -> str:
        """Heads stand at the bottom; at the top where heads carry a second line of explanation."""
        if not kind.head:
            return "center" if self._block.centred else ""
        several = len(cell.lines) > 1 if self._block.centred else any(len(other.lines) > 1 for other in row.cells)
        return "" if several else "bottom"

    def _words(self, cell: Cell, kind: _Row) -> Look:
        if cell.fill is Fill.INK:
            return Look(bold=True, colour=self._writing.colour("white"))
        return _BOLD if kind.total or cell.fill is Fill.TINT else PLAIN

    def _ground(self, cell: Cell) -> str:
        grounds = {Fill.NONE: "", Fill.BAND: "tint1", Fill.TINT: "tint2", Fill.INK: "ink"}
        name = grounds[cell.fill]
        return self._writing.colour(name) if name else ""

    def _padding(self, column: int, span: int, kind: _Row) -> str:
        """Return what differs from the table's own padding: filled cells have theirs, and push the next column in.

        Word adds the weight of a rule to the height of its row; the padding of heads gives it back.
        """
        left, right = self._padding_of[column].left, self._padding_of[column + span - 1].right
        edges = {"left": left} if left else {}
        if right != self._look.right:
            edges["right"] = padding_right(right)
        if kind.first:
            edges["top"] = self._pad - self._look.above_head
        if kind.last_head:
            edges["bottom"] = self._pad - self._look.below_head
        return margins(**edges)

    def _borders(self, cell: Cell, column: int, kind: _Row) -> str:
        look, ink = self._look, self._writing.colour("ink")
        unseen = self._writing.colour("white")
        top = edge("top", look.total, ink) if kind.total else ""
        top = edge("top", look.between_rows, ink) if kind.opens else top
        bottom = edge("bottom", look.below_head, ink) if kind.last_head else ""
        if kind.head and not kind.last_head:
            bottom = edge("bottom", look.between_rows, ink if _named(cell) else unseen)
        if column in kind.inked:
            bottom = edge("bottom", look.between_rows, unseen)
        if column in kind.unruled:
            top = edge("top", look.between_rows, unseen)
        left, right = self._gap(cell, column)
        return top + left + bottom + right

    def _gap(self, cell: Cell, column: int) -> tuple[str, str]:
        """Return the white lines between the columns of a grid, and the upright lines of a calendar."""
        block = self._block
        if block.ruling is Ruling.CALENDAR:
            return self._upright_line(cell, column), ""
        if not (block.gap and block.centred and block.columns[column].align is Align.CENTRE):
            return "", ""
        white = self._writing.colour("white")
        last = column + cell.span == len(self._widths)
        return edge("left", block.gap, white), "" if last else edge("right", block.gap, white)

    def _upright_line(self, cell: Cell, column: int) -> str:
        look = self._writing.theme.figure
        if column and column == self._block.heavy:
            return edge("left", look.start_line, self._writing.colour("ink"))
        if column > 1 and cell.fill is not Fill.BAND:
            return edge("left", look.month_line, self._writing.colour("grid"))
        return ""

    @property
    def _depth(self) -> float:
        """Height of the text area in points."""
        shape = self._writing.theme.landscape if self._wide else self._writing.theme.portrait
        return shape.floor - shape.top

    def _height(self, row: TableRow) -> float:
        """Return the height of a row in points, about."""
        size, column, tallest = self._size, 0, 0.0
        for cell in row.cells:
            last = column + cell.span - 1
            padding = self._padding_of[column].left + self._padding_of[last].right
            room = max(sum(self._widths[column : last + 1]) - padding, size) / size
            bold = column == 0 and self._block.row_headers
            count = sum(lines(tie(plain(line)), room, bold=bold and not place) for place, line in enumerate(cell.lines))
            above = sum(self._above(place, line) for place, line in enumerate(cell.lines))
            tallest = max(tallest, count * self._look.pitch(size) + above)
            column += cell.span
        return max(tallest + 2 * self._pad, self._block.row_height * MM)


def _inked(row: TableRow) -> frozenset[int]:
    """Return the columns at which cells on ink begin."""
    if Fill.INK not in [cell.fill for cell in row.cells]:
        return _NONE
    starts = accumulate((cell.span for cell in row.cells), initial=0)
    return frozenset(at for cell, at in zip(row.cells, starts, strict=False) if cell.fill is Fill.INK)


def _named(cell: Cell) -> bool:
    return any(plain(line) for line in cell.lines)


def _unnamed(row: TableRow) -> frozenset[int]:
    columns: list[int] = []
    at = 0
    for cell in row.cells:
        columns += [] if _named(cell) else range(at, at + cell.span)
        at += cell.span
    return frozenset(columns)
