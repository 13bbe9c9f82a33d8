# SPDX-License-Identifier: MPL-2.0
"""Something that files can be dropped on, several at once: a list, with whatever is round it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from evidencepack.ui.widgets.parts import fill


class FileDrop(QFrame):
    """Holds a widget; ``dropped`` carries the files as paths, ``over`` how many are held over it (0: none any more)."""

    dropped = Signal(list)
    over = Signal(int)

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        fill(self, QVBoxLayout(self), (inside,), 0, (0, 0, 0, 0))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that they could be dropped."""
        self._answer(event)
        self.over.emit(len(_files(event)))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say by the pointer whether they would be taken."""
        self._answer(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Say that nothing is held over it any more."""
        super().dragLeaveEvent(event)
        self.over.emit(0)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        files = _files(event)
        self.over.emit(0)
        self._answer(event)
        if files:
            self.dropped.emit(files)

    def _answer(self, event: QDropEvent) -> None:
        if _files(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
