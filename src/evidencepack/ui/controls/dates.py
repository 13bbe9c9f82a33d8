# SPDX-License-Identifier: MPL-2.0
"""A date: typed as people say it, with the day that was understood beside it, or picked from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton

from evidencepack.library.entry_dates import date_text, day_text
from evidencepack.library.entry_slip import SlipError
from evidencepack.library.near_dates import read_date
from evidencepack.ui.controls.calendar import Calendar
from evidencepack.ui.controls.control import Control
from evidencepack.ui.controls.span import changed_span
from evidencepack.ui.look import scaled
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.parts import label
from evidencepack.ui.widgets.tint import Tint
from evidencepack.ui.words import say

_WIDTH, _LEAST = 220, 176
"""Pixels at a text size of 100 %: the longest date fits into the least of them."""


class DateControl(Control):
    """A box for a date, a button that opens a calendar (Alt+Down, too), and what was understood."""

    def __init__(self, today: date) -> None:
        """Make an empty one; what is said from now on is counted from ``today``."""
        super().__init__()
        self._today = today
        self._edit = QLineEdit()
        self._edit.setMaximumWidth(scaled(_WIDTH))
        self._edit.setMinimumWidth(scaled(_LEAST))
        self._described = ("", "", False)
        self._edit.installEventFilter(self)
        self._pick = QToolButton()
        self._pick.setToolTip(say("Calendar (Alt+Down)"))
        Tint(self._pick, "calendar", Ink.TEXT)
        self._understood = label("", "hint")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._edit, 2)
        layout.addWidget(self._pick)
        layout.addWidget(self._understood, 3)
        self._edit.textEdited.connect(self.edited)
        self._edit.textChanged.connect(lambda _text: self._say())
        self._pick.clicked.connect(lambda _checked: self.open_calendar())

    def first(self) -> QLineEdit:
        """Return the box."""
        return self._edit

    def text(self) -> str:
        """Return what is typed."""
        return self._edit.text()

    def show_text(self, text: str) -> None:
        """Show a text; the cursor stays while the text is the same, and goes to where it changed."""
        if text != self._edit.text():
            span = changed_span(self._edit.text(), text)
            self._edit.setText(text)
            self._edit.setCursorPosition(span.behind if self._edit.hasFocus() else 0)

    def describe(self, name: str, description: str, *, invalid: bool) -> None:
        """Tell what was understood behind what else there is to say, and name the button after the question."""
        self._described = (name, description, invalid)
        super().describe(name, " ".join(filter(None, (description, self._understood.text()))), invalid=invalid)
        self._pick.setAccessibleName(say("Calendar: {question}", question=name))

    def open_calendar(self) -> Calendar:
        """Show a calendar below the box, at the day that stands there, and return it."""
        day = self._day() or self._today
        made = Calendar(self._edit, QDate(day.year, day.month, day.day))
        made.picked.connect(self._take)
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the calendar by Alt+Down, as lists to pick from do."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and event.key() == Qt.Key.Key_Down:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def _take(self, day: QDate) -> None:
        """Put the day that was picked into the box, as if it had been typed."""
        self._edit.setText(date_text(date(day.year(), day.month(), day.day())))
        self._tell()

    def _say(self) -> None:
        """Say which day was understood: all of it where something else is typed, or else its weekday."""
        day = self._day()
        typed = " ".join(self._edit.text().split())
        known = day_text(day) if day else ""
        whole = known.removesuffix(f" {typed}") if typed == (date_text(day) if day else "") else f"= {known}"
        self._understood.setText(whole if day else "")
        name, description, invalid = self._described
        self.describe(name, description, invalid=invalid)

    def _day(self) -> date | None:
        try:
            return read_date(self._edit.text(), self._today)
        except SlipError:
            return None
