# SPDX-License-Identifier: MPL-2.0
"""How an export ended: what was made, what was checked, what is still missing; or what went wrong and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evidencepack.errors import ExitCode
from evidencepack.ui.look import scaled
from evidencepack.ui.pressing import ExportReport
from evidencepack.ui.widgets.cards import link
from evidencepack.ui.widgets.marks import Mark, MarkSign
from evidencepack.ui.widgets.parts import button, column, label, row
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import counted, say

_WIDTH = 560
_SENTENCE = re.compile(r"(?:“[^”]*”|[^“.]|\.(?!\s|$))+(?:\.(?=\s|$)|$)")


class Outcome(QDialog):
    """The export is there."""

    open_file = Signal()
    open_folder = Signal()

    def __init__(self, parent: QWidget, title: str, report: ExportReport) -> None:
        super().__init__(parent)
        _dress(self, title)
        made = counted(report.files, "1 file is ready", "{n} files are ready")
        pages = counted(report.pages, "{first} has 1 page.", "{first} has {n} pages.", first=report.first.name)
        sign = Mark.DONE if report.confirmed else Mark.WARN
        checked = [StateRow(sign, words) for words in report.checked]
        missing = [StateRow(Mark.WARN, words) for words in report.missing]
        missing = missing or [StateRow(Mark.MET, say("No answer that is needed."))]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(8)
        layout.addWidget(label(made, "h2"))
        layout.addWidget(label(say("{pages} They are in {folder}.", pages=pages, folder=report.folder), "hint"))
        for head, rows in ((say("What was checked"), checked), (say("What is still missing"), missing)):
            if rows:
                layout.addWidget(label(head, "h3"))
            for one in rows:
                layout.addWidget(one)
        first = button(say("Open the file"), self.open_file.emit, kind="primary")
        folder = button(say("Open the folder"), self.open_folder.emit)
        layout.addWidget(row(None, button(say("Close"), self.accept), folder, first, gap=10))


class Trouble(QDialog):
    """The export is not there: what happened, what is safe, what to do."""

    again = Signal()
    elsewhere = Signal()
    let_be = Signal()

    def __init__(self, parent: QWidget, title: str, message: str, *, reason: int) -> None:
        super().__init__(parent)
        _dress(self, title)
        self._message = message
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(column(4, MarkSign(Mark.BLOCK, size=22), None, gap=0))
        head.addWidget(column(label(title, "h2"), *_parts(message), gap=8), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(14)
        layout.addLayout(head)
        buttons = [button(say("Cancel"), self.reject)]
        if reason == ExitCode.CANNOT_WRITE:
            buttons.append(button(say("Choose another folder…"), lambda: self._go(self.elsewhere.emit)))
        buttons.append(button(say("Try again"), lambda: self._go(self.again.emit), kind="primary"))
        details = link(say("Copy details"), self._copy)
        layout.addWidget(row(details, None, *buttons, gap=10))
        self.rejected.connect(self.let_be)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._message)

    def _go(self, say_so: Callable[[], None]) -> None:
        self.accept()
        say_so()


def sentences(message: str) -> list[str]:
    """Return the sentences of a message; a full stop in the name of a file, between quotation marks, ends none."""
    return [found.strip() for found in _SENTENCE.findall(message) if found.strip()]


def _parts(message: str) -> list[QFrame]:
    """Return what happened, what is safe and what to do, each under its words."""
    first, *others = sentences(message) or [message]
    safe = " ".join((*others[:-1], say("All your answers are saved.")))
    parts = [(say("What happened"), first), (say("What is safe"), safe)]
    if others:
        parts.append((say("What to do"), others[-1]))
    return [column(label(head, "strong"), label(words), gap=0) for head, words in parts]


def _dress(dialog: QDialog, title: str) -> None:
    dialog.setWindowTitle(title)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFixedWidth(scaled(_WIDTH))
