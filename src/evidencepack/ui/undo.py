# SPDX-License-Identifier: MPL-2.0
"""Undo and redo in the window: keys that win over those of a text box, buttons that name the step, the way there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.ui.controls.control import Control
from evidencepack.ui.session import Session
from evidencepack.ui.words import say

_OURS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_CELL, _ROW = 4, 3


class UndoKeys(QObject):
    """Lets the window have the keys of undo and redo while the keyboard is in an answer.

    A text box would take back letters of its own that the document knows nothing of.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._watched: QWidget | None = None
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
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._forget)
        self._watched = new if new is not None and _is_answer(new) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._watched.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._watched = None


class Undo(QObject):
    """The two commands, for whichever session is in hand."""

    def __init__(self, undo: QAction, redo: QAction, *, go: Callable[[str, FieldPath], None]) -> None:
        """Take the actions; ``go`` shows a document (by its record) at an answer."""
        super().__init__(undo)
        self._undo, self._redo, self._go = undo, redo, go
        self._session: Session | None = None
        self._show(False, "", False, "")

    def follow(self, session: Session | None) -> None:
        """Undo and redo in this session from now on; in none, there is nothing to undo."""
        self._session = session
        self._show(False, "", False, "")
        if session is not None:
            session.undo_changed.connect(self._show)
            session.went_back.connect(self._went_back)
            session.say_steps()

    def undo(self) -> None:
        """Take back what is typed into a cell and not entered yet, or else the newest step."""
        if self._session is not None and not _left_cell():
            self._session.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._session is not None:
            self._session.redo()

    def _show(self, can_undo: bool, undone: str, can_redo: bool, redone: str) -> None:  # noqa: FBT001 - Qt's signal
        for action, can, name, words in (
            (self._undo, can_undo, say("Undo"), undone),
            (self._redo, can_redo, say("Redo"), redone),
        ):
            action.setEnabled(can)
            action.setText(f"{name}: {words}" if words else name)

    def _went_back(self, path: str) -> None:
        """Go to what changed, if the person is in a document that asks for it."""
        shown = _shown_at(path)
        if self._session is not None and self._session.document and shown is not None:
            self._go(self._session.document, shown)


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


def _left_cell() -> bool:
    """Close the editor of a cell, without entering what is typed in it; False where nothing was typed into one."""
    editor = QApplication.focusWidget()
    if not isinstance(editor, QLineEdit) or not editor.isModified() or not _is_in_table(editor):
        return False
    QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier))
    return True


def _is_in_table(editor: QWidget) -> bool:
    viewport = editor.parentWidget()
    return viewport is not None and isinstance(viewport.parentWidget(), QAbstractItemView)


def _shown_at(path: str) -> FieldPath | None:
    """Return the answer that a path leads to; for a row, its table."""
    parts = path.split("/")
    if len(parts) == _ROW:
        return FieldPath(parts[0], parts[1], parts[2])
    return FieldPath(*parts) if len(parts) in {2, _CELL} else None
