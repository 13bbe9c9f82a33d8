# SPDX-License-Identifier: MPL-2.0
"""What a good answer looks like: an example to start from, and weak and strong wording side by side."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.library.entry import parse_entry
from evidencepack.library.model import Field
from evidencepack.ui.session import Session
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import button, label, row
from evidencepack.ui.widgets.states import State
from evidencepack.ui.words import say
from evidencepack.usecases.differences import answer_in
from evidencepack.usecases.forms import Asked
from evidencepack.usecases.taking_examples import taking

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
        self._offered = bool(field.example) and field.type in _TYPED
        self._full = label("", "small")
        if not self._offered:
            # What a button does holds who made it: one that is put nowhere would keep this example for ever.
            self._use.setParent(self)
            self._use.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(2)
        for head, words in _shown(field):
            if words:
                layout.addWidget(head)
                layout.addWidget(label(words))
                layout.addSpacing(6)
            if words is field.example and self._offered:
                layout.addWidget(row(self._use, None))
                layout.addWidget(self._full)
                layout.addSpacing(6)

    def allow(self, answer: str) -> None:
        """Let the example be used where no answer stands, or say why not: nothing typed is ever replaced."""
        if not self._offered:
            return
        self._use.setEnabled(not answer.strip())
        same = answer.strip() == self._example.strip()
        own = say("Your own words stand there already.")
        self._full.setText(say("This is the example. Change it to your own words.") if same else own)
        self._full.setVisible(bool(answer.strip()))


def take_example(session: Session, path: FieldPath, field: Field, text: str) -> None:
    """Make an example the answer at a path, marked as an example until it is changed; one step of undo."""
    read = parse_entry(field, text, session.desk)
    if read.value is not None:
        words = say("use the example of “{question}”", question=field.label)
        changes = taking(session.facts.records[path.record], path, field.type, read.value)
        session.change(*changes, words=words, place=str(path))


def text_at(session: Session, path: FieldPath, field: Field) -> str:
    """Return what stands at a path: what is typed there, or the answer as text."""
    if path not in session.drafts and path.record not in session.facts.records:
        return ""
    return session.text_of(Asked(path, field, answer_in(session.facts, path), required=False))


def _shown(field: Field) -> Iterator[tuple[QWidget, str]]:
    """Give what there is to show, each under its head: weak and strong are told apart by a mark, too."""
    yield label(say("Example"), "cap"), field.example
    yield State(Mark.MISS, say("Weak"), role="strong", said=say("Weak")), field.weak
    yield State(Mark.DONE, say("Strong"), role="strong", said=say("Strong")), field.strong


def has_example(field: Field) -> bool:
    """Whether a field has anything to show."""
    return bool(field.example or field.weak or field.strong)
