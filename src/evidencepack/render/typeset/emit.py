# SPDX-License-Identifier: MPL-2.0
"""Sheets to pages: strips become lines, rules and boxes, and page numbers are filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple, assert_never

from evidencepack.blocks.blocks import Align
from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.theme import Theme
from evidencepack.render.typeset.contents import RANGE
from evidencepack.render.typeset.lines import line_width
from evidencepack.render.typeset.page import (
    Box,
    Drawn,
    FormField,
    Furniture,
    Kind,
    Line,
    Page,
    Picture,
    Piece,
    Rule,
    SignerForm,
)
from evidencepack.render.typeset.paging import Placed, Sheet
from evidencepack.render.typeset.strips import CellLines, Down, Grid, Mark, Row

_MARK = (0.06, 0.84, 0.26)
"""How far the ground of a gap reaches beyond its words at the sides, above and below the baseline; of the size."""


class Emitter(NamedTuple):
    """Makes pages. ``numbers`` is what a page reference to an anchor prints, ``ranges`` what the contents print."""

    theme: Theme
    fonts: FontSet
    numbers: Mapping[str, str]
    ranges: Mapping[str, str]

    def page(self, sheet: Sheet, document: int) -> Page:
        """Return a page with the words of its sheet; header and footer are not on it yet."""
        page = Page(sheet.shape.width, sheet.shape.height, document)
        for placed in sheet.placed:
            self._strip(page, placed, sheet.shape.left)
        page.boxes += [
            _ground_of(piece, x, y)
            for x, y, line in page.lines
            for piece in line
            if piece.stretch.missing and piece.stretch.colour != "white"
        ]
        return page

    def _strip(self, page: Page, placed: Placed, left: float) -> None:
        strip, y = placed.strip, placed.y
        for x, down, line in strip.lines:
            if placed.repeated:
                page.artifacts += [self._repeated(piece, left + x, y + down) for piece in line]
            else:
                self._line(page, left + x, y + down, line)
        if isinstance(strip, Row):
            self._row(page, strip, left, y, repeated=placed.repeated or strip.unread)
        for mark in strip.marks:
            _put(page, mark, left, y)

    def _line(self, page: Page, x: float, y: float, line: Line) -> None:
        for piece in line:
            stretch = piece.stretch
            if stretch.late:
                line = tuple(map(self._numbered, line))
            if stretch.underlined:
                start, depth = x + piece.dx, y + 0.14 * piece.size
                page.rules.append(Rule(start, depth, start + piece.width, depth, self.theme.link_rule, stretch.colour))
        page.lines.append((x, y, line))

    def _numbered(self, piece: Piece) -> Piece:
        """Return a piece with the page number that it waits for, if it waits for one."""
        if not piece.stretch.late:
            return piece
        behind = piece.text[len(piece.text.rstrip(" ")) :]
        return piece._replace(text=self.numbers[piece.stretch.late] + behind)

    def _row(self, page: Page, row: Row, left: float, y: float, *, repeated: bool) -> None:
        grid = row.grid
        for cell in row.cells:
            if cell.fill:
                page.boxes.append(_ground(cell, left, y, row.height))
            down = y + grid.pad + grid.baseline + cell.lowered + _drop(cell, row)
            for number, line in enumerate(cell.lines):
                down += grid.part if number in cell.parted else 0.0
                late = line[0].stretch.late
                words = self._ranged(line) if late and late.startswith(RANGE) else line
                x = left + cell.x + _shift(cell, words, grid)
                if repeated:
                    page.artifacts += [self._repeated(piece, x, down) for piece in words]
                else:
                    self._line(page, x, down, words)
                down += grid.pitch
        foot = y + row.height
        for weight, depth, segments in (
            (row.above, y, grid.whole),
            (row.below, foot, grid.whole if row.head or row.last else grid.segments),
            (self.theme.table.between_rows, foot, row.under),
        ):
            if weight:
                page.rules += [Rule(left + x0, depth, left + x1, depth, weight) for x0, x1 in segments]

    def _repeated(self, piece: Piece, x: float, y: float) -> Furniture:
        """Return words that are shown again: of a table's head, of what is signed."""
        stretch = piece.stretch
        words = self.numbers[stretch.late] if stretch.late else piece.text
        return Furniture(x + piece.dx, y, piece.width, stretch.face, piece.size, words, Kind.REPEATED, stretch.colour)

    def _ranged(self, line: Line) -> Line:
        """Return the line of a page range with its words."""
        piece: Piece = line[0]
        words = self.ranges[piece.stretch.late.removeprefix(RANGE)]
        width = self.fonts.faces[piece.stretch.face].width(words) * piece.size / 1000
        return (piece._replace(text=words, width=width, stretch=piece.stretch._replace(late="")),)


def _ground_of(piece: Piece, x: float, y: float) -> Box:
    """Return the ground on which a gap stands, above all others: its brackets say the same where a printer loses it."""
    side, above, below = (part * piece.size for part in _MARK)
    return Box(x + piece.dx - side, y - above, piece.width + 2 * side, above + below, fill="tint2")


def _ground(cell: CellLines, left: float, y: float, height: float) -> Box:
    return Box(left + cell.fill_x, y, cell.fill_width, height, fill=cell.fill)


def _drop(cell: CellLines, row: Row) -> float:
    """Return how far a cell's lines stand below the top of a taller row."""
    if cell.down is Down.TOP:
        return 0.0
    spare = (row.line_count - len(cell.lines)) * row.grid.pitch
    return spare / 2 if cell.down is Down.MIDDLE else spare


def _shift(cell: CellLines, line: Line, grid: Grid) -> float:
    """Return how far from the left edge of a cell a line begins; one that is wider than it stays inside the table."""
    width = line_width(line)
    spare = cell.width - width
    shift = 0.0 if cell.align is Align.LEFT else spare if cell.align is Align.RIGHT else spare / 2
    return shift if spare >= 0 else max(min(shift, grid.width - width - cell.x), -cell.x)


def _put(page: Page, mark: Mark, left: float, y: float) -> None:
    """Put a mark of a strip on the page; the strip's upper left corner is at ``left`` and ``y``."""
    match mark:
        case Rule():
            page.rules.append(Rule(mark.x0 + left, mark.y0 + y, mark.x1 + left, mark.y1 + y, mark.weight, mark.colour))
        case Box():
            page.boxes.append(mark._replace(x=mark.x + left, y=mark.y + y))
        case Furniture():
            page.artifacts.append(mark._replace(x=mark.x + left, y=mark.y + y))
        case Picture():
            page.pictures.append(replace(mark, x=mark.x + left, y=mark.y + y))
        case Drawn():
            page.drawings.append(replace(mark, x=mark.x + left, y=mark.y + y))
        case SignerForm():
            page.forms.append(SignerForm(mark.party, tuple(_moved(one, left, y) for one in mark.fields)))
        case _:
            assert_never(mark)


def _moved(one: FormField, left: float, y: float) -> FormField:
    return replace(one, x=one.x + left, y=one.y + y)
