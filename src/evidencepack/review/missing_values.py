# SPDX-License-Identifier: MPL-2.0
"""CHK-PK-01: a document would print a gap where an answer should stand."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.finding import Finding
from evidencepack.library.model import RuleWords
from evidencepack.review.reading import Reading


def missing_values(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield one finding for each gap of each document, however often the gap is printed."""
    for document in reading.documents:
        gaps = {value.paths: value for value in reading.missing.get(document.id, ())}
        for paths, value in gaps.items():
            message = words.message.format(document=reading.called(document), gap=value.text)
            yield Finding(f"CHK-{words.id}", words.severity, document.id, paths[0] if paths else "", message)
