# SPDX-License-Identifier: MPL-2.0
"""Records as they stood at a moment, played back from their revisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import takewhile

from evidencepack.domain.record import Record
from evidencepack.domain.values import EXAMPLE, Answer, Row, Scalar, Table
from evidencepack.store.history import Revision
from evidencepack.store.revisions import Operation

_ROW, _CELL = 3, 4


@dataclass(frozen=True, slots=True)
class Past:
    """What stood at a moment: the records that were there, by id; and the rows that were gone by then, as they went."""

    records: Mapping[str, Record]
    gone: Mapping[str, Row]


@dataclass(slots=True)
class _Playing:
    """Answers and cells by where they stand, and the order keys of rows: what a record is made of."""

    answers: dict[str, Scalar] = field(default_factory=dict)
    cells: defaultdict[str, dict[str, Scalar]] = field(default_factory=lambda: defaultdict(dict))
    rows: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    gone: set[str] = field(default_factory=set)
    there: bool = False

    def play(self, revision: Revision) -> None:
        """Let one revision happen."""
        parts = revision.path.split("/")
        match revision.operation:
            case Operation.SET:
                _put(self.cells[parts[2]] if len(parts) == _CELL else self.answers, parts[-1], revision.new)
            case Operation.ADD_RECORD | Operation.REMOVE_RECORD:
                self.there = revision.operation is Operation.ADD_RECORD
            case Operation.ADD_ROW | Operation.MOVE_ROW:
                self.rows[parts[1]][parts[2]] = str(revision.new)
                self.gone.discard(parts[2])
            case Operation.REMOVE_ROW:
                self.rows[parts[1]].pop(parts[2], None)
                self.gone.add(parts[2])

    def row(self, name: str) -> Row:
        """Return a row with its cells, and without the mark of an example among them."""
        cells = self.cells.get(name, {})
        return Row(name, {key: cell for key, cell in cells.items() if key != EXAMPLE}, str(cells.get(EXAMPLE, "")))

    def record(self, bare: Record) -> Record:
        """Return the record with its answers."""
        answers: dict[str, Answer] = {key: value for key, value in self.answers.items() if key != EXAMPLE}
        for table, keys in self.rows.items():
            if keys:
                order = sorted(keys, key=lambda row: (keys[row], row))
                answers[table] = Table(tuple(self.row(row) for row in order))
        return replace(bare, answers=answers, example=str(self.answers.get(EXAMPLE, "")))


def played(revisions: Iterable[Revision], known: Iterable[Record], *, until: str = "") -> Past:
    """Return what stood when a revision (by id) had happened; with none, when all had.

    Args:
        revisions: those of some records, oldest first.
        known: the records, with or without answers, removed or not; of these only kind, reference and tender are read.
        until: the last revision that counts.
    """
    playing: defaultdict[str, _Playing] = defaultdict(_Playing)
    for revision in _up_to(revisions, until):
        playing[revision.path.split("/", 1)[0]].play(revision)
    bare = {record.id: record for record in known}
    there = {name: one.record(bare[name]) for name, one in playing.items() if one.there and name in bare}
    gone = {row: one.row(row) for one in playing.values() for row in one.gone}
    return Past(there, gone)


def _up_to(revisions: Iterable[Revision], until: str) -> Iterable[Revision]:
    if not until:
        return revisions
    before = list(takewhile(lambda revision: revision.id != until, (all_ := tuple(revisions))))
    return all_[: len(before) + 1]


def _put(target: dict[str, Scalar], key: str, value: Scalar | None) -> None:
    if value is None:
        target.pop(key, None)
    else:
        target[key] = value
