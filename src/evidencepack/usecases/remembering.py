# SPDX-License-Identifier: MPL-2.0
"""Answers about records, remembered together with what was read for them, so that a change costs what it touches.

Nobody says what an answer depends on: the facts that are handed out note what is read of them. A remembered answer is
given again only while every one of those reads would bring the very same record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from evidencepack.domain.record import Facts, Record

T = TypeVar("T")
_Kinds = Mapping[str, tuple[Record, ...]]


@dataclass(slots=True)
class _Reads:
    """What was read: records by their ids (None: there was none), all of a kind, or simply all."""

    records: dict[str, Record | None] = field(default_factory=dict)
    kinds: dict[str, tuple[Record, ...]] = field(default_factory=dict)
    every: Mapping[str, Record] | None = None

    def hold(self, facts: Facts, kinds: _Kinds) -> bool:
        """Whether each of them would bring the same now."""
        return (
            (self.every is None or self.every is facts.records)
            and all(facts.records.get(name) is one for name, one in self.records.items())
            and all(kinds.get(name, ()) is some for name, some in self.kinds.items())
        )


class _Noted(Mapping[str, Record]):
    """Records that note which of them are read."""

    def __init__(self, records: Mapping[str, Record], reads: _Reads) -> None:
        self._records, self._reads = records, reads

    def __getitem__(self, name: str) -> Record:
        self._reads.records[name] = self._records.get(name)
        return self._records[name]

    def __iter__(self) -> Iterator[str]:
        self._reads.every = self._records
        return iter(self._records)

    def __len__(self) -> int:
        self._reads.every = self._records
        return len(self._records)


@dataclass(frozen=True, slots=True)
class _Watched(Facts):
    """Facts that note what is read of them."""

    reads: _Reads = field(default_factory=_Reads)
    kinds: _Kinds = field(default_factory=dict)

    def of_kind(self, kind: str) -> Iterator[Record]:
        """Yield the records of one kind, in their order."""
        found = self.reads.kinds[kind] = self.kinds.get(kind, ())
        return iter(found)


@dataclass(slots=True)
class _Entry(Generic[T]):
    answer: T
    given: Hashable
    reads: _Reads
    turn: int


class Remembered(Generic[T]):
    """Answers by the record they are about, one each. It keeps nothing about records that are gone, or another tender.

    Whoever makes an answer reads no record but through the facts that it is handed.
    """

    def __init__(self) -> None:
        self._entries: dict[str, _Entry[T]] = {}
        self._facts = Facts("", {})
        self._kinds: _Kinds = {}
        self._turn = 0

    def about(self, record: str, facts: Facts, make: Callable[[Facts], T], *, given: Hashable = None) -> T:
        """Return an answer: the remembered one while it still is what would be made.

        Args:
            record: the id of the record that it is about.
            facts: the tender's records as they are now.
            make: makes the answer from the facts that it is handed.
            given: what else the answer depends on.
        """
        self._turn_to(facts)
        entry = self._entries.get(record)
        if entry is None or entry.given != given or not self._holds(entry, facts):
            entry = self._entries[record] = self._made(facts, make, given)
        entry.turn = self._turn
        return entry.answer

    def _holds(self, entry: _Entry[T], facts: Facts) -> bool:
        return entry.turn == self._turn or entry.reads.hold(facts, self._kinds)

    def _made(self, facts: Facts, make: Callable[[Facts], T], given: Hashable) -> _Entry[T]:
        reads = _Reads()
        noted = _Noted(facts.records, reads)
        watched = _Watched(facts.tender, noted, facts.changed, facts.issued, reads, self._kinds)
        return _Entry(make(watched), given, reads, self._turn)

    def _turn_to(self, facts: Facts) -> None:
        """Sort other facts by kind; of a kind in which nothing changed, the same tuple stays."""
        if facts is self._facts:
            return
        before = self._facts
        same = (facts.tender, facts.changed, facts.issued) == (before.tender, before.changed, before.issued)
        self._entries = {name: one for name, one in self._entries.items() if same and name in facts.records}
        self._kinds = {kind: _same(self._kinds.get(kind, ()), records) for kind, records in _by_kind(facts).items()}
        self._facts = facts
        self._turn += 1


def _by_kind(facts: Facts) -> _Kinds:
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in facts.records.values():
        found[record.kind].append(record)
    return {kind: tuple(records) for kind, records in found.items()}


def _same(before: tuple[Record, ...], now: tuple[Record, ...]) -> tuple[Record, ...]:
    same = len(before) == len(now) and all(one is other for one, other in zip(before, now, strict=True))
    return before if same else now
