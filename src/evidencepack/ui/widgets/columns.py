# SPDX-License-Identifier: MPL-2.0
"""A main column with a side column: beside it where there is room, else below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.look import scaled

_SIDE, _GAP = 300, 16
_ANY = 16777215


class Columns(QFrame):
    """Two columns that fold into one. ``side`` is the width of the second one, in pixels."""

    def __init__(self, main: QWidget, beside: QWidget, *, side: int = _SIDE) -> None:
        super().__init__()
        self._beside, self._side = beside, side
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_GAP)
        self._layout.addWidget(main, 1)
        self._layout.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)

    def fit(self, width: LayoutWidth) -> None:
        """Put the second column beside or below the first."""
        beside = width.has_side
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(way)
        self._layout.setAlignment(self._beside, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))
        self._beside.setMaximumWidth(scaled(self._side) if beside else _ANY)
        self._beside.setMinimumWidth(scaled(self._side) if beside else 0)
