# SPDX-License-Identifier: MPL-2.0
"""The registers of a tender: risks, shared measures, who does what, social value promises, contacts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidencepack.compose.visibility import visible
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Answer, Reference, Table
from evidencepack.exchange.registers.cells import Caller
from evidencepack.exchange.registers.few import without_few
from evidencepack.exchange.registers.raci import raci_sheets
from evidencepack.exchange.registers.records import sheets_of
from evidencepack.exchange.registers.table import Register, Sheet
from evidencepack.library.header import goes_into_pack
from evidencepack.library.model import Library

_RISK, _MEASURE, _RACI, _PROMISE, _CONTACT = "risk", "kpi", "raci", "commitment", "contact"
NAMES = ("risks", "measures", "raci", "promises", "contacts")
"""What the registers are called, in their order."""


def registers_of(facts: Facts, library: Library, audience: Audience, call: Caller) -> Iterator[Register]:
    """Yield the registers as an audience may see them, also those in which nothing stands.

    Args:
        facts: the tender's records.
        library: the kinds, whose questions are the heads of the columns.
        audience: who reads them; answers and columns that are not for them are not there.
        call: what people call a record, by its id; it must not tell more than the audience may see.
    """
    seen = visible(facts, library, audience)
    measures, withheld = _measures(seen, audience)
    yield Register("risks", "Shared risks", _of_kind(_RISK, "Risks", seen, library, audience, call))
    sheets = tuple(sheets_of("Measures", library[_MEASURE], measures, audience, call))
    yield Register("measures", "Shared measures", sheets, withheld)
    yield Register("raci", "Who does what (RACI)", tuple(_maps(facts, seen, library, audience, call)))
    yield Register("promises", "Social value promises", _of_kind(_PROMISE, "Promises", seen, library, audience, call))
    people = tuple(sheets_of("Contacts", library[_CONTACT], people_of(seen), audience, call))
    yield Register("contacts", "Contacts", people)


def _of_kind(
    name: str, title: str, facts: Facts, library: Library, audience: Audience, call: Caller
) -> tuple[Sheet, ...]:
    return tuple(sheets_of(title, library[name], _own(facts, name), audience, call))


def _measures(facts: Facts, audience: Audience) -> tuple[Sequence[Record], int]:
    found = _own(facts, _MEASURE)
    if audience is Audience.OWN:
        return found, 0
    cleared = [without_few(one) for one in found]
    return [measure for measure, _taken in cleared], sum(taken for _measure, taken in cleared)


def _maps(facts: Facts, seen: Facts, library: Library, audience: Audience, call: Caller) -> Iterator[Sheet]:
    """Yield the maps; for the buyer those that go into the pack, which is asked of the whole record."""
    kind = library[_RACI]
    for document in _own(facts, _RACI):
        if audience is not Audience.PACK or goes_into_pack(document, kind):
            yield from raci_sheets(kind, seen.records[document.id], audience, call)


def _own(facts: Facts, kind: str) -> list[Record]:
    """Return the records of a kind that belong to the tender."""
    return [record for record in facts.of_kind(kind) if record.tender == facts.tender]


def people_of(facts: Facts) -> list[Record]:
    """Return the contacts that the tender names, and those who stand in for them, in their order.

    A workspace knows the people of all its tenders; those of others are nobody's business here.
    """
    own = (one for one in facts.records.values() if facts.tender in {one.id, one.tender})
    found = {name for record in own for name in _references(record)}
    left = list(found)
    while left:
        record = facts.get(left.pop())
        new = set(_references(record)) - found if record is not None and record.kind == _CONTACT else set[str]()
        found |= new
        left += new
    return [record for record in facts.of_kind(_CONTACT) if record.id in found]


def _references(record: Record) -> Iterator[str]:
    return (
        value.record for answer in record.answers.values() for value in _values(answer) if isinstance(value, Reference)
    )


def _values(answer: Answer) -> Iterator[Answer]:
    if isinstance(answer, Table):
        yield from (cell for row in answer.rows for cell in row.cells.values())
    else:
        yield answer
