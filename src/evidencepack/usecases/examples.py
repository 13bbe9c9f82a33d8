# SPDX-License-Identifier: MPL-2.0
"""Examples: the change that puts a starter into a tender, and the one that makes an example one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from evidencepack.domain.examples import after_edit, answered_in, starter_of, unedited
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType, Reference, Row, Scalar
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.calling import records_called
from evidencepack.library.model import Field, Kind, Library
from evidencepack.library.starters_model import Role, Starter, StarterCell, StarterCells, StarterValue, Whose
from evidencepack.usecases.changes import (
    AddRecord,
    AddRow,
    MakeOurs,
    MarkExample,
    SetAnswer,
    Start,
    apply_change,
    rows_of,
)
from evidencepack.usecases.finding_records import NotFoundError, called, find_line, find_place, find_record
from evidencepack.usecases.forms import lines_of
from evidencepack.usecases.naming import following, next_reference

_LEAD, _ORGANISATION, _PARTNERSHIP = "lead_provider", "organisation", "partnership"
_REF = "ref"
_NUMBER = re.compile(r"[0-9]+")


class CannotStartError(EvidencePackError):
    """A starter cannot be put where it was asked for."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT


@dataclass(frozen=True, slots=True)
class _Making:
    """One starter being put into a tender, for a partner (None: for nobody in particular)."""

    facts: Facts
    partner: Record | None

    def values(
        self, record: str, fields: Mapping[str, Field], values: Mapping[str, StarterValue]
    ) -> Iterator[AddRow | SetAnswer]:
        """Give the changes that fill a record in."""
        for name, value in values.items():
            if isinstance(value, tuple):
                yield from self._rows(record, fields[name], value)
            else:
                yield from self.answer(FieldPath(record, name), fields[name], value)

    def cells(self, path: FieldPath, table: Field, cells: StarterCells) -> Iterator[SetAnswer]:
        """Give the changes that fill the row in at a path."""
        for name, value in cells.items():
            yield from self.answer(FieldPath(path.record, path.field, path.row, name), table.column(name), value)

    def answer(self, path: FieldPath, field: Field, value: StarterCell) -> Iterator[SetAnswer]:
        """Give the change that answers a question; none where the tender does not know who has the role."""
        found = self._who(value) if isinstance(value, Role) else value
        if found is not None:
            yield SetAnswer(path, field.type, found)

    def _rows(self, record: str, table: Field, rows: Sequence[StarterCells]) -> Iterator[AddRow | SetAnswer]:
        for cells in rows:
            row = new_id()
            yield AddRow(record, table.id, row)
            yield from self.cells(FieldPath(record, table.id, row, _REF), table, cells)

    def _who(self, role: Role) -> Scalar | None:
        organisation = self.partner if role.whose is Whose.PARTNER else _lead(self.facts)
        if organisation is None or not role.field:
            return Reference(organisation.id) if organisation else None
        person = organisation.answers.get(role.field)
        return person if isinstance(person, Reference) and self.facts.get(person.record) else None


def find_starter(library: Library, kind: str, name: str) -> Starter:
    """Return a starter of a kind by its id.

    Raises:
        NotFoundError: if there is no such kind or starter.
    """
    if kind not in library.kinds:
        raise NotFoundError(f"There is no kind called “{kind}”. See them all with: evidencepack kinds")
    starters = {starter.id: starter for starter in library[kind].starters}
    if name not in starters:
        known = f"It has: {', '.join(starters)}." if starters else "It has none."
        raise NotFoundError(f"{library[kind].title}: there is no starter called “{name}”. {known}")
    return starters[name]


def begin(
    facts: Facts, library: Library, kind: str, starter: Starter, *, partner: Record | None = None, record: str = ""
) -> Start:
    """Return the change that puts a starter into a tender.

    Args:
        facts: the tender's records.
        library: the kinds.
        kind: whose starter it is.
        starter: what to begin with.
        partner: the organisation it is made for.
        record: the id of the record that gets a row; the only one of its kind, or a new one, if none is named.

    Raises:
        CannotStartError: if there is one of a kind that a tender has once, or several that could get the row.
    """
    making, made = _Making(facts, partner), library[kind]
    if starter.of:
        return _row(making, library, made, starter, record)
    entered = _entered(facts, library, made)
    return Start(starter.id, (entered, *making.values(entered.id, made.fields, starter.values)), entered.id)


def find_partner(facts: Facts, name: str) -> Record:
    """Return the organisation called so, or the one whose partnership record is called so.

    Raises:
        NotFoundError: if it is neither.
    """
    found = find_record(facts, name)
    link = found.answers.get(_ORGANISATION) if found.kind == _PARTNERSHIP else Reference(found.id)
    organisation = facts.get(link.record) if isinstance(link, Reference) else None
    if organisation is None or organisation.kind != _ORGANISATION:
        raise NotFoundError(f"{name} is no organisation. Name one that “evidencepack show FILE” lists.")
    return organisation


def find_example(facts: Facts, library: Library, text: str) -> MakeOurs | MarkExample:
    """Return the change that makes an example one's own: RECORD, RECORD/TABLE/ROW, or one answer as ``set`` names it.

    Raises:
        NotFoundError: if the words name nothing, or nothing that is an example.
    """
    answer = _find_answer(facts, library, text)
    if answer:
        return _one_answer(facts, answer, text)
    record, table, row = find_line(facts, library, text)
    if not (row or record).example:
        raise NotFoundError(f"{text} is no example.{_others(facts, record)}")
    return MakeOurs(record.id, table, row.id if row else "")


