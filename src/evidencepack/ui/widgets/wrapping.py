# SPDX-License-Identifier: MPL-2.0
"""Words broken into lines for what is painted by hand: lists and tables measure and draw the same lines."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics


def wrapped(metrics: QFontMetrics, words: str, width: int, most: int) -> tuple[str, ...]:
    """Return words as lines of a width in pixels, at most so many; what has no room ends in an ellipsis."""
    lines = list(_lines(metrics, words, width))
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    # Qt also shortens words that have just enough room.
    return tuple(
        line
        if metrics.horizontalAdvance(line) <= width
        else metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)
        for line in lines
    )


def _lines(metrics: QFontMetrics, words: str, width: int) -> Iterator[str]:
    line = ""
    for word in words.split(" "):
        longer = f"{line} {word}" if line else word
        if line and metrics.horizontalAdvance(longer) > width:
            yield line
            longer = word
        line = longer
    yield line
