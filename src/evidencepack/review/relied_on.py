# SPDX-License-Identifier: MPL-2.0
"""CHK-RF-54: a paper of the pack relies on one that was withdrawn or replaced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference, Table
from evidencepack.library.header import goes_into_pack, is_over
from evidencepack.library.model import Field
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading


@dataclass(frozen=True, slots=True)
class Named:
    """A paper that an answer names: where, under which question, and the paper."""

    path: FieldPath
    label: str
    target: Record


def over_but_relied_on(reading: Reading, words: RuleWords, document: Record) -> Iterator[Finding]:
    """Yield one finding for each answer of a paper in the pack that names a paper that is over."""
    if not goes_into_pack(document, reading.library[document.kind]):
        return
    for one in papers_named(reading, document):
        if is_over(one.target):
            record = reading.called(one.target)
            message = words.message.format(document=reading.called(document), label=one.label, record=record)
            yield Finding(f"CHK-{words.id}", words.severity, document.id, str(one.path), message)


def papers_named(reading: Reading, document: Record) -> Iterator[Named]:
    """Yield the papers that answers and cells of a document name; one that was removed is not there to be named."""
    for field in reading.library[document.kind].fields.values():
        answer = document.answers.get(field.id)
        yield from _named(reading, field, FieldPath(document.id, field.id), answer)
        for row in answer.rows if isinstance(answer, Table) else ():
            for column in field.columns:
                path = FieldPath(document.id, field.id, row.id, column.id)
                yield from _named(reading, column, path, row.cells.get(column.id))


def _named(reading: Reading, field: Field, path: FieldPath, answer: object) -> Iterator[Named]:
    target = reading.facts.get(answer.record) if isinstance(answer, Reference) else None
    if target is not None and reading.library[target.kind].document:
        yield Named(path, field.label, target)
