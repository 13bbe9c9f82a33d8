# SPDX-License-Identifier: MPL-2.0
"""What became of the files that somebody put into the pack: each with what to know of it, or why it is not in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evidencepack.compose.formats import long_date
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Attachment
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import button, column, label, row
from evidencepack.ui.widgets.password import PasswordLine
from evidencepack.ui.widgets.scrolled import ScrolledDialog
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import counted, say
from evidencepack.usecases.annex_names import DATED, FILE, TITLE, twin_sentence, twins_of
from evidencepack.usecases.several_files import Brought

_WIDE = 600


@dataclass(frozen=True, slots=True)
class Became:
    """A file and the id of the annex that it became; empty if it became none."""

    brought: Brought
    record: str = ""


class AddingOutcome(ScrolledDialog):
    """Says what became of each file; ``unlocking`` carries a locked one, and the password that was typed for it."""

    unlocking = Signal(object, str)

    def __init__(self, parent: QWidget, facts: Facts, became: Sequence[Became]) -> None:
        super().__init__(parent, say("Files for the pack"), wide=_WIDE)
        self.locked: tuple[Path, ...] = tuple(one.brought.path for one in became if one.brought.locked)
        """The files that wait for a password."""
        entered = sum(bool(one.record) for one in became)
        head = counted(entered, "1 file is in the pack now", "{n} files are in the pack now")
        rows = [
            part for one in sorted(became, key=lambda one: not one.brought.locked) for part in self._parts(facts, one)
        ]
        then = say("Each stands in the list, behind our own papers. Move it, open it, or leave it out there.")
        hints = [label(then, "hint")] if entered else []
        page = column(*hints, *rows, None, gap=12, name="page", margins=(0, 0, 8, 0))
        close = button(say("Close"), self.accept, kind="primary")
        close.setDefault(not self.locked)
        self.lay_out([label(head if entered else say("No file was put in"), "h2")], page, row(None, close))

    def _parts(self, facts: Facts, one: Became) -> Iterator[QWidget]:
        if one.record:
            yield _entered(facts, facts.records[one.record], one.brought)
            return
        yield StateRow(Mark.WARN if one.brought.locked else Mark.BLOCK, one.brought.problem)
        if one.brought.locked:
            line = PasswordLine()
            line.ask_for(one.brought.path.name)
            line.given.connect(lambda password: self.unlocking.emit(one.brought.path, password))
            yield row(25, line)


def _entered(facts: Facts, record: Record, brought: Brought) -> StateRow:
    """Return what is to be known of a file that became an annex."""
    file, dated = record.answers.get(FILE), record.answers.get(DATED)
    twins = twins_of(facts, file.sha256, but=record.id) if isinstance(file, Attachment) else ()
    told = [brought.looked.note if brought.looked else ""]
    if isinstance(dated, date):
        told.append(say("Its date, by its name, is {day}.", day=long_date(dated)))
    told += [f"{twin_sentence(twins)}."] if twins else []
    words = say("{reference}: {title}", reference=record.reference, title=record.answers.get(TITLE, ""))
    return StateRow(Mark.WARN if twins else Mark.DONE, words, " ".join(filter(None, told)))
