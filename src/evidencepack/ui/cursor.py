# SPDX-License-Identifier: MPL-2.0
"""Where in a text the cursor goes when a jump ends in it."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit


def choose_characters(start: int, end: int) -> None:
    """Select characters in the text that has the keyboard, if it is one."""
    focus = QApplication.focusWidget()
    if end <= start:
        return
    if isinstance(focus, QLineEdit):
        focus.setSelection(start, end - start)
    elif isinstance(focus, QPlainTextEdit):
        cursor = focus.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        focus.setTextCursor(cursor)


def put_cursor_at(words: str) -> None:
    """Put the cursor before words in the text that has the keyboard, if they stand there as they are."""
    focus = QApplication.focusWidget()
    text = focus.toPlainText() if isinstance(focus, QPlainTextEdit) else ""
    at = text.find(words.strip()) if words.strip() else -1
    if at >= 0 and isinstance(focus, QPlainTextEdit):
        cursor = focus.textCursor()
        cursor.setPosition(at)
        focus.setTextCursor(cursor)
