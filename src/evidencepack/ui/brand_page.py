# SPDX-License-Identifier: MPL-2.0
"""A page in the clothes of a Word template, drawn small: what its headers show, and text of each kind in its looks.

It is a drawing and no print: it shows fonts, sizes, colours, margins and logo, where Word would break no line.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPixmap

from evidencepack.domain.colour import Colour
from evidencepack.render.theme import MM
from evidencepack.render.word.brand.look import BrandLook, HeadLine, Picture
from evidencepack.render.word.brand.sheet import Sample
from evidencepack.render.word.brand.widths import letters_of
from evidencepack.ui.look import scaled
from evidencepack.ui.tokens import LIGHT, Ink
from evidencepack.ui.words import say

_WIDE, _HIGH = 210 * MM, 297 * MM
_SMALL = 0.62
"""Pixels to the point at text of 100 %: half a page fits a question."""

_SHOWN = 0.55
"""The part of the page that is drawn: its head, and enough text to see every look."""

_GAP, _SPACE, _BEFORE = 10.0, 0.45, 0.5
# Paper is white in every set of colours, so what stands on it has those of the light one.
_GROUND, _EDGE = LIGHT[Ink.SURFACE2], LIGHT[Ink.BORDER]
_SIDES = {"right": 1.0, "end": 1.0, "center": 0.5}


def page_picture(look: BrandLook, dots: float) -> QPixmap:
    """Return the upper part of a page and its foot; ``dots`` are the pixels of the screen to one of Qt's."""
    scale = scaled(1000) / 1000 * _SMALL
    size = round(_WIDE * scale), round(_HIGH * _SHOWN * scale)
    picture = QPixmap(round(size[0] * dots), round(size[1] * dots))
    picture.setDevicePixelRatio(dots)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(scale, scale)
    _Page(painter, look).draw()
    painter.end()
    return picture


class _Page:
    """Draws one page. Lengths are points; ``y`` is how far down it has come."""

    def __init__(self, painter: QPainter, look: BrandLook) -> None:
        self._painter, self._look = painter, look
        self._left, self._right = look.margins.left, _WIDE - look.margins.right
        self._y = look.margins.header

    def draw(self) -> None:
        """Draw head, text and foot, and the edge of the paper."""
        self._head(self._look.header)
        self._y = max(self._y + _GAP, self._look.margins.top)
        self._text()
        foot = _HIGH * _SHOWN - self._depth(self._look.footer) - _GAP
        self._painter.fillRect(QRectF(0, foot - _GAP, _WIDE, _HIGH), QColor("white"))
        self._y = foot
        self._head(self._look.footer)
        self._painter.setPen(QColor(_EDGE))
        self._painter.drawRect(QRectF(0.5, 0.5, _WIDE - 1, _HIGH * _SHOWN - 1))

    def _text(self) -> None:
        title, first, second, body, item = self._look.samples
        self._line(say("Partnership evidence pack"), title)
        self._y += first.size * _BEFORE
        self._line(say("What partners do together"), first)
        self._line(say("Partners visit people at home on the day that they leave hospital."), body)
        self._y += second.size * _BEFORE
        self._line(say("Every week"), second)
        for words in (say("They ring before they come."), say("They write down what was agreed.")):
            self._line(f"•  {words}", item)
        self._y += _GAP
        self._table(body)
        self._box(body)

    def _table(self, body: Sample) -> None:
        """Draw a table as ours are: no upright lines, its head between two rules."""
        middle = (self._left + self._right) / 2
        smaller = body._replace(size=body.size * 0.9)
        self._rule(1.5, self._look.ink)
        rows = (
            (say("What"), say("When")),
            (say("First visit"), say("Within 4 hours")),
            (say("Review"), say("Weekly")),
        )
        for place, (left, right) in enumerate(rows):
            sample = smaller._replace(bold=place == 0)
            top = self._y
            self._line(left, sample, space=0.3)
            self._put(right, sample, middle, top)
            self._rule(1.0 if place == 0 else 0.5, self._look.ink)
        self._y += _GAP

    def _box(self, body: Sample) -> None:
        height = body.size * 3
        self._painter.fillRect(QRectF(self._left, self._y, self._right - self._left, height), QColor(_GROUND))
        self._painter.fillRect(QRectF(self._left, self._y, 3, height), QColor(str(self._look.accent)))
        self._put(say("What changed"), body._replace(bold=True), self._left + 14, self._y + body.size)

    def _rule(self, weight: float, ink: Colour) -> None:
        self._painter.fillRect(QRectF(self._left, self._y, self._right - self._left, weight), QColor(str(ink)))
        self._y += weight + 2

    def _line(self, words: str, sample: Sample, *, space: float = _SPACE) -> None:
        height = _height(sample)
        if sample.ground is not None:
            area = QRectF(self._left, self._y, self._right - self._left, height)
            self._painter.fillRect(area, QColor(str(sample.ground)))
        self._put(words, sample, self._left, self._y)
        self._y += height + sample.size * space

    def _put(self, words: str, sample: Sample, x: float, y: float) -> None:
        self._painter.setFont(_font(sample))
        self._painter.setPen(QColor(str(sample.colour or self._look.ink)))
        self._painter.drawText(QPointF(x, y + sample.size * 0.92), words)

    def _head(self, lines: Sequence[HeadLine]) -> None:
        for line in lines:
            inline = [one for one in line.pictures if one.x is None]
            wide = QFontMetricsF(_font(line.looks)).horizontalAdvance(line.words) + sum(one.width for one in inline)
            x = self._left + max(self._right - self._left - wide, 0.0) * _SIDES.get(line.align, 0.0)
            height = max([_height(line.looks), *(one.height for one in inline)])
            for picture in inline:
                self._picture(picture, x, self._y + height - picture.height)
                x += picture.width + 4
            for picture in line.pictures:
                if picture.x is not None and picture.y is not None:
                    self._picture(picture, picture.x, picture.y)
            self._put(line.words, line.looks, x, self._y + height - _height(line.looks))
            self._y += height

    def _depth(self, lines: Sequence[HeadLine]) -> float:
        return sum(
            max([_height(line.looks), *(one.height for one in line.pictures if one.x is None)]) for line in lines
        )

    def _picture(self, picture: Picture, x: float, y: float) -> None:
        image = QImage.fromData(picture.data)
        if not image.isNull():
            self._painter.drawImage(QRectF(x, y, picture.width, picture.height), image)


def _height(sample: Sample) -> float:
    """Return the height of a line, in points."""
    return sample.size * letters_of(sample.font).line


def _font(sample: Sample) -> QFont:
    """Return the font of a sample, or what the computer has in its place; the painter's unit is the point."""
    font = QFont([sample.font, "Arial", "Arimo", "Liberation Sans"] if sample.font else ["Arial", "Liberation Sans"])
    font.setPixelSize(max(round(sample.size), 1))
    font.setBold(sample.bold)
    font.setItalic(sample.italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
