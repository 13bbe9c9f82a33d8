# SPDX-License-Identifier: MPL-2.0
"""Cells copied in a spreadsheet, put into a table as one change: lines are added where there are too few.

A cell that cannot be read as an answer stays as it was copied, and is named with the reason: nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import islice

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType
from evidencepack.library.entry import Desk, parse_entry
from evidencepack.library.model import Field, Library
from evidencepack.usecases.changes import AddRecord, AddRow, SetAnswer, Single, apply_change
from evidencepack.usecases.forms import Line, lines_of
from evidencepack.usecases.letters import LetterGrid, letter_changes
from evidencepack.usecases.naming import next_reference
from evidencepack.usecases.undoing import Draft

MOST_LINES = 500
"""So many lines can be pasted at once."""

_TICKED = frozenset({FieldType.YES_NO, FieldType.CHOICE, FieldType.CHOICES})

Cells = Sequence[Sequence[str]]
"""Lines of cells, as they were copied."""


@dataclass(frozen=True, slots=True)
class Target:
    """The table that is pasted into: its record, its field, and the columns that can be filled in, in their order."""

    facts: Facts
    library: Library
    record: Record
    field: Field
    columns: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that was not taken as an answer: its line and column, what stood there, and why in a sentence."""

    line: str
    column: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Paste:
    """What pasting does: the changes, what stays unread in its cell, what has no place here, and how much was taken."""

    changes: tuple[Single, ...] = ()
    drafts: Mapping[FieldPath, Draft] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()
    taken: int = 0
    added: int = 0
    first: str = ""
    """The line that the first cells went into."""


def plan_paste(target: Target, cells: Cells, desk: Desk, *, line: str = "", column: str = "") -> Paste:
    """Return what pasting does to a table.

    Cells go from a line and column on to the right and down. A first line that repeats the heads of columns says where
    cells belong, and is no line itself. An empty cell leaves the answer that is there.

    Args:
        target: the table.
        cells: what was copied.
        desk: how entries are read.
        line: the line to begin at; behind the last one if empty.
        column: the column to begin at; the first if empty.
    """
    places, cells = _places(target, cells, column)
    lines = [one.id for one in lines_of(target.facts, target.library, target.record, target.field)]
    start = lines.index(line) if line in lines else len(lines)
    here = lines[start : start + len(cells)]
    more = tuple(islice(_new_lines(target), len(cells) - len(here)))
    ids = [*here, *(one.id if isinstance(one, AddRecord) else one.row for one in more)]
    facts = reduce(apply_change, more, target.facts)
    entries = tuple(_entries(ids, places, cells))
    facts = reduce(apply_change, _answers(target, entries, desk), facts)
    return _paste(replace(target, facts=facts, record=facts.records[target.record.id]), more, entries, desk)


