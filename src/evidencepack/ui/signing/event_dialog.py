# SPDX-License-Identifier: MPL-2.0
"""Noting by hand what happened to a copy that went out, below what is noted of it already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import NEEDS_REASON, SignEvent, State, may_follow
from evidencepack.library.entry_dates import date_text
from evidencepack.ui.controls.combo import Combo
from evidencepack.ui.signing.past_day import read_past_day
from evidencepack.ui.signing.sent_outcome import copy_words
from evidencepack.ui.widgets.announcing import announce
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import asked, button, column, label, row
from evidencepack.ui.widgets.scrolled import ScrolledDialog
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import say
from evidencepack.usecases.sign_events import Note
from evidencepack.usecases.sign_register import CopyLine

_WIDTH = 620
STATE_WORDS: Mapping[State, str] = {
    State.DRAFTED: "Made, not sent yet",
    State.PRINTED: "Printed",
    State.SENT: "Sent",
    State.CHASED: "Chased",
    State.RETURNED: "Came back, to be looked at",
    State.SIGNED: "Signed by one of them",
    State.ACCEPTED: "Signed and accepted",
    State.DECLINED: "Declined",
    State.EXPIRED: "Ran out",
    State.SUPERSEDED: "Replaced by a newer version",
    State.WITHDRAWN: "Withdrawn",
    State.CERTIFIED: "Certificate written",
}
_BY_HAND = (
    State.PRINTED, State.SENT, State.CHASED, State.RETURNED, State.SIGNED, State.ACCEPTED, State.DECLINED,
    State.EXPIRED, State.WITHDRAWN,
)  # fmt: skip
_MARKS = {
    State.ACCEPTED: Mark.SIGNED,
    State.SIGNED: Mark.SIGNED,
    State.DECLINED: Mark.MISS,
    State.EXPIRED: Mark.STALE,
    State.SUPERSEDED: Mark.SKIP,
    State.WITHDRAWN: Mark.SKIP,
}
_BY_SIGNERS = frozenset({State.SIGNED, State.ACCEPTED})


class EventDialog(ScrolledDialog):
    """``noting`` carries the note; who keeps it calls ``accept``, or ``fail`` with why not."""

    noting = Signal(object)

    def __init__(self, parent: QWidget, line: CopyLine, *, person: str, today: date) -> None:
        super().__init__(parent, say("Note what happened"), wide=_WIDTH)
        self._line, self._today = line, today
        self.states = tuple(one for one in _BY_HAND if _can(line, one))
        self.state, self.signer = Combo(), Combo()
        self.state.addItems([say(STATE_WORDS[one]) for one in self.states])
        self.signer.addItems(list(line.awaited))
        self.day, self.why, self.deputy = QLineEdit(date_text(today)), QLineEdit(), QLineEdit()
        self.authority, self.who = QLineEdit(), QLineEdit(person)
        self._understood, self._problem = label("", "hint"), label("", "error")
        self._problem.hide()
        self._who_signed = _titled(say("Who of them signed?"), self.signer)
        self._instead = row(
            asked(self.deputy, say("Signed by somebody else? Who?"), say("Leave it empty if not.")),
            asked(self.authority, say("What allows them to sign?"), say("Such as a letter or a minute.")),
            gap=16,
        )
        self._reason = asked(self.why, say("Why? Or a remark"), say("It stands in the register."))
        self.do = button(say("Note it"), self._agree, kind="primary")
        self.do.setDefault(True)
        close = button(say("Close"), self.reject)
        what = say("{paper}, version {label}", paper=line.version.reference, label=line.version.label)
        heads = [label(what, "h2"), label(_whose(line), "hint")]
        self.lay_out(heads, column(*self._parts(), None, gap=12, name="page"), row(None, close, self.do, gap=10))
        self.state.currentIndexChanged.connect(lambda _at: self._fold())
        self.day.textChanged.connect(lambda _text: self._read())
        self._fold()
        self._read()
        (self.state if self.states else close).setFocus()

    def fail(self, words: str, at: QLineEdit | None = None) -> None:
        """Say why it is not noted, and go there."""
        self._problem.setText(words)
        self._problem.show()
        self.do.setEnabled(True)
        announce(self, words, urgent=True)
        if at is not None:
            at.setAccessibleDescription(words)
            at.setFocus()

    def _parts(self) -> Iterator[QWidget]:
        yield label(say("So far"), "h3")
        yield column(*(_event_row(one) for one in self._line.events), gap=6)
        if not self.states:
            yield StateRow(Mark.SKIP, say("Nothing more can happen to this copy. It stays in the register."))
            return
        yield label(say("What happened"), "h3")
        day = column(asked(self.day, say("On which day?"), say("Such as 12 February.")), self._understood, None, gap=3)
        yield row(column(_titled(say("What?"), self.state, say("To this copy.")), None), day, gap=16)
        yield self._who_signed
        yield self._instead
        yield self._reason
        yield asked(self.who, say("Who notes it?"), say("It stands in the register."))
        stays = say("What is noted stays in the register, with its day and its reason. A newer note follows it.")
        yield label(stays, "small")
        yield self._problem

    @property
    def _chosen(self) -> State | None:
        at = self.state.currentIndex()
        return self.states[at] if 0 <= at < len(self.states) else None

    def _fold(self) -> None:
        """Ask only what belongs to what is chosen."""
        state = self._chosen
        self._who_signed.setVisible(state is State.SIGNED)
        self._instead.setVisible(state in _BY_SIGNERS)
        self._reason.setVisible(state is not State.SIGNED)
        if self.isVisible():
            self._fit()

    def _read(self) -> date | None:
        day, said = read_past_day(self.day.text(), self._today)
        self._understood.setText(said)
        self._understood.setVisible(bool(said))
        return day

    def _agree(self) -> None:
        state, day = self._chosen, self._read()
        if state is None:
            return
        if day is None:
            self.fail(say("Say on which day it was."), self.day)
        elif state in NEEDS_REASON and not self.why.text().strip():
            self.fail(say("Say why. The reason stands in the register."), self.why)
        elif not self.who.text().strip():
            self.fail(say("Say who notes it."), self.who)
        else:
            self.do.setEnabled(False)
            self.noting.emit(self._note(state, day))

    def _note(self, state: State, day: date) -> Note:
        by, signs = self.who.text().strip(), state in _BY_SIGNERS
        return Note(
            state,
            day,
            "" if state is State.SIGNED else self.why.text().strip(),
            self.deputy.text().strip() if signs else "",
            self.authority.text().strip() if signs else "",
            by,
            signer=self.signer.currentText() if state is State.SIGNED else "",
        )


def _can(line: CopyLine, state: State) -> bool:
    """Whether somebody can say so of a copy; that one of several signed only while several are to."""
    return may_follow(line.state, state) and (state is not State.SIGNED or len(line.awaited) > 1)


def _whose(line: CopyLine) -> str:
    return say("{who}. Code {code}", who=copy_words(line.copy), code=printed(line.copy.code))


def _event_row(one: SignEvent) -> StateRow:
    who = say("noted by {who}", who=one.by)
    deputy = say("signed by {who}", who=one.deputy) if one.deputy else ""
    more = ". ".join(filter(None, (one.words, deputy, one.authority, who)))
    words = say("{what}, {day}", what=say(STATE_WORDS[one.state]), day=date_text(date.fromisoformat(one.day)))
    return StateRow(_MARKS.get(one.state, Mark.OUT), words, more)


def _titled(title: str, control: Combo, hint: str = "") -> QFrame:
    head = label(title, "label")
    head.setBuddy(control)
    control.setAccessibleName(title)
    return column(head, *([label(hint, "hint")] if hint else []), control, gap=3)
