# SPDX-License-Identifier: MPL-2.0
"""The keys of undo and redo win over those that a text box or the editor of a cell has of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from evidencepack.ui.controls.control import Control

_OURS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoKeys(QObject):
    """Lets the window have the keys of undo and redo while the keyboard is in an answer.

    A text box would take back letters of its own that the document knows nothing of.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the keys to the window; where it has nothing to undo, nothing happens."""
        if isinstance(event, QKeyEvent) and _is_ours(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.ignore()
                return True
            return event.type() == QEvent.Type.KeyPress
        return super().eventFilter(watched, event)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        # One that is being deleted loses the keyboard before it says that it is gone.
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._forget)
        self._watched = new if new is not None and _is_answer(new) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._watched.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._watched = None


def _is_ours(event: QKeyEvent) -> bool:
    shifted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    redo = event.key() == Qt.Key.Key_Z and event.modifiers() == shifted
    also = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return redo or also or any(event.matches(key) for key in _OURS)


def _is_answer(widget: QWidget) -> bool:
    """Whether a widget is where answers are given: a control, a table, or the editor of a cell."""
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, Control | QAbstractItemView):
            return True
        above = above.parentWidget()
    return False


def left_cell() -> bool:
    """Close the editor of a cell, without entering what is typed in it; False where nothing was typed into one."""
    editor = QApplication.focusWidget()
    if not isinstance(editor, QLineEdit) or not editor.isModified() or not _is_in_table(editor):
        return False
    QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier))
    return True


def _is_in_table(editor: QWidget) -> bool:
    viewport = editor.parentWidget()
    return viewport is not None and isinstance(viewport.parentWidget(), QAbstractItemView)