def ours_at(facts: Facts, library: Library, path: FieldPath) -> tuple[MakeOurs | MarkExample, ...]:
    """Return the changes that make an answer one's own, or all lines of a table; none where nothing is an example."""
    record = facts.records[path.record]
    field = library[record.kind].fields[path.field]
    if field.type is FieldType.TABLE and not path.row:
        return tuple(line.making_ours for line in lines_of(facts, library, record, field) if line.example)
    return (_taking(facts, path),) if path.field in unedited(record) else ()


def _find_answer(facts: Facts, library: Library, text: str) -> FieldPath | None:
    """Return the path of the one answer that words name; None where they name a record or a row, or nothing."""
    if "/" not in text or records_called(facts, text):
        return None
    try:
        place = find_place(facts, library, text)
    except NotFoundError:
        return None
    return None if place.field.type is FieldType.TABLE else place.path


def _one_answer(facts: Facts, path: FieldPath, text: str) -> MarkExample:
    """Return the change that takes one answer out of an example; the others stay in it."""
    record = facts.records[path.record]
    row = next((one for one in rows_of(record, path.field) if one.id == path.row), None)
    thing, name = row or record, path.column or path.field
    if name not in unedited(thing):
        raise NotFoundError(f"{text} is no example.{_others(facts, record)}")
    return _taking(facts, path)


def _taking(facts: Facts, path: FieldPath) -> MarkExample:
    record = facts.records[path.record]
    row = next((one for one in rows_of(record, path.field) if one.id == path.row), None)
    thing = row or record
    left = after_edit(thing.example, answered_in(thing), path.column or path.field)
    return MarkExample(left, record.id, path.field if row else "", path.row)


def same_example(facts: Facts, change: Start) -> str:
    """Return the id of the record or row that is the example which a change would make once more; empty if none is.

    What somebody changed, or said is theirs, is no example; one made for another partner is not the same.
    """
    made = apply_change(facts, change).records[change.record]
    if change.row:
        *before, new = rows_of(made, change.field)
        same = (one.id for one in before if starter_of(one.example) == change.starter and _words(one) == _words(new))
        return next(same, "")
    others = (one for one in facts.of_kind(made.kind) if starter_of(one.example) == change.starter)
    return next((one.id for one in others if _all_words(one) == _all_words(made)), "")


def _words(row: Row) -> Mapping[str, Scalar]:
    """Return the cells of a row without its number."""
    return {name: cell for name, cell in row.cells.items() if name != _REF}


def _all_words(record: Record) -> Mapping[str, object]:
    """Return the answers of a record without the ids of rows."""
    return {name: [_words(row) for row in rows_of(record, name)] or said for name, said in record.answers.items()}


def _others(facts: Facts, record: Record) -> str:
    """Return the sentence that names the examples inside a record."""
    name = called(facts, record)
    inside = [
        f"{name}/{field}/{number}"
        for field in record.answers
        for number, row in enumerate(rows_of(record, field), start=1)
        if row.example
    ]
    return f" In {name} these are: {', '.join(inside)}." if inside else ""


def _row(making: _Making, library: Library, kind: Kind, starter: Starter, record: str) -> Start:
    entered, known = _place(making.facts, library, kind, record)
    at, table, row = known.id if known else entered[0].id, kind.fields[starter.of], new_id()
    numbered = {**_numbered(known, table), **_flat(starter.values)}
    cells = making.cells(FieldPath(at, table.id, row, _REF), table, numbered)
    return Start(starter.id, (*entered, AddRow(at, table.id, row), *cells), at, table.id, row)


def _entered(facts: Facts, library: Library, kind: Kind) -> AddRecord:
    there = next(facts.of_kind(kind.id), None)
    if kind.one_per_tender and there:
        raise CannotStartError(
            f"A tender has one {kind.title.lower()}, and this one has {there.reference}. Nothing was changed."
        )
    tender = "" if kind.shared else facts.tender
    return AddRecord(new_id(), kind.id, next_reference(facts, library, kind.id), tender)


def _place(facts: Facts, library: Library, kind: Kind, record: str) -> tuple[tuple[AddRecord, ...], Record | None]:
    """Return the record that gets a row: the one named, the only one there is, or one to be entered first."""
    there = [one for one in facts.of_kind(kind.id) if record in {"", one.id}]
    if len(there) > 1:
        names = ", ".join(called(facts, one) for one in there)
        raise CannotStartError(f"There are several: {names}. Nothing was changed. Say which with --in.")
    if there:
        return (), there[0]
    return (_entered(facts, library, kind),), None


def _numbered(record: Record | None, table: Field) -> StarterCells:
    """Return the next number of a table that numbers its rows, written as the others are, or as its example is."""
    column = next((column for column in table.columns if column.id == _REF), None)
    if column is None:
        return {}
    rows = rows_of(record, table.id) if record else ()
    first = _NUMBER.sub(lambda found: "1".zfill(len(found[0])), column.example, count=1)
    return {_REF: following([str(row.cells.get(_REF, "")) for row in rows], otherwise=first)}


def _flat(values: Mapping[str, StarterValue]) -> StarterCells:
    return {name: value for name, value in values.items() if not isinstance(value, tuple)}


def _lead(facts: Facts) -> Record | None:
    lead = facts.records[facts.tender].answers.get(_LEAD)
    return facts.get(lead.record) if isinstance(lead, Reference) else None
