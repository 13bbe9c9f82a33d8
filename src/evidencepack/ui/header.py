# SPDX-License-Identifier: MPL-2.0
"""The bar at the top: where the person is, whether all is saved, and the pages on or off."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from evidencepack.ui.icons import icon
from evidencepack.ui.look import colour, look
from evidencepack.ui.parts import button, label
from evidencepack.ui.session import SaveState
from evidencepack.ui.tokens import Ink

_HEIGHT, _SAYS_FOR = 48, 4000


class Header(QFrame):
    """Crumbs, the mark that says how saving goes, and the switch of the preview."""

    back = Signal()
    preview = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setFixedHeight(_HEIGHT)
        self._mark, self._role = "Saves as you type", "hint"
        self._documents = button("Documents", self.back.emit, kind="link")
        self._documents.setToolTip("Documents (Alt+Left)")
        self._here = label("Documents", "strong", wrap=False)
        self._between = label("›", "hint", wrap=False)
        self._status = label("", "hint", wrap=False)
        self._status.setObjectName("status")
        self._preview = QToolButton()
        self._preview.setCheckable(True)
        self._preview.setIconSize(QSize(18, 18))
        self._preview.setAccessibleName("Preview")
        self._preview.setToolTip("Preview (F8)")
        self._preview.clicked.connect(lambda _checked: self.preview.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 16, 0)
        layout.setSpacing(8)
        for part in (self._documents, self._between, self._here):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self._status)
        layout.addSpacing(8)
        layout.addWidget(self._preview)
        self._calm = QTimer(self, singleShot=True, interval=_SAYS_FOR)
        self._calm.timeout.connect(lambda: self._show(self._mark, role=self._role))
        look().changed.connect(self._paint_icon)
        self._paint_icon()
        self.show_place("")
        self._show(self._mark, role=self._role)

    def show_place(self, title: str) -> None:
        """Say which document is open; none means the list of documents."""
        self._documents.setVisible(bool(title))
        self._between.setVisible(bool(title))
        self._here.setText(title or "Documents")
        self._preview.setVisible(bool(title))

    def show_preview(self, *, on: bool) -> None:
        """Press the switch in, or let it out."""
        self._preview.setChecked(on)

    def show_saving(self, state: SaveState, words: str) -> None:
        """Show how saving goes. What is being said waits for nothing but bad news."""
        self._role = "error" if state is SaveState.FAILED else "hint"
        match state:
            case SaveState.SAVING:
                self._mark = "Saving…"
            case SaveState.SAVED:
                self._mark = f"Saved {words}"
            case SaveState.FAILED:
                self._mark = f"Cannot save – {words}"
                self._calm.stop()
                self._announce(self._mark)
        if not self._calm.isActive():
            self._show(self._mark, role=self._role)

    def say(self, words: str) -> None:
        """Say something for a few seconds, where the mark is."""
        self._show(words, role="hint")
        self._announce(words)
        self._calm.start()

    def _show(self, words: str, *, role: str) -> None:
        self._status.setText(words)
        self._status.setToolTip(words)
        self._status.setProperty("role", role)
        self._status.style().unpolish(self._status)
        self._status.style().polish(self._status)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._status, words))

    def _paint_icon(self) -> None:
        self._preview.setIcon(icon("panel-right", colour(Ink.TEXT)))
