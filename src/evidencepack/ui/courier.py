# SPDX-License-Identifier: MPL-2.0
"""Brings what other threads have to say to the main thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Courier(QObject):
    """Calls functions on the thread it was made on, in the order they were handed over, until it is closed."""

    _handed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._closed = False
        self._handed.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def hand_over(self, call: Callable[[], None]) -> None:
        """Have ``call`` called soon on the main thread. Any thread may ask."""
        if not self._closed:
            self._handed.emit(call)

    def close(self) -> None:
        """Deliver nothing more, not even what is on its way."""
        self._closed = True

    @Slot(object)
    def _call(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()
