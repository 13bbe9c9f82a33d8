# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.library.calling import desk
from evidencepack.library.entry import parse_entry
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.entering import set_answer
from evidencepack.usecases.finding_records import NotFoundError, answer_at, find_place
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


def test_what_is_shown_can_be_typed_again(program: Program, sample_facts: Facts) -> None:
    at = desk(sample_facts, date(2027, 1, 1))
    for record in sample_facts.records.values():
        for row in show_record(sample_facts, record.id, library=program.library):
            place = find_place(sample_facts, program.library, row.path)
            typed = parse_entry(place.field, row.value, at)
            assert (typed.problem, typed.value) == ("", answer_at(place.record, place.path)), row


def test_an_unanswered_field_is_shown_empty(program: Program, workspace: Workspace) -> None:
    set_answer(workspace, "TBN-MOU-01/area", "", library=program.library, today=date(2027, 1, 1))
    rows = show_record(tender_facts(workspace, ""), "TBN-MOU-01", library=program.library)
    assert next(row for row in rows if row.name == "TBN-MOU-01/area").value == ""


def test_a_record_that_is_not_there_is_refused(program: Program, sample_facts: Facts) -> None:
    with pytest.raises(NotFoundError, match="Nothing is called “M99”"):
        show_record(sample_facts, "M99", library=program.library)


def test_a_table_is_shown_by_its_path_with_its_rows_or_its_records(program: Program, sample_facts: Facts) -> None:
    rows = show_record(sample_facts, "TBN-MOU-01/in_scope", library=program.library)
    assert {row.name.split("/")[1] for row in rows} == {"in_scope"}
    flows = show_record(sample_facts, "TBN-DSA-01/flows", library=program.library)
    assert [row.name for row in flows if row.name.endswith("/name")][:2] == ["F1/name", "F2/name"]
    assert [row.name for row in show_record(sample_facts, "TBN-MOU-01/area", library=program.library)] == [
        "TBN-MOU-01/area"
    ]
    with pytest.raises(NotFoundError, match="there is no question called “unicorn”"):
        show_record(sample_facts, "TBN-MOU-01/unicorn", library=program.library)
