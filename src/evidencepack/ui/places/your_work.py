# SPDX-License-Identifier: MPL-2.0
"""What is kept where, when it was last backed up, and the sample for those who are new."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from evidencepack.paths.workspace import sample_workspace
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.widgets.cards import Card, link
from evidencepack.ui.widgets.facts_line import flowing
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import button, emptied, label, row
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import counted, say
from evidencepack.usecases.backups import backups_of

_LATE = 3
"""After so many days without a backup the mark is a warning."""


class YourWork(QFrame):
    """The card that says where everything is."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def refresh(self) -> None:
        """Say how things are now."""
        emptied(self._layout)
        file = self._context.work.file
        self._layout.addWidget(
            Card(
                say("Your work"),
                label(say("Kept on this computer. Nothing is sent."), "small"),
                _file_name(str(file)),
                self._last_backup(),
                row(
                    button(say("Back up now"), lambda: self._context.guide.run(Command.BACK_UP)),
                    link(say("Show file"), lambda: _show(str(file.parent)), name=say("Show the file of your work")),
                    None,
                ),
            )
        )

    def _last_backup(self) -> StateRow:
        backups = backups_of(self._context.work.file)
        if not backups:
            return StateRow(Mark.NONE, say("Not backed up yet"), say("A backup is made when you close the program."))
        age = (datetime.now(UTC) - backups[0].made).days
        words = (
            counted(age, "Last backed up yesterday", "Last backed up {n} days ago") if age else say("Backed up today")
        )
        return StateRow(Mark.WARN if age >= _LATE else Mark.DONE, words)


class NewHere(QFrame):
    """The way to the sample and the tour; in the sample, the way back."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        tour = link(say("Take the tour"), lambda: context.guide.run(Command.TOUR))
        if context.work.file == sample_workspace():
            card = Card(
                say("This is the sample"),
                label(say("All of it is invented. Change what you like; your own work is not touched."), "small"),
                flowing(button(say("Go to your own work"), context.guide.open_own), tour),
            )
        else:
            card = Card(
                say("New here?"),
                label(say("A finished tender with invented people, to look round and change."), "small"),
                row(button(say("Open the sample"), context.guide.open_sample), tour, None),
            )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)


def _file_name(file: str) -> QLabel:
    made = label(file, "small")
    made.setToolTip(file)
    return made


def _show(folder: str) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
