# SPDX-License-Identifier: MPL-2.0
"""Find anything: documents, steps, questions, people and partners, answers, library and tenders by what is typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from evidencepack.compose.signed_words import SIGNED_WORDS
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Reference, Table
from evidencepack.library.model import Library
from evidencepack.store.search import Hit, fold
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.listing import title_of
from evidencepack.usecases.matching import matches, nearest
from evidencepack.usecases.naming_lines import NamingLines, means_check, names_of
from evidencepack.usecases.origins import LIBRARY_ITEM, ORIGIN
from evidencepack.usecases.searching import excerpt
from evidencepack.usecases.setting_aside import SET_ASIDE
from evidencepack.usecases.tenders import tender_cards

MOST = 200
"""So many of each sort are handed out: nobody reads more, and they are counted."""

_HIDDEN = frozenset({LIBRARY_ITEM, ORIGIN, SET_ASIDE, SIGNED_WORDS})


class Sort(Enum):
    """What was found, in the order in which it is shown."""

    DOCUMENT = "document"
    RECORD = "record"
    STEP = "step"
    CHECK = "check"
    QUESTION = "question"
    TENDER = "tender"
    ANSWER = "answer"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Result:
    """Something that was found: its sort, what it is called, a second line, and where it is.

    ``path`` is a record's id, or for an answer or a question its FieldPath as text; ``step`` (from 0) is that of a
    ``STEP``.
    """

    sort: Sort
    title: str
    second: str
    path: str
    step: int = 0


@dataclass(frozen=True, slots=True)
class Anything:
    """The results by sort; if there are none, what could have been meant instead (or nothing) and how often it is.

    ``counts`` says how many of a sort there are, ``more`` that there are answers beyond those that are counted.
    """

    results: tuple[Result, ...]
    meant: str = ""
    often: int = 0
    counts: Mapping[Sort, int] = field(default_factory=dict)
    more: bool = False


def find_anything(
    workspace: Workspace, typed: str, *, facts: Facts | None, library: Library | None, lines: NamingLines | None = None
) -> Anything:
    """Return what is meant by what somebody types; signs and pictures alone mean nothing.

    Args:
        workspace: where answers, the library and tenders are looked up.
        typed: words or their beginnings, in any script, with or without accents.
        facts: the tender in hand as it stands now; None while none is open.
        library: the kinds, if a tender is open.
        lines: the names as they were read for the last key; read anew without.
    """
    lines = lines or NamingLines()
    found = _found(workspace, typed, facts, library, lines)
    if found.results or not any(fold(typed)):
        return found
    meant = nearest(typed, _words(facts, library)) if facts and library else ""
    often = sum(_found(workspace, meant, facts, library, lines).counts.values()) if meant else 0
    return Anything((), meant, often)


def _found(
    workspace: Workspace, typed: str, facts: Facts | None, library: Library | None, lines: NamingLines
) -> Anything:
    words = tuple(fold(typed))
    if not words:
        return Anything(())
    counts: Counter[Sort] = Counter()
    found = list(_first(_items(workspace, typed), counts))
    found += _first(_tenders(workspace, typed, facts), counts)
    more = False
    if facts and library:
        found += _first(_in_tender(words, facts, library, lines), counts)
        answers = list(dict.fromkeys(_answers(workspace, typed, facts, library)))
        more = len(answers) > MOST
        found += _first(answers[:MOST], counts)
    order = tuple(Sort)
    return Anything(tuple(sorted(found, key=lambda one: order.index(one.sort))), counts=counts, more=more)


def _first(results: Iterable[Result], counts: Counter[Sort]) -> Iterator[Result]:
    """Yield the first few of each sort, and count all."""
    for one in results:
        counts[one.sort] += 1
        if counts[one.sort] <= MOST:
            yield one


def _in_tender(typed: Sequence[str], facts: Facts, library: Library, lines: NamingLines) -> Iterator[Result]:
    """Yield documents, their steps, questions, and records by their names."""
    lead = facts.records[facts.tender].answers.get("lead_provider")
    asking = {facts.tender, lead.record if isinstance(lead, Reference) else ""}
    for record in facts.records.values():
        missing = lines.missing(typed, record, library)
        if library[record.kind].document or record.id in asking:
            yield from _asked(typed, record, library, lines)
        if library[record.kind].document:
            yield from _of_document(record, missing, library, lines)
        elif not missing and record.id != facts.tender and record.kind not in _HIDDEN:
            yield Result(Sort.RECORD, title_of(record), _about(record, facts, library), record.id)


def _asked(typed: Sequence[str], record: Record, library: Library, lines: NamingLines) -> Iterator[Result]:
    """Yield the questions of a document, the tender or who leads it, whose words have all that is typed."""
    kind = library[record.kind]
    called = f"{kind.title} {record.reference if kind.document else title_of(record)}"
    for name in lines.questions(typed, kind):
        yield Result(Sort.QUESTION, kind.fields[name].label, called, str(FieldPath(record.id, name)))


def _of_document(record: Record, missing: Sequence[str], library: Library, lines: NamingLines) -> Iterator[Result]:
    """Yield a document by its name; where words are missing in that, what has them inside it."""
    kind = library[record.kind]
    called = f"{kind.title} {record.reference}"
    if not missing:
        yield Result(Sort.DOCUMENT, called, str(record.answers.get("title", kind.plain_title)), record.id)
    elif means_check(missing):
        yield Result(Sort.CHECK, "Check your answers", called, record.id)
    else:
        for at in lines.steps(missing, kind):
            yield Result(Sort.STEP, kind.steps[at].title, called, record.id, at)


def _about(record: Record, facts: Facts, library: Library) -> str:
    """Return what a record is, and of which organisation."""
    home = record.answers.get("organisation")
    found = facts.get(home.record) if isinstance(home, Reference) else None
    job = record.answers.get("job_title")
    return ", ".join(filter(None, (str(job or library[record.kind].title), title_of(found) if found else "")))


def _answers(workspace: Workspace, typed: str, facts: Facts, library: Library) -> Iterator[Result]:
    for hit in workspace.search(typed, limit=2 * MOST, tender=facts.tender):
        record = facts.get(hit.record)
        if record is None or "/" not in hit.path or hit.kind in _HIDDEN:
            continue
        # A record that is found by its name is listed as such.
        if library[record.kind].document or hit.text not in names_of(record, library):
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


def _tenders(workspace: Workspace, typed: str, facts: Facts | None) -> Iterator[Result]:
    """Yield the tenders but the one in hand."""
    for card in tender_cards(workspace):
        second = ", ".join(filter(None, (card.buyer, card.reference)))
        if (facts is None or card.id != facts.tender) and matches(typed, card.title, second):
            yield Result(Sort.TENDER, card.title, second, card.id)


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
