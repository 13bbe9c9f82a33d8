# SPDX-License-Identifier: MPL-2.0
"""CHK-RQ-01: a required answer is missing, in a document or in a record that it stands on."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, FieldType, Reference, Row, Table
from evidencepack.library.conditions import holds, is_answered
from evidencepack.library.model import Field, Kind
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading
from evidencepack.review.scope import is_shown, shared_rows


def required_fields(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield one finding for each required field or cell of a record that is shown and has no answer.

    A gap that a document prints is left out: CHK-PK-01 lists it already.
    """
    printed = reading.once(_printed)
    yield from (finding for finding in fields_of(reading, words, record) if finding.field not in printed)


def fields_of(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield one finding for each required field or cell of one record that is shown and has no answer."""
    for field in reading.library[record.kind].fields.values():
        if is_shown(reading, field, record):
            yield from _field(reading, words, record, field)


def _printed(reading: Reading) -> frozenset[str]:
    """Return the paths of the answers that a document prints as gaps."""
    gaps = (gap for document in reading.documents for gap in reading.given.missing.get(document.id, ()))
    return frozenset(gap.paths[0] for gap in gaps if gap.paths)


def _field(reading: Reading, words: RuleWords, record: Record, field: Field) -> Iterator[Finding]:
    answer = record.answers.get(field.id)
    if _is_required(reading, record, field) and not _has_answer(reading, record, field):
        step = step_of(reading.library[record.kind], field)
        message = words.message.format(document=reading.called(record), step=step, label=field.label)
        yield _finding(words, FieldPath(record.id, field.id), message)
    if isinstance(answer, Table) and not field.rows_of:
        for number, row in enumerate(answer.rows, start=1):
            yield from _cells(reading, words, record, field, row, number)


def _cells(
    reading: Reading, words: RuleWords, record: Record, field: Field, row: Row, number: int
) -> Iterator[Finding]:
    for column in field.columns:
        shown = holds(column.shown_when, record.answers, row.cells, rows=reading.rows(record))
        needed = shown and _is_required(reading, record, column, row)
        if needed and not _stands(reading, row.cells.get(column.id)):
            step = step_of(reading.library[record.kind], field)
            message = words.row_message.format(
                document=reading.called(record), step=step, label=column.label, table=field.label, row=number
            )
            yield _finding(words, FieldPath(record.id, field.id, row.id, column.id), message)


def step_of(kind: Kind, field: Field) -> str:
    """Return what the step of a form is called in which a question stands; what the kind is called, if in none."""
    return next((step.title for step in kind.steps if field.id in step.fields), kind.title)


def _is_required(reading: Reading, record: Record, field: Field, row: Row | None = None) -> bool:
    if not field.required_when:
        return field.required
    cells = row.cells if row else {}
    return holds(field.required_when, record.answers, cells, rows=reading.rows(record))


def _has_answer(reading: Reading, record: Record, field: Field) -> bool:
    if field.type is FieldType.TABLE and field.rows_of:
        return bool(shared_rows(reading, record, field))
    return _stands(reading, record.answers.get(field.id))


def _stands(reading: Reading, answer: Answer | None) -> bool:
    """Whether there is an answer; a reference to a record that was removed is none."""
    if isinstance(answer, Reference):
        return reading.facts.get(answer.record) is not None
    return is_answered(answer)


def _finding(words: RuleWords, path: FieldPath, message: str) -> Finding:
    return Finding(f"CHK-{words.id}", words.severity, path.record, str(path), message)
