# SPDX-License-Identifier: MPL-2.0
"""Several lines of text in a box that grows with them; Tab moves on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit

from evidencepack.ui.controls.control import too_long_words
from evidencepack.ui.controls.prose import ProseControl
from evidencepack.ui.controls.span import changed_span
from evidencepack.ui.look import scaled
from evidencepack.ui.spelling.boxes import LongBox

MOST_LETTERS = 50_000
"""So many letters, with spaces, an answer of several lines takes: about 8,000 words."""

_FEWEST, _MOST = 3, 14
_EDGES = 30


class LongTextControl(ProseControl):
    """A text box of 3 to 14 lines."""

    def __init__(self) -> None:
        super().__init__()
        self._edit = _Growing()
        self._edit.refused.connect(lambda: self.refused.emit(too_long_words(MOST_LETTERS)))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._edit)
        self._edit.textChanged.connect(self._tell)
        # The document's own signal comes when a text is shown, too.
        self._edit.document().contentsChanged.connect(self._look_at_spelling)

    def first(self) -> QPlainTextEdit:
        """Return the box."""
        return self._edit

    def text(self) -> str:
        """Return what is typed."""
        return self._edit.toPlainText()

    def show_text(self, text: str) -> None:
        """Show a text. Only what differs is put in; the cursor stays in its words, or goes to where they changed."""
        if text == self._edit.toPlainText():
            return
        span = changed_span(self._edit.toPlainText(), text)
        self._edit.blockSignals(True)
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(span.start)
        cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(span.text)
        if self._edit.hasFocus():
            self._edit.setTextCursor(cursor)
        self._edit.blockSignals(False)
        self._edit.fit()

    def _box(self) -> LongBox:
        return LongBox(self._edit)


class _Growing(QPlainTextEdit):
    refused = Signal()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped, unless it is a book: laying that out would hold up everything for minutes."""
        if len(source.text()) + len(self.toPlainText()) > MOST_LETTERS:
            self.refused.emit()
        else:
            super().insertFromMimeData(source)

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Undo is the document's, not the box's.
        self.setUndoRedoEnabled(False)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.fit())
        self.fit()

    def fit(self) -> None:
        """Take the height of the text, within limits."""
        # A plain text document measures its height in lines.
        lines = max(_FEWEST, min(_MOST, int(self.document().size().height())))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + scaled(_EDGES))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere at another width."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Lines are as high as the letters."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.fit()
