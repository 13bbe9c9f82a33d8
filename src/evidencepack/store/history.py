# SPDX-License-Identifier: MPL-2.0
"""Reading revisions: the history of a record, a field, a row or a cell."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Connection as Database
from typing import TypeAlias

from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType, Scalar
from evidencepack.store.faults import StoredTextError
from evidencepack.store.revisions import Operation
from evidencepack.store.stored import from_json


@dataclass(frozen=True, slots=True)
class Revision:
    """One change.

    ``path`` is a FieldPath as text for SET; a record id, or ``record/field/row``, for the other operations. ``old`` and
    ``new`` are the answers (None: no answer); for a row they are its order key, for a record its reference. ``base``
    is the id of the revision it was made upon, empty for the first. ``time`` is UTC. ``note`` says what was removed
    from typed text on entry. ``source`` names the file or
    tender that brought it, empty for what was typed.
    """

    id: str
    operation: Operation
    path: str
    type: FieldType | None
    old: Scalar | None
    new: Scalar | None
    base: str
    actor: str
    device: str
    time: datetime
    reason: str
    note: str
    sha256: str
    source: str = ""


_Row: TypeAlias = tuple[str, str, str, str | None, str | None, str | None, str, str, str, str, str, str, str, str]
_SELECT = """
SELECT revision.id, operation, path, type, old_json, new_json, coalesce(base_id, ''), actor.name, device.name,
       revision.created_at, reason, note, sha256,
       CASE WHEN import_id IS NULL THEN '' ELSE coalesce(nullif(source, ''), 'a tender file') END
FROM revision JOIN actor ON actor.id = revision.actor_id JOIN device ON device.id = revision.device_id
LEFT JOIN import_log ON import_log.id = import_id
WHERE :prefix = '' OR path = :prefix OR (path > :below AND path < :beyond)
ORDER BY sequence
"""
# Everything that begins with "id/" sorts between it and "id0": "0" follows "/" in the ASCII table.
_OF = """
SELECT revision.id, operation, path, type, old_json, new_json, coalesce(base_id, ''), actor.name, device.name,
       revision.created_at, reason, note, sha256,
       CASE WHEN import_id IS NULL THEN '' ELSE coalesce(nullif(source, ''), 'a tender file') END
FROM (
    SELECT revision.* FROM json_each(:ids) AS wanted JOIN revision ON revision.path = wanted.value
    UNION ALL
    SELECT revision.* FROM json_each(:ids) AS wanted
    JOIN revision ON revision.path > wanted.value || '/' AND revision.path < wanted.value || '0'
) AS revision JOIN actor ON actor.id = revision.actor_id JOIN device ON device.id = revision.device_id
LEFT JOIN import_log ON import_log.id = import_id
ORDER BY sequence
"""
_ALL_OF = """
SELECT id, kind, reference, coalesce(tender_id, '') FROM record
WHERE id = :tender OR tender_id = :tender OR (tender_id IS NULL AND kind <> 'tender')
ORDER BY order_key, id
"""
_ONE = """
SELECT revision.id, operation, path, type, old_json, new_json, coalesce(base_id, ''), actor.name, device.name,
       revision.created_at, reason, note, sha256,
       CASE WHEN import_id IS NULL THEN '' ELSE coalesce(nullif(source, ''), 'a tender file') END
FROM revision JOIN actor ON actor.id = revision.actor_id JOIN device ON device.id = revision.device_id
LEFT JOIN import_log ON import_log.id = import_id
WHERE revision.id = ?
"""


def history(db: Database, prefix: str) -> tuple[Revision, ...]:
    """Return the revisions of a path and of everything below it, oldest first; an empty prefix means all."""
    # Everything that starts with "prefix/" sorts between it and "prefix0": "0" follows "/" in the ASCII table.
    span = {"prefix": prefix, "below": f"{prefix}/", "beyond": f"{prefix}0"}
    return tuple(_sound(row) for row in db.execute(_SELECT, span))


def history_of(db: Database, records: Iterable[str]) -> tuple[Revision, ...]:
    """Return the revisions of records and of everything below them, oldest first."""
    return tuple(_sound(row) for row in db.execute(_OF, {"ids": json.dumps(sorted(set(records)))}))


def last_edit(db: Database) -> datetime | None:
    """Return when the newest revision was made (UTC); None if there is none."""
    found = db.execute("SELECT created_at FROM revision ORDER BY sequence DESC LIMIT 1").fetchone()
    return datetime.fromisoformat(found[0]) if found else None


def all_of(db: Database, tender: str) -> tuple[Record, ...]:
    """Return a tender, all it ever had and what tenders share, removed by now or not, without their answers."""
    return tuple(Record(*row) for row in db.execute(_ALL_OF, {"tender": tender}))


def revision(db: Database, revision_id: str) -> Revision:
    """Return one revision by its id."""
    return _sound(db.execute(_ONE, (revision_id,)).fetchone())


def _sound(row: _Row) -> Revision:
    try:
        return _read(row)
    except ValueError as error:
        raise StoredTextError(f"revision {row[0]} cannot be read") from error


def _read(row: _Row) -> Revision:
    key, operation, path, kind, old, new, base, actor, device, time, reason, note, digest, source = row
    return Revision(
        key,
        Operation(operation),
        path,
        FieldType(kind) if kind else None,
        _answer(kind, old),
        _answer(kind, new),
        base,
        actor,
        device,
        datetime.fromisoformat(time),
        reason,
        note,
        digest,
        source,
    )


def _answer(kind: str | None, text: str | None) -> Scalar | None:
    if text is None:
        return None
    if kind is not None:
        return from_json(kind, text)
    match json.loads(text):
        case {"reference": str(reference)}:
            return reference
        case str(order_key):
            return order_key
        case _:
            raise ValueError(text)
