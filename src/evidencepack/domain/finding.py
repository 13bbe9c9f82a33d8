# SPDX-License-Identifier: MPL-2.0
"""Finding: what a check says, as a value. A person's mistake is never an exception."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TypeAlias

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.trade import Severity
from evidencepack.domain.values import FieldType, Scalar


@dataclass(frozen=True, slots=True)
class Side:
    """One of the places that a rule held against each other: its path, what a person calls it, what stands there."""

    path: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Put:
    """An answer or a cell gets a value; None takes it away."""

    path: FieldPath
    type: FieldType
    value: Scalar | None


@dataclass(frozen=True, slots=True)
class NewRow:
    """A table gets a row at its end, with these cells: column, type, value."""

    record: str
    field: str
    cells: tuple[tuple[str, FieldType, Scalar], ...] = ()


Step: TypeAlias = Put | NewRow
"""One thing that a fix does."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend what was found: what its button says, and what it changes, all of it or nothing."""

    words: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing an evaluator would mark down.

    ``rule`` is ``CHK-`` and the rule's id; ``record`` a record id; ``field`` a FieldPath as text, or empty for the
    whole record; ``message`` a sentence for the person. ``quote`` are the very words in question and ``span`` where in
    the answer they stand (first character, and the one behind the last). ``sides`` are what was compared, each one
    click away. ``item`` is what a list of many such findings calls this one ("KPI-03"). ``looked`` are the words that
    it rests on, where those are others than the ones above. ``sentence`` is the whole sentence in which the quote
    stands; the register adds it.
    """

    rule: str
    severity: Severity
    record: str
    field: str
    message: str
    quote: str = ""
    span: tuple[int, int] = (0, 0)
    sides: tuple[Side, ...] = ()
    item: str = ""
    fixes: tuple[Fix, ...] = ()
    looked: tuple[str, ...] = ()
    sentence: str = ""

    @property
    def rests_on(self) -> tuple[str, ...]:
        """Return the words that it rests on, with the sentence in which they stand; its message where it names none."""
        words = (self.quote, self.sentence, *(side.words for side in self.sides))
        return self.looked or tuple(filter(None, words)) or (self.message,)

    @property
    def mark(self) -> str:
        """Return what tells it from any other, in hex: it changes when the words change on which it rests."""
        said = "\x1f".join((self.rule, self.record, self.field, *self.rests_on))
        return hashlib.sha256(said.encode()).hexdigest()[:32]
