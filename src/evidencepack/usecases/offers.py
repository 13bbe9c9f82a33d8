# SPDX-License-Identifier: MPL-2.0
"""Offers: facts that changed since something was copied. Both values are shown; a person takes one of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from evidencepack.domain.codec import decode
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, FieldType, Scalar, Table
from evidencepack.library.calling import desk
from evidencepack.library.copying import DRAFT, Copying, copy_record, is_copied, references_of
from evidencepack.library.entry import entry_text
from evidencepack.library.model import Field, Library
from evidencepack.store.records import RecordNotFoundError
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.aligning import cells_of
from evidencepack.usecases.changes import rows_of
from evidencepack.usecases.finding_records import called
from evidencepack.usecases.origins import Origin, Source, origins_in

_FILE = "file"


class Sort(StrEnum):
    """Whose change is offered."""

    FACT = "fact"
    """A fact that all tenders share has changed. Papers print the new one; words round it may still be old."""
    ORIGINAL = "original"
    """What was copied has changed where it came from. The copy has not."""
    FILE = "file"
    """A tender file says something else of what all tenders share. Nothing has changed."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A change to look at: what it is about, what the copy was made with or says, and what is said elsewhere or now.

    ``path`` is that of the answer, as text; ``name`` the same as a person types it; ``value`` what would be taken over.
    ``origins`` are the records that remember the copies, ``revision`` the change. ``since`` says from what it was
    copied.
    """

    sort: Sort
    path: str
    name: str
    record: str
    label: str
    yours: str
    theirs: str
    since: str
    value: Answer | None
    revision: str
    origins: tuple[str, ...]


def offers(workspace: Workspace, facts: Facts, library: Library, today: date) -> tuple[Offer, ...]:
    """Return every change that nobody has looked at yet, each fact once."""
    found: dict[str, Offer] = {}
    for origin in origins_in(facts.records.values()):
        for offer in _of(origin, _View(workspace, facts, library, today)):
            if offer.revision in origin.looked_at.get(offer.path, ()):
                continue
            known = found.get(offer.path)
            found[offer.path] = replace(known, origins=(*known.origins, *offer.origins)) if known else offer
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _View:
    workspace: Workspace
    facts: Facts
    library: Library
    today: date

    def text(self, asked: Field, answer: Answer | None) -> str:
        """Return an answer as a person would type it; the rows of a table behind each other."""
        if answer is None:
            return ""
        at = desk(self.facts, self.today)
        if not isinstance(answer, Table):
            return entry_text(asked, answer, at)
        columns = {column.id: column for column in asked.columns}
        rows = (
            ", ".join(entry_text(columns[name], cell, at) for name, cell in row.cells.items()) for row in answer.rows
        )
        return "; ".join(rows)

    def offer(self, sort: Sort, origin: Origin, record: Record, asked: Field, **said: Answer | None) -> Offer:
        """Return an offer; its revision is still to be said."""
        name = f"{called(self.facts, record)}/{asked.id}"
        return Offer(
            sort,
            f"{record.id}/{asked.id}",
            name,
            record.id,
            asked.label,
            self.text(asked, said["yours"]),
            self.text(asked, said["theirs"]),
            origin.name,
            said["theirs"],
            "",
            (origin.record,),
        )


def _of(origin: Origin, view: _View) -> Iterator[Offer]:
    copies = [found for copy in origin.pieces if (found := view.facts.get(copy))]
    if origin.source is Source.FILE:
        yield from _from_file(origin, view)
    else:
        yield from _originals(origin, copies, view)
    yield from _facts(origin, copies, view)
    yield from _rows(origin, view)


def _facts(origin: Origin, copies: Iterable[Record], view: _View) -> Iterator[Offer]:
    """Yield the facts that every tender shares, that the copies point at, and that were other ones then."""
    named = {name for copy in copies for name in references_of(copy)}
    shared = {name: found for name in named if (found := view.facts.get(name)) and not found.tender}
    for change in view.workspace.changes_since(origin.facts_mark, shared):
        record, _, field = change.path.partition("/")
        asked = view.library[shared[record].kind].fields.get(field)
        if asked is None or change.then is None or asked.type in {FieldType.FILE, FieldType.TABLE}:
            continue
        now = shared[record].answers.get(field)
        if now != change.then:
            offer = view.offer(Sort.FACT, origin, shared[record], asked, yours=change.then, theirs=now)
            yield replace(offer, revision=change.revision)


def _originals(origin: Origin, copies: Sequence[Record], view: _View) -> Iterator[Offer]:
    """Yield what has changed in the originals; of a cloned tender papers go their own way, but for case studies."""
    home = _originals_of(origin, view)
    pairs = {origin.pieces[copy.id]: copy for copy in copies if origin.pieces[copy.id] in home}
    if origin.source is Source.TENDER:
        followed = view.library.reuse.followed
        pairs = {
            name: copy for name, copy in pairs.items() if copy.kind in followed or not view.library[copy.kind].document
        }
    changed: dict[tuple[str, str], str] = {}
    for change in view.workspace.changes_since(origin.mark, pairs):
        record, field, *_ = change.path.split("/")
        changed[record, field] = change.revision
    ids = {original: copy for copy, original in origin.pieces.items()}
    how = Copying(view.library, ids, lambda name: view.facts.get(name) is not None, view.today)
    for (name, field), revision in changed.items():
        asked = view.library[pairs[name].kind].fields.get(field)
        theirs = copy_record(how, home[name], tender=view.facts.tender).record.answers.get(field)
        if asked and _is_news(how, asked, pairs[name], theirs):
            mine = pairs[name].answers.get(field)
            offer = view.offer(Sort.ORIGINAL, origin, pairs[name], asked, yours=mine, theirs=theirs)
            yield replace(offer, revision=revision)


def _originals_of(origin: Origin, view: _View) -> Mapping[str, Record]:
    """Return what was copied, as it is now: nothing if it was removed, or is in another workspace."""
    if origin.source is Source.LIBRARY:
        return {one.id: one for one in view.workspace.kept_in(origin.of)}
    try:
        return view.workspace.facts(origin.of).records
    except RecordNotFoundError:
        return {}


def _is_news(how: Copying, asked: Field, mine: Record, theirs: Answer | None) -> bool:
    """Whether a copy made today would say something else than the copy there is."""
    kind, now = how.library[mine.kind], mine.answers.get(asked.id)
    if asked.rows_of or (kind.document and asked.id in DRAFT) or not is_copied(how, kind, asked.id, asked.type):
        return False
    if not isinstance(now, Table) and not isinstance(theirs, Table):
        return now != theirs and not (theirs is None and isinstance(now, date))
    copied = {one.id for one in asked.columns if is_copied(how, kind, f"{asked.id}.{one.id}", one.type)}
    before, after = (cells_of(one) if isinstance(one, Table) else [] for one in (now, theirs))
    return [{key: cell for key, cell in row.items() if key in copied} for row in before] != after


def _rows(origin: Origin, view: _View) -> Iterator[Offer]:
    """Yield the rows, such as clauses, that say something else in the library now."""
    kept = {one.id: one for one in view.workspace.kept_in(origin.of)} if origin.source is Source.LIBRARY else {}
    for place, original in origin.pieces.items():
        record, part, row = (*place.split("/"), "", "")[:3]
        home, source = view.facts.get(record), kept.get(original)
        changed = view.workspace.changes_since(origin.mark, [original])
        if not row or home is None or source is None or not changed:
            continue
        mine = next((one for one in rows_of(home, part) if one.id == row), None)
        how = Copying(view.library, {original: home.id}, lambda name: view.facts.get(name) is not None, view.today)
        theirs = rows_of(copy_record(how, source, tender=home.tender).record, part)
        if mine and theirs and dict(mine.cells) != dict(theirs[0].cells):
            said = {"yours": Table((mine,)), "theirs": Table((replace(theirs[0], id=row),))}
            offer = view.offer(Sort.ORIGINAL, origin, home, view.library[home.kind].fields[part], **said)
            number = [one.id for one in rows_of(home, part)].index(row) + 1
            yield replace(offer, path=place, name=f"{offer.name}/{number}", revision=changed[-1].revision)


def _from_file(origin: Origin, view: _View) -> Iterator[Offer]:
    for path, text in origin.theirs.items():
        record, _, field = path.partition("/")
        found = view.facts.get(record)
        asked = view.library[found.kind].fields.get(field) if found else None
        if found is None or asked is None:
            continue
        theirs, mine = _read(asked, text), found.answers.get(field)
        if theirs is not None and theirs != mine:
            offer = view.offer(Sort.FILE, origin, found, asked, yours=mine, theirs=theirs)
            yield replace(offer, revision=_FILE)


def _read(asked: Field, text: str) -> Scalar | None:
    """Return what a file said; nothing if it cannot be read, as somebody else's file may have brought it."""
    try:
        return decode(asked.type, json.loads(text)) if asked.type is not FieldType.FILE else None
    except ValueError:
        return None
