# SPDX-License-Identifier: MPL-2.0
"""Icons in one colour, crisp at every scale."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from evidencepack.paths.resources import resource

_SCALES = (1, 2, 3)
_SIDE = 18


def coloured(name: str, colour: str, *, width: int = 2) -> str:
    """Return an icon as SVG text in a colour; ``width`` is that of its strokes on a square of 24."""
    svg = _svg(name).replace("currentColor", colour)
    return svg.replace('stroke-width="2"', f'stroke-width="{width}"')


def icon(name: str, tone: QColor, *, size: int = _SIDE) -> QIcon:
    """Return an icon of a size in pixels at 100 %, drawn also for 200 % and 300 %."""
    made = QIcon()
    for picture in _drawn(name, tone.name(), size):
        made.addPixmap(QPixmap.fromImage(picture))
    return made


# Lists paint theirs again and again. Pictures are kept, not pixmaps: those may not outlive the application.
@lru_cache(maxsize=256)
def _drawn(name: str, colour: str, size: int) -> tuple[QImage, ...]:
    renderer = QSvgRenderer(QByteArray(coloured(name, colour).encode()))
    return tuple(_at_scale(renderer, size, scale) for scale in _SCALES)


def _at_scale(renderer: QSvgRenderer, size: int, scale: int) -> QImage:
    picture = QImage(size * scale, size * scale, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size * scale, size * scale))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


@cache
def _svg(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
