# SPDX-License-Identifier: MPL-2.0
"""What work on signatures is done with, whichever place of the window it is begun in."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from evidencepack.ui.press_room import PressRoom
from evidencepack.ui.session import Session
from evidencepack.ui.store_thread import StoreThread


class Bench(NamedTuple):
    """``parent`` is whose window the dialogs stand above; ``room`` does long work, ``store`` keeps what comes of it."""

    parent: QWidget
    room: PressRoom
    store: StoreThread
    session: Session
