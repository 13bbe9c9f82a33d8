# SPDX-License-Identifier: MPL-2.0
"""Checks made again after each edit: only by the rules that read what has changed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeAlias, cast

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.review.quoting import with_sentence
from evidencepack.review.reading import Reading
from evidencepack.review.register import RULES, in_order
from evidencepack.review.rule import OneByOne, Rule, subjects
from evidencepack.review.watching import EVERY, Found, Kept, Key, Watch, WatchedReading, changed_keys

_Unit: TypeAlias = tuple[str, str]


class Rechecker:
    """What was found in a tender, and what each rule read for it. It is used by one thread at a time."""

    def __init__(self, rules: Mapping[str, Rule] = RULES) -> None:
        self._rules = rules
        self._watch = Watch()
        self._memo = Kept[Hashable]()
        self._units = Kept[_Unit]()
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
            self._memo, self._units = Kept(), Kept()
            return frozenset()
        return changed_keys(before, reading)

    def _forget(self, reading: WatchedReading, changed: frozenset[Key]) -> None:
        """Let go of all that rests on what has changed, and on what is found otherwise because of it."""
        everything = changed
        while changed:
            stale = self._memo.let_go_of_readers(changed)
            changed = reading.found_again(stale) - everything
            everything |= changed
        self._units.let_go_of_readers(everything)
        if EVERY in everything:
            there = reading.facts.records
            self._units.let_go([unit for unit in self._units if unit[1] and unit[1] not in there])

    def _found(self, reading: WatchedReading) -> Iterator[Finding]:
        """Yield what is known already, and what is asked again: for one record at a time, or for all there is."""
        for name, rule in self._rules.items():
            if isinstance(rule, OneByOne):
                for record in subjects(rule, reading):
                    known = self._units.get((name, record.id)) or self._ask(reading, rule, name, record)
                    yield from cast("tuple[Finding, ...]", known.value)
            else:
                known = self._units.get((name, "")) or self._ask(reading, rule, name)
                yield from cast("tuple[Finding, ...]", known.value)

    def _ask(self, reading: WatchedReading, rule: Rule, name: str, record: Record | None = None) -> Found:
        self.asked += 1
        words = reading.library.rules[name]
        if record is not None and isinstance(rule, OneByOne):
            about, one = record, rule
            found = reading.noted(lambda: _told(reading, one.find(reading, words, about)))
        else:
            found = reading.noted(lambda: _told(reading, rule(reading, words)))
        self._units[name, record.id if record else ""] = found
        return found


def _told(reading: Reading, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(with_sentence(reading, one) for one in findings)
