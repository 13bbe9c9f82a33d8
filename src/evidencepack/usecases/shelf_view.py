# SPDX-License-Identifier: MPL-2.0
"""The library as a list to choose from: what each thing is, and its longest words; the house wording beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from evidencepack.domain.record import Record
from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.offers import Offer, offers
from evidencepack.usecases.old_names import texts_in
from evidencepack.usecases.origins import LIBRARY_ITEM
from evidencepack.usecases.rewording import wording_facts
from evidencepack.usecases.shelf import LibraryRow, library_rows
from evidencepack.usecases.wording import WordingRow, wording_rows


class ShelfSort(Enum):
    """What sort of thing is kept."""

    CASE_STUDY = "case-study"
    LETTER = "letter"
    CLAUSE = "clause"
    POLICY = "policy"
    PAPER = "paper"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class ShelfItem:
    """Something in the library: its line, its sort, the id of its kind, and its longest words (may be empty)."""

    row: LibraryRow
    sort: ShelfSort
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything that the library shows: what is kept, parts with house wording, what has changed since it was copied.

    ``changed`` is empty while no tender is open.
    """

    items: tuple[ShelfItem, ...]
    wordings: tuple[WordingRow, ...]
    changed: tuple[Offer, ...]


def read_shelf(workspace: Workspace, library: Library, today: date, tender: str = "") -> Shelf:
    """Return the library as it is now, seen from a tender or from none."""
    pairs = zip(workspace.of_kind(LIBRARY_ITEM), library_rows(workspace, library, today), strict=True)
    items = tuple(_item(workspace, record, row, library) for record, row in pairs)
    known = bool(workspace.tenders())
    wordings = wording_rows(wording_facts(workspace, tender), library) if known else ()
    return Shelf(items, wordings, offers(workspace, workspace.facts(tender), library, today) if tender else ())


def _item(workspace: Workspace, item: Record, row: LibraryRow, library: Library) -> ShelfItem:
    kept = workspace.kept_in(item.id)
    words = max((text for _name, text in texts_in(kept[0])), key=len, default="") if kept else ""
    sort = _sort(item, kept[0] if kept else None, library)
    return ShelfItem(row, sort, str(item.answers.get("what", "")), words)


def _sort(item: Record, kept: Record | None, library: Library) -> ShelfSort:
    kind = str(item.answers.get("what", ""))
    if "part" in item.answers:
        return ShelfSort.CLAUSE
    if kind == "evidence_item" and kept is not None and kept.answers.get("evidence_type") == "policy":
        return ShelfSort.POLICY
    named = {"case_study": ShelfSort.CASE_STUDY, "letter_of_support": ShelfSort.LETTER}
    document = kind in library.kinds and library[kind].document
    return named.get(kind) or (ShelfSort.PAPER if document else ShelfSort.RECORD)
