# SPDX-License-Identifier: MPL-2.0
"""Find anything: a line to type in and what is meant below it, over the window; the keyboard is enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from evidencepack.ui.find.choices import (
    Choice,
    choices_of,
    commands,
    counts_of,
    entries_of,
    group_to_show,
    grouped,
    places,
    settings,
)
from evidencepack.ui.find.looking import Looking
from evidencepack.ui.look import colour, scaled
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.announcing import announce
from evidencepack.ui.widgets.focus_ring import FocusRing
from evidencepack.ui.widgets.master_list import Entry, MasterList
from evidencepack.ui.widgets.parts import button, column, label, row, rule
from evidencepack.ui.words import counted, say
from evidencepack.usecases.finding_anything import Anything

if TYPE_CHECKING:
    from evidencepack.ui.shell.window import Window

SEARCH_AFTER = 120
"""Milliseconds from the last key to the search."""

_WIDTH, _TOP, _MARGIN = 620, 0.085, 24
_DIM, _HUNDRED = 110, 100
_MEANT = "meant"
_LIST_KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_OPEN_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ROOM_FOR_KEYS = 480
"""Width of the dialog, in pixels at a text size of 100 %, from which its keys are said at the foot."""


class FindDialog(QDialog):
    """``taken`` carries the choice that the person has made; the dialog is closed by then."""

    taken = Signal(object)

    def __init__(self, window: Window, recent: tuple[Choice, ...], looking: Looking) -> None:
        super().__init__(window, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(say("Find anything"))
        self.setAccessibleName(say("Find anything"))
        self._window, self._recent, self._looking = window, recent, looking
        self._choices: tuple[Choice, ...] = ()
        # All that was found, how many there are of each group, and the groups that are shown whole.
        self._every: tuple[Choice, ...] = ()
        self._counts: Mapping[str, int] = {}
        self._whole: set[str] = set()
        self._beyond = False
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
        self.all = button("", self._show_every, kind="link")
        self.all.setToolTip(say("Ctrl+Enter"))
        self._keys = label(say("↑ ↓ move · Enter open · Esc close"), "hint", wrap=False)
        self._lay_out()
        self._searching = QTimer(self, singleShot=True, interval=SEARCH_AFTER)
        self._searching.timeout.connect(self._search)
        self.words.textChanged.connect(self._wait)
        self._shade = _Shade(window)
        self.finished.connect(self._end)
        self._ring = FocusRing(self)
        self._place()
        self._show_recent()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._head = column(self.words, margins=(12, 12, 12, 10))
        foot = row(self._keys, None, self._count, self.all, gap=14, margins=(14, 8, 14, 9))
        self._foot = column(rule(), foot, gap=0)
        layout.addWidget(self._head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._foot)
        self.setObjectName("card")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter work the list while somebody types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _LIST_KEYS:
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in _OPEN_KEYS:
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self._show_every()
                else:
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
        self._keys.setVisible(wide >= scaled(_ROOM_FOR_KEYS))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - wide) // 2, corner.y() + top)

    def _fit_lines(self) -> None:
        """Be as high as the lines need, up to the foot of the window."""
        around = self._head.sizeHint().height() + self._foot.sizeHint().height() + 12
        lines = 0
        for at in range(len(self.list.entries.entries)):
            lines += self.list.sizeHintForRow(at)
            if lines > self._highest:
                break
        lines = max(lines, self.list.minimumSizeHint().height())  # or the box for words gives way where none are found
        self.resize(self.width(), min(self._highest, around + lines))

    def _end(self, _result: int) -> None:
        self._searching.stop()
        self._shade.hide()
        self._shade.deleteLater()

    def _show_recent(self) -> None:
        """While nothing is typed, show what was chosen last, or the places to go to."""
        session = self._window.work.session
        self._meant = self._shown = ""
        self._counts, self._whole = {}, {"Go to"}
        if self._recent:
            self._every = ()
            self._show(self._recent, head=say("Recent"))
        else:
            self._every = tuple(places("", tender=session is not None))
            self._show_groups()
        self.all.hide()
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
        self._window.work.store.ask(
            self._looking.request(typed, session), done=partial(self._take, typed), failed=partial(self._fail, typed)
        )

    def _take(self, typed: str, found: Anything | None) -> None:
        """Show what is meant, unless something else is typed by now or the dialog is closed."""
        if found is None or not self.isVisible() or typed != self.words.text():
            return
        session = self._window.work.session
        self._shown = typed
        facts = session.facts if session else None
        self._beyond = found.more
        self._every = (
            *places(typed, tender=session is not None),
            *settings(typed),
            *choices_of(found.results, facts),
            *commands(typed, self._window.commands_),
            *self._looking.help_of(self._window.work.library).meant(typed),
        )
        self._counts, self._whole = counts_of(self._every, found, facts), set()
        self._meant = "" if self._every else found.meant
        self._show_groups()
        said = self._said(found)
        if self._meant:
            self._offer(found)
            said = self.list.entries.entries[0].title
        announce(self.words, said)
        if self._opens:
            self._open(self.list.current)

    def _said(self, found: Anything) -> str:
        """Say how many there are, and return the words."""
        number = sum(self._counts.values())
        said = counted(number, "{n} found", "{n} found") if number else say("Nothing found")
        if found.more:
            said = say("More than {n} found", n=f"{_rounded(number):,}")
        self._count.setText(said)
        return said

    def _show_groups(self) -> None:
        """Show the groups, and the way to what is not shown of them."""
        self._show(grouped(self._every, self._whole), counts=self._counts)
        self.all.setVisible(len(self._choices) < len(self._every))
        number = len(self._every)
        beyond = self._beyond or number < sum(self._counts.values())
        words = "Show the first {n}" if beyond else "Show all {n}"
        self.all.setText(say(words, n=f"{number:,}"))

    def _show_every(self) -> None:
        """Show all that was found."""
        self._show_whole(*(one.group for one in self._every))

    def _show_whole(self, *groups: str) -> None:
        """Show groups whole; the line stays chosen, or the first of what comes in its place is."""
        before = {one.id for one in self._choices}
        chosen = self.list.current
        self._whole.update(groups)
        self._show_groups()
        fresh = next((one.id for one in self._choices if one.id not in before and one.group in groups), "")
        self.list.choose(fresh if group_to_show(chosen) else chosen)
        self.list.scrollTo(self.list.currentIndex())
        self.words.setFocus()

    def _offer(self, found: Anything) -> None:
        where = counted(found.often, "It is in {n} place.", "It is in {n} places.")
        self.list.show_entries([Entry(_MEANT, say("Did you mean “{words}”?", words=found.meant), where)])
        self._fit_lines()

    def _fail(self, typed: str, error: Exception) -> None:
        if self.isVisible() and typed == self.words.text():
            self._every = ()
            self._show(())
            self.all.hide()
            self._count.setText(str(error))

    def _show(self, choices: tuple[Choice, ...], head: str = "", counts: Mapping[str, int] | None = None) -> None:
        self._choices = choices
        self.list.entries.show_entries(())
        self.list.show_entries(entries_of(choices, head, counts, Counter(one.group for one in self._every)))
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
        if group := group_to_show(line):
            self._show_whole(group)
            return
        found = next((one for one in self._choices if one.id == line), None)
        if found is not None:
            self.accept()
            self.taken.emit(found)


def _rounded(number: int) -> int:
    """Return a number below which there are certainly not less: hundreds, where it is not known how many there are."""
    return number // _HUNDRED * _HUNDRED or number


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
