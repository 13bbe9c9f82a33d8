# SPDX-License-Identifier: MPL-2.0
"""Open tables to strips: rules, grounds, heads that repeat, notes kept with the last row."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from math import inf

from evidencepack.blocks.blocks import Align, Cell, Fill, Ruling, Table, TableRow
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.render.keeping import rows_kept
from evidencepack.render.number import plain
from evidencepack.render.theme import MM, TextStyle
from evidencepack.render.typeset.attributes import PLAIN, Attributes
from evidencepack.render.typeset.cell_lists import indent, item_elements
from evidencepack.render.typeset.columns import Padding, column_widths, paddings
from evidencepack.render.typeset.fields import EntryArea, row_form
from evidencepack.render.typeset.flow import Flow, strips_of
from evidencepack.render.typeset.heads import lift, spanning, speaks
from evidencepack.render.typeset.measure import Look
from evidencepack.render.typeset.measured_cell import MeasuredCell
from evidencepack.render.typeset.page import Element, Role, Rule, TableShape
from evidencepack.render.typeset.strips import CellLines, Down, Grid, Row, Strip, row_depth

_HEAD_PART = 0.6
_ROW_HEAD = Attributes(scope="Row")
_STRONG = frozenset({Fill.TINT, Fill.INK})
_GROUNDS = {Fill.NONE: "", Fill.BAND: "tint1", Fill.TINT: "tint2", Fill.INK: "ink"}


@dataclass(slots=True, eq=False, repr=False)
class TableSetter:
    """Sets one table. ``heads`` and ``rows`` are measured cells; widths come after all of them are known."""

    flow: Flow
    table: Table
    element: Element
    padding: list[Padding]
    heads: list[list[MeasuredCell]] = field(default_factory=list)
    rows: list[list[MeasuredCell]] = field(default_factory=list)
    _first: Element | None = None
    _spanning: frozenset[int] = frozenset()

    def strips(self) -> list[Row]:
        """Return the rows of the table."""
        table = self.table
        if table.head:
            # A head that nothing stands below would be no head of a body.
            section = self.flow.element(Role.THEAD if table.rows else Role.TBODY, self.element)
            self._spanning = spanning(table.head)
            for number, row in enumerate(table.head):
                self.heads.append(self._head(row, section, number))
        section = self.flow.element(Role.TBODY, self.element)
        self.rows = [self._row(row, section, number) for number, row in enumerate(table.rows)]
        (size, widths), look = self._widths(), self.flow.theme.table
        lefts = [0.0, *accumulate(widths)]
        grid = self._grid(size, lefts)
        heads = [self._placed(cells, grid, size, lefts, head=True) for cells in self.heads]
        rows = [self._placed(cells, grid, size, lefts, head=False) for cells in self.rows]
        heights = tuple([row.height for row in rows])
        self.flow.measurer.tables[self.flow.block] = TableShape(size, tuple(widths), heights)
        grid.heads = heads
        self._rule(heads, rows)
        _part_ink(rows, look.between_rows)
        self._free(rows)
        if self._spanning:
            lift(heads, [cell.column in self._spanning for cell in self.heads[1]], self.flow.depth)
        if table.ruling is Ruling.CALENDAR:
            self._uprights([*heads, *rows], lefts)
        return [*heads, *rows]

    def _head(self, row: TableRow, section: Element, number: int) -> list[MeasuredCell]:
        """Measure head cells: the first line bold, lines of explanation below it regular."""
        tr = self.flow.element(Role.TR, section)
        measured, column = [], 0
        for cell in row.cells:
            element = self._head_element(cell, tr, number, column)
            measured.append(self._measured(cell, column, element, first=Look(bold=True), rest=Look()))
            column += cell.span
        return measured

    def _head_element(self, cell: Cell, tr: Element, number: int, column: int) -> Element:
        """Return the element of a head cell; an empty corner heads nothing."""
        self._first = self._first or tr
        if not speaks(cell):
            return Element(Role.TD, tr, self.flow.block, Attributes(column_span=cell.span))
        spans = number == 1 and column in self._spanning
        return Element(
            Role.TH,
            self._first if spans else tr,
            self.flow.block,
            Attributes(
                scope="Column",
                column_span=cell.span,
                row_span=2 if spans else 1,
                id=self._id(f"h{number}", column),
                headers=self._headers(column, cell.span),
            ),
        )

    def _row(self, row: TableRow, section: Element, number: int) -> list[MeasuredCell]:
        tr = self.flow.element(Role.TR, section)
        names: tuple[str, ...] = ()
        measured, column = [], 0
        heads = self.table.named if self.table.row_headers else 0
        for cell in row.cells:
            named = column < heads and speaks(cell)
            own = _ROW_HEAD if named else PLAIN
            if cell.span > 1 or len(self.table.head) > 1:
                headers, name = (*self._headers(column, cell.span), *names), self._id(f"r{number}", column)
                own = own._replace(column_span=cell.span, headers=headers, id=name if named else "")
                names = (*names, own.id) if own.id else names
            element = Element(Role.TH if named else Role.TD, tr, self.flow.block, own)
            named = named and column == 0
            bold, colour = named or row.total or cell.fill in _STRONG, "white" if cell.fill is Fill.INK else "ink"
            look = Look(bold, colour, light=named)
            rest = look._replace(bold=False) if named and not row.total and cell.fill is Fill.NONE else look
            measured.append(self._measured(cell, column, element, first=look, rest=rest))
            column += cell.span
        return measured

    def _headers(self, column: int, span: int) -> tuple[str, ...]:
        """Return the ids of the head cells above a cell, where there is more than one row of heads."""
        if len(self.table.head) < 2:
            return ()
        return tuple(
            self._id(f"h{number}", head.column)
            for number, cells in enumerate(self.heads)
            for head in cells
            if head.column < column + span and column < head.column + head.cell.span and speaks(head.cell)
        )

    def _id(self, row: str, column: int) -> str:
        """Return the id of a cell that heads others; only tables with more than one row of heads need them."""
        return f"{self.flow.block}.{row}.{column}".replace("/", ".") if len(self.table.head) > 1 else ""

    def _measured(self, cell: Cell, column: int, element: Element, *, first: Look, rest: Look) -> MeasuredCell:
        measure, lines = self.flow.measurer.measure, cell.lines or ((),)
        if cell.signs:
            labels, bodies = zip(*item_elements(self.flow, element, cell.signs), strict=True)
            paragraphs = [
                measure(line, body, rest if number else first)
                for number, (line, body) in enumerate(zip(lines, bodies, strict=True))
            ]
            hang = indent(cell.signs, self.flow.measurer.fonts)
            return MeasuredCell(cell, column, paragraphs, element, list(labels), hang)
        if len(lines) == 1:
            return MeasuredCell(cell, column, [measure(lines[0], element, first)], element)
        paragraphs = [
            measure(line, self.flow.element(Role.P, element), rest if number else first)
            for number, line in enumerate(lines)
        ]
        return MeasuredCell(cell, column, paragraphs, element)

    def _widths(self) -> tuple[float, list[float]]:
        """Return the text size and the width of each column: the smallest size where the longest words need it.

        Where even that is not enough, tied words part and addresses break after their signs before other words do.
        """
        columns, look = self.table.columns, self.flow.theme.table
        size = look.size(self.table.size)
        for tried in dict.fromkeys((size, min(size, look.smallest))):
            wishes = self._wishes(tried)
            scale = tried / self.table.size
            widths, fits = column_widths(columns, self._needs(tried), self.flow.measure, wishes=wishes, scale=scale)
            if fits:
                return tried, widths
        widths, fits = column_widths(columns, self._needs(tried, parted=True), self.flow.measure, wishes=wishes)
        if not fits:
            self.padding = [padding.within(width) for padding, width in zip(self.padding, widths, strict=True)]
        return tried, widths

    def _needs(self, size: float, *, parted: bool = False) -> list[float]:
        """Return the width of each column's longest word with its padding; ``parted``: of the longest part of one."""
        fonts = self.flow.measurer.fonts
        both = [padding.both for padding in self.padding]
        needs = both.copy()
        cells = [cell for cells in (*self.heads, *self.rows) for cell in cells]
        words = [(cell.narrowest(fonts) if parted else cell.longest) * size / 1000 + 0.01 for cell in cells]
        for cell, longest in zip(cells, words, strict=True):
            if cell.cell.span == 1:
                needs[cell.column] = max(needs[cell.column], longest + both[cell.column])
        for cell, longest in zip(cells, words, strict=True):
            if cell.cell.span > 1:
                first, last = cell.column, cell.column + cell.cell.span - 1
                outer = self.padding[first].left + self.padding[last].right
                needs[last] += max(0.0, longest + outer - sum(needs[first : last + 1]))
        return needs

    def _wishes(self, size: float) -> list[float]:
        """Return the width of each column with its longest paragraph on one line, its head on two; grids are even."""
        wishes = [0.0] * len(self.padding)
        both = [padding.both for padding in self.padding]
        for cells, part in ((self.heads, _HEAD_PART), (self.rows, 1.0)):
            for cell in (cell for row in cells for cell in row if cell.cell.span == 1):
                wish = cell.widest * part * size / 1000 + both[cell.column] + 0.01
                if cell.cell.entry and self.table.columns[cell.column].width:
                    wish = inf  # the hand takes what there is
                wishes[cell.column] = max(wishes[cell.column], wish)
        centred = [column.align is Align.CENTRE for column in self.table.columns]
        even = max((wish for wish, grid in zip(wishes, centred, strict=True) if grid), default=0.0)
        return [even if grid else wish for wish, grid in zip(wishes, centred, strict=True)]

    def _grid(self, size: float, lefts: list[float]) -> Grid:
        look, table = self.flow.theme.table, self.table
        style = TextStyle(size, look.pitch(size))
        pad = look.pad if size < look.cover_size else look.cover_pad
        if table.ruling is Ruling.CALENDAR:
            pad = self.flow.theme.figure.row_pad
        elif table.centred and table.ruling is Ruling.OPEN:
            pad = look.grid_pad
        elif self.flow.shape.width > self.flow.shape.height:
            pad = look.wide_pad
        again = 0.0 if table.head else look.between_rows
        whole = [(0.0, lefts[-1])]
        return Grid(style.pitch, style.baseline, pad, self._segments(lefts), whole, again=again, part=look.labelled)

    def _segments(self, lefts: list[float]) -> list[tuple[float, float]]:
        """Return the stretches of a row's rule: it stops at the white gaps between grid columns."""
        half = self.table.gap / 2
        segments = [(0.0, lefts[-1])]
        for number, column in enumerate(self.table.columns):
            if half and column.align is Align.CENTRE:
                start = segments.pop()[0]
                segments += [(start, lefts[number])] if lefts[number] > start + 0.1 else []
                segments += [(lefts[number] + half, lefts[number + 1] - half), (lefts[number + 1], lefts[-1])]
        return [(start, end) for start, end in segments if end > start + 0.1]

    def _placed(self, cells: list[MeasuredCell], grid: Grid, size: float, lefts: list[float], *, head: bool) -> Row:
        downs = self._downs(cells) if head else [Down.MIDDLE if self.table.centred else Down.TOP] * len(cells)
        placed = []
        for cell, down in zip(cells, downs, strict=True):
            first, last = cell.column, cell.column + cell.cell.span - 1
            x, end = lefts[first] + self.padding[first].left, lefts[last + 1] - self.padding[last].right
            half = self.table.gap / 2
            lines, parted = cell.lines(self.flow, size, end - x)
            placed.append(
                CellLines(
                    x,
                    end - x,
                    lines,
                    self._align(cell),
                    down,
                    _GROUNDS[cell.cell.fill],
                    lefts[first] + half,
                    lefts[last + 1] - lefts[first] - 2 * half,
                    parted=parted,
                )
            )
        height = row_depth(grid, placed)
        if not head:
            height = max(height, self.table.row_height * MM)
        return Row(height, grid=grid, cells=placed, head=head)

    def _align(self, cell: MeasuredCell) -> Align:
        if cell.cell.span > 1:
            centred = self.table.columns[cell.column].align is Align.CENTRE
            return Align.CENTRE if centred else Align.LEFT
        return self.table.columns[cell.column].align

    def _downs(self, cells: list[MeasuredCell]) -> list[Down]:
        """Heads stand at the bottom; at the top where heads carry a second line of explanation."""
        several = [len(cell.paragraphs) > 1 for cell in cells]
        if self.table.centred:
            return [Down.TOP if more else Down.BOTTOM for more in several]
        return [Down.TOP if any(several) else Down.BOTTOM] * len(cells)

    def _rule(self, heads: list[Row], rows: list[Row]) -> None:
        """Give rows the weights of the rules above and below them."""
        look = self.flow.theme.table
        for row in (*heads, *rows):
            row.below = look.between_rows
        if heads:
            self._rule_heads(heads)
        elif rows:
            rows[0].above = look.below_last
        for row, source in zip(rows, self.table.rows, strict=True):
            if source.total:
                row.above = look.total
        for row in (rows or heads)[-1:]:
            row.below, row.last = look.below_last, True

    def _free(self, rows: list[Row]) -> None:
        """Put fields where a row leaves cells free for the hand."""
        for row, cells in zip(rows, self.rows, strict=True):
            areas = [
                EntryArea(cell.cell.entry, cell.element, placed.x, placed.width)
                for cell, placed in zip(cells, row.cells, strict=True)
                if cell.cell.entry
            ]
            if areas:
                name = plain(cells[0].cell.lines[0], self.flow.measurer.numbered.labels)
                row.marks += (row_form(name, areas, row.height),)

    def _uprights(self, rows: list[Row], lefts: list[float]) -> None:
        """Draw the light lines between months, but not through a band, and the heavy one from top to bottom."""
        look, heavy = self.flow.theme.figure, self.table.heavy
        for row, cells in zip(rows, (*self.heads, *self.rows), strict=True):
            light = [cell.column for cell in cells if cell.column > 1 and cell.cell.fill is not Fill.BAND]
            for column in light:
                if column != heavy:
                    row.marks += (Rule(lefts[column], 0, lefts[column], row.height, look.month_line, "grid"),)
            if heavy:
                row.marks += (Rule(lefts[heavy], 0, lefts[heavy], row.height, look.start_line),)

    def _rule_heads(self, heads: list[Row]) -> None:
        look, half = self.flow.theme.table, self.table.gap / 2
        heads[0].above = look.above_head
        for head, cells in zip(heads[:-1], self.heads, strict=False):
            head.below = 0.0
            head.under = [
                (cell.fill_x, cell.fill_x + cell.fill_width - (0 if half else 2))
                for cell, source in zip(head.cells, cells, strict=True)
                if any(plain(line) for line in source.cell.lines)
            ]
        heads[-1].below = look.below_head


