# SPDX-License-Identifier: MPL-2.0
"""Words that lead somewhere and take as many lines as they need: Qt's own buttons cut long words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from evidencepack.ui.look import colour, scaled
from evidencepack.ui.tokens import Ink

_LEAST, _EDGE, _HIGH = 120, 4, 26
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)


class WrappedLink(QPushButton):
    """A button that looks like a link in running text."""

    def __init__(self, text: str, press: Callable[[], None], *, ink: Ink = Ink.ACCENT) -> None:
        super().__init__(text)
        self._ink = ink
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda _checked: press())

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Return the height that the words take."""
        room = QRect(0, 0, max(1, width - 2 * _EDGE), 9999)
        return max(scaled(_HIGH), self.fontMetrics().boundingRect(room, _WRAPPED, self.text()).height() + _EDGE)

    def sizeHint(self) -> QSize:
        """Ask for one line, where it is short."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 2 * _EDGE
        return QSize(min(wide, scaled(_LEAST)), scaled(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Get along with little."""
        return QSize(scaled(_LEAST // 2), scaled(_HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there with Enter, too: that is what links do."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, underlined."""
        del event
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(colour(self._ink if self.isEnabled() else Ink.DISABLED))
        painter.drawText(self.rect().adjusted(_EDGE, 0, -_EDGE, 0), _WRAPPED, self.text())
        painter.end()
