# SPDX-License-Identifier: MPL-2.0
"""Breaking measured text into lines: greedy, ragged right, no hyphenation. Text in, text out, in order and complete.

A soft hyphen that a person typed shows where a line ends with it, and nowhere else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from evidencepack.render.compounds import BREAK, SIGN, SOFT, SOFT_HYPHEN, has_soft_break, may_part
from evidencepack.render.fonts.face import Face
from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.theme import MM
from evidencepack.render.ties import NBSP
from evidencepack.render.typeset.measure import Measured, Span
from evidencepack.render.typeset.page import Element

_SLACK = 0.01
_SHORT = 8
_KEEPS = 4
# In a narrower measure, in points, the line above would end too early.
_WIDE = 80 * MM
_GOOD = re.compile(f"{BREAK.pattern}|{SOFT.pattern}|{SIGN.pattern}")


class Piece(NamedTuple):
    """Text of one look on a line: offset from the line's start and width in points. The rest is as in a Run."""

    dx: float
    width: float
    face: int
    size: float
    text: str
    element: Element
    paths: tuple[str, ...]
    colour: str
    missing: bool
    underlined: bool
    late: str


Line = tuple[Piece, ...]


def line_width(line: Line) -> float:
    """Return the width of a line in points, without the space at its end."""
    return line[-1].dx + line[-1].width if line else 0.0


def break_lines(
    paragraph: list[Measured], size: float, width: float, fonts: FontSet, *, short: int = _SHORT
) -> list[Line]:
    """Break a paragraph into lines of at most ``width`` points.

    In a wide measure no last line is one word of fewer than ``short`` letters, if the line above has words to give.

    A word longer than the measure breaks where it must: between tied words, else after the sign of an address, else
    between two letters. The break adds nothing to the text.
    """
    lines: list[Line] = []
    limit = max(width, 0.0) * 1000 / size + _SLACK
    short = short if width >= _WIDE else 0
    for measured in paragraph:
        if measured.stops[-1] <= limit:
            lines.append(_line(measured, (0, len(measured.text), 0, measured.stops[-1]), size))
        else:
            line = partial(_hyphened, fonts=fonts) if SOFT_HYPHEN in measured.text else _line
            lines += [line(measured, cut, size) for cut in _Breaker(measured, limit, fonts, short).cuts()]
    return lines


def narrowest(measured: Measured, fonts: FontSet) -> float:
    """Return the width of the widest part of a text that only breaks between two letters, in thousandths of an em."""
    breaker = _Breaker(measured, 0.0, fonts)
    return max(map(breaker.widest_part, range(len(measured.units))))


_Cut = tuple[int, int, float, float]


def _line(measured: Measured, cut: _Cut, size: float) -> Line:
    start, end, x0, x1 = cut
    spans, k = measured.spans, size / 1000
    if len(spans) == 1:
        text = measured.text[start:end]
        return (_piece(spans[0], text, 0.0, (x1 - x0) * k, size),)
    return tuple(_pieces(measured, cut, size))


def _hyphened(measured: Measured, cut: _Cut, size: float, fonts: FontSet) -> Line:
    """Return a line; a soft hyphen at its end is a piece of its own, which shows."""
    start, end, x0, x1 = cut
    if end == len(measured.text) or measured.text[end - 1] != SOFT_HYPHEN or end - 1 == start:
        return _line(measured, cut, size)
    line = _line(measured, (start, end - 1, x0, x1), size)
    last = line[-1]
    face = _with_hyphen(last.face, fonts)
    width = fonts.faces[face].words[SOFT_HYPHEN] * last.size / 1000
    return (*line, last._replace(dx=last.dx + last.width, width=width, face=face, text=SOFT_HYPHEN))


def _with_hyphen(face: int, fonts: FontSet) -> int:
    return face if "-" in fonts.faces[face].cmap else 0


def _piece(span: Span, text: str, dx: float, width: float, size: float) -> Piece:
    text = text.replace(NBSP, " ")
    _, face, scale, element, paths, colour, missing, underlined, late = span
    return Piece(dx, width, face, size * scale, text, element, paths, colour, missing, underlined, late)


