# SPDX-License-Identifier: MPL-2.0
"""What every question has: label, hint, what is wrong, room for the answer, and an example one click away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Fix
from evidencepack.domain.trade import Severity
from evidencepack.library.model import Field
from evidencepack.ui.example import Example, has_example
from evidencepack.ui.finding_note import FindingNotes
from evidencepack.ui.look import colour
from evidencepack.ui.session import Session
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.parts import NarrowLayout, button, label
from evidencepack.ui.words import say
from evidencepack.usecases.findings_here import Here
from evidencepack.usecases.forms import Asked
from evidencepack.usecases.mending import mending

_BAR, _INDENT = 5, 14


class Question(QFrame):
    """A question. What is wrong is marked when the person leaves it, never while they type.

    So is what the checks say of the answer: while somebody is in it, only what is mended goes.
    """

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
        self._found: tuple[Here, ...] = ()
        self._notes = FindingNotes()
        self._notes.mending.connect(self._mend)
        self._notes.resized.connect(self.resized)
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

    def show_found(self, found: Sequence[Here]) -> None:
        """Show what the checks say of the answer; what is new waits until the person has left the question."""
        fresh = [one for one in found if not self.is_typed_in or one in self._found]
        if tuple(fresh) != self._found:
            self._found = tuple(fresh)
            self._show_notes()
            self._refresh()

    @property
    def is_typed_in(self) -> bool:
        """Whether somebody is answering it now: nothing is said of the answer until they are done."""
        return False

    def _show_notes(self) -> None:
        self._notes.show_found([(one, "") for one in self._found])

    def _mend(self, fix: Fix) -> None:
        """Do what a fix says, as one step."""
        changes = mending(fix, self._session.facts)
        if changes:
            self._session.change(*changes, words=say("mend “{what}”", what=fix.words))
            self._session.noted.emit(say("Done: {what}. You can undo it.", what=fix.words))

    @property
    def _ink(self) -> Ink | None:
        """The colour of the bar beside the question: of an error, of advice, or none."""
        kinds = {one.problem.severity for one in self._found}
        if self._wrong or Severity.BLOCKS in kinds:
            return Ink.ERROR
        return Ink.WARN if Severity.WARNS in kinds else None

    @property
    def _wrong(self) -> str:
        """What is wrong: what cannot be read, or else that an answer is missing."""
        return self.problem or self._lack

    def check(self) -> None:
        """Mark what is wrong: the person has left the question."""

    def finish_typing(self) -> None:
        """Take what is typed and not entered yet, such as in a cell of a table."""

    def take_focus(self, line: str = "", column: str = "") -> None:
        """Put the keyboard into the answer; in a table, into a column of a line."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar beside a question whose answer needs another look."""
        super().paintEvent(event)
        if (ink := self._ink) is not None:
            painter = QPainter(self)
            painter.fillRect(0, 0, _BAR, self.height(), colour(ink))
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
        for part in (self._label, label(self.field.help, "hint"), self._error, *answer, self._notes):
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
        self._layout.setContentsMargins(_INDENT if self._ink else 0, 0, 0, 0)
        self.update()

    def _description(self) -> str:
        return " ".join(filter(None, (self._error.text(), self._notes.words, self.field.help)))

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
