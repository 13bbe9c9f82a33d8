# SPDX-License-Identifier: MPL-2.0
"""Origins: the records of a tender that remember where its papers were copied from, and what was said to changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, Row, Scalar, Table
from evidencepack.usecases.naming import following

ORIGIN = "origin"
"""The kind of record that remembers a copy."""

LIBRARY_ITEM = "library_item"
"""The kind of record that holds something of the library."""

LOOKED_AT = "looked_at"
"""The table of what a person said to changes: columns fact, revision and kept."""


class Source(StrEnum):
    """From what something was copied: the choices of the field ``source``."""

    TENDER = "tender"
    LIBRARY = "library"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Origin:
    """A copy: its record, from what, its name and id there, copies to originals, and what was said since.

    The copy of a row is "record/table/row".

    ``mark`` is the path whose newest revision says when it was copied; ``facts_mark`` (the same, or the revision of an
    item) says from when on changes of shared facts are news. ``theirs`` holds, by path, what a tender file
    said (JSON text); ``looked_at`` the revision of each change, by path, that a person has seen.
    """

    record: str
    source: Source
    name: str
    of: str
    mark: str
    facts_mark: str
    copied_on: date | None
    old_names: tuple[str, ...]
    pieces: Mapping[str, str]
    theirs: Mapping[str, str] = field(default_factory=dict)
    looked_at: Mapping[str, frozenset[str]] = field(default_factory=dict)


def origins_in(records: Iterable[Record]) -> Iterator[Origin]:
    """Yield the origins among records; one that says not from what it was copied is none."""
    for record in records:
        if record.kind == ORIGIN and record.answers.get("source") in set(Source):
            yield _read(record)


def origin_record(source: Source, said: Mapping[str, Answer], pieces: Mapping[str, str], *, after: Facts) -> Record:
    """Return a new origin. ``pieces`` maps originals to copies; ``after`` holds those that the tender has already."""
    rows = tuple(Row(new_id(), {"copy": copy, "original": original}) for original, copy in pieces.items())
    reference = following([one.reference for one in after.of_kind(ORIGIN)], otherwise="FROM-01")
    answers = {"source": source.value, **said, "pieces": Table(rows)}
    return Record(new_id(), ORIGIN, reference, after.tender, answers)


def item_of(workspace_items: Iterable[Record], name: str) -> Record | None:
    """Return the item of the library that is called so, in any case, or None."""
    return next((item for item in workspace_items if name.casefold() in {item.reference.casefold(), item.id}), None)


def _read(record: Record) -> Origin:
    said = record.answers
    day = said.get("copied_on")
    seen: dict[str, set[str]] = {}
    for row in _rows(record, LOOKED_AT):
        seen.setdefault(_text(row, "fact"), set()).add(_text(row, "revision"))
    return Origin(
        record.id,
        Source(str(said["source"])),
        str(said.get("source_name", "")),
        str(said.get("source_id", "")),
        str(said.get("since", record.id)),
        str(said.get("facts_since", said.get("since", record.id))),
        day if isinstance(day, date) else None,
        tuple(str(said.get("old_names", "")).split("\n")) if said.get("old_names") else (),
        {_text(row, "copy"): _text(row, "original") for row in _rows(record, "pieces")},
        {_text(row, "fact"): _text(row, "theirs") for row in _rows(record, "offers")},
        {path: frozenset(revisions) for path, revisions in seen.items()},
    )


def _rows(record: Record, name: str) -> tuple[Row, ...]:
    table = record.answers.get(name)
    return table.rows if isinstance(table, Table) else ()


def _text(row: Row, column: str) -> str:
    value: Scalar = row.cells.get(column, "")
    return str(value)
