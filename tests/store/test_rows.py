# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from pathlib import Path

import pytest

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Record
from evidencepack.domain.values import (
    FieldType,
    Row,
    Table,
)
from evidencepack.store.records import RecordNotFoundError
from evidencepack.store.values import RowNotFoundError
from evidencepack.store.workspace import Workspace


def test_rows_stand_in_the_order_they_were_put_in(workspace: Workspace, mou: Record) -> None:
    first = workspace.add_row(mou.id, "objectives")
    last = workspace.add_row(mou.id, "objectives")
    middle = workspace.add_row(mou.id, "objectives", after=first)
    workspace.set_value(FieldPath(mou.id, "objectives", middle, "what"), FieldType.TEXT, "Fewer falls")
    rows = (Row(first), Row(middle, {"what": "Fewer falls"}), Row(last))
    assert workspace.record(mou.id).answers == {"objectives": Table(rows)}


def test_rows_move_behind_another_or_to_the_front(workspace: Workspace, mou: Record) -> None:
    a, b, c = (workspace.add_row(mou.id, "objectives") for _ in range(3))

    def order() -> list[str]:
        table = workspace.record(mou.id).answers["objectives"]
        assert isinstance(table, Table)
        return [row.id for row in table.rows]

    workspace.move_row(mou.id, "objectives", c)
    assert order() == [c, a, b]
    workspace.move_row(mou.id, "objectives", c, after=a)
    assert order() == [a, c, b]
    workspace.move_row(mou.id, "objectives", a, after=b)
    assert order() == [c, b, a]


def test_a_removed_row_is_gone_with_its_cells_and_its_history_stays(workspace: Workspace, mou: Record) -> None:
    row = workspace.add_row(mou.id, "objectives")
    cell = FieldPath(mou.id, "objectives", row, "what")
    workspace.set_value(cell, FieldType.TEXT, "Fewer falls")
    workspace.remove_row(mou.id, "objectives", row)
    assert workspace.record(mou.id).answers == {}
    assert workspace.search("falls") == ()
    assert [r.operation for r in workspace.history(f"{mou.id}/objectives")] == ["add_row", "set", "remove_row"]
    with pytest.raises(RowNotFoundError, match="objectives"):
        workspace.set_value(cell, FieldType.TEXT, "again")


def test_a_row_that_is_not_of_the_table_is_refused(workspace: Workspace, mou: Record) -> None:
    row = workspace.add_row(mou.id, "objectives")
    with pytest.raises(RowNotFoundError):
        workspace.move_row(mou.id, "meetings", row)
    with pytest.raises(RowNotFoundError):
        workspace.remove_row(mou.tender, "objectives", row)
    with pytest.raises(RowNotFoundError):
        workspace.add_row(mou.id, "objectives", after=new_id())
    with pytest.raises(ValueError, match="UUIDv7"):
        workspace.add_row(mou.id, "objectives", id="1")
    with pytest.raises(RecordNotFoundError):
        workspace.add_row(new_id(), "objectives")


def test_a_removed_row_comes_back_behind_another_with_its_cells_and_is_found_again(
    workspace: Workspace, mou: Record, path: Path
) -> None:
    first, second, third = (workspace.add_row(mou.id, "objectives") for _ in range(3))
    workspace.set_value(FieldPath(mou.id, "objectives", second, "what"), FieldType.TEXT, "Fewer falls")
    before = workspace.record(mou.id)

    workspace.remove_row(mou.id, "objectives", second)
    workspace.add_row(mou.id, "objectives", after=first)
    workspace.bring_back_row(mou.id, "objectives", second, after=first)

    table = workspace.record(mou.id).answers["objectives"]
    assert isinstance(table, Table)
    assert [row.id for row in table.rows][:2] == [first, second]
    assert table.rows[-1].id == third
    assert {row.id: row for row in table.rows}[second].cells == {"what": "Fewer falls"}
    assert before.answers["objectives"] != table
    assert len(workspace.search("falls")) == 1
    workspace.backup(path.parent)


def test_only_a_removed_row_of_the_table_comes_back(workspace: Workspace, mou: Record) -> None:
    row = workspace.add_row(mou.id, "objectives")
    for record, field in ((mou.id, "objectives"), (mou.id, "meetings"), (mou.tender, "objectives")):
        with pytest.raises(RowNotFoundError):
            workspace.bring_back_row(record, field, row)
    workspace.remove_row(mou.id, "objectives", row)
    workspace.remove_record(mou.id)
    with pytest.raises(RecordNotFoundError):
        workspace.bring_back_row(mou.id, "objectives", row)
