# SPDX-License-Identifier: MPL-2.0
"""What was changed after a copy was made, as the revisions tell it."""

from __future__ import annotations

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType
from evidencepack.store.since import Since
from evidencepack.store.workspace import Workspace


def put(workspace: Workspace, record: Record, field: str, text: str | None) -> str:
    return workspace.set_value(FieldPath(record.id, field), FieldType.TEXT, text).id


def test_changes_after_a_record_came_are_told_with_what_stood_there(workspace: Workspace, mou: Record) -> None:
    put(workspace, mou, "title", "One")
    put(workspace, mou, "purpose", "Same")
    mark = workspace.add_record("origin", "FROM-01", tender=mou.tender)
    put(workspace, mou, "title", "Two")
    newest = put(workspace, mou, "title", "Three")
    fresh = put(workspace, mou, "place", "Here")
    assert workspace.changes_since(mark.id, [mou.id]) == (
        Since(f"{mou.id}/title", newest, "One"),
        Since(f"{mou.id}/place", fresh, None),
    )


def test_an_answer_that_was_cleared_before_stood_there_as_none(workspace: Workspace, mou: Record) -> None:
    put(workspace, mou, "title", "One")
    cleared = put(workspace, mou, "title", None)
    put(workspace, mou, "title", "Two")
    [found] = workspace.changes_since(cleared, [mou.id])
    assert found.then is None


def test_rows_and_cells_are_told_too_and_other_records_are_not(workspace: Workspace, mou: Record) -> None:
    other = workspace.add_record("raci", "R", tender=mou.tender)
    mark = workspace.add_record("origin", "FROM-01", tender=mou.tender)
    row = workspace.add_row(mou.id, "parties")
    workspace.set_value(FieldPath(mou.id, "parties", row, "name"), FieldType.TEXT, "MT")
    put(workspace, other, "title", "x")
    paths = {one.path for one in workspace.changes_since(mark.id, [mou.id])}
    assert paths == {f"{mou.id}/parties/{row}", f"{mou.id}/parties/{row}/name"}


def test_a_mark_that_was_never_there_tells_nothing(workspace: Workspace, mou: Record) -> None:
    put(workspace, mou, "title", "One")
    assert workspace.changes_since("01a30000-0000-7000-8000-000000000000", [mou.id]) == ()
    assert workspace.changes_since(mou.id, []) == ()


def test_what_is_kept_in_the_library_is_in_no_tender(workspace: Workspace, tender: Record) -> None:
    item = workspace.add_record("library_item", "Case")
    kept = workspace.add_record("case_study", "CS-01", tender=item.id)
    assert workspace.kept_in(item.id) == (kept,)
    assert kept.id not in workspace.facts(tender.id).records
    assert workspace.of_kind("case_study") == (kept,)
    workspace.remove_record(item.id)
    assert workspace.of_kind("case_study") == ()
