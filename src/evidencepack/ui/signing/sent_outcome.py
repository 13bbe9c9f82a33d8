# SPDX-License-Identifier: MPL-2.0
"""How sending for signing ended: the version, a copy for each who signs with its code, what was checked, what next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import SentCopy
from evidencepack.library.entry_dates import date_text
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import button, column, label, row
from evidencepack.ui.widgets.scrolled import ScrolledDialog
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import counted, say

if TYPE_CHECKING:
    from evidencepack.ui.signing.sending import SentReport

_WIDTH = 600


class SentOutcome(ScrolledDialog):
    """The copies are there."""

    print_copies = Signal()
    open_folder = Signal()

    def __init__(self, parent: QWidget, title: str, report: SentReport) -> None:
        super().__init__(parent, title, wide=_WIDTH)
        version = report.version
        if report.again:
            head = say("{paper} went out before, as version {label}", paper=version.reference, label=version.label)
            day = date_text(date.fromisoformat(version.day))
            what = say("It says what it said on {day}. These are the same files, with the same codes.", day=day)
        else:
            head = say("{reference} is frozen as version {label}", reference=version.reference, label=version.label)
            what = say("It is kept with all it was made of. What you change from now on goes into the next version.")
        where = say("They are in {folder}.", folder=report.folder)
        files = counted(report.files, "1 file is ready.", "{n} files are ready.")
        copies = [StateRow(Mark.OUT, copy_words(one), code_words(one)) for one in report.copies]
        mark = Mark.DONE if report.confirmed else Mark.WARN
        checked = [StateRow(mark, words) for words in report.said]
        next_step = say("Print each copy, or send its PDF. Then choose its line in the register and note that it went.")
        told: list[QWidget] = [
            label(what),
            label(f"{files} {where}", "hint"),
            label(say("A copy for each who signs"), "h3"),
            *copies,
            *([label(say("What was checked"), "h3"), *checked] if checked else []),
            label(say("What comes next"), "h3"),
            label(next_step, "hint"),
        ]
        print_them = button(say("Print the copies…"), self.print_copies.emit, kind="primary")
        folder = button(say("Open the folder"), self.open_folder.emit)
        ways = row(None, button(say("Close"), self.accept), folder, print_them, gap=10)
        self.lay_out([label(head, "h2")], column(*told, None, gap=8, name="page"), ways)
        print_them.setFocus()


def copy_words(copy: SentCopy) -> str:
    """Return "Maitree Community Trust: Rabeya Sultana"."""
    names = ", ".join(one.name for one in copy.signers)
    return say("{organisation}: {names}", organisation=copy.organisation, names=names) if names else copy.organisation


def code_words(copy: SentCopy) -> str:
    """Return "Code 7K3M-9Q2X, 6 pages, needed by 22 February 2027"."""
    pages = counted(len(copy.pages), "1 page", "{n} pages")
    days = sorted(one.due for one in copy.signers if one.due)
    due = say("needed by {day}", day=date_text(date.fromisoformat(days[0]))) if days else ""
    return ", ".join(filter(None, (say("Code {code}", code=printed(copy.code)), pages, due)))
