# SPDX-License-Identifier: MPL-2.0
"""Whether spelling is checked: apart from what checks it, so that the start of the window loads nothing of that."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid


class Switch(QObject):
    """On or off, for the whole window."""

    turned = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.on = True

    def turn(self, *, on: bool) -> None:
        """Check spelling, or leave it."""
        if on is not self.on:
            self.on = on
            self.turned.emit()


_MADE: list[Switch] = []
"""That of the application. To look for it among the children of that would have Qt for Python make each of them."""


def switch() -> Switch:
    """Return the switch of the running application; made when it is first asked for."""
    if not _MADE or not isValid(_MADE[0]):
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError("there is no application to check for")
        _MADE[:] = [Switch(app)]
    return _MADE[0]
