# SPDX-License-Identifier: MPL-2.0
"""Records as they stand now: read in a few questions, however many values there are."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from sqlite3 import Connection as Database
from typing import ClassVar, TypeVar

from evidencepack.domain.handed_in import LastIssue, last_issue
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import EXAMPLE, Answer, Row, Scalar, Table
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.store.faults import StoredTextError
from evidencepack.store.stored import from_json

TENDER = "tender"
_Stored = TypeVar("_Stored", bound=Answer)

_TENDERS = "SELECT id FROM record WHERE kind = 'tender' AND deleted_at IS NULL ORDER BY order_key, id"
_OF_ITEM = "SELECT id FROM record WHERE tender_id = :item AND deleted_at IS NULL ORDER BY order_key, id"
_OF_KIND = """
SELECT record.id FROM record LEFT JOIN record AS home ON home.id = record.tender_id
WHERE record.kind = :kind AND record.deleted_at IS NULL AND home.deleted_at IS NULL
ORDER BY record.order_key, record.id
"""
# A tender first, then what it can refer to; what belongs to no tender is shared by all, other tenders excepted.
_OF_TENDER = """
SELECT id FROM record
WHERE deleted_at IS NULL AND (id = :tender OR tender_id = :tender OR (tender_id IS NULL AND kind <> 'tender'))
ORDER BY id <> :tender, order_key, id
"""
# What was removed counts too: without it the pack is another one.
_CHANGED = """
WITH member AS (
    SELECT id, revision_id FROM record
    WHERE id = :tender OR tender_id = :tender OR (tender_id IS NULL AND kind <> 'tender')
)
SELECT max(created_at) FROM (
    SELECT revision_id FROM member
    UNION ALL SELECT value.revision_id FROM value JOIN member ON member.id = record_id
    UNION ALL SELECT table_row.revision_id FROM table_row JOIN member ON member.id = record_id
) JOIN revision ON revision.id = revision_id
"""
_ISSUED = "SELECT manifest FROM issue WHERE tender_id = :tender ORDER BY issue_number DESC LIMIT 2"
_RECORDS = """
SELECT record.id, kind, reference, coalesce(tender_id, '')
FROM json_each(:ids) AS wanted JOIN record ON record.id = wanted.value
WHERE deleted_at IS NULL ORDER BY wanted.key
"""
_ROWS = """
SELECT record_id, field, table_row.id
FROM json_each(:ids) AS wanted JOIN table_row ON record_id = wanted.value
WHERE deleted_at IS NULL ORDER BY record_id, field, order_key, table_row.id
"""
_VALUES = """
SELECT record_id, field, coalesce(row_id, ''), coalesce(column_id, ''), value.type, value.json
FROM json_each(:ids) AS wanted JOIN value ON record_id = wanted.value
WHERE value.json IS NOT NULL ORDER BY value.path
"""


class RecordNotFoundError(EvidencePackError):
    """There is no such record, or it was removed."""

    exit_code: ClassVar[ExitCode] = ExitCode.NOT_FOUND


def no_record(record: str) -> RecordNotFoundError:
    """Return the error for a record id that names nothing here."""
    return RecordNotFoundError(
        f"There is no record {record} in this workspace, or it was removed. Nothing was changed. "
        "Choose one that “evidencepack show” lists."
    )


def tenders(db: Database) -> tuple[Record, ...]:
    """Return the tenders in the order they were entered."""
    return _read(db, (key for (key,) in db.execute(_TENDERS)))


def record(db: Database, record_id: str) -> Record:
    """Return one record with its answers.

    Raises:
        RecordNotFoundError: if there is none, or it was removed.
    """
    for found in _read(db, [record_id]):
        return found
    raise no_record(record_id)


def belonging_to(db: Database, item: str) -> tuple[Record, ...]:
    """Return the records that belong to an item of the library, in their order."""
    return _read(db, (key for (key,) in db.execute(_OF_ITEM, {"item": item})))


def of_kind(db: Database, kind: str) -> tuple[Record, ...]:
    """Return every record of a kind, of whatever tender or none, in the order they were entered."""
    return _read(db, (key for (key,) in db.execute(_OF_KIND, {"kind": kind})))


def facts(db: Database, tender: str) -> Facts:
    """Return a tender and every record it can refer to.

    Raises:
        RecordNotFoundError: if there is no such tender.
    """
    found = {record.id: record for record in _read(db, (key for (key,) in db.execute(_OF_TENDER, {"tender": tender})))}
    if tender not in found or found[tender].kind != TENDER:
        raise no_record(tender)
    (changed,) = db.execute(_CHANGED, {"tender": tender}).fetchone()
    return Facts(tender, found, _day(changed), issued(db, tender))


def issued(db: Database, tender: str) -> LastIssue | None:
    """Return what was handed in last of a tender, and what it was compared with; None if nothing was."""
    return last_issue([manifest for (manifest,) in db.execute(_ISSUED, {"tender": tender})])


def _day(time: str) -> date:

    try:
        return date.fromisoformat(time[:10])
    except ValueError as error:
        raise StoredTextError(f"the time {time} cannot be read") from error


def _read(db: Database, ids: Iterable[str]) -> tuple[Record, ...]:
    wanted = {"ids": json.dumps(list(ids))}
    answers = _answers(db, wanted)
    return tuple(
        Record(key, kind, reference, tender, *_unmarked(answers.get(key, {})))
        for key, kind, reference, tender in db.execute(_RECORDS, wanted)
    )


def _answers(db: Database, wanted: dict[str, str]) -> Mapping[str, Mapping[str, Answer]]:
    answers: defaultdict[str, dict[str, Answer]] = defaultdict(dict)
    cells: defaultdict[str, dict[str, Scalar]] = defaultdict(dict)
    for record_id, field, row, column, kind, text in db.execute(_VALUES, wanted):
        if row:
            cells[row][column] = from_json(kind, text)
        else:
            answers[record_id][field] = from_json(kind, text)
    for record_id, field, rows in _tables(db, wanted):
        answers[record_id][field] = Table(tuple(Row(row, *_unmarked(cells[row])) for row in rows))
    return answers


def _unmarked(stored: Mapping[str, _Stored]) -> tuple[dict[str, _Stored], str]:
    """Return answers or cells without the mark of an example, and the mark (empty if there is none)."""
    return {key: value for key, value in stored.items() if key != EXAMPLE}, str(stored.get(EXAMPLE, ""))


def _tables(db: Database, wanted: dict[str, str]) -> Iterator[tuple[str, str, list[str]]]:
    tables: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for record_id, field, row in db.execute(_ROWS, wanted):
        tables[record_id, field].append(row)
    for (record_id, field), rows in tables.items():
        yield record_id, field, rows
