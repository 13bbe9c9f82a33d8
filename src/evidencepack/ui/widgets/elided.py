# SPDX-License-Identifier: MPL-2.0
"""Words in one line that end in an ellipsis where there is no room; the whole stands in the tool tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from evidencepack.ui.look import scaled


class Elided(QLabel):
    """``least`` is the room that it keeps at a text size of 100 %, in pixels, if its words need that much."""

    def __init__(self, least: int) -> None:
        super().__init__()
        self._least = least
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def keep(self, least: int) -> None:
        """Keep another room from now on, in pixels at a text size of 100 %."""
        self._least = least
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Get along with the beginning of the words."""
        whole = super().sizeHint()
        return QSize(min(whole.width(), scaled(self._least)), whole.height())

    def sizeHint(self) -> QSize:
        """Ask for all of the words; long ones make do with less."""
        return self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for."""
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment()), shown)
        painter.end()
