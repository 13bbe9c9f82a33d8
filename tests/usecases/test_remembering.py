# SPDX-License-Identifier: MPL-2.0
"""What is remembered about documents: what would be worked out anew, and kept where nothing changed."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType, Reference, Table
from evidencepack.library.model import Field, Library
from evidencepack.review.reading import Reading
from evidencepack.review.required_fields import required_fields
from evidencepack.review.rule import EachInUse
from evidencepack.usecases.changes import AddRecord, AddRow, RemoveRecord, RemoveRow, SetAnswer, Single, apply_change
from evidencepack.usecases.documents import KnownRows, document_rows
from evidencepack.usecases.forms import form_places, unanswered
from evidencepack.usecases.remembering import Remembered

_EDITS = 600 if os.environ.get("EVIDENCEPACK_FULL") == "1" else 60
_ONE = Record("one", "contact", "ONE", answers={"partner": Reference("two")})
_TWO = Record("two", "organisation", "TWO")
_FACTS = Facts("tender", {"one": _ONE, "two": _TWO})


class Counting:
    """Makes an answer and counts how often."""

    def __init__(self, make: Callable[[Facts], object]) -> None:
        self.make, self.times = make, 0

    def __call__(self, facts: Facts) -> object:
        self.times += 1
        return self.make(facts)


def with_record(facts: Facts, record: Record) -> Facts:
    return replace(facts, records={**facts.records, record.id: record})


def without(facts: Facts, name: str) -> Facts:
    return replace(facts, records={key: one for key, one in facts.records.items() if key != name})


def one_is(facts: Facts) -> object:
    return facts.records["one"].reference


def two_is_there(facts: Facts) -> object:
    return facts.get("two") is not None


def organisations(facts: Facts) -> object:
    return [one.reference for one in facts.of_kind("organisation")]


def everybody(facts: Facts) -> object:
    return sorted(facts.records)


def how_many(facts: Facts) -> object:
    return len(facts.records)


_THREE = Record("three", "organisation", "THREE")
_OTHER_TWO = replace(_TWO, reference="2")


@pytest.mark.parametrize(
    ("make", "after"),
    [
        (one_is, with_record(_FACTS, replace(_ONE, reference="1"))),
        (two_is_there, without(_FACTS, "two")),
        (organisations, with_record(_FACTS, _OTHER_TWO)),
        (organisations, with_record(_FACTS, _THREE)),
        (organisations, without(_FACTS, "two")),
        (everybody, with_record(_FACTS, _THREE)),
        (how_many, without(_FACTS, "two")),
        (one_is, replace(with_record(_FACTS, replace(_ONE, reference="1")), tender="another")),
    ],
)
def test_an_answer_is_made_anew_when_something_that_it_read_changed(
    make: Callable[[Facts], object], after: Facts
) -> None:
    remembered, counting = Remembered[object](), Counting(make)
    remembered.about("one", _FACTS, counting)

    assert remembered.about("one", after, counting) == make(after) != make(_FACTS)
    assert counting.times == 2


@pytest.mark.parametrize("make", [one_is, organisations])
def test_it_is_remembered_while_only_other_things_change(make: Callable[[Facts], object]) -> None:
    remembered, counting = Remembered[object](), Counting(make)
    remembered.about("one", _FACTS, counting)
    for reference in ("A", "B"):
        after = with_record(_FACTS, Record("person", "person", reference))
        remembered.about("one", after, counting)

    assert remembered.about("one", _FACTS, counting) == make(_FACTS)
    assert counting.times == 1


def test_a_record_that_was_missed_is_seen_when_it_comes() -> None:
    remembered, counting = Remembered[object](), Counting(two_is_there)
    before = without(_FACTS, "two")

    assert remembered.about("one", before, counting) is False
    assert remembered.about("one", _FACTS, counting) is True


def test_what_else_it_depends_on_is_minded() -> None:
    remembered, counting = Remembered[object](), Counting(one_is)
    for given in ("a", "b", "b"):
        remembered.about("one", _FACTS, counting, given=given)

    assert counting.times == 2


def test_another_tender_or_another_day_is_another_matter() -> None:
    remembered, counting = Remembered[object](), Counting(lambda facts: (facts.tender, facts.changed))
    for facts in (_FACTS, replace(_FACTS, tender="t"), replace(_FACTS, tender="t", changed=date(2027, 2, 1))):
        assert remembered.about("one", facts, counting) == (facts.tender, facts.changed)


def test_nothing_is_kept_about_a_record_that_is_gone() -> None:
    remembered, counting = Remembered[object](), Counting(organisations)
    remembered.about("one", _FACTS, counting)
    remembered.about("two", without(_FACTS, "one"), counting)
    remembered.about("one", _FACTS, counting)

    assert counting.times == 3


def test_an_edit_of_one_document_leaves_what_is_known_of_the_others(sample_facts: Facts, program: Program) -> None:
    known = KnownRows()
    before = document_rows(sample_facts, program.library, known=known)
    mou = next(sample_facts.of_kind("mou"))
    facts = apply_change(sample_facts, SetAnswer(FieldPath(mou.id, "area"), FieldType.TEXT, None))
    after = document_rows(facts, program.library, known=known)

    assert [row.id for row, other in zip(before, after, strict=True) if row != other] == [mou.id]
    assert sum(row is other for row, other in zip(before, after, strict=True)) > len(before) * 3 // 4


def test_after_random_edits_what_is_remembered_is_what_is_true(sample_facts: Facts, program: Program) -> None:
    facts, known = sample_facts, KnownRows()
    chance = random.Random(20270215)  # noqa: S311 - the same edits every time
    for _ in range(_EDITS):
        facts = apply_change(facts, random_change(facts, program.library, chance))
        troubled = {random_path(facts, chance)} if chance.random() < 0.2 else set()

        fresh = document_rows(facts, program.library, troubled=troubled)
        assert document_rows(facts, program.library, troubled=troubled, known=known) == fresh


def test_after_random_edits_a_form_misses_what_the_rule_on_answers_finds_in_it(
    sample_facts: Facts, program: Program
) -> None:
    facts, library = sample_facts, program.library
    chance, missing = random.Random(20270216), 0  # noqa: S311 - the same edits every time
    for _ in range(_EDITS):
        facts = apply_change(facts, random_change(facts, library, chance))
        record = chance.choice([one for one in facts.records.values() if library[one.kind].document])
        reading = Reading(facts.tender, (record,), facts, library, date.min)
        found = {FieldPath.parse(one.field) for one in EachInUse(required_fields)(reading, library.rules["RQ-01"])}
        wanted = tuple(place for place, path in form_places(facts, library, record) if path in found)

        assert unanswered(facts, library, record) == wanted
        missing += len(wanted)
    assert missing


def random_path(facts: Facts, chance: random.Random) -> FieldPath:
    record = chance.choice([one for one in facts.records.values() if one.answers])
    return FieldPath(record.id, chance.choice(list(record.answers)))


def random_change(facts: Facts, library: Library, chance: random.Random) -> Single:
    """Return a change anywhere: an answer or a cell taken away or given, a row or a record added or removed."""
    record = chance.choice(list(facts.records.values()))
    field = chance.choice(list(library[record.kind].fields.values()))
    answer = record.answers.get(field.id)
    if chance.random() < 0.15 and record.id != facts.tender:
        return RemoveRecord(record.id)
    if chance.random() < 0.1:
        return AddRecord(new_id(), record.kind, f"NEW-{new_id()[-6:]}", facts.tender)
    if isinstance(answer, Table) and answer.rows:
        row = chance.choice(answer.rows)
        column = chance.choice(field.columns)
        cell = SetAnswer(FieldPath(record.id, field.id, row.id, column.id), column.type, None)
        return chance.choice((RemoveRow(record.id, field.id, row.id), AddRow(record.id, field.id, new_id()), cell))
    return _answered(record, field, facts, chance)


def _answered(record: Record, field: Field, facts: Facts, chance: random.Random) -> Single:
    path = FieldPath(record.id, field.id)
    match field.type:
        case FieldType.TABLE:
            return AddRecord(new_id(), "contact", f"NEW-{new_id()[-6:]}", facts.tender)
        case FieldType.REFERENCE:
            value: Reference | str | None = Reference(chance.choice(list(facts.records)))
        case FieldType.CHOICE:
            value = chance.choice(field.choices).id if field.choices else None
        case FieldType.TEXT | FieldType.LONG_TEXT:
            value = chance.choice((None, "Words of care"))
        case _:
            value = None
    return SetAnswer(path, field.type, value)
