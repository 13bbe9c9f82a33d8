# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Table
from evidencepack.errors import ExitCode
from evidencepack.usecases.finding_records import (
    NotFoundError,
    answer_at,
    called,
    find_line,
    find_place,
    find_record,
    find_tender,
)

ONE, TWO = Record("1", "tender", "TBN-1"), Record("2", "tender", "TBN-2")


def test_the_only_tender_needs_no_name() -> None:
    assert find_tender((ONE,), "") is ONE


@pytest.mark.parametrize("name", ["TBN-2", "tbn-2", "2"])
def test_a_tender_goes_by_reference_or_id(name: str) -> None:
    assert find_tender((ONE, TWO), name) is TWO


@pytest.mark.parametrize(
    ("tenders", "name", "sentence"),
    [
        ((), "", "holds no tender yet"),
        ((ONE, TWO), "", "holds 2 tenders. Say which with --tender: TBN-1, TBN-2."),
        ((ONE, TWO), "TBN-3", "No tender is called “TBN-3”. There are: TBN-1, TBN-2."),
    ],
)
def test_a_tender_that_cannot_be_told_is_refused(tenders: tuple[Record, ...], name: str, sentence: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        find_tender(tenders, name)
    assert sentence in str(caught.value)
    assert caught.value.exit_code is ExitCode.NOT_FOUND


def test_two_records_of_one_name_are_told_apart_by_their_kind() -> None:
    records = {
        "a": Record("a", "meeting", "M1"),
        "b": Record("b", "guarantee", "M1"),
        "c": Record("c", "meeting", "M2"),
    }
    facts = Facts("a", records)
    with pytest.raises(
        NotFoundError, match=r"More than one record is called “M1”\. Say which: meeting:M1, guarantee:M1"
    ):
        find_record(facts, "M1")
    assert find_record(facts, "guarantee:m1").id == "b"
    assert find_record(facts, "c").id == "c"
    with pytest.raises(NotFoundError, match="Nothing is called “poem:M1”"):
        find_record(facts, "poem:M1")


def test_a_place_is_a_field_a_cell_or_a_field_of_a_shared_record(program: Program, sample_facts: Facts) -> None:
    library = program.library
    mou = find_record(sample_facts, "TBN-MOU-01")
    field = find_place(sample_facts, library, "TBN-MOU-01/area")
    assert (field.path, field.field.id, field.record) == (FieldPath(mou.id, "area"), "area", mou)
    table = mou.answers["in_scope"]
    assert isinstance(table, Table)
    cell = find_place(sample_facts, library, "TBN-MOU-01/in_scope/2/item")
    assert cell.path == FieldPath(mou.id, "in_scope", table.rows[1].id, "item")
    assert find_place(sample_facts, library, str(cell.path)) == cell
    shared = find_place(sample_facts, library, "TBN-MOU-01/meetings/M1/name")
    assert shared.path == FieldPath(find_record(sample_facts, "M1").id, "name")


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("TBN-MOU-01", "is not a path"),
        ("a/b/c", "is not a path"),
        ("", "is not a path"),
        ("TBN-MOU-01/area/1/item", "area is not a table"),
        ("TBN-MOU-01/in_scope/99/item", "has 6 rows; there is no row “99”"),
        ("TBN-MOU-01/in_scope/1/colour", "in_scope has no column called “colour”. It has: item."),
        ("TBN-MOU-01/colour", "there is no field called “colour”. It has: parties, "),
    ],
)
def test_a_path_that_names_nothing_says_what_there_is(
    program: Program, sample_facts: Facts, path: str, sentence: str
) -> None:
    with pytest.raises(NotFoundError) as caught:
        find_place(sample_facts, program.library, path)
    assert sentence in str(caught.value)


def test_a_table_without_rows_has_none_to_name(program: Program, sample_facts: Facts) -> None:
    mou = find_record(sample_facts, "TBN-MOU-01")
    emptied = replace(mou, answers={name: one for name, one in mou.answers.items() if name != "in_scope"})
    facts = replace(sample_facts, records={**sample_facts.records, mou.id: emptied})
    with pytest.raises(NotFoundError, match="has 0 rows; there is no row “1”"):
        find_place(facts, program.library, "TBN-MOU-01/in_scope/1/item")


def test_an_answer_is_found_by_its_path(sample_facts: Facts) -> None:
    mou = find_record(sample_facts, "TBN-MOU-01")
    table = mou.answers["in_scope"]
    assert isinstance(table, Table)
    row = table.rows[0]
    assert answer_at(mou, FieldPath(mou.id, "version")) == "1.0"
    assert answer_at(mou, FieldPath(mou.id, "in_scope", row.id, "item")) == row.cells["item"]
    assert answer_at(mou, FieldPath(mou.id, "in_scope", "gone", "item")) is None
    assert answer_at(mou, FieldPath(mou.id, "nothing")) is None


def test_a_reference_may_have_strokes_and_colons_of_its_own(program: Program, sample_facts: Facts) -> None:
    mou = next(one for one in sample_facts.records.values() if one.kind == "mou")
    for reference in ("2027/014", "a/b/c/d", "mou:1", "a:b/c"):
        odd = replace(mou, reference=reference)
        facts = replace(sample_facts, records={**sample_facts.records, mou.id: odd})
        for name in (reference, f"mou:{reference}"):
            assert find_record(facts, name) == odd
            assert str(find_place(facts, program.library, f"{name}/area").path) == f"{mou.id}/area"
            place = find_place(facts, program.library, f"{name}/in_scope/1/item")
            assert (place.path.record, place.path.column) == (mou.id, "item")


def test_what_a_record_is_called_finds_it(sample_facts: Facts) -> None:
    first, second, *_ = sample_facts.records.values()
    assert first.kind != second.kind
    same = {**sample_facts.records, second.id: replace(second, reference=first.reference.lower())}
    for facts in (sample_facts, replace(sample_facts, records=same)):
        for record in facts.records.values():
            assert find_record(facts, called(facts, record)) == record


def test_a_row_of_a_table_of_records_is_found_by_its_number(program: Program, sample_facts: Facts) -> None:
    second, table, row = find_line(sample_facts, program.library, "TBN-MOU-01/contributions/2")
    assert (second.kind, second.reference, table, row) == ("contribution", "CO-02", "", None)
    place = find_place(sample_facts, program.library, "TBN-MOU-01/contributions/2/what")
    assert place.record == second
    with pytest.raises(NotFoundError, match=r"has [0-9]+ rows; there is no row “99”"):
        find_line(sample_facts, program.library, "TBN-MOU-01/contributions/99")
