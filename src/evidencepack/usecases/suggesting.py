# SPDX-License-Identifier: MPL-2.0
"""Suggestions: what each partner of a tender is best for, what to show of it, its risk, and what to begin with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evidencepack.domain.examples import starter_of
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import PartnerType
from evidencepack.domain.values import Answer, Choices, Reference, Table
from evidencepack.library.model import Field, Kind, Library, PartnerGuide
from evidencepack.library.partner_types import points_to_show, starter_named
from evidencepack.library.starters_model import Starter
from evidencepack.usecases.changes import rows_of
from evidencepack.usecases.examples import find_partner
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.listing import title_of

_ORGANISATION, _PARTNERSHIP, _SORT, _SHORT = "organisation", "partnership", "org_type", "short_name"


@dataclass(frozen=True, slots=True)
class StarterRow:
    """A starter: its kind and id, its title, whom it is for (empty: everybody), and where it is in the tender."""

    kind: str
    starter: str
    title: str
    partners: tuple[str, ...]
    there: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """Something to show of a partner, and whether the partnership record says that it can be shown."""

    label: str
    shown: bool


@dataclass(frozen=True, slots=True)
class ToBeginWith:
    """A kind to begin with: its id and title, and the references of those that the tender has for the partner."""

    kind: str
    title: str
    there: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is suggested for one partner."""

    partner: str
    reference: str
    type: str
    best_for: str
    points: tuple[Point, ...]
    risk: str
    answer: str
    kinds: tuple[ToBeginWith, ...]
    starters: tuple[StarterRow, ...]


def starter_rows(facts: Facts, library: Library, kind: str = "") -> tuple[StarterRow, ...]:
    """Return the starters of a kind, or of every kind, in the order of their files.

    Raises:
        NotFoundError: if there is no such kind.
    """
    if kind and kind not in library.kinds:
        raise NotFoundError(f"There is no kind called “{kind}”. See them all with: evidencepack kinds")
    kinds = [library[kind]] if kind else library.kinds.values()
    return tuple(_starter_row(facts, one, starter) for one in kinds for starter in one.starters)


def suggestions(facts: Facts, library: Library, partner: str = "") -> tuple[Suggestion, ...]:
    """Return what is suggested for one partner, or for each partner of the tender whose type is known.

    Raises:
        NotFoundError: if the one named is no organisation, or of no type that anything is known of.
    """
    if not partner:
        return tuple(one for record in _partners(facts) for one in _suggested(facts, library, record))
    found = find_partner(facts, partner)
    suggested = tuple(_suggested(facts, library, found))
    if not suggested:
        raise NotFoundError(
            f"{title_of(found)} is of no type that there are suggestions for. Look at what its record says it is."
        )
    return suggested


def starters_of_table(library: Library, kind: str, field: Field) -> tuple[str, tuple[Starter, ...]]:
    """Return the kind whose starters make lines of a table, and those starters."""
    if field.rows_of:
        return field.rows_of, tuple(one for one in library[field.rows_of].starters if not one.of)
    return kind, tuple(one for one in library[kind].starters if one.of == field.id)


def only_partner(facts: Facts, library: Library, starter: Starter) -> Record | None:
    """Return the partner that a starter can only be meant for: the one of its types, if the tender has just one."""
    found = [one for one in _partners(facts) if starter.partners and type_of(library, one) in starter.partners]
    return found[0] if len(found) == 1 else None


def type_of(library: Library, organisation: Record) -> PartnerType | None:
    """Return which type of partner an organisation is, by what its record says; None if it says none of them."""
    sort = organisation.answers.get(_SORT)
    return next((guide.id for guide in library.partner_types.values() if sort in guide.organisations), None)


