# SPDX-License-Identifier: MPL-2.0
"""CHK-PK-01: a document would print a gap where an answer should stand."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading


def missing_values(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield one finding for each gap of each document, however often the gap is printed."""
    for document in reading.documents:
        gaps = {value.paths: value for value in reading.given.missing.get(document.id, ())}
        for paths, value in gaps.items():
            whose = _whose(reading, paths)
            template = words.message if whose is None or whose.id == document.id else words.row_message
            record = reading.named(whose) if whose else ""
            message = template.format(document=reading.called(document), gap=value.text, record=record)
            yield Finding(f"CHK-{words.id}", words.severity, document.id, paths[0] if paths else "", message)


def _whose(reading: Reading, paths: tuple[str, ...]) -> Record | None:
    """Return the record whose answer is missing."""
    return reading.facts.get(FieldPath.parse(paths[0]).record) if paths else None
