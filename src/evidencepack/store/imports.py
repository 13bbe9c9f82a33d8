# SPDX-License-Identifier: MPL-2.0
"""Taking a whole tender in: every record, answer and file in one transaction, or nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from sqlite3 import Connection as Database
from typing import ClassVar, TypeAlias

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType, Scalar, Table
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.store.attachments import AttachedFile, attach
from evidencepack.store.entering import enter, refuse_unknown_tender
from evidencepack.store.examples import example_path, mark_example
from evidencepack.store.revisions import Edit
from evidencepack.store.rows import TableOf, add_row
from evidencepack.store.values import prepare, put, refuse_dangling

# Kind, field, and column (empty outside tables) -> the type its kind gives it.
FieldTypes: TypeAlias = Callable[[str, str, str], FieldType]

_KNOWN = """
SELECT value FROM json_each(?)
WHERE EXISTS (SELECT 1 FROM record WHERE id = value) OR EXISTS (SELECT 1 FROM table_row WHERE id = value)
"""
_LOG = "INSERT INTO import_log (id, source, records, actor_id, device_id, created_at) VALUES (?, ?, ?, ?, ?, ?)"


class AlreadyImportedError(EvidencePackError):
    """A record or row of the import is in the workspace already, or twice in the import."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: its id in the log, how many records came in, and what was removed from texts, by path."""

    id: str
    records: int
    notes: tuple[tuple[FieldPath, str], ...]


def take_in(
    edit: Edit, records: Sequence[Record], *, types: FieldTypes, files: Iterable[AttachedFile], source: str
) -> Imported:
    """Enter the records in their order, with their answers and files.

    Raises:
        AlreadyImportedError: if an id is known or comes twice.
        RecordNotFoundError: if a tender is neither here nor in the import.
        AttachmentNotFoundError: if an answer names a file that is neither here nor in the import.
    """
    _refuse_known(edit.db, records)
    edit = replace(edit, import_id=new_id())
    log = (edit.import_id, source, len(records), edit.actor, edit.device, edit.time)
    edit.db.execute(_LOG, log)
    for file in files:
        attach(edit.db, file, time=edit.time)
    for record in records:
        enter(edit, record)
    notes: list[tuple[FieldPath, str]] = []
    for record in records:
        refuse_unknown_tender(edit.db, record.tender)
        for path, column, value in _cells(edit, record):
            refuse_dangling(edit.db, value)
            answer = prepare(types(record.kind, path.field, column), value)
            put(edit, path, answer)
            notes += [(path, answer.note)] if answer.note else []
        for path, starter in _marks(record):
            mark_example(edit, path, starter)
    return Imported(str(edit.import_id), len(records), tuple(notes))


def _cells(edit: Edit, record: Record) -> Iterator[tuple[FieldPath, str, Scalar]]:
    """Yield path, column and value of every answer, entering the rows of tables on the way."""
    for field, answer in record.answers.items():
        if not isinstance(answer, Table):
            yield FieldPath(record.id, field), "", answer
            continue
        for row in answer.rows:
            add_row(edit, TableOf(record.id, field), row=row.id)
            for column, value in row.cells.items():
                yield FieldPath(record.id, field, row.id, column), column, value


def _marks(record: Record) -> Iterator[tuple[FieldPath, str]]:
    """Yield where a record or its rows are marked as examples, and from which starter."""
    if record.example:
        yield example_path(record.id), record.example
    tables = ((field, answer) for field, answer in record.answers.items() if isinstance(answer, Table))
    for field, row in ((field, row) for field, table in tables for row in table.rows):
        if row.example:
            yield example_path(record.id, field, row.id), row.example


def _refuse_known(db: Database, records: Sequence[Record]) -> None:
    tables = [answer for record in records for answer in record.answers.values() if isinstance(answer, Table)]
    ids = [record.id for record in records] + [row.id for table in tables for row in table.rows]
    twice = [key for key, times in Counter(ids).items() if times > 1]
    known = [key for (key,) in db.execute(_KNOWN, (json.dumps(ids),))]
    if not (found := {*twice, *known}):
        return
    named = sorted(f"“{record.reference}”" for record in records if record.id in found) or sorted(found)
    more = f" and {len(named) - 3} more" if len(named) > 3 else ""
    raise AlreadyImportedError(
        f"{', '.join(named[:3])}{more} came in before, or twice in this file. Nothing was taken in. "
        "Import into a new workspace, or take the double ones out of the file."
    )
