# SPDX-License-Identifier: MPL-2.0
"""The sentence in which the words of a finding stand: somebody who lets it stand has read that sentence, no other."""

from __future__ import annotations

from dataclasses import replace

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, Table
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import in_text


def with_sentence(reading: Reading, finding: Finding) -> Finding:
    """Return a finding with the sentence in which its quote stands; as it is where it quotes no words of an answer."""
    if not finding.quote or "/" not in finding.field:
        return finding
    path = FieldPath.parse(finding.field)
    record = reading.facts.get(path.record)
    text = _answer(record, path) if record else None
    start, end = finding.span
    if not isinstance(text, str) or text[start:end] != finding.quote:
        return finding
    return replace(finding, sentence=_around(text, start, end))


def _answer(record: Record, path: FieldPath) -> Answer | None:
    said = record.answers.get(path.field)
    if not isinstance(said, Table):
        return said
    return next((row.cells.get(path.column) for row in said.rows if row.id == path.row), None)


def _around(text: str, start: int, end: int) -> str:
    """Return the sentences that a passage touches, each as it is written."""
    return " ".join(one for at, one in in_text(text) if at < end and start < at + len(one))
