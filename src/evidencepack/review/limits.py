# SPDX-License-Identifier: MPL-2.0
"""CHK-PR-05: the appendices take more sides than the buyer reads."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.print_rules import side_limit
from evidencepack.library.model import RuleWords
from evidencepack.review.reading import Reading

_LIMIT = "appendix_side_limit"


def too_many_sides(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield one finding where the appendices, as typeset, take more sides than the tender allows."""
    limit = side_limit(reading.facts.records[reading.tender].answers)
    if 0 < limit < reading.sides:
        over = reading.sides - limit
        message = words.message.format(
            answer=f"{reading.sides:,}", most=f"{limit:,}", over=f"{over:,} {'side' if over == 1 else 'sides'}"
        )
        path = FieldPath(reading.tender, _LIMIT)
        yield Finding(f"CHK-{words.id}", words.severity, reading.tender, str(path), message)
