# SPDX-License-Identifier: MPL-2.0
"""Giving a tender another reference: that of the notice, once the buyer has published it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from evidencepack.errors import EvidencePackError
from evidencepack.ui.look import scaled
from evidencepack.ui.shell.context import Context
from evidencepack.ui.widgets.fitted import FittedDialog
from evidencepack.ui.widgets.parts import asked, button, label, row
from evidencepack.ui.words import say
from evidencepack.usecases.adding import rename_tender

_WIDTH = 520


class ReferenceDialog(FittedDialog):
    """Asks for the reference; it is changed when the dialog is accepted."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(say("Change the reference"))
        self.setFixedWidth(scaled(_WIDTH))
        facts = context.session.facts
        self.reference = QLineEdit(facts.records[facts.tender].reference)
        self.reference.selectAll()
        self._problem = label("", "error")
        self._problem.hide()
        hint = say("As on the notice, such as ABC-2027-014. Papers keep the references they have.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(asked(self.reference, say("What is the buyer’s reference?"), hint))
        layout.addWidget(self._problem)
        change = button(say("Change"), self._change, kind="primary")
        change.setDefault(True)
        layout.addWidget(row(None, button(say("Cancel"), self.reject), change, gap=10))

    def _change(self) -> None:
        session, wanted = self._context.session, self.reference.text()
        session.save()
        try:
            made = self._context.work.store.wait_for(
                lambda workspace: rename_tender(workspace, session.facts.tender, wanted)
            )
        except EvidencePackError as error:
            self._problem.setText(f"{say('Error')}: {error}")
            self._problem.show()
            self.reference.setFocus()
            return
        session.take_reference(made.reference)
        self.accept()
