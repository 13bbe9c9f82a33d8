# SPDX-License-Identifier: MPL-2.0
"""The checks of the tender in hand: on a thread of their own, a while after the last edit; F4 goes through them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Severity
from evidencepack.review.reading import Reused
from evidencepack.ui import clock
from evidencepack.ui.session import Session
from evidencepack.ui.store_thread import StoreThread
from evidencepack.ui.tasks import TaskRunner
from evidencepack.usecases.readiness import Problem

if TYPE_CHECKING:
    from evidencepack.bootstrap import Program

CHECK_AFTER = 1500
"""Milliseconds from the last edit to new checks: they take seconds, and are of use when somebody stops to look."""


class Checks(QObject):
    """What an evaluator would find missing, as far as it is known."""

    checked = Signal()
    """There are other findings than before, or the checks have begun or ended."""

    def __init__(self, session: Session, store: StoreThread, program: Program) -> None:
        super().__init__()
        self._session, self._store, self._program = session, store, program
        self._tasks = TaskRunner()
        self._closed = False
        self._seen: Facts | None = None
        self.problems: tuple[Problem, ...] = ()
        self.running = False
        self.done_at = ""
        """When the checks were last done ("19:42"); empty if never."""
        self.failure = ""
        """Why they could not be done, or nothing."""
        self._last = ""
        self._index = -1
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.check_now)
        session.changed.connect(self._wait)
        self._wait()

    @property
    def must_fix(self) -> int:
        """How many findings refuse a final export."""
        return sum(one.severity is Severity.BLOCKS for one in self.problems)

    def look(self) -> None:
        """Do the checks soon, unless the findings are those of the facts as they stand."""
        if self._seen is not self._session.facts:
            self.check_now()

    def check_now(self) -> None:
        """Do the checks; what is typed is kept first."""
        self._timer.stop()
        self._session.save()
        facts = self._seen = self._session.facts
        self.running = True
        self.checked.emit()
        from evidencepack.usecases.reuse_findings import reused  # reads kinds: not before there is something to check

        copies = partial(reused, facts=facts, library=self._session.library)
        self._store.ask(copies, done=partial(self._go_on, facts), failed=self._fail)

    def note(self, problem: Problem) -> None:
        """Note that the person goes to a finding: the next one is the one behind it."""
        self._last = problem.id
        self._index = next((at for at, one in enumerate(self.problems) if one.id == problem.id), self._index)

    def next(self, steps: int) -> Problem | None:
        """Return the finding behind (1) or before (-1) the last one gone to, round the ends.

        If that one is mended by now, the one that has its place is behind it.
        """
        if not self.problems:
            return None
        there = next((at for at, one in enumerate(self.problems) if one.id == self._last), -1)
        at = there + steps if there >= 0 else self._index + (0 if steps > 0 and self._last else steps)
        return self.problems[at % len(self.problems)]

    def led_to(self, record: str) -> bool:
        """Whether the last finding gone to stands in a record, or is shown with it."""
        last = next((one for one in self.problems if one.id == self._last), None)
        return last is not None and record in {last.home.id, last.path.partition("/")[0]}

    def close(self) -> None:
        """Follow nothing any more; checks that are being done come to nothing."""
        self._closed = True
        self._timer.stop()
        self._session.changed.disconnect(self._wait)
        self._tasks.shutdown(wait=False)

    def _wait(self) -> None:
        if self._seen is not self._session.facts:
            self._timer.start(CHECK_AFTER)

    def _go_on(self, facts: Facts, copies: tuple[Reused, ...]) -> None:
        if not self._closed and facts is self._seen:
            job = partial(_look_over, self._program, facts, copies)
            self._tasks.submit("check", job, done=self._take, failed=self._fail)

    def _take(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        self.done_at, self.failure, self.running = clock.now().strftime("%H:%M"), "", False
        self.checked.emit()

    def _fail(self, error: Exception) -> None:
        if not self._closed:
            self.failure, self.running = str(error), False
            self.checked.emit()


def _look_over(program: Program, facts: Facts, copies: tuple[Reused, ...]) -> tuple[Problem, ...]:
    from evidencepack.usecases.checking import check_tender  # composing and laying out are read when first needed
    from evidencepack.usecases.readiness import problems_of

    findings = check_tender(facts, library=program.library, press=program.press, reused=copies)
    return problems_of(findings, facts, program.library)
