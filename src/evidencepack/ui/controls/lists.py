# SPDX-License-Identifier: MPL-2.0
"""Answers picked from a longer list: choices, frequencies, and other records by name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListView

from evidencepack.ui.controls.combo import Combo
from evidencepack.ui.controls.control import Control
from evidencepack.ui.words import say

_WIDTH = 460


class PickList(Combo):
    """A list to pick one of. Its first line says that nothing is picked; what is not in it (any more) is shown, too."""

    def __init__(self, options: Sequence[str]) -> None:
        super().__init__()
        self._options = options
        self._fill(())

    def picked(self) -> str:
        """Return what is picked; empty for the first line."""
        return self.currentText() if self.currentIndex() > 0 else ""

    def pick(self, text: str) -> None:
        """Pick a text; an empty one is the first line."""
        at = self._place_of(text)
        if text and at <= 0:
            self._fill((text,))
            at = self._place_of(text)
        self.setCurrentIndex(at if text else 0)

    def _place_of(self, text: str) -> int:
        return next((at for at in range(1, self.count()) if self.itemText(at) == text), -1)

    def _fill(self, more: Sequence[str]) -> None:
        self.clear()
        self.addItems([nothing_words(), *self._options, *more])


class ListControl(Control):
    """One of a list."""

    def __init__(self, options: Sequence[str]) -> None:
        super().__init__()
        self._combo = PickList(options)
        self._combo.setMaximumWidth(_WIDTH)
        self._combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._combo.setMinimumContentsLength(18)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._combo, 1)
        layout.addStretch(0)
        self._combo.activated.connect(lambda _number: self._tell())

    def first(self) -> Combo:
        """Return the list."""
        return self._combo

    def text(self) -> str:
        """Return what is picked."""
        return self._combo.picked()

    def show_text(self, text: str) -> None:
        """Pick a text."""
        self._combo.pick(text)


class ReferenceControl(Control):
    """Another record by its name: typed, completed from any part of the name, or picked from the list."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._combo, self._edit, self._completer = _name_combo(names)
        self._combo.setMaximumWidth(_WIDTH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._combo, 1)
        layout.addStretch(0)
        self._edit.textEdited.connect(self.edited)
        self._combo.activated.connect(lambda _number: self._tell())
        self._completer.activated.connect(lambda _name: self._tell())

    def first(self) -> Combo:
        """Return the list."""
        return self._combo

    def text(self) -> str:
        """Return the name as it is typed or picked."""
        return self._combo.currentText()

    def show_text(self, text: str) -> None:
        """Show a name."""
        if text != self._combo.currentText():
            self._combo.setEditText(text)
            self._edit.setCursorPosition(0)

    def offer(self, names: Sequence[str]) -> None:
        """Offer other names; what is typed stays."""
        text, at = self._edit.text(), self._edit.cursorPosition()
        self._combo.clear()
        _offer(self._combo, names)
        self._completer.setModel(QStringListModel(list(names), self._completer))
        self._combo.setEditText(text)
        self._edit.setCursorPosition(at)

    def describe(self, name: str, description: str, *, invalid: bool) -> None:
        """The line inside the list is a control of its own to assistive technology."""
        super().describe(name, description, invalid=invalid)
        self._edit.setAccessibleName(name)
        self._edit.setAccessibleDescription(description)


def nothing_words() -> str:
    """Return what the line of a list says that takes the answer away."""
    return say("Not answered")


def make_name_combo(names: Sequence[str]) -> Combo:
    """Return a list that can be typed into, completing from any part of a name."""
    return _name_combo(names)[0]


def _name_combo(names: Sequence[str]) -> tuple[Combo, QLineEdit, QCompleter]:
    combo, edit, completer = Combo(), QLineEdit(), QCompleter(list(names))
    combo.setLineEdit(edit)
    combo.setInsertPolicy(Combo.InsertPolicy.NoInsert)
    _offer(combo, names)
    combo.setCurrentIndex(0)
    combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(18)
    completer.setParent(combo)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    popup = QListView()
    popup.setObjectName("completions")
    completer.setPopup(popup)
    combo.setCompleter(completer)
    return combo, edit, completer


def _offer(combo: Combo, names: Sequence[str]) -> None:
    """Fill a list that is typed into: its first line is empty, for it is put into the box, and is heard by its name."""
    combo.addItems(["", *names])
    combo.setItemData(0, nothing_words(), Qt.ItemDataRole.AccessibleTextRole)
