# SPDX-License-Identifier: MPL-2.0
"""Beginning from nothing: a tender, a record or a row of a table, each empty until its questions are answered."""

from __future__ import annotations

from typing import ClassVar

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.text import clean
from evidencepack.domain.values import FieldType
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.exchange.records import LONGEST_REFERENCE, LONGEST_TITLE
from evidencepack.library.model import Kind, Library
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.changes import rows_of
from evidencepack.usecases.finding_records import NotFoundError, called, find_record
from evidencepack.usecases.machinery import MACHINERY
from evidencepack.usecases.naming import next_reference
from evidencepack.usecases.workspaces import tender_facts

_TENDER, _TITLE = "tender", "title"


class CannotAddError(EvidencePackError):
    """Nothing can be added so."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT

    def __init__(self, problem: str) -> None:
        super().__init__(f"{problem} Nothing was changed.")


def new_tender(workspace: Workspace, reference: str, title: str) -> Record:
    """Enter a tender of which only the buyer's reference and the title (may be empty) are known.

    Raises:
        CannotAddError: if the reference cannot be one, or the title is too long.
        DuplicateReferenceError: if another tender has it.
    """
    if len(title) > LONGEST_TITLE:
        raise CannotAddError(f"The title has {len(title):,} characters. Write it in {LONGEST_TITLE} at most.")
    with workspace.together():
        tender = workspace.add_record(_TENDER, _checked(reference), tender="")
        if title:
            workspace.set_value(FieldPath(tender.id, _TITLE), FieldType.TEXT, title)
    return tender


def rename_tender(workspace: Workspace, tender: str, reference: str) -> Record:
    """Give a tender another reference; its papers keep theirs, which partners may have signed by now.

    Raises:
        CannotAddError: if the reference cannot be one.
        DuplicateReferenceError: if another tender has it.
    """
    workspace.rename_record(tender, _checked(reference))
    return workspace.record(tender)


def add_empty(workspace: Workspace, what: str, *, library: Library, tender: str = "", reference: str = "") -> str:
    """Add a record of a kind, or for RECORD/TABLE a row, and return its path, the same as ``set`` takes it.

    A table of shared records gets a record. Without a reference a record gets the next one of its kind.

    Raises:
        NotFoundError: if the words name neither a kind nor a table.
        CannotAddError: if the tender can have no other one, or the reference cannot be one.
        DuplicateReferenceError: if another record of the kind has that reference.
    """
    facts = tender_facts(workspace, tender)
    name, _, table = what.rpartition("/")
    if not name:
        return _record(workspace, facts, library, table, reference)
    record = find_record(facts, name)
    field = library[record.kind].fields.get(table)
    if field is None or field.type is not FieldType.TABLE:
        raise NotFoundError(f"{what} is no table. See its questions with: evidencepack ask {record.kind}")
    if field.rows_of:
        return _record(workspace, facts, library, field.rows_of, reference)
    if reference:
        raise CannotAddError("A row has no reference.")
    workspace.add_row(record.id, table)
    return f"{name}/{table}/{len(rows_of(record, table)) + 1}"


def _record(workspace: Workspace, facts: Facts, library: Library, kind: str, reference: str) -> str:
    if kind not in library.kinds:
        raise NotFoundError(f"There is no kind called “{kind}”. See them all with: evidencepack kinds")
    _refuse_second(facts, library[kind])
    name = _checked(reference) if reference else next_reference(facts, library, kind)
    home = "" if library[kind].shared else facts.tender
    added = workspace.add_record(kind, name, tender=home, id=new_id())
    return called(workspace.facts(facts.tender), added)


def _refuse_second(facts: Facts, kind: Kind) -> None:
    if kind.id in MACHINERY:
        raise CannotAddError(f"Nobody adds a “{kind.id}” by hand. {MACHINERY[kind.id]}")
    if kind.id == _TENDER:
        raise CannotAddError("A tender is begun with: evidencepack new FILE REFERENCE.")
    there = next(facts.of_kind(kind.id), None)
    if kind.one_per_tender and there:
        raise CannotAddError(f"A tender has one {kind.title.lower()}, and this one has {there.reference}.")


def _checked(reference: str) -> str:
    text = clean(reference).text.strip()
    if not text or set(text) & {"\n", "\t"} or len(text) > LONGEST_REFERENCE:
        raise CannotAddError(f"A reference is one line of 1 to {LONGEST_REFERENCE} characters.")
    return text
