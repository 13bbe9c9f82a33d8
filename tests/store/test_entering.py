# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Record
from evidencepack.domain.values import (
    FieldType,
)
from evidencepack.store.entering import DuplicateReferenceError
from evidencepack.store.records import RecordNotFoundError
from evidencepack.store.workspace import Workspace


def test_a_second_record_of_the_same_kind_tender_and_reference_is_refused(workspace: Workspace, mou: Record) -> None:
    with pytest.raises(DuplicateReferenceError, match="Another record of the kind “mou” is called “TBN-MOU-01”"):
        workspace.add_record("mou", "TBN-MOU-01", tender=mou.tender)
    workspace.add_record("raci", "TBN-MOU-01", tender=mou.tender)
    workspace.add_record("mou", "TBN-MOU-01")


def test_a_reference_is_free_again_once_its_record_was_removed(workspace: Workspace, mou: Record) -> None:
    workspace.remove_record(mou.id)
    assert workspace.add_record("mou", "TBN-MOU-01", tender=mou.tender).id != mou.id


def test_a_record_id_that_is_none_is_a_bug(workspace: Workspace) -> None:
    with pytest.raises(ValueError, match="UUIDv7"):
        workspace.add_record("tender", "T1", id="42")


def test_a_record_of_a_tender_that_is_not_there_is_refused(workspace: Workspace, mou: Record) -> None:
    for absent in (new_id(), mou.id):
        with pytest.raises(RecordNotFoundError):
            workspace.add_record("meeting", "M1", tender=absent)


def test_a_removed_record_is_no_longer_listed_found_or_editable(workspace: Workspace, mou: Record) -> None:
    path = FieldPath(mou.id, "purpose")
    workspace.set_value(path, FieldType.TEXT, "Reablement")
    workspace.remove_record(mou.id)
    assert list(workspace.facts(mou.tender).records) == [mou.tender]
    assert workspace.search("reablement") == ()
    with pytest.raises(RecordNotFoundError, match="or it was removed"):
        workspace.set_value(path, FieldType.TEXT, "again")
    for act in (workspace.record, workspace.remove_record):
        with pytest.raises(RecordNotFoundError):
            act(mou.id)
    assert [r.operation for r in workspace.history(mou.id)] == ["add_record", "set", "remove_record"]


def test_a_removed_record_comes_back_to_its_place_with_its_answers_and_is_found_again(
    workspace: Workspace, mou: Record
) -> None:
    workspace.set_value(FieldPath(mou.id, "purpose"), FieldType.TEXT, "Reablement")
    row = workspace.add_row(mou.id, "aims")
    workspace.set_value(FieldPath(mou.id, "aims", row, "what"), FieldType.TEXT, "Fewer falls")
    later = workspace.add_record("raci", "TBN-RACI-01", tender=mou.tender)
    before = workspace.facts(mou.tender)

    workspace.remove_record(mou.id)
    workspace.bring_back_record(mou.id)

    assert workspace.facts(mou.tender).records == before.records
    assert list(workspace.facts(mou.tender).records) == [mou.tender, mou.id, later.id]
    assert [len(workspace.search(words)) for words in ("reablement", "falls", "TBN-MOU")] == [1, 1, 1]
    newest = workspace.history(mou.id)[-1]
    assert (newest.operation, newest.new) == ("add_record", "TBN-MOU-01")


def test_a_record_whose_reference_was_given_to_another_does_not_come_back(workspace: Workspace, mou: Record) -> None:
    workspace.remove_record(mou.id)
    workspace.add_record("mou", "TBN-MOU-01", tender=mou.tender)
    with pytest.raises(DuplicateReferenceError):
        workspace.bring_back_record(mou.id)


def test_only_what_was_removed_comes_back_and_only_while_its_tender_is_there(workspace: Workspace, mou: Record) -> None:
    for there in (mou.id, new_id()):
        with pytest.raises(RecordNotFoundError):
            workspace.bring_back_record(there)
    workspace.remove_record(mou.id)
    workspace.remove_record(mou.tender)
    with pytest.raises(RecordNotFoundError):
        workspace.bring_back_record(mou.id)


def test_a_record_with_another_reference_is_found_by_it_and_its_history_says_so(
    workspace: Workspace, mou: Record
) -> None:
    before = len(workspace.history(mou.id))
    workspace.rename_record(mou.id, "TBN-MOU-02")
    assert workspace.record(mou.id).reference == "TBN-MOU-02"
    assert len(workspace.history(mou.id)) == before + 1
    assert [hit.record for hit in workspace.search("TBN-MOU-02")] == [mou.id]
    workspace.rename_record(mou.id, "TBN-MOU-02")
    assert len(workspace.history(mou.id)) == before + 1, "the same reference is no change"


def test_a_reference_that_another_has_is_given_to_nobody_else_and_what_is_gone_has_none(
    workspace: Workspace, mou: Record
) -> None:
    other = workspace.add_record("mou", "TBN-MOU-02", tender=mou.tender)
    with pytest.raises(DuplicateReferenceError):
        workspace.rename_record(other.id, "TBN-MOU-01")
    assert workspace.record(other.id).reference == "TBN-MOU-02"
    workspace.remove_record(other.id)
    with pytest.raises(RecordNotFoundError):
        workspace.rename_record(other.id, "TBN-MOU-03")
