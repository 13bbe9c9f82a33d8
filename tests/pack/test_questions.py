# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType, Table
from evidencepack.pack.questions import questions_of


@pytest.fixture(scope="module")
def mou(sample_facts: Facts) -> Record:
    return next(iter(sample_facts.of_kind("mou")))


def test_a_date_is_asked_for_with_each_way_in_which_it_is_written(
    program: Program, sample_facts: Facts, mou: Record
) -> None:
    question = questions_of(sample_facts, program.library)(str(FieldPath(mou.id, "start_date")))
    assert question is not None
    assert question.day == date(2027, 2, 15)
    assert question.patterns == {
        "15 February 2027": "d MMMM yyyy",
        "15 Feb 2027": "d MMM yyyy",
        "February 2027": "MMMM yyyy",
    }


def test_each_field_is_asked_for_as_its_type_wants(program: Program, sample_facts: Facts) -> None:
    asked, library = questions_of(sample_facts, program.library), program.library
    found: dict[FieldType, set[tuple[bool, bool, bool]]] = {}
    for record in sample_facts.records.values():
        for field in library[record.kind].fields.values():
            question = asked(str(FieldPath(record.id, field.id)))
            assert question is not None
            assert question.label == field.label
            found.setdefault(field.type, set()).add((bool(question.patterns), bool(question.choices), question.counted))
    dates, lists, counted, words = (True, False, False), (False, True, False), (False, False, True), (False,) * 3
    assert found.pop(FieldType.DATE) == {dates}
    for listed in (FieldType.CHOICE, FieldType.YES_NO, FieldType.FREQUENCY):
        assert found.pop(listed, {lists}) == {lists}
    for table in (FieldType.TABLE, FieldType.REFERENCE, FieldType.FILE):
        assert found.pop(table, {counted}) == {counted}
    assert set().union(*found.values()) == {words}


def test_a_cell_of_a_table_is_asked_for_as_its_column_is(program: Program, sample_facts: Facts, mou: Record) -> None:
    asked, answer = questions_of(sample_facts, program.library), mou.answers["in_scope"]
    assert isinstance(answer, Table)
    question = asked(str(FieldPath(mou.id, "in_scope", answer.rows[0].id, "item")))
    assert question is not None
    assert question.label == program.library["mou"].fields["in_scope"].column("item").label


@pytest.mark.parametrize("end", ["reference", "no_such_field", "in_scope/row/no_such_column", "Not a path"])
def test_what_no_question_asks_has_none(end: str, program: Program, sample_facts: Facts, mou: Record) -> None:
    assert questions_of(sample_facts, program.library)(f"{mou.id}/{end}") is None


def test_a_record_that_is_gone_is_not_asked_for(program: Program, sample_facts: Facts) -> None:
    assert questions_of(sample_facts, program.library)("01890000-0000-7000-8000-000000000001/name") is None
