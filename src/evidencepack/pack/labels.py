# SPDX-License-Identifier: MPL-2.0
"""What answers are called: the label of its question for the path of each answer, for the controls of a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Table
from evidencepack.library.model import Kind, Library


def labels_of(facts: Facts, library: Library) -> Mapping[str, str]:
    """Return the label of every field of every record, and of every cell of its tables, by path.

    A path of more than one answer, such as that of a record's reference, has no label of its own.
    """
    return {
        str(path): label
        for record in facts.records.values()
        for path, label in _labels(record, library.kinds[record.kind])
    }


def _labels(record: Record, kind: Kind) -> Iterator[tuple[FieldPath, str]]:
    for field in kind.fields.values():
        yield FieldPath(record.id, field.id), field.label
        answer = record.answers.get(field.id)
        for row in answer.rows if isinstance(answer, Table) else ():
            for column in field.columns:
                yield FieldPath(record.id, field.id, row.id, column.id), column.label
