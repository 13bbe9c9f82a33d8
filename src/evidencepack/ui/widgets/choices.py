# SPDX-License-Identifier: MPL-2.0
"""Choices with a line of plain English under each: one of several, or yes and no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QRadioButton, QVBoxLayout

from evidencepack.ui.look import scaled
from evidencepack.ui.widgets.parts import label

_INDENT = 35


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: its name, its words, and a line of help (may be empty)."""

    name: str
    words: str
    line: str = ""


class OneOf(QFrame):
    """Radio buttons below each other; ``chosen`` carries the name of the one that was turned on."""

    chosen = Signal(str)

    def __init__(self, title: str, options: Sequence[Option]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(label(title, "label"))
        for option in options:
            made = self._buttons[option.name] = QRadioButton(option.words)
            made.setAccessibleName(f"{title}: {option.words}")
            made.setAccessibleDescription(option.line)
            made.clicked.connect(lambda _on, name=option.name: self.chosen.emit(name))
            self._group.addButton(made)
            layout.addWidget(made)
            if option.line:
                line = label(option.line, "small")
                line.setContentsMargins(scaled(_INDENT), 0, 0, 0)
                layout.addWidget(line)

    def turn_on(self, name: str) -> None:
        """Show what is chosen; nothing is said of it."""
        self._buttons[name].setChecked(True)


class YesNo(QCheckBox):
    """A box to tick; ``turned`` says that somebody did."""

    turned = Signal(bool)

    def __init__(self, words: str, *, on: bool) -> None:
        super().__init__(words)
        self.setChecked(on)
        self.clicked.connect(self.turned)
