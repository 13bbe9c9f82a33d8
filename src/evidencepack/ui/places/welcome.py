# SPDX-License-Identifier: MPL-2.0
"""What somebody sees who opens the program for the first time: what is kept where, and four ways to begin."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from evidencepack.errors import EvidencePackError
from evidencepack.ui.look import scaled
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.where import ALL_TENDERS, Where
from evidencepack.ui.widgets.cards import Card, link
from evidencepack.ui.widgets.fitted import FittedDialog
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import asked, button, label, row
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import say

_WIDTH = 520


class Welcome(QFrame):
    """Stands in the place of the list while there is no tender. ``organisation`` is the name of one's own, if known."""

    def __init__(self, context: Context, organisation: str, new_tender: Callable[[], None]) -> None:
        super().__init__()
        self._context = context
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._own(organisation, new_tender))
        layout.addWidget(self._kept())
        layout.addWidget(self._look_round())

    def _own(self, organisation: str, new_tender: Callable[[], None]) -> Card:
        if organisation:
            return Card(
                organisation,
                label(say("Your organisation leads the tenders you begin. Change that in any of them.")),
                row(button(say("Begin a tender"), new_tender, kind="primary"), None),
            )
        return Card(
            say("Begin with your own organisation"),
            label(say("Its name is said once and printed in every paper. The rest can come later.")),
            row(
                button(say("Enter your organisation"), self._ask, kind="primary"),
                link(say("Begin a tender without it"), new_tender),
                None,
                gap=14,
            ),
        )

    def _kept(self) -> Card:
        return Card(
            say("What is kept where"),
            StateRow(Mark.DONE, say("All that you type is in one file on this computer. Nothing is sent.")),
            StateRow(Mark.DONE, say("It saves as you type, and every earlier answer can be put back.")),
            StateRow(Mark.DONE, say("A backup is made beside the file when you close the program.")),
            label(say("Write nothing here that tells who draws on care: no paper needs it."), "hint"),
            gap=6,
        )

    def _look_round(self) -> Card:
        return Card(
            say("Or look round first"),
            label(say("The sample is a finished tender with invented people. The tour goes through it in nine steps.")),
            row(
                button(say("Open the sample"), self._context.guide.open_sample),
                button(say("Take the tour"), lambda: self._context.guide.run(Command.TOUR)),
                None,
                gap=10,
            ),
        )

    def _ask(self) -> None:
        dialog = OwnOrganisationDialog(self.window(), self._context)
        dialog.exec()
        dialog.deleteLater()
        if dialog.named:
            self._context.guide.open_at(Where(ALL_TENDERS))


class OwnOrganisationDialog(FittedDialog):
    """Asks what the person's organisation is called; ``named`` once it is entered."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self._context = context
        self.named = False
        self.setWindowTitle(say("Your organisation"))
        self.setFixedWidth(scaled(_WIDTH))
        self.legal_name, self.short_name = QLineEdit(), QLineEdit()
        self._problem = label("", "error")
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(12)
        legal = say("As it is registered, such as Ferrybank Care Limited. Agreements are signed in this name.")
        layout.addWidget(asked(self.legal_name, say("What is your organisation’s full legal name?"), legal))
        short = say("What you call it in a sentence, such as Ferrybank. Leave it empty to use the full name.")
        layout.addWidget(asked(self.short_name, say("And in short?"), short))
        layout.addWidget(self._problem)
        keep = button(say("Keep"), self._keep, kind="primary")
        keep.setDefault(True)
        layout.addWidget(row(None, button(say("Cancel"), self.reject), keep, gap=10))

    def _keep(self) -> None:
        from evidencepack.usecases.welcome import name_own  # read when somebody names one

        legal, short = self.legal_name.text(), self.short_name.text()
        try:
            self._context.work.store.wait_for(lambda workspace: name_own(workspace, legal, short))
        except EvidencePackError as error:
            self._problem.setText(f"{say('Error')}: {error}")
            self._problem.show()
            self.legal_name.setFocus()
            return
        self.named = True
        self.accept()
