# SPDX-License-Identifier: MPL-2.0
"""One line of text: words, money, percentages, numbers. What cannot be read stays as it was typed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from evidencepack.domain.values import FieldType
from evidencepack.ui.controls.prose import ProseControl
from evidencepack.ui.controls.span import changed_span
from evidencepack.ui.spelling.boxes import LineBox
from evidencepack.ui.spelling.wavy_line import WavyLine

_WIDTHS: Mapping[FieldType, int] = {
    FieldType.MONEY: 170,
    FieldType.PERCENTAGE: 110,
    FieldType.NUMBER: 220,
}
"""Widest sizes in pixels: a short box asks for a short answer."""


class LineControl(ProseControl):
    """A single line."""

    def __init__(self, kind: FieldType) -> None:
        super().__init__()
        self._edit = WavyLine()
        if kind in _WIDTHS:
            self._edit.setMaximumWidth(_WIDTHS[kind])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._edit)
        if kind in _WIDTHS:
            layout.addStretch(1)
        self._edit.textEdited.connect(self.edited)
        self._edit.textChanged.connect(self._look_at_spelling)

    def first(self) -> QLineEdit:
        """Return the line."""
        return self._edit

    def text(self) -> str:
        """Return what is typed."""
        return self._edit.text()

    def show_text(self, text: str) -> None:
        """Show a text; the cursor stays while the text is the same, and goes to where it changed."""
        if text != self._edit.text():
            span = changed_span(self._edit.text(), text)
            self._edit.setText(text)
            self._edit.setCursorPosition(span.behind if self._edit.hasFocus() else 0)

    def _box(self) -> LineBox:
        return LineBox(self._edit)
