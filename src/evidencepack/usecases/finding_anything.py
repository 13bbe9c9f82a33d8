# SPDX-License-Identifier: MPL-2.0
"""Find anything: documents, their steps, people and partners, answers, the library and tenders by what is typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Reference, Table
from evidencepack.library.model import Library
from evidencepack.store.search import Hit, fold
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.listing import title_of
from evidencepack.usecases.matching import matches, nearest
from evidencepack.usecases.origins import LIBRARY_ITEM, ORIGIN
from evidencepack.usecases.searching import excerpt
from evidencepack.usecases.tenders import tender_cards

_ANSWERS = 60
_HIDDEN = frozenset({LIBRARY_ITEM, ORIGIN})


class Sort(Enum):
    """What was found, in the order in which it is shown."""

    DOCUMENT = "document"
    RECORD = "record"
    STEP = "step"
    CHECK = "check"
    TENDER = "tender"
    ANSWER = "answer"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Result:
    """Something that was found: its sort, what it is called, a second line, and where it is.

    ``path`` is a record's id, or for an answer its FieldPath as text; ``step`` (from 0) is that of a ``STEP``.
    """

    sort: Sort
    title: str
    second: str
    path: str
    step: int = 0


@dataclass(frozen=True, slots=True)
class Anything:
    """The results by sort; if there are none, what could have been meant instead (or nothing) and how often it is."""

    results: tuple[Result, ...]
    meant: str = ""
    often: int = 0


def find_anything(workspace: Workspace, typed: str, *, facts: Facts | None, library: Library | None) -> Anything:
    """Return what is meant by what somebody types.

    Args:
        workspace: where answers, the library and tenders are looked up.
        typed: words or their beginnings, in any script, with or without accents.
        facts: the tender in hand as it stands now; None while none is open.
        library: the kinds, if a tender is open.
    """
    found = _found(workspace, typed, facts, library)
    if found or not typed.strip():
        return Anything(found)
    meant = nearest(typed, _words(facts, library)) if facts and library else ""
    return Anything((), meant, len(_found(workspace, meant, facts, library)) if meant else 0)


def _found(workspace: Workspace, typed: str, facts: Facts | None, library: Library | None) -> tuple[Result, ...]:
    found = [one for one in _tenders(workspace, facts) if matches(typed, one.title, one.second)]
    found += _items(workspace, typed)
    if facts and library:
        found += _in_tender(typed, facts, library)
        found += _answers(workspace, typed, facts, library)
    order = tuple(Sort)
    return tuple(sorted(dict.fromkeys(found), key=lambda one: order.index(one.sort)))


def _in_tender(typed: str, facts: Facts, library: Library) -> Iterator[Result]:
    """Yield documents, their steps, and records by their names."""
    for record in facts.records.values():
        kind = library[record.kind]
        called = f"{kind.title} {record.reference}"
        names = _names(record, library)
        if kind.document:
            known = (called, kind.plain_title, *names)
            if matches(typed, *known):
                yield Result(Sort.DOCUMENT, called, str(record.answers.get("title", kind.plain_title)), record.id)
            elif matches(typed, "check your answers", *known):
                yield Result(Sort.CHECK, "Check your answers", called, record.id)
            else:
                steps = (at for at, step in enumerate(kind.steps) if matches(typed, step.title, *known))
                yield from (Result(Sort.STEP, kind.steps[at].title, called, record.id, at) for at in steps)
        elif record.id != facts.tender and record.kind not in _HIDDEN and matches(typed, *names, record.reference):
            yield Result(Sort.RECORD, title_of(record), _about(record, facts, library), record.id)


def _names(record: Record, library: Library) -> list[str]:
    """Return everything that a record is called, in whatever script."""
    fields = library[record.kind].fields
    named = (answer for name, answer in record.answers.items() if "name" in name and name in fields)
    return [title_of(record), *(answer for answer in named if isinstance(answer, str))]


def _about(record: Record, facts: Facts, library: Library) -> str:
    """Return what a record is, and of which organisation."""
    home = record.answers.get("organisation")
    found = facts.get(home.record) if isinstance(home, Reference) else None
    job = record.answers.get("job_title")
    return ", ".join(filter(None, (str(job or library[record.kind].title), title_of(found) if found else "")))


def _answers(workspace: Workspace, typed: str, facts: Facts, library: Library) -> Iterator[Result]:
    for hit in workspace.search(typed, limit=_ANSWERS, tender=facts.tender):
        record = facts.get(hit.record)
        if record is None or "/" not in hit.path or hit.kind in _HIDDEN:
            continue
        # A record that is found by its name is listed as such.
        if library[record.kind].document or hit.text not in _names(record, library):
            yield Result(Sort.ANSWER, _question(hit, library), _second(hit, record, typed, library), hit.path)


def _question(hit: Hit, library: Library) -> str:
    path = FieldPath.parse(hit.path)
    field = library[hit.kind].fields.get(path.field)
    if field is None:
        return library[hit.kind].title
    return f"{field.label} {field.column(path.column).label}" if path.column else field.label


def _second(hit: Hit, record: Record, typed: str, library: Library) -> str:
    kind = library[record.kind]
    called = f"{kind.title} {record.reference}" if kind.document else f"{kind.title} {title_of(record)}"
    return f"{called} · {excerpt(hit.text, typed)}"


def _items(workspace: Workspace, typed: str) -> Iterator[Result]:
    for item in workspace.of_kind(LIBRARY_ITEM):
        if matches(typed, title_of(item), item.reference):
            yield Result(Sort.ITEM, title_of(item), str(item.answers.get("from_tender", "")), item.id)


def _tenders(workspace: Workspace, facts: Facts | None) -> Iterator[Result]:
    """Yield the tenders but the one in hand."""
    for card in tender_cards(workspace):
        if facts is None or card.id != facts.tender:
            yield Result(Sort.TENDER, card.title, ", ".join(filter(None, (card.buyer, card.reference))), card.id)


def _words(facts: Facts, library: Library) -> Iterator[str]:
    """Yield the words of the tender, and of the titles and steps of its documents."""
    for record in facts.records.values():
        kind = library[record.kind]
        for text in (kind.title, record.reference, *(step.title for step in kind.steps), *_texts(record)):
            yield from fold(text)


def _texts(record: Record) -> Iterator[str]:
    for answer in record.answers.values():
        if isinstance(answer, str):
            yield answer
        elif isinstance(answer, Table):
            cells = (cell for row in answer.rows for cell in row.cells.values())
            yield from (cell for cell in cells if isinstance(cell, str))
