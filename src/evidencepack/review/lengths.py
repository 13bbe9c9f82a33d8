# SPDX-License-Identifier: MPL-2.0
"""CHK-LK-57: a title or a name is longer than its place; files from elsewhere may bring such ones."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Table
from evidencepack.library.model import Field
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading


def too_long(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield a finding for each answer of a record with more characters than could be typed there."""
    for field in reading.library[record.kind].fields.values():
        for where, asked, answer in _limited(record, field):
            if len(answer) > (asked.longest or 0):
                said = {"label": asked.label, "answer": f"{len(answer):,}", "instead": f"{asked.longest}"}
                message = words.message.format(document=reading.called(record), **said)
                path = FieldPath(record.id, field.id, *where)
                yield Finding(f"CHK-{words.id}", words.severity, record.id, str(path), message)


def _limited(record: Record, field: Field) -> Iterator[tuple[tuple[str, ...], Field, str]]:
    """Yield the words of an answer and of each cell that have a limit: row and column of it, what was asked, they."""
    answer = record.answers.get(field.id) if field.longest or field.columns else None
    if field.longest and isinstance(answer, str):
        yield (), field, answer
    columns = [one for one in field.columns if one.longest] if isinstance(answer, Table) else []
    for row in answer.rows if isinstance(answer, Table) else ():
        for column in columns:
            cell = row.cells.get(column.id)
            if isinstance(cell, str):
                yield (row.id, column.id), column, cell
