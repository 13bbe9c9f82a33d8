# SPDX-License-Identifier: MPL-2.0
"""The rows of the pack: cover first, then the documents in their order, then those that are left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidencepack.ui.paper_words import MARKS
from evidencepack.ui.pressing import PackState
from evidencepack.ui.widgets.cells import Cell, CellRow, Column
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.words import counted, say
from evidencepack.usecases.documents import DocumentRow, RowSort

FRONT = "front"
"""The row of cover, contents and evidence matrix. It always comes first."""

_GRIP, _LETTER = "⠿", 66
_STATE, _SLIM_STATE, _TIGHT_STATE = 172, 100, 112


@dataclass(frozen=True, slots=True)
class PackRow:
    """A document as it stands in the pack: its letter, its sides and its first page (0: not counted yet).

    ``blocking`` is how many things must be fixed in it besides answers that are missing.
    """

    document: DocumentRow
    letter: str
    blocking: int = 0
    sides: int = 0
    first_page: int = 0


def pack_columns(*, slim: bool = False, tight: bool = False) -> tuple[Column, ...]:
    """Return the columns from left to right; slim ones leave room for little more than the mark of the state.

    Where it is tight, the sides go as well: how many there are in all stands beside.
    """
    return (
        Column(say("Letter"), _LETTER),
        Column(say("In this order")),
        Column(say("State"), _TIGHT_STATE if tight else _SLIM_STATE if slim else _STATE),
        Column(say("Sides"), 66, right=True, minor=tight),
        Column(say("Pages"), 86, right=True, minor=True),
    )


def pack_rows(documents: Sequence[DocumentRow], state: PackState | None) -> tuple[PackRow, ...]:
    """Return what stands in the pack with its letters and, as far as it was counted, sides and pages of our papers."""
    spans = state.size.spans if state else {}
    blocking = Counter(one.record for one in state.blocking if not one.missing) if state else Counter[str]()
    found, page = list[PackRow](), state.size.front + 1 if state and spans else 0
    for document in (one for one in documents if one.in_pack):
        if document.sort is not RowSort.PAPER:
            found.append(PackRow(document, document.letter, blocking[document.id]))
            continue
        first, last = spans.get(document.id, (0, 0))
        sides = last - first + 1 if first else 0
        page = page if sides else 0
        found.append(PackRow(document, document.letter, blocking[document.id], sides, page))
        page += sides if page else 0
    return tuple(found)


def cell_rows(documents: Sequence[DocumentRow], state: PackState | None) -> Iterator[CellRow]:
    """Yield what the table shows."""
    rows = pack_rows(documents, state)
    if rows:
        yield _front(state)
    for number, row in enumerate(rows, 1):
        yield _row(row, number, len(rows))
    yield from (_left_out(one) for one in documents if not one.in_pack)


def place_words(documents: Sequence[DocumentRow], chosen: str) -> str:
    """Return where the chosen document stands, in words."""
    rows = pack_rows(documents, None)
    for number, row in enumerate(rows, 1):
        if row.document.id == chosen:
            return say("{letter} is {number} of {all}.", letter=row.letter, number=number, all=len(rows))
    if chosen in {one.id for one in documents}:
        return say("Left out. It can still be printed alone.")
    return ""


def _front(state: PackState | None) -> CellRow:
    front = state.size.front if state else 0
    ready = Cell(say("Made for you"), mark=Mark.MET, said=say("Made for you from the others"))
    sides = (Cell(str(front) if front else "…"), Cell(_pages(1, front), muted=True))
    return CellRow(
        FRONT, (Cell("–", said=say("In front")), Cell(say("Cover, contents, evidence matrix")), ready, *sides)
    )


def _row(row: PackRow, number: int, of: int) -> CellRow:
    said = say("{letter}, {number} of {all}", letter=row.letter, number=number, all=of)
    sides = (Cell(str(row.sides) if row.sides else "…"), Cell(_pages(row.first_page, row.sides), muted=True))
    return CellRow(
        row.document.id,
        (
            Cell(f"{_GRIP}  {row.letter}".rstrip(), bold=True, said=said),
            _name(row.document),
            _state(row),
            *(sides if row.document.sort is RowSort.PAPER else _beside(row.document)),
        ),
        wrong=bool(row.blocking or row.document.missing),
    )


def _name(document: DocumentRow, *, muted: bool = False) -> Cell:
    """Return what a line is called: a paper by its kind, a file from outside and a section by their titles."""
    if document.sort is RowSort.PAPER:
        return Cell(document.kind, tail=document.reference, muted=muted)
    return Cell(document.title, tail=document.reference, muted=muted, bold=document.sort is RowSort.SECTION)


def _beside(document: DocumentRow) -> tuple[Cell, Cell]:
    """Return the sides and pages of what stands only in the bundle: those are counted when it is made."""
    where = say("In the bundle") if document.sort is RowSort.ANNEX else ""
    return Cell("–" if where else "", said=where), Cell(say("bundle") if where else "", muted=True, said=where)


def _state(row: PackRow) -> Cell:
    fix = counted(row.blocking, "{n} must fix", "{n} must fix") if row.blocking else ""
    if row.document.missing:
        lacks = counted(row.document.missing, "{n} answer missing", "{n} answers missing")
        return Cell(lacks, mark=Mark.DRAFT, said=", ".join(filter(None, (lacks, fix))))
    if fix:
        return Cell(fix, mark=Mark.BLOCK)
    mark, words = MARKS[row.document.standing]
    return Cell(say(words), mark=mark, said=say(row.document.standing.value))


def _left_out(document: DocumentRow) -> CellRow:
    name = _name(document, muted=True)
    out = Cell(say("Left out"), mark=Mark.SKIP, muted=True)
    return CellRow(document.id, (Cell("–", muted=True, said=say("Not in the pack")), name, out, Cell("–"), Cell("")))


def _pages(first: int, count: int) -> str:
    if not first or not count:
        return ""
    return str(first) if count == 1 else f"{first}–{first + count - 1}"
