# SPDX-License-Identifier: MPL-2.0
"""Making the answers of a record those of another one: what is the same stays untouched, and so has no new revision."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, Scalar, Table
from evidencepack.library.model import Field, Library
from evidencepack.store.workspace import Workspace


def align(workspace: Workspace, wanted: Record, library: Library, *, reason: str) -> None:
    """Give a record of the workspace the answers of ``wanted``, which has its id; others are cleared."""
    now = workspace.record(wanted.id)
    for asked in library[wanted.kind].fields.values():
        if not asked.rows_of:
            set_whole(workspace, now, asked, wanted.answers.get(asked.id), reason=reason)


def set_whole(workspace: Workspace, record: Record, asked: Field, answer: Answer | None, *, reason: str) -> None:
    """Answer one question of a record: a single value is set or cleared, a table gets these rows for its own."""
    before = record.answers.get(asked.id)
    if isinstance(answer, Table) or isinstance(before, Table):
        rows = answer if isinstance(answer, Table) else Table()
        if not isinstance(before, Table) or cells_of(before) != cells_of(rows):
            _set_rows(workspace, record, asked, rows, reason)
    elif before != answer:
        workspace.set_value(FieldPath(record.id, asked.id), asked.type, answer, reason=reason)


def cells_of(table: Table) -> list[Mapping[str, Scalar]]:
    """Return what the rows of a table say, without their ids."""
    return [dict(row.cells) for row in table.rows]


def _set_rows(workspace: Workspace, record: Record, asked: Field, table: Table, reason: str) -> None:
    """Put rows in the place of those that are there, as new ones: what the old ones said stays in the history."""
    before = record.answers.get(asked.id)
    for row in before.rows if isinstance(before, Table) else ():
        workspace.remove_row(record.id, asked.id, row.id)
    for row in table.rows:
        added = workspace.add_row(record.id, asked.id)
        for name, cell in row.cells.items():
            path = FieldPath(record.id, asked.id, added, name)
            workspace.set_value(path, asked.column(name).type, cell, reason=reason)
