# SPDX-License-Identifier: MPL-2.0
"""Figures: pictures and trends in the line of text with words that stand for them; all else as tables of Word's own."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from evidencepack.blocks.blocks import Figure, Figures
from evidencepack.blocks.figures import GovernanceLevels, Trend
from evidencepack.render.figures.drawing import Drawing
from evidencepack.render.figures.key import draw_key, key_sentence
from evidencepack.render.figures.lettering import Lettering
from evidencepack.render.figures.raster import kept_png
from evidencepack.render.figures.scale import scales_of
from evidencepack.render.figures.tables import as_table
from evidencepack.render.figures.trend import draw_trend, frame_of
from evidencepack.render.theme import MM
from evidencepack.render.word.cells import CellLook, TableLook, cell_margins, cell_xml, row_xml, table_xml
from evidencepack.render.word.drawing import Shown, inline_xml
from evidencepack.render.word.flow import Grid, Par, Piece
from evidencepack.render.word.inlines import inlines
from evidencepack.render.word.levels import NO_EDGE, levels
from evidencepack.render.word.paragraphs import caption
from evidencepack.render.word.runs import Look
from evidencepack.render.word.tables import table
from evidencepack.render.word.writing import Chapter, Writing

_ABREAST = 2
_NO_BORDERS = "".join(NO_EDGE.format(side) for side in ("top", "left", "bottom", "right"))


def figure(chapter: Chapter, block: Figure | Figures, width: float, *, page_break: bool) -> Sequence[Piece]:
    """Return a figure under its title, or several side by side; ``width`` is the text area in points.

    Raises:
        MissingPictureError: if the bytes of the picture were not given.
    """
    if isinstance(block, Figures):
        return _side_by_side(chapter.writing, block, page_break=page_break)
    native = as_table(block)
    if native is not None:
        return table(chapter, native, width, page_break=page_break)
    writing = chapter.writing
    before = [caption(chapter, block.label, block.title)] if block.label else []
    note = [Par("EPNote", inlines(writing, block.note))] if block.note else []
    if isinstance(block.drawing, GovernanceLevels):
        return _broken([*before, levels(writing, block, block.drawing), *note], page_break=page_break)
    if isinstance(block.drawing, Trend):
        return _broken([*before, *_trend(writing, block, block.drawing, width), *note], page_break=page_break)
    relation = writing.parts.picture(block.sha256, writing.properties.images)
    shown = _picture(writing, relation, block.width * MM, block.height * MM, block.alt)
    return _broken([*before, Par("EPFigure", shown, keep=bool(note)), *note], page_break=page_break)


def _side_by_side(writing: Writing, block: Figures, *, page_break: bool) -> Sequence[Piece]:
    """Return trends two to a row, in a table without rules, and their key below."""
    look, lettering = writing.theme.figure, Lettering(writing.fonts)
    trends = [figure.drawing for figure in block.figures if isinstance(figure.drawing, Trend)]
    scaled = list(zip(trends, scales_of(trends), strict=True))
    frame = frame_of(scaled, look, lettering, width=look.half, plot=look.low_plot)
    widths = (look.half + look.gap, look.half)
    cells = []
    for place, (panel, (trend, scale)) in enumerate(zip(block.figures, scaled, strict=True)):
        drawing = draw_trend(trend, scale, frame, look, lettering)
        shown = _panel(writing, panel, drawing, first=place < _ABREAST, page_break=page_break and place == 0)
        cells.append(cell_xml(CellLook(widths[place % _ABREAST], borders=_NO_BORDERS), shown))
    if len(cells) % _ABREAST:
        cells.append(cell_xml(CellLook(widths[1], borders=_NO_BORDERS), Par("EPFigureText", "").xml({})))
    rows = [row_xml("".join(cells[start : start + _ABREAST])) for start in range(0, len(cells), _ABREAST)]
    about = TableLook(
        "EPOpen",
        widths,
        f"{len(trends)} figures, two to a row.",
        first_column=True,
        margins=cell_margins(0.0, writing.theme.table, 0.0),
        head=False,
        layout=True,
    )
    return [Grid(table_xml(about, rows)), *_key(writing, trends, block)]


def _broken(pieces: list[Piece], *, page_break: bool) -> list[Piece]:
    """Return pieces of which the first paragraph starts a page, if asked."""
    first = pieces[0]
    if not page_break or isinstance(first, Grid):
        return pieces
    return [first._replace(page_break=True), *pieces[1:]]


def _panel(writing: Writing, panel: Figure, drawing: Drawing, *, first: bool, page_break: bool) -> str:
    """Return the title of a trend, the line below it, and its picture. The ``first`` ones follow what stands above."""
    title = Par("Caption", inlines(writing, panel.title), keep=True, page_break=page_break, after=0.0, top=first)
    paragraphs = [title.xml(writing.spacing)]
    if panel.below:
        faint = Look(colour=writing.colour("ink2"))
        paragraphs.append(Par("EPFigureText", inlines(writing, panel.below, faint), keep=True).xml({}))
    paragraphs.append(Par("EPFigure", _drawn(writing, drawing, panel.alt)).xml(writing.spacing))
    return "".join(paragraphs)


def _trend(writing: Writing, block: Figure, trend: Trend, width: float) -> list[Piece]:
    look, lettering = writing.theme.figure, Lettering(writing.fonts)
    scaled = list(zip([trend], scales_of([trend]), strict=True))
    frame = frame_of(scaled, look, lettering, width=min(look.whole, width), plot=look.high_plot)
    drawing = draw_trend(trend, scaled[0][1], frame, look, lettering)
    faint = Look(colour=writing.colour("ink2"))
    below = [Par("EPFigureText", inlines(writing, block.below, faint), keep=True)] if block.below else []
    shown = Par("EPFigure", _drawn(writing, drawing, block.alt), keep=True)
    alone = Figures((block,))
    return [*below, shown, *_key(writing, [trend], replace(alone, note=()))]


def _key(writing: Writing, trends: Sequence[Trend], block: Figures) -> list[Piece]:
    look = writing.theme.figure
    drawing = draw_key(trends, block.result, look, Lettering(writing.fonts))
    words = key_sentence(trends, block.result)
    key = Par("EPFigure", _drawn(writing, drawing, words), keep=bool(block.note), after=0.0 if block.note else None)
    return [key, *([Par("EPNote", inlines(writing, block.note))] if block.note else [])]


def _drawn(writing: Writing, drawing: Drawing, alt: str) -> str:
    """Return a drawing as a picture of 300 dots an inch."""
    data = kept_png(drawing, writing.fonts, tuple(writing.theme.colours.items()))
    sha256 = hashlib.sha256(data).hexdigest()
    return _picture(writing, writing.parts.picture(sha256, {sha256: data}), drawing.width, drawing.height, alt)


def _picture(writing: Writing, relation: str, width: float, height: float, alt: str) -> str:
    return inline_xml(Shown(width, height, relation, writing.drawings.next(), alt))
