# SPDX-License-Identifier: MPL-2.0
"""A button that adds a line from an example; its menu lists the starters of the table."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from evidencepack.library.model import Field
from evidencepack.library.starters_model import Starter
from evidencepack.ui.session import Session
from evidencepack.ui.words import say
from evidencepack.usecases.examples import begin, same_example
from evidencepack.usecases.suggesting import only_partner, starters_of_table


class StartButton(QPushButton):
    """Hidden where a table has no starters."""

    started = Signal(str)
    """A line was added, or stands there already as that example: its id."""

    def __init__(self, field: Field, session: Session, record: str) -> None:
        super().__init__(say("Start from an example"))
        self._session = session
        self._record = "" if field.rows_of else record
        self._kind, starters = starters_of_table(session.library, session.facts.records[record].kind, field)
        self.setProperty("kind", "small")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setAccessibleName(f"{self.text()}: {field.label}")
        menu = QMenu(self)
        for starter in starters:
            menu.addAction(starter.title, partial(self._start, starter))
        self.setMenu(menu)
        if not starters:
            self.hide()

    def _start(self, starter: Starter) -> None:
        facts, library = self._session.facts, self._session.library
        partner = only_partner(facts, library, starter)
        change = begin(facts, library, self._kind, starter, partner=partner, record=self._record)
        twin = same_example(facts, change)
        if not twin:
            self._session.change(change)
        self.started.emit(twin or change.row or change.record)
