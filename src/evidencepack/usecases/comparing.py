# SPDX-License-Identifier: MPL-2.0
"""Two moments of a document side by side, and putting an answer or all of it back as it was."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.issue import IssueMade
from evidencepack.domain.record import Facts, Record
from evidencepack.library.model import Library
from evidencepack.store.history import Revision
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.changes import Single
from evidencepack.usecases.differences import Answered, Marked, Part, RecordThere, RowMoved, RowThere, differences
from evidencepack.usecases.forms import lines_of
from evidencepack.usecases.naming_places import Names
from evidencepack.usecases.past import Past, played
from evidencepack.usecases.sittings import Changed, Sitting, issue_sitting, sittings
from evidencepack.usecases.taking_back import take
from evidencepack.usecases.typed import types_of
from evidencepack.usecases.undoing import place_of

NOW = ""
"""The moment that is now."""

BEGINNING = "beginning"
"""The moment before the first edit: the document is there, without answers."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is other at the later of two moments, and what is the same."""

    changed: tuple[Changed, ...]
    same: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The history of a document and of the records that its tables show, or of a tender (``own`` is empty).

    ``issued``: when the tender was issued, of its own history only.
    """

    library: Library
    own: str
    revisions: tuple[Revision, ...]
    known: tuple[Record, ...]
    issued: tuple[IssueMade, ...] = ()

    @property
    def names(self) -> Names:
        """What things are called, those that are gone too."""
        now = played(self.revisions, self.known)
        gone = (record for record in self.known if record.id not in now.records)
        return Names(self.library, (*gone, *self.known, *now.records.values()), now.gone.values(), own=self.own)

    def sittings(self, *, you: str = "") -> tuple[Sitting, ...]:
        """Return who did what when, the newest first; ``you`` is the account of whoever reads it."""
        told = sittings(self.revisions, self.names, you=you)
        made = map(issue_sitting, self.issued)
        return tuple(sorted((*made, *told), key=lambda one: one.end, reverse=True)) if self.issued else told

    def past(self, moment: str) -> Past:
        """Return how things stood at a moment."""
        if moment == BEGINNING:
            return Past({one.id: replace(one, answers={}) for one in self.known if one.id == self.own}, {})
        return played(self.revisions, self.known, until=moment)


def story_of(workspace: Workspace, facts: Facts, library: Library, *, document: str = "") -> Story:
    """Return the history of a document, or of everything of a tender.

    Args:
        workspace: where everything that is to be told is kept by now.
        facts: the tender's records.
        library: the kinds.
        document: the record; empty for the tender.
    """
    known = tuple(facts.get(one.id) or one for one in workspace.all_of(facts.tender))
    wanted = _shown(known, facts, library, document) if document else [one.id for one in known]
    issued = () if document else workspace.issues_made(facts.tender)
    return Story(library, document, workspace.history_of(wanted), known, issued)


def compare(story: Story, before: str, after: str) -> Comparison:
    """Return what is other at a moment than it was at an earlier one."""
    then, later, names = story.past(before), story.past(after), story.names
    parts = _parts(then, later, story)
    changed = tuple(entry for part in parts for entry in _entry(part, names))
    own = later.records.get(story.own)
    other = {FieldPath(*entry.path.split("/")[:2]).field for entry in changed if entry.path.startswith(f"{story.own}/")}
    return Comparison(changed, tuple(_same(own, other, names)) if own else ())


def putting_back(facts: Facts, story: Story, moment: str, paths: Collection[str] = ()) -> tuple[Single, ...]:
    """Return the changes that make a document what it was at a moment; records that its tables show are left alone.

    Args:
        facts: the tender's records as they are now.
        story: the document's history.
        moment: when it was right.
        paths: of a comparison's entries; all of the document if none are named. These may be of shown records too.
    """
    wanted, now = _all_known(story.past(moment), story.library), story.past(NOW)
    names = [name for name in wanted if facts.get(name) and (paths or name == story.own)]
    here = replace(facts, records={name: _known(facts.records[name], story.library) for name in names})
    parts = differences(here, replace(facts, records=wanted), names, types_of(story.library))
    chosen = [part for part in parts if not paths or _path(part) in paths]
    return take(facts, [one for part in chosen for one in _as_it_went(part, now, facts, story.library)]).changes


def _shown(known: Sequence[Record], facts: Facts, library: Library, document: str) -> list[str]:
    """Return a document, the records that its tables show, and those that they may have shown before they went."""
    own = facts.records[document]
    tables = [field for field in library[own.kind].fields.values() if field.rows_of]
    kinds = {field.rows_of for field in tables}
    gone = [one.id for one in known if one.id not in facts.records and one.kind in kinds and one.tender == facts.tender]
    return [document, *gone, *(line.id for field in tables for line in lines_of(facts, library, own, field))]


def _parts(then: Past, later: Past, story: Story) -> tuple[Part, ...]:
    before, after = (
        Facts("", {name: _known(one, story.library) for name, one in past.records.items()}) for past in (then, later)
    )
    return differences(before, after, [*before.records, *after.records], types_of(story.library))


def _all_known(past: Past, library: Library) -> dict[str, Record]:
    return {name: _known(record, library) for name, record in past.records.items()}


def _known(record: Record, library: Library) -> Record:
    """Return a record with the answers that its kind still asks for."""
    fields = library[record.kind].fields
    return replace(record, answers={name: answer for name, answer in record.answers.items() if name in fields})


def _entry(part: Part, names: Names) -> Iterator[Changed]:
    match part:
        case Answered(path=path, before=before, after=after):
            yield Changed(str(path), names.at(str(path)), names.text(str(path), before), names.text(str(path), after))
        case RowThere(record=record, field=field, before=left, after=right):
            old, new = (names.row_text(record, field, spot.row if spot else None) for spot in (left, right))
            yield Changed(_path(part), names.at(_path(part)), old, new)
        case RowMoved(before=here, after=there):
            yield Changed(_path(part), names.at(_path(part)), f"Line {len(here) + 1}", f"Line {len(there) + 1}")
        case RecordThere(before=gone, after=came):
            old, new = (names.record_text(stand.record if stand else None) for stand in (gone, came))
            yield Changed(part.record, names.at(part.record), old, new)
        case Marked():
            return


def _same(record: Record, changed: Collection[str], names: Names) -> Iterator[Changed]:
    for field, answer in record.answers.items():
        if field not in changed:
            text, path = names.answer_text(record.id, field, answer), f"{record.id}/{field}"
            yield Changed(path, names.at(path), text, text)


def _path(part: Part) -> str:
    return place_of([part])


def _as_it_went(part: Part, now: Past, facts: Facts, library: Library) -> Sequence[Part]:
    """Return a row that comes back as it was when it went, and then what its cells have to become."""
    if not isinstance(part, RowThere) or part.after is None or part.row not in now.gone:
        return (part,)
    went, wanted = now.gone[part.row], part.after.row
    kind = facts.records[part.record].kind
    cells = [
        Answered(
            FieldPath(part.record, part.field, part.row, name), types_of(library)(kind, part.field, name), old, new
        )
        for name in dict.fromkeys((*went.cells, *wanted.cells))
        if (old := went.cells.get(name)) != (new := wanted.cells.get(name))
    ]
    return (replace(part, after=replace(part.after, row=went)), *cells)
