# SPDX-License-Identifier: MPL-2.0
"""What a person says to an offer: take the new value over, or keep what stands. Either way it is not asked again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType, Table
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.aligning import set_whole
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.offers import Offer, Sort, offers
from evidencepack.usecases.origins import LOOKED_AT
from evidencepack.usecases.overriding import Difference, override_fact
from evidencepack.usecases.workspaces import tender_facts


class CannotDecideError(EvidencePackError):
    """One paper cannot go on saying the old value."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT


@dataclass(frozen=True, slots=True)
class Keeping:
    """How an old fact is kept: the paper that goes on saying it (empty: none does, the offer is only put away), why."""

    document: str = ""
    reason: str = ""


def find_offer(workspace: Workspace, name: str, *, library: Library, today: date, tender: str = "") -> Offer:
    """Return the offer for a fact, by its path as a person types it.

    Raises:
        NotFoundError: if nothing is offered there.
    """
    found = offers(workspace, tender_facts(workspace, tender), library, today)
    for offer in found:
        if name.casefold() in {offer.name.casefold(), offer.path}:
            return offer
    there = ", ".join(offer.name for offer in found[:5])
    more = f", and {len(found) - 5} more" if len(found) > 5 else ""
    raise NotFoundError(f"Nothing has changed at “{name}”. {f'Changed are: {there}{more}.' if found else ''}".strip())


def accept(workspace: Workspace, offer: Offer, *, library: Library, tender: str = "") -> None:
    """Take the new value over, in one transaction; a fact that all tenders share is new already."""
    facts = tender_facts(workspace, tender)
    with workspace.together():
        if offer.sort is not Sort.FACT:
            _take_over(workspace, offer, facts, library)
        _looked_at(workspace, offer, kept=False)


def keep_mine(
    workspace: Workspace, offer: Offer, how: Keeping, *, library: Library, today: date, tender: str = ""
) -> None:
    """Let what stands stay, in one transaction.

    A fact that all tenders share has changed already. A paper that is to go on saying the old one gets a difference
    of its own, with its reason.

    Raises:
        CannotDecideError: if that paper cannot differ so; nothing was changed.
    """
    if how.document and offer.sort is not Sort.FACT:
        raise CannotDecideError("Only a fact that every tender shares can be kept in one paper. Nothing was changed.")
    with workspace.together():
        if how.document:
            wanted = Difference(how.document, offer.name, offer.yours, how.reason)
            change = override_fact(workspace, wanted, library=library, today=today, tender=tender)
            if change.problem:
                raise CannotDecideError(f"{how.document} was not changed. {change.problem}")
        _looked_at(workspace, offer, kept=True)


def _take_over(workspace: Workspace, offer: Offer, facts: Facts, library: Library) -> None:
    record, field, *row = offer.path.split("/")
    reason = f"taken over from {offer.since}"
    asked = library[facts.records[record].kind].fields[field]
    if not row:
        set_whole(workspace, facts.records[record], asked, offer.value, reason=reason)
        return
    cells = offer.value.rows[0].cells if isinstance(offer.value, Table) else {}
    for column in asked.columns:
        path = FieldPath(record, field, row[0], column.id)
        workspace.set_value(path, column.type, cells.get(column.id), reason=reason)


def _looked_at(workspace: Workspace, offer: Offer, *, kept: bool) -> None:
    """Remember in every copy that this change was seen."""
    for origin in offer.origins:
        row = workspace.add_row(origin, LOOKED_AT)
        for column, type_, value in (
            ("fact", FieldType.TEXT, offer.path),
            ("revision", FieldType.TEXT, offer.revision),
            ("kept", FieldType.YES_NO, kept),
        ):
            workspace.set_value(FieldPath(origin, LOOKED_AT, row, column), type_, value)
