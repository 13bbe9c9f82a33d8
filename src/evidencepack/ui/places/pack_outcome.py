# SPDX-License-Identifier: MPL-2.0
"""How an export ended: what was made, what was checked, what is still missing; or what went wrong and what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from evidencepack.domain.trade import Severity
from evidencepack.errors import ExitCode
from evidencepack.ui.faults import details
from evidencepack.ui.messages import Message, news
from evidencepack.ui.pressing import ExportReport
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import button, column, label, row
from evidencepack.ui.widgets.scrolled import ScrolledDialog
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import counted, say

_WIDTH = 560
_MOST = 8
"""More things than these that were seen in files are counted."""
_MARKS = {Severity.BLOCKS: Mark.BLOCK, Severity.WARNS: Mark.WARN, Severity.SUGGESTS: Mark.IDEA}
_STANDARD = "PDF/UA"
"""What a sentence names that says that files keep to the standards; few people know what these mean for them."""


class Outcome(ScrolledDialog):
    """The export is there."""

    open_file = Signal()
    open_folder = Signal()

    def __init__(self, parent: QWidget, title: str, report: ExportReport, *, complete: bool = True) -> None:
        """``complete``: say what is still missing, or that nothing is; only of papers that others read."""
        super().__init__(parent, title, wide=_WIDTH)
        self.report = report
        made = counted(report.files, "1 file is ready", "{n} files are ready")
        pages = counted(report.pages, "{first} has 1 page.", "{first} has {n} pages.", first=report.first.name)
        where = say("They are in {folder}.", folder=report.folder)
        sign = Mark.DONE if report.confirmed else Mark.WARN
        means = say("Screen readers can read them aloud, and they can be kept for years.") if report.confirmed else ""
        checked = [StateRow(sign, words, means if _STANDARD in words else "") for words in report.checked]
        seen = [StateRow(_MARKS[severity], words) for severity, words in report.seen[:_MOST]]
        if len(report.seen) > _MOST:
            seen.append(StateRow(Mark.WARN, say("{n} more of such things.", n=len(report.seen) - _MOST)))
        missing = [StateRow(Mark.WARN, words) for words in report.missing]
        if complete and not missing:
            missing = [StateRow(Mark.MET, say("No answer that is needed."))]
        told: list[QWidget] = [label(f"{pages} {where}" if report.pages else where, "hint")]
        lacks = say("What is still missing") if complete else say("What could not be printed")
        heads = say("What was checked") if report.pages else say("What to know")
        for head, rows in ((heads, checked), (say("What was seen in the files"), seen), (lacks, missing)):
            told += [label(head, "h3"), *rows] if rows else []
        first = button(say("Open the file"), self.open_file.emit, kind="primary")
        folder = button(say("Open the folder"), self.open_folder.emit)
        ways = row(None, button(say("Close"), self.accept), folder, first, gap=10)
        self.lay_out([label(made, "h2")], column(*told, None, gap=8, name="page"), ways)


class Trouble(Message):
    """The export is not there: what happened, what is safe, what to do."""

    again = Signal()
    elsewhere = Signal()
    let_be = Signal()

    def __init__(self, parent: QWidget, title: str, message: str, *, reason: int) -> None:
        super().__init__(parent, title, news(message, safe=say("All your answers are saved.")), mark=Mark.BLOCK)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.offer_details(details(f"export {reason}"))
        self.offer(say("Cancel"), self.reject)
        if reason == ExitCode.CANNOT_WRITE:
            self.offer(say("Choose another folder…"), lambda: self._go(self.elsewhere.emit))
        self.offer(say("Try again"), lambda: self._go(self.again.emit), kind="primary", default=True)
        self.rejected.connect(self.let_be)

    def _go(self, say_so: Callable[[], None]) -> None:
        self.accept()
        say_so()
