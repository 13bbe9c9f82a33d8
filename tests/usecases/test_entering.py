# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.library.calling import desk
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.changes import rows_of
from evidencepack.usecases.entering import Change, set_answer
from evidencepack.usecases.finding_records import NotFoundError, find_record
from evidencepack.usecases.signed_papers import WHY, PaperWords
from evidencepack.usecases.workspaces import tender_facts

TODAY = date(2027, 1, 1)


def _set(workspace: Workspace, program: Program, path: str, entry: str) -> Change:
    return set_answer(workspace, path, entry, library=program.library, today=TODAY)


def test_a_change_says_what_was_and_what_is(workspace: Workspace, program: Program) -> None:
    change = _set(workspace, program, "TBN-MOU-01/notice_days", "60 days")
    assert (change.now, change.problem, change.notes) == ("60 days", "", ())
    assert change.before != change.now
    assert _set(workspace, program, "TBN-MOU-01/notice_days", "60 days").before == "60 days"


def test_every_change_is_a_revision(workspace: Workspace, program: Program) -> None:
    before = len(workspace.history())
    _set(workspace, program, "TBN-MOU-01/area", "Marsh")
    _set(workspace, program, "TBN-MOU-01/area", "Marsh")
    typed = [one for one in workspace.history()[before:] if one.reason != WHY]
    assert len(typed) == 1


def test_what_was_signed_is_noted_before_it_becomes_other_words(workspace: Workspace, program: Program) -> None:
    words = PaperWords(program.library)
    _set(workspace, program, "TBN-MOU-01/area", "Marsh")
    assert {one.paper.reference for one in words.changed(tender_facts(workspace, ""))} == {"TBN-MOU-01"}

    signing = next(
        number
        for number, row in enumerate(rows_of(next(tender_facts(workspace, "").of_kind("signoff_sheet")), "signings"), 1)
        if row.cells["paper"] == "TBN-MOU-01"
    )
    _set(workspace, program, f"TBN-SIG-01/signings/{signing}/signed_on", "14 February 2027")
    assert len(words.changed(tender_facts(workspace, ""))) == 4


def test_a_record_is_named_by_its_reference(workspace: Workspace, program: Program) -> None:
    change = _set(workspace, program, "TBN-MOU-01/owner", "per-01")
    assert change.now == "PER-01 Siân Llŷr-Evans"


def test_a_slip_is_a_sentence_and_changes_nothing(workspace: Workspace, program: Program) -> None:
    before = len(workspace.history())
    change = _set(workspace, program, "TBN-MOU-01/start_date", "30 February")
    assert "February" in change.problem
    assert change.before == change.now != ""
    assert len(workspace.history()) == before


def test_what_cannot_be_printed_is_removed_with_a_note(workspace: Workspace, program: Program) -> None:
    change = _set(workspace, program, "TBN-MOU-01/area", "Mar\x00sh\ud800\x1b")
    assert change.now == "Marsh"
    assert change.notes == ("3 characters that cannot be printed were removed.",)
    cleared = _set(workspace, program, "TBN-MOU-01/area", "\x07")
    assert (cleared.now, len(cleared.notes)) == ("", 1)


def test_a_cell_is_changed_alone(workspace: Workspace, program: Program) -> None:
    change = _set(workspace, program, "TBN-MOU-01/in_scope/1/item", "cooking together")
    assert change.before == "reablement at home for up to 6 weeks"
    facts = tender_facts(workspace, "")
    record = find_record(facts, "TBN-MOU-01")
    assert [revision.path for revision in workspace.history(record.id)][-1].endswith("/item")


def test_a_path_that_names_nothing_is_refused(workspace: Workspace, program: Program) -> None:
    with pytest.raises(NotFoundError, match="there is no field called “nothing”"):
        _set(workspace, program, "TBN-MOU-01/nothing", "x")


def test_a_desk_calls_what_is_gone_by_its_id(sample_facts: Facts) -> None:
    assert desk(sample_facts, TODAY).call("gone") == "gone"
