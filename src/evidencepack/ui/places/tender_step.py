# SPDX-License-Identifier: MPL-2.0
"""The card with the one next step: what, why, and the button that goes there."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QFrame, QVBoxLayout

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.ui import clock
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.registry import is_there
from evidencepack.ui.shell.roads import road_to
from evidencepack.ui.shell.where import DOCUMENTS, PACK, PARTNERS, Where, in_record
from evidencepack.ui.widgets.cards import NextStep, Notice, Tone
from evidencepack.ui.widgets.parts import button, emptied, iconed
from evidencepack.ui.words import counted, say
from evidencepack.usecases.documents import document_rows
from evidencepack.usecases.next_step import Beginning, beginning, next_step, resting_key
from evidencepack.usecases.readiness import Problem

_BEGINNINGS: dict[Beginning, tuple[str, str, str]] = {
    Beginning.DEADLINE: (
        "Say when it is due",
        "Every list then shows how long there is. The other facts of the tender can come later.",
        "Enter the date",
    ),
    Beginning.PARTNER: (
        "Add the first partner",
        "By its kind we suggest the papers you need. If you bid alone, choose “Not now”.",
        "Add a partner",
    ),
    Beginning.PAPER: (
        "Begin the first paper",
        "It asks one thing at a time, shows examples, and saves as you type.",
        "Choose a paper",
    ),
}
"""What to do first, why, and the words on the button."""


class StepCard(QFrame):
    """Shows the next step as the checks know it; while they do not, says so."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: object = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def refresh(self) -> None:
        """Show what is next now; the same step stays as it is, with the keyboard in it."""
        checks, resting, session = self._context.checks, self._context.chosen.now.put_off, self._context.session
        begins = beginning(session.facts, session.library, resting=resting, today=clock.today())
        problem = None if begins else next_step(checks.problems, resting=resting, today=clock.today())
        known = bool(checks.done_at)
        if (begins, problem, known) == self._shown:
            return
        self._shown = (begins, problem, known)
        emptied(self._layout)
        found = self._begin(begins) if begins else self._of(problem) if problem else self._nothing(known=known)
        self._layout.addWidget(found)

    def _begin(self, one: Beginning) -> NextStep:
        """Show how a tender begins: its deadline, a partner, a paper."""
        what, why, words = (say(text) for text in _BEGINNINGS[one])
        tender = self._context.session.facts.tender
        where = {
            Beginning.DEADLINE: in_record(tender, FieldPath(tender, "submission_deadline")),
            Beginning.PARTNER: Where(PARTNERS),
            Beginning.PAPER: Where(DOCUMENTS),
        }
        go = iconed(button(words, self._context.going(where[one]), kind="primary"), "arrow-right")
        later = button(say("Not now"), lambda: self._put_off(resting_key(self._context.session.facts, one)))
        later.setToolTip(say("Comes again tomorrow"))
        return NextStep(say("Next step"), what, why, *((go,) if one is Beginning.PAPER else (go, later)))

    def _of(self, problem: Problem) -> NextStep:
        what, why = self._words(problem)
        go = iconed(button(say("Go there"), lambda: self._go(problem), kind="primary"), "arrow-right")
        go.setAccessibleName(say("Go there: {what}", what=what))
        later = button(say("Not now"), lambda: self._put_off(problem.id))
        later.setToolTip(say("Comes again tomorrow"))
        return NextStep(say("Next step"), what, why, go, later)

    def _words(self, problem: Problem) -> tuple[str, str]:
        """Return what is next and why; of a missing answer, how many there are in the paper and which is the first."""
        if not problem.is_missing:
            return problem.message, _reason(problem)
        missing = counted(self._missing(problem), "1 answer is missing.", "{n} answers are missing.")
        first = say("The next one: {question}", question=problem.question) if problem.question else ""
        return say("Carry on with {paper}", paper=problem.home.words), " ".join(filter(None, (missing, first)))

    def _missing(self, problem: Problem) -> int:
        """Return how many answers are missing: of a paper, as its form and every other place count them."""
        session, checks = self._context.session, self._context.checks
        known, seen = session.papers, session.seen
        rows = document_rows(session.facts, session.library, troubled=session.drafts, known=known, seen=seen)
        asked = next((one.missing for one in rows if one.id == problem.home.id), 0)
        return asked or sum(one.is_missing and one.home.id == problem.home.id for one in checks.problems)

    def _nothing(self, *, known: bool) -> QFrame:
        if not known:
            return Notice(Tone.TIP, say("The papers are being looked through"), say("The next step will stand here."))
        words = say("Nothing must be done now. Read the papers once more as a stranger would, then make the pack.")
        to_pack = is_there(PACK)
        go = button(
            say("Go to the pack") if to_pack else say("Go to the documents"),
            self._context.going(Where(PACK if to_pack else DOCUMENTS)),
        )
        return NextStep(say("Next step"), say("Read it once more"), words, go)

    def _go(self, problem: Problem) -> None:
        session = self._context.session
        self._context.checks.note(problem)
        where = road_to(session.facts, session.library, problem.path)
        self._context.guide.open_at(where or Where(DOCUMENTS))

    def _put_off(self, key: str) -> None:
        self._context.chosen.put_off(key, clock.today() + timedelta(days=1))
        self.refresh()


def _reason(problem: Problem) -> str:
    """Return why it is next: the advice of its rule, and the marks that hang on it."""
    home = problem.home
    if not home.weight or not home.question:
        return problem.help
    marks = say("{question} carries {weight} % of the marks.", question=home.question, weight=f"{home.weight:f}")
    return f"{problem.help} {marks}"
