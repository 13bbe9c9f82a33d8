# SPDX-License-Identifier: MPL-2.0
"""What a good answer looks like: an example to start from, and weak and strong wording side by side."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from evidencepack.domain.values import FieldType
from evidencepack.library.model import Field
from evidencepack.ui.widgets.parts import button, label, row
from evidencepack.ui.words import say

_TYPED = frozenset(
    {
        *(FieldType.TEXT, FieldType.LONG_TEXT, FieldType.DATE, FieldType.NUMBER, FieldType.MONEY),
        *(FieldType.PERCENTAGE, FieldType.DURATION),
    }
)


class Example(QFrame):
    """The example of one field; ``used`` carries it when the person takes it as a starting point."""

    used = Signal(str)

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.setObjectName("sunk")
        self._use = button(say("Use as a starting point"), lambda: self.used.emit(field.example), kind="small")
        self._use.setAccessibleName(f"{self._use.text()}: {field.label}")
        self._example = field.example
        self._full = label("", "small", wrap=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(2)
        for head, words in _shown(field):
            if words:
                layout.addWidget(label(head, "cap"))
                layout.addWidget(label(words))
                layout.addSpacing(6)
            if words is field.example and words and field.type in _TYPED:
                layout.addWidget(row(self._use, self._full, None, gap=10))
                layout.addSpacing(6)

    def allow(self, answer: str) -> None:
        """Let the example be used where no answer stands, or say why not: nothing typed is ever replaced."""
        self._use.setEnabled(not answer.strip())
        same = answer.strip() == self._example.strip()
        own = say("Your own words stand there already.")
        self._full.setText(say("This is the example. Change it to your own words.") if same else own)
        self._full.setVisible(bool(answer.strip()))


def _shown(field: Field) -> tuple[tuple[str, str], ...]:
    return (say("Example"), field.example), (say("Weak"), field.weak), (say("Strong"), field.strong)


def has_example(field: Field) -> bool:
    """Whether a field has anything to show."""
    return bool(field.example or field.weak or field.strong)
