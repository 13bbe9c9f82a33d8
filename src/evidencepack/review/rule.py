# SPDX-License-Identifier: MPL-2.0
"""Rules: small functions that look at a reading and say what they find, whole or record by record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading
from evidencepack.review.scope import records_in_use, records_there

Whole: TypeAlias = Callable[[Reading, RuleWords], Iterator[Finding]]
"""A rule that looks at everything at once. It never raises for what a person did."""

OfRecord: TypeAlias = Callable[[Reading, RuleWords, Record], Iterator[Finding]]
"""What a rule says of one record."""


@dataclass(frozen=True, slots=True)
class Each:
    """A rule that looks at the records of a kind one by one: after an edit, only at those that it touches."""

    kind: str
    find: OfRecord

    def __call__(self, reading: Reading, words: RuleWords) -> Iterator[Finding]:
        """Yield what it says of every record of its kind."""
        for record in reading.of(self.kind):
            yield from self.find(reading, words, record)


@dataclass(frozen=True, slots=True)
class EachDocument:
    """A rule that looks at every document of the tender by itself, of whatever kind."""

    find: OfRecord

    def __call__(self, reading: Reading, words: RuleWords) -> Iterator[Finding]:
        """Yield what it says of every document that is not over."""
        for record in reading.documents:
            yield from self.find(reading, words, record)


@dataclass(frozen=True, slots=True)
class EachInUse:
    """A rule that looks one by one at every record on which the documents stand, themselves among them."""

    find: OfRecord

    def __call__(self, reading: Reading, words: RuleWords) -> Iterator[Finding]:
        """Yield what it says of every record in use."""
        for record in records_in_use(reading):
            yield from self.find(reading, words, record)


@dataclass(frozen=True, slots=True)
class EachRecord:
    """A rule that looks one by one at every record there is, but for documents that are over."""

    find: OfRecord

    def __call__(self, reading: Reading, words: RuleWords) -> Iterator[Finding]:
        """Yield what it says of every record."""
        for record in records_there(reading):
            yield from self.find(reading, words, record)


OneByOne: TypeAlias = Each | EachDocument | EachInUse | EachRecord
"""A rule that looks at records one by one."""

Rule: TypeAlias = Whole | OneByOne
"""A rule. Whatever it is, it can be called with a reading and its words."""


def subjects(rule: OneByOne, reading: Reading) -> tuple[Record, ...]:
    """Return the records at which a rule looks one by one."""
    match rule:
        case Each():
            return reading.of(rule.kind)
        case EachDocument():
            return reading.documents
        case EachInUse():
            return records_in_use(reading)
        case EachRecord():
            return records_there(reading)
