# SPDX-License-Identifier: MPL-2.0
"""CHK-DT-51: something is planned for a day on which offices are closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from evidencepack.domain.bank_holidays import bank_holidays
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Table
from evidencepack.library.model import Field
from evidencepack.library.nations import nation_of
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading

PLANNED = frozenset(
    {
        "action_due",
        "due",
        "first_date",
        "gate_date",
        "needed_by",
        "next_confirmation",
        "next_review",
        "next_test",
        "next_when",
    }
)
"""Fields and columns that hold a day on which somebody is to do something."""


def closed_days(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield a finding for each planned day, from the day of the tender on, that is a bank holiday of its nation."""
    nation = nation_of(reading.facts)
    for path, field, day in _planned(reading, record):
        called = bank_holidays(day.year, nation).get(day) if day >= reading.as_of else None
        if called:
            message = words.message.format(
                record=reading.called(record), label=field.label, day=f"{day.day} {day:%B %Y}", holiday=called
            )
            yield Finding(f"CHK-{words.id}", words.severity, record.id, str(path), message)


def _planned(reading: Reading, record: Record) -> Iterator[tuple[FieldPath, Field, date]]:
    for field in reading.once(_with_days, record.kind):
        answer = record.answers.get(field.id)
        if isinstance(answer, date) and field.id in PLANNED:
            yield FieldPath(record.id, field.id), field, answer
        columns = {column.id: column for column in field.columns if column.id in PLANNED}
        for row in answer.rows if isinstance(answer, Table) else ():
            for name in columns.keys() & row.cells.keys():
                day = row.cells[name]
                if isinstance(day, date):
                    yield FieldPath(record.id, field.id, row.id, name), columns[name], day


def _with_days(reading: Reading, kind: str) -> tuple[Field, ...]:
    """Return the fields of a kind that hold planned days, or have a column that does."""
    fields = reading.library[kind].fields.values()
    return tuple(one for one in fields if PLANNED & {one.id, *(column.id for column in one.columns)})
