# SPDX-License-Identifier: MPL-2.0
"""Breaking measured text into lines: greedy, ragged right, no hyphenation. Text in, text out, in order and complete."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from evidencepack.render.compounds import BREAK, may_part
from evidencepack.render.fonts.face import Face
from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.ties import NBSP
from evidencepack.render.typeset.measure import Measured, Span
from evidencepack.render.typeset.page import Element

_SLACK = 0.01
_SHORT = 8
_KEEPS = 4


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


def break_lines(paragraph: list[Measured], size: float, width: float, fonts: FontSet) -> list[Line]:
    """Break a paragraph into lines of at most ``width`` points.

    A word longer than the measure breaks where it must; the break adds nothing to the text.
    """
    lines: list[Line] = []
    limit = width * 1000 / size + _SLACK
    for measured in paragraph:
        if measured.stops[-1] <= limit:
            lines.append(_line(measured, (0, len(measured.text), 0, measured.stops[-1]), size))
        else:
            lines += [_line(measured, cut, size) for cut in _Breaker(measured, limit, fonts).cuts()]
    return lines


_Cut = tuple[int, int, float, float]


def _line(measured: Measured, cut: _Cut, size: float) -> Line:
    start, end, x0, x1 = cut
    spans, k = measured.spans, size / 1000
    if len(spans) == 1:
        text = measured.text[start:end]
        return (_piece(spans[0], text, 0.0, (x1 - x0) * k, size),)
    return tuple(_pieces(measured, cut, size))


def _piece(span: Span, text: str, dx: float, width: float, size: float) -> Piece:
    text = text.replace(NBSP, " ")
    _, face, scale, element, paths, colour, missing, underlined, late = span
    return Piece(dx, width, face, size * scale, text, element, paths, colour, missing, underlined, late)


def _pieces(measured: Measured, cut: _Cut, size: float) -> list[Piece]:
    start, end, x0, x1 = cut
    spans, at, k = measured.spans, measured.at, size / 1000
    first = bisect_right(spans, start, key=_start) - 1
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


def _start(span: Span) -> int:
    return span.start


@dataclass(slots=True)
class _Breaker:
    """Finds the breaks of one text. Each turn of its loop moves on by a letter at least, so it ends."""

    measured: Measured
    limit: float
    fonts: FontSet
    _inside: dict[int, tuple[list[int], list[float]]] = field(default_factory=dict)
    _parts: bool = False

    def __post_init__(self) -> None:
        self._parts = "-" in self.measured.text or "/" in self.measured.text

    def cuts(self) -> list[_Cut]:
        """Return (first letter, letter after the last, x of the start, x of the end) of each line."""
        measured, limit = self.measured, self.limit
        stops, begins, offsets = measured.stops, measured.begins, measured.offsets
        count, cuts, firsts = len(stops), list[_Cut](), list[int]()
        start, x, unit = 0, 0.0, 0
        while True:
            firsts.append(unit)
            after = bisect_right(stops, x + limit, unit)
            if after == count:
                break
            inside = self._break_inside(after, x + limit, start, forced=after == unit)
            if inside:
                cuts.append((start, inside[0], x, inside[1]))
                start, x = inside
            else:
                # A single letter wider than the measure stands alone.
                after = max(after, unit + 1)
                if after == count:
                    break
                cuts.append((start, offsets[after], x, stops[after - 1]))
                start, x = offsets[after], begins[after]
            unit = after
        cuts.append((start, len(measured.text), x, stops[-1]))
        self._mend_last(cuts, firsts)
        return cuts

    def _mend_last(self, cuts: list[_Cut], firsts: list[int]) -> None:
        """Bring a word down to a last line of one short word, if the line above keeps four."""
        measured, last = self.measured, len(self.measured.stops) - 1
        offset = measured.offsets[last]
        alone = len(cuts) > 1 and cuts[-1][0] == offset and len(measured.text) - offset < _SHORT
        if not alone or last - firsts[-2] <= _KEEPS:
            return
        before = last - 1
        if measured.stops[last] - measured.begins[before] > self.limit:
            return
        start, _, x, _ = cuts[-2]
        cuts[-2] = (start, measured.offsets[before], x, measured.stops[before - 1])
        cuts[-1] = (measured.offsets[before], len(measured.text), measured.begins[before], measured.stops[last])

    def _break_inside(self, unit: int, room: float, start: int, *, forced: bool) -> tuple[int, float] | None:
        """Return (letter, x) of a break inside a unit that does not fit: after a hyphen, or anywhere when forced."""
        if not forced and not (self._parts and self._may_part(unit)):
            return None
        offsets, xs = self._letters(unit)
        first, last = bisect_right(offsets, start), bisect_right(xs, room) - 1
        place = self._compound(unit, offsets[first], offsets[last]) if last >= first else None
        if place is None and forced:
            place = max(first, last)
            glued = self.measured.text.rfind(NBSP, start, offsets[place])
            if glued > start:
                place = bisect_right(offsets, glued + 1) - 1
        return (offsets[place], xs[place]) if place is not None and place < len(offsets) - 1 else None

    def _may_part(self, unit: int) -> bool:
        return may_part(self.measured.text[self.measured.offsets[unit] : self._end(unit)])

    def _compound(self, unit: int, first: int, last: int) -> int | None:
        """Return the number of the last good break after a hyphen between two letters of the text."""
        if not self._may_part(unit):
            return None
        good = [match.end() for match in BREAK.finditer(self.measured.text, first - 1, last + 4)]
        good = [offset for offset in good if first <= offset <= last]
        return bisect_right(self._letters(unit)[0], good[-1]) - 1 if good else None

    def _end(self, unit: int) -> int:
        offsets = self.measured.offsets
        return offsets[unit + 1] - 1 if unit + 1 < len(offsets) else len(self.measured.text)

    def _letters(self, unit: int) -> tuple[list[int], list[float]]:
        """Return the offsets and x of all places between letters of a unit, worked out once."""
        known = self._inside.get(unit)
        if known is None:
            known = self._inside[unit] = self._between_letters(unit)
        return known

    def _between_letters(self, unit: int) -> tuple[list[int], list[float]]:
        measured = self.measured
        start, end = measured.offsets[unit], self._end(unit)
        offsets, xs = [start], [measured.begins[unit]]
        spans = measured.spans
        for number in range(bisect_right(spans, start, key=_start) - 1, len(spans)):
            span = spans[number]
            if span.start >= end:
                break
            stop = min(end, spans[number + 1].start if number + 1 < len(spans) else end)
            face = self.fonts.faces[span.face]
            for length, advance in _steps(face, measured.text[max(start, span.start) : stop]):
                offsets.append(offsets[-1] + length)
                xs.append(xs[-1] + advance * span.scale)
        return offsets, xs


def _steps(face: Face, text: str) -> list[tuple[int, int]]:
    """Return length and advance of every letter of a text, with the marks that belong to it."""
    if not face.needs_shaping(text):
        return [(1, face.words[letter]) for letter in text]
    steps: list[tuple[int, int]] = []
    for glyph in face.shape(text):
        if glyph.text:
            steps.append((len(glyph.text), glyph.advance))
        else:
            steps[-1] = (steps[-1][0], steps[-1][1] + glyph.advance)
    return steps
