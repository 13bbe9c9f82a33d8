# SPDX-License-Identifier: MPL-2.0
"""The heading of a page: one, with what it says below it and the buttons of the page beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evidencepack.ui.widgets.chips import Chips
from evidencepack.ui.widgets.parts import column, label


class PageHeading(QFrame):
    """Takes the keyboard when somebody arrives, so that a screen reader says where they are."""

    def __init__(self, title: str, line: str = "") -> None:
        super().__init__()
        self._title, self._line = label(title, "h1"), label(line, "hint")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)
        self._tight = False
        self._layout.addWidget(column(self._title, self._line, gap=0), 1)
        # Not before it has a parent: it would be a window of its own for a moment.
        self._line.setVisible(bool(line))

    def add(self, part: QWidget) -> None:
        """Put a button, or another part of the page, at the right of the heading."""
        self._layout.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)

    def name(self, title: str) -> None:
        """Give the page another title."""
        self._title.setText(title)

    def tell(self, line: str) -> None:
        """Say something else below the title."""
        self._line.setText(line)
        self._show_line()

    def fold(self, *, tight: bool) -> None:
        """Keep to one line where it is tight; what the second one says is in the tool tip then."""
        self._tight = tight
        self._show_line()

    def put_behind_title(self, part: QWidget) -> None:
        """Put something between the title and the buttons, such as filters that stood below."""
        self._layout.insertWidget(1, part, 0, Qt.AlignmentFlag.AlignVCenter)

    def _show_line(self) -> None:
        words = self._line.text()
        self._line.setVisible(bool(words) and not self._tight)
        self._title.setToolTip(words if self._tight else "")
        self._title.setAccessibleDescription(words if self._tight else "")

    def take_focus(self) -> None:
        """Put the keyboard to the title: the first Tab goes to what follows it."""
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)


def fold_filters(page: QFrame, heading: PageHeading, filters: Chips, *, tight: bool) -> None:
    """Have the filters of a page behind its title where it is tight, and below that where it is not."""
    below = page.layout()
    heading.fold(tight=tight)
    filters.fold(folded=tight)
    if tight and filters.parentWidget() is not heading:
        heading.put_behind_title(filters)
    elif not tight and filters.parentWidget() is heading and isinstance(below, QVBoxLayout):
        below.insertWidget(1, filters)
