# SPDX-License-Identifier: MPL-2.0
"""House wording, listed and looked at: what may be said in another way, and what is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from evidencepack.compose.modified import ModifiedClause, modified_clauses
from evidencepack.compose.plain import plain
from evidencepack.domain.record import Facts
from evidencepack.library.entry_dates import date_text
from evidencepack.library.model import Library
from evidencepack.library.wording import ADVISERS, HouseWording, Part, house_wordings, part_called, parts_of, wording_of
from evidencepack.library.wording_check import wording_problem
from evidencepack.usecases.finding_records import NotFoundError, find_record


class State(StrEnum):
    """How it stands with a part."""

    STANDARD = "standard"
    CHANGED = "changed"
    BEHIND = "changed; the standard has changed since"
    UNUSABLE = "changed, but it cannot be used"


@dataclass(frozen=True, slots=True)
class WordingRow:
    """One part: its reference ("mou.parties"), what it is called, how it stands, and what is wrong (mostly nothing)."""

    reference: str
    title: str
    state: State
    problem: str = ""


@dataclass(frozen=True, slots=True)
class WordingView:
    """One part beside what stands in its place; ``part`` is None when the program has it no more."""

    reference: str
    part: Part | None
    wording: HouseWording | None
    state: State
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ModifiedRow:
    """A clause of a document that needs advice and is not the template's: heading, whom to ask, what is recorded."""

    heading: str
    ask: str
    recorded: str


def wording_rows(facts: Facts, library: Library, kind: str = "") -> tuple[WordingRow, ...]:
    """Return every part that may be said in another way, of one kind or of all, then house wording that lost its part.

    Raises:
        NotFoundError: if there is no such kind of document.
    """
    kinds = {one.id: one for one in library.kinds.values() if one.document}
    if kind and kind not in kinds:
        raise NotFoundError(f"There is no kind of document “{kind}”. There are: {', '.join(sorted(kinds))}.")
    parts = [part for one in kinds.values() if kind in {"", one.id} for part in parts_of(one)]
    said = {wording.reference: wording for wording in house_wordings(facts)}
    rows = [_row(part, said.pop(part.reference, None), library) for part in parts]
    return (*rows, *_lost(said.values(), library, kind))


def view_wording(facts: Facts, library: Library, reference: str) -> WordingView:
    """Return one part beside the house wording for it.

    Raises:
        NotFoundError: if there is neither such a part nor house wording for it.
    """
    part, wording = find_part(library, reference), wording_of(facts, reference)
    if part is None and wording is None:
        raise no_such_part(library, reference)
    if part is None or wording is None:
        problem = wording_problem(wording, library) if wording else ""
        return WordingView(reference, part, wording, State.UNUSABLE if wording else State.STANDARD, problem)
    row = _row(part, wording, library)
    return WordingView(reference, part, wording, row.state, row.problem)


def modified_rows(facts: Facts, library: Library, document: str) -> tuple[ModifiedRow, ...]:
    """Return the clauses of a document that need advice and are not the template's, its own ones included.

    Raises:
        NotFoundError: if there is no such document, and no such kind either.
    """
    record = find_record(facts, document)
    if not library[record.kind].document:
        raise NotFoundError(f"{record.reference} is no document, so it has no clauses.")
    return tuple(_modified_row(one) for one in modified_clauses(record, facts, library))


def find_part(library: Library, reference: str) -> Part | None:
    """Return the part that a reference such as "mou.parties" names, or None."""
    kind, _, name = reference.partition(".")
    return part_called(library[kind], name) if kind in library.kinds else None


def no_such_part(library: Library, reference: str) -> NotFoundError:
    """Return the error for a reference that names no part; it says what there is."""
    kind = reference.partition(".")[0]
    if kind not in library.kinds:
        return NotFoundError(f"There is no clause “{reference}”. See them all with: evidencepack wording FILE")
    names = ", ".join(part.name for part in parts_of(library[kind])) or "none"
    return NotFoundError(f"{library[kind].title} has no part “{reference.partition('.')[2]}”. It has: {names}.")


def _modified_row(one: ModifiedClause) -> ModifiedRow:
    ask = " and ".join(ADVISERS[each] for each in one.advice)
    if one.own:
        return ModifiedRow(plain(one.heading), ask, "the document's own")
    said = f"{one.adviser}, {date_text(one.advised_on)}" if one.adviser and one.advised_on else "no adviser recorded"
    return ModifiedRow(plain(one.heading), ask, said)


def _row(part: Part, wording: HouseWording | None, library: Library) -> WordingRow:
    if wording is None or not wording.replaces(part):
        return WordingRow(part.reference, part.title, State.STANDARD)
    if problem := wording_problem(wording, library):
        return WordingRow(part.reference, part.title, State.UNUSABLE, problem)
    return WordingRow(part.reference, part.title, State.BEHIND if wording.is_behind(part) else State.CHANGED)


def _lost(wordings: Iterable[HouseWording], library: Library, kind: str) -> Iterator[WordingRow]:
    for wording in wordings:
        if kind in {"", wording.kind}:
            problem = wording_problem(wording, library)
            yield WordingRow(wording.reference, wording.heading or wording.part, State.UNUSABLE, problem)
