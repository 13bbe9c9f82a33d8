# SPDX-License-Identifier: MPL-2.0
"""What was issued of the pack, the way to issue it now, and its registers: a card beside the order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from evidencepack.domain.handed_in import last_issue
from evidencepack.domain.issue import Issue
from evidencepack.domain.trade import Audience
from evidencepack.ui.issues.changes import ChangesDialog
from evidencepack.ui.issues.late import late_wish, wishing
from evidencepack.ui.messages import tell
from evidencepack.ui.places.issue_question import IssueQuestion
from evidencepack.ui.places.issues_dialog import IssuesDialog, day_words
from evidencepack.ui.places.pack_errands import Due, Issuing, Registers
from evidencepack.ui.press_room import PressRoom
from evidencepack.ui.pressing import Blocking, Wanted
from evidencepack.ui.session import Session
from evidencepack.ui.store_thread import StoreThread
from evidencepack.ui.widgets.cards import Card, link
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import emptied, label, row
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import say
from evidencepack.usecases.issuing import Ground, ground_of

_NO_BLOCKING: tuple[Blocking, ...] = ()


class IssuedCard(QFrame):
    """The newest issue, and the ways on; ``parent`` is whose window the dialogs stand above."""

    def __init__(
        self, parent: QWidget, session: Session, store: StoreThread, room: PressRoom, audience: Callable[[], Audience]
    ) -> None:
        super().__init__()
        self._place, self._session, self._store, self._room = parent, session, store, room
        self._audience = audience
        self._blocking = _NO_BLOCKING
        self._closed = False
        self._issues: tuple[Issue, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._show()

    def load(self) -> None:
        """Show what was issued until now."""
        tender = self._session.facts.tender
        self._store.ask(lambda workspace: workspace.issues(tender), done=self._take, failed=self._fail)

    def show_blocking(self, found: Sequence[Blocking]) -> None:
        """Know what must be fixed first: whoever issues all the same says why."""
        self._blocking = tuple(found)

    def issue(self) -> None:
        """Ask who issues and where to, then make the next issue."""
        self._session.save()
        tender = self._session.facts.tender
        self._store.ask(lambda workspace: ground_of(workspace, tender), done=self._ask, failed=self._fail)

    def open_issues(self) -> None:
        """Show all issues, with the ways to open one again, to see what has changed since, and to verify files."""
        IssuesDialog(self._place, self._store, self._reference, self._issues, changes=self.open_changes).open()

    def open_changes(self, since: int) -> None:
        """Show what has changed since an issue, by its number."""
        ChangesDialog(self._place, self._room, self._session.facts, self._issues, since).open()

    def write_registers(self) -> None:
        """Write the registers for whoever the pack is for."""
        wanted = Wanted(audience=self._audience())
        self._errand = Registers(self._place, self._room, self._reference, wanted, ended=self._end)
        self._errand.ask()

    def ways(self) -> QFrame:
        """Return the ways to issue the pack now and to write its registers, for a place that is always in sight."""
        issue = link(say("Issue it…"), self.issue, name=say("Issue the pack"))
        return row(issue, None, link(say("Registers for Excel…"), self.write_registers), gap=8)

    def close_card(self) -> None:
        """Show nothing any more."""
        self._closed = True

    @property
    def _reference(self) -> str:
        facts = self._session.facts
        return facts.records[facts.tender].reference

    def _ask(self, ground: Ground) -> None:
        if self._closed:
            return
        said = tuple(dict.fromkeys(one.words for one in self._blocking))
        question = IssueQuestion(self._place, self._reference, ground, said, late_wish(self._session.facts))
        question.accepted.connect(lambda: self._begin(ground, question))
        question.open()

    def _begin(self, ground: Ground, question: IssueQuestion) -> None:
        if question.late is not None and (changes := wishing(self._session.facts, question.late.wish)):
            self._session.change(*changes)
        due = Due(self._reference, ground, question.wish)
        self._issuing = Issuing(self._place, self._room, self._store, due, ended=self._end)
        self._issuing.ask()

    def _end(self) -> None:
        if not self._closed:
            self.load()

    def _take(self, issues: tuple[Issue, ...]) -> None:
        if not self._closed:
            self._issues = issues
            self._session.take_issued(last_issue([one.manifest for one in reversed(issues[-2:])]))
            self._show()

    def _fail(self, error: Exception) -> None:
        if not self._closed:
            tell(self._place, say("What was issued could not be read"), str(error))

    def _show(self) -> None:
        emptied(self._layout)
        newest = self._issues[-1] if self._issues else None
        state: QWidget
        if newest is None:
            state = label(say("Nothing yet. What you hand in is kept here as it was, file by file."), "small")
        else:
            words = say("Issue {number}", number=newest.number)
            state = StateRow(Mark.SIGNED, words, day_words(newest))
        ways = [row(link(say("All issues, verify a file…"), self.open_issues), None)] if newest else []
        if newest is not None:
            since = newest.number
            ways.append(row(link(say("What has changed since…"), lambda: self.open_changes(since)), None))
        self._layout.addWidget(Card(say("Issued"), state, *ways, gap=6))
