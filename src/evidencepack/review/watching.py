# SPDX-License-Identifier: MPL-2.0
"""A reading that notes what is read of it, so that after an edit only the rules are asked that read what changed.

What was read is a set of keys: ``(record, field)`` for an answer, ``(record, "*")`` for all of a record's answers,
``("kind", kind)`` for which records of a kind there are, ``("record", id)`` for whether there is one, and a word alone
for what is given as a whole. What is found once is a key too: it counts as changed when something else is found.
Nothing has to be declared, so nothing can be declared wrongly.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Concatenate, ParamSpec, TypeVar, cast

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer
from evidencepack.review.reading import Given, Reading

Key = tuple[Hashable, ...]

_ALL, _ONCE = "*", "once"
_DOCUMENTS, _DAY, _GIVEN, EVERY = ("documents",), ("day",), ("given",), ("every",)
_Said = ParamSpec("_Said")
_Found = TypeVar("_Found")
_Name = TypeVar("_Name", bound=Hashable)


class Watch:
    """What is read now, and the facts as they stand."""

    def __init__(self) -> None:
        self.keys: set[Key] = set()
        self.facts = Facts("", {})
        self.of_kind: dict[str, list[str]] = {}
        self.records: dict[str, Record] = {}

    def look_at(self, facts: Facts) -> None:
        """Take these facts in the place of those before."""
        self.facts = facts
        self.of_kind = {}
        known, self.records = self.records, {}
        for name, record in facts.records.items():
            self.of_kind.setdefault(record.kind, []).append(name)
            before = known.get(name)
            same = before and (before.kind, before.reference, before.example) == (
                record.kind,
                record.reference,
                record.example,
            )
            self.records[name] = before if before and same else self._watched(record)

    def _watched(self, record: Record) -> Record:
        answers = _Answers(record.id, self)
        return Record(record.id, record.kind, record.reference, record.tender, answers, record.example)


class _Answers(Mapping[str, Answer]):
    """The answers of a record as they stand; each one that is read is noted."""

    def __init__(self, record: str, watch: Watch) -> None:
        self._record, self._watch = record, watch

    def __getitem__(self, name: str) -> Answer:
        self._watch.keys.add((self._record, name))
        return self._watch.facts.records[self._record].answers[name]

    def get(self, name: str, default: Answer | None = None) -> Answer | None:  # type: ignore[override]
        self._watch.keys.add((self._record, name))
        return self._watch.facts.records[self._record].answers.get(name, default)

    def __contains__(self, name: object) -> bool:
        self._watch.keys.add((self._record, str(name)))
        return name in self._watch.facts.records[self._record].answers

    def __iter__(self) -> Iterator[str]:
        self._watch.keys.add((self._record, _ALL))
        return iter(self._watch.facts.records[self._record].answers)

    def __len__(self) -> int:
        self._watch.keys.add((self._record, _ALL))
        return len(self._watch.facts.records[self._record].answers)


class _Records(Mapping[str, Record]):
    """The records of the facts; which of them are read is noted."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def __getitem__(self, name: str) -> Record:
        self._watch.keys.add(("record", name))
        return self._watch.records[name]

    def __contains__(self, name: object) -> bool:
        self._watch.keys.add(("record", str(name)))
        return name in self._watch.records

    def __iter__(self) -> Iterator[str]:
        self._watch.keys.add(EVERY)
        return iter(self._watch.records)

    def __len__(self) -> int:
        self._watch.keys.add(EVERY)
        return len(self._watch.records)


class _Facts(Facts):
    """Facts that know the records of a kind without looking through all of them."""

    __slots__ = ("_watch",)
    _watch: Watch

    def get(self, record: str) -> Record | None:
        """Return the record with this id, or None."""
        self._watch.keys.add(("record", record))
        return self._watch.records.get(record)

    def of_kind(self, kind: str) -> Iterator[Record]:
        """Yield the records of one kind, in their order."""
        self._watch.keys.add(("kind", kind))
        return (self._watch.records[name] for name in self._watch.of_kind.get(kind, ()))


def _facts_of(watch: Watch) -> Facts:
    made = _Facts(watch.facts.tender, _Records(watch), watch.facts.changed)
    object.__setattr__(made, "_watch", watch)
    return made


@dataclass(frozen=True, slots=True)
class Found:
    """What a function found, and what it read for it."""

    value: object
    keys: frozenset[Key]


