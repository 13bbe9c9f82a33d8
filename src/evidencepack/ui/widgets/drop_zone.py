# SPDX-License-Identifier: MPL-2.0
"""A place to drop files on, with a button that does the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout

from evidencepack.ui.look import restyle
from evidencepack.ui.widgets.parts import button, label, row
from evidencepack.ui.words import counted, say


class DropZone(QFrame):
    """``dropped`` carries the files. ``endings`` are those that are taken, such as (".pdf", ".png")."""

    dropped = Signal(list)

    def __init__(self, words: str, endings: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("drop")
        self.setAcceptDrops(True)
        self._usual, self._endings = words, tuple(endings)
        self._words = label(words, "hint")
        choose = button(say("Choose files…"), self._choose)
        choose.setAccessibleName(f"{say('Choose files…')} {words}")
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
        return [file for file in named if file.suffix.lower() in self._endings]

    def _choose(self) -> None:
        kinds = " ".join(f"*{ending}" for ending in self._endings)
        names, _ = QFileDialog.getOpenFileNames(self.window(), self._usual, "", f"{say('Files')} ({kinds})")
        if names:
            self.dropped.emit([Path(name) for name in names])

    def _kinds(self) -> str:
        return ", ".join(ending.lstrip(".").upper() for ending in self._endings)

    def _rest(self) -> None:
        self._words.setText(self._usual)
        self._show_over(over=False)

    def _show_over(self, *, over: bool) -> None:
        self.setProperty("over", over)
        restyle(self)
