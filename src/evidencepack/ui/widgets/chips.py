# SPDX-License-Identifier: MPL-2.0
"""Filters as chips beside each other: one of them is on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton

from evidencepack.ui.widgets.parts import button
from evidencepack.ui.words import say


class Chips(QFrame):
    """``chosen`` carries the name of the chip that is on. Arrows go from chip to chip."""

    chosen = Signal(str)

    def __init__(self, words: Mapping[str, str]) -> None:
        """``words`` are those on the chips, by their names; the first one is on."""
        super().__init__()
        self._words = dict(words)
        self._group = QButtonGroup(self)
        self._chips: dict[str, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for name, said in words.items():
            chip = button(said, lambda name=name: self.chosen.emit(name), kind="chip")  # type: ignore[misc]
            chip.setCheckable(True)
            chip.setChecked(not self._chips)
            self._chips[name] = chip
            self._group.addButton(chip)
            layout.addWidget(chip)
        layout.addStretch(1)

    @property
    def on(self) -> str:
        """The name of the chip that is on."""
        return next(name for name, chip in self._chips.items() if chip.isChecked())

    def count(self, numbers: Mapping[str, int]) -> None:
        """Show how many there are behind each."""
        for name, number in numbers.items():
            self._chips[name].setText(f"{self._words[name]} {number:,}")
            self._chips[name].setAccessibleName(say("{what}, {n}", what=self._words[name], n=f"{number:,}"))

    def turn_on(self, name: str) -> None:
        """Turn a chip on, as if somebody had pressed it."""
        self._chips[name].setChecked(True)
        self.chosen.emit(name)
