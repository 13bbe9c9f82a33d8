# SPDX-License-Identifier: MPL-2.0
"""What there is: tenders, records, kinds, one line each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from evidencepack.compose.formats import long_date
from evidencepack.domain.record import Facts, Record
from evidencepack.library.model import Kind, Library
from evidencepack.store.workspace import Workspace

NAMING_FIELDS = ("title", "full_name", "legal_name", "name", "short_name", "what", "activity", "purpose")
"""The fields that records are called by, the first that is answered."""


@dataclass(frozen=True, slots=True)
class TenderRow:
    """A tender: id, reference, title and the day its submission is due, in words (empty if not known)."""

    id: str
    reference: str
    title: str
    deadline: str


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record of a tender: id, kind, reference, and what it is called."""

    id: str
    kind: str
    reference: str
    title: str


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind: its id, whether it is a document or a record, title and purpose."""

    kind: str
    what: str
    title: str
    purpose: str


def tender_rows(workspace: Workspace) -> tuple[TenderRow, ...]:
    """Return the tenders of a workspace in the order they were made."""
    return tuple(_tender_row(tender) for tender in workspace.tenders())


def record_rows(facts: Facts, library: Library) -> tuple[RecordRow, ...]:
    """Return what a tender holds: documents first, then records, each kind together, in the order entered."""
    order = {kind.id: (not kind.document, at) for at, kind in enumerate(library.kinds.values())}
    records = sorted(facts.records.values(), key=lambda record: order[library[record.kind].id])
    return tuple(_record_row(record, library[record.kind]) for record in records)


def kind_rows(library: Library) -> tuple[KindRow, ...]:
    """Return the kinds, documents first."""
    kinds = sorted(library.kinds.values(), key=lambda kind: not kind.document)
    return tuple(_kind_row(kind) for kind in kinds)


def title_of(record: Record) -> str:
    """Return what a record is called: the first of the usual naming fields that is answered, else its reference."""
    for name in NAMING_FIELDS:
        answer = record.answers.get(name)
        if isinstance(answer, str) and answer:
            return answer
    return record.reference


def _tender_row(tender: Record) -> TenderRow:
    due = tender.answers.get("submission_deadline")
    return TenderRow(tender.id, tender.reference, title_of(tender), long_date(due) if isinstance(due, date) else "")


def _record_row(record: Record, kind: Kind) -> RecordRow:
    """Return the row of a record; a document without a title of its own goes by that of its kind."""
    title = str(record.answers.get("title", kind.title)) if kind.document else title_of(record)
    return RecordRow(record.id, record.kind, record.reference, title)


def _kind_row(kind: Kind) -> KindRow:
    return KindRow(kind.id, "document" if kind.document else "record", kind.title, kind.purpose)
