# SPDX-License-Identifier: MPL-2.0
"""From what a person types (TBN-MOU-01, TBN-MOU-01/purpose, TBN-MOU-01/in_scope/2/item) to records and fields."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType, Row, Scalar, Table
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.calling import is_called, records_called
from evidencepack.library.model import Field, Library
from evidencepack.library.rows import shared_rows


class NotFoundError(EvidencePackError):
    """Nothing of that name is in the workspace."""

    exit_code: ClassVar[ExitCode] = ExitCode.NOT_FOUND


@dataclass(frozen=True, slots=True)
class Place:
    """A field or a cell: its path, and the specification that says how to read and print it."""

    path: FieldPath
    field: Field
    record: Record


def find_tender(tenders: tuple[Record, ...], reference: str) -> Record:
    """Return the tender with this reference or id; with no reference, the only tender there is.

    Raises:
        NotFoundError: if there is none, or more than one and none was named.
    """
    if not tenders:
        raise NotFoundError("This workspace holds no tender yet. Begin one with: evidencepack new FILE REFERENCE")
    if not reference:
        if len(tenders) == 1:
            return tenders[0]
        names = ", ".join(tender.reference for tender in tenders)
        raise NotFoundError(f"This workspace holds {len(tenders)} tenders. Say which with --tender: {names}.")
    found = [tender for tender in tenders if is_called(tender, reference)]
    if not found:
        raise NotFoundError(f"No tender is called “{reference}”. There are: {_references(tenders)}.")
    return found[0]


def called(facts: Facts, record: Record) -> str:
    """Return what ``find_record`` finds a record by: its reference, with the kind before it where two share it."""
    same = [one for one in facts.records.values() if one.reference.casefold() == record.reference.casefold()]
    return record.reference if len(same) == 1 else f"{record.kind}:{record.reference}"


def find_record(facts: Facts, name: str) -> Record:
    """Return the record with this id or reference; ``kind:reference`` where two kinds share a reference.

    Raises:
        NotFoundError: if none, or more than one, is called so.
    """
    found = records_called(facts, name)
    if not found:
        raise NotFoundError(f"Nothing is called “{name}”. See what there is with: evidencepack show FILE")
    if len(found) > 1:
        names = ", ".join(f"{record.kind}:{record.reference}" for record in found)
        raise NotFoundError(f"More than one record is called “{name}”. Say which: {names}.")
    return found[0]


def find_place(facts: Facts, library: Library, text: str) -> Place:
    """Return the field or cell a path names. A row is named by its id or by its number, counted from 1.

    Raises:
        NotFoundError: if a part of the path names nothing.
    """
    parts = _parts(facts, text)
    record = find_record(facts, parts[0])
    kind = library[record.kind]
    field = _named(kind.fields.values(), parts[1], f"{kind.title}: there is no field called “{parts[1]}”")
    if len(parts) == 2:
        return Place(FieldPath(record.id, field.id), field, record)
    if field.type is not FieldType.TABLE:
        raise NotFoundError(f"{field.id} is not a table, so it has no rows. Write {parts[0]}/{field.id}.")
    column = _named(field.columns, parts[3], f"{field.id} has no column called “{parts[3]}”")
    if field.rows_of:
        shared = _shared_line(facts, library, record, field, parts[2])
        return Place(FieldPath(shared.id, column.id), column, shared)
    row = _row(record, field, parts[2])
    return Place(FieldPath(record.id, field.id, row.id, column.id), column, record)


def named_path(facts: Facts, path: str) -> str:
    """Return a path as a person writes it, and as ``find_place`` reads it: by references and numbers of rows.

    What is gone keeps its id.
    """
    name, *inside = path.split("/")
    record = facts.get(name)
    if record is None:
        return path
    if len(inside) > 1:
        table = record.answers.get(inside[0])
        ids = [row.id for row in table.rows] if isinstance(table, Table) else []
        inside[1] = str(ids.index(inside[1]) + 1) if inside[1] in ids else inside[1]
    return "/".join((called(facts, record), *inside))


def find_line(facts: Facts, library: Library, text: str) -> tuple[Record, str, Row | None]:
    """Return the record that words name or, for RECORD/TABLE/ROW, the record, its table and the row.

    Raises:
        NotFoundError: if a part of the words names nothing.
    """
    name, *inside = text.rsplit("/", 2)
    if len(inside) < 2 or records_called(facts, text):
        return find_record(facts, text), "", None
    record, (table, line) = find_record(facts, name), inside
    kind = library[record.kind]
    field = _named(kind.fields.values(), table, f"{kind.title}: there is no field called “{table}”")
    if field.type is not FieldType.TABLE:
        raise NotFoundError(f"{field.id} is not a table, so it has no rows. Write {name}.")
    if field.rows_of:
        return _shared_line(facts, library, record, field, line), "", None
    return record, field.id, _row(record, field, line)


def _shared_line(facts: Facts, library: Library, record: Record, field: Field, line: str) -> Record:
    """Return the record that a table of records shows in a row: by its number, counted from 1, or by its reference."""
    shown = list(shared_rows(record, field, facts, library))
    if line.isdecimal() and not records_called(facts, line):
        if not 1 <= int(line) <= len(shown):
            many = f"{len(shown)} row{'' if len(shown) == 1 else 's'}"
            raise NotFoundError(f"{record.reference}/{field.id} has {many}; there is no row “{line}”.")
        return shown[int(line) - 1]
    return find_record(facts, line)


def answer_at(record: Record, path: FieldPath) -> Scalar | None:
    """Return the answer at a path of a record, a table's cell included; None if it is unanswered."""
    answer = record.answers.get(path.field)
    if isinstance(answer, Table):
        row = next((row for row in answer.rows if row.id == path.row), None)
        return row.cells.get(path.column) if row else None
    return answer


def _parts(facts: Facts, text: str) -> list[str]:
    """Take a path apart; a reference may have strokes of its own."""
    for behind in (1, 3):
        name, *rest = text.rsplit("/", behind)
        names = (name, name.partition(":")[2])
        if len(rest) == behind and any(is_called(one, said) for one in facts.records.values() for said in names):
            return [name, *rest]
    parts = text.split("/")
    if len(parts) not in {2, 4}:
        raise NotFoundError(
            f"“{text}” is not a path. Write RECORD/FIELD, or RECORD/FIELD/ROW/COLUMN for a table's cell."
        )
    return parts


def _references(records: tuple[Record, ...]) -> str:
    return ", ".join(record.reference for record in records)


def _named(fields: Collection[Field], name: str, problem: str) -> Field:
    for field in fields:
        if field.id == name:
            return field
    raise NotFoundError(f"{problem}. It has: {', '.join(field.id for field in fields) or 'none'}.")


def _row(record: Record, field: Field, name: str) -> Row:
    table = record.answers.get(field.id, Table())
    rows = table.rows if isinstance(table, Table) else ()
    for number, row in enumerate(rows, 1):
        if name in {row.id, str(number)}:
            return row
    raise NotFoundError(
        f"{record.reference}/{field.id} has {len(rows)} row{'' if len(rows) == 1 else 's'}; there is no row “{name}”."
    )
