# SPDX-License-Identifier: MPL-2.0
"""Revisions: what was changed, from what to what, by whom, where and when. Written once, never changed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from sqlite3 import Connection as Database

from evidencepack.domain.ids import new_id
from evidencepack.store.connection import Connection
from evidencepack.store.stored import canonical


class Operation(StrEnum):
    """What an edit does. The path of the last five names a record, or a row as ``record/field/row``."""

    SET = "set"
    ADD_RECORD = "add_record"
    REMOVE_RECORD = "remove_record"
    ADD_ROW = "add_row"
    MOVE_ROW = "move_row"
    REMOVE_ROW = "remove_row"


@dataclass(frozen=True, slots=True)
class Change:
    """One change as it is stored: old and new are JSON text, ``base`` is the revision it was made upon."""

    operation: Operation
    path: str
    old: str | None = None
    new: str | None = None
    type: str | None = None
    base: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """One person's changes in one transaction: ids of actor and device, and one time for all of them (ISO, UTC)."""

    db: Database
    actor: str
    device: str
    time: str
    reason: str = ""
    import_id: str | None = None

    def revise(self, change: Change) -> str:
        """Write the revision of a change and return its id."""
        content = (
            new_id(),
            change.operation.value,
            change.path,
            change.type,
            change.old,
            change.new,
            change.base,
            self.actor,
            self.device,
            self.time,
            self.reason,
            change.note,
        )
        self.db.execute(_INSERT, (*content, fingerprint(content), self.import_id))
        return content[0]


_INSERT = """
INSERT INTO revision (id, operation, path, type, old_json, new_json, base_id, actor_id, device_id, created_at, reason,
                      note, sha256, import_id, sequence)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(sequence), 0) + 1 FROM revision))
"""
_MAKERS = """
SELECT (SELECT id FROM actor WHERE name = :actor), (SELECT id FROM device WHERE name = :device)
"""
_ACTOR = "INSERT INTO actor (id, name, created_at) VALUES (?, ?, ?)"
_DEVICE = "INSERT INTO device (id, name, created_at) VALUES (?, ?, ?)"


def fingerprint(content: Sequence[str | None]) -> str:
    """Return the SHA-256 in hex of a revision's content as canonical JSON.

    The content is: id, operation, path, type, old, new, base, actor, device, time, reason, note. What holds in one
    file only (its place in the sequence, the import it came with) is left out.
    """
    return hashlib.sha256(canonical(list(content)).encode()).hexdigest()


def begin_edit(db: Database, connection: Connection, *, reason: str = "") -> Edit:
    """Return the edit of the person at the keyboard; a person or a computer seen for the first time is entered."""
    session = connection.session
    time = session.time()
    actor, device = db.execute(_MAKERS, {"actor": session.actor, "device": session.device}).fetchone()
    if actor is None:
        actor = new_id()
        db.execute(_ACTOR, (actor, session.actor, time))
    if device is None:
        device = new_id()
        db.execute(_DEVICE, (device, session.device, time))
    return Edit(db, actor, device, time, reason)
