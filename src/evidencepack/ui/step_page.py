# SPDX-License-Identifier: MPL-2.0
"""One step of a form: its title and its questions, one topic a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType
from evidencepack.library.model import Field
from evidencepack.review.claims import PARAGRAPHS, counted_words
from evidencepack.ui.field_words import Asking
from evidencepack.ui.file_question import make_question
from evidencepack.ui.question import Question
from evidencepack.ui.session import Session
from evidencepack.ui.staying import staying
from evidencepack.ui.step_head import StepHead
from evidencepack.ui.step_look import Look, show_advice, show_look
from evidencepack.ui.tables.letters_question import LettersQuestion
from evidencepack.ui.tables.lines import LinesModel
from evidencepack.ui.tables.table_question import TableQuestion
from evidencepack.ui.tables.view import LinesView
from evidencepack.ui.widgets.budget import Budget
from evidencepack.ui.widgets.error_summary import ErrorSummary
from evidencepack.ui.widgets.parts import Pane, column
from evidencepack.ui.words import say
from evidencepack.usecases.findings_here import Here
from evidencepack.usecases.forms import Asked, Place, asked_in_step
from evidencepack.usecases.letters import is_letter_grid

_MARGINS = (26, 16, 26, 24)
_ROOM_ABOVE = 60
_ROOM_AT_CURSOR = 36
_ADVICE = 4
_A_MOMENT = 60
"""Milliseconds after which is looked again whether a button of the mouse is let go."""
_BOXES = (QPlainTextEdit, QLineEdit, QComboBox, QAbstractButton)


class StepPage(Pane):
    """The questions of a step. One whose condition does not hold is hidden, with what was answered kept."""

    going = Signal(str)
    """The person wants to see a record: its id."""

    moved = Signal()
    """The keyboard has come to another question, or to another line of a table."""

    def __init__(self, session: Session, record: str, step: int) -> None:
        self._session = session
        self._record = record
        kind = session.library[session.facts.records[record].kind]
        self._step = kind.steps[step]
        self._questions: dict[str, Question] = {}
        self._last: QWidget | None = None
        for name in self._step.fields:
            field = kind.fields[name]
            if is_letter_grid(kind, name):
                self._questions[name] = LettersQuestion(field, session, record)
            elif field.type is FieldType.TABLE:
                self._questions[name] = TableQuestion(field, session, record)
            else:
                self._questions[name] = make_question(field, session)
        self.wide = any(isinstance(question, LettersQuestion) for question in self._questions.values())
        """Whether the step wants the whole width of the window."""
        self.head = StepHead(step + 1, len(kind.steps), self._step.title, self._step.intro)
        self.summary = ErrorSummary()
        self.advice = ErrorSummary(most=_ADVICE, advice=True)
        self._found: tuple[Here, ...] = ()
        self._budget = Budget(0, say("All five paragraphs"))
        self._look, self._asked_for = Look(), True
        page = column(
            self.head,
            self._budget,
            self.summary,
            self.advice,
            *self._questions.values(),
            None,
            gap=18,
            margins=_MARGINS,
            name="page",
        )
        super().__init__(page)
        for question in self._questions.values():
            question.resized.connect(self.settle)
            question.going.connect(self.going)
            question.resized.connect(self.moved)
            question.turned.connect(self.moved)
        for summary in (self.summary, self.advice):
            summary.resized.connect(self.settle)
        self._telling = QTimer(self, singleShot=True, interval=_A_MOMENT)
        self._telling.timeout.connect(self._tell_found)
        self._seeing = QTimer(self, singleShot=True, interval=0)
        self._seeing.timeout.connect(self._see_focus)
        self._stays = False
        self.verticalScrollBar().rangeChanged.connect(self._see_soon)
        self.verticalScrollBar().sliderPressed.connect(self._look_elsewhere)
        session.changed.connect(self.refresh)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Show the questions as they stand now."""
        record = self._session.facts.records[self._record]
        asked: dict[str, Asked] = {
            one.field.id: one for one in asked_in_step(self._session.facts, self._session.library, record, self._step)
        }
        for name, question in self._questions.items():
            question.setVisible(name in asked)
            if name in asked:
                question.show_asked(asked[name])
        self._count(record)
        self.settle()

    def _count(self, record: Record) -> None:
        """Count the words of all paragraphs against the limit of the buyer, where there is one."""
        used, limit = counted_words(record)
        shown = limit > 0 and not set(self._step.fields).isdisjoint(PARAGRAPHS)
        self._budget.setVisible(shown)
        if shown:
            self._budget.show_count(used, limit)

    def go_to(self, place: Place) -> None:
        """Put the keyboard into a question."""
        self._questions[place.field].take_focus(place.line, place.column)

    def show_look(self, look: Look) -> None:
        """Say above the questions what needs another look, each line a way to it."""
        self._look, self._asked_for = look, True
        show_look(self.summary, self._session, self._record, look, self.go_to)
        for name, question in self._questions.items():
            question.show_lack(needed=any(one.field == name and not one.line for one in look.missing))
        self.settle()

    def show_wrong(self, look: Look) -> None:
        """Say above the questions what was typed and cannot be right; nobody has asked for what is still to do."""
        self.show_look(look.wrong)
        self._asked_for = False

    def keep_looking(self, look: Look) -> None:
        """Take from what needs another look what is right by now; what was not named before is not named either."""
        left = self._look.among(look.places if self._asked_for else look.unread)
        if left != self._look:
            (self.show_look if self._asked_for else self.show_wrong)(left)

    def show_found(self, here: Sequence[Here]) -> None:
        """Say beside the questions, and above them, what the checks say of this step."""
        self._found = tuple(here)
        self._tell_found()

    def _tell_found(self) -> None:
        """Say it once nobody holds a button of the mouse; what is under the pointer, or typed in, stays where it is."""
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._telling.start()
            return
        with staying(self, self._questions.values()):
            for name, question in self._questions.items():
                question.show_found([one for one in self._found if one.place.field == name])
            show_advice(self.advice, self._session, self._record, self._found, self.go_to)

    def start(self) -> None:
        """Put the keyboard on what needs another look, if that is shown, or into the first question."""
        if not self.summary.isHidden():
            self.ensureWidgetVisible(self.summary)
            self.summary.take_focus()
            return
        first = next((question for question in self._questions.values() if not question.isHidden()), None)
        if first is not None:
            first.take_focus()

    def position(self) -> int:
        """Return which question has the keyboard, from 0; -1 if none has."""
        return next((at for at, question in enumerate(self._questions.values()) if question.has_focus()), -1)

    @property
    def path_here(self) -> FieldPath | None:
        """The answer that has the keyboard; in a table, that of the cell. None if none has."""
        return self.asking.path if self.asking else None

    @property
    def asking(self) -> Asking | None:
        """The question that has the keyboard; in a table, the column of the cell. None if none has."""
        focus = QApplication.focusWidget()
        around = list(_questions_around(focus)) if focus is not None and self.isAncestorOf(focus) else []
        if not around:
            return None
        path, field = around[0]
        model = focus.model() if isinstance(focus, LinesView) else None
        if isinstance(focus, LinesView) and isinstance(model, LinesModel) and focus.currentIndex().isValid():
            here = focus.currentIndex()
            column = model.columns[here.column()]
            return Asking(model.lines[here.row()].path(column.id), column, field)
        return Asking(path, field, around[-1][1] if len(around) > 1 else None)

    def take_back(self) -> None:
        """Put the keyboard where it was last on this page, or into the first question."""
        if self._last is not None and isValid(self._last) and self._last.isVisible():
            self._last.setFocus()
        else:
            self.start()

    def finish_typing(self) -> None:
        """Take what is typed and not entered yet."""
        for question in self._questions.values():
            question.finish_typing()

    def close_page(self) -> None:
        """Follow nothing any more: another page takes this one's place."""
        self._session.changed.disconnect(self.refresh)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        """Check and save the question that was left, and scroll to the one that was come to."""
        for question in self._questions.values():
            if old is not None and question.isAncestorOf(old):
                question.check()
                self.settle()
                self._session.save()
                self._telling.start()
        if new is not None and self.isAncestorOf(new):
            # What is being clicked is in sight, and must not move away under the pointer before the button is let go.
            if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
                self.ensureWidgetVisible(new, 0, _ROOM_ABOVE)
            self._last, self._stays = new, True
            if isinstance(new, QPlainTextEdit):
                new.cursorPositionChanged.connect(self._type_on, Qt.ConnectionType.UniqueConnection)
            line = new.lineEdit() if isinstance(new, QComboBox) else new
            if isinstance(line, QLineEdit):
                line.textEdited.connect(self._type_on, Qt.ConnectionType.UniqueConnection)
            self.moved.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the person look elsewhere: what has the keyboard is not brought back into sight until they type."""
        self._look_elsewhere()
        super().wheelEvent(event)

    def _look_elsewhere(self) -> None:
        self._stays = False

    @Slot()
    def _type_on(self) -> None:
        self._stays = True
        self._see_soon()

    @Slot()
    def _see_soon(self) -> None:
        self._seeing.start()

    def _see_focus(self) -> None:
        """Keep what has the keyboard in sight: the page grows with its words and lines, and so does a box for prose."""
        box, page = QApplication.focusWidget(), self.widget()
        if box is None or page is None or not self._stays or not page.isAncestorOf(box):
            return
        if isinstance(box, _BOXES) and box.height() < self.viewport().height() // 2:
            self.ensureWidgetVisible(box, 0, _ROOM_AT_CURSOR)
        if isinstance(box, QPlainTextEdit):
            cursor = box.cursorRect()
            for edge in (cursor.topLeft(), cursor.bottomLeft()):
                self.ensureVisible(0, box.viewport().mapTo(page, edge).y(), 0, _ROOM_AT_CURSOR)


def _questions_around(widget: QWidget | None) -> Iterator[tuple[FieldPath, Field]]:
    """Give where their answers stand, and what asks them, for the questions round a widget, the innermost first."""
    while widget is not None:
        if isinstance(widget, Question) and widget.path is not None:
            yield widget.path, widget.field
        widget = widget.parentWidget()
