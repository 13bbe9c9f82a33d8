# SPDX-License-Identifier: MPL-2.0
"""What every page of the settings is: a heading, and what can be chosen below it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.widgets.columns import Columns
from evidencepack.ui.widgets.heading import PageHeading
from evidencepack.ui.widgets.parts import Pane, column

_MARGINS = (24, 18, 24, 20)


class SettingsPage(QFrame):
    """A page of the settings, which scrolls if it has to."""

    def __init__(self, title: str, line: str = "") -> None:
        super().__init__()
        self.heading = PageHeading(title, line)
        self._columns: Columns | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_parts(self, *parts: QWidget | int | None) -> None:
        """Put parts below the heading."""
        page = column(self.heading, *parts, None, gap=12, margins=_MARGINS, name="page")
        self._layout.addWidget(Pane(page))

    def show_columns(self, columns: Columns) -> None:
        """Put two columns below the heading."""
        self._columns = columns
        self.show_parts(columns)

    def refresh(self) -> None:
        """Show how things are now: somebody has come to the page."""

    def fit(self, width: LayoutWidth) -> None:
        """Fold and unfold."""
        if self._columns is not None:
            self._columns.fit(width)
