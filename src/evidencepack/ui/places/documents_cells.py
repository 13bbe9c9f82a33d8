# SPDX-License-Identifier: MPL-2.0
"""The grid of documents in words and marks."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.ui.widgets.cells import Cell, Column
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.words import counted, say
from evidencepack.usecases.document_grid import Grid, GridCell, Standing

FILTERS: Mapping[str, str] = {"all": "All", "work": "Needs work", "unsigned": "Out for signing"}
"""The filters by name, with their words."""

_MARKS = {
    Standing.ATTENTION: (Mark.WARN, "Look again"),
    Standing.STARTED: (Mark.DRAFT, "In progress"),
    Standing.NOT_STARTED: (Mark.NONE, "Not started"),
    Standing.OUT: (Mark.OUT, "Out"),
    Standing.COMPLETE: (Mark.DONE, "Complete"),
    Standing.SIGNED: (Mark.SIGNED, "Signed"),
}
_WORK = frozenset({Standing.ATTENTION, Standing.STARTED, Standing.NOT_STARTED})


def columns_of(grid: Grid) -> tuple[Column, ...]:
    """Return the columns: the kind, the whole partnership, each partner."""
    partners = (Column(name, 150) for name in grid.partners.values())
    return (Column(say("Document")), Column(say("Whole partnership"), 168), *partners)


def cell_of(one: GridCell) -> Cell:
    """Return a cell as it is shown."""
    if one.standing is Standing.ONE_FOR_ALL:
        return Cell(say("one for all"), muted=True)
    if one.standing is Standing.NOT_NEEDED:
        return Cell("–", muted=True, said=say("not needed"))
    mark, words = _MARKS[one.standing]
    return Cell(say(words), mark=mark, tail=one.tail, said=sentence_of(one))


def sentence_of(one: GridCell) -> str:
    """Return how a cell stands, in words."""
    if one.standing not in _MARKS:
        return say("one paper for all partners") if one.standing is Standing.ONE_FOR_ALL else say("not needed")
    words = one.standing.value if len(one.documents) < 2 else f"{one.standing.value}, {_number(one)}"
    missing = counted(one.missing, "1 answer needed", "{n} answers needed") if one.missing else ""
    return ", ".join(filter(None, (say(words), one.tail if len(one.documents) < 2 else "", missing)))


def tells(one: GridCell, chosen: str) -> bool:
    """Whether a filter shows a cell."""
    if chosen == "work":
        return one.standing in _WORK
    return one.standing is Standing.OUT if chosen == "unsigned" else True


def counts(grid: Grid) -> Mapping[str, int]:
    """Return how many documents each filter shows; one that is to be begun counts as one."""
    cells = [one for row in grid.rows for one in row.cells if one.standing in _MARKS]
    return {name: sum(max(1, len(one.documents)) for one in cells if tells(one, name)) for name in FILTERS}


def _number(one: GridCell) -> str:
    return counted(len(one.documents), "1 paper", "{n} papers")
