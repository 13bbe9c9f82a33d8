# SPDX-License-Identifier: MPL-2.0
"""CHK-LK-57: a title or a name is longer than its place; files from elsewhere may bring such ones."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, Table
from evidencepack.library.model import Field
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading


def too_long(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield a finding for each answer of a record with more characters than could be typed there."""
    for field in reading.library[record.kind].fields.values():
        for path, asked, answer in _lines(record, field):
            if asked.longest and isinstance(answer, str) and len(answer) > asked.longest:
                said = {"label": asked.label, "answer": f"{len(answer):,}", "instead": f"{asked.longest}"}
                message = words.message.format(document=reading.called(record), **said)
                yield Finding(f"CHK-{words.id}", words.severity, record.id, str(path), message)


def _lines(record: Record, field: Field) -> Iterator[tuple[FieldPath, Field, Answer | None]]:
    """Yield an answer, or each cell of a table, with its path and what was asked."""
    answer = record.answers.get(field.id)
    yield FieldPath(record.id, field.id), field, answer
    for row in answer.rows if isinstance(answer, Table) else ():
        for column in field.columns:
            yield FieldPath(record.id, field.id, row.id, column.id), column, row.cells.get(column.id)
