# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType, Row, Table
from evidencepack.store.attachments import AttachedFile
from evidencepack.store.records import RecordNotFoundError
from evidencepack.store.values import RowNotFoundError
from evidencepack.store.workspace import Workspace, open_workspace, restore


@pytest.fixture
def rows(workspace: Workspace, mou: Record) -> tuple[str, str]:
    """Two rows of a table, both examples, in a record that is one."""
    made = [workspace.add_row(mou.id, "in_scope") for _ in range(2)]
    for row in made:
        workspace.set_value(FieldPath(mou.id, "in_scope", row, "item"), FieldType.TEXT, "reablement")
    for row in made:
        workspace.mark_example(mou.id, "visits", field="in_scope", row=row)
    for name in ("purpose", "scope"):
        workspace.set_value(FieldPath(mou.id, name), FieldType.TEXT, "to come home")
    workspace.mark_example(mou.id, "first", field="", row="")
    return made[0], made[1]


def _marks(workspace: Workspace, record: str) -> tuple[str, ...]:
    found = workspace.record(record)
    table = found.answers.get("in_scope", Table())
    assert isinstance(table, Table)
    return (found.example, *(row.example for row in table.rows))


def test_what_is_marked_says_from_which_starter_it_came_and_the_mark_is_no_answer(
    workspace: Workspace, mou: Record, rows: tuple[str, str]
) -> None:
    found = workspace.record(mou.id)
    assert found.example == "first"
    assert found.answers == {
        "in_scope": Table(tuple(Row(row, {"item": "reablement"}, "visits") for row in rows)),
        "purpose": "to come home",
        "scope": "to come home",
    }


def test_an_edited_answer_is_no_example_any_more_and_the_others_stay_what_they_are(
    workspace: Workspace, mou: Record, rows: tuple[str, str]
) -> None:
    assert len(rows) == 2
    workspace.set_value(FieldPath(mou.id, "purpose"), FieldType.TEXT, "ours")
    assert _marks(workspace, mou.id) == ("first:scope", "visits", "visits")
    workspace.set_value(FieldPath(mou.id, "purpose"), FieldType.TEXT, "ours again")
    assert _marks(workspace, mou.id) == ("first:scope", "visits", "visits")
    workspace.set_value(FieldPath(mou.id, "scope"), FieldType.TEXT, None)
    assert _marks(workspace, mou.id) == ("", "visits", "visits")


def test_an_answer_that_the_example_left_empty_leaves_all_others_an_example(
    workspace: Workspace, mou: Record, rows: tuple[str, str]
) -> None:
    assert len(rows) == 2
    workspace.set_value(FieldPath(mou.id, "owner"), FieldType.TEXT, "Siân")
    assert _marks(workspace, mou.id) == ("first:purpose,scope", "visits", "visits")


def test_a_cell_is_taken_out_of_the_example_of_its_row_alone(
    workspace: Workspace, mou: Record, rows: tuple[str, str]
) -> None:
    workspace.set_value(FieldPath(mou.id, "in_scope", rows[0], "note"), FieldType.TEXT, "more")
    assert _marks(workspace, mou.id) == ("first", "visits:item", "visits")
    workspace.set_value(FieldPath(mou.id, "in_scope", rows[0], "item"), FieldType.TEXT, "our own words")
    assert _marks(workspace, mou.id) == ("first", "", "visits")


def test_the_same_answer_again_is_no_edit(workspace: Workspace, mou: Record, rows: tuple[str, str]) -> None:
    workspace.set_value(FieldPath(mou.id, "in_scope", rows[0], "item"), FieldType.TEXT, "reablement")
    assert _marks(workspace, mou.id) == ("first", "visits", "visits")


Edit = Callable[[Workspace, str, tuple[str, str]], object]


@pytest.mark.parametrize(
    "edit",
    [
        lambda workspace, record, _rows: workspace.add_row(record, "in_scope"),
        lambda workspace, record, rows: workspace.move_row(record, "in_scope", rows[1]),
        lambda workspace, record, rows: workspace.remove_row(record, "in_scope", rows[1]),
        lambda workspace, record, rows: workspace.set_value(
            FieldPath(record, "in_scope", rows[0], "ref"), FieldType.TEXT, "S-9"
        ),
    ],
)
def test_rows_that_come_go_and_move_and_their_numbers_leave_marks_as_they_are(
    workspace: Workspace, mou: Record, rows: tuple[str, str], edit: Edit
) -> None:
    edit(workspace, mou.id, rows)
    found = _marks(workspace, mou.id)
    assert found[:2] == ("first", "visits")


