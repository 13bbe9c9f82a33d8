# SPDX-License-Identifier: MPL-2.0
"""Rows of tables: added, moved and removed, each with its revision. Order is a key, never a position."""

from __future__ import annotations

from dataclasses import dataclass

from evidencepack.domain.ids import is_id, new_id
from evidencepack.domain.order import key_between
from evidencepack.store.revisions import Change, Edit, Operation
from evidencepack.store.search import find_again, forget
from evidencepack.store.stored import canonical
from evidencepack.store.values import no_row, refuse_rowless

_LAST = "SELECT coalesce(max(order_key), '') FROM table_row WHERE record_id = ? AND field = ? AND deleted_at IS NULL"
_NEXT = """
SELECT coalesce(min(order_key), '') FROM table_row
WHERE record_id = ? AND field = ? AND order_key > ? AND deleted_at IS NULL
"""
_REMOVED = """
SELECT revision_id FROM table_row WHERE id = ? AND record_id = ? AND field = ? AND deleted_at IS NOT NULL
"""
_INSERT = """
INSERT INTO table_row (id, record_id, field, order_key, created_at, revision_id) VALUES (?, ?, ?, ?, ?, ?)
"""


@dataclass(frozen=True, slots=True)
class TableOf:
    """A table: the record it is in and its field."""

    record: str
    field: str

    def row(self, row: str) -> str:
        """Return the path of a row."""
        return f"{self.record}/{self.field}/{row}"


def add_row(edit: Edit, table: TableOf, *, after: str = "", row: str = "") -> str:
    """Add a row after another, or at the end, and return its id (a new one unless given)."""
    if row and not is_id(row):
        raise ValueError(f"{row} is not a UUIDv7")
    key = _key_after(edit, table, after) if after else key_between(_last(edit, table), "")
    row = row or new_id()
    revision = edit.revise(Change(Operation.ADD_ROW, table.row(row), new=canonical(key)))
    edit.db.execute(_INSERT, (row, table.record, table.field, key, edit.time, revision))
    return row


def move_row(edit: Edit, table: TableOf, row: str, *, after: str) -> None:
    """Move a row behind another, or to the front."""
    old, base = _row(edit, table, row)
    key = _key_after(edit, table, after)
    change = Change(Operation.MOVE_ROW, table.row(row), old=canonical(old), new=canonical(key), base=base)
    edit.db.execute("UPDATE table_row SET order_key = ?, revision_id = ? WHERE id = ?", (key, edit.revise(change), row))


def remove_row(edit: Edit, table: TableOf, row: str) -> None:
    """Remove a row; what its cells held stays in the history."""
    old, base = _row(edit, table, row)
    revision = edit.revise(Change(Operation.REMOVE_ROW, table.row(row), old=canonical(old), base=base))
    edit.db.execute("UPDATE table_row SET deleted_at = ?, revision_id = ? WHERE id = ?", (edit.time, revision, row))
    forget(edit.db, table.row(row))


def bring_back_row(edit: Edit, table: TableOf, row: str, *, after: str) -> None:
    """Bring a removed row back, behind another row or at the front, with the cells that it had."""
    found = edit.db.execute(_REMOVED, (row, table.record, table.field)).fetchone()
    if not found:
        raise no_row(table.field, row)
    key = _key_after(edit, table, after)
    revision = edit.revise(Change(Operation.ADD_ROW, table.row(row), new=canonical(key), base=found[0]))
    edit.db.execute(
        "UPDATE table_row SET deleted_at = NULL, order_key = ?, revision_id = ? WHERE id = ?", (key, revision, row)
    )
    find_again(edit.db, table.row(row))


def _row(edit: Edit, table: TableOf, row: str) -> tuple[str, str]:
    """Return the order key and the newest revision of a row."""
    refuse_rowless(edit.db, table.record, table.field, row)
    key, revision = edit.db.execute("SELECT order_key, revision_id FROM table_row WHERE id = ?", (row,)).fetchone()
    return key, revision


def _last(edit: Edit, table: TableOf) -> str:
    return str(edit.db.execute(_LAST, (table.record, table.field)).fetchone()[0])


def _key_after(edit: Edit, table: TableOf, after: str) -> str:
    before = _row(edit, table, after)[0] if after else ""
    return key_between(before, str(edit.db.execute(_NEXT, (table.record, table.field, before)).fetchone()[0]))
