# SPDX-License-Identifier: MPL-2.0
"""The sample tender with an answer or two said otherwise, and what one rule finds in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.shipped import LIBRARY

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, Reference, Scalar, Table
from evidencepack.library.header import is_over
from evidencepack.review.reading import Reading
from evidencepack.review.register import RULES
from evidencepack.usecases.clock import as_of


def saying(facts: Facts, reference: str, **answers: Answer | None) -> Facts:
    """Return the facts with other answers of one record; None takes an answer away."""
    before = record_of(facts, reference)
    said = {name: answer for name, answer in {**before.answers, **answers}.items() if answer is not None}
    return _with(facts, replace(before, answers=said))


def saying_in_row(facts: Facts, reference: str, table: str, number: int, **cells: Scalar) -> Facts:
    """Return the facts with other cells in one row, counted from 1, of a table of one record."""
    before = record_of(facts, reference)
    answer = before.answers[table]
    assert isinstance(answer, Table)
    rows = list(answer.rows)
    rows[number - 1] = replace(rows[number - 1], cells={**rows[number - 1].cells, **cells})
    return _with(facts, replace(before, answers={**before.answers, table: Table(tuple(rows))}))


def record_of(facts: Facts, reference: str) -> Record:
    """Return the one record of a reference."""
    (found,) = (one for one in facts.records.values() if one.reference == reference)
    return found


def messages(facts: Facts, rule: str) -> list[str]:
    """Return what a rule says of the facts; words and all are those that ship."""
    return [one.message for one in RULES[rule](read(facts), LIBRARY.rules[rule])]


def read(facts: Facts) -> Reading:
    """Return a reading of the facts, with what comes with the program."""
    papers = tuple(one for one in facts.records.values() if LIBRARY[one.kind].document and not is_over(one))
    return Reading(facts.tender, papers, facts, LIBRARY, as_of(facts))


def _with(facts: Facts, record: Record) -> Facts:
    records: Mapping[str, Record] = {**facts.records, record.id: record}
    return replace(facts, records=records)


def without(facts: Facts, *references: str) -> Facts:
    """Return the facts without some records."""
    left = {name: record for name, record in facts.records.items() if record.reference not in references}
    return replace(facts, records=left)


def less_row(facts: Facts, reference: str, table: str, number: int) -> Facts:
    """Return the facts without one row, counted from 1, of a table of one record."""
    before = record_of(facts, reference)
    answer = before.answers[table]
    assert isinstance(answer, Table)
    rows = (*answer.rows[: number - 1], *answer.rows[number:])
    return _with(facts, replace(before, answers={**before.answers, table: Table(rows)}))


def linked(facts: Facts, reference: str) -> Reference:
    """Return what refers to the one record of a reference."""
    return Reference(record_of(facts, reference).id)
