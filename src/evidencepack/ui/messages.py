# SPDX-License-Identifier: MPL-2.0
"""Questions and bad news in a message box: what happened, what was kept, what to do. The safe answer is the default."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

TITLE = "evidencepack"


def agreed(parent: QWidget | None, title: str, sentence: str, *, do: str, keep: str = "Cancel") -> bool:
    """Ask whether to go on; ``do`` and ``keep`` are the words on the buttons. Escape keeps."""
    box = _box(parent, title, sentence)
    going_on = box.addButton(do, QMessageBox.ButtonRole.AcceptRole)
    keeping = box.addButton(keep, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keeping)
    box.setEscapeButton(keeping)
    box.exec()
    return box.clickedButton() is going_on


def tell(parent: QWidget | None, title: str, sentence: str) -> None:
    """Say something that the person has to read."""
    box = _box(parent, title, sentence)
    box.addButton("Close", QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def _box(parent: QWidget | None, title: str, sentence: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle(TITLE)
    # What is told may hold names of files: never read as markup.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    box.setInformativeText(sentence)
    return box
