# SPDX-License-Identifier: MPL-2.0
"""A mark with its words: alone, or as a row with a second line and a figure at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from evidencepack.ui.widgets.marks import Mark, MarkSign
from evidencepack.ui.widgets.parts import column, label

_GAP = 9


class State(QFrame):
    """A mark and its word, or other words in its place."""

    def __init__(self, mark: Mark, words: str = "", *, role: str = "", said: str = "") -> None:
        """Show a mark; ``said`` is what it is heard as where it stands for something else than usual."""
        super().__init__()
        self._sign = MarkSign(mark)
        if said:
            self._sign.setAccessibleName(said)
            self._sign.setToolTip("")
        self._words = label(words or mark.words, role, wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(7)
        layout.addWidget(self._sign)
        layout.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def show_state(self, mark: Mark, words: str = "") -> None:
        """Show another state."""
        self._sign.show_mark(mark)
        self._words.setText(words or mark.words)


class StateRow(QFrame):
    """A mark, words, perhaps a second line, perhaps a figure at the right edge. Heard as one sentence."""

    def __init__(self, mark: Mark, words: str, second: str = "", figure: str = "", *, strong: bool = False) -> None:
        super().__init__()
        said: list[QLabel] = [label(words, "strong" if strong else "")]
        said += [label(second, "small")] if second else []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(column(3, MarkSign(mark), None, gap=0))
        layout.addWidget(column(*said, None, gap=0), 1)
        if figure:
            layout.addWidget(column(label(figure, "small", wrap=False), None, gap=0))
        self.setAccessibleName(", ".join(filter(None, (f"{mark.words}: {words}", second, figure))))
