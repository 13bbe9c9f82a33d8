# SPDX-License-Identifier: MPL-2.0
"""Records of one kind as sheets: a line for each record, and a sheet of its own for each table that they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from evidencepack.compose.examples import MARK
from evidencepack.compose.visibility import strictest
from evidencepack.domain.examples import is_untouched
from evidencepack.domain.record import Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Answer, Row, Table
from evidencepack.exchange.registers.cells import Caller, can_be_cell, columns_of
from evidencepack.exchange.registers.table import Cell, Sheet
from evidencepack.library.model import Field, Kind

REFERENCE = "Reference"
"""The head of the first column: what people call the record."""


def sheets_of(title: str, kind: Kind, records: Sequence[Record], audience: Audience, call: Caller) -> Iterator[Sheet]:
    """Yield the sheet of the records, and one for each table that any of them has filled.

    ``records`` hold no more than the audience may see (``compose.visibility.visible``); columns that it may not see
    are not there at all, so that not even a head tells of them.
    """
    fields = [kind.fields[name] for step in kind.steps for name in step.fields]
    seen = [field for field in fields if audience.may_see(field.visibility)]
    heads, rows = columns_of([one for one in seen if can_be_cell(one)], [record.answers for record in records], call)
    named = [reference_cell(record) for record in records]
    yield Sheet("", title, (REFERENCE, *heads), _beside(named, rows))
    for field in seen:
        if field.columns and not field.rows_of and any(_rows(record, field) for record in records):
            yield _sheet_of_table(field, records, audience, call)


def reference_cell(record: Record) -> str:
    """Return what people call a record, with the mark of an example that nobody has made theirs yet."""
    return f"{record.reference} {MARK}" if is_untouched(record.example) else record.reference


def _sheet_of_table(field: Field, records: Sequence[Record], audience: Audience, call: Caller) -> Sheet:
    columns = [
        column
        for column in field.columns
        if can_be_cell(column) and audience.may_see(strictest(field.visibility, column.visibility))
    ]
    lines = [(record, row) for record in records for row in _rows(record, field)]
    cells: list[Mapping[str, Answer]] = [row.cells for _record, row in lines]
    heads, rows = columns_of(columns, cells, call)
    named = [_row_reference(record, row) for record, row in lines]
    return Sheet(field.id, field.label.rstrip("?"), (REFERENCE, *heads), _beside(named, rows))


def _row_reference(record: Record, row: Row) -> str:
    example = is_untouched(row.example) and not is_untouched(record.example)
    return f"{reference_cell(record)} {MARK}" if example else reference_cell(record)


def _rows(record: Record, field: Field) -> tuple[Row, ...]:
    answer = record.answers.get(field.id)
    return answer.rows if isinstance(answer, Table) else ()


def _beside(first: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple((name, *row) for name, row in zip(first, rows, strict=True))
