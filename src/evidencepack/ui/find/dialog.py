# SPDX-License-Identifier: MPL-2.0
"""Find anything: a line to type in and what is meant below it, over the window; the keyboard is enough."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from evidencepack.ui.find.choices import Choice, choices_of, commands, entries_of, grouped, places
from evidencepack.ui.look import colour, scaled
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.announcing import announce
from evidencepack.ui.widgets.focus_ring import FocusRing
from evidencepack.ui.widgets.master_list import Entry, MasterList
from evidencepack.ui.widgets.parts import column, label, row, rule
from evidencepack.ui.words import counted, say
from evidencepack.usecases.finding_anything import Anything, find_anything

if TYPE_CHECKING:
    from evidencepack.ui.shell.window import Window

SEARCH_AFTER = 120
"""Milliseconds from the last key to the search."""

_WIDTH, _TOP, _MARGIN = 620, 0.085, 24
_DIM = 110
_MEANT = "meant"
_LIST_KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_OPEN_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FindDialog(QDialog):
    """``taken`` carries the choice that the person has made; the dialog is closed by then."""

    taken = Signal(object)

    def __init__(self, window: Window, recent: tuple[Choice, ...]) -> None:
        super().__init__(window, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(say("Find anything"))
        self.setAccessibleName(say("Find anything"))
        self._window, self._recent = window, recent
        self._choices: tuple[Choice, ...] = ()
        self._meant = ""
        self._opens = False
        self._shown = ""
        self.words = QLineEdit()
        self.words.setAccessibleName(say("Find anything"))
        self.words.setPlaceholderText(say("A document, a person, some words, something to do"))
        self.words.installEventFilter(self)
        self.list = MasterList(say("Results"))
        self.list.opened.connect(self._open)
        self.list.clicked.connect(lambda _index: self._open(self.list.current))
        self._count = label("", "hint", wrap=False)
        keys = label(say("↑ ↓ move · Enter open · Esc close"), "hint", wrap=False)
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._head = column(self.words, margins=(12, 12, 12, 10))
        self._foot = column(rule(), row(keys, None, self._count, margins=(14, 8, 14, 9)), gap=0)
        layout.addWidget(self._head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._foot)
        self.setObjectName("card")
        self._searching = QTimer(self, singleShot=True, interval=SEARCH_AFTER)
        self._searching.timeout.connect(self._search)
        self.words.textChanged.connect(self._wait)
        self._shade = _Shade(window)
        self.finished.connect(self._end)
        self._ring = FocusRing(self)
        self._place()
        self._show_recent()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter work the list while somebody types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _LIST_KEYS:
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in _OPEN_KEYS:
                self._open_first()
                return True
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Stand over the upper part of the window, as wide as it has room."""
        window = self._window
        wide = min(scaled(_WIDTH), window.width() - 2 * _MARGIN)
        top = round(window.height() * _TOP)
        self.resize(wide, self.height())
        self._highest = window.height() - top - _MARGIN
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - wide) // 2, corner.y() + top)

    def _fit_lines(self) -> None:
        """Be as high as the lines need, up to the foot of the window."""
        lines = sum(self.list.sizeHintForRow(at) for at in range(len(self.list.entries.entries)))
        around = self._head.sizeHint().height() + self._foot.sizeHint().height()
        self.resize(self.width(), min(self._highest, around + lines + 12))

    def _end(self, _result: int) -> None:
        self._searching.stop()
        self._shade.hide()
        self._shade.deleteLater()

    def _show_recent(self) -> None:
        """While nothing is typed, show what was chosen last, or the places to go to."""
        session = self._window.work.session
        self._meant = self._shown = ""
        if self._recent:
            self._show(self._recent, head=say("Recent"))
        else:
            self._show(grouped(places("", tender=session is not None)))
        self._count.setText("")

    def _wait(self, _text: str) -> None:
        self._opens = False
        self._searching.start()

    def _search(self) -> None:
        """Ask the thread of the workspace what is meant; what is typed is kept first, so that it is found."""
        typed, session = self.words.text(), self._window.work.session
        if not typed.strip():
            self._show_recent()
            return
        if session is not None:
            session.save()
        facts, library = (session.facts, session.library) if session else (None, None)
        self._window.work.store.ask(
            partial(find_anything, typed=typed, facts=facts, library=library),
            done=partial(self._take, typed),
            failed=partial(self._fail, typed),
        )

    def _take(self, typed: str, found: Anything) -> None:
        """Show what is meant, unless something else is typed by now or the dialog is closed."""
        if not self.isVisible() or typed != self.words.text():
            return
        session = self._window.work.session
        self._shown = typed
        facts, library = (session.facts, session.library) if session else (None, None)
        meant = [
            *places(typed, tender=session is not None),
            *choices_of(found.results, facts, library),
            *commands(typed, self._window.commands_),
        ]
        self._meant = "" if meant else found.meant
        self._show(grouped(meant))
        said = counted(len(meant), "{n} found", "{n} found") if meant else say("Nothing found")
        if len(meant) > len(self._choices):
            said = say("{n} found, the first {shown} are shown", n=f"{len(meant):,}", shown=len(self._choices))
        if self._meant:
            self._offer(found)
            said = self.list.entries.entries[0].title
        self._count.setText(said if meant else say("Nothing found"))
        announce(self.words, said)
        if self._opens:
            self._open(self.list.current)

    def _offer(self, found: Anything) -> None:
        where = counted(found.often, "It is in {n} place.", "It is in {n} places.")
        self.list.show_entries([Entry(_MEANT, say("Did you mean “{words}”?", words=found.meant), where)])
        self._fit_lines()

    def _fail(self, typed: str, error: Exception) -> None:
        if self.isVisible() and typed == self.words.text():
            self._show(())
            self._count.setText(str(error))

    def _show(self, choices: tuple[Choice, ...], head: str = "") -> None:
        self._choices = choices
        self.list.entries.show_entries(())
        self.list.show_entries(entries_of(choices, head))
        self.list.scrollToTop()
        self._fit_lines()

    def _open_first(self) -> None:
        """Open what is chosen; where something else is typed by now, the first of what that means."""
        if self._shown == self.words.text():
            self._open(self.list.current)
            return
        self._opens = True
        self._searching.stop()
        self._search()

    def _open(self, line: str) -> None:
        if line == _MEANT:
            self.words.setText(self._meant)
            self.words.setFocus()
            return
        found = next((one for one in self._choices if one.id == line), None)
        if found is not None:
            self.accept()
            self.taken.emit(found)


class _Shade(QWidget):
    """Darkens the window while something is looked for."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dark."""
        del event
        painter = QPainter(self)
        dim = QColor(colour(Ink.FOCUS_INK))
        dim.setAlpha(_DIM)
        painter.fillRect(self.rect(), dim)
        painter.end()
