# SPDX-License-Identifier: MPL-2.0
"""The side of a document: its pages, or the help of the question that has the keyboard, by two tabs."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QTabBar, QVBoxLayout, QWidget

from evidencepack.ui.chosen import Chosen
from evidencepack.ui.help_pane import HelpPane
from evidencepack.ui.preview.pane import PreviewPane
from evidencepack.ui.widgets.parts import fill, row
from evidencepack.ui.words import say

_PAGES, _HELP = range(2)


class Side(QFrame):
    """Pages or help. Which of them was open last is remembered for every document."""

    turned = Signal()
    """The other tab was opened."""

    def __init__(self, preview: PreviewPane, helps: HelpPane, chosen: Chosen) -> None:
        super().__init__()
        self.setObjectName("side")
        self._preview, self._chosen = preview, chosen
        self.helps = helps
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.addTab(say("Preview"))
        self.tabs.addTab(say("Help and examples"))
        self.tabs.setAccessibleName(say("Beside the form"))
        self.tabs.setCurrentIndex(_HELP if chosen.now.help_beside else _PAGES)
        tabs = row(self.tabs, None, margins=(0, 2, 0, 0))
        # The line at the left edge of the frame needs a pixel.
        fill(self, QVBoxLayout(self), (tabs, preview, self.helps), 0, (1, 0, 0, 0))
        self.tabs.currentChanged.connect(lambda _number: self._turn())

    @property
    def shows_help(self) -> bool:
        """Whether the help is the one that is open."""
        return self.tabs.currentIndex() == _HELP

    @property
    def part(self) -> QWidget:
        """What takes the keyboard here: the pages, or the help."""
        return self.helps if self.shows_help else self._preview.pages

    def show_side(self, *, on: bool) -> None:
        """Show the tab that is open, or nothing: pages that are hidden are not made."""
        self._preview.setVisible(on and not self.shows_help)
        self.helps.setVisible(on and self.shows_help)
        self.setVisible(on)

    def open_help(self) -> None:
        """Open the tab with the help."""
        self.tabs.setCurrentIndex(_HELP)

    def _turn(self) -> None:
        self._chosen.take(replace(self._chosen.now, help_beside=self.shows_help))
        self.show_side(on=not self.isHidden())
        self.turned.emit()