def _part_ink(rows: list[Row], weight: float) -> None:
    """Draw white lines between cells on ink that stand one below the other."""
    for upper, lower in pairwise(rows):
        below = {cell.fill_x for cell in lower.cells if cell.fill == "ink"}
        for cell in upper.cells:
            if cell.fill == "ink" and cell.fill_x in below:
                x0, x1 = cell.fill_x, cell.fill_x + cell.fill_width
                upper.marks += (Rule(x0, upper.height, x1, upper.height, weight, "white"),)


def set_table(flow: Flow, table: Table) -> None:
    """Set a table with its title above and its note below."""
    theme, look = flow.theme, flow.theme.table
    element = Element(Role.TABLE, flow.root, flow.block, Attributes(summary=table.summary))
    first = len(flow.strips)
    if table.title:
        words: Inlines = (Text(f"{table.label}\u2002"), *table.title) if table.label else table.title
        lines = flow.lines(words, flow.element(Role.CAPTION, element), theme.caption, width=flow.measure)
        strips = strips_of(lines, theme.caption, keep=True)
        flow.add(strips, before=theme.caption.before, after=theme.caption.after)
    rows = TableSetter(flow, table, element, paddings(table, look)).strips()
    keep_rows(rows, flow.depth, note=bool(table.note), signed=bool(table.row_height))
    if table.ruling is Ruling.CALENDAR:
        for row in rows[:-1]:
            row.keep = True
    flow.add(rows, before=flow.least(look.before, look.before_kept), after=look.after)
    if table.note:
        set_note(flow, table.note)
    if len(flow.strips) == first:
        flow.add([Strip(0.0)])  # a table of nothing is still a place that others may refer to
    for strip in flow.strips[first : first + 1]:
        strip.anchors = (table.anchor,) if table.anchor else ()


def keep_rows(rows: list[Row], depth: float, *, note: bool = False, signed: bool = False) -> None:
    """Hold heads with two rows, the last row with the one before it and with its note, but for tall rows."""
    body = [row for row in rows if not row.head]
    for row in rows:
        row.keep = row.head and (row is not rows[-1] or note)
    kept_rows = rows_kept([row.height for row in body], depth, note=note, signed=signed)
    for row, kept in zip(body, kept_rows, strict=True):
        row.keep = kept


def set_note(flow: Flow, note: Inlines) -> None:
    """Set small print below a table."""
    style = flow.theme.note
    flow.after(0.0)
    flow.add(strips_of(flow.lines(note, flow.element(Role.P), style, width=flow.measure), style), before=style.before)
    flow.after(style.after)
