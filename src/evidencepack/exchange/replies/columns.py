# SPDX-License-Identifier: MPL-2.0
"""Columns of tables that were added or removed, so that they are told once and not cell by cell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evidencepack.exchange.replies.aligning import Pair, aligned
from evidencepack.exchange.replies.story import Block, Story


@dataclass(frozen=True, slots=True)
class Table:
    """A table in both files: the rows of it that belong together, and the columns that only one of the files has."""

    rows: tuple[Pair, ...]
    removed: frozenset[int]
    added: frozenset[int]


def changed_tables(sent: Story, back: Story, pairs: Sequence[Pair]) -> tuple[Table, ...]:
    """Return the tables of which every row has as many cells more, or fewer, than it had."""
    return tuple(_changed(sent, back, pairs))


def columns_gone(tables: Sequence[Table]) -> Mapping[int, frozenset[int]]:
    """Return, by the place of a row in the file that was sent, the columns that were removed from it."""
    return {old: table.removed for table in tables for old, _ in table.rows}


def columns_new(tables: Sequence[Table]) -> Mapping[int, frozenset[int]]:
    """Return, by the place of a row in the file that came back, the columns that were added to it."""
    return {new: table.added for table in tables for _, new in table.rows}


def without(cells: Sequence[str], columns: frozenset[int]) -> list[str]:
    """Return the cells of a row but for those in some columns."""
    return [cell for at, cell in enumerate(cells) if at not in columns]


def _changed(sent: Story, back: Story, pairs: Sequence[Pair]) -> Iterator[Table]:
    found: defaultdict[tuple[int, int], list[Pair]] = defaultdict(list)
    for old, new in pairs:
        tables = sent.blocks[old].table, back.blocks[new].table
        if tables[0] is not None and tables[1] is not None:
            found[tables[0], tables[1]].append((old, new))
    for rows in found.values():
        differences = {len(back.blocks[new].cells) - len(sent.blocks[old].cells) for old, new in rows}
        if len(differences) != 1 or differences == {0} or len(rows) < len(_all_rows(sent, rows)) / 2:
            continue
        (more,) = differences
        removed, added = _unmatched(sent, back, rows)
        if more < 0:
            yield Table(tuple(rows), frozenset(removed[:-more]), frozenset())
        else:
            yield Table(tuple(rows), frozenset(), frozenset(added[:more]))


def _all_rows(sent: Story, rows: Sequence[Pair]) -> list[Block]:
    table = sent.blocks[rows[0][0]].table
    return [block for block in sent.blocks[rows[0][0] : rows[-1][0] + 1] if block.table == table]


def _unmatched(sent: Story, back: Story, rows: Sequence[Pair]) -> tuple[list[int], list[int]]:
    """Return the columns of both files whose cells are without a partner, those of most cells first."""
    removed, added = Counter[int](), Counter[int]()
    for old, new in rows:
        cells = _cells(sent.blocks[old]), _cells(back.blocks[new])
        matched = aligned(*cells)
        removed.update(set(range(len(cells[0]))) - {one for one, _ in matched})
        added.update(set(range(len(cells[1]))) - {other for _, other in matched})
    return _most(removed, sent.blocks[rows[0][0]]), _most(added, back.blocks[rows[0][1]])


def _most(counts: Counter[int], row: Block) -> list[int]:
    return sorted(range(len(row.cells)), key=lambda at: (-counts[at], -at))


def _cells(row: Block) -> list[str]:
    return row.skeleton.split("\x01")
