# SPDX-License-Identifier: MPL-2.0
"""The checks of the tender in hand: on a thread of their own, a while after the last edit; F4 goes through them."""

from __future__ import annotations

from collections.abc import Mapping
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
from evidencepack.usecases.readiness import Problem, tiers_of

if TYPE_CHECKING:
    from evidencepack.bootstrap import Program
    from evidencepack.library.model import Library
    from evidencepack.review.coverage import Covered
    from evidencepack.usecases.checking import LiveCheck
    from evidencepack.usecases.overview import Overview
    from evidencepack.usecases.setting_aside import Aside
    from evidencepack.usecases.signed_papers import PaperWords

CHECK_AFTER = 1500
"""Milliseconds from the last edit to checks that compose and lay out: they are of use when somebody stops to look."""

RECHECK_AFTER = 250
"""Milliseconds from the last edit until the rules are asked again that it touches."""

READ_SIGNED_AFTER = 0
"""Milliseconds from the opening of a tender until the papers are read that somebody has signed."""


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
        self._overview: Overview | None = None
        self.running = False
        self.done_at = ""
        """When the checks were last done ("19:42"); empty if never."""
        self.failure = ""
        """Why they could not be done, or nothing."""
        self._last = ""
        self._index = -1
        self._live: LiveCheck | None = None
        self._words: PaperWords | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.check_now)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._recheck)
        session.changed.connect(self._wait)
        self._opened = session.facts
        self._reading = QTimer(self, singleShot=True)
        self._reading.timeout.connect(self.read_signed)
        self._reading.start(READ_SIGNED_AFTER)
        self._wait()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is open, in the order in which to go through it."""
        return self._overview.problems if self._overview else ()

    @property
    def reminders(self) -> tuple[Problem, ...]:
        """What is about the desk and not about the bid."""
        return self._overview.reminders if self._overview else ()

    @property
    def set_aside(self) -> tuple[Problem, ...]:
        """What a person has looked at and let stand."""
        return self._overview.set_aside if self._overview else ()

    @property
    def grid(self) -> tuple[Covered, ...]:
        """How the five questions and the four-part fit stand for each partner."""
        return self._overview.grid if self._overview else ()

    def why_aside(self, problem: Problem) -> Aside | None:
        """Return what was said when a finding was set aside; None for one that is open."""
        return self._overview.aside.get(problem.id) if self._overview else None

    @property
    def must_fix(self) -> int:
        """How many things refuse a final export."""
        return tiers_of(self.problems)[Severity.BLOCKS]

    def look(self) -> None:
        """Do the checks soon, unless the findings are those of the facts as they stand."""
        if self._seen is not self._session.facts:
            self.check_now()

    def check_now(self) -> None:
        """Do the checks; what is typed is kept first."""
        self._timer.stop()
        self._soon.stop()
        self._session.save()
        facts = self._seen = self._session.facts
        self.running = True
        self.checked.emit()
        from evidencepack.usecases.reuse_findings import reused  # reads kinds: not before there is something to check

        copies = partial(reused, facts=facts, library=self._session.library)
        self._store.ask(copies, done=partial(self._go_on, facts), failed=self._fail)

    def read_signed(self) -> None:
        """Find out what the signed papers say, as they were when the tender was opened."""
        self._reading.stop()
        reading = partial(_read_signed, self._opened, self._session.library)
        self._tasks.submit("signed", reading, done=self._take_signed, failed=self._fail)

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
        self._soon.stop()
        self._reading.stop()
        self._session.changed.disconnect(self._wait)
        self._tasks.shutdown(wait=False)

    def _wait(self) -> None:
        if self._seen is not self._session.facts:
            self._timer.start(CHECK_AFTER)
            if self._live is not None:
                self._soon.start(RECHECK_AFTER)

    def _recheck(self) -> None:
        """Ask again the rules that read what was changed; what takes composing stays as it was until that is done."""
        facts = self._session.facts
        if not self._closed and self._live is not None and not self.running:
            job = partial(self._look_again, self._live, facts)
            self._tasks.submit("recheck", job, done=partial(self._take_soon, facts), failed=self._fail)

    def _look_again(self, live: LiveCheck, facts: Facts) -> Overview:
        from evidencepack.usecases.overview import overview

        return overview(live.check(facts), facts, self._session.library, live.given)

    def _take_soon(self, facts: Facts, found: Overview) -> None:
        if not self._closed and facts is self._session.facts and not self.running:
            self._take_over(found)

    def _go_on(self, facts: Facts, copies: tuple[Reused, ...]) -> None:
        if not self._closed and facts is self._seen:
            job = partial(self._look_over, facts, copies)
            self._tasks.submit("check", job, done=partial(self._take, facts), failed=self._fail)

    def _look_over(self, facts: Facts, copies: tuple[Reused, ...]) -> Overview:
        """Do the checks, on the one thread of this runner: rules are asked again where something has changed."""
        from evidencepack.usecases.checking import LiveCheck, given_of  # composing is read when first needed
        from evidencepack.usecases.overview import overview
        from evidencepack.usecases.signed_papers import PaperWords

        library, press = self._program.library, self._program.press
        self._live = self._live or LiveCheck(library)
        self._words = self._words or PaperWords(library)
        given = given_of(facts, library=library, press=press, reused=copies, words=self._words)
        return overview(self._live.check(facts, given), facts, library, given)

    def _take_signed(self, found: tuple[PaperWords, Mapping[str, str]]) -> None:
        if not self._closed:
            self._session.signed.take(*found)

    def _take(self, facts: Facts, found: Overview) -> None:
        """Take what was found, unless newer facts are being looked at by now."""
        if facts is not self._seen:
            return
        self.done_at, self.failure, self.running = clock.now().strftime("%H:%M"), "", False
        self._take_over(found)

    def _take_over(self, found: Overview) -> None:
        self._overview = found
        self._session.note_found(found.seen)
        self.checked.emit()

    def _fail(self, error: Exception) -> None:
        if not self._closed:
            self.failure, self.running = str(error), False
            self.checked.emit()


def _read_signed(facts: Facts, library: Library) -> tuple[PaperWords, Mapping[str, str]]:
    """Read the papers that somebody signed, and what they say under signatures of which nothing is noted yet."""
    from evidencepack.usecases.signed_papers import PaperWords, noted_now

    words = PaperWords(library)
    words.changed(facts)
    return words, noted_now(facts, library, words)
