# SPDX-License-Identifier: MPL-2.0
"""Icons of buttons that change their colour and size with the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QAbstractButton

from evidencepack.ui.icons import icon
from evidencepack.ui.look import colour, look
from evidencepack.ui.tokens import Ink

_SIDE = 18


class Tint(QObject):
    """Keeps the icon of a button in a colour of the window, and as large as the words."""

    def __init__(self, button: QAbstractButton, name: str, ink: Ink) -> None:
        super().__init__(button)
        self._button, self._name, self._ink = button, name, ink
        look().changed.connect(self._paint)
        self._paint()

    def take(self, ink: Ink) -> None:
        """Take another colour."""
        self._ink = ink
        self._paint()

    def _paint(self) -> None:
        side = look().scaled(_SIDE)
        self._button.setIconSize(QSize(side, side))
        self._button.setIcon(icon(self._name, colour(self._ink), size=side))
