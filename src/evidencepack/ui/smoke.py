# SPDX-License-Identifier: MPL-2.0
"""The smoke test of any build, and the measure of a start: close once the first place is painted with its tenders."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from evidencepack.errors import ExitCode
from evidencepack.ui.first_paint import FirstPaint

if TYPE_CHECKING:
    from evidencepack.ui.shell.window import Window

VARIABLE = "EVIDENCEPACK_QUIT_AFTER_PAINT"

_AT_MOST = 30_000
"""Milliseconds until a window that never comes is a failure."""


def is_wanted() -> bool:
    """Whether the environment asks for the smoke test."""
    return os.environ.get(VARIABLE) == "1"


def quit_after_paint(window: Window) -> None:
    """Close the window as soon as the first place is on the screen."""

    def close() -> None:
        window.close()
        QApplication.exit(ExitCode.OK)

    FirstPaint(window.place, close)
    QTimer.singleShot(_AT_MOST, window, lambda: QApplication.exit(ExitCode.BUG))
