# SPDX-License-Identifier: MPL-2.0
"""The two boxes that people write in, as spelling sees them: their text, a place in it, marks under words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit, QWidget

from evidencepack.ui.look import colour
from evidencepack.ui.spelling.wavy_line import WavyLine
from evidencepack.ui.tokens import Ink

Span = tuple[int, int]
"""From a character to the one before another, as Qt counts them."""


class Box(Protocol):
    """A box. Places are characters as Qt counts them."""

    @property
    def watched(self) -> tuple[QWidget, ...]:
        """The widgets that hear keys and the mouse; the first has the keyboard."""
        ...

    def text(self) -> str:
        """Return what is typed."""
        ...

    def cursor(self) -> int:
        """Return where the cursor is."""
        ...

    def place_at(self, point: QPoint) -> int:
        """Return the place that lies under a point of the box."""
        ...

    def below_cursor(self) -> QPoint:
        """Return the point below the cursor, on the screen."""
        ...

    def mark(self, spans: Sequence[Span]) -> None:
        """Draw waves under words, and under no others."""
        ...

    def point_out(self, spans: Sequence[Span]) -> None:
        """Draw a broken line under what the checks speak of, and under nothing else."""
        ...

    def choose(self, span: Span) -> None:
        """Select characters."""
        ...

    def replace(self, span: Span, text: str) -> None:
        """Put other words in the place of some, as if typed."""
        ...

    def usual_menu(self) -> QMenu:
        """Return the menu that the box has anyway."""
        ...


class LongBox:
    """Several lines."""

    def __init__(self, edit: QPlainTextEdit) -> None:
        self.edit = edit
        self.watched = (edit, edit.viewport())
        self._marks: dict[QTextCharFormat.UnderlineStyle, list[QTextEdit.ExtraSelection]] = {}

    def text(self) -> str:
        """Return what is typed."""
        return self.edit.toPlainText()

    def cursor(self) -> int:
        """Return where the cursor is."""
        return self.edit.textCursor().position()

    def place_at(self, point: QPoint) -> int:
        """Return the place that lies under a point of the box."""
        return self.edit.cursorForPosition(point).position()

    def below_cursor(self) -> QPoint:
        """Return the point below the cursor, on the screen."""
        return self.edit.viewport().mapToGlobal(self.edit.cursorRect().bottomLeft())

    def mark(self, spans: Sequence[Span]) -> None:
        """Draw waves under words, and under no others; the text itself and its undo are not touched."""
        self._underline(QTextCharFormat.UnderlineStyle.WaveUnderline, Ink.ERROR, spans)

    def point_out(self, spans: Sequence[Span]) -> None:
        """Draw a broken line under what the checks speak of, and under nothing else."""
        self._underline(QTextCharFormat.UnderlineStyle.DashUnderline, Ink.WARN, spans)

    def _underline(self, style: QTextCharFormat.UnderlineStyle, ink: Ink, spans: Sequence[Span]) -> None:
        line = QTextCharFormat()
        line.setUnderlineStyle(style)
        line.setUnderlineColor(colour(ink))
        marks = self._marks[style] = []
        for span in spans:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor(span)
            mark.format = line
            marks.append(mark)
        # Marks of the other kind go along with their words, whatever is typed before them.
        self.edit.setExtraSelections([mark for some in self._marks.values() for mark in some])

    def choose(self, span: Span) -> None:
        """Select characters."""
        self.edit.setTextCursor(self._cursor(span))
        self.edit.ensureCursorVisible()

    def replace(self, span: Span, text: str) -> None:
        """Put other words in the place of some, as if typed."""
        cursor = self._cursor(span)
        cursor.insertText(text)
        self.edit.setTextCursor(cursor)

    def usual_menu(self) -> QMenu:
        """Return the menu that the box has anyway."""
        return self.edit.createStandardContextMenu()

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.edit.document())
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        return cursor


class LineBox:
    """One line."""

    def __init__(self, edit: WavyLine) -> None:
        self.edit = edit
        self.watched = (edit,)

    def text(self) -> str:
        """Return what is typed."""
        return self.edit.text()

    def cursor(self) -> int:
        """Return where the cursor is."""
        return self.edit.cursorPosition()

    def place_at(self, point: QPoint) -> int:
        """Return the place that lies under a point of the box."""
        return self.edit.cursorPositionAt(point)

    def below_cursor(self) -> QPoint:
        """Return the point below the cursor, on the screen."""
        return self.edit.mapToGlobal(QPoint(self.edit.cursor_x(), self.edit.height()))

    def mark(self, spans: Sequence[Span]) -> None:
        """Draw waves under words, and under no others."""
        self.edit.show_waves(spans)

    def point_out(self, spans: Sequence[Span]) -> None:
        """Draw a broken line under what the checks speak of, and under nothing else."""
        self.edit.show_lines(spans)

    def choose(self, span: Span) -> None:
        """Select characters."""
        self.edit.setSelection(span[0], span[1] - span[0])

    def replace(self, span: Span, text: str) -> None:
        """Put other words in the place of some, as if typed."""
        self.choose(span)
        self.edit.insert(text)
        # Qt says this only of keys.
        self.edit.textEdited.emit(self.edit.text())

    def usual_menu(self) -> QMenu:
        """Return the menu that the box has anyway."""
        return self.edit.createStandardContextMenu()
