# SPDX-License-Identifier: MPL-2.0
"""Alt pressed and let go alone: the key by which people of Windows and Linux come to a menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

_ELSE = frozenset(
    {
        *(QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.Wheel, QEvent.Type.Shortcut),
        *(QEvent.Type.FocusOut, QEvent.Type.WindowDeactivate, QEvent.Type.Drop),
    }
)
"""What may happen while Alt is down that says that it is not meant alone."""

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})


class AltKey(QObject):
    """``pressed`` says that Alt was let go, and nothing was done while it was down.

    Everything that happens is listened to only while it is down: to listen always would slow every key.
    """

    pressed = Signal()

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._listens = False

    def goes_down(self) -> None:
        """Alt goes down."""
        app = QApplication.instance()
        if app is not None and not self._listens:
            self._listens = True
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what happens until Alt is let go, or turns out to belong to something else."""
        del watched
        if event.type() in _ELSE:
            self._stop()
        elif event.type() in _KEYS and isinstance(event, QKeyEvent):
            if event.key() != Qt.Key.Key_Alt:
                self._stop()
            elif event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat():
                self._stop()
                self.pressed.emit()
                return True
        return False

    def _stop(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._listens = False
