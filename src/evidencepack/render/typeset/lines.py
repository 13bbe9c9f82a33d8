# SPDX-License-Identifier: MPL-2.0
"""Breaking measured text into lines: greedy, ragged right, no hyphenation. Text in, text out, in order and complete.

A soft hyphen that a person typed shows where a line ends with it, and nowhere else.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from evidencepack.render.compounds import BREAK, SIGN, SOFT, SOFT_HYPHEN, has_soft_break, may_part
from evidencepack.render.fonts.face import Face
from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.theme import MM
from evidencepack.render.ties import NBSP
from evidencepack.render.typeset.measure import Measured
from evidencepack.render.typeset.page import Line, Piece

_SLACK = 0.01
_SHORT = 8
_KEEPS = 4
# In a narrower measure, in points, the line above would end too early.
_WIDE = 80 * MM
_GOOD = re.compile(f"{BREAK.pattern}|{SOFT.pattern}|{SIGN.pattern}")


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
        width = measured.stops[-1]
        if width <= limit:
            lines.append(_line(measured, (0, len(measured.text), 0.0, width), size))
            continue
        cuts = _cuts(measured, limit, fonts, short)
        if SOFT_HYPHEN in measured.text:
            lines += [_hyphened(measured, cut, size, fonts) for cut in cuts]
        else:
            lines += [_line(measured, cut, size) for cut in cuts]
    return lines


def narrowest(measured: Measured, fonts: FontSet) -> float:
    """Return the width of the widest part of a text that only breaks between two letters, in thousandths of an em."""
    return max(map(_Breaker(measured, fonts).widest_part, range(len(measured.units))))


_Cut = tuple[int, int, float, float]  # first letter, letter after the last, x of the start, x of the end of a line


def _line(measured: Measured, cut: _Cut, size: float) -> Line:
    start, end, x0, x1 = cut
    spans, k = measured.spans, size / 1000
    first = last = 1
    if len(spans) > 1:
        starts = measured.starts
        first = bisect_right(starts, start)
        last = bisect_left(starts, end, first)
    if first == last:
        span, words = spans[first - 1], measured.text[start:end].replace(NBSP, " ")
        return (Piece(0.0, (x1 - x0) * k, size if span.scale == 1 else size * span.scale, words, span),)
    places, xs = (*starts[first:last], end), (*measured.at[first:last], x1)
    text, pieces, left = measured.text.replace(NBSP, " "), [], x0
    for span, stop, right in zip(spans[first - 1 : last], places, xs, strict=True):
        pieces.append(Piece((left - x0) * k, (right - left) * k, size * span.scale, text[start:stop], span))
        start, left = stop, right
    return tuple(pieces)


def _hyphened(measured: Measured, cut: _Cut, size: float, fonts: FontSet) -> Line:
    """Return a line; a soft hyphen at its end is a piece of its own, which shows."""
    start, end, x0, x1 = cut
    if end == len(measured.text) or measured.text[end - 1] != SOFT_HYPHEN or end - 1 == start:
        return _line(measured, cut, size)
    line = _line(measured, (start, end - 1, x0, x1), size)
    last = line[-1]
    face = _with_hyphen(last.stretch.face, fonts)
    width = fonts.faces[face].width(SOFT_HYPHEN) * last.size / 1000
    return (*line, Piece(last.dx + last.width, width, last.size, SOFT_HYPHEN, last.stretch._replace(face=face)))


def _with_hyphen(face: int, fonts: FontSet) -> int:
    return face if "-" in fonts.faces[face].cmap else 0


def _cuts(measured: Measured, limit: float, fonts: FontSet, short: int) -> list[_Cut]:
    """Return where the lines of a text begin and end. Each turn of the loop moves on by a letter at least."""
    text, units, stops = measured.text, measured.units, measured.stops
    breaker = _Breaker(measured, fonts)
    parts = "-" in text or "/" in text or has_soft_break(text)
    cuts: list[_Cut] = []
    count, start, x, above, unit, place = len(stops), 0, 0.0, 0, 0, 0
    while True:
        after = bisect_right(stops, x + limit, unit)
        forced = after == unit
        inside = breaker.inside(after, x + limit, start, forced=forced) if after < count and (forced or parts) else None
        if not inside:
            after = max(after, unit + 1)  # a single letter wider than the measure stands alone
        if after == count:
            break
        place += sum(map(len, units[unit:after])) + after - unit
        above, unit = unit, after
        if inside:
            cuts.append((start, inside[0], x, inside[1]))
            start, x = inside
        else:
            cuts.append((start, place, x, stops[after - 1]))
            start, x = place, measured.begin(after)
    cuts.append((start, len(text), x, stops[-1]))
    alone = cuts[1:] and start == place and unit == count - 1
    if alone and unit - above > _KEEPS and sum(map(str.isalnum, units[-1])) < short:
        _mend_last(cuts, measured, limit)
    return cuts


def _mend_last(cuts: list[_Cut], measured: Measured, limit: float) -> None:
    """Bring a word down to a last line of one word, if there is room."""
    before, stops = len(measured.units) - 2, measured.stops
    if stops[-1] - measured.begin(before) > limit:
        return
    place = cuts[-1][0] - len(measured.units[before]) - 1
    cuts[-2] = (cuts[-2][0], place, cuts[-2][2], stops[before - 1])
    cuts[-1] = (place, len(measured.text), measured.begin(before), stops[-1])


@dataclass(slots=True, eq=False, repr=False)
class _Breaker:
    """Finds breaks inside the units of one text."""

    measured: Measured
    fonts: FontSet
    _known: dict[int, tuple[list[int], list[float]]] = field(default_factory=dict)

    def widest_part(self, unit: int) -> float:
        """Return the width of the widest part of a unit between good places to break, in thousandths of an em."""
        measured = self.measured
        text, offset = measured.text, measured.place(unit)
        end = offset + len(measured.units[unit])
        places = {found.end() for found in _GOOD.finditer(text, offset, end)}
        places |= {place + 1 for place in range(offset, end) if text[place] == NBSP}
        if not places:
            return measured.stops[unit] - measured.begin(unit)
        offsets, xs = self._letters(unit)
        cuts = [x for at, x in zip(offsets, xs, strict=True) if at in places]
        return max(right - left for left, right in pairwise([xs[0], *cuts, xs[-1]]))

    def inside(self, unit: int, room: float, start: int, *, forced: bool) -> tuple[int, float] | None:
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
        return self.fonts.faces[_with_hyphen(span.face, self.fonts)].width(SOFT_HYPHEN) * span.scale

    def _letters(self, unit: int) -> tuple[list[int], list[float]]:
        """Return the offsets and x of all places between letters of a unit, worked out once."""
        known = self._known.get(unit)
        if known is None:
            known = self._known[unit] = self._between_letters(unit)
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
        return [(1, face.width(letter)) for letter in text]
    steps: list[tuple[int, int]] = []
    for glyph in face.shape(text):
        if glyph.text:
            steps.append((len(glyph.text), glyph.advance))
        else:
            steps[-1] = (steps[-1][0], steps[-1][1] + glyph.advance)
    return steps