class Kept(dict[_Name, Found]):
    """What was found, by name; and for each key who read it, so that after an edit nobody looks through all of it."""

    def __init__(self) -> None:
        super().__init__()
        self._readers: dict[Key, set[_Name]] = {}

    def __setitem__(self, name: _Name, found: Found) -> None:
        """Keep what was found."""
        super().__setitem__(name, found)
        for key in found.keys:
            self._readers.setdefault(key, set()).add(name)

    def let_go(self, names: Iterable[_Name]) -> dict[_Name, Found]:
        """Let go of what was found under these names, and return it."""
        gone = {name: self.pop(name) for name in names}
        for name, found in gone.items():
            for key in found.keys:
                self._readers[key].discard(name)
        return gone

    def let_go_of_readers(self, changed: frozenset[Key]) -> dict[_Name, Found]:
        """Let go of what was found by those who read one of these keys, and return it."""
        return self.let_go({name for key in changed for name in self._readers.get(key, ())})


class WatchedReading(Reading):
    """A reading of which everything that is read is noted in a watch; what is found once is kept with what it read."""

    _documents: tuple[Record, ...]
    _as_of: date
    _given: Given
    _watch: Watch
    _found: Kept[Hashable]

    def __init__(self, reading: Reading, watch: Watch, memo: Kept[Hashable]) -> None:
        watch.look_at(reading.facts)
        noted = {
            "tender": reading.tender,
            "facts": _facts_of(watch),
            "library": reading.library,
            "_documents": tuple(watch.records[one.id] for one in reading.documents),
            "_as_of": reading.as_of,
            "_given": reading.given,
            "_watch": watch,
            "_found": memo,
        }
        # The dataclass above is frozen: what it asks for by other names here is put in its place.
        self.__dict__.update(noted)

    @property
    def documents(self) -> tuple[Record, ...]:
        """The documents that were not withdrawn or replaced."""
        self._watch.keys.add(_DOCUMENTS)
        return self._documents

    @property
    def as_of(self) -> date:
        """The date of the tender's content."""
        self._watch.keys.add(_DAY)
        return self._as_of

    @property
    def given(self) -> Given:
        """What rules are told and cannot find out by themselves."""
        self._watch.keys.add(_GIVEN)
        return self._given

    def of(self, kind: str) -> tuple[Record, ...]:
        """Return the records of one kind, and note that they were read; it is known which there are."""
        return self._all_of(kind)

    def once(
        self,
        find: Callable[Concatenate[Reading, _Said], _Found],
        *said: _Said.args,
        **named: _Said.kwargs,
    ) -> _Found:
        """Return what a function of this reading finds; it is asked again only when what it read has changed."""
        name = (find, said, tuple(sorted(named.items())) if named else ())
        known = self._found.get(name)
        if known is None:
            known = self._found[name] = self.noted(lambda: find(self, *said, **named))
        self._watch.keys.add((_ONCE, name))
        return cast("_Found", known.value)

    def found_again(self, stale: Mapping[Hashable, Found]) -> frozenset[Key]:
        """Find again what rests on something that has changed; return the keys of what is not what it was."""
        changed = set[Key]()
        for name, before in stale.items():
            find, said, named = cast(
                "tuple[Callable[..., object], tuple[object, ...], tuple[tuple[str, object], ...]]", name
            )
            if any(isinstance(one, str) and one not in self._watch.records for one in said) or (
                self.once(find, *said, **dict(named)) != before.value
            ):
                changed.add((_ONCE, name))
        return frozenset(changed)

    def noted(self, find: Callable[[], object]) -> Found:
        """Return what is found, with what was read for it alone."""
        outer, self._watch.keys = self._watch.keys, set()
        try:
            return Found(find(), frozenset(self._watch.keys))
        finally:
            self._watch.keys = outer


def changed_keys(before: Reading, now: Reading) -> frozenset[Key]:
    """Return the keys of all that differs between two readings of one tender."""
    return frozenset(_changed(before, now))


def _changed(before: Reading, now: Reading) -> Iterator[Key]:
    if tuple(one.id for one in before.documents) != tuple(one.id for one in now.documents):
        yield _DOCUMENTS
    if before.as_of != now.as_of:
        yield _DAY
    if before.given is not now.given:
        yield _GIVEN
    old, new = before.facts.records, now.facts.records
    if old.keys() != new.keys():
        yield EVERY
    for name in old.keys() | new.keys():
        was, is_now = old.get(name), new.get(name)
        if was is not is_now:
            yield from _of_record(was, is_now)


def _of_record(was: Record | None, is_now: Record | None) -> Iterator[Key]:
    if was is None or is_now is None or (was.reference, was.example) != (is_now.reference, is_now.example):
        for one in (was, is_now):
            if one:
                yield from (("record", one.id), ("kind", one.kind), EVERY, (one.id, _ALL))
        if was is None or is_now is None:
            return
    fields = [name for name in {*was.answers, *is_now.answers} if was.answers.get(name) != is_now.answers.get(name)]
    yield from ((was.id, name) for name in fields)
    if fields:
        yield (was.id, _ALL)
