# SPDX-License-Identifier: MPL-2.0
"""What was changed after a copy was made: read from the revisions, so that nothing has to be kept twice."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Connection as Database

from evidencepack.domain.values import Scalar
from evidencepack.store.revisions import Operation
from evidencepack.store.stored import from_json

# What begins with "id/" sorts between it and "id0": "0" follows "/" in the ASCII table.
_CHANGED = """
SELECT revision.path, max(sequence)
FROM json_each(:ids) AS wanted JOIN revision
  ON revision.path > wanted.value || '/' AND revision.path < wanted.value || '0'
WHERE sequence > :mark GROUP BY revision.path ORDER BY max(sequence)
"""
_THEN = "SELECT operation, type, new_json FROM revision WHERE path = ? AND sequence <= ? ORDER BY sequence DESC LIMIT 1"
_MARK = "SELECT coalesce(max(sequence), -1) FROM revision WHERE path = :mark OR id = :mark"
_ID = "SELECT id FROM revision WHERE sequence = ?"


@dataclass(frozen=True, slots=True)
class Since:
    """A change: the path that was changed, the id of its newest revision, and what stood there at the mark (if any).

    ``path`` is that of an answer, a cell, or a row (``record/field/row``), which has nothing of its own.
    """

    path: str
    revision: str
    then: Scalar | None


def changes_since(db: Database, mark: str, records: Iterable[str]) -> tuple[Since, ...]:
    """Return what was changed in records after a revision, or the newest of a path; nothing if there is none."""
    (sequence,) = db.execute(_MARK, {"mark": mark}).fetchone()
    if sequence < 0:
        return ()
    wanted = {"ids": json.dumps(sorted(set(records))), "mark": sequence}
    return tuple(_since(db, path, newest, sequence) for path, newest in db.execute(_CHANGED, wanted).fetchall())


def _since(db: Database, path: str, newest: int, mark: int) -> Since:
    (revision,) = db.execute(_ID, (newest,)).fetchone()
    return Since(path, revision, _then(db, path, mark))


def _then(db: Database, path: str, mark: int) -> Scalar | None:
    """Return the answer that stood at a path at the mark, or None."""
    for operation, kind, text in db.execute(_THEN, (path, mark)).fetchall():
        if operation == Operation.SET and kind is not None and text is not None:
            return from_json(kind, text)
    return None
