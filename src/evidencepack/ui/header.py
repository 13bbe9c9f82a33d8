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

_HEIGHT, _SAYS_FOR = 48, 4000


class Header(QFrame):
    """Crumbs, the mark that says how saving goes, and the switch of the preview."""

    back = Signal()
    preview = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setFixedHeight(_HEIGHT)
        self._mark = ""
        self._documents = button("Documents", self.back.emit, kind="link")
        self._documents.setToolTip("Documents (Alt+Left)")
        self._here = label("Documents", "strong", wrap=False)
        self._between = label("›", "hint", wrap=False)
        self._status = label("", "hint", wrap=False)
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
        self._calm.timeout.connect(lambda: self._show(self._mark, role="hint"))
        look().changed.connect(self._paint_icon)
        self._paint_icon()
        self.show_place("")
        self._show("Saves as you type", role="hint")

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
        """Show how saving goes. That something cannot be saved stays until it can."""
        self._calm.stop()
        match state:
            case SaveState.SAVING:
                self._show("Saving…", role="hint")
            case SaveState.SAVED:
                self._mark = f"Saved {words}"
                self._show(self._mark, role="hint")
            case SaveState.FAILED:
                self._mark = f"Cannot save – {words}"
                self._show(self._mark, role="error")
                self._announce(self._mark)

    def say(self, words: str) -> None:
        """Say something for a few seconds, where the mark is."""
        self._show(words, role="hint")
        self._announce(words)
        self._calm.start()

    @property
    def status(self) -> str:
        """What stands there now."""
        return self._status.text()

    def _show(self, words: str, *, role: str) -> None:
        self._status.setText(words)
        self._status.setToolTip(words)
        self._status.setProperty("role", role)
        self._status.style().unpolish(self._status)
        self._status.style().polish(self._status)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._status, words))

    def _paint_icon(self) -> None:
        self._preview.setIcon(icon("panel-right", colour("text")))
