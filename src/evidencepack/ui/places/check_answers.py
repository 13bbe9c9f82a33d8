# SPDX-License-Identifier: MPL-2.0
"""Check your answers: all of a document on one page, step by step, each with the way to change it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.trade import Severity
from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.look import scaled
from evidencepack.ui.places.answers_view import AnswersCard, Found, note
from evidencepack.ui.places.finding_words import MARKS
from evidencepack.ui.rail import SLIM, WIDE, Rail
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.place import Crumb, TenderPlace
from evidencepack.ui.shell.where import CHECK, DOCUMENTS, READINESS, Where, in_document
from evidencepack.ui.widgets.cards import Card, link
from evidencepack.ui.widgets.foot_bar import FootBar
from evidencepack.ui.widgets.heading import PageHeading
from evidencepack.ui.widgets.parts import Pane, button, column, emptied, label, row, rule
from evidencepack.ui.words import counted, say
from evidencepack.usecases.answer_pages import AnswerStep, answer_steps
from evidencepack.usecases.examples import ours_at
from evidencepack.usecases.findings_here import Here, message_in
from evidencepack.usecases.form_state import FormState, form_state
from evidencepack.usecases.forms import StepState
from evidencepack.usecases.readiness import Problem


class CheckAnswers(TenderPlace):
    """The steps at the left, the answers beside them; what the checks have found stands with its answer."""

    folds_navigation = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        # Kept: when the place is closed, the work may have let go of the tender already.
        self._checks = context.checks
        self._record = ""
        self._shown: tuple[object, ...] = ()
        self._cards: list[AnswersCard] = []
        self.rail = Rail()
        self.rail.chosen.connect(self._go_to_step)
        self._kind, self._reference = label("", "cap"), label("", "strong")
        self._head = column(self._kind, self._reference, gap=0, margins=(14, 12, 14, 8))
        self._railframe = column(self._head, rule(), 4, self.rail, gap=0, margins=(0, 0, 1, 0), name="railframe")
        self._heading = PageHeading(say("Check your answers"))
        self._heading.add(button(say("See the pages"), self._open_form))
        self._answers = QVBoxLayout()
        self._answers.setSpacing(14)
        page = column(self._heading, gap=14, margins=(24, 16, 24, 20), name="page")
        inside = page.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addLayout(self._answers)
            inside.addStretch(1)
        self._pane = Pane(page)
        self._foot = FootBar(button(say("Back to the form"), self._open_form))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._railframe)
        layout.addWidget(column(self._pane, self._foot, gap=0), 1)
        self.session.changed.connect(self._follow)
        self._checks.checked.connect(self._follow)

    @property
    def title(self) -> str:
        """What the page is called."""
        return say("Check your answers")

    @property
    def crumbs(self) -> Sequence[Crumb]:
        """It is a level below the document."""
        document = Crumb(self._reference.text(), in_document(self._record))
        return (Crumb(say("Documents"), Where(DOCUMENTS)), document, Crumb(self.title))

    @property
    def here(self) -> Where:
        """The document whose answers are shown."""
        return Where(CHECK, self._record)

    def arrive(self, where: Where) -> None:
        """Show the answers of a document as they stand now."""
        if where.record not in self.session.facts.records:
            self._leave_what_is_gone()
            return
        if where.record != self._record:
            self._pane.verticalScrollBar().setValue(0)
        self._record = where.record
        self.session.work_in(where.record)
        self._checks.look()
        self.refresh()
        self._heading.take_focus()

    def fit(self, width: LayoutWidth) -> None:
        """Show marks and numbers of the steps only where there is little room."""
        super().fit(width)
        slim = width.is_slim
        self.rail.fold(slim=slim)
        self._head.setVisible(not slim)
        self._railframe.setVisible(width is not LayoutWidth.TIGHT)
        self._railframe.setFixedWidth(scaled(SLIM if slim else WIDE))

    def parts(self) -> Sequence[QWidget]:
        """Steps, answers, foot."""
        return (self._railframe, self._pane, self._foot)

    def do(self, command: Command) -> bool:
        """Go to the first answer that is missing or has something to it."""
        if command is Command.NEXT_FINDING and not self._checks.led_to(self._record):
            answers = (answer for step in self._steps(self._state()) for answer in step.answers)
            first = next((one for one in answers if one.missing or any(said.missing for said in one.said)), None)
            if first is not None:
                self._open(first.path)
                return True
        return False

    def leave(self) -> None:
        """Edits elsewhere are steps of the tender."""
        super().leave()
        self.session.work_in("")

    def close_place(self) -> None:
        """Follow nothing any more."""
        self.session.changed.disconnect(self._follow)
        self._checks.checked.disconnect(self._follow)

    def refresh(self) -> None:
        """Show the answers as they stand, with what the checks have found; nothing is made anew that is the same."""
        record = self.session.facts.records[self._record]
        self._kind.setText(self.session.library[record.kind].title)
        self._reference.setText(record.reference)
        state = self._state()
        steps, found = self._steps(state), _by_question(state)
        document = f"{self._kind.text()} {record.reference}"
        self._heading.tell(say("{document}. Read it as a stranger would.", document=document))
        self.rail.show_state(state, 0)
        self._foot.tell(_to_do(state))
        shown = (self._record, steps, tuple(found.items()), state.badges, state.whole)
        if shown != self._shown:
            self._shown = shown
            self._make(steps, state, found)
        self.moved.emit()

    def _make(self, steps: Sequence[AnswerStep], state: FormState, found: Found) -> None:
        emptied(self._answers)
        if state.whole:
            self._answers.addWidget(self._about_all(state.whole))
        self._cards = [AnswersCard(step, state.badge(step.number), found) for step in steps]
        for card in self._cards:
            card.asked.connect(self._open)
            card.owned.connect(self._make_ours)
            self._answers.addWidget(card)
            card.show()
        self._pane.settle()

    def _about_all(self, whole: Sequence[Problem]) -> QWidget:
        """Return what the checks say of the document as a whole, each with the way to all that is said of it."""
        rows = [self._about(one) for one in whole]
        made = Card(say("About the whole document"), *rows)
        made.show()
        return made

    def _about(self, one: Problem) -> QWidget:
        going = self.context.going(Where(READINESS, part=one.id))
        more = link(say("Look at it"), going, name=say("Look at it: {sentence}", sentence=one.message))
        return row(note(MARKS[one.severity], message_in(one)), more, gap=12)

    def _make_ours(self, path: FieldPath) -> None:
        """Keep that an example is true as it stands."""
        self.session.change(*ours_at(self.session.facts, self.session.library, path))

    def _state(self) -> FormState:
        session = self.session
        record = session.facts.records[self._record]
        problems = self._checks.problems
        return form_state(session.facts, session.library, record, troubled=session.drafts, problems=problems)

    def _steps(self, state: FormState) -> tuple[AnswerStep, ...]:
        session = self.session
        record = session.facts.records[self._record]
        return answer_steps(
            session.facts, session.library, record, desk=session.desk, drafts=session.drafts, state=state
        )

    def _follow(self) -> None:
        if not self.isVisible():
            return
        if self._record in self.session.facts.records:
            self.refresh()
        else:
            self._leave_what_is_gone()

    def _leave_what_is_gone(self) -> None:
        self.context.guide.tell(say("That is no longer there."))
        self.context.guide.open_at(Where(DOCUMENTS))

    def _go_to_step(self, step: int) -> None:
        bar = self._pane.verticalScrollBar()
        bar.setValue(self._cards[step].y() - 8)

    def _open(self, path: FieldPath) -> None:
        self.context.guide.open_at(in_document(self._record, path))

    def _open_form(self) -> None:
        self.context.guide.open_at(in_document(self._record))


def _by_question(state: FormState) -> dict[str, list[Here]]:
    """Return what the checks have found, by the question; in a step that nobody has begun all is still to do."""
    found: dict[str, list[Here]] = {}
    for one in state.here:
        if state.is_begun(one.place.step):
            found.setdefault(one.place.field, []).append(one)
    return found


def _to_do(state: FormState) -> str:
    """Say what is left to do before the document can be signed: the same that stands beside its steps."""
    missing = sum(one.missing for one in state.steps)
    whole = [one.severity for one in state.whole]
    must = sum(one.must for one in state.badges.values()) + whole.count(Severity.BLOCKS)
    should = sum(one.should for one in state.badges.values()) + whole.count(Severity.WARNS)
    again = sum(one.state is StepState.ATTENTION for one in state.steps)
    said = [
        counted(number, single, several)
        for number, single, several in (
            (missing, "{n} answer is missing.", "{n} answers are missing."),
            (must, "{n} thing must be fixed.", "{n} things must be fixed."),
            (should, "{n} thing should be fixed.", "{n} things should be fixed."),
            (again, "{n} step needs another look.", "{n} steps need another look."),
        )
        if number
    ]
    return " ".join(said) or say("Every answer that we ask for is there.")
