# SPDX-License-Identifier: MPL-2.0
"""The evidence map: each promise of a tender with what holds it up, and what holds nothing up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import TypeAlias

from evidencepack.domain.record import Record
from evidencepack.domain.values import Duration, Number
from evidencepack.library.entry_amounts import duration_text
from evidencepack.library.entry_dates import date_text
from evidencepack.review.amounts import amount_text
from evidencepack.review.named_records import all_named, named_in
from evidencepack.review.proofs import (
    MEASURE,
    PAPER,
    STORY,
    Proof,
    is_proof,
    of_kept_papers,
    of_letters,
    of_measure,
    of_paper,
    of_stories,
    of_words,
    rightly_of,
)
from evidencepack.review.reading import Reading
from evidencepack.review.standing import Standing
from evidencepack.review.telling import words_in


class Sort(StrEnum):
    """What sort of promise it is."""

    ROLE = "role"
    RESPONSE_TIME = "response_time"
    TARGET = "target"
    SOCIAL_VALUE = "social_value"
    EFFECT = "effect"


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that the bid promises or claims: its sort, its record, the path of its words, the words, and whose."""

    sort: Sort
    record: Record
    path: str
    said: str
    party: Record | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A promise and what holds it up, the strongest first; last what shows the work of another partner."""

    promise: Promise
    proofs: tuple[Proof, ...]

    @property
    def standing(self) -> Standing:
        """Met if a proof shows it, thin if one is only kept or promised again or has no result, or else missing."""
        if any(proof.shows for proof in self.proofs):
            return Standing.MET
        return Standing.THIN if any(not proof.of for proof in self.proofs) else Standing.MISSING


@dataclass(frozen=True, slots=True)
class EvidenceMap:
    """Every promise with its proofs, and the proofs that no promise uses."""

    held: tuple[Held, ...]
    unused: tuple[Record, ...]


_Look: TypeAlias = Callable[[Reading, Record], Held | None]


def evidence_map(reading: Reading) -> EvidenceMap:
    """Return every promise of the tender with what holds it up, and what holds nothing up."""
    held = tuple(one for kind, look in _LOOKS.items() for record in reading.of(kind) if (one := look(reading, record)))
    return EvidenceMap(held, tuple(_unused(reading, held)))


def _role(reading: Reading, record: Record) -> Held | None:
    said = ": ".join(filter(None, (words_in(record, "what"), words_in(record, "volume"))))
    party = reading.linked(record, "party")
    promise = Promise(Sort.ROLE, record, f"{record.id}/what", said, party)
    stories = of_stories(reading, record, party)
    return _held(reading, promise, of_words(reading, record, "measure"), stories, of_letters(reading, party))


def _response_time(reading: Reading, record: Record) -> Held | None:
    action, within = words_in(record, "action"), record.answers.get("within")
    said = f"{action}, within {duration_text(within)}" if action and isinstance(within, Duration) else ""
    promise = Promise(Sort.RESPONSE_TIME, record, f"{record.id}/within", said, reading.linked(record, "party"))
    return _held(reading, promise, of_words(reading, record, "measured_by"))


def _target(reading: Reading, record: Record) -> Held | None:
    name = words_in(record, "name")
    promise = Promise(
        Sort.TARGET,
        record,
        f"{record.id}/target",
        _said(record, name, "target", "target_by"),
        reading.linked(record, "party"),
    )
    stories = (of_paper(reading, one) for one in reading.of(STORY) if record.id in all_named(reading, one))
    return _held(reading, promise, [of_measure(record)], stories)


def _social_value(reading: Reading, record: Record) -> Held | None:
    said = _said(record, words_in(record, "promise"), "total", "due")
    promise = Promise(Sort.SOCIAL_VALUE, record, f"{record.id}/promise", said, reading.linked(record, "party"))
    measure = reading.linked(record, "kpi")
    return _held(reading, promise, [of_measure(measure)] if measure else [], of_words(reading, record, "evidence"))


def _effect(reading: Reading, record: Record) -> Held | None:
    promise = Promise(Sort.EFFECT, record, f"{record.id}/effect", words_in(record, "effect"))
    named = (reading.facts.get(name) for name in sorted(all_named(reading, record)))
    measures = (of_measure(one) for one in named if one and one.kind == MEASURE)
    return _held(reading, promise, measures, of_words(reading, record, "assurance"))


def _said(record: Record, name: str, number: str, day: str) -> str:
    """Return a promise that comes to a number by a day; empty while it has no name or no number."""
    amount, due = record.answers.get(number), record.answers.get(day)
    if not name or not isinstance(amount, Number):
        return ""
    by = f", by {date_text(due)}" if isinstance(due, date) else ""
    return f"{name}: {amount_text(record, amount.amount)}{by}"


_LOOKS: Mapping[str, _Look] = {
    "contribution": _role,
    "response_time": _response_time,
    "kpi": _target,
    "commitment": _social_value,
    "case_study": _effect,
}


def _held(reading: Reading, promise: Promise, *proofs: Iterable[Proof]) -> Held | None:
    """Return a promise with its proofs, those that show it first; None where nothing is promised yet."""
    if not promise.said:
        return None
    named = (*chain(*proofs), *of_kept_papers(reading, promise.record))
    found = dict.fromkeys(rightly_of(reading, one, promise.party) for one in named)
    return Held(promise, tuple(sorted(found, key=lambda one: (bool(one.of), not one.shows, one.day is None))))


def _unused(reading: Reading, held: tuple[Held, ...]) -> Iterator[Record]:
    """Yield the proofs that hold no promise up but their own, and that nothing else in the tender names."""
    used = {proof.record for one in held for proof in one.proofs if proof.record != one.promise.record.id}
    named = {name for one in reading.facts.records.values() for name in all_named(reading, one)}
    for record in (one for kind in (STORY, MEASURE, PAPER) for one in reading.of(kind)):
        if is_proof(record) and record.id not in used | named and not _holds_something(reading, record):
            yield record


def _holds_something(reading: Reading, paper: Record) -> bool:
    return paper.kind == PAPER and bool(named_in(reading, words_in(paper, "supports")))
