# SPDX-License-Identifier: MPL-2.0
"""A file that belongs to an answer: chosen, shown by its name, taken away again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton

from evidencepack.ui.controls.control import Control
from evidencepack.ui.parts import button, label


class FileControl(Control):
    """The name of the attached file, and buttons to choose another or none."""

    chosen = Signal(str)
    """The path of the file that a person chose."""

    def __init__(self) -> None:
        super().__init__()
        self._name = label("", wrap=False)
        self._choose = button("Choose a file…", self._ask)
        self._remove = button("Take it away", lambda: self.edited.emit(""), kind="link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for part in (self._choose, self._name, self._remove):
            layout.addWidget(part)
        layout.addStretch(1)
        self.show_text("")

    def first(self) -> QPushButton:
        """Return the button that asks for a file."""
        return self._choose

    def text(self) -> str:
        """Return the name of the file."""
        return self._name.text()

    def show_text(self, text: str) -> None:
        """Show a file's name, or that there is none."""
        self._name.setText(text)
        self._remove.setVisible(bool(text))

    def describe(self, name: str, description: str, *, invalid: bool) -> None:
        """Buttons say what they do and for which question."""
        super().describe(f"Choose a file: {name}", description, invalid=invalid)
        self._remove.setAccessibleName(f"Take the file away: {name}")

    def _ask(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, "Choose a file")
        if path:
            self.chosen.emit(path)