def plan_letters(
    record: Record, grid: LetterGrid, letters: Mapping[str, str], cells: Cells, at: tuple[int, int]
) -> Paste:
    """Return what pasting does to a grid of letters.

    Args:
        record: the responsibility map.
        grid: its tasks and roles.
        letters: the letters' words by their ids.
        cells: what was copied.
        at: the task and the role to begin at, from 0.
    """
    known = {words.casefold(): name for name, words in letters.items()} | {"r/a": "a_r", "ar": "a_r", "ra": "a_r"}
    changes: list[Single] = []
    unread: list[Unread] = []
    taken = 0
    for down, line in enumerate(cells):
        for across, text in enumerate(line):
            if not text.strip():
                continue
            task, role = at[0] + down, at[1] + across
            letter = known.get(text.strip().replace(" ", "").casefold(), "")
            if task >= len(grid.tasks) or role >= len(grid.roles):
                unread.append(Unread("", "", text, "There is no task or role for it."))
            elif not letter:
                words = ", ".join(letters.values())
                unread.append(Unread(grid.tasks[task].id, grid.roles[role].id, text, f"It is none of {words}."))
            else:
                taken += 1
                changes.extend(letter_changes(record, grid.tasks[task].id, grid.roles[role].id, letter))
    return Paste(tuple(changes), unread=tuple(unread), taken=taken)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One cell with its place; no column where the table has none so far to the right."""

    line: str
    column: Field | None
    text: str


def _paste(target: Target, more: tuple[AddRecord | AddRow, ...], entries: Sequence[_Entry], desk: Desk) -> Paste:
    """Sort the cells: what is an answer, what stays unread where it is, and what is not asked there."""
    lines = {one.id: one for one in lines_of(target.facts, target.library, target.record, target.field)}
    answers: list[SetAnswer] = []
    drafts: dict[FieldPath, Draft] = {}
    unread: list[Unread] = []
    for entry in entries:
        path, refusal = _path(target, entry), _refusal(lines.get(entry.line), entry)
        if refusal or path is None or entry.column is None:
            unread.append(Unread(entry.line, entry.column.id if entry.column else "", entry.text, refusal))
            continue
        read = parse_entry(entry.column, entry.text, desk)
        if read.problem:
            # What is ticked or not cannot hold other words: they are told, and nothing stands there that nobody sees.
            if entry.column.type not in _TICKED:
                drafts[path] = Draft(entry.text, read.problem)
            unread.append(Unread(entry.line, entry.column.id, entry.text, read.problem))
        else:
            answers.append(SetAnswer(path, entry.column.type, read.value))
    first = entries[0].line if entries else ""
    return Paste((*more, *answers), drafts, tuple(unread), len(answers), len(more), first)


def _refusal(line: Line | None, entry: _Entry) -> str:
    if entry.column is None:
        return "The table has no column for it."
    if entry.column.type is FieldType.FILE:
        return "A file cannot be pasted. Choose it below the table."
    if line is not None and line.asked(entry.column) is None:
        return "It is not asked in this line."
    return ""


def _path(target: Target, entry: _Entry) -> FieldPath | None:
    """Return where the answer of a cell stands; None where there is no column for it."""
    if entry.column is None:
        return None
    if target.field.rows_of:
        return FieldPath(entry.line, entry.column.id)
    return FieldPath(target.record.id, target.field.id, entry.line, entry.column.id)


def _answers(target: Target, entries: Sequence[_Entry], desk: Desk) -> Iterator[SetAnswer]:
    """Yield the answers of all cells that can be read: what is asked of a line hangs on them."""
    for entry in entries:
        path = _path(target, entry)
        if path is not None and entry.column is not None and entry.column.type is not FieldType.FILE:
            read = parse_entry(entry.column, entry.text, desk)
            if not read.problem:
                yield SetAnswer(path, entry.column.type, read.value)


def _entries(ids: Sequence[str], places: Sequence[Field | None], cells: Cells) -> Iterator[_Entry]:
    for line, texts in zip(ids, cells, strict=True):
        for at, text in enumerate(texts):
            if text.strip():
                yield _Entry(line, places[at] if at < len(places) else None, text)


def _places(target: Target, cells: Cells, column: str) -> tuple[Sequence[Field | None], Cells]:
    """Return the column for each cell of a line, and the lines without one that only repeats the heads."""
    heads = {one.label.casefold(): one for one in target.columns}
    first = [" ".join(text.split()).casefold() for text in cells[0]] if cells else []
    if any(first) and all(head in heads for head in first if head):
        return [heads.get(head) for head in first], cells[1:]
    names = [one.id for one in target.columns]
    return target.columns[names.index(column) if column in names else 0 :], cells


def _new_lines(target: Target) -> Iterator[AddRecord | AddRow]:
    """Yield lines to add, each with a reference of its own where it is a shared record."""
    facts = target.facts
    while True:
        made: AddRecord | AddRow
        if target.field.rows_of:
            reference = next_reference(facts, target.library, target.field.rows_of)
            made = AddRecord(new_id(), target.field.rows_of, reference, facts.tender)
            facts = apply_change(facts, made)
        else:
            made = AddRow(target.record.id, target.field.id, new_id())
        yield made
