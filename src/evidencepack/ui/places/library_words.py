# SPDX-License-Identifier: MPL-2.0
"""The library in words and marks: its filters and the rows of its table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from evidencepack.library.entry_dates import date_text
from evidencepack.ui.deadlines import short_day
from evidencepack.ui.widgets.cells import Cell, CellRow, Column
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.words import counted, say
from evidencepack.usecases.shelf_view import Shelf, ShelfItem
from evidencepack.usecases.wording import State, WordingRow

COLUMNS = (
    Column(say("Name")),
    Column(say("Kind"), 130),
    Column(say("Looked after by"), 122, minor=True),
    Column(say("State"), 126),
    Column(say("Look at again"), 114, minor=True),
    Column(say("Used in"), 82, minor=True),
)

FILTERS: Mapping[str, str] = {
    "all": "Everything kept",
    "case-study": "Case studies",
    "letter": "Letters",
    "clause": "Clauses",
    "policy": "Policies",
    "paper": "Other papers",
    "record": "Other records",
    "again": "Look at again soon",
    "wording": "House wording",
}
"""The filters by name, with their words."""

WORDING = "wording."
"""What the id of a row begins with that is a part of a document, and no item."""

_SOON = timedelta(days=60)
_STATES = {
    State.STANDARD: (Mark.NONE, "Standard"),
    State.CHANGED: (Mark.DONE, "Your words"),
    State.BEHIND: (Mark.STALE, "Standard is newer"),
    State.UNUSABLE: (Mark.WARN, "Cannot be used"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for: the name of a filter, and words (may be empty)."""

    filter: str
    words: str


def rows_of(shelf: Shelf, wanted: Wanted, titles: Mapping[str, str], today: date) -> Iterator[CellRow]:
    """Yield the rows that a filter and a search let through; ``titles`` are those of the kinds, by id."""
    if wanted.filter == "wording":
        parts = sorted(shelf.wordings, key=lambda one: one.state is State.STANDARD)
        rows = [_wording(one, titles) for one in parts]
    else:
        rows = [_row(one, today) for one in shelf.items if _is_in(one, wanted.filter, today)]
    for one in rows:
        if wanted.words.casefold() in " ".join(cell.text for cell in one.cells).casefold():
            yield one


def counts(shelf: Shelf, today: date) -> Mapping[str, int]:
    """Return how many rows each filter shows; of house wording, those that are other than the standard."""
    changed = sum(one.state is not State.STANDARD for one in shelf.wordings)
    numbers = {name: sum(_is_in(one, name, today) for one in shelf.items) for name in FILTERS}
    return {**numbers, "wording": changed}


def state_of(item: ShelfItem, today: date) -> tuple[Mark, str]:
    """Return how it stands with an item."""
    if item.row.overdue:
        return Mark.STALE, say("Review due")
    return (Mark.STALE, say("Look soon")) if _is_near(item, today) else (Mark.DONE, say("Fresh"))


def day_words(iso: str) -> str:
    """Return a day in words; a dash where there is none."""
    return date_text(date.fromisoformat(iso)) if iso else "–"


def wording_state(state: State) -> tuple[Mark, str]:
    """Return how it stands with a part that may be said in another way."""
    mark, words = _STATES[state]
    return mark, say(words)


def _row(one: ShelfItem, today: date) -> CellRow:
    mark, words = state_of(one, today)
    uses = counted(one.row.uses, "1 tender", "{n} tenders") if one.row.uses else say("not yet")
    cells = (
        Cell(one.row.name, bold=True),
        Cell(one.row.what, muted=True),
        Cell(one.row.owner or "–", said=one.row.owner or say("nobody")),
        Cell(words, mark=mark, said=words),
        Cell(_short(one.row.review_by), muted=True, said=day_words(one.row.review_by)),
        Cell(uses, muted=True),
    )
    return CellRow(one.row.name, cells)


def _wording(one: WordingRow, titles: Mapping[str, str]) -> CellRow:
    mark, words = wording_state(one.state)
    none = Cell("–", muted=True, said=say("does not apply"))
    kind = one.reference.partition(".")[0]
    name, home = Cell(one.title, bold=one.state is not State.STANDARD), Cell(titles.get(kind, kind), muted=True)
    return CellRow(f"{WORDING}{one.reference}", (name, home, none, Cell(words, mark=mark, said=words), none, none))


def _short(iso: str) -> str:
    day = short_day(date.fromisoformat(iso), date.min) if iso else "–"
    return day.partition(" ")[2] or day


def _is_in(one: ShelfItem, chosen: str, today: date) -> bool:
    if chosen == "again":
        return one.row.overdue or _is_near(one, today)
    return chosen in {"all", one.sort.value}


def _is_near(one: ShelfItem, today: date) -> bool:
    day = one.row.review_by
    return bool(day) and date.fromisoformat(day) < today + _SOON
