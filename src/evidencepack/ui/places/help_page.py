# SPDX-License-Identifier: MPL-2.0
"""A page of the manual in the window: its title, headings, paragraphs, points and steps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from evidencepack.library.manual import Heading, Page, Part, Points, Steps, Text
from evidencepack.ui.look import scaled
from evidencepack.ui.widgets.heading import PageHeading
from evidencepack.ui.widgets.parts import WIDEST, NarrowLayout, Pane, column, emptied, label

_MARGINS = (24, 18, 24, 20)
_MARK = 26
_ENDS = {
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class PageView(QFrame):
    """One page at a time. It takes the keyboard, for there is nothing on it that would, and a page may be long."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._heading = PageHeading("")
        self._parts = QFrame()
        self._parts.setMaximumWidth(scaled(WIDEST))
        self._layout_of_parts = NarrowLayout(self._parts)
        self._layout_of_parts.setContentsMargins(0, 0, 0, 0)
        self._layout_of_parts.setSpacing(10)
        self._pane = Pane(column(self._heading, self._parts, None, gap=14, margins=_MARGINS, name="page"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pane)

    def show_page(self, page: Page) -> None:
        """Show a page from its top."""
        self._heading.name(page.title)
        self.setAccessibleName(page.title)
        emptied(self._layout_of_parts)
        for part in page.parts:
            shown = _shown(part)
            self._layout_of_parts.addWidget(shown)
            # What is not shown yet has no height: a long page would stay empty for a while.
            shown.show()
        self._pane.verticalScrollBar().setValue(0)
        self._pane.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by lines, by screens, and to both ends."""
        bar = self._pane.verticalScrollBar()
        if event.key() in _ENDS:
            bar.triggerAction(_ENDS[Qt.Key(event.key())])
        else:
            self._pane.keyPressEvent(event)


def _shown(part: Part) -> QFrame | QLabel:
    match part:
        case Heading(words):
            return label(words, "h2")
        case Text(words):
            return label(words)
        case Points(items):
            return _list([("•", item) for item in items])
        case Steps(items):
            return _list([(f"{number}.", item) for number, item in enumerate(items, 1)])


def _list(items: Sequence[tuple[str, str]]) -> QFrame:
    return column(*(_item(mark, words) for mark, words in items), gap=6)


def _item(mark: str, words: str) -> QFrame:
    frame = QFrame()
    layout = QHBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    sign = label(mark, wrap=False)
    sign.setFixedWidth(scaled(_MARK))
    sign.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    layout.addWidget(sign)
    layout.addWidget(label(words), 1)
    return frame
