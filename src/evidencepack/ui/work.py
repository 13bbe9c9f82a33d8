# SPDX-License-Identifier: MPL-2.0
"""The work that is open: a workspace on its thread, its backups, and the tender in hand."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from evidencepack.bootstrap import Program
from evidencepack.ui import clock
from evidencepack.ui.backups import Backups
from evidencepack.ui.store_thread import StoreThread
from evidencepack.usecases.tenders import TenderCard, tender_card

if TYPE_CHECKING:
    from evidencepack.library.model import Library
    from evidencepack.ui.checks import Checks
    from evidencepack.ui.printing import Printer
    from evidencepack.ui.session import Session


class Work(QObject):
    """One workspace. A tender of it can be opened, and another one after it; each has a session of its own."""

    tender_opened = Signal()
    """The tender in hand is another one, or none."""

    def __init__(self, file: Path, program: Program, store: StoreThread) -> None:
        super().__init__()
        self.file = file
        self.program = program
        self.store = store
        self.backups = Backups(store)
        self.session: Session | None = None
        self.checks: Checks | None = None

    @property
    def library(self) -> Library:
        """The kinds of document and record. They are read when a tender is first opened, not before."""
        return self.program.library

    @cached_property
    def printer(self) -> Printer:
        """What makes the pages of the preview."""
        from evidencepack.ui.printing import make_printer  # no page is shown at the start

        return make_printer(
            self.program, lambda sha256: self.store.wait_for(lambda workspace: workspace.attachment(sha256))
        )

    @property
    def card(self) -> TenderCard | None:
        """What the tender in hand is, as it stands now; None while none is open."""
        if self.session is None:
            return None
        facts = self.session.facts
        return tender_card(facts.records[facts.tender], facts.records)

    def open_tender(self, tender: str) -> str:
        """Take a tender in hand and let the last one go; return why that could not be kept, or nothing.

        While something cannot be kept, the last tender stays in hand.

        Raises:
            RecordNotFoundError: if there is no such tender.
        """
        if problem := self.close_tender():
            return problem
        from evidencepack.ui.checks import Checks  # only a tender is checked
        from evidencepack.ui.session import Session  # reads entries, and what is needed for it; not at the start

        facts = self.store.wait_for(lambda workspace: workspace.facts(tender))
        self.session = Session(self.store, self.library, facts, today=clock.today())
        self.checks = Checks(self.session, self.store, self.program)
        self.tender_opened.emit()
        return ""

    def close_tender(self) -> str:
        """Keep everything and let the tender in hand go; return why something could not be kept, or nothing."""
        if self.session is None:
            return ""
        if problem := self.session.finish():
            return problem
        self._drop_session()
        return ""

    def close(self) -> str:
        """Let go of the workspace, with a last backup; return why that failed, or nothing. What is not kept is lost."""
        self._drop_session()
        self.store.look_no_more()
        unsafe = self.backups.finish()
        self.store.close()
        return unsafe

    def _drop_session(self) -> None:
        if self.checks is not None:
            self.checks.close()
            self.checks.deleteLater()
            self.checks = None
        if self.session is not None:
            self.session.filing.close()
            self.session.deleteLater()
            self.session = None
            self.tender_opened.emit()
