# SPDX-License-Identifier: MPL-2.0
"""The file of an annex: a PDF, a picture or a Word file. One that is locked asks for its password where it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from evidencepack.ui.controls.file import FileControl, Wanted
from evidencepack.ui.widgets.password import PasswordLine
from evidencepack.ui.words import say

ENDINGS = (
    ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".gif", ".bmp", ".doc", ".docx", ".docm", ".odt", ".rtf",
)  # fmt: skip
"""How files end that can become annexes; what they are is seen when they are opened."""


def annex_wanted() -> Wanted:
    """Return what an annex wants."""
    one = say("One file here. Several go onto the list in Pack: each becomes an annex.")
    drop = say("Drop a PDF, a picture or a Word file here")
    return Wanted(say("PDF files, pictures, Word files"), say("Choose a file…"), drop, ENDINGS, one)


class AnnexControl(FileControl):
    """An annex's control; ``unlocking`` carries the password that somebody typed."""

    unlocking = Signal(str)

    def __init__(self) -> None:
        super().__init__(annex_wanted())

    def add_parts(self, layout: QVBoxLayout) -> None:
        """Put in the line for a password, which shows when it is needed."""
        self._password = PasswordLine()
        self._password.given.connect(self.unlocking)
        self._password.hide()
        layout.addWidget(self._password)

    def ask_password(self, name: str) -> None:
        """Ask for the password of a file; of none, if its name is empty."""
        self._password.ask_for(name)
        self._password.setVisible(bool(name))
