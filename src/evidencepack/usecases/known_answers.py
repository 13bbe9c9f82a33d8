# SPDX-License-Identifier: MPL-2.0
"""Answers that are known before anybody is asked: from the tender, from who leads it, from an organisation's record.

A new paper begins with them, and the form says beside each where it came from, as long as it still says the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Duration, DurationUnit, FieldType, Reference, Scalar, Table
from evidencepack.library.model import Kind, Library
from evidencepack.review.day_sums import months_after
from evidencepack.usecases.changes import SetAnswer

_LEAD, _LAW, _ORGANISATION = "lead_provider", "law", "organisation"
_FROM_TENDER, _FROM_LEAD = "From the tender.", "From the record of who leads."
_FROM_ORGANISATION, _NEW = "From the record of this organisation.", "Every new paper begins like this."
_LAWS = {
    "england": "england_wales",
    "wales": "england_wales",
    "scotland": "scotland",
    "northern_ireland": "northern_ireland",
}
_MONTHS = {DurationUnit.MONTHS: 1, DurationUnit.YEARS: 12}


@dataclass(frozen=True, slots=True)
class Known:
    """An answer that is known, and the sentence that says from where."""

    value: Scalar
    says: str


def known_fields(facts: Facts, kind: Kind) -> Mapping[str, Known]:
    """Return the answers of a new paper of a kind that are known, by the ids of their fields."""
    found = {name: look(facts) for name, look in _FIELDS.items() if _fits(kind, name)}
    return {name: one for name, one in found.items() if one is not None and _is_choice(kind, name, one.value)}


def known_changes(facts: Facts, kind: Kind, paper: str) -> Iterator[SetAnswer]:
    """Yield the changes that answer what is known in a new paper."""
    for name, one in known_fields(facts, kind).items():
        yield SetAnswer(FieldPath(paper, name), kind.fields[name].type, one.value)


def known_cells(facts: Facts, library: Library, organisation: str) -> Mapping[str, Known]:
    """Return what a row about a party says of it, by the ids of the columns, as far as it is known."""
    record = facts.get(organisation)
    signatory = record.answers.get("signatory") if record else None
    found = {}
    if isinstance(signatory, Reference) and facts.get(signatory.record):
        found["signatory"] = Known(signatory, _FROM_ORGANISATION)
    if part := _part_of(facts, library, organisation):
        found["capacity"] = part
    return found


def known_at(facts: Facts, library: Library, path: FieldPath) -> Known | None:
    """Return what is known of the answer at a path; None for nothing."""
    record = facts.get(path.record)
    if record is None or not library[record.kind].document:
        return None
    if not path.row:
        return known_fields(facts, library[record.kind]).get(path.field)
    table = record.answers.get(path.field)
    rows = table.rows if isinstance(table, Table) and path.field == library[record.kind].parties else ()
    link = next((row.cells.get(_ORGANISATION) for row in rows if row.id == path.row), None)
    return known_cells(facts, library, link.record).get(path.column) if isinstance(link, Reference) else None


def _fits(kind: Kind, name: str) -> bool:
    """Whether a paper of a kind asks for it; some questions only go by that name in a memorandum."""
    return name in kind.fields and (name not in _OF_MEMORANDA or kind.id == "mou")


def _is_choice(kind: Kind, name: str, value: Scalar) -> bool:
    choices = {one.id for one in kind.fields[name].choices}
    return kind.fields[name].type is not FieldType.CHOICE or value in choices


def _tender(facts: Facts) -> Record:
    return facts.records[facts.tender]


def _area(facts: Facts) -> Known | None:
    area = _tender(facts).answers.get("area")
    return Known(area, _FROM_TENDER) if isinstance(area, str) else None


def _end(facts: Facts) -> Known | None:
    """Return the last day of the first term: as the tender says it, or counted from its start."""
    answers = _tender(facts).answers
    start, term, end = (answers.get(name) for name in ("contract_start", "initial_term", "contract_end"))
    if isinstance(end, date):
        return Known(end, _FROM_TENDER)
    months = term.amount * _MONTHS.get(term.unit, 0) if isinstance(term, Duration) else 0
    if not isinstance(start, date) or not months or months != int(months):
        return None
    return Known(months_after(start, int(months)) - timedelta(days=1), _FROM_TENDER)


def _law(facts: Facts) -> Known | None:
    law = _LAWS.get(str(_tender(facts).answers.get("nation", "")), "")
    return Known(law, _FROM_TENDER) if law else None


def _owner(facts: Facts) -> Known | None:
    lead = _tender(facts).answers.get(_LEAD)
    record = facts.get(lead.record) if isinstance(lead, Reference) else None
    person = record.answers.get("named_lead") if record else None
    there = isinstance(person, Reference) and facts.get(person.record) is not None
    return Known(person, _FROM_LEAD) if isinstance(person, Reference) and there else None


def _part_of(facts: Facts, library: Library, organisation: str) -> Known | None:
    """Return what an organisation is in the bid, in words: who leads, or as its partnership says."""
    if _tender(facts).answers.get(_LEAD) == Reference(organisation):
        return Known("lead provider", _FROM_TENDER)
    for partnership in facts.of_kind("partnership"):
        if partnership.answers.get(_ORGANISATION) == Reference(organisation):
            chosen = partnership.answers.get("delivery_role")
            choices = library["partnership"].fields["delivery_role"].choices
            words = next((one.label for one in choices if one.id == chosen), "")
            return Known(words[:1].lower() + words[1:], "From what it does in this bid.") if words else None
    return None


_FIELDS: Mapping[str, Callable[[Facts], Known | None]] = {
    "area": _area,
    "end_date": _end,
    "law": _law,
    "owner": _owner,
    "version": lambda _facts: Known("0.1", _NEW),
    "status": lambda _facts: Known("draft", _NEW),
}
_OF_MEMORANDA = frozenset({"area", "end_date"})
"""Questions that ask for the same in a memorandum alone."""
