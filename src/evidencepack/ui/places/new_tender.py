# SPDX-License-Identifier: MPL-2.0
"""Beginning a tender: what it is called and the buyer's reference, in a dialog of two lines."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from evidencepack.errors import EvidencePackError
from evidencepack.ui.look import scaled
from evidencepack.ui.shell.context import Context
from evidencepack.ui.widgets.parts import asked, button, label, row
from evidencepack.ui.words import say

_WIDTH = 520


class NewTenderDialog(QDialog):
    """Asks for title and reference; ``made`` is the id of the tender once it is there."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self._context = context
        self.made = ""
        self.setWindowTitle(say("New tender"))
        self.setFixedWidth(scaled(_WIDTH))
        self.title, self.reference = QLineEdit(), QLineEdit()
        self._problem = label("", "error")
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(asked(self.title, say("What is the tender called?"), say("As the buyer writes it.")))
        hint = say("It stands on the notice or the portal, such as ABC-2027-014. It is printed on every page.")
        layout.addWidget(asked(self.reference, say("What is the buyer’s reference?"), hint))
        layout.addWidget(self._problem)
        begin = button(say("Begin"), self._begin, kind="primary")
        begin.setDefault(True)
        layout.addWidget(row(None, button(say("Cancel"), self.reject), begin, gap=10))

    def _begin(self) -> None:
        from evidencepack.usecases.welcome import begin_tender  # the list of tenders is there before it is asked for

        title, reference = self.title.text().strip(), self.reference.text().strip()
        try:
            tender = self._context.work.store.wait_for(lambda workspace: begin_tender(workspace, reference, title))
        except EvidencePackError as error:
            self._problem.setText(f"{say('Error')}: {error}")
            self._problem.show()
            self.reference.setFocus()
            return
        self.made = tender.id
        self.accept()


def ask_for_tender(parent: QWidget, context: Context) -> str:
    """Ask for a new tender; return its id, or nothing if the person thought better of it."""
    dialog = NewTenderDialog(parent.window(), context)
    dialog.exec()
    dialog.deleteLater()
    return dialog.made
