# SPDX-License-Identifier: MPL-2.0
"""Figures to strips: pictures, trends alone or side by side, levels; calendars and coverage as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidencepack.blocks.blocks import Figure, Figures
from evidencepack.blocks.figures import GovernanceLevels, Trend
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.render.figures.drawing import Drawing, moved
from evidencepack.render.figures.key import draw_key, key_sentence
from evidencepack.render.figures.lettering import Lettering
from evidencepack.render.figures.levels import Placed, draw_levels
from evidencepack.render.figures.scale import scales_of
from evidencepack.render.figures.tables import as_table
from evidencepack.render.figures.trend import draw_trend, frame_of
from evidencepack.render.fonts.fontset import REGULAR
from evidencepack.render.theme import MM, TextStyle
from evidencepack.render.typeset.attributes import Attributes
from evidencepack.render.typeset.flow import Flow, strips_of
from evidencepack.render.typeset.page import Drawn, Element, Line, Picture, Piece, Role, SetLine, Stretch
from evidencepack.render.typeset.strips import Strip
from evidencepack.render.typeset.tables import set_note, set_table

# A picture leaves room for its heading and title on the same page; so does a drawing, which is made for its width.
_TALLEST, _TALLEST_DRAWING = 0.75, 0.9
_ABREAST = 2


def set_figure(flow: Flow, figure: Figure) -> None:
    """Set a figure that stands alone."""
    table = as_table(figure)
    if table is not None:
        set_table(flow, table)
    elif isinstance(figure.drawing, Trend):
        _set_trend(flow, figure, figure.drawing)
    else:
        group = flow.element(Role.DIV) if figure.title else flow.root
        _caption(flow, figure, group)
        element = Element(Role.FIGURE, group, flow.block, Attributes(alt=figure.alt))
        governance = figure.drawing
        strip = _levels(flow, governance, element) if isinstance(governance, GovernanceLevels) else None
        _finish(flow, strip or _picture(flow, figure, element), figure.note)


def set_figures(flow: Flow, figures: Figures) -> None:
    """Set trends two to a row, the plots of a row at one height, and the key below the last of a page.

    A row never splits. The key is read once.
    """
    look, lettering = flow.theme.figure, Lettering(flow.measurer.fonts)
    trends = [figure.drawing for figure in figures.figures if isinstance(figure.drawing, Trend)]
    scaled = list(zip(trends, scales_of(trends), strict=True))
    frame = frame_of(scaled, look, lettering, width=look.half, plot=look.low_plot)
    drawings = [draw_trend(trend, scale, frame, look, lettering) for trend, scale in scaled]
    panels = [_Panel(flow, figure, drawing) for figure, drawing in zip(figures.figures, drawings, strict=True)]
    rows = list[Strip]()
    for start in range(0, len(panels), _ABREAST):
        row = panels[start : start + _ABREAST]
        strip = _row(row, look.half + look.gap)
        if strip.height > _TALLEST * flow.depth:
            rows += [panel.set_apart() for panel in row]
            continue
        before = flow.theme.caption.before if start else flow.least(flow.theme.caption.before, 0.0)
        flow.add([strip], before=before, after=look.after)
        rows.append(strip)
    flow.keep_last()
    key = _set_key(flow, trends, figures.result, figures.note)
    for strip in rows[:-1]:
        strip.foot = key


@dataclass(slots=True, eq=False, repr=False)
class _Panel:
    """A trend with its words: title, the line below it, and the drawing under both."""

    flow: Flow
    figure: Figure
    drawing: Drawing

    def words(self, group: Element) -> list[tuple[float, Line]]:
        """Return the lines above the plot with their baselines."""
        y, found = 0.0, list[tuple[float, Line]]()
        theme, figure = self.flow.theme, self.figure
        for inlines, role, style in (
            (figure.title, Role.CAPTION, theme.caption),
            (figure.below, Role.P, theme.figure.below),
        ):
            if inlines:
                element = self.flow.element(role, group)
                for line in self.flow.lines(inlines, element, style, width=self.drawing.width):
                    found.append((y + style.baseline, line))
                    y += style.pitch
        return found

    def set_apart(self) -> Strip:
        """Set the trend below its words, which may then go over a page: they are too long to stand beside others."""
        flow, group = self.flow, self.flow.element(Role.DIV)
        _caption(flow, self.figure, group)
        _below(flow, self.figure, group)
        strip = Strip(self.drawing.height)
        self.put(strip, group, 0.0, 0.0)
        flow.add([strip], after=flow.theme.figure.after)
        return strip

    def put(self, strip: Strip, group: Element, x: float, y: float) -> None:
        """Put the drawing into a strip."""
        element = Element(Role.FIGURE, group, self.flow.block, Attributes(alt=self.figure.alt))
        _put(strip, self.drawing, element, x, y)


def _row(panels: Sequence[_Panel], step: float) -> Strip:
    groups = [panel.flow.element(Role.DIV) for panel in panels]
    words = [panel.words(group) for panel, group in zip(panels, groups, strict=True)]
    style = panels[0].flow.theme.figure.below
    depth = max((y for lines in words for y, _ in lines), default=0.0) + style.pitch - style.baseline
    strip = Strip(depth + max(panel.drawing.height for panel in panels))
    for place, (panel, group, lines) in enumerate(zip(panels, groups, words, strict=True)):
        strip.lines += [(place * step, y, line) for y, line in lines]
        panel.put(strip, group, place * step, depth)
    return strip


def _set_trend(flow: Flow, figure: Figure, trend: Trend) -> None:
    """Set a trend over the whole width, with its key."""
    look, lettering = flow.theme.figure, Lettering(flow.measurer.fonts)
    group = flow.element(Role.DIV)
    _caption(flow, figure, group)
    _below(flow, figure, group)
    scaled = list(zip([trend], scales_of([trend]), strict=True))
    frame = frame_of(scaled, look, lettering, width=min(look.whole, flow.measure), plot=look.high_plot)
    drawing = draw_trend(trend, scaled[0][1], frame, look, lettering)
    strip = Strip(drawing.height, keep=True)
    _put(strip, drawing, Element(Role.FIGURE, group, flow.block, Attributes(alt=figure.alt)), 0.0, 0.0)
    flow.add([strip], after=look.after / 2)
    _set_key(flow, [trend], "result", figure.note)


def _caption(flow: Flow, figure: Figure, group: Element) -> None:
    """Set the title of a figure beside it, not in it: the figure's words stand for all that is in it."""
    style = flow.theme.caption
    if figure.title:
        words: Inlines = (Text(f"{figure.label}\u2002"), *figure.title) if figure.label else figure.title
        lines = flow.lines(words, flow.element(Role.CAPTION, group), style, width=flow.measure)
        flow.add(strips_of(lines, style, keep=True), before=style.before, after=style.after)


