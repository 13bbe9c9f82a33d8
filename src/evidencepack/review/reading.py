# SPDX-License-Identifier: MPL-2.0
"""Reading: all that the rules look at, as one frozen value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from evidencepack.blocks.inlines import Value
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Reference
from evidencepack.library.conditions import Reader
from evidencepack.library.model import Library, RuleWords
from evidencepack.library.rows import reader

_NAMES = ("short_name", "full_name", "name")


@dataclass(frozen=True, slots=True)
class Unprintable:
    """Characters that no font has: the path and the label of the answer, or else words round them; what they are."""

    path: str
    label: str
    words: str
    characters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reused:
    """Something to look at in what was copied: the id of its rule, its record, its path (or empty), what is said."""

    rule: str
    record: str
    path: str
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """One tender on one day: its documents, the facts they refer to, and the kinds that say what is asked.

    ``missing`` holds, by the id of a document, the values it would print as gaps (``compose`` finds them). A document
    that is not in it has not been composed, and rules on what is printed say nothing about it. ``unprintable`` are the
    answers with characters that no font has (``render`` finds them). ``examples`` holds, by the id of a document, the
    examples that it shows (``compose`` finds them), each with the path of an answer of it. ``reused`` is what is to be
    looked at in copies (the workspace knows what they were made of). ``sides`` are those that the appendices of the
    pack take as typeset; 0 where nobody has laid them out.
    """

    tender: str
    documents: tuple[Record, ...]
    facts: Facts
    library: Library
    as_of: date
    missing: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    unprintable: tuple[Unprintable, ...] = ()
    examples: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    reused: tuple[Reused, ...] = ()
    sides: int = 0

    def rows(self, record: Record) -> Reader:
        """Return what gives a condition the rows of a table of a record."""
        return reader(record, self.facts, self.library)

    def called(self, record: Record) -> str:
        """Return what a message calls a record: "Memorandum of understanding TBN-MOU-01"."""
        return f"{self.library[record.kind].title} {record.reference}".strip()

    def linked(self, record: Record, field: str) -> Record | None:
        """Return the record that an answer refers to; None where there is no answer, or what it names was removed."""
        answer = record.answers.get(field)
        return self.facts.get(answer.record) if isinstance(answer, Reference) else None

    def leads(self) -> frozenset[str]:
        """Return the id of the organisation that leads the bid; nothing while none is chosen."""
        lead = self.linked(self.facts.records[self.tender], "lead_provider")
        return frozenset({lead.id}) if lead else frozenset()

    def named(self, record: Record) -> str:
        """Return what a message calls a record inside a sentence: "the contact PER-06", "the organisation Maitree"."""
        name = next((str(record.answers[key]) for key in _NAMES if record.answers.get(key)), record.reference)
        return f"the {self.library[record.kind].title.lower()} {name}".strip()


Rule: TypeAlias = Callable[[Reading, RuleWords], Iterator[Finding]]
"""A rule: looks at the reading and yields findings in its own words. It never raises for what a person did."""
