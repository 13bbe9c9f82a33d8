# SPDX-License-Identifier: MPL-2.0
"""The head and the foot of a cover: the band with name and logo; columns with a rule above each, at the bottom."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from evidencepack.blocks.blocks import Paragraph, Table
from evidencepack.render.fonts.fontset import REGULAR
from evidencepack.render.theme import MM, CoverLook, PageShape
from evidencepack.render.typeset.attributes import Attributes
from evidencepack.render.typeset.columns import Padding
from evidencepack.render.typeset.flow import Flow, strips_of
from evidencepack.render.typeset.page import Element, Picture, Piece, Role, Rule, Stretch
from evidencepack.render.typeset.paging import Placed, Sheet, paginate
from evidencepack.render.typeset.prose import lower
from evidencepack.render.typeset.strips import Row, Strip
from evidencepack.render.typeset.tables import TableSetter, set_table


def set_name(flow: Flow, paragraph: Paragraph) -> None:
    """Set the bidder's name half way down the band at the top, the logo at its right, and the rule below the band."""
    theme, cover = flow.theme, flow.theme.cover
    style, room = theme.cover_name, cover.logo_width + cover.logo_gap if theme.logo else 0.0
    lines = flow.lines(paragraph.inlines, flow.element(Role.P), style, width=flow.measure - room, heading=True)
    strips = strips_of(lines, style, keep=True)
    band = max(cover.band, sum(strip.height for strip in strips))
    half = (band - sum(strip.height for strip in strips)) / 2
    lower(strips[0], half)
    last = strips[-1]
    last.height += half + cover.rule
    y = last.height - cover.rule / 2
    last.marks += (Rule(0, y, flow.measure, y, cover.rule, "accent"),)
    _set_logo(flow, last, last.height - cover.rule - band / 2)
    flow.add([*strips, Strip(cover.below, keep=True)])


def _set_logo(flow: Flow, strip: Strip, middle: float) -> None:
    """Put the logo at the right margin, its middle so far below the top of a strip; it is read after the name."""
    cover, logo = flow.theme.cover, flow.theme.logo
    if logo is None:
        return
    width, height = logo.fitted(cover.logo_width, cover.logo_height)
    element = Element(Role.FIGURE, flow.root, flow.block, Attributes(alt=logo.name))
    x, y = flow.measure - width, middle - height / 2
    strip.marks += (Picture(x, y, width, height, logo.sha256, element),)
    # A run without words gives the picture its place in the order of reading.
    place = Piece(0.0, 0.0, cover.foot.size, "", Stretch(REGULAR, element))
    strip.lines.append((x, y + height, (place,)))


def set_foot(flow: Flow, table: Table) -> None:
    """Set a table of the cover's foot: a rule above each column, none between rows."""
    if table.title or table.note:
        set_table(flow, table)
        return
    look = flow.theme.cover
    last = len(table.columns) - 1
    gap = look.foot_gap / MM
    columns = tuple(
        replace(column, width=column.width + gap if column.width and number < last else column.width)
        for number, column in enumerate(table.columns)
    )
    padding = [Padding(0.0, look.foot_gap if number < last else 0.0) for number in range(len(columns))]
    element = Element(Role.TABLE, flow.root, flow.block, Attributes(summary=table.summary))
    plain = replace(table, columns=columns, gap=0.0, centred=False)
    rows = TableSetter(flow, plain, element, padding).strips()
    for row in rows:
        _plain(row)
    if rows:
        rows[0].above = look.foot_rule
        rows[0].anchors = (table.anchor,) if table.anchor else ()
        for row in rows[1:]:
            row.before = -look.foot_pull
        flow.add(rows)


def _plain(row: Row) -> None:
    """Take the open table's rules away, and stop what is left at the columns."""
    row.grid.segments = row.grid.whole = [(cell.fill_x, cell.x + cell.width) for cell in row.cells]
    row.above = row.below = 0.0


def make_room(strips: list[Strip], foot: list[Strip], shape: PageShape, look: CoverLook) -> float:
    """Take white out of a cover whose foot would come too near, and return the part that is left of it.

    It all stays where taking it would not bring the foot onto the page.
    """
    white = [strip for strip in strips if strip.height and not strip.lines and not isinstance(strip, Row)]
    total = sum(strip.height for strip in white)
    lack = _height(strips) + look.foot_white + _height(foot) - (shape.floor - shape.top)
    if not white or lack <= 0 or lack - look.foot_white > total * (1 - look.least_white):
        return 1.0
    left = max(1 - lack / total, look.least_white)
    for strip in white:
        strip.height *= left
    return left


def _height(strips: list[Strip]) -> float:
    return sum(strip.height + strip.before for strip in strips) - sum(strip.before for strip in strips[:1])


def place_foot(sheets: list[Sheet], strips: list[Strip]) -> None:
    """Put the foot at the bottom of the last page of a cover, or of one more page if that is full."""
    if not strips:
        return
    last = sheets[-1]
    y = last.shape.floor - _height(strips)
    if y < last.shape.top:
        sheets += paginate(strips, last.shape, headless=last.headless)
        return
    lowest = max((placed.y + placed.strip.height for placed in last.placed), default=last.shape.top)
    if lowest > y:
        last = Sheet(last.shape, last.headless)
        sheets.append(last)
    heights = [strip.height + after.before for strip, after in zip(strips, [*strips[1:], strips[0]], strict=True)]
    depths = accumulate(heights[:-1], initial=y)
    last.placed += [Placed(strip, depth) for strip, depth in zip(strips, depths, strict=True)]
