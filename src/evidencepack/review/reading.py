# SPDX-License-Identifier: MPL-2.0
"""Reading: all that the rules look at, as one frozen value."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Concatenate, ParamSpec, TypeVar, cast

from evidencepack.blocks.inlines import Value
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Reference
from evidencepack.library.conditions import Reader
from evidencepack.library.model import Library
from evidencepack.library.rows import reader
from evidencepack.review.measures import NOT_LAID_OUT, Measures

_NAMES = ("short_name", "full_name", "name")
_UNKNOWN = object()

_Said = ParamSpec("_Said")
_Found = TypeVar("_Found")


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
class Given:
    """What rules are told and cannot find out by themselves, because it takes composing, typesetting or the workspace.

    ``missing`` holds, by the id of a document, the values it would print as gaps (``compose`` finds them). A document
    that is not in it has not been composed, and rules on what is printed say nothing about it. ``unprintable`` are the
    answers with characters that no font has (``render`` finds them). ``examples`` holds, by the id of a document, the
    examples that it shows (``compose`` finds them), each with the path of an answer of it. ``reused`` is what is to be
    looked at in copies (the workspace knows what they were made of). ``measures`` is how much there is of each paper,
    as typeset. ``changed`` holds, by the id of a signed paper that says other words by now, the organisations whose
    signatures are touched; an empty id is a list that people initialled, or a paper that is only said to be signed.
    """

    missing: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    unprintable: tuple[Unprintable, ...] = ()
    examples: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    reused: tuple[Reused, ...] = ()
    measures: Measures = NOT_LAID_OUT
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """One tender on one day: its documents, the facts they refer to, and the kinds that say what is asked.

    ``documents`` are those that are not over; ``as_of`` is the one clock: no rule asks for today. ``given`` is what
    rules are told and cannot find out by themselves.
    """

    tender: str
    documents: tuple[Record, ...]
    facts: Facts
    library: Library
    as_of: date
    given: Given = field(default_factory=Given)
    _memo: dict[Hashable, object] = field(default_factory=dict, init=False, compare=False, repr=False)

    def once(
        self,
        find: Callable[Concatenate[Reading, _Said], _Found],
        *said: _Said.args,
        **named: _Said.kwargs,
    ) -> _Found:
        """Return what a function of this reading finds; it is found out once, and what is said must be plain words.

        Where checks are made as one types, it is kept until an answer changes that it has read.
        """
        name = (find, said, tuple(sorted(named.items())) if named else ())
        found = self._memo.get(name, _UNKNOWN)
        if found is _UNKNOWN:
            found = self._memo[name] = find(self, *said, **named)
        return cast("_Found", found)

    def of(self, kind: str) -> tuple[Record, ...]:
        """Return the records of one kind; of a kind of document, those that are not over."""
        found = self._memo.get(kind)
        if found is None:
            found = self._memo[kind] = self._all_of(kind)
        return cast("tuple[Record, ...]", found)

    def _all_of(self, kind: str) -> tuple[Record, ...]:
        if kind in self.library.kinds and self.library[kind].document:
            return tuple(one for one in self.documents if one.kind == kind)
        return tuple(self.facts.of_kind(kind))

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
