# SPDX-License-Identifier: MPL-2.0
"""The line over the pages: which page is read, how large the pages are, and the strip of small ones on or off."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton

from evidencepack.ui.preview.pages import Pages
from evidencepack.ui.preview.zoom import STEPS, WHOLE, Fit, zoom_words
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.parts import button, fill, label
from evidencepack.ui.widgets.tint import Tint
from evidencepack.ui.words import say


class PagesBar(QFrame):
    """Buttons for what keys do as well."""

    strip_wanted = Signal(bool)
    """The small pages are to be shown, or hidden."""

    def __init__(self, pages: Pages) -> None:
        super().__init__()
        self._pages = pages
        self.strip = _tool("gallery-thumbnails", say("Small pages, on or off"))
        self.strip.setCheckable(True)
        self.strip.toggled.connect(self.strip_wanted)
        self._where = label("", "small", wrap=False)
        self.smaller = _tool("minus", say("Smaller pages (Ctrl+Minus)"))
        self.smaller.clicked.connect(lambda: pages.zoom_by(-1))
        self.larger = _tool("plus", say("Larger pages (Ctrl+Plus)"))
        self.larger.clicked.connect(lambda: pages.zoom_by(1))
        self._menu = self._made_menu()
        self.size_button = button("", self._open_menu, kind="small")
        self.size_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        Tint(self.size_button, "chevron-down", Ink.TEXT)
        self.size_button.setAccessibleDescription(say("How large the pages are"))
        self.setObjectName("header")
        parts = (self.strip, self._where, None, self.smaller, self.size_button, self.larger)
        fill(self, QHBoxLayout(self), parts, 4, (8, 4, 8, 4))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        pages.turned.connect(self.refresh)
        pages.zoomed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say where the pages are now, and how large."""
        pages = self._pages
        here = say("Page {n} of {all}", n=pages.page + 1, all=pages.page_count)
        self._where.setText(here if pages.page_count else "")
        words = zoom_words(pages.zoom)
        self.size_button.setText(words)
        self.size_button.setAccessibleName(say("Size of the pages: {size}", size=words))
        percent = round(pages.scale / WHOLE * 100)
        self.smaller.setEnabled(percent > STEPS[0])
        self.larger.setEnabled(percent < STEPS[-1])

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        for fit in Fit:
            menu.addAction(fit.words, partial(self._pages.zoom_to, fit))
        menu.addSeparator()
        for step in STEPS:
            menu.addAction(zoom_words(step), partial(self._pages.zoom_to, step))
        return menu

    def _open_menu(self) -> None:
        self._menu.popup(self.size_button.mapToGlobal(self.size_button.rect().bottomLeft()))


def _tool(icon: str, words: str) -> QToolButton:
    made = QToolButton()
    made.setAccessibleName(words)
    made.setToolTip(words)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    Tint(made, icon, Ink.TEXT)
    return made
