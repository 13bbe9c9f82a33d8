# SPDX-License-Identifier: MPL-2.0
"""The person's own words, which spelling leaves alone: what they are, one more, one less."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget

from evidencepack.errors import EvidencePackError
from evidencepack.ui.look import scaled
from evidencepack.ui.places.settings.page import SettingsPage
from evidencepack.ui.shell.context import Context
from evidencepack.ui.spelling.checker import checker
from evidencepack.ui.widgets.parts import button, column, label, row
from evidencepack.ui.words import counted, say

_MOST_LINES, _LINE, _SPACE = 12, 30, 4
_LINE_WIDTH, _LIST_WIDTH = 280, 420


class WordsPage(SettingsPage):
    """A list, a line to add to it, and a button that takes away what is chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            say("Your own words"),
            say("Spelling leaves these alone, in every tender. Add one here, or from the menu of a marked word."),
        )
        self._context = context
        self.words = _Words(self.remove)
        self.words.itemSelectionChanged.connect(self._show_buttons)
        self.line = QLineEdit()
        self.line.setAccessibleName(say("A word to add"))
        self.line.setFixedWidth(scaled(_LINE_WIDTH))
        self.line.returnPressed.connect(self.add)
        self._count = label("", "small")
        self._remove = button(say("Remove"), self.remove)
        head = label(say("A word to add"), "label")
        head.setBuddy(self.line)
        self.show_parts(
            column(head, row(self.line, button(say("Add"), self.add), None, gap=10), gap=3),
            self._count,
            self.words,
            row(self._remove, None),
        )
        self.refresh()

    def refresh(self) -> None:
        """Show the words there are now."""
        chosen = self.words.currentRow()
        words, problem = checker().own_words()
        self.words.clear()
        self.words.addItems(list(words))
        self.words.setCurrentRow(min(chosen, len(words) - 1))
        self.words.setVisible(bool(words))
        self.words.fit()
        none = say("You have added no words yet.")
        self._count.setText(problem or (counted(len(words), "{n} word", "{n} words") if words else none))
        self._show_buttons()

    def add(self) -> None:
        """Add what is typed."""
        word = self.line.text().strip()
        if not word:
            return
        try:
            checker().add(word)
        except EvidencePackError as error:
            self._context.guide.tell(str(error))
        else:
            self.line.clear()
            self._context.guide.tell(say("Spelling now knows “{word}”.", word=word))
        self.refresh()
        self.line.setFocus()

    def remove(self) -> None:
        """Take the chosen word away."""
        item = self.words.currentItem()
        if item is None:
            return
        word = item.text()
        try:
            checker().remove(word)
        except EvidencePackError as error:
            self._context.guide.tell(str(error))
        else:
            self.line.setText(word)
            self._context.guide.tell(say("“{word}” is taken away. Add it again if that was a slip.", word=word))
        self.refresh()
        (self.words if self.words.count() else self.line).setFocus()

    def _show_buttons(self) -> None:
        self._remove.setEnabled(self.words.currentItem() is not None)
        self._remove.setVisible(self.words.count() > 0)


class _Words(QListWidget):
    """Delete takes the chosen word away."""

    def __init__(self, remove: Callable[[], None]) -> None:
        super().__init__()
        self._take = remove
        self.setAccessibleName(say("Your own words"))
        self.setObjectName("card")
        self.setSpacing(_SPACE)
        self.setMaximumWidth(scaled(_LIST_WIDTH))

    def fit(self) -> None:
        """Take the height of the words, within limits."""
        rows = max(1, min(_MOST_LINES, self.count()))
        high = max(self.sizeHintForRow(0), 1) if self.count() else _LINE
        self.setFixedHeight(rows * (high + 2 * _SPACE) + 12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what Delete does; leave the others to Qt."""
        if event.key() == Qt.Key.Key_Delete:
            self._take()
        else:
            super().keyPressEvent(event)
