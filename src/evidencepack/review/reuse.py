# SPDX-License-Identifier: MPL-2.0
"""CHK-RU: what is to be looked at because it was copied from another tender, the library or a file."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.finding import Finding
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading

REUSE = ("RU-51", "RU-52", "RU-53", "RU-54", "RU-55", "RU-56")
"""Names of the old tender, changed facts, changed originals, overdue items, what stayed empty, what a file says."""


def reused(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield a finding for each thing that was found under this rule."""
    for one in reading.given.reused:
        if one.rule == words.id:
            message = words.message.format(**one.words)
            yield Finding(f"CHK-{words.id}", words.severity, one.record, one.path, message)
