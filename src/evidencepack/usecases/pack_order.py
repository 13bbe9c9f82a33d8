# SPDX-License-Identifier: MPL-2.0
"""Moving something in the pack, leaving it out, putting it in: as changes of the records themselves.

Documents, annexes and section breaks stand in one order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType, Number
from evidencepack.library.header import PACK_PLACE, place_in_pack
from evidencepack.library.model import Library
from evidencepack.pack.numbering import kept_of, pack_order
from evidencepack.usecases.changes import SetAnswer

IN_PACK = "in_pack"
"""The question whether a document or an annex goes into the pack."""

_STEP = Decimal(10)
_FINEST = 6
"""Numbers of places have so many decimals at most; where no finer one would do, all get whole numbers anew."""


def in_pack_order(facts: Facts, library: Library) -> tuple[Record, ...]:
    """Return the documents, annexes and section breaks of the pack in its order."""
    return pack_order(facts, library)


def is_bundled(facts: Facts, library: Library) -> bool:
    """Whether anything stands in the pack that our own pages do not have: an annex, or a section break."""
    return any(not library[one.kind].document for one in in_pack_order(facts, library))


def moving(facts: Facts, library: Library, record: str, to: int) -> tuple[SetAnswer, ...]:
    """Return the changes that put something in the pack at another place: as few as there can be.

    Args:
        facts: the tender's records.
        library: the kinds.
        record: the id of the document, annex or section break.
        to: where it stands then, from 0; beyond an end means at that end.

    Returns:
        Nothing if it stands there already, is not in the pack, or stays where it was issued (``stays_put``); what is
        new goes behind everything that was issued.
    """
    before = in_pack_order(facts, library)
    moved = next((one for one in before if one.id == record), None)
    if moved is None or stays_put(facts, record):
        return ()
    others = [one for one in before if one is not moved]
    at = min(max(to, sum(stays_put(facts, one.id) for one in before)), len(others))
    if before[at] is moved:
        return ()
    after = (*others[:at], moved, *others[at:])
    places = {one.id: place_in_pack(one, library[one.kind]) for one in before}
    fresh = _usual(facts, library, after, moved) or _few(after, at, places) or _all(after)
    return tuple(_changes(facts, fresh))


def stays_put(facts: Facts, record: str) -> bool:
    """Whether something keeps its letter and its place in the pack, since it was issued there."""
    kept = kept_of(facts)
    return kept is not None and any(one.record == record for one in kept.order)


def putting_in(facts: Facts, library: Library, record: str) -> SetAnswer:
    """Return the change that puts a document or an annex into the pack, at its place."""
    kind = library[facts.records[record].kind]
    return SetAnswer(FieldPath(record, IN_PACK), FieldType.YES_NO, None if kind.in_pack else True)


def leaving_out(facts: Facts, library: Library, record: str) -> SetAnswer:
    """Return the change that leaves a document or an annex out of the pack; it stays in the tender."""
    kind = library[facts.records[record].kind]
    return SetAnswer(FieldPath(record, IN_PACK), FieldType.YES_NO, False if kind.in_pack else None)


def _usual(
    facts: Facts, library: Library, after: Sequence[Record], moved: Record
) -> Mapping[str, Decimal | None] | None:
    """Return no number for what is moved, if the usual one of its kind puts it there."""
    bare = {name: answer for name, answer in moved.answers.items() if name != PACK_PLACE}
    usual = Record(moved.id, moved.kind, moved.reference, moved.tender, bare)
    records = {name: usual if name == moved.id else one for name, one in facts.records.items()}
    found = in_pack_order(replace(facts, records=records), library)
    return {moved.id: None} if [one.id for one in found] == [one.id for one in after] else None


def _few(after: Sequence[Record], at: int, places: Mapping[str, Decimal]) -> Mapping[str, Decimal | None] | None:
    """Return numbers for what is moved and for those behind it that have the number of the one before it.

    None where there is no room for them.
    """
    low = places[after[at - 1].id] if at else places[after[1].id] - 2 * _STEP
    end = next((number for number in range(at + 1, len(after)) if places[after[number].id] > low), len(after))
    high = places[after[end].id] if end < len(after) else low + (end - at + 1) * _STEP
    step = (high - low) / (end - at + 1)
    fresh = [_short(low + step * (number + 1), step) for number in range(end - at)]
    if any(one is None for one in fresh):
        return None
    return {one.id: place for one, place in zip(after[at:end], fresh, strict=True)}


def _short(place: Decimal, step: Decimal) -> Decimal | None:
    """Return a number near a place, with as few decimals as keep it apart from its neighbours; None if that is many."""
    for decimals in range(_FINEST + 1):
        near = round(place, decimals)
        if abs(near - place) * 4 <= step:
            return near
    return None


def _all(after: Sequence[Record]) -> Mapping[str, Decimal | None]:
    """Return whole numbers for all."""
    return {one.id: number * _STEP for number, one in enumerate(after, 1)}


def _changes(facts: Facts, fresh: Mapping[str, Decimal | None]) -> Iterator[SetAnswer]:
    for record, place in fresh.items():
        said = facts.records[record].answers.get(PACK_PLACE)
        answer = None if place is None else Number(place)
        if said != answer:
            yield SetAnswer(FieldPath(record, PACK_PLACE), FieldType.NUMBER, answer)
