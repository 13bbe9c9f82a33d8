# SPDX-License-Identifier: MPL-2.0
"""Facts beside each other, each under its small label; they go on in a next line where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QLayoutItem, QWidget

from evidencepack.ui.widgets.parts import column, label

_SPARE = 2
"""Pixels more than the words need: what is measured and what is drawn differ by parts of one."""


class FactsLine(QFrame):
    """Labels and what they say."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = Flow(28, 8)
        self.setLayout(self._flow)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these facts: label and words."""
        self._flow.clear()
        for head, words in facts:
            fact = column(label(head, "cap", wrap=False), _FactWords(words), gap=0)
            fact.setAccessibleName(f"{head}: {words}")
            self._flow.addWidget(fact)


class _FactWords(QLabel):
    """Words in one line, and in several only where not even a line of their own has room for them."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """Ask for room for one line of it all."""
        metrics = self.fontMetrics()
        lines = self.text().splitlines() or [""]
        wide = max(metrics.horizontalAdvance(line) for line in lines)
        return QSize(wide + _SPARE, metrics.height() * len(lines))


class Flow(QLayout):
    """Parts beside each other, in as many lines as they need; ``across`` and ``down`` are the gaps in pixels."""

    def __init__(self, across: int, down: int) -> None:
        super().__init__()
        self._across, self._down = across, down
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())

    def clear(self) -> None:
        """Take every part out."""
        while (item := self.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()

    def addItem(self, item: QLayoutItem, /) -> None:
        """Add a part; called by Qt."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        """Return a part."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        """Take a part out and return it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """The parts want no more room than they need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """More width needs fewer lines."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Return the height of the lines at a width."""
        return self._lay_out(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, place: QRect, /) -> None:
        """Put the parts in their lines."""
        super().setGeometry(place)
        self._lay_out(place, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of the widest part."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.sizeHint())
        return size

    def minimumSize(self) -> QSize:
        """Return the least size in which the widest part has room."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay_out(self, place: QRect, *, move: bool) -> int:
        x, y, high = place.x(), place.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if x > place.x() and x + hint.width() > place.right() + 1:
                x, y, high = place.x(), y + high + self._down, 0
            wide = min(hint.width(), place.width())
            tall = item.heightForWidth(wide) if item.hasHeightForWidth() else hint.height()
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(wide, tall)))
            x += hint.width() + self._across
            high = max(high, tall)
        return y + high - place.y()


def flowing(*parts: QWidget, gap: int = 8) -> QFrame:
    """Return parts beside each other that go on in a next line where there is no room."""
    frame = QFrame()
    flow = Flow(gap, gap)
    frame.setLayout(flow)
    for part in parts:
        flow.addWidget(part)
    return frame
