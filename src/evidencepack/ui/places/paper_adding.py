# SPDX-License-Identifier: MPL-2.0
"""Adding a paper: the kinds in groups with a line on each, less of them with every letter one types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from evidencepack.ui.look import scaled
from evidencepack.ui.widgets.announcing import announce
from evidencepack.ui.widgets.focus_ring import FocusRing
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.master_list import Entry, MasterList
from evidencepack.ui.widgets.parts import button, label, row
from evidencepack.ui.words import counted, say
from evidencepack.usecases.matching import matches
from evidencepack.usecases.paper_choices import PaperChoice, PaperGroup

_WIDE, _HIGH, _MOST = 760, 600, 0.9
_LIST_KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_OPEN_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class PaperAdding(QDialog):
    """``taken`` carries the choice that was made; the dialog is closed by then."""

    taken = Signal(object)

    def __init__(self, parent: QWidget, groups: Sequence[PaperGroup]) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Add a document"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._groups = tuple(groups)
        self._shown: dict[str, PaperChoice] = {}
        self.words = QLineEdit()
        self.words.setAccessibleName(say("Find a paper"))
        self.words.setPlaceholderText(say("What do you need? Such as: risk, letter, who does what"))
        self.words.installEventFilter(self)
        self.words.textChanged.connect(lambda _text: self._show())
        self.list = MasterList(say("Papers"))
        self.list.opened.connect(self._take)
        self.list.doubleClicked.connect(lambda _index: self._take(self.list.current))
        self.list.chosen.connect(self._name)
        self._count = label("", "small")
        self.begin = button("", lambda: self._take(self.list.current), kind="primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(self.words)
        layout.addWidget(self.list, 1)
        layout.addWidget(row(self._count, None, button(say("Cancel"), self.reject), self.begin))
        self._ring = FocusRing(self)
        room = parent.window().size() * _MOST
        self.resize(min(scaled(_WIDE), room.width()), min(scaled(_HIGH), room.height()))
        self._show()
        self.words.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter work the list while somebody types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _LIST_KEYS:
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in _OPEN_KEYS:
                self._take(self.list.current)
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        """Show what is meant by what is typed."""
        self._shown = {}
        self.list.entries.show_entries(())
        self.list.show_entries(tuple(self._entries(self.words.text())))
        self.list.scrollToTop()
        number = len(self._shown)
        said = counted(number, "{n} paper", "{n} papers") if number else say("No paper is called so.")
        self._count.setText(said)
        self.begin.setEnabled(bool(number))
        if self.words.text():
            announce(self.words, said)
        self._name(self.list.current)

    def _entries(self, typed: str) -> Iterator[Entry]:
        for group in self._groups:
            meant = [one for one in group.choices if matches(typed, one.title, one.plain_title, one.line, one.whose)]
            if meant:
                yield Entry("", say(group.title))
            for one in meant:
                name = f"{group.title} {one.kind} {one.partner}"
                self._shown[name] = one
                title = say("{paper}, for {name}", paper=one.title, name=one.whose) if one.whose else one.title
                many = counted(one.many, "{n} there", "{n} there") if one.many else ""
                figure = say("there already") if one.there else many
                yield Entry(name, title, say(one.line), Mark.DONE if one.there else Mark.NONE, figure)

    def _name(self, line: str) -> None:
        """Say on the button what it does with what is chosen."""
        one = self._shown.get(line)
        self.begin.setText(say("Open it") if one is not None and one.there else say("Begin it"))
        if one is not None:
            words = say("Open: {what}", what=one.title) if one.there else say("Begin: {what}", what=one.title)
            self.begin.setAccessibleName(words)

    def _take(self, line: str) -> None:
        one = self._shown.get(line)
        if one is not None:
            self.accept()
            self.taken.emit(one)
