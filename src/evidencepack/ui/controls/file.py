# SPDX-License-Identifier: MPL-2.0
"""A file that belongs to an answer: chosen, shown by its name and as a small picture, taken away again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout

from evidencepack.ui.controls.control import Control
from evidencepack.ui.widgets.parts import button, label
from evidencepack.usecases.attaching import Seen

_PICTURES = "Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp);;All files (*)"
_DOTS = 2  # to the pixel: the small picture is sharp on screens of double density


class FileControl(Control):
    """Buttons to choose a file and to take it away; between them its name, and below how a picture looks."""

    chosen = Signal(str)
    """The path of the file that a person chose."""

    def __init__(self, *, pictures: bool = False) -> None:
        super().__init__()
        self._filter = _PICTURES if pictures else ""
        self._name = label("", wrap=False)
        self._picture = label("", wrap=False)
        self._picture.setObjectName("thumbnail")
        self._note = label("", "small")
        self._choose = button("Choose a picture…" if pictures else "Choose a file…", self._ask)
        self._remove = button("Take it away", lambda: self.edited.emit(""), kind="link")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(12)
        for part in (self._choose, self._name, self._remove):
            line.addWidget(part)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(self._picture)
        layout.addWidget(self._note)
        self.show_text("")

    def first(self) -> QPushButton:
        """Return the button that asks for a file."""
        return self._choose

    def text(self) -> str:
        """Return the name of the file."""
        return self._name.text()

    def show_text(self, text: str) -> None:
        """Show a file's name, or that there is none."""
        self.show_file(text, Seen())

    def show_file(self, name: str, seen: Seen, *, coming: str = "") -> None:
        """Show the file that is the answer (or that there is none), and the name of one that is being looked at."""
        self._name.setText(name)
        self._name.setVisible(bool(name))
        self._remove.setVisible(bool(name) or bool(coming))
        picture = QPixmap()
        picture.loadFromData(seen.picture)
        picture.setDevicePixelRatio(_DOTS)
        self._picture.setPixmap(picture)
        self._picture.setAccessibleName(f"Small picture of {name}")
        self._picture.setVisible(not picture.isNull())
        self._note.setText(f"Looking at {coming}…" if coming else seen.note)
        self._note.setVisible(bool(self._note.text()))

    def describe(self, name: str, description: str, *, invalid: bool) -> None:
        """Buttons say what they do and for which question; the first one also what is said of the file."""
        said = " ".join(filter(None, (self._name.text(), self._note.text(), description)))
        super().describe(f"{self._choose.text().removesuffix('…')}: {name}", said, invalid=invalid)
        self._remove.setAccessibleName(f"Take the file away: {name}")

    def _ask(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self._choose.text().removesuffix("…"), "", self._filter)
        if path:
            self.chosen.emit(path)
