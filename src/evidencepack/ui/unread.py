# SPDX-License-Identifier: MPL-2.0
"""Keeps what is typed and cannot be read as an answer yet: nothing typed is lost, whatever it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from evidencepack.errors import EvidencePackError
from evidencepack.ui.session import Session
from evidencepack.ui.store_thread import StoreThread
from evidencepack.usecases.unread import keep_unread, read_unread, unread_file

_KEEP_AFTER = 600
"""Milliseconds from the last key to keeping, as for answers."""


class Unread(QObject):
    """Follows the drafts of a session, from what was left the last time on, and goes with it."""

    def __init__(self, workspace: Path, session: Session, store: StoreThread) -> None:
        super().__init__(session)
        self._file, self._session, self._store = unread_file(workspace), session, store
        session.take_up(read_unread(self._file, session.facts), self.keep)
        self._kept = dict(session.drafts)
        self._timer = QTimer(self, singleShot=True, interval=_KEEP_AFTER)
        self._timer.timeout.connect(self._keep_soon)
        session.changed.connect(self._follow)

    def keep(self) -> str:
        """Keep it now and wait for it; return why that cannot be done, or nothing."""
        self._timer.stop()
        drafts = dict(self._session.drafts)
        if drafts == self._kept:
            return ""
        write = partial(keep_unread, self._file, self._session.facts.tender, drafts)
        try:
            self._store.wait_for(lambda _workspace: write())
        except EvidencePackError as error:
            return str(error)
        self._kept = drafts
        return ""

    def _follow(self) -> None:
        if self._session.drafts != self._kept:
            self._timer.start()

    def _keep_soon(self) -> None:
        drafts = dict(self._session.drafts)
        write = partial(keep_unread, self._file, self._session.facts.tender, drafts)

        def note(_nothing: None) -> None:
            self._kept = drafts

        self._store.ask(lambda _workspace: write(), done=note, failed=self._tell)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, EvidencePackError):
            raise error
        self._session.noted.emit(str(error))
