# SPDX-License-Identifier: MPL-2.0
"""An amount and its unit in two boxes; a length of time has a third, for the hours in which it runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from evidencepack.domain.values import DurationUnit
from evidencepack.library.entry_amounts import duration_text, read_duration, read_number
from evidencepack.library.entry_slip import SlipError
from evidencepack.ui.controls.combo import Combo
from evidencepack.ui.controls.control import Control
from evidencepack.ui.widgets.parts import label
from evidencepack.ui.words import say

_UNITS = {unit: unit.value.replace("_", " ") for unit in DurationUnit}


class AmountControl(Control):
    """A number and what it counts: a word behind it where there is one unit, a list where there are several."""

    def __init__(self, units: Sequence[str]) -> None:
        super().__init__()
        self._units = tuple(units)
        self._amount = QLineEdit()
        self._amount.setFixedWidth(96)
        self._unit = _unit_list(units) if len(units) > 1 else None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._amount)
        layout.addWidget(self._unit or label(units[0], "hint", wrap=False))
        layout.addStretch(1)
        self._amount.textEdited.connect(lambda _text: self._tell())
        if self._unit:
            self._unit.activated.connect(lambda _number: self._tell())

    def first(self) -> QLineEdit:
        """Return the box for the number."""
        return self._amount

    def text(self) -> str:
        """Return number and unit; words typed into the number's box are left as they are."""
        return _joined(self._amount.text(), self._unit.currentText() if self._unit else self._units[0])

    def show_text(self, text: str) -> None:
        """Show a number and its unit; what is no number stands in its box as it was typed."""
        try:
            number = read_number(text, self._units)
        except SlipError:
            self._amount.setText(text)
        else:
            self._amount.setText(f"{number.amount:f}")
            if self._unit:
                self._unit.setCurrentText(number.unit)

    def describe(self, name: str, description: str, *, invalid: bool) -> None:
        """Name both boxes."""
        super().describe(name, description, invalid=invalid)
        if self._unit:
            self._unit.setAccessibleName(say("{question} Unit", question=name))


class DurationControl(Control):
    """A length of time: how many, of what, and in which hours it runs (may be empty)."""

    def __init__(self) -> None:
        super().__init__()
        self._amount = QLineEdit()
        self._amount.setFixedWidth(96)
        self._unit = _unit_list(list(_UNITS.values()))
        self._unit.setCurrentText(_UNITS[DurationUnit.WORKING_DAYS])
        self._window = QLineEdit()
        self._window.setPlaceholderText(say("only in these hours (optional)"))
        self._window.setMaximumWidth(300)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        parts: tuple[QWidget, ...] = (self._amount, self._unit, self._window)
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(1)
        for edit in (self._amount, self._window):
            edit.textEdited.connect(lambda _text: self._tell())
        self._unit.activated.connect(lambda _number: self._tell())

    def first(self) -> QLineEdit:
        """Return the box for the number."""
        return self._amount

    def text(self) -> str:
        """Return "2 working days, Monday to Friday"; words typed into the number's box are left as they are."""
        length = _joined(self._amount.text(), self._unit.currentText())
        window = self._window.text().strip()
        return f"{length}, {window}" if length and window else length

    def show_text(self, text: str) -> None:
        """Show a length of time in its boxes; what is none stands in the first as it was typed."""
        try:
            found = read_duration(text)
        except SlipError:
            self._amount.setText(text)
            self._window.clear()
        else:
            # "same day" is no number of days: it stands in words
            self._amount.setText(f"{found.amount:f}" if found.amount else duration_text(replace(found, window="")))
            self._unit.setCurrentText(_UNITS[found.unit])
            self._window.setText(found.window)

    def describe(self, name: str, description: str, *, invalid: bool) -> None:
        """Name the three boxes."""
        super().describe(name, description, invalid=invalid)
        self._unit.setAccessibleName(say("{question} Unit of time", question=name))
        self._window.setAccessibleName(say("{question} Only in these hours", question=name))


def _unit_list(units: Sequence[str]) -> Combo:
    made = Combo()
    made.addItems(list(units))
    return made


def _joined(amount: str, unit: str) -> str:
    amount = amount.strip()
    plain = not any(letter.isalpha() for letter in amount)
    return f"{amount} {unit}" if amount and plain and unit else amount
