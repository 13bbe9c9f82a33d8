# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType
from evidencepack.store.workspace import Workspace


def test_the_history_of_some_records_is_in_one_order_and_holds_nothing_of_others(
    workspace: Workspace, tender: Record, mou: Record
) -> None:
    other = workspace.add_record("meeting", "M1", tender=tender.id)
    workspace.set_value(FieldPath(other.id, "name"), FieldType.TEXT, "Huddle")
    row = workspace.add_row(mou.id, "aims")
    workspace.set_value(FieldPath(other.id, "name"), FieldType.TEXT, "Daily huddle")

    asked = workspace.history_of([other.id, mou.id, mou.id])

    assert [one.path.split("/")[0] for one in asked] == [mou.id, other.id, other.id, mou.id, other.id]
    assert asked == tuple(one for one in workspace.history() if one.path.split("/")[0] != tender.id)
    assert [one.path for one in workspace.history_of([mou.id])] == [mou.id, f"{mou.id}/aims/{row}"]
    assert workspace.history_of([]) == ()


def test_all_that_a_tender_ever_had_is_known_also_what_was_removed(
    workspace: Workspace, tender: Record, mou: Record
) -> None:
    shared = workspace.add_record("organisation", "FB")
    elsewhere = workspace.add_record("tender", "T-2")
    workspace.add_record("mou", "T2-MOU-01", tender=elsewhere.id)
    workspace.remove_record(mou.id)

    assert workspace.all_of(tender.id) == (tender, mou, shared)
