# SPDX-License-Identifier: MPL-2.0
"""Typing an answer: read as the field asks, kept with its revision, said back in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType, Reference, Scalar
from evidencepack.library.entry import Desk, entry_text, parse_entry
from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.finding_records import Place, answer_at, find_place
from evidencepack.usecases.listing import title_of
from evidencepack.usecases.naming import typing_desk, with_papers
from evidencepack.usecases.rewording import refuse_typed
from evidencepack.usecases.signed_papers import is_about_signing, note_signatures
from evidencepack.usecases.workspaces import tender_facts

_EMPTIED = "It is a table. Take its rows away one by one, the last first, with: evidencepack remove FILE {path}/NUMBER"
_RECORDS = "Its rows are records of their own. Take one away with: evidencepack remove FILE REFERENCE"


@dataclass(frozen=True, slots=True)
class Change:
    """What an entry changed: the field's label, its text before and now; or the problem that kept it from changing."""

    label: str
    before: str
    now: str
    problem: str = ""
    notes: tuple[str, ...] = ()


def set_answer(
    workspace: Workspace, path: str, entry: str, *, library: Library, today: date, tender: str = ""
) -> Change:
    """Read an entry for the field or cell at a path and keep it; an empty entry clears the answer.

    Raises:
        NotFoundError: if the path names nothing.
    """
    facts = tender_facts(workspace, tender)
    place = find_place(facts, library, path)
    at = with_papers(typing_desk(facts, today), facts, library)
    before = _text(place, at, facts)
    if refusal := refuse_typed(place.record.kind, place.field.id, place.record.reference):
        return Change(place.field.label, before, before, refusal)
    if place.field.type is FieldType.TABLE and not entry.strip():
        how = _RECORDS if place.field.rows_of else _EMPTIED.format(path=path)
        return Change(place.field.label, before, before, how)
    entered = parse_entry(place.field, entry, at)
    notes = (entered.note,) if entered.note else ()
    if entered.problem:
        return Change(place.field.label, before, before, f"{entered.problem}{_way(place, path)}", notes)
    note_signatures(workspace, facts, library)  # what was signed, before it can become other words
    workspace.set_value(place.path, place.field.type, entered.value)
    if is_about_signing(place.path, facts):
        note_signatures(workspace, tender_facts(workspace, facts.tender), library)
    return Change(place.field.label, before, _shown(place, entered.value, at, facts), notes=notes)


def _way(place: Place, path: str) -> str:
    """Return the sentence that says how a table is filled."""
    return f" Add a row with: evidencepack add FILE {path}" if place.field.type is FieldType.TABLE else ""


def _text(place: Place, at: Desk, facts: Facts) -> str:
    return _shown(place, answer_at(place.record, place.path), at, facts)


def _shown(place: Place, value: Scalar | None, at: Desk, facts: Facts) -> str:
    """Return an answer in words; of another record its reference and its name."""
    words = "" if value is None else entry_text(place.field, value, at)
    record = facts.get(value.record) if isinstance(value, Reference) else None
    name = title_of(record) if record else words
    return words if name in {words, ""} else f"{words} {name}"
