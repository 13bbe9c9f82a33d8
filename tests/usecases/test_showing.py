# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.entering import set_answer
from evidencepack.usecases.finding_records import NotFoundError, find_place
from evidencepack.usecases.showing import show_record
from evidencepack.usecases.workspaces import tender_facts


def test_answers_stand_in_the_order_of_the_steps(program: Program, sample_facts: Facts) -> None:
    rows = show_record(sample_facts, "TBN-MOU-01", library=program.library)
    order = [field for step in program.library["mou"].steps for field in step.fields]
    shown = list(dict.fromkeys(row.name.split("/")[1] for row in rows))
    assert shown == [field for field in order if field in shown]


def test_every_name_leads_to_the_path_beside_it(program: Program, sample_facts: Facts) -> None:
    for record in sample_facts.records.values():
        for row in show_record(sample_facts, record.id, library=program.library):
            name = row.name.replace(record.reference, f"{record.kind}:{record.reference}", 1)
            assert str(find_place(sample_facts, program.library, name).path) == row.path


def test_what_is_shown_can_be_typed_again(program: Program, workspace: Workspace) -> None:
    facts = tender_facts(workspace, "")
    history = workspace.history()
    for reference in ("TBN-MOU-01", "TBN-DSA-01", "TBN-RACI-01", "CS-01", "M1", "FB", "TBN-ASC-2027-014"):
        for row in show_record(facts, reference, library=program.library):
            if row.value:
                change = set_answer(workspace, row.path, row.value, library=program.library, today=date(2027, 1, 1))
                assert (change.problem, change.now) == ("", row.value), row
    assert workspace.history() == history


def test_an_unanswered_field_is_shown_empty(program: Program, workspace: Workspace) -> None:
    set_answer(workspace, "TBN-MOU-01/area", "", library=program.library, today=date(2027, 1, 1))
    rows = show_record(tender_facts(workspace, ""), "TBN-MOU-01", library=program.library)
    assert next(row for row in rows if row.name == "TBN-MOU-01/area").value == ""


def test_a_record_that_is_not_there_is_refused(program: Program, sample_facts: Facts) -> None:
    with pytest.raises(NotFoundError, match="Nothing is called M99"):
        show_record(sample_facts, "M99", library=program.library)
