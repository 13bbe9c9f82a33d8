# SPDX-License-Identifier: MPL-2.0
"""Strips to sheets: where pages break.

Greedy, by groups of strips that must stay together. Every turn of the loop places a strip, or turns a page that
holds something, or makes a row shorter, so that it always ends; what cannot be kept together is broken where it must.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from evidencepack.render.theme import PageShape
from evidencepack.render.typeset.strips import Row, Strip, row_height, split_row

_SLACK = 0.01
_LEAST = 2


class Placed(NamedTuple):
    """A strip at a depth on its sheet. ``repeated`` marks what is shown again, such as a table's head: an artifact."""

    strip: Strip
    y: float
    repeated: bool = False


@dataclass(slots=True, eq=False, repr=False)
class Sheet:
    """One page to be: its shape, whether it has no header, and its strips."""

    shape: PageShape
    headless: bool = False
    placed: list[Placed] = field(default_factory=list)


def paginate(strips: list[Strip], shape: PageShape, *, headless: bool = False) -> list[Sheet]:
    """Place strips on as many sheets as they need, at least one."""
    breaker = _Breaker(shape, headless)
    start = 0
    while start < len(strips):
        end = _group_end(strips, start)
        breaker.group(strips[start:end])
        start = end
    return breaker.sheets


def first_pages(counts: Sequence[int], *, duplex: bool) -> list[int]:
    """Return the index of the first page of each document, from 0, and the number of pages of them all.

    ``duplex``: each document starts on a right-hand page, which has an even index, after an empty one where needed.
    """
    firsts, following = [], 0
    for count in counts:
        following += following % 2 if duplex else 0
        firsts.append(following)
        following += count
    return [*firsts, following]


def _group_end(strips: list[Strip], start: int) -> int:
    end = start + 1
    while end < len(strips) and strips[end - 1].keep and not strips[end].turn:
        end += 1
    return end


class _Breaker:
    def __init__(self, shape: PageShape, headless: bool) -> None:  # noqa: FBT001 - private, called once
        self.shape = shape
        self.headless = headless
        self.floor = shape.floor
        self.third = (shape.floor - shape.top) / 3
        self.sheets: list[Sheet] = []
        self._begin_sheet()

    def _begin_sheet(self) -> None:
        self.sheets.append(Sheet(self.shape, self.headless))
        self.placed = self.sheets[-1].placed
        self.y = self.shape.top
        self.fresh = True

    @property
    def room(self) -> float:
        """Points left on the page."""
        return self.floor - self.y + _SLACK

    def group(self, strips: list[Strip]) -> None:
        """Place strips that belong together, on this page if they fit, else from the top of the next."""
        first = strips[0]
        if not self.fresh and (first.turn or first.before + self._need(strips) > self.room):
            if self._has_one_line_of(first):
                strips = self._rest_of_paragraph(strips)
            self._turn(strips[0])
        for strip in strips:
            self._place(strip)

    def _has_one_line_of(self, strip: Strip) -> bool:
        """Say whether all that stands on the page is one line of the paragraph that goes on with a strip."""
        (only, *others) = self.placed
        alone = not others and not isinstance(only.strip, Row) and bool(only.strip.lines)
        return alone and not strip.before and not strip.turn and not isinstance(strip, Row)

    def _rest_of_paragraph(self, strips: list[Strip]) -> list[Strip]:
        """Place the lines that go on without a space, for no line stands alone on a page; return what follows them."""
        count = next((number for number, strip in enumerate(strips) if strip.before or isinstance(strip, Row)), 0)
        for strip in strips[:count]:
            self._place(strip)
        return strips[count:]

    def _need(self, strips: list[Strip]) -> float:
        """Return the room a group needs, of its last strip only as much as may not be split."""
        last = strips[-1]
        need = sum([strip.height for strip in strips[:-1]]) + sum([strip.before for strip in strips[1:]])
        if isinstance(last, Row) and self._splits(last):
            return need + row_height(last.grid, _LEAST) + last.grid.part
        return need + last.height + (last.foot.before + last.foot.height if last.foot else 0.0)

    def _splits(self, row: Row) -> bool:
        """Say whether a row may split over pages: it is taller than a third of the page, and not a head."""
        return not row.head and row.height > self.third and row.line_count >= 2 * _LEAST

    def _turn(self, strip: Strip) -> None:
        self._close()
        self._begin_sheet()
        heads: Sequence[Strip] = strip.again
        if isinstance(strip, Row) and not strip.head:
            heads = strip.grid.heads
        if sum(head.height for head in heads) > self.third:
            return
        if isinstance(strip, Row) and not heads and not strip.above:
            strip.above = strip.grid.again
        for head in heads:
            self.placed.append(Placed(head, self.y, repeated=True))
            self.y += head.height

    def _close(self) -> None:
        """Show what belongs under the last strip of the page, which otherwise only stands at the end of them all."""
        foot = self.placed[-1].strip.foot if self.placed else None
        if foot and foot.before + foot.height <= self.room:
            self.placed.append(Placed(foot, self.y + foot.before, repeated=True))

    def _place(self, strip: Strip) -> None:
        while True:
            gap = 0.0 if self.fresh else strip.before
            if strip.height <= self.room - gap:
                break
            rest = self._split(strip, self.room - gap) if isinstance(strip, Row) else None
            if rest is not None:
                self._turn(rest)
                strip = rest
            elif self.fresh:
                break
            else:
                self._turn(strip)
        self._put(strip)

    def _split(self, row: Row, room: float) -> Row | None:
        """Put as much of a row as fits, and return the rest of it."""
        if not self.fresh and not self._splits(row):
            return None
        parts = split_row(row, room, least=_LEAST) or (split_row(row, room, least=1) if self.fresh else None)
        if parts is None:
            return None
        self._put(parts[0])
        return parts[1]

    def _put(self, strip: Strip) -> None:
        if not self.fresh:
            self.y += strip.before
        self.placed.append(Placed(strip, self.y))
        self.y += strip.height
        self.fresh = False
