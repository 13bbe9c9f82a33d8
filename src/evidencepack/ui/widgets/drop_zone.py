# SPDX-License-Identifier: MPL-2.0
"""A place to drop files on, with a button that does the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from evidencepack.ui.look import restyle
from evidencepack.ui.widgets.parts import label, row
from evidencepack.ui.words import counted, say


class DropZone(QFrame):
    """``dropped`` carries the files, as paths.

    ``endings`` are those that are taken, such as (".pdf", ".png"); all if there are none. ``choose`` is the button that
    does the same; what it asks is its maker's.
    """

    dropped = Signal(list)

    def __init__(self, words: str, endings: Sequence[str], choose: QPushButton) -> None:
        super().__init__()
        self.setObjectName("drop")
        self.setAcceptDrops(True)
        self._usual, self._endings = words, tuple(endings)
        self._words = label(words, "hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(self._words)
        layout.addWidget(row(choose, None))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say what would happen, or why nothing would."""
        files = self._files(event)
        if files:
            event.acceptProposedAction()
            self._words.setText(counted(len(files), "Drop to add 1 file", "Drop to add {n} files"))
        else:
            event.ignore()
            self._words.setText(say("These files cannot be added here. It takes {kinds}.", kinds=self._kinds()))
        self._show_over(over=bool(files))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Say again what belongs here."""
        super().dragLeaveEvent(event)
        self._rest()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        files = self._files(event)
        self._rest()
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)

    def _files(self, event: QDropEvent) -> list[Path]:
        named = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return [file for file in named if not self._endings or file.suffix.lower() in self._endings]

    def _kinds(self) -> str:
        return ", ".join(ending.lstrip(".").upper() for ending in self._endings)

    def _rest(self) -> None:
        self._words.setText(self._usual)
        self._show_over(over=False)

    def _show_over(self, *, over: bool) -> None:
        self.setProperty("over", over)
        restyle(self)
