# SPDX-License-Identifier: MPL-2.0
"""Scans that came back, as somebody goes through them: each place to sign is looked at, and said by a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from evidencepack.domain.came_back import Seen
from evidencepack.ui.look import scaled
from evidencepack.ui.messages import agreed
from evidencepack.ui.signing.other_panes import CopyPane, PagePane
from evidencepack.ui.signing.place_pane import PlacePane
from evidencepack.ui.signing.review import Review
from evidencepack.ui.signing.review_words import page_id, place_id, review_entries, spot_of, summary
from evidencepack.ui.widgets.announcing import announce
from evidencepack.ui.widgets.focus_ring import FocusRing
from evidencepack.ui.widgets.master_list import MasterList
from evidencepack.ui.widgets.parts import Pane, asked, button, column, label, row
from evidencepack.ui.words import say

_WIDE, _HIGH, _MOST, _RAIL, _NEAR = 1240, 720, 0.96, 300, 48
_KEYS: Mapping[int, Seen] = {
    Qt.Key.Key_Y.value: Seen.SIGNED,
    Qt.Key.Key_N.value: Seen.NOT_SIGNED,
    Qt.Key.Key_T.value: Seen.CANNOT_TELL,
}


class ScanReview(QDialog):
    """``noting`` carries the codes of the copies that were looked at: somebody else notes them and calls ``tell``."""

    noting = Signal(tuple)

    def __init__(
        self,
        parent: QWidget,
        review: Review,
        *,
        person: str,
        today: date,
        touched: Callable[[str], Sequence[str]] = lambda _code: (),
    ) -> None:
        """``person`` is whose account it is; ``touched`` says what has changed since a copy went out."""
        super().__init__(parent)
        FocusRing(self)
        self.setWindowTitle(say("Look at what came back"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.review, self._today, self._touched = review, today, touched
        self._summary = label("", "hint")
        self.list = MasterList(say("What came back"))
        self.list.chosen.connect(self._show)
        self.list.installEventFilter(self)
        self.who = QLineEdit(person)
        self.pane: QFrame = QFrame()
        self._problem = label("", "error")
        self._problem.hide()
        self.next = button(say("Next place"), self._go_on)
        self.do = button(say("Note what I saw"), self._note, kind="primary")
        room = parent.window().size() * _MOST
        self._lay_out(room.width())
        self.resize(min(scaled(_WIDE), room.width()), min(scaled(_HIGH), room.height()))
        self._refresh()
        self._go_on()

    def tell(self, code: str, told: Sequence[str]) -> None:
        """Show what was noted of a copy."""
        self.review.done[code] = tuple(told)
        self._refresh()
        if self.list.current == f"copy:{code}":
            self._show(self.list.current)
        self.list.choose(f"copy:{code}")
        announce(self, " ".join(told))

    def fail(self, words: str) -> None:
        """Say why something was not noted."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self._allow()
        announce(self, words, urgent=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Y, N and T say what a place is, Ctrl+Return goes on to the next."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._go_on()
        elif not self._says(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have the list leave those keys to the place that is shown: it would look for a line that begins so."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._says(event):
            return True
        return super().eventFilter(watched, event)

    def _says(self, event: QKeyEvent) -> bool:
        """Whether a key says what the place is that is shown; letters that are typed somewhere do not."""
        if event.key() not in _KEYS or event.modifiers() or not isinstance(self.pane, PlacePane):
            return False
        self.pane.choose(_KEYS[event.key()])
        return True

    def reject(self) -> None:
        """Close; ask first if something was said that is not noted yet."""
        left = [spot for spot in self.review.decisions if spot.code not in self.review.done]
        title, words = say("Close without noting it?"), say("What you said of these pages is not in the register yet.")
        if not left or agreed(self, title, words, do=say("Close without noting it"), keep=say("Go on looking")):
            super().reject()

    def _lay_out(self, room: int) -> None:
        """Put everything in its place; ``room`` is how wide the dialog may be, in pixels."""
        head = column(label(say("What came back"), "h2"), self._summary, gap=2)
        who = asked(self.who, say("Who looks?"), say("It is noted with what you say."))
        rail = column(head, self.list, who, gap=10)
        rail.setFixedWidth(min(scaled(_RAIL), room // 3))
        self._room = QVBoxLayout()
        keys = label(say("Keys: Y signed, N not signed, T cannot tell, Ctrl+Enter next"), "small")
        told = [keys] if room >= scaled(_WIDE) else []
        ways = row(*told, None, button(say("Close"), self.reject), self.next, self.do, gap=10)
        beside = QVBoxLayout()
        beside.setSpacing(10)
        beside.addLayout(self._room, 1)
        beside.addWidget(self._problem)
        beside.addWidget(ways)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(18)
        layout.addWidget(rail)
        layout.addLayout(beside, 1)

    def _refresh(self) -> None:
        """Show the lines as they are now."""
        self.list.show_entries(review_entries(self.review))
        self._summary.setText(summary(self.review))
        self._allow()

    def _allow(self) -> None:
        self.do.setEnabled(bool(self.review.ready))
        self.do.setToolTip("" if self.review.ready else say("Look at every place of a copy first."))
        self.next.setEnabled(bool(self.review.open_spots))

    def _show(self, name: str) -> None:
        """Show what a line is of."""
        self.pane = self._made(name)
        while (item := self._room.takeAt(0)) is not None:
            if (before := item.widget()) is not None:
                before.hide()
                before.deleteLater()
        pane = Pane(self.pane)
        self._room.addWidget(pane)
        pane.show()  # Qt itself would do it later

    def _reveal(self, part: QWidget) -> None:
        """Scroll to what is asked next, where there is little room."""
        pane = next((one for one in self.findChildren(Pane) if one.isAncestorOf(part)), None)
        if pane is not None:
            pane.lay_out()
            pane.ensureWidgetVisible(part, 0, scaled(_NEAR))

    def _made(self, name: str) -> QFrame:
        sort, _, code = name.partition(":")
        if sort == "place":
            place = PlacePane(self.review, spot_of(name), today=self._today)
            place.decided.connect(self._refresh)
            place.asks.connect(self._reveal)
            return place
        if sort == "copy":
            copy = CopyPane(self.review, code, self._touched(code))
            copy.looked.connect(self._refresh)
            return copy
        one = next((each for each in self.review.unplaced if page_id(each) == name), None)
        if one is None:
            return column(label(say("No page of these files is here any more.")))
        key = one.read.file, one.read.number
        page = PagePane(one, self.review.taken.pictures.get(key, b""))
        page.typed.connect(partial(self._type, key))
        return page

    def _type(self, key: tuple[str, int], code: str, number: int) -> None:
        """Put a page where somebody says that it belongs, and show where it is now."""
        self.review.type_code(key, code, number)
        self._refresh()
        page = next((each for each in self.review.unplaced if (each.read.file, each.read.number) == key), None)
        if page is not None:
            self._show(page_id(page))
            announce(self, page.words)
        else:
            self.list.choose(f"copy:{code}")
            self._show(self.list.current)

    def _go_on(self) -> None:
        """Go to the next place that nobody has said anything of, after the one that is shown; else to the first."""
        names = [place_id(one) for one in self.review.open_spots]
        lines = [one.id for one in self.list.entries.entries if one.id]
        here = lines.index(self.list.current) if self.list.current in lines else -1
        after = [name for name in names if lines.index(name) > here]
        target = next(iter((*after, *names, *lines)), "")
        if target:
            self.list.choose(target)
            self.list.setFocus()

    def _note(self) -> None:
        if not self.who.text().strip():
            self.fail(say("Say who looks."))
            self.who.setFocus()
            return
        self._problem.hide()
        self.do.setEnabled(False)
        self.noting.emit(self.review.ready)
