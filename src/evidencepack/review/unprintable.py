# SPDX-License-Identifier: MPL-2.0
"""CHK-PK-07: an answer has characters that no font has, so that the export would be refused."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading, Unprintable

_SHOWN = 5


def unprintable_answers(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield one finding for each answer, however many such characters it has."""
    for found in reading.given.unprintable:
        record = reading.facts.get(FieldPath.parse(found.path).record) if found.path else None
        document = reading.called(record) if record else ""
        message = (words.message if record else words.row_message).format(
            document=document, label=found.label, words=found.words, characters=_named(found)
        )
        whose = record.id if record else reading.tender
        yield Finding(f"CHK-{words.id}", words.severity, whose, found.path, message)


def _named(found: Unprintable) -> str:
    more = len(found.characters) - _SHOWN
    return ", ".join(found.characters[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
