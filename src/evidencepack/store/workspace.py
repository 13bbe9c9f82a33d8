# SPDX-License-Identifier: MPL-2.0
"""The workspace: one file that holds every tender, answer and revision. SQL stays behind this door."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING, Self

from evidencepack.domain.record import Record
from evidencepack.store.doorplate import hang_doorplate, take_doorplate
from evidencepack.store.opening import BACKUPS, open_connection
from evidencepack.store.session import Session
from evidencepack.store.signoff_shelf import SignoffShelf

# A window first lists the tenders of a workspace. What changes it, and what backs it up, is read when it is needed.
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from evidencepack.domain.fieldpath import FieldPath
    from evidencepack.domain.values import Attachment, FieldType, Scalar
    from evidencepack.store import attachments, history, imports
    from evidencepack.store.connection import Connection
    from evidencepack.store.revisions import Edit


def create_workspace(path: Path, *, session: Session | None = None) -> Workspace:
    """Make an empty workspace file and open it.

    Raises:
        WorkspaceExistsError: if there is a file already; it was not changed.
    """
    from evidencepack.store.creating import making

    session = session or Session()
    with making(path, session):
        pass
    return open_workspace(path, session=session)


@contextmanager
def new_workspace(path: Path, *, session: Session | None = None) -> Iterator[Workspace]:
    """Give a workspace in memory to put the first things into; it is written as a file when the block ends well.

    When the block fails, or the disk is full at its end, there is no file.

    Raises:
        WorkspaceExistsError: if there is a file already; it was not changed.
    """
    from evidencepack.store.creating import making

    with making(path, session or Session()) as connection:
        yield Workspace(connection)


def open_workspace(
    path: Path, *, read_only: bool = False, session: Session | None = None, pages_later: bool = False
) -> Workspace:
    """Open a workspace file; nobody else can open it until it is closed (readers can share it with readers).

    With ``pages_later`` its pages are looked through by ``Workspace.look_through``, or before the first edit.

    Raises:
        EvidencePackError: it is missing, a folder, no workspace, damaged, from a newer version, open elsewhere, or not
            writable; it was not changed.
    """
    session = session or Session()
    connection = open_connection(path, session, writing=not read_only, pages_later=pages_later)
    if not read_only:
        since = session.clock().astimezone(UTC)
        hang_doorplate(path, f"by {session.actor} on {session.device} since {since:%H:%M} UTC on {since:%d %B %Y}")
    return Workspace(connection, looked_through=not pages_later)


def restore(backup_file: Path, new_file: Path) -> None:
    """Make a workspace from a backup, in a new file; both are checked, and the backup stays as it is.

    Raises:
        WorkspaceExistsError: nothing is ever restored over a file.
        EvidencePackError: the backup is missing, damaged, from a newer version, or no workspace.
    """
    from evidencepack.store import backup

    backup.restore(backup_file, new_file)


class Workspace(SignoffShelf):
    """An open workspace. It belongs to the thread that opened it. Close it, or use it in a ``with`` block."""

    def __init__(self, connection: Connection, *, looked_through: bool = True) -> None:
        super().__init__(connection, looked_through=looked_through)
        self._closed = False
        self._edit: Edit | None = None
        self._backed_up: int = self._edits()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; closing twice is no fault."""
        if self._closed:
            return
        self._closed = True
        if self._connection.writing:
            take_doorplate(self._connection.path)
        self._connection.close()

    # The id is given by imports and tests only.
    def add_record(self, kind: str, reference: str, *, tender: str = "", id: str = "") -> Record:  # noqa: A002
        """Enter a record without answers and return it.

        Raises:
            DuplicateReferenceError: if its kind and tender have one of that reference.
            RecordNotFoundError: if there is no such tender.
        """
        from evidencepack.domain.ids import new_id
        from evidencepack.store import entering, records

        record = Record(id or new_id(), kind, reference, tender)
        with self._editing() as edit:
            entering.refuse_unknown_tender(edit.db, tender)
            entering.enter(edit, record)
            return records.record(edit.db, record.id)

    def remove_record(self, record: str) -> None:
        """Remove a record; its history stays. RecordNotFoundError if there is none, or it was removed before."""
        from evidencepack.store import entering

        with self._editing() as edit:
            entering.remove(edit, record)

    def bring_back_record(self, record: str) -> None:
        """Bring a removed record back to its place, under its own id and with the answers it had.

        Raises:
            RecordNotFoundError: if no such record was removed, or its tender is gone.
            DuplicateReferenceError: if another one has its reference by now.
        """
        from evidencepack.store import entering

        with self._editing() as edit:
            entering.bring_back(edit, record)

    def rename_record(self, record: str, reference: str) -> None:
        """Give a record another reference; a DuplicateReferenceError if another of its kind and tender has it."""
        from evidencepack.store import entering

        with self._editing() as edit:
            entering.rename(edit, record, reference)

    def set_value(
        self,
        path: FieldPath,
        type: FieldType,  # noqa: A002 - the word of every kind file
        value: Scalar | None,
        *,
        reason: str = "",
    ) -> history.Revision:
        """Store an answer, cleaned, or clear it with None; return the revision, whose ``note`` says what was removed.

        An answer that is stored already makes no new revision.

        Raises:
            RecordNotFoundError, RowNotFoundError, AttachmentNotFoundError: if what the path or the value names is gone.
            FieldPathError, ValueError: if path, type and value do not fit together: a bug of the caller.
        """
        from evidencepack.store import history

        revision, note = self._set(path, type, value, reason)
        with self._connection.reading() as db:
            return replace(history.revision(db, revision), note=note)

    def write(self, path: FieldPath, type: FieldType, value: Scalar | None) -> None:  # noqa: A002 - as above
        """Store an answer as ``set_value`` does, where nobody asks for the revision.

        Raises:
            RecordNotFoundError, RowNotFoundError, AttachmentNotFoundError, FieldPathError, ValueError: as there.
        """
        self._set(path, type, value, "")

    def _set(self, path: FieldPath, kind: FieldType, value: Scalar | None, reason: str) -> tuple[str, str]:
        """Store an answer; return the id of its revision, or of the one that made it so before, and the note."""
        from evidencepack.domain.fieldpath import FieldPath
        from evidencepack.store import examples, values

        path = FieldPath.parse(str(path))
        answer = values.prepare(kind, value)
        with self._connection.reading() as db:
            values.refuse_homeless(db, path)
            values.refuse_dangling(db, value)
            known = values.current(db, path)
            if known and known[:2] == (answer.type, answer.json):
                return known[2], answer.note
        with self._editing(reason=reason) as edit:
            if (known[1] if known else None) != answer.json:
                examples.edited(edit, path)
            return values.put_upon(edit, path, answer, known), answer.note

    def set_file(self, path: FieldPath, file: attachments.AttachedFile) -> history.Revision:
        """Keep a file and make it the answer at a path, both or neither; files that were the answer before stay kept.

        Raises:
            RecordNotFoundError, RowNotFoundError: if what the path names is gone.
        """
        from evidencepack.domain.values import FieldType
        from evidencepack.store import attachments, examples, history, values

        answer = values.prepare(FieldType.FILE, file.answer())
        with self._editing() as edit:
            values.refuse_homeless(edit.db, path)
            attachments.attach(edit.db, file, time=edit.time)
            known = values.current(edit.db, path)
            if known and known[:2] == (answer.type, answer.json):
                return history.revision(edit.db, known[2])
            examples.edited(edit, path)
            return history.revision(edit.db, values.put_upon(edit, path, answer, known))

    def add_row(self, record: str, field: str, *, after: str = "", id: str = "") -> str:  # noqa: A002
        """Add a row to a table after another row, or at the end, and return its id.

        Raises:
            RecordNotFoundError, RowNotFoundError: if the record or the row before is not there.
        """
        from evidencepack.domain.fieldpath import FieldPath
        from evidencepack.store import rows, values

        with self._editing() as edit:
            values.refuse_homeless(edit.db, FieldPath.parse(f"{record}/{field}"))
            return rows.add_row(edit, rows.TableOf(record, field), after=after, row=id)

    def move_row(self, record: str, field: str, row: str, *, after: str = "") -> None:
        """Move a row behind another row, or to the front.

        Raises:
            RowNotFoundError: if one of the rows is not there.
        """
        from evidencepack.store import rows

        with self._editing() as edit:
            rows.move_row(edit, rows.TableOf(record, field), row, after=after)

    def remove_row(self, record: str, field: str, row: str) -> None:
        """Remove a row; what its cells held stays in the history.

        Raises:
            RowNotFoundError: if there is none, or it was removed before.
        """
        from evidencepack.store import rows

        with self._editing() as edit:
            rows.remove_row(edit, rows.TableOf(record, field), row)

    def bring_back_row(self, record: str, field: str, row: str, *, after: str = "") -> None:
        """Bring a removed row back behind another row, or to the front, with the cells that it had.

        Raises:
            RecordNotFoundError, RowNotFoundError: if the record is gone, no such row was removed, or ``after`` is gone.
        """
        from evidencepack.domain.fieldpath import FieldPath
        from evidencepack.store import rows, values

        with self._editing() as edit:
            values.refuse_homeless(edit.db, FieldPath(record, field))
            rows.bring_back_row(edit, rows.TableOf(record, field), row, after=after)

    def mark_example(self, record: str, mark: str, *, field: str = "", row: str = "") -> None:
        """Mark a record, or a row of a table, as an example made from a starter (``domain.examples``).

        An edit takes what it changes out of the example; what was not edited stays one.

        Raises:
            RecordNotFoundError, RowNotFoundError: if it is not there.
        """
        from evidencepack.store import examples

        with self._editing() as edit:
            examples.mark_example(edit, examples.example_path(record, field, row), mark)

    def make_ours(self, record: str, *, field: str = "", row: str = "") -> None:
        """Take the mark of an example away, because a person says that it is theirs as it stands.

        Raises:
            RecordNotFoundError, RowNotFoundError: if it is not there.
        """
        from evidencepack.store import examples, values

        path = examples.example_path(record, field, row)
        with self._editing() as edit:
            values.refuse_homeless(edit.db, path)
            examples.clear_mark(edit, path)

    @contextmanager
    def together(self, *, reason: str = "") -> Iterator[None]:
        """Make all edits of the block one: all are kept when it ends well, and none if anything in it fails.

        ``reason`` is what the history says of each that has no reason of its own.
        """
        around = self._edit
        with self._editing(reason=reason) as edit:
            self._edit = edit
            try:
                yield
            finally:
                self._edit = around

    def attach(self, data: bytes, name: str, media_type: str) -> Attachment:
        """Keep a file and return what an answer holds of it. The same bytes are kept once."""
        from evidencepack.store import attachments

        with self._editing() as edit:
            return attachments.attach(edit.db, attachments.AttachedFile(data, name, media_type), time=edit.time)

    def import_records(
        self,
        incoming: Sequence[Record],
        *,
        types: imports.FieldTypes,
        files: Iterable[attachments.AttachedFile] = (),
        source: str = "",
        reason: str = "",
    ) -> imports.Imported:
        """Take records, answers and files in, all in one transaction or none.

        Args:
            incoming: the records in the order they are to stand; a tender may come with its records.
            types: gives the type of an answer by kind, field and column (empty outside tables).
            files: what the answers of type file name.
            source: the name of the tender file, for the log.
            reason: what the history says of each answer, such as "copied from TBN-ASC-2027-014".

        Raises:
            AlreadyImportedError: if a record is here already.
            DuplicateReferenceError: if a reference is taken.
        """
        from evidencepack.store import imports

        with self._editing(reason=reason) as edit:
            return imports.take_in(edit, incoming, types=types, files=files, source=source)

    def backup(self, folder: Path) -> Path:
        """Write a verified copy into a folder, with the time in its name, and return its path.

        Raises:
            CannotWriteError: if the folder cannot be written; nothing stays in it.
            DamagedWorkspaceError: if the workspace does not agree with its own history.
        """
        from evidencepack.store import backup

        connection = self._connection
        with connection.reading() as db:
            return backup.back_up(db, folder, workspace=connection.path, time=connection.session.time())

    def keep_backup(self, *, always: bool = False) -> Path | None:
        """Back up into the folder beside the file, if anything was edited since it was opened or last backed up.

        ``always`` asks for one before something risky, edited or not.
        Only after the new backup has been read back do older ones go that ``rotation`` lets go.

        Raises:
            CannotWriteError, DamagedWorkspaceError: as for ``backup``; older backups stay.
        """
        import glob

        from evidencepack.store import rotation

        connection = self._connection
        edits = self._edits()
        if edits == self._backed_up and not always:
            return None
        written = self.backup(connection.path.parent / BACKUPS)
        self._backed_up = edits
        named = written.parent.glob(f"{glob.escape(connection.path.stem)}-*{connection.path.suffix}")
        for old in rotation.expired(named, connection.session.clock()):
            old.unlink(missing_ok=True)
        return written

    def _edits(self) -> int:
        with self._connection.reading() as db:
            return int(db.execute("SELECT save_counter FROM workspace").fetchone()[0])

    @contextmanager
    def _editing(self, *, reason: str = "") -> Iterator[Edit]:
        if self._edit is not None:
            yield replace(self._edit, reason=reason or self._edit.reason)
            return
        from evidencepack.store.revisions import begin_edit

        self.look_through()
        with self._connection.changing() as db:
            yield begin_edit(db, self._connection, reason=reason)
