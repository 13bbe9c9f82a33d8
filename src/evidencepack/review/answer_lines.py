# SPDX-License-Identifier: MPL-2.0
"""Answers that belong together: those of a record, and those of each row of its tables, with their questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, Table
from evidencepack.library.model import Field
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading
from evidencepack.review.scope import records_there


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """Answers and their questions by id: of a record, or of one row of one of its tables."""

    record: Record
    answers: Mapping[str, Answer]
    asked: Mapping[str, Field]
    table: str = ""
    row: str = ""

    def path(self, name: str) -> FieldPath:
        """Return the path of an answer."""
        return FieldPath(self.record.id, self.table, self.row, name) if self.row else FieldPath(self.record.id, name)

    def label(self, name: str) -> str:
        """Return the question of an answer, without its mark: it stands inside a sentence."""
        return self.asked[name].label.rstrip("?")


def answer_lines(reading: Reading) -> Iterator[AnswerLine]:
    """Yield the lines of every record; a document that was withdrawn or replaced is left out."""
    for record in records_there(reading):
        yield from lines_of(reading, record)


def lines_of(reading: Reading, record: Record) -> Iterator[AnswerLine]:
    """Yield the lines of one record: its own answers, then each row of its tables."""
    kind = reading.library[record.kind]
    yield AnswerLine(record, record.answers, kind.fields)
    for name, answer in record.answers.items():
        field = kind.fields.get(name) if isinstance(answer, Table) else None
        if isinstance(answer, Table) and field and field.columns and not field.rows_of:
            columns = {column.id: column for column in field.columns}
            yield from (AnswerLine(record, row.cells, columns, name, row.id) for row in answer.rows)


def finding_at(words: RuleWords, line: AnswerLine, name: str, message: str) -> Finding:
    """Return a finding about one answer of a line."""
    return Finding(f"CHK-{words.id}", words.severity, line.record.id, str(line.path(name)), message)
