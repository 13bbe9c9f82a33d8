# SPDX-License-Identifier: MPL-2.0
"""What stands above a form whose answers somebody has signed: whose signature a change touches, or has touched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from evidencepack.review.telling import listed
from evidencepack.ui.session import Session
from evidencepack.ui.widgets.cards import Notice, Tone, link
from evidencepack.ui.widgets.parts import emptied, row
from evidencepack.ui.words import say
from evidencepack.usecases.signed_papers import Touched

LOOK_AFTER = 400
"""Milliseconds from the last change to a new look: nobody is interrupted while they type."""


class SignedNotice(QFrame):
    """A calm word on the signatures that an answer here stands under; nothing where there are none.

    ``asked`` carries the first paper that was changed: somebody wants to see what that means for who signed it.
    """

    asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._record, self._said = session, "", ("", "")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._waiting = QTimer(self, singleShot=True, interval=LOOK_AFTER)
        self._waiting.timeout.connect(self._look)
        session.changed.connect(self._waiting.start)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_for(self, record: str) -> None:
        """Speak of a record from now on."""
        self._record = record
        self._look()

    @property
    def words(self) -> str:
        """What it says now; nothing while nobody has signed anything that is answered here."""
        return " ".join(filter(None, self._said))

    def _look(self) -> None:
        if not self._record or self._record not in self._session.facts.records:
            return
        touched = self._session.signed.touched_by(self._record)
        changed = [one for one in touched if one.changed]
        said = _changed_words(changed, self._record) if changed else _signed_words(touched, self._record)
        if said != self._said:
            self._said = said
            emptied(self._layout)
            if said[0]:
                self._layout.addWidget(self._notice(said, changed))
                self._layout.activate()
        self.setVisible(bool(said[0]))

    def _notice(self, said: tuple[str, str], changed: Sequence[Touched]) -> Notice:
        if not changed:
            return Notice(Tone.TIP, *said)
        paper = changed[0].paper.id
        more = link(say("See what it means for them"), lambda: self.asked.emit(paper))
        return Notice(Tone.WARN, *said, row(more, None))


def _signed_words(touched: Sequence[Touched], record: str) -> tuple[str, str]:
    own = [one for one in touched if one.paper.id == record]
    who = listed([name for one in own or touched for name in one.signers])
    if own:
        more = say("If you change its words, they have to sign it again. Undo puts the signed words back.")
        return say("Signed: {who}.", who=who), more
    if not touched:
        return "", ""
    papers = listed([one.paper.reference for one in touched])
    more = say("If you change what they say, it has to be signed again. Undo puts the signed words back.")
    return say("This stands in papers that are signed: {papers} ({who}).", papers=papers, who=who), more


def _changed_words(changed: Sequence[Touched], record: str) -> tuple[str, str]:
    papers = listed([one.paper.reference for one in changed])
    who = listed([name for one in changed for name in one.changed])
    more = say("A signature holds for the words that were signed. Undo puts them back, or ask for new signatures.")
    if all(one.paper.id == record for one in changed):
        return say("Changed since signed: {who}.", who=who), more
    return say("Changed since signed: {papers} ({who}).", papers=papers, who=who), more