def _below(flow: Flow, figure: Figure, group: Element) -> None:
    style = flow.theme.figure.below
    if figure.below:
        lines = flow.lines(figure.below, flow.element(Role.P, group), style, width=flow.measure)
        flow.add(strips_of(lines, style, keep=True))


def _finish(flow: Flow, strip: Strip, note: Inlines) -> None:
    strip.keep = bool(note)
    flow.add([strip], after=flow.theme.figure_after)
    if note:
        set_note(flow, note)


def _picture(flow: Flow, figure: Figure, element: Element) -> Strip:
    """Return a picture, made smaller if it is larger than the page."""
    width, height = figure.width * MM, figure.height * MM
    scale = min(1.0, flow.measure / width, _TALLEST * flow.depth / height)
    picture = Picture(0, 0, width * scale, height * scale, figure.sha256, element)
    return Strip(height * scale, [_place(element, 0.0, height * scale, flow.theme.body)], marks=(picture,))


def _levels(flow: Flow, governance: GovernanceLevels, element: Element) -> Strip:
    """Return levels over the whole width, made smaller if they are taller than the page."""

    def breaking(inlines: Inlines, style: TextStyle, width: float) -> list[Line]:
        return flow.lines(inlines, element, style, width=width)

    look = flow.theme.figure
    drawing, lines = draw_levels(governance, look, min(look.whole, flow.measure), breaking)
    scale = min(1.0, _TALLEST_DRAWING * flow.depth / drawing.height)
    strip = Strip(drawing.height * scale)
    _put(strip, drawing, element, 0.0, 0.0, scale=scale)
    strip.lines += [(x * scale, y * scale, _smaller(line, scale)) for x, y, line in _spaced(lines)]
    return strip


def _spaced(lines: Sequence[Placed]) -> Iterator[Placed]:
    """Yield lines that each end with a space, so that what stands below or beside reads as another word."""
    for x, y, line in lines:
        yield x, y, (*line[:-1], line[-1]._replace(text=line[-1].text.rstrip(" ") + " "))


def _smaller(line: Line, scale: float) -> Line:
    return tuple(
        piece._replace(dx=piece.dx * scale, width=piece.width * scale, size=piece.size * scale) for piece in line
    )


def _put(strip: Strip, drawing: Drawing, element: Element, x: float, y: float, *, scale: float = 1.0) -> None:
    """Put a drawing at a place in a strip; its words belong to the figure and come after its shapes."""
    shapes = tuple(moved(shape, 0.0, 0.0, scale) for shape in drawing.shapes)
    strip.marks += (Drawn(x, y, drawing.width * scale, drawing.height * scale, shapes, element),)
    strip.lines.append(_place(element, x, y + drawing.height * scale, TextStyle(9, 11.5)))
    strip.lines += _lines(drawing, element, x, y)


def _lines(drawing: Drawing, element: Element, x: float, y: float) -> Iterator[SetLine]:
    for word in drawing.words:
        stretch = Stretch(word.face, element, word.paths, word.colour)
        yield x + word.x, y + word.y, (Piece(0.0, word.width, word.size, f"{word.text} ", stretch),)


def _place(element: Element, x: float, y: float, style: TextStyle) -> SetLine:
    """Return a run without words, which gives a figure its place in the order of reading."""
    return x, y, (Piece(0.0, 0.0, style.size, "", Stretch(REGULAR, element)),)


def _set_key(flow: Flow, trends: Sequence[Trend], result: str, note: Inlines) -> Strip:
    """Set the key as a line that is heard as a sentence; its signs are not read out."""
    key = draw_key(trends, result, flow.theme.figure, Lettering(flow.measurer.fonts))
    sentence = key_sentence(trends, result)
    words = Element(Role.SPAN, flow.element(Role.P), flow.block, Attributes(expansion=sentence))
    strip = Strip(key.height, keep=bool(note))
    strip.marks += (Drawn(0.0, 0.0, key.width, key.height, key.shapes, None),)
    strip.lines += _lines(key, words, 0.0, 0.0)
    flow.add([strip], after=flow.theme.figure.after)
    if note:
        set_note(flow, note)
    return strip
