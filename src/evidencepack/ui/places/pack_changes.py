# SPDX-License-Identifier: MPL-2.0
"""What somebody does to the order of the pack, as changes of the tender: moving, dropping, leaving out, putting in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from evidencepack.library.header import is_over
from evidencepack.ui.session import Session
from evidencepack.ui.words import say
from evidencepack.usecases.changes import SetAnswer
from evidencepack.usecases.documents import DocumentRow
from evidencepack.usecases.pack_order import IN_PACK, leaving_out, moving, putting_in, stays_put


class PackChanges(QObject):
    """``rows`` are the documents as they are shown; ``changed(record)`` is called after each change."""

    def __init__(
        self, session: Session, rows: Callable[[], Sequence[DocumentRow]], changed: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._session, self._rows, self._changed = session, rows, changed

    def move(self, record: str, by: int) -> None:
        """Move a document of the pack by so many places; beyond an end means to that end."""
        at = self._at(record)
        if at >= 0:
            self._put(record, at + by)

    def drop(self, record: str, before: int) -> None:
        """Put a document before the row of the table that had this number; one that is left out comes in."""
        at, to = self._at(record), before - 1
        if at < 0:
            self.put_in(record)
        else:
            self._put(record, to - 1 if to > at else to)

    def leave_out(self, record: str) -> None:
        """Leave a document out of the pack."""
        kind = self._session.facts.records[record].kind if self._at(record) >= 0 else ""
        if kind and IN_PACK not in self._session.library[kind].fields:
            self._session.noted.emit(say("Take a section away in the form of the tender."))
        elif kind:
            self._change(record, (leaving_out(self._session.facts, self._session.library, record),))

    def put_in(self, record: str) -> None:
        """Put a document into the pack that is left out; one that was withdrawn or replaced stays out."""
        out = {one.id for one in self._rows() if not one.in_pack}
        if record in out and is_over(self._session.facts.records[record]):
            self._session.noted.emit(
                say("It was withdrawn or replaced, so it stays out. Its form says where it is now.")
            )
        elif record in out:
            self._change(record, (putting_in(self._session.facts, self._session.library, record),))

    def _put(self, record: str, to: int) -> None:
        if stays_put(self._session.facts, record):
            words = say("It was issued, so it keeps its letter and its place. Number everything anew to move it.")
            self._session.noted.emit(words)
            return
        self._change(record, moving(self._session.facts, self._session.library, record, to))

    def _change(self, record: str, changes: Sequence[SetAnswer]) -> None:
        if changes:
            self._session.change(*changes)
            self._changed(record)

    def _at(self, record: str) -> int:
        packed = [one.id for one in self._rows() if one.in_pack]
        return packed.index(record) if record in packed else -1