def test_a_file_is_an_edit_like_any_other(workspace: Workspace, mou: Record, rows: tuple[str, str]) -> None:
    assert len(rows) == 2
    workspace.set_file(FieldPath(mou.id, "scope"), AttachedFile(b"x", "x.png", "image/png"))
    assert _marks(workspace, mou.id)[0] == "first:purpose"


def test_saying_that_it_is_ours_clears_one_mark_and_is_in_the_history(
    workspace: Workspace, mou: Record, rows: tuple[str, str]
) -> None:
    workspace.make_ours(mou.id, field="in_scope", row=rows[1])
    assert _marks(workspace, mou.id) == ("first", "visits", "")
    workspace.make_ours(mou.id)
    assert _marks(workspace, mou.id) == ("", "visits", "")
    last = workspace.history(mou.id)[-1]
    assert (last.path, last.old, last.new) == (f"{mou.id}/example", "first", None)


def test_saying_so_of_what_is_ours_already_changes_nothing(workspace: Workspace, mou: Record) -> None:
    before = workspace.history()
    workspace.make_ours(mou.id)
    assert workspace.history() == before


def test_what_is_not_there_can_be_neither_marked_nor_made_ours(workspace: Workspace, mou: Record) -> None:
    for act in (lambda record: workspace.mark_example(record, "first"), workspace.make_ours):
        with pytest.raises(RecordNotFoundError):
            act(new_id())
    with pytest.raises(RowNotFoundError):
        workspace.mark_example(mou.id, "visits", field="in_scope", row=new_id())
    with pytest.raises(RowNotFoundError):
        workspace.make_ours(mou.id, field="in_scope", row=new_id())


def test_marks_are_kept_in_the_file_and_in_its_backups(
    path: Path, tmp_path: Path, workspace: Workspace, mou: Record, rows: tuple[str, str]
) -> None:
    assert len(rows) == 2
    marks = _marks(workspace, mou.id)
    backup = workspace.backup(tmp_path / "backups")
    workspace.close()
    restore(backup, tmp_path / "again.evidencepack")
    for file in (path, tmp_path / "again.evidencepack"):
        with open_workspace(file) as again:
            assert _marks(again, mou.id) == marks


def test_a_search_does_not_find_a_mark(workspace: Workspace, mou: Record, rows: tuple[str, str]) -> None:
    assert [hit.path for hit in workspace.search("visits")] == []
    assert [hit.path for hit in workspace.search("reablement")] == [f"{mou.id}/in_scope/{row}/item" for row in rows]


def test_an_import_brings_marks_along(workspace: Workspace, tender: Record) -> None:
    row = Row(new_id(), {"item": "reablement"}, "visits")
    record = Record(new_id(), "mou", "TBN-MOU-02", tender.id, {"in_scope": Table((row,))}, "first")
    workspace.import_records([record], types=lambda _kind, _field, _column: FieldType.TEXT)
    assert workspace.record(record.id) == record


def _remove_twice(workspace: Workspace, record: str) -> None:
    with workspace.together():
        workspace.remove_record(record)
        workspace.remove_record(record)


def test_edits_together_are_one_save_and_an_error_undoes_all_of_them(workspace: Workspace, tender: Record) -> None:
    with workspace.together():
        record = workspace.add_record("mou", "TBN-MOU-02", tender=tender.id)
        workspace.set_value(FieldPath(record.id, "purpose"), FieldType.TEXT, "x")
        with workspace.together():
            workspace.mark_example(record.id, "first")
    assert len({revision.time for revision in workspace.history(record.id)}) == 1
    assert workspace.record(record.id).example == "first"
    before = workspace.history()
    with pytest.raises(RecordNotFoundError):
        _remove_twice(workspace, record.id)
    assert workspace.history() == before
    workspace.set_value(FieldPath(record.id, "purpose"), FieldType.TEXT, "y")
    assert workspace.record(record.id).answers == {"purpose": "y"}
