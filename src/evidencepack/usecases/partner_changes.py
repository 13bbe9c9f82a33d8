# SPDX-License-Identifier: MPL-2.0
"""Taking a partner into a tender and out of it, as changes; and what stands in the way of the latter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record, short_name
from evidencepack.domain.text import clean
from evidencepack.domain.values import FieldType, Reference, Scalar
from evidencepack.library.model import Library
from evidencepack.usecases.changes import AddRecord, RemoveRecord, SetAnswer, Single, rows_of
from evidencepack.usecases.naming import next_reference
from evidencepack.usecases.origins import ORIGIN
from evidencepack.usecases.partner_view import ORGANISATION, PARTNERSHIP, TALK, partner_lines

NO_PARTNER = frozenset({"commissioner"})
"""Kinds of organisation that are no partner of a bid: those who buy."""


@dataclass(frozen=True, slots=True)
class NewPartner:
    """What a person says of an organisation that is new here; the short name may be empty, ``sort`` is a choice."""

    legal_name: str
    short_name: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """An answer that names a partner: its path, and the record and question it is in, as words."""

    path: str
    record: str
    question: str


def known_elsewhere(facts: Facts, library: Library) -> tuple[Record, ...]:
    """Return the organisations of the workspace that could be partners here and are not yet, by name."""
    here = {line.id for line in partner_lines(facts, library)}
    buyer = facts.records[facts.tender].answers.get("buyer")
    found = [
        one
        for one in facts.of_kind(ORGANISATION)
        if one.id not in here and Reference(one.id) != buyer and one.answers.get("org_type") not in NO_PARTNER
    ]
    return tuple(sorted(found, key=lambda one: short_name(one).casefold()))


def take_in(facts: Facts, library: Library, organisation: str) -> tuple[Single, ...]:
    """Return the changes that make an organisation a partner of the tender: a fit test that names it."""
    fit = new_id()
    return (
        AddRecord(fit, PARTNERSHIP, next_reference(facts, library, PARTNERSHIP), facts.tender),
        SetAnswer(FieldPath(fit, ORGANISATION), FieldType.REFERENCE, Reference(organisation)),
    )


def take_in_new(facts: Facts, library: Library, new: NewPartner) -> tuple[str, tuple[Single, ...]]:
    """Return the id of a new organisation, and the changes that enter it and make it a partner of the tender."""
    name = new_id()
    texts = {"legal_name": clean(new.legal_name).text.strip(), "short_name": clean(new.short_name).text.strip()}
    said = [SetAnswer(FieldPath(name, field), FieldType.TEXT, text) for field, text in texts.items() if text]
    sort = [SetAnswer(FieldPath(name, "org_type"), FieldType.CHOICE, new.sort)] if new.sort else []
    entered = AddRecord(name, ORGANISATION, next_reference(facts, library, ORGANISATION), "")
    return name, (entered, *said, *sort, *take_in(facts, library, name))


def begin_record(facts: Facts, library: Library, kind: str, organisation: str) -> tuple[str, tuple[Single, ...]]:
    """Return the id of a new record about a partner (a contact, a proof ...), and the changes that enter it."""
    name, asked = new_id(), library[kind]
    field = next(one.id for one in asked.fields.values() if one.to == ORGANISATION)
    home = "" if asked.shared else facts.tender
    added = AddRecord(name, kind, next_reference(facts, library, kind), home)
    said: list[Single] = [SetAnswer(FieldPath(name, field), FieldType.REFERENCE, Reference(organisation))]
    if kind == TALK:
        called = short_name(facts.records[organisation])
        said.append(SetAnswer(FieldPath(name, "name"), FieldType.TEXT, called))
    return name, (added, *said)


def same_name(facts: Facts, name: str) -> Record | None:
    """Return the organisation that is called so already, in any case, or None."""
    wanted = " ".join(name.split()).casefold()
    fields = ("legal_name", "short_name", "trading_name")
    return next(
        (one for one in facts.of_kind(ORGANISATION) if wanted in {str(one.answers.get(f)).casefold() for f in fields}),
        None,
    )


def names_it(facts: Facts, library: Library, organisation: str) -> tuple[Naming, ...]:
    """Return the answers of this tender that name a partner or its fit test, but for the fit test itself."""
    fits = {fit.id for fit in facts.of_kind(PARTNERSHIP) if fit.answers.get(ORGANISATION) == Reference(organisation)}
    wanted = {Reference(name) for name in (organisation, *fits)}
    own = (one for one in facts.records.values() if facts.tender in {one.tender, one.id})
    return tuple(
        found
        for one in own
        if one.id not in fits and one.kind not in {ORIGIN, TALK}
        for found in _in(one, library, wanted)
    )


def take_out(facts: Facts, organisation: str) -> tuple[Single, ...]:
    """Return the changes that take a partner out of the tender; the organisation stays for other tenders."""
    fits = (fit for fit in facts.of_kind(PARTNERSHIP) if fit.answers.get(ORGANISATION) == Reference(organisation))
    return tuple(RemoveRecord(fit.id) for fit in fits)


def _in(record: Record, library: Library, wanted: set[Reference]) -> Iterator[Naming]:
    kind = library[record.kind]
    called = f"{kind.title} {record.reference}"
    for name, answer in record.answers.items():
        field = kind.fields.get(name)
        if field is None:
            continue
        if isinstance(answer, Reference) and answer in wanted:
            yield Naming(f"{record.id}/{name}", called, field.label)
        rows = (row for row in rows_of(record, name) if wanted & {*_links(row.cells.values())})
        yield from (Naming(f"{record.id}/{name}/{row.id}", called, field.label) for row in rows)


def _links(cells: Iterable[Scalar]) -> Iterator[Reference]:
    return (cell for cell in cells if isinstance(cell, Reference))
