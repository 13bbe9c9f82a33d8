# SPDX-License-Identifier: MPL-2.0
"""What every question has: label, hint, what is wrong, room for the answer, and an example one click away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.library.model import Field
from evidencepack.ui.example import Example, has_example
from evidencepack.ui.look import colour
from evidencepack.ui.session import Session
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.parts import NarrowLayout, button, label
from evidencepack.ui.words import say
from evidencepack.usecases.forms import Asked

_BAR, _INDENT = 5, 14


class Question(QFrame):
    """A question. What is wrong is marked when the person leaves it, never while they type."""

    resized = Signal()
    """It takes more or less room than before."""
    turned = Signal()
    """The keyboard has come to another part of it, such as a cell."""
    going = Signal(str)
    """The person wants to see a record: its id."""

    def __init__(self, field: Field, session: Session) -> None:
        super().__init__()
        self.field = field
        self._session = session
        self._asked: Asked | None = None
        self.problem = ""
        self._lack = ""
        self._label = label(field.label, "label")
        self._error = label("", "error")
        self._error.hide()
        self._example: Example | None = None
        self._show_example: QPushButton | None = None
        self._layout = NarrowLayout(self)
        self._layout.setSpacing(3)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_asked(self, asked: Asked) -> None:
        """Show the question as it stands now."""
        raise NotImplementedError

    def show_lack(self, *, needed: bool) -> None:
        """Say beside the question that an answer is needed, or no longer."""
        lack = say("an answer is needed here") if needed else ""
        if lack != self._lack:
            self._lack = lack
            self._refresh()

    @property
    def _wrong(self) -> str:
        """What is wrong: what cannot be read, or else that an answer is missing."""
        return self.problem or self._lack

    def check(self) -> None:
        """Mark what is wrong: the person has left the question."""

    def take_focus(self, line: str = "", column: str = "") -> None:
        """Put the keyboard into the answer; in a table, into a column of a line."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar beside a question whose answer cannot be read."""
        super().paintEvent(event)
        if self._wrong:
            painter = QPainter(self)
            painter.fillRect(0, 0, _BAR, self.height(), colour(Ink.ERROR))
            painter.end()

    @property
    def path(self) -> FieldPath | None:
        """Where the answer stands; None before the question was first shown."""
        return self._asked.path if self._asked else None

    def has_focus(self) -> bool:
        """Whether the keyboard is somewhere in the question."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _lay_out(self, *answer: QWidget) -> None:
        for part in (self._label, label(self.field.help, "hint"), self._error, *answer):
            self._layout.addWidget(part)
        if has_example(self.field):
            self._show_example = button(say("Show an example"), self.unfold, kind="link")
            self._show_example.setAccessibleName(f"{self._show_example.text()}: {self.field.label}")
            self._layout.addWidget(self._show_example)

    def _words(self) -> str:
        """Return the label with what it says about leaving the answer out."""
        needed = self._asked is None or self._asked.required
        return self.field.label if needed else say("{label} (optional)", label=self.field.label)

    def _refresh(self) -> None:
        self._label.setText(self._words())
        self._error.setText(say("Error: {problem}", problem=self._wrong) if self._wrong else "")
        self._error.setVisible(bool(self._wrong))
        self._layout.setContentsMargins(_INDENT if self._wrong else 0, 0, 0, 0)
        self.update()

    def _description(self) -> str:
        return " ".join(filter(None, (self._error.text(), self.field.help)))

    def unfold(self) -> None:
        """Show the example, or hide it again."""
        if self._show_example is None:
            return
        if self._example is None:
            self._example = Example(self.field)
            self._example.used.connect(self._use)
            self._layout.addWidget(self._example)
            self._example.show()
        else:
            self._example.setVisible(self._example.isHidden())
        words = say("Show an example") if self._example.isHidden() else say("Hide the example")
        self._show_example.setText(words)
        self._show_example.setAccessibleName(f"{words}: {self.field.label}")
        self._refresh()
        self.resized.emit()

    def _use(self, text: str) -> None:
        """Take the example as the answer."""
