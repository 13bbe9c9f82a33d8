# SPDX-License-Identifier: MPL-2.0
"""The card with the one next step: what, why, and the button that goes there."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QFrame, QVBoxLayout

from evidencepack.ui import clock
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.registry import is_there
from evidencepack.ui.shell.roads import road_to
from evidencepack.ui.shell.where import DOCUMENTS, PACK, Where
from evidencepack.ui.widgets.cards import NextStep, Notice, Tone
from evidencepack.ui.widgets.parts import button, emptied, iconed
from evidencepack.ui.words import say
from evidencepack.usecases.next_step import next_step
from evidencepack.usecases.readiness import Problem


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
        checks, resting = self._context.checks, self._context.chosen.now.put_off
        problem = next_step(checks.problems, resting=resting, today=clock.today())
        known = bool(checks.done_at)
        if (problem, known) == self._shown:
            return
        self._shown = (problem, known)
        emptied(self._layout)
        self._layout.addWidget(self._of(problem) if problem else self._nothing(known=known))

    def _of(self, problem: Problem) -> NextStep:
        go = iconed(button(say("Go there"), lambda: self._go(problem), kind="primary"), "arrow-right")
        go.setAccessibleName(say("Go there: {what}", what=problem.message))
        later = button(say("Not now"), lambda: self._rest(problem))
        later.setToolTip(say("Comes again tomorrow"))
        return NextStep(say("Next step"), problem.message, _reason(problem), go, later)

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

    def _rest(self, problem: Problem) -> None:
        self._context.chosen.put_off(problem.id, clock.today() + timedelta(days=1))
        self.refresh()


def _reason(problem: Problem) -> str:
    """Return why it is next: the advice of its rule, and the marks that hang on it."""
    home = problem.home
    if not home.weight or not home.question:
        return problem.help
    marks = say("{question} carries {weight} % of the marks.", question=home.question, weight=f"{home.weight:f}")
    return f"{problem.help} {marks}"