def _suggested(facts: Facts, library: Library, organisation: Record) -> Iterator[Suggestion]:
    of_type = type_of(library, organisation)
    if of_type is None:
        return
    guide = library.partner_types[of_type]
    yield Suggestion(
        partner=str(organisation.answers.get(_SHORT, title_of(organisation))),
        reference=organisation.reference,
        type=guide.title,
        best_for=guide.best_for,
        points=tuple(_points(facts, library, guide, organisation)),
        risk=guide.risk,
        answer=guide.answer,
        kinds=tuple(_to_begin_with(facts, library[kind], organisation) for kind in guide.kinds),
        starters=tuple(_starters(facts, library, guide)),
    )


def _partners(facts: Facts) -> Iterator[Record]:
    """Yield the organisations that a partnership record of the tender names, each once."""
    named = {find_partner(facts, one.id).id for one in facts.of_kind(_PARTNERSHIP) if _names_somebody(facts, one)}
    return (record for record in facts.of_kind(_ORGANISATION) if record.id in named)


def _names_somebody(facts: Facts, partnership: Record) -> bool:
    """Whether a partnership record names an organisation that is there."""
    link = partnership.answers.get(_ORGANISATION)
    return isinstance(link, Reference) and facts.get(link.record) is not None


def _points(facts: Facts, library: Library, guide: PartnerGuide, organisation: Record) -> Iterator[Point]:
    ticked: set[str] = set()
    for record in facts.of_kind(_PARTNERSHIP):
        found = record.answers.get(guide.checks)
        if record.answers.get(_ORGANISATION) == Reference(organisation.id) and isinstance(found, Choices):
            ticked.update(found.chosen)
    for choice in points_to_show(guide, library.kinds):
        yield Point(choice.label, choice.id in ticked)


def _to_begin_with(facts: Facts, kind: Kind, organisation: Record) -> ToBeginWith:
    """Return the records of a kind that name an organisation; all of them, where the kind names none."""
    names = _can_name(kind)
    there = (one for one in facts.of_kind(kind.id) if not names or _names(one, organisation))
    return ToBeginWith(kind.id, kind.title, tuple(one.reference for one in there))


def _can_name(kind: Kind) -> bool:
    own = (one for field in kind.fields.values() for one in (field, *(() if field.rows_of else field.columns)))
    return any(one.to == _ORGANISATION for one in own)


def _names(record: Record, organisation: Record) -> bool:
    link = Reference(organisation.id)
    tables = (answer for answer in record.answers.values() if isinstance(answer, Table))
    return link in record.answers.values() or any(link in row.cells.values() for table in tables for row in table.rows)


def _starters(facts: Facts, library: Library, guide: PartnerGuide) -> Iterator[StarterRow]:
    for name in guide.starters:
        kind, starter = library[name.partition("/")[0]], starter_named(name, library.kinds)
        if starter:
            yield _starter_row(facts, kind, starter)


def _starter_row(facts: Facts, kind: Kind, starter: Starter) -> StarterRow:
    there = tuple(_where(facts, kind, starter))
    return StarterRow(kind.id, starter.id, starter.title, tuple(one.value for one in starter.partners), there)


def _where(facts: Facts, kind: Kind, starter: Starter) -> Iterator[str]:
    """Yield where a starter stands: what is marked as made from it, and what still begins with its own words."""
    for record in facts.of_kind(kind.id):
        if not starter.of:
            if starter_of(record.example) == starter.id or _same_words(starter, record.answers):
                yield record.reference
            continue
        for number, row in enumerate(rows_of(record, starter.of), start=1):
            if starter_of(row.example) == starter.id or _same_words(starter, row.cells):
                yield f"{record.reference}/{starter.of}/{number}"


def _same_words(starter: Starter, answers: Mapping[str, Answer]) -> bool:
    """Whether the longest words of a starter stand where they were put: somebody made it theirs without a change."""
    texts = [(name, value) for name, value in starter.values.items() if isinstance(value, str)]
    name, words = max(texts, key=lambda text: len(text[1]), default=("", ""))
    return bool(words) and answers.get(name) == words
