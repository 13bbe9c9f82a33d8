# SPDX-License-Identifier: MPL-2.0
"""A place to drop a file on, with a button that does the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from evidencepack.ui.look import restyle
from evidencepack.ui.widgets.parts import label, row
from evidencepack.ui.words import say


class DropZone(QFrame):
    """``dropped`` carries the file, as a path.

    ``endings`` are those that are taken, such as (".pdf", ".png"); all if there are none. ``choose`` is the button that
    does the same; what it asks is its maker's. ``one``: what is said of several files at once. ``over``: what is said
    of a file above it, with a place for its name; that it will be added if nothing else.
    """

    dropped = Signal(object)

    def __init__(
        self, words: str, endings: Sequence[str], choose: QPushButton, *, one: str = "", over: str = ""
    ) -> None:
        super().__init__()
        self._over = over or say("Drop to add “{file}”", file="{file}")
        self._one = one or say("Drop one file at a time.")
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
        file, why = self._file(event)
        self._words.setText(self._over.replace("{file}", file.name) if file else why)
        self._show_over(over=file is not None)
        self._answer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say by the pointer whether it would be taken."""
        self._answer(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Say again what belongs here."""
        super().dragLeaveEvent(event)
        self._rest()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file."""
        file, _ = self._file(event)
        self._rest()
        self._answer(event)
        if file is not None:
            self.dropped.emit(file)

    def _answer(self, event: QDropEvent) -> None:
        """Take what comes, if only to hear when it leaves again: who refuses at the edge is told nothing more."""
        if self._file(event)[0] is None:
            event.setDropAction(Qt.DropAction.IgnoreAction)
            event.accept()
        else:
            event.acceptProposedAction()

    def _file(self, event: QDropEvent) -> tuple[Path | None, str]:
        """Return the file that would be taken, or why none would."""
        named = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if len(named) != 1:
            return None, self._one if named else say("Only files can be dropped here.")
        fits = not self._endings or named[0].suffix.lower() in self._endings
        return (named[0], "") if fits else (None, say("Not here. It takes {kinds}.", kinds=self._kinds()))

    def _kinds(self) -> str:
        return ", ".join(ending.lstrip(".").upper() for ending in self._endings)

    def _rest(self) -> None:
        self._words.setText(self._usual)
        self._show_over(over=False)

    def _show_over(self, *, over: bool) -> None:
        self.setProperty("over", over)
        restyle(self)
