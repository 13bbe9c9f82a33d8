# SPDX-License-Identifier: MPL-2.0
"""Answers picked from a longer list: choices, frequencies, and other records by name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListView

from evidencepack.ui.controls.control import Combo, Control

_WIDTH = 460


class ListControl(Control):
    """One of a list; the first entry is empty. What is not in the list (any more) is shown all the same."""

    def __init__(self, options: Sequence[str]) -> None:
        super().__init__()
        self._options = options
        self._combo = Combo()
        self._combo.setMaximumWidth(_WIDTH)
        self._combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._combo.setMinimumContentsLength(18)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._combo, 1)
        layout.addStretch(0)
        self._fill(())
        self._combo.activated.connect(lambda _number: self._tell())

    def first(self) -> Combo:
        """Return the list."""
        return self._combo

    def text(self) -> str:
        """Return what is picked."""
        return self._combo.currentText()

    def show_text(self, text: str) -> None:
        """Pick a text."""
        if self._combo.findText(text, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive) < 0:
            self._fill((text,))
        self._combo.setCurrentText(text)

    def _fill(self, more: Sequence[str]) -> None:
        self._combo.clear()
        self._combo.addItems(["", *self._options, *more])


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
        self._combo.addItems(["", *names])
        self._completer.setModel(QStringListModel(list(names), self._completer))
        self._combo.setEditText(text)
        self._edit.setCursorPosition(at)

    def describe(self, name: str, description: str, *, invalid: bool) -> None:
        """The line inside the list is a control of its own to assistive technology."""
        super().describe(name, description, invalid=invalid)
        self._edit.setAccessibleName(name)
        self._edit.setAccessibleDescription(description)


def make_name_combo(names: Sequence[str]) -> Combo:
    """Return a list that can be typed into, completing from any part of a name."""
    return _name_combo(names)[0]


def _name_combo(names: Sequence[str]) -> tuple[Combo, QLineEdit, QCompleter]:
    combo, edit, completer = Combo(), QLineEdit(), QCompleter(list(names))
    combo.setLineEdit(edit)
    combo.setInsertPolicy(Combo.InsertPolicy.NoInsert)
    combo.addItems(["", *names])
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
