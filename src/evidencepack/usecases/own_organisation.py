# SPDX-License-Identifier: MPL-2.0
"""The organisation that leads the bids of a workspace: usually the person's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Attachment, Choices, Reference, Table
from evidencepack.library.calling import desk
from evidencepack.library.entry import entry_text
from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace

_MOST, _LONGEST = 8, 80


@dataclass(frozen=True, slots=True)
class Own:
    """An organisation that leads a bid, and the id of a tender in which it does."""

    record: Record
    tender: str


def own_organisations(workspace: Workspace) -> tuple[Own, ...]:
    """Return the organisations that lead a bid, each once, in the order of their tenders."""
    known = {one.id: one for one in workspace.of_kind("organisation")}
    found: dict[str, Own] = {}
    for tender in workspace.tenders():
        lead = tender.answers.get("lead_provider")
        if isinstance(lead, Reference) and lead.record in known:
            found.setdefault(lead.record, Own(known[lead.record], tender.id))
    return tuple(found.values())


def said_of(record: Record, library: Library) -> tuple[tuple[str, str], ...]:
    """Return the first short answers of a record, each with the label of its question."""
    fields = library[record.kind].fields
    at = desk(Facts("", {}), date.min)
    answers = ((fields[name], record.answers[name]) for name in fields if name in record.answers)
    long = (Table, Reference, Attachment, Choices, bool)
    short = [(field.label, entry_text(field, answer, at)) for field, answer in answers if not isinstance(answer, long)]
    return tuple((label, words) for label, words in short if len(words) <= _LONGEST)[:_MOST]
