# SPDX-License-Identifier: MPL-2.0
"""A trend: results as a line with dots, the target as a dashed line, and every period without a figure marked.

Nothing is said by colour: what is missing is a cross, what is too small a number to show is "<5", and the last result
is bold at the end of its line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from evidencepack.blocks.figures import Better, Known, Result, Trend
from evidencepack.render.figures.axis import Frame, axis
from evidencepack.render.figures.drawing import Disc, Drawing, Point, Shape, Stroke, Words
from evidencepack.render.figures.labels import Field, first_free, pushed_apart
from evidencepack.render.figures.lettering import CAP_HEIGHT, Anchor, Lettering
from evidencepack.render.figures.scale import Scale
from evidencepack.render.theme import FigureLook, TextStyle

FEW = "<5"
"""What stands for a result of fewer than five cases."""

_LINE_NEEDS = 3  # results: two are points, not a line
_FROM_AXIS = 9.0  # points between a figure of the axis and one in the plot beside it
_LONGEST_END = 0.3  # of the width: words at the right end are cut there


@dataclass(frozen=True, slots=True)
class _End:
    """Words at the right end of a line: the height of the line there, and how they look."""

    y: float
    text: str
    bold: bool
    paths: tuple[str, ...]


def frame_of(
    trends: Sequence[tuple[Trend, Scale]], look: FigureLook, lettering: Lettering, *, width: float, plot: float
) -> Frame:
    """Return the frame that trends of one page share, wide enough at both sides for the longest of their words."""
    ticks = [scale.words(tick) for _, scale in trends for tick in scale.ticks]
    ends = [_cut(text, look, lettering, width) for trend, _ in trends for text in _end_texts(trend)]
    bold = look.text._replace(bold=True)
    left = max(look.left, *(lettering.width(tick, look.faint) + look.axis for tick in ticks))
    right = max([look.right, *(lettering.width(text, bold) + look.end for text in ends)])
    return Frame(width, left, width - right, look.above, look.above + plot)


def draw_trend(trend: Trend, scale: Scale, frame: Frame, look: FigureLook, lettering: Lettering) -> Drawing:
    """Return the drawing of a trend."""
    return _Plot(trend, scale, frame, look, lettering).drawing()


def _end_texts(trend: Trend) -> Iterator[str]:
    yield from (result.text for result in trend.results if result.known is Known.GIVEN)
    if trend.target:
        yield trend.target.text
    if trend.beside:
        yield trend.beside.name


def _cut(text: str, look: FigureLook, lettering: Lettering, width: float) -> str:
    return lettering.shortened(text, look.text._replace(bold=True), _LONGEST_END * width)


@dataclass(frozen=True, slots=True)
class _Plot:
    trend: Trend
    scale: Scale
    frame: Frame
    look: FigureLook
    lettering: Lettering

    @property
    def bold(self) -> TextStyle:
        """The look of the first and the last result."""
        return self.look.text._replace(bold=True)

    def drawing(self) -> Drawing:
        """Return all of it: grid, target, a second line, the line, marks of what is missing, words."""
        frame, trend = self.frame, self.trend
        signs = axis(trend, self.scale, frame, self.look, self.lettering)
        marks, few = self._gaps()
        shapes = (*signs.shapes, *self._target(), *self._beside(), *self._line(trend.results), *marks)
        words = (*signs.words, *few, *self._first(), *self._ends())
        return Drawing(frame.width, signs.height, shapes, words)

    def _x(self, place: int) -> float:
        cell = (self.frame.right - self.frame.left) / len(self.trend.periods)
        return self.frame.left + (place + 0.5) * cell

    def _y(self, value: float) -> float:
        return self.frame.foot - self.scale.share(value) * (self.frame.foot - self.frame.top)

    def _points(self, results: Sequence[Result]) -> list[tuple[int, Point]]:
        """Return the places of the results that are known."""
        known = ((place, result) for place, result in enumerate(results) if result.known is Known.GIVEN)
        return [(place, (self._x(place), self._y(result.value))) for place, result in known]

    def _runs(self, results: Sequence[Result]) -> list[tuple[Point, ...]]:
        """Return the points of each line: it stops at a period without a figure. Two results make no line."""
        points = self._points(results)
        if len(points) < _LINE_NEEDS:
            return []
        runs = groupby(enumerate(points), key=lambda pair: pair[1][0] - pair[0])
        lines = [tuple(point for _, (_, point) in run) for _, run in runs]
        return [line for line in lines if len(line) > 1]

    def _target(self) -> Iterator[Shape]:
        if self.trend.target:
            y = self._y(self.trend.target.value)
            yield Stroke(((self.frame.left, y), (self.frame.right, y)), self.look.target, dash=self.look.dash)

    def _line(self, results: Sequence[Result]) -> Iterator[Shape]:
        yield from (Stroke(line, self.look.data, "accent") for line in self._runs(results))
        yield from (Disc(*point, self.look.dot / 2, "accent") for _, point in self._points(results))

    def _beside(self) -> Iterator[Shape]:
        if self.trend.beside:
            results, look = self.trend.beside.results, self.look
            yield from (Stroke(line, look.beside) for line in self._runs(results))
            yield from (Disc(*point, look.dot / 2, "white", "ink", look.base) for _, point in self._points(results))

    def _gaps(self) -> tuple[list[Shape], list[Words]]:
        """Return a cross for each period without a figure, and "<5" where there were too few cases."""
        look, foot = self.look, self.frame.foot
        half, marks, few = look.cross / 2, list[Shape](), list[Words]()
        width = self.lettering.width(FEW, look.text)
        crowded = self._x(1) - self._x(0) < width + look.cross / 2
        for known, group in groupby(enumerate(self.trend.results), key=lambda pair: pair[1].known):
            places = [place for place, _ in group]
            if known is Known.MISSING:
                for x in map(self._x, places):
                    y = foot - look.cross
                    marks += [
                        Stroke(((x - half, y - half), (x + half, y + half)), look.cross_line),
                        Stroke(((x - half, y + half), (x + half, y - half)), look.cross_line),
                    ]
            elif known is Known.FEW:
                few += self._few(places, marks, crowded=crowded)
        return marks, few

    def _few(self, places: list[int], marks: list[Shape], *, crowded: bool) -> Iterator[Words]:
        """Yield "<5" for each period; where they would touch, one above a bracket over all of them."""
        style, look, foot = self.look.text, self.look, self.frame.foot
        half, y = look.cross / 2, foot - look.axis + look.cross / 2
        beside = [place for place in (places[0] - 1, places[-1] + 1) if 0 <= place < len(self.trend.results)]
        lifted = crowded and any(self.trend.results[place].known is Known.MISSING for place in beside)
        if not crowded or (len(places) == 1 and not lifted):
            for place in places:
                yield from self.lettering.words(FEW, self._x(place), y, style, anchor=Anchor.MIDDLE)
            return
        first, last = self._x(places[0]), self._x(places[-1])
        if len(places) > 1:
            low, high = foot - look.cross, foot - look.cross - half
            corners = ((first - half, low), (first - half, high), (last + half, high), (last + half, low))
            marks.append(Stroke(corners, look.base))
        yield from self.lettering.words(FEW, (first + last) / 2, y - look.cross - half, style, anchor=Anchor.MIDDLE)

    def _first(self) -> Iterator[Words]:
        """Yield the first result beside its dot: below a rising line, above a falling one, or where there is room."""
        points = self._points(self.trend.results)
        if len(points) < _LINE_NEEDS - 1:
            return
        (place, (x, y)), (_, (_, last)) = points[0], points[-1]
        result = self.trend.results[place]
        text = result.text.removesuffix("%")
        width, style = self.lettering.width(text, self.bold), self.bold
        rises = last < y or (last == y and self.trend.better is Better.HIGHER)
        down, aside = self.look.first, width / 2 + self.look.dot
        spots = [(x, y + down), (x, y - down)] if rises else [(x, y - down), (x, y + down)]
        spots = [(max(x, width / 2), cy) for _, cy in spots]  # never out of the figure
        if x - aside >= width / 2:
            spots.append((x - aside, y))
        half = CAP_HEIGHT * style.size / 2
        fields = [Field(cx - width / 2, cy - half, cx + width / 2, cy + half) for cx, cy in spots]
        chosen = first_free(fields, self._obstacles(place), 0, self.frame.foot - 1)
        cx, cy = spots[chosen]
        yield from self.lettering.words(
            text, cx, self.lettering.level(cy, style), style, anchor=Anchor.MIDDLE, paths=result.paths
        )

    def _obstacles(self, first: int) -> Iterator[tuple[Point, Point]]:
        """Yield what the words of the first result must not hide or stand beside: dots, lines, figures of the axis."""
        yield from self._ticks()
        lines = (self.trend.results, *((self.trend.beside.results,) if self.trend.beside else ()))
        for results in lines:
            for run in self._runs(results):
                yield from pairwise(run)
            dots = self._points(results)
            yield from ((point, point) for place, point in dots if place != first or results is not lines[0])
        for shape in self._target():
            if isinstance(shape, Stroke):
                yield shape.points[0], shape.points[1]

    def _ticks(self) -> Iterator[tuple[Point, Point]]:
        """Yield the edges of the axis's figures, each with the room that keeps it from being read with another."""
        half, end = CAP_HEIGHT * self.look.faint.size / 2, self.frame.left - self.look.axis
        for tick in self.scale.ticks:
            middle = self._y(tick)
            for y in (middle - half, middle, middle + half):
                yield (0.0, y), (end + _FROM_AXIS, y)

    def _ends(self) -> Iterator[Words]:
        """Yield the words at the right end: the last result, the target, the name of a second line."""
        ends = list(self._end_words())
        heights = pushed_apart([end.y for end in ends], self.look.apart)
        for end, y in zip(ends, heights, strict=True):
            style = self.bold if end.bold else self.look.text
            text = _cut(end.text, self.look, self.lettering, self.frame.width)
            x = self.frame.right + self.look.end
            yield from self.lettering.words(text, x, self.lettering.level(y, style), style, paths=end.paths)

    def _end_words(self) -> Iterator[_End]:
        trend = self.trend
        points = self._points(trend.results)
        if points:
            place, (_, y) = points[-1]
            result = trend.results[place]
            yield _End(y, result.text, bold=True, paths=result.paths)
        if trend.target:
            yield _End(self._y(trend.target.value), trend.target.text, bold=False, paths=trend.target.paths)
        beside = self._points(trend.beside.results) if trend.beside else []
        if trend.beside and beside:
            yield _End(beside[-1][1][1], trend.beside.name, bold=False, paths=())
