# SPDX-License-Identifier: MPL-2.0
"""What people call the places of answers, and the answers there as text: for history and comparisons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, Row, Scalar, Table
from evidencepack.library.entry import Desk, entry_text
from evidencepack.library.model import Field, Library
from evidencepack.usecases.listing import title_of

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class PlaceName:
    """The question, and the line of a table or the record it is asked of (empty: the document's own answer)."""

    question: str
    line: str = ""


class Names:
    """Names of what is there and of what was: records and rows that are gone by now have their names too."""

    def __init__(self, library: Library, records: Iterable[Record], rows: Iterable[Row], *, own: str) -> None:
        """Take records as they stand or last stood, rows that are gone, and the document whose questions say enough."""
        self._library = library
        self._records: Mapping[str, Record] = {record.id: record for record in records}
        tables = (answer for one in self._records.values() for answer in one.answers.values())
        there = (row for table in tables if isinstance(table, Table) for row in table.rows)
        self._rows: Mapping[str, Row] = {row.id: row for row in (*rows, *there)}
        self._own = own
        self._desk = Desk(date.min, lambda _kind, _text: "", self._call)

    def at(self, path: str) -> PlaceName:
        """Return what the place at a path is called: an answer, a cell, a row or a record."""
        record, field, row, column = (*path.split("/"), "", "", "")[:4]
        home = "" if record == self._own else self._call(record)
        asked = self._field(record, field)
        if not field or asked is None:
            return PlaceName(home or field.replace("_", " "))
        of = next((one for one in asked.columns if one.id == column), None) if column else None
        line = self._line(asked, row) if row else home
        return PlaceName(f"{asked.label} {of.label}" if of else asked.label, line)

    def text(self, path: str, value: Scalar | None) -> str:
        """Return an answer as a person would type it; empty for none."""
        record, name, _row, column = (*path.split("/"), "", "", "")[:4]
        field = self._field(record, name)
        if field is not None and column:
            field = next((one for one in field.columns if one.id == column), None)
        if value is None or field is None:
            return "" if value is None else str(value)
        return entry_text(field, value, self._desk)

    def row_text(self, record: str, field: str, row: Row | None) -> str:
        """Return all that a row says; empty for none."""
        asked = self._field(record, field)
        if row is None or asked is None:
            return ""
        cells = ((column, row.cells.get(column.id)) for column in asked.columns)
        return "; ".join(entry_text(column, cell, self._desk) for column, cell in cells if cell is not None)

    def record_text(self, record: Record | None) -> str:
        """Return what a record that came or went is: its kind and what it is called."""
        if record is None:
            return ""
        kind = self._library.kinds.get(record.kind)
        return f"{kind.title if kind else record.kind} {title_of(record)}"

    def answer_text(self, record: str, field: str, answer: Answer | None) -> str:
        """Return an answer, line by line if it is a table."""
        if isinstance(answer, Table):
            return "\n".join(self.row_text(record, field, row) for row in answer.rows)
        return self.text(f"{record}/{field}", answer)

    def _call(self, record: str) -> str:
        found = self._records.get(record)
        return title_of(found) if found else record

    def _field(self, record: str, field: str) -> Field | None:
        found = self._records.get(record)
        kind = self._library.kinds.get(found.kind) if found else None
        return kind.fields.get(field) if kind else None

    def _line(self, table: Field, row: str) -> str:
        """Return what a line says first, shortened: that is what people know it by."""
        found = self._rows.get(row)
        cells = ((column, found.cells.get(column.id)) for column in table.columns) if found else ()
        said = next((entry_text(column, cell, self._desk) for column, cell in cells if cell is not None), "")
        said = " ".join(said.split()) or "an empty line"
        return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1].rstrip()}…"
