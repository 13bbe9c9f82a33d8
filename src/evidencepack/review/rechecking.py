# SPDX-License-Identifier: MPL-2.0
"""Checks made again after each edit: only by the rules that read what has changed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import is_
from typing import TypeAlias, cast

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.review.quoting import with_sentence
from evidencepack.review.reading import Reading
from evidencepack.review.register import RULES, in_order
from evidencepack.review.rule import OneByOne, Rule, subjects
from evidencepack.review.watching import EVERY, Found, Kept, Key, Watch, WatchedReading, changed_keys

_Unit: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Told:
    """What a rule says of the records at which it looks, by their ids: of those of which it says anything.

    A rule that looks at everything at once looks at no record: None, whose id is empty.
    """

    about: tuple[Record | None, ...]
    places: Mapping[str, int]
    said: dict[str, tuple[Finding, ...]] = field(default_factory=dict)

    def at(self, ids: Iterable[str]) -> tuple[Record | None, ...]:
        """Return those of the records that have one of these ids."""
        return tuple(self.about[self.places[name]] for name in ids if name in self.places)

    def findings(self) -> Iterator[Finding]:
        """Yield all that it says, in the order of the records."""
        for name in sorted(self.said, key=self.places.__getitem__):
            yield from self.said[name]


class Rechecker:
    """What was found in a tender, and what each rule read for it. It is used by one thread at a time."""

    def __init__(self, rules: Mapping[str, Rule] = RULES) -> None:
        self._rules = rules
        self._watch = Watch()
        self._memo = Kept[Hashable]()
        self._units = Kept[_Unit]()
        self._told: dict[str, _Told] = {}
        self._stale: dict[str, set[str]] = {}
        self._seen: Reading | None = None
        self.asked = 0
        """How many rules, or rules about one record, were asked the last time."""

    def check(self, reading: Reading) -> tuple[Finding, ...]:
        """Return what the rules say of a reading, the worst first; the same as ``review`` says."""
        changed = self._changed(reading)
        self._seen, self.asked = reading, 0
        self._watch.keys = set()
        watched = WatchedReading(reading, self._watch, self._memo)
        self._forget(watched, changed)
        return in_order(self._found(watched))

    def _changed(self, reading: Reading) -> frozenset[Key]:
        """Return what differs from the reading before; where that was another tender, all is forgotten."""
        before = self._seen
        if before is None or (before.tender, before.library) != (reading.tender, reading.library):
            self._memo, self._units, self._told, self._stale = Kept(), Kept(), {}, {}
            return frozenset()
        return changed_keys(before, reading)

    def _forget(self, reading: WatchedReading, changed: frozenset[Key]) -> None:
        """Let go of all that rests on what has changed, and on what is found otherwise because of it."""
        everything = changed
        while changed:
            stale = self._memo.let_go_of_readers(changed)
            # What was found again may change once more, when something that it rests on is found again after it.
            changed = reading.found_again(stale)
            everything |= changed
        gone = self._units.let_go_of_readers(everything)
        if EVERY in everything:
            there = reading.facts.records
            gone |= self._units.let_go([unit for unit in self._units if unit[1] and unit[1] not in there])
        for name, record in gone:
            self._stale.setdefault(name, set()).add(record)

    def _found(self, reading: WatchedReading) -> Iterator[Finding]:
        """Yield what is known already, and what is asked again: for one record at a time, or for all there is."""
        for name, rule in self._rules.items():
            about = subjects(rule, reading) if isinstance(rule, OneByOne) else (None,)
            known = self._told.get(name)
            again = known.at(self._stale.get(name, ())) if known else ()
            if known is None or not _are_same(known.about, about):
                places = {_id(record): place for place, record in enumerate(about)}
                known, again = _Told(about, places), about
            for record in again:
                found = self._units.get((name, _id(record))) or self._ask(reading, rule, name, record)
                known.said[_id(record)] = cast("tuple[Finding, ...]", found.value)
                if not found.value:
                    del known.said[_id(record)]
            self._told[name] = known
            self._stale.pop(name, None)
            yield from known.findings()

    def _ask(self, reading: WatchedReading, rule: Rule, name: str, record: Record | None) -> Found:
        self.asked += 1
        words = reading.library.rules[name]
        if record is not None and isinstance(rule, OneByOne):
            about, one = record, rule
            found = reading.noted(lambda: _told(reading, one.find(reading, words, about)))
        else:
            found = reading.noted(lambda: _told(reading, rule(reading, words)))
        self._units[name, _id(record)] = found
        return found


def _id(record: Record | None) -> str:
    return record.id if record else ""


def _are_same(before: Sequence[Record | None], now: Sequence[Record | None]) -> bool:
    """Whether these are the very same records; what they say is not looked at."""
    return before is now or (len(before) == len(now) and all(map(is_, before, now)))


def _told(reading: Reading, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(with_sentence(reading, one) for one in findings)
