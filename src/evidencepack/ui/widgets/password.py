# SPDX-License-Identifier: MPL-2.0
"""A line for the password of a locked file: it is not shown, not kept, and gone once it was used."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from evidencepack.ui.look import scaled
from evidencepack.ui.widgets.parts import button, label, row
from evidencepack.ui.words import say

_WIDTH = 220


class PasswordLine(QFrame):
    """``given`` carries what was typed, once somebody wants the file opened."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._line = QLineEdit()
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._line.setMaximumWidth(scaled(_WIDTH))
        self._line.returnPressed.connect(self._give)
        self._head = label("", "label")
        self._head.setBuddy(self._line)
        self._open = button(say("Open it"), self._give)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._head)
        layout.addWidget(label(say("It is not kept. The copy in this tender opens without it."), "hint"))
        layout.addWidget(row(self._line, self._open, None, gap=8))

    def ask_for(self, name: str) -> None:
        """Ask for the password of a file by its name; what was typed for another one is forgotten."""
        if name != self._name:
            self._line.clear()
        self._name = name
        words = say("Password of “{name}”", name=name)
        self._head.setText(words)
        self._line.setAccessibleName(words)
        self._open.setAccessibleName(say("Open “{name}” with the password", name=name))

    def _give(self) -> None:
        password = self._line.text()
        if password:
            self._line.clear()
            self.given.emit(password)
        else:
            self._line.setFocus()
