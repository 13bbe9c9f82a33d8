# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import os
import sqlite3
import tempfile
from collections import defaultdict
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, FieldType, Money, Number, Row, Scalar, Table
from evidencepack.store.faults import DamagedWorkspaceError
from evidencepack.store.history import Revision
from evidencepack.store.revisions import Operation
from evidencepack.store.session import Session
from evidencepack.store.workspace import Workspace, create_workspace

FULL = "EVIDENCEPACK_FULL" in os.environ
VALUES: st.SearchStrategy[tuple[FieldType, Scalar | None]] = st.one_of(
    st.tuples(st.just(FieldType.TEXT), st.none() | st.text(st.characters(codec="utf-8"), max_size=20)),
    st.tuples(st.just(FieldType.MONEY), st.builds(Money, st.integers(-10, 10**12))),
    st.tuples(st.just(FieldType.NUMBER), st.builds(Number, st.decimals(allow_nan=False, allow_infinity=False))),
    st.tuples(st.just(FieldType.YES_NO), st.booleans()),
)
ACTS = st.lists(
    st.tuples(st.sampled_from(["set", "cell", "cell", "add", "move", "remove", "back"]), st.integers(0, 99), VALUES),
    max_size=25,
)


def test_a_revision_says_who_when_where_what_and_upon_what(workspace: Workspace, mou: Record) -> None:
    path = FieldPath(mou.id, "fee")
    first = workspace.set_value(path, FieldType.MONEY, Money(100))
    second = workspace.set_value(path, FieldType.MONEY, Money(250), reason="agreed by phone")
    assert (second.actor, second.device, second.reason) == ("Jane", "laptop-1", "agreed by phone")
    assert (second.old, second.new, second.type) == (Money(100), Money(250), FieldType.MONEY)
    assert (first.base, second.base) == ("", first.id)
    assert second.time.tzinfo == UTC
    assert second.time.date() == datetime(2026, 11, 22, tzinfo=UTC).date()
    assert workspace.history(str(path)) == (first, second)


def test_history_reaches_a_record_a_field_a_row_or_a_cell_and_no_neighbour(workspace: Workspace, mou: Record) -> None:
    workspace.set_value(FieldPath(mou.id, "aims"), FieldType.TEXT, "x")
    workspace.set_value(FieldPath(mou.id, "aims_more"), FieldType.TEXT, "y")
    row = workspace.add_row(mou.id, "table")
    cell = workspace.set_value(FieldPath(mou.id, "table", row, "what"), FieldType.TEXT, "z")
    reached = {
        prefix: len(workspace.history(prefix))
        for prefix in ("", mou.id, f"{mou.id}/aims", f"{mou.id}/table", f"{mou.id}/table/{row}", cell.path, "absent")
    }
    assert list(reached.values()) == [6, 5, 1, 2, 2, 1, 0]


def test_rows_and_records_show_their_order_and_reference(workspace: Workspace, mou: Record) -> None:
    row = workspace.add_row(mou.id, "table")
    workspace.add_row(mou.id, "table")
    workspace.move_row(mou.id, "table", row)
    workspace.remove_row(mou.id, "table", row)
    workspace.remove_record(mou.id)
    shown = [(r.operation, r.old, r.new) for r in workspace.history(mou.id) if row in r.path or r.path == mou.id]
    assert shown == [
        (Operation.ADD_RECORD, None, "TBN-MOU-01"),
        (Operation.ADD_ROW, None, "a0"),
        (Operation.MOVE_ROW, "a0", "9z"),
        (Operation.REMOVE_ROW, "9z", None),
        (Operation.REMOVE_RECORD, "TBN-MOU-01", None),
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revision SET new_json = '\"forged\"'",
        "DELETE FROM revision",
        "INSERT OR REPLACE INTO revision SELECT * FROM revision",
        "REPLACE INTO revision SELECT * FROM revision",
    ],
)
def test_what_was_written_is_never_rewritten(workspace: Workspace, mou: Record, statement: str) -> None:
    before = workspace.history()
    with pytest.raises(sqlite3.IntegrityError, match="a revision is never"):
        workspace._connection.db.execute(statement)
    assert workspace.history() == before
    assert mou.id in before[-1].path


