# SPDX-License-Identifier: MPL-2.0
"""Watches a box in which prose is typed: marks what may be misspelt, goes to it, and offers other words."""

from __future__ import annotations

from functools import partial
from itertools import accumulate

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from evidencepack.errors import EvidencePackError
from evidencepack.library.spelling.slips import Slip
from evidencepack.ui.look import look
from evidencepack.ui.session import Session
from evidencepack.ui.spelling.boxes import Box, Span
from evidencepack.ui.spelling.checker import checker
from evidencepack.ui.spelling.menu import Doing, put_first
from evidencepack.ui.words import counted, say

CHECK_AFTER = 250
"""Milliseconds from the last key to marking: nobody wants a word marked that is half typed."""

WAIT = 1500
"""Milliseconds that the menu waits for what may have been meant, at most."""

_NAMED = 3


class Watch(QObject):
    """Spelling in one box. ``said``: what a screen reader is told of the whole box; ``changed``: it is new."""

    changed = Signal()

    def __init__(self, box: Box, session: Session) -> None:
        super().__init__(box.watched[0])
        self.said = ""
        self.menu: QMenu | None = None
        self._box, self._session = box, session
        self._edit = box.watched[0]
        self._ignored: frozenset[str] = frozenset()
        self._slips: list[tuple[Span, Slip]] = []
        self._timer = QTimer(self, singleShot=True, interval=CHECK_AFTER)
        self._timer.timeout.connect(self.check)
        for widget in box.watched:
            widget.installEventFilter(self)
        checker().changed.connect(self._timer.start)
        checker().noted.connect(self._note)
        look().changed.connect(self._timer.start)

    def start(self) -> None:
        """Check soon: the text is another than before."""
        self._timer.start()

    def check(self) -> None:
        """Mark what may be misspelt now."""
        self._slips = list(self._found())
        self._box.mark([span for span, _ in self._slips])
        said = _told([slip.word for _, slip in self._slips])
        if said != self.said:
            self.said = said
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear focus, F7, and what asks for the menu."""
        if event.type() == QEvent.Type.FocusIn:
            checker().need(self._session.library)
        elif isinstance(event, QContextMenuEvent):
            if event.reason() is QContextMenuEvent.Reason.Mouse:
                self._offer(self._box.place_at(event.pos()), event.globalPos())
            else:
                self._offer(self._box.cursor(), self._box.below_cursor())
            return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def go_to_next(self, behind: int) -> bool:
        """Choose the next word from a place on that may be misspelt, and say it; False if there is none."""
        self.check()
        for span, slip in self._slips:
            if span[0] >= behind:
                self._edit.setFocus()
                self._box.choose(span)
                self._tell(say("{word}: may be misspelt. The menu key has other words.", word=slip.word))
                return True
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_F7 and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            if not (self.go_to_next(self._box.cursor()) or self._go_on() or self.go_to_next(0)):
                self._tell(say("No word here looks misspelt."))
            return True
        if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._offer(self._box.cursor(), self._box.below_cursor())
            return True
        return False

    def _go_on(self) -> bool:
        """Go to the first such word of the boxes behind this one, round to this one again."""
        at = self._edit.nextInFocusChain()
        while at is not None and at is not self._edit:
            watch = watch_of(at)
            if watch is not None and at.isVisible() and watch.go_to_next(0):
                return True
            at = at.nextInFocusChain()
        return False

    def _offer(self, at: int, where: QPoint) -> None:
        """Show the menu of the box, with other words above its usual lines if the word there may be misspelt."""
        self.check()
        if self.menu is not None:
            self.menu.deleteLater()
        menu = self.menu = self._box.usual_menu()
        match next(((span, slip) for span, slip in self._slips if span[0] <= at <= span[1]), None):
            case (span, Slip(word=word, twice=True)):
                words = say("Leave out the second “{word}”", word=word)
                self._show(menu, where, [Doing(words, lambda: self._leave_out(span), strong=True)])
            case (span, Slip(word=word)):
                self._offer_words(menu, where, span, word)
            case _:
                menu.popup(where)

    def _offer_words(self, menu: QMenu, where: QPoint, span: Span, word: str) -> None:
        """Show the menu as soon as it is known what may have been meant; without it, if that takes too long."""

        def have(words: tuple[str, ...] | None) -> None:
            # It may be there already, or another one may have taken its place.
            if menu is self.menu and not menu.isVisible():
                late.stop()
                self._show(menu, where, self._doings(span, word, words))

        late = QTimer(menu, singleShot=True, interval=WAIT)
        late.timeout.connect(lambda: have(None))
        late.start()
        checker().guess(word, self._session, have)

    def _show(self, menu: QMenu, where: QPoint, doings: list[Doing]) -> None:
        put_first(menu, doings)
        menu.popup(where)
        menu.setActiveAction(menu.actions()[0])

    def _doings(self, span: Span, word: str, words: tuple[str, ...] | None) -> list[Doing]:
        if words:
            offers = [Doing(one, partial(self._replace, span, one), strong=True) for one in words]
        else:
            offers = [Doing(say("No other word was found") if words == () else say("Other words are not ready yet"))]
        return [
            *offers,
            Doing(say("Add “{word}” to my words", word=word), lambda: self._add(word)),
            Doing(say("Ignore “{word}” here", word=word), lambda: self._ignore(word)),
        ]

    def _replace(self, span: Span, word: str) -> None:
        # A step of its own: undo takes back the other word and nothing that was typed before.
        self._session.settle()
        self._box.replace(span, word)
        self._session.settle()
        self.check()
        self._tell(say("Now: {word}", word=word))

    def _leave_out(self, span: Span) -> None:
        text = self._box.text()
        start = span[0]
        # The space before it goes too.
        while start and text.encode("utf-16-le")[2 * start - 2 : 2 * start].decode("utf-16-le", "replace").isspace():
            start -= 1
        self._replace((start, span[1]), "")

    def _add(self, word: str) -> None:
        try:
            checker().add(word)
        except EvidencePackError as error:
            self._session.noted.emit(str(error))
        self.check()

    def _ignore(self, word: str) -> None:
        self._ignored |= {word.casefold()}
        self.check()

    def _found(self) -> list[tuple[Span, Slip]]:
        text = self._box.text()
        # Qt counts a letter beyond the first plane, such as an emoji, as two.
        places = range(len(text) + 1) if text.isascii() else [0, *accumulate(1 + (one > "\uffff") for one in text)]
        slips = checker().slips(text, self._session, self._ignored)
        return [((places[slip.start], places[slip.end]), slip) for slip in slips]

    def _note(self, words: str) -> None:
        # Every box hears it; the one that asked says it.
        if self._edit.hasFocus():
            self._session.noted.emit(words)

    def _tell(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._edit, words))


def watch_of(edit: QWidget) -> Watch | None:
    """Return what watches the spelling in a box; None where no prose is typed."""
    found: Watch | None = edit.findChild(Watch, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found


def _told(words: list[str]) -> str:
    if not words:
        return ""
    more = len(words) - _NAMED
    named = ", ".join(words[:_NAMED]) + (say(" and {n} more", n=more) if more > 0 else "")
    return counted(len(words), "{n} word may be misspelt: {words}.", "{n} words may be misspelt: {words}.", words=named)
