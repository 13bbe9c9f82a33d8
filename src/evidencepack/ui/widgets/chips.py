# SPDX-License-Identifier: MPL-2.0
"""Filters as chips beside each other, or folded into a button with a menu: one of them is on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QPushButton

from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.parts import button
from evidencepack.ui.widgets.tint import Tint
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
            chip = button(said, lambda name=name: self._choose(name), kind="chip")  # type: ignore[misc]
            chip.setCheckable(True)
            chip.setChecked(not self._chips)
            self._chips[name] = chip
            self._group.addButton(chip)
            layout.addWidget(chip)
        self._menu_button = button("", self._unfold)
        self._menu_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        Tint(self._menu_button, "chevron-down", Ink.TEXT)
        layout.addWidget(self._menu_button)
        layout.addStretch(1)
        self.fold(folded=False)

    @property
    def on(self) -> str:
        """The name of the chip that is on."""
        return next(name for name, chip in self._chips.items() if chip.isChecked())

    def count(self, numbers: Mapping[str, int]) -> None:
        """Show how many there are behind each."""
        for name, number in numbers.items():
            self._chips[name].setText(f"{self._words[name]} {number:,}")
            self._chips[name].setAccessibleName(say("{what}, {n}", what=self._words[name], n=f"{number:,}"))
        self._name_menu()

    def turn_on(self, name: str) -> None:
        """Turn a chip on, as if somebody had pressed it."""
        self._chips[name].setChecked(True)
        self._choose(name)

    def fold(self, *, folded: bool) -> None:
        """Show a button with a menu in the place of the chips, where there is no room for them."""
        for chip in self._chips.values():
            chip.setVisible(not folded)
        self._menu_button.setVisible(folded)
        self._name_menu()

    def _choose(self, name: str) -> None:
        self._name_menu()
        self.chosen.emit(name)

    def _name_menu(self) -> None:
        chip = self._chips[self.on]
        self._menu_button.setText(chip.text())
        self._menu_button.setAccessibleName(say("Shown: {what}", what=chip.accessibleName() or chip.text()))

    def menu(self) -> QMenu:
        """Return the chips as a menu; it is gone once it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, chip in self._chips.items():
            action = menu.addAction(chip.text(), lambda name=name: self.turn_on(name))  # type: ignore[misc]
            action.setCheckable(True)
            action.setChecked(chip.isChecked())
        return menu

    def _unfold(self) -> None:
        self.menu().popup(self._menu_button.mapToGlobal(self._menu_button.rect().bottomLeft()))