def test_a_row_that_does_not_read_back_is_damage(workspace: Workspace, mou: Record) -> None:
    workspace.add_row(mou.id, "table")
    database = workspace._connection.db
    database.execute("DROP TRIGGER revision_is_not_changed")
    database.execute("UPDATE revision SET new_json = '[]' WHERE operation = 'add_row'")
    with pytest.raises(DamagedWorkspaceError):
        workspace.history()


@settings(max_examples=500 if FULL else 25, deadline=None)
@given(ACTS)
def test_replaying_the_revisions_gives_the_answers_as_they_stand(
    acts: list[tuple[str, int, tuple[FieldType, Scalar | None]]],
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        create_workspace(Path(folder) / "w", session=Session("J", "d")) as workspace,
    ):
        record = workspace.add_record("mou", "M")
        for act, choice, (kind, value) in acts:
            _act(workspace, record.id, act, choice, kind, value)
        revisions = workspace.history(record.id)
        assert _replayed(revisions) == workspace.record(record.id).answers
        newest: dict[str, str] = {}
        for revision in revisions:
            assert revision.base == newest.get(revision.path, "")
            newest[revision.path] = revision.id


def _act(workspace: Workspace, record: str, act: str, choice: int, kind: FieldType, value: Scalar | None) -> None:
    table = workspace.record(record).answers.get("table", Table())
    rows = [row.id for row in table.rows] if isinstance(table, Table) else []
    if act == "set":
        workspace.set_value(FieldPath(record, f"field_{choice % 3}"), kind, value)
    elif act == "back" and (gone := _removed(workspace.history(record))):
        workspace.bring_back_row(record, "table", gone[choice % len(gone)], after=rows[-1] if rows else "")
    elif act in {"add", "back"} or not rows:
        workspace.add_row(record, "table", after=rows[choice % len(rows)] if rows and choice % 2 else "")
    elif act == "cell":
        workspace.set_value(FieldPath(record, "table", rows[choice % len(rows)], f"column_{choice % 2}"), kind, value)
    elif act == "remove":
        workspace.remove_row(record, "table", rows[choice % len(rows)])
    else:
        row = rows[choice % len(rows)]
        others = [""] + [other for other in rows if other != row]
        workspace.move_row(record, "table", row, after=others[choice % len(others)])


def _removed(revisions: tuple[Revision, ...]) -> list[str]:
    newest = {one.path.split("/")[2]: one.operation for one in revisions if one.path.count("/") == 2}
    return [row for row, operation in newest.items() if operation is Operation.REMOVE_ROW]


def _replayed(revisions: tuple[Revision, ...]) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    order: dict[str, str] = {}
    cells: defaultdict[str, dict[str, Scalar]] = defaultdict(dict)
    for revision in revisions:
        parts = revision.path.split("/")
        if revision.operation is Operation.SET and len(parts) == 2:
            _put(answers, parts[1], revision.new)
        elif revision.operation is Operation.SET:
            _put(cells[parts[2]], parts[3], revision.new)
        elif revision.operation in {Operation.ADD_ROW, Operation.MOVE_ROW}:
            order[parts[2]] = str(revision.new)
        elif revision.operation is Operation.REMOVE_ROW:
            del order[parts[2]]
    if order:
        answers["table"] = Table(tuple(Row(row, cells[row]) for row in sorted(order, key=lambda row: order[row])))
    return answers


def _put(target: dict[str, Answer] | dict[str, Scalar], key: str, value: Scalar | None) -> None:
    if value is None:
        target.pop(key, None)
    else:
        target[key] = value


def test_amounts_keep_their_digits(workspace: Workspace, mou: Record) -> None:
    path = FieldPath(mou.id, "rate")
    revision = workspace.set_value(path, FieldType.NUMBER, Number(Decimal("1.10")))
    assert isinstance(revision.new, Number)
    assert str(revision.new.amount) == "1.10"