def _pieces(measured: Measured, cut: _Cut, size: float) -> list[Piece]:
    start, end, x0, x1 = cut
    spans, at, k = measured.spans, measured.at, size / 1000
    first = bisect_right(measured.starts, start) - 1
    pieces = []
    for number in range(first, len(spans)):
        span = spans[number]
        if span.start >= end and number > first:
            break
        later = number + 1 < len(spans) and spans[number + 1].start < end
        left = at[number] if number > first else x0
        right = at[number + 1] if later else x1
        text = measured.text[span.start if number > first else start : spans[number + 1].start if later else end]
        pieces.append(_piece(span, text, (left - x0) * k, (right - left) * k, size))
    return pieces


@dataclass(slots=True, eq=False)
class _Breaker:
    """Finds the breaks of one text. Each turn of its loop moves on by a letter at least, so it ends."""

    measured: Measured
    limit: float
    fonts: FontSet
    short: int = 0
    _inside: dict[int, tuple[list[int], list[float]]] = field(default_factory=dict)

    def cuts(self) -> list[_Cut]:
        """Return (first letter, letter after the last, x of the start, x of the end) of each line."""
        measured, limit = self.measured, self.limit
        text, units, widths, stops = measured.text, measured.units, measured.widths, measured.stops
        count, cuts, firsts = len(stops), list[_Cut](), list[int]()
        parts = "-" in text or "/" in text or has_soft_break(text)
        start, x, unit, place = 0, 0.0, 0, 0
        while True:
            firsts.append(unit)
            after = bisect_right(stops, x + limit, unit)
            if after == count:
                break
            forced = after == unit
            inside = self._break_inside(after, x + limit, start, forced=forced) if forced or parts else None
            # A single letter wider than the measure stands alone.
            after = after if inside else max(after, unit + 1)
            if after == count:
                break
            place += sum(map(len, units[unit:after])) + after - unit
            unit = after
            if inside:
                cuts.append((start, inside[0], x, inside[1]))
                start, x = inside
            else:
                cuts.append((start, place, x, stops[after - 1]))
                start, x = place, stops[after] - widths[after]
        cuts.append((start, len(text), x, stops[-1]))
        if len(cuts) > 1 and start == place and unit == count - 1:
            self._mend_last(cuts, firsts)
        return cuts

    def _mend_last(self, cuts: list[_Cut], firsts: list[int]) -> None:
        """Bring a word down to a last line of one short word, if the line above keeps four."""
        measured, last = self.measured, len(self.measured.stops) - 1
        if sum(map(str.isalnum, measured.units[last])) >= self.short or last - firsts[-2] <= _KEEPS:
            return
        before = last - 1
        if measured.stops[last] - measured.begin(before) > self.limit:
            return
        start, _, x, _ = cuts[-2]
        place = cuts[-1][0] - len(measured.units[before]) - 1
        cuts[-2] = (start, place, x, measured.stops[before - 1])
        cuts[-1] = (place, len(measured.text), measured.begin(before), measured.stops[last])

    def widest_part(self, unit: int) -> float:
        """Return the width of the widest part of a unit between good places to break, in thousandths of an em."""
        measured = self.measured
        text, offset = measured.text, measured.place(unit)
        end = offset + len(measured.units[unit])
        places = {found.end() for found in _GOOD.finditer(text, offset, end)}
        places |= {place + 1 for place in range(offset, end) if text[place] == NBSP}
        if not places:
            return measured.widths[unit]
        offsets, xs = self._letters(unit)
        cuts = [x for at, x in zip(offsets, xs, strict=True) if at in places]
        return max(right - left for left, right in pairwise([xs[0], *cuts, xs[-1]]))

    def _break_inside(self, unit: int, room: float, start: int, *, forced: bool) -> tuple[int, float] | None:
        """Return (letter, x) of a break inside a unit that does not fit; where it must, anywhere when forced."""
        if not forced and not self._may_part(unit):
            return None
        offsets, xs = self._letters(unit)
        first, last = bisect_right(offsets, start), bisect_right(xs, room) - 1
        place = self._good(unit, first, last, room) if last >= first else None
        if place is None and forced:
            place = max(first, last)
            while place > first and self.measured.text[offsets[place] - 1] == SOFT_HYPHEN:
                place -= 1
            at = self._glued(start, offsets[place]) or self._signed(start, offsets[place])
            if at:
                place = bisect_right(offsets, at) - 1
        return (offsets[place], xs[place]) if place is not None and place < len(offsets) - 1 else None

    def _glued(self, start: int, end: int) -> int:
        """Return the offset behind the last tie of a stretch, or 0."""
        glued = self.measured.text.rfind(NBSP, start, end)
        return glued + 1 if glued > start else 0

    def _signed(self, start: int, end: int) -> int:
        """Return the offset behind the last sign of an address or a file name in a stretch, or 0."""
        return max((found.start() for found in SIGN.finditer(self.measured.text, start + 1, end + 1)), default=0)

    def _may_part(self, unit: int) -> bool:
        word = self.measured.units[unit]
        return may_part(word) or has_soft_break(word)

    def _good(self, unit: int, first: int, last: int, room: float) -> int | None:
        """Return the number of the last good break: after a hyphen of a compound, or where a person says so."""
        (offsets, xs), text = self._letters(unit), self.measured.text
        word = self.measured.units[unit]
        good: list[int] = []
        if may_part(word):
            good += [found.end() for found in BREAK.finditer(text, offsets[first] - 1, offsets[last] + 4)]
        if has_soft_break(word):
            good += [found.end() for found in SOFT.finditer(text, offsets[first] - 1, offsets[last] + 1)]
        for offset in sorted(good, reverse=True):
            place = bisect_right(offsets, offset) - 1
            if first <= place <= last and offsets[place] == offset and xs[place] + self._hyphen(offset) <= room:
                return place
        return None

    def _hyphen(self, offset: int) -> float:
        """Return the room that the sign of a soft hyphen before an offset takes, if there is one."""
        spans = self.measured.spans
        if self.measured.text[offset - 1] != SOFT_HYPHEN:
            return 0.0
        span = spans[bisect_right(self.measured.starts, offset - 1) - 1]
        return self.fonts.faces[_with_hyphen(span.face, self.fonts)].words[SOFT_HYPHEN] * span.scale

    def _letters(self, unit: int) -> tuple[list[int], list[float]]:
        """Return the offsets and x of all places between letters of a unit, worked out once."""
        known = self._inside.get(unit)
        if known is None:
            known = self._inside[unit] = self._between_letters(unit)
        return known

    def _between_letters(self, unit: int) -> tuple[list[int], list[float]]:
        measured = self.measured
        start = measured.place(unit)
        end = start + len(measured.units[unit])
        offsets, xs = [start], [measured.begin(unit)]
        spans = measured.spans
        for number in range(bisect_right(measured.starts, start) - 1, len(spans)):
            span = spans[number]
            if span.start >= end:
                break
            stop = min(end, spans[number + 1].start if number + 1 < len(spans) else end)
            face = self.fonts.faces[span.face]
            text = measured.text[max(start, span.start) : stop]
            # The number of a page stays whole: it is printed where it begins.
            steps = [(len(text), face.width(text))] if span.late else _steps(face, text)
            for length, advance in steps:
                offsets.append(offsets[-1] + length)
                xs.append(xs[-1] + advance * span.scale)
        return offsets, xs


def _steps(face: Face, text: str) -> list[tuple[int, int]]:
    """Return length and advance of every letter of a text, with the marks that belong to it."""
    if not (face.needs_shaping(text) or SOFT_HYPHEN in text):
        return [(1, face.words[letter]) for letter in text]
    steps: list[tuple[int, int]] = []
    for glyph in face.shape(text):
        if glyph.text:
            steps.append((len(glyph.text), glyph.advance))
        else:
            steps[-1] = (steps[-1][0], steps[-1][1] + glyph.advance)
    return steps
