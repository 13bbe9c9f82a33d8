# SPDX-License-Identifier: MPL-2.0
"""The peer of a start: an empty window of Qt, as large as ours, closed after its first paint."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Empty(QWidget):
    """Shows nothing, once."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt names it
        """Close as soon as this paint is on the screen."""
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)


if __name__ == "__main__":
    app = QApplication([])
    window = Empty()
    window.resize(1366, 768)
    window.show()
    sys.exit(app.exec())
