# SPDX-License-Identifier: MPL-2.0
"""A calendar that opens below a box: weeks begin on Monday, months are named in English."""

from __future__ import annotations

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QCalendarWidget, QFrame, QTableView, QToolButton, QVBoxLayout, QWidget

from evidencepack.ui.look import colour, scaled
from evidencepack.ui.tokens import Ink
from evidencepack.ui.words import say

_WIDTH, _HEIGHT = 320, 280
_TURNS = {"qt_calendar_prevmonth": ("‹", "Month before"), "qt_calendar_nextmonth": ("›", "Month after")}
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class Calendar(QFrame):
    """``picked`` carries the day that was chosen, by Enter or a click. Escape, or going elsewhere, leaves all alone.

    It lies over the window that its box is in, and is gone once it is closed.
    """

    picked = Signal(QDate)

    def __init__(self, box: QWidget, day: QDate) -> None:
        """Show a day below a box, or where there is room, and take the keyboard."""
        super().__init__(box.window())
        self.setObjectName("card")
        self._box = box
        self.days = QCalendarWidget()
        self.days.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.days.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.days.setSelectedDate(day)
        for named in (self, self.days, *self.days.findChildren(QTableView)):
            named.setAccessibleName(say("Calendar"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.days)
        self._colour()
        self._make_turns()
        self.days.clicked.connect(self._pick)
        self.days.activated.connect(self._pick)
        self._place()
        self.show()
        self.raise_()
        self.days.setFocus()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def event(self, event: QEvent) -> bool:
        """Close by Escape, which the window may know as a key of its own."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self._end(back=True)
            event.accept()
            return True
        return super().event(event)

    def _colour(self) -> None:
        """Give the days the colours of the window: Qt's own weekends are red on any ground."""
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(colour(Ink.TEXT))
        head.setForeground(colour(Ink.MUTED))
        head.setBackground(colour(Ink.SURFACE))
        for day in _WEEKEND:
            self.days.setWeekdayTextFormat(day, plain)
        self.days.setHeaderTextFormat(head)

    def _make_turns(self) -> None:
        for made in self.days.findChildren(QToolButton):
            if made.objectName() in _TURNS:
                sign, words = _TURNS[made.objectName()]
                made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
                made.setText(sign)
                made.setAccessibleName(say(words))
                made.setToolTip(say(words))

    def _place(self) -> None:
        """Stand below the box, or above it where there is more room, and inside the window in any case."""
        window = self._box.window()
        self.resize(min(scaled(_WIDTH), window.width()), min(scaled(_HEIGHT), window.height()))
        below = self._box.mapTo(window, QPoint(0, self._box.height() + 4))
        above = self._box.mapTo(window, QPoint(0, -self.height() - 4))
        place = below if below.y() + self.height() <= window.height() or above.y() < 0 else above
        left, top = window.width() - self.width(), window.height() - self.height()
        self.move(max(0, min(place.x(), left)), max(0, min(place.y(), top)))

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Close when the keyboard has gone elsewhere."""
        if new is not None and new is not self and not self.isAncestorOf(new):
            self._end(back=False)

    def _pick(self, day: QDate) -> None:
        # Enter and a double click say so twice.
        if not self.isHidden():
            self._end(back=True)
            self.picked.emit(day)

    def _end(self, *, back: bool) -> None:
        if self.isHidden():
            return
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._follow)
        if back:
            self._box.setFocus()
        self.hide()
        self.deleteLater()
