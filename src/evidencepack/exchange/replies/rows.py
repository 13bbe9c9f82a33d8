# SPDX-License-Identifier: MPL-2.0
"""Rows of tables that were added, removed or moved, and columns that were added or removed.

A row that somebody added has no tags, or those of the row that it is a copy of; one that was removed has none left.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from evidencepack.exchange.replies.beside import Beside
from evidencepack.exchange.replies.report import ColumnChange, Kind, RowChange
from evidencepack.exchange.replies.story import Block, Mark, Story, Token

_CELL_PARTS = 4


def row_changes(beside: Beside) -> Iterator[RowChange]:
    """Yield the rows that are not where they were; those of a table that came or went whole are one change."""
    sent, back = beside.sent.final, beside.back.final
    for place, more in _rows(sent, beside.pairing.removed):
        block, by = sent.blocks[place], beside.taken_out_by(place)
        cells = tuple(sent.cells(block))
        yield RowChange(Kind.REMOVED, *_names(beside, block), cells, by, beside.where(place), more)
    like = _a_row_of_each_table(beside)
    for place, more in _rows(back, beside.pairing.added):
        block = back.blocks[place]
        table, _, columns = _names(beside, like[block.table]) if block.table in like else ("", "", ())
        cells, by = tuple(back.cells(block)), tuple(block.tracked)
        yield RowChange(Kind.ADDED, table, "", columns, cells, by, beside.where_back(place), more)
    for place, now in sorted(beside.pairing.moved):
        block = sent.blocks[place]
        if block.is_row:
            by = tuple(back.blocks[now].tracked)
            cells = tuple(back.cells(back.blocks[now]))
            yield RowChange(Kind.MOVED, *_names(beside, block), cells, by, beside.where(place))


def _rows(story: Story, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield those of some blocks that are rows; of a table that is wholly among them the first, and how many more."""
    whole = Counter(block.table for block in story.blocks if block.is_row)
    found: defaultdict[int | None, list[int]] = defaultdict(list)
    for place in places:
        if story.blocks[place].is_row:
            found[story.blocks[place].table].append(place)
    for table, rows in found.items():
        if len(rows) == whole[table]:
            yield rows[0], len(rows) - 1
        else:
            yield from ((row, 0) for row in rows)


def column_changes(beside: Beside) -> Iterator[ColumnChange]:
    """Yield the columns that only one of the files has."""
    sent, back = beside.sent.final, beside.back.final
    for table in beside.tables:
        where = replace(beside.where(table.rows[0][0]), row="")
        by = tuple(dict.fromkeys(one for _, new in table.rows for one in back.blocks[new].tracked))
        for column in sorted(table.removed):
            yield ColumnChange(Kind.REMOVED, _column_cells(sent, [old for old, _ in table.rows], column), by, where)
        for column in sorted(table.added):
            yield ColumnChange(Kind.ADDED, _column_cells(back, [new for _, new in table.rows], column), by, where)


def _column_cells(story: Story, rows: Sequence[int], column: int) -> tuple[str, ...]:
    return tuple(story.cells(story.blocks[row])[column] for row in rows)


def _a_row_of_each_table(beside: Beside) -> Mapping[int | None, Block]:
    """Return, for each table of the file that came back, a row of the sent one that stands in it and shows answers."""
    sent, back = beside.sent.final.blocks, beside.back.final.blocks
    found = ((back[now].table, sent[place]) for place, now in beside.pairing.pairs if sent[place].is_row)
    return {table: block for table, block in found if block.tags}


def _names(beside: Beside, block: Block) -> tuple[str, str, tuple[str, ...]]:
    """Return the paths of a row's table and of the row, and the column of each cell; empty where it has none."""
    paths = [path for tag in block.tags if tag in beside.places for path in beside.places[tag].paths]
    rows = {path.rpartition("/")[0] for path in paths if path.count("/") == _CELL_PARTS - 1}
    row = next(iter(rows)) if len(rows) == 1 else ""
    return row.rpartition("/")[0], row, tuple(_column(beside, cell, row) for cell in block.cells)


def _column(beside: Beside, cell: list[Token], row: str) -> str:
    tags = (token.tag for token in cell if isinstance(token, Mark))
    paths = (path for tag in tags if tag in beside.places for path in beside.places[tag].paths)
    return next((path.rpartition("/")[2] for path in paths if row and path.startswith(f"{row}/")), "")
