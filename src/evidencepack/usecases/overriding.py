# SPDX-License-Identifier: MPL-2.0
"""Letting one document say something else than a fact that every other paper reads; it is kept with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType, Scalar, Table
from evidencepack.library.calling import desk
from evidencepack.library.entry import entry_text
from evidencepack.library.model import Library
from evidencepack.library.overrides import FACT, OVERRIDES, REASON, SAYS, Override, overrides_of, read_fact
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.entering import Change
from evidencepack.usecases.finding_records import NotFoundError, called, find_record
from evidencepack.usecases.workspaces import tender_facts

_REASONLESS = "Say why with --reason: your partners read it, and the check repeats it."


@dataclass(frozen=True, slots=True)
class Difference:
    """What a person wants one document to say: which document, which fact ("M1/freq"), what instead, and why."""

    document: str
    fact: str
    entry: str
    reason: str = ""


def override_fact(
    workspace: Workspace, wanted: Difference, *, library: Library, today: date, tender: str = ""
) -> Change:
    """Have a document say something else than the others say of a fact.

    An empty entry takes the difference away.

    Raises:
        NotFoundError: if there is no such document, or no such difference to take away.
    """
    facts = tender_facts(workspace, tender)
    record, reason = _document(facts, wanted.document, library), wanted.reason.strip()
    if not wanted.entry.strip():
        return _take_away(workspace, record, wanted.fact, facts, library)
    found = read_fact(wanted.fact, wanted.entry, record, facts, library, today=today)
    label = found.field.label if found.field else wanted.fact
    known = _known(record, facts, library, found)
    before = known.said if known else _text(found, found.stands, facts)
    problem = found.problem or ("" if reason or (known and known.reason) else _REASONLESS)
    if not problem and found.value == found.stands:
        problem = "That is what the other papers say too."
    if problem or found.of is None or found.field is None:
        return Change(label, before, before, problem)
    says = _text(found, found.value, facts)
    cells = {FACT: f"{called(facts, found.of)}/{found.field.id}", SAYS: says}
    _keep(workspace, record, known, cells | ({REASON: reason} if reason else {}))
    return Change(label, before, says)


def _document(facts: Facts, name: str, library: Library) -> Record:
    record = find_record(facts, name)
    if OVERRIDES not in library[record.kind].fields:
        raise NotFoundError(f"{record.reference} is no document. Only a document can differ from a fact.")
    return record


def _known(record: Record, facts: Facts, library: Library, found: Override) -> Override | None:
    """Return the row that a document has for this fact already."""
    rows = overrides_of(record, facts, library)
    return next((one for one in rows if found.path and one.path == found.path), None)


def _take_away(workspace: Workspace, record: Record, fact: str, facts: Facts, library: Library) -> Change:
    found = read_fact(fact, "", record, facts, library, today=date.min)
    rows = overrides_of(record, facts, library)
    known = _known(record, facts, library, found) or next((one for one in rows if one.fact == fact.strip()), None)
    if known is None:
        raise NotFoundError(f"{record.reference} says nothing of its own for “{fact}”. Nothing was changed.")
    workspace.remove_row(record.id, OVERRIDES, known.cell.row)
    label = known.field.label if known.field else fact
    return Change(label, known.said, _text(known, known.stands, facts))


def _keep(workspace: Workspace, record: Record, known: Override | None, cells: Mapping[str, str]) -> None:
    row = known.cell.row if known else workspace.add_row(record.id, OVERRIDES)
    for column, text in cells.items():
        workspace.set_value(FieldPath(record.id, OVERRIDES, row, column), FieldType.TEXT, text)


def _text(one: Override, answer: Scalar | Table | None, facts: Facts) -> str:
    if one.field is None or answer is None or isinstance(answer, Table):
        return ""
    return entry_text(one.field, answer, desk(facts, date.min))
