# SPDX-License-Identifier: MPL-2.0
"""The grid of documents in words and marks."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.ui.paper_words import MARKS
from evidencepack.ui.rail import badge_words
from evidencepack.ui.widgets.cells import Cell, Column
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.words import counted, say
from evidencepack.usecases.badges import NO_BADGE, Badge
from evidencepack.usecases.document_grid import Grid, GridCell
from evidencepack.usecases.documents import READY, Standing

FILTERS: Mapping[str, str] = {"all": "All", "work": "Needs work", "unsigned": "Out for signing"}
"""The filters by name, with their words."""

_FEW = 3
"""So many partners share the width evenly."""

_ROOM, _ROOM_OF_MANY = 19, 15
"""So many letters have room in a cell beside a mark, and where there are more partners than a few."""

_REST = frozenset({*READY, Standing.OUT, Standing.OVER})
"""How papers stand that need no work now."""


def columns_of(grid: Grid) -> tuple[Column, ...]:
    """Return the columns: the kind, the whole partnership, each partner; a few of them share the width evenly."""
    whole, partner = (0, 0) if len(grid.partners) <= _FEW else (168, 150)
    partners = (Column(name, partner) for name in grid.partners.values())
    return (Column(say("Document")), Column(say("Whole partnership"), whole), *partners)


def cell_of(one: GridCell, badge: Badge = NO_BADGE, *, partners: int = 0) -> Cell:
    """Return a cell as it is shown.

    Args:
        one: the cell.
        badge: what there is to fix in its documents.
        partners: how many partners the grid has: many leave each cell less room.
    """
    if one.standing is Standing.ONE_FOR_ALL:
        return Cell(say("one for all"), muted=True)
    if one.standing is Standing.NOT_NEEDED:
        return Cell("–", muted=True, said=say("not needed"))
    mark, words = MARKS[one.standing]
    fix = badge_words(badge)
    said = ", ".join(filter(None, (sentence_of(one), fix)))
    room = _ROOM if partners <= _FEW else _ROOM_OF_MANY
    if badge.must or len(f"{say(words)} {fix}") > room:
        # What there is to fix says more than how far a paper is, where there is no room for both.
        return Cell(fix, mark=Mark.BLOCK if badge.must else Mark.WARN, said=said)
    return Cell(say(words), mark=mark, tail=fix or one.tail, said=said)


def sentence_of(one: GridCell) -> str:
    """Return how a cell stands, in words."""
    if one.standing not in MARKS:
        return say("one paper for all partners") if one.standing is Standing.ONE_FOR_ALL else say("not needed")
    words = one.standing.value if len(one.documents) < 2 else f"{one.standing.value}, {_number(one)}"
    missing = counted(one.missing, "1 answer missing", "{n} answers missing") if one.missing else ""
    return ", ".join(filter(None, (say(words), one.tail if len(one.documents) < 2 else "", missing)))


def tells(one: GridCell, chosen: str) -> bool:
    """Whether a filter shows a cell."""
    return chosen == "all" or any(_has(chosen, paper) for paper in one.papers)


def counts(grid: Grid) -> Mapping[str, int]:
    """Return how many documents each filter shows; one that is to be begun counts as one."""
    papers = [paper for row in grid.rows for one in row.cells for paper in one.papers]
    return {name: sum(name == "all" or _has(name, paper) for paper in papers) for name in FILTERS}


def _has(chosen: str, paper: Standing) -> bool:
    return paper not in _REST if chosen == "work" else paper is Standing.OUT


def _number(one: GridCell) -> str:
    return counted(len(one.documents), "1 paper", "{n} papers")
