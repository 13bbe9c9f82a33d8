# SPDX-License-Identifier: MPL-2.0
"""The coverage grid in words and marks: what its columns ask, how each place stands, never a mark or a percentage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evidencepack.domain.trade import EvaluatorQuestion
from evidencepack.review.coverage import Covered
from evidencepack.review.four_fits import Fit
from evidencepack.review.standing import Place, Standing
from evidencepack.ui.widgets.cells import Cell, CellRow, Column
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.words import counted, say

QUESTIONS, FITS = "questions", "fits"
PARTS: Mapping[str, str] = {QUESTIONS: "The five questions", FITS: "The four-part fit"}
"""The parts of the grid by name, with the words on their chips."""

MARKS: Mapping[Standing, Mark] = {
    Standing.MET: Mark.MET,
    Standing.THIN: Mark.THIN,
    Standing.MISSING: Mark.MISS,
}
"""The mark of each standing."""

_ASKED: Mapping[EvaluatorQuestion, str] = {
    EvaluatorQuestion.PURPOSE: "Why this partner?",
    EvaluatorQuestion.CONTRIBUTION: "What do they do?",
    EvaluatorQuestion.GOVERNANCE: "How is it run?",
    EvaluatorQuestion.EVIDENCE: "Has it worked?",
    EvaluatorQuestion.ASSURANCE: "Who checks it?",
}
_FITTING: Mapping[Fit, str] = {
    Fit.SERVICE: "Service",
    Fit.PLACE: "Place",
    Fit.EVIDENCE: "Evidence",
    Fit.GOVERNANCE: "Governance",
}
_PARTNER = 150


def asked(part: str) -> tuple[str, ...]:
    """Return what the columns of a part of the grid ask, behind that of the partner."""
    return tuple(map(say, (_ASKED if part == QUESTIONS else _FITTING).values()))


def places_of(row: Covered, part: str) -> tuple[Place, ...]:
    """Return the places of a partner in a part of the grid, in the order of its columns."""
    return tuple((row.places if part == QUESTIONS else row.fits).values())


def columns_of(part: str) -> tuple[Column, ...]:
    """Return the columns of a part of the grid."""
    return (Column(say("Partner"), _PARTNER), *(Column(words) for words in asked(part)))


def rows_of(grid: Sequence[Covered], part: str) -> tuple[CellRow, ...]:
    """Return the rows, by the id of the partner's organisation."""
    return tuple(
        CellRow(row.partner.id, (Cell(row.partner.name, bold=True), *map(_cell, places_of(row, part)))) for row in grid
    )


def gaps_in(grid: Sequence[Covered]) -> int:
    """Return how many places of the whole grid are not met."""
    places = (place for row in grid for part in PARTS for place in places_of(row, part))
    return sum(place.standing is not Standing.MET for place in places)


def gap_words(grid: Sequence[Covered]) -> str:
    """Return how many gaps the grid has, in words."""
    return counted(gaps_in(grid), "{n} gap", "{n} gaps") if gaps_in(grid) else say("no gap")


def _cell(place: Place) -> Cell:
    mark = MARKS[place.standing]
    if place.standing is Standing.MISSING:
        return Cell(mark.words, mark=mark, said=say("missing: {what}", what=place.wanting))
    items = counted(len(place.counts), "{n} item", "{n} items")
    wanting = say("wanting: {what}", what=place.wanting) if place.wanting else ""
    return Cell(mark.words, mark=mark, tail=items, said=", ".join(filter(None, (mark.words, items, wanting))))
