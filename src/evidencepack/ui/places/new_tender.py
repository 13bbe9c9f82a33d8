# SPDX-License-Identifier: MPL-2.0
"""Beginning a tender: what it is called and the buyer's reference, in a dialog of two lines."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from evidencepack.errors import EvidencePackError
from evidencepack.ui.look import scaled
from evidencepack.ui.shell.context import Context
from evidencepack.ui.widgets.fitted import FittedDialog
from evidencepack.ui.widgets.parts import asked, button, column, label, row
from evidencepack.ui.words import say

_WIDTH = 520


class NewTenderDialog(FittedDialog):
    """Asks for title and reference; ``made`` is the id of the tender once it is there."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self._context = context
        self.made = ""
        self.setWindowTitle(say("New tender"))
        self.setFixedWidth(scaled(_WIDTH))
        self.title, self.reference = QLineEdit(), QLineEdit()
        self._problems = {box: label("", "error") for box in (self.title, self.reference)}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(12)
        title = asked(self.title, say("What is the tender called?"), say("As the buyer writes it."))
        hint = say("As on the notice, such as ABC-2027-014. If there is none yet, write a short name of your own.")
        reference = asked(self.reference, say("What is the buyer’s reference?"), hint)
        for question, box in ((title, self.title), (reference, self.reference)):
            layout.addWidget(column(question, self._problems[box], gap=3))
            self._problems[box].hide()
        begin = button(say("Begin"), self._begin, kind="primary")
        begin.setDefault(True)
        layout.addWidget(row(None, button(say("Cancel"), self.reject), begin, gap=10))

    def _begin(self) -> None:
        from evidencepack.usecases.welcome import begin_tender  # the list of tenders is there before it is asked for

        title, reference = self.title.text().strip(), self.reference.text().strip()
        if not title:
            self._refuse(say("Write what the tender is called, in a few words of your own if need be."), self.title)
            return
        if not reference:
            self._refuse(say("Write the reference, or a short name of your own, such as HOME-FIRST."), self.reference)
            return
        try:
            tender = self._context.work.store.wait_for(lambda workspace: begin_tender(workspace, reference, title))
        except EvidencePackError as error:
            self._refuse(str(error), self.reference)
            return
        self.made = tender.id
        self.accept()

    def _refuse(self, words: str, box: QLineEdit) -> None:
        for one, problem in self._problems.items():
            problem.setText(f"{say('Error')}: {words}" if one is box else "")
            problem.setVisible(one is box)
        hint = box.property("hint") or box.accessibleDescription()
        box.setProperty("hint", hint)
        box.setAccessibleDescription(f"{self._problems[box].text()} {hint}")
        box.setFocus()


def ask_for_tender(parent: QWidget, context: Context) -> str:
    """Ask for a new tender; return its id, or nothing if the person thought better of it."""
    dialog = NewTenderDialog(parent.window(), context)
    dialog.exec()
    dialog.deleteLater()
    return dialog.made
