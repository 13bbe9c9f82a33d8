# SPDX-License-Identifier: MPL-2.0
"""A small dialog that is as high as what it says."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from evidencepack.ui.widgets.focus_ring import FocusRing


class FittedDialog(QDialog):
    """Takes the height that its words need at its width, also when there come to be more of them.

    Qt by itself reckons with narrower words, and leaves a gap below the buttons.
    """

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        FocusRing(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit before it is seen."""
        self._fit()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        """Fit again when something in it has come to need more or less room."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return done

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))
