# SPDX-License-Identifier: MPL-2.0
"""What is in the library: one line for each item, with who looks after it, until when it is good, and its last use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference
from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.listing import title_of
from evidencepack.usecases.origins import LIBRARY_ITEM, ORIGIN, Source, origins_in


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """An item: its name, what it is, who looks after it, the review date (past or not), where from, its last use.

    Days are ISO text, empty where there is none; ``used_in`` is the tender that took it last, ``uses`` how often it was
    taken into tenders that are still there.
    """

    name: str
    what: str
    owner: str
    review_by: str
    overdue: bool
    from_tender: str
    from_reference: str
    used_in: str
    used_on: str
    uses: int


def library_rows(workspace: Workspace, library: Library, today: date) -> tuple[LibraryRow, ...]:
    """Return what is in the library, in the order it was kept."""
    uses = _uses(workspace)
    return tuple(_row(workspace, one, library, uses.get(one.id, []), today) for one in workspace.of_kind(LIBRARY_ITEM))


def _uses(workspace: Workspace) -> Mapping[str, list[tuple[date, str]]]:
    """Return, by the id of an item, on which days it was taken and into which tender, in their order."""
    tenders = {tender.id: tender.reference for tender in workspace.tenders()}
    found: dict[str, list[tuple[date, str]]] = {}
    for record in workspace.of_kind(ORIGIN):
        for origin in origins_in([record]):
            if origin.source is Source.LIBRARY and origin.copied_on:
                found.setdefault(origin.of, []).append((origin.copied_on, tenders.get(record.tender, "")))
    return found


def _row(workspace: Workspace, item: Record, library: Library, uses: list[tuple[date, str]], today: date) -> LibraryRow:
    said = item.answers
    last = max(uses, key=lambda use: use[0]) if uses else None
    day = said.get("review_by")
    return LibraryRow(
        item.reference,
        _what(item, library),
        _owner(workspace, item),
        day.isoformat() if isinstance(day, date) else "",
        isinstance(day, date) and day < today,
        str(said.get("from_tender", "")),
        str(said.get("from_reference", "")),
        last[1] if last else "",
        last[0].isoformat() if last else "",
        len(uses),
    )


def _what(item: Record, library: Library) -> str:
    """Return what an item is: "Case study", or "Memorandum of understanding: Own clauses" for a row."""
    kind = library.kinds.get(str(item.answers.get("what", "")))
    field = kind.fields.get(str(item.answers.get("part", ""))) if kind else None
    title = kind.title if kind else str(item.answers.get("what", ""))
    return f"{title}: {field.label}" if field else title


def _owner(workspace: Workspace, item: Record) -> str:
    owner = item.answers.get("owner")
    found = next((one for one in workspace.of_kind("contact") if owner == Reference(one.id)), None)
    return title_of(found) if found else ""
