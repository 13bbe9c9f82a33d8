# SPDX-License-Identifier: MPL-2.0
"""Examples on paper: where a document shows what nobody has made their own yet, and the mark it prints there.

Every answer carries its paths to the page, so what is joined or derived from an example is found like the rest of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace

from evidencepack.blocks.blocks import (
    Block,
    Bullets,
    Callout,
    Cell,
    Clause,
    Column,
    Figure,
    Figures,
    Heading,
    Paragraph,
    Table,
    TableRow,
)
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.domain.examples import is_untouched, unedited
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Row
from evidencepack.domain.values import Table as Rows

MARK = "[example: make it yours]"
"""What stands behind the words of an example."""


def examples_in(facts: Facts) -> frozenset[str]:
    """Return what is still an example: the paths of records and rows, and of answers where others were edited."""
    tables = (
        (record, field, answer)
        for record in facts.records.values()
        for field, answer in record.answers.items()
        if isinstance(answer, Rows)
    )
    rows = (
        path for record, field, table in tables for row in table.rows for path in _left(row, f"{record.id}/{field}")
    )
    return frozenset((*rows, *(path for record in facts.records.values() for path in _left(record))))


def _left(thing: Record | Row, within: str = "") -> Iterator[str]:
    """Yield the path of a record or row that is an example, or those of the answers that are left of it."""
    path = f"{within}/{thing.id}" if within else thing.id
    if is_untouched(thing.example):
        yield path
    else:
        yield from (f"{path}/{name}" for name in unedited(thing))


def examples_shown(part: object, examples: frozenset[str]) -> Mapping[str, str]:
    """Return the records and rows of which a document, or a part of one, shows what is still an example.

    Each comes with the path of the first such answer that is shown.
    """
    return _found(_paths(part, gaps=True), examples)


def with_marks(document: Document, examples: frozenset[str]) -> Document:
    """Return a document with the mark behind the words of every example: once in a paragraph, once in a table's row."""
    if not examples:
        return document
    sections = (
        replace(
            section,
            blocks=tuple(_block(one, examples) if _said(one, examples) else one for one in section.blocks),
        )
        for section in document.sections
    )
    return replace(document, sections=tuple(sections))


def _said(part: object, examples: frozenset[str]) -> Mapping[str, str]:
    """Return the examples of which a part says more than that something is missing: a gap has a mark of its own."""
    return _found(_paths(part, gaps=False), examples)


def _found(paths: Iterator[str], examples: frozenset[str]) -> Mapping[str, str]:
    shown: dict[str, str] = {}
    for path in paths if examples else ():
        owner = _owner(path)
        if owner in examples or path in examples:
            shown.setdefault(owner, path)
    return shown


def _paths(thing: object, *, gaps: bool) -> Iterator[str]:
    if isinstance(thing, tuple):
        for part in thing:
            yield from _paths(part, gaps=gaps)
    elif is_dataclass(thing) and (gaps or not _is_gap(thing)):
        yield from getattr(thing, "paths", ())
        for field in fields(thing):
            yield from _paths(getattr(thing, field.name), gaps=gaps)


def _is_gap(thing: object) -> bool:
    return isinstance(thing, Value) and thing.missing


def _owner(path: str) -> str:
    """Return the record or, in a table, the row that the answer at a path belongs to."""
    record, *inside = path.split("/")
    return f"{record}/{inside[0]}/{inside[1]}" if len(inside) > 1 else record


def _block(block: Block, examples: frozenset[str]) -> Block:
    match block:
        case Heading() | Paragraph() | Clause():
            return replace(block, inlines=_marked(block.inlines))
        case Bullets():
            return replace(block, items=tuple(_if_shown(item, examples) for item in block.items))
        case Callout():
            return replace(block, rows=tuple((label, _if_shown(words, examples)) for label, words in block.rows))
        case Table():
            return _table(block, examples)
        case Figure() | Figures():
            return replace(block, note=_marked(block.note))
        case _:
            # Nothing is written into boxes to sign: the finding says what is wrong with them.
            return block


def _if_shown(inlines: Inlines, examples: frozenset[str]) -> Inlines:
    return _marked(inlines) if _said(inlines, examples) else inlines


def _marked(inlines: Inlines) -> Inlines:
    mark = Text(MARK, marked=True)
    return (*inlines, Text(" "), mark) if inlines else (mark,)


def _table(table: Table, examples: frozenset[str]) -> Table:
    """Mark the first row of each example; what only heads or the note show is marked in the note."""
    marked: set[str] = set()
    rows = []
    for row in table.rows:
        new = frozenset(_said(row, examples).keys() - marked)
        marked |= new
        rows.append(_row(row, table.columns, new) if new else row)
    beside = _said((table.title, table.head, table.note), examples).keys() - marked
    return replace(table, rows=tuple(rows), note=_marked(table.note) if beside else table.note)


def _row(row: TableRow, columns: Sequence[Column], examples: frozenset[str]) -> TableRow:
    """Mark the widest of the cells that show an example: the mark does not fit a column of numbers."""
    shown = [at for at, cell in enumerate(row.cells) if _said(cell, examples)]
    widths = [_width(row.cells, columns, at) for at in shown]
    widest = shown[widths.index(max(widths))]
    cells = (_cell(cell) if at == widest else cell for at, cell in enumerate(row.cells))
    return replace(row, cells=tuple(cells))


def _width(cells: Sequence[Cell], columns: Sequence[Column], at: int) -> float:
    """Return how wide a cell is, in millimetres; one that takes what is left counts as the widest."""
    start = sum(cell.span for cell in cells[:at])
    return sum(column.width or float("inf") for column in columns[start : start + cells[at].span])


def _cell(cell: Cell) -> Cell:
    *lines, last = cell.lines
    return replace(cell, lines=(*lines, _marked(last)))
