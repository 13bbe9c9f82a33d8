# SPDX-License-Identifier: MPL-2.0
"""What can be asked of an open workspace. Nothing here changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencepack.store import records

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from evidencepack.domain.record import Facts, Record
    from evidencepack.store import search, since
    from evidencepack.store.connection import Connection
    from evidencepack.store.history import Revision


class Questions:
    """An open workspace, as far as it is only read."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def tenders(self) -> tuple[Record, ...]:
        """Return the tenders in the order they were entered."""
        with self._connection.reading() as db:
            return records.tenders(db)

    def facts(self, tender: str) -> Facts:
        """Return a tender, its records, and what all tenders share.

        Raises:
            RecordNotFoundError: if there is no such tender.
        """
        with self._connection.reading() as db:
            return records.facts(db, tender)

    def kept_in(self, item: str) -> tuple[Record, ...]:
        """Return the records that belong to an item of the library, as far as they are there, in their order."""
        with self._connection.reading() as db:
            return records.belonging_to(db, item)

    def of_kind(self, kind: str) -> tuple[Record, ...]:
        """Return every record of a kind, of whatever tender or none; those of removed tenders are left out."""
        with self._connection.reading() as db:
            return records.of_kind(db, kind)

    def changes_since(self, mark: str, changed: Iterable[str]) -> tuple[since.Since, ...]:
        """Return what was changed in records after a revision, or the newest of a path; nothing if there is none."""
        from evidencepack.store import since

        with self._connection.reading() as db:
            return since.changes_since(db, mark, changed)

    def record(self, record: str) -> Record:
        """Return one record with its answers.

        Raises:
            RecordNotFoundError: if there is none, or it was removed.
        """
        with self._connection.reading() as db:
            return records.record(db, record)

    def history(self, path_prefix: str = "") -> tuple[Revision, ...]:
        """Return the revisions of a record, field, row or cell and of all below it, oldest first; "" means all."""
        from evidencepack.store import history

        with self._connection.reading() as db:
            return history.history(db, path_prefix)

    def history_of(self, changed: Iterable[str]) -> tuple[Revision, ...]:
        """Return the revisions of records and of all their answers, oldest first."""
        from evidencepack.store import history

        with self._connection.reading() as db:
            return history.history_of(db, changed)

    def all_of(self, tender: str) -> tuple[Record, ...]:
        """Return a tender, all it ever had and what tenders share, removed by now or not, without their answers."""
        from evidencepack.store import history

        with self._connection.reading() as db:
            return history.all_of(db, tender)

    def last_edit(self) -> datetime | None:
        """Return when something was last changed (UTC); None if nothing ever was."""
        from evidencepack.store import history

        with self._connection.reading() as db:
            return history.last_edit(db)

    def search(self, words: str, *, limit: int = 50, tender: str = "") -> tuple[search.Hit, ...]:
        """Return the answers that hold all the words, or words that begin so, best first.

        With the id of a tender, those of other tenders are left out.
        """
        from evidencepack.store import search

        with self._connection.reading() as db:
            return search.search(db, words, limit=limit, tender=tender)

    def attachment(self, sha256: str) -> bytes:
        """Return the bytes of an attached file.

        Raises:
            AttachmentNotFoundError: if there is none.
        """
        from evidencepack.store import attachments

        with self._connection.reading() as db:
            return attachments.attachment(db, sha256, self._connection.path)
