# SPDX-License-Identifier: MPL-2.0
"""The coverage grid as a sheet: partners against the five questions and the four-part fit, and what is wanting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidencepack.blocks.blocks import Block, Bullets, Heading, Paragraph, Style
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.figures import CoverageCell, CoverageRow, Covered
from evidencepack.blocks.inlines import Inlines
from evidencepack.compose.counting import counted, sentence_case
from evidencepack.compose.figures.coverage import coverage_figure
from evidencepack.compose.front import GRID, LABEL
from evidencepack.compose.sheets.sheet import Sheet, words

COVERAGE = "sheet/coverage"
"""The anchor of the sheet."""

TITLE = "Coverage grid"
"""What contents and bookmarks call it."""

_MOST = 3


@dataclass(frozen=True, slots=True)
class Covering:
    """How a partner and a question stand: met, thin or missing, what counts, and what is wanting (empty if met)."""

    state: Covered
    counts: tuple[str, ...] = ()
    wanting: str = ""


@dataclass(frozen=True, slots=True)
class GridPart:
    """A part of the grid: its title, what its columns ask, and for each partner how each of them stands."""

    title: str
    asked: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Covering, ...]], ...]


def coverage_sheet(parts: Sequence[GridPart], running: Running) -> Document:
    """Return the sheet; a part without a partner is left out."""
    there = [part for part in parts if part.rows]
    gaps = [gap for part in there for gap in _gaps(part)]
    sheet = Sheet(COVERAGE, TITLE, _headline(there, len(gaps)), _LEAD if there else _NOBODY, running)
    return sheet.document(*(_figure(part) for part in there), *_wanting(gaps))


def coverage_page(part: GridPart, running: Running) -> Document:
    """Return the grid as it stands in a pack, after the evidence matrix."""
    blocks = (Paragraph(words(LABEL), Style.OPENER), Heading(1, words(TITLE)), Paragraph(words(_LEAD)), _figure(part))
    return Document(GRID, TITLE, running, (Section(blocks, landscape=True),))


_LEAD = (
    "Met: something in this tender answers the question for the partner. Thin: something does, and a detail is "
    "wanting. Missing: nothing does. There is no mark here: evaluators give those."
)
_NOBODY = "No partner is in this tender yet. Add one under Partners."


def _headline(parts: Sequence[GridPart], gaps: int) -> str:
    if not parts:
        return "Who answers what"
    partners = counted(len(parts[0].rows), "partner")
    return sentence_case(f"{partners}, {counted(gaps, 'gap') if gaps else 'no gap'}")


def _figure(part: GridPart) -> Block:
    rows = [CoverageRow(words(name), tuple(map(_cell, places))) for name, places in part.rows]
    columns: list[tuple[Inlines, ...]] = [(words(asked),) for asked in part.asked]
    return coverage_figure("Partner", columns, rows, title=words(part.title))


def _cell(place: Covering) -> CoverageCell:
    if place.state is Covered.MISSING:
        return CoverageCell(place.state, words(place.wanting))
    more = len(place.counts) - _MOST
    shown = "; ".join(place.counts[:_MOST]) + (f"; and {more} more" if more > 0 else "")
    return CoverageCell(place.state, words(shown))


def _gaps(part: GridPart) -> Iterator[str]:
    for name, places in part.rows:
        for asked, place in zip(part.asked, places, strict=True):
            if place.wanting:
                yield f"{name}, {asked[0].lower()}{asked[1:]}: {place.wanting}"


def _wanting(gaps: Sequence[str]) -> tuple[Block, ...]:
    if not gaps:
        return ()
    return (Heading(2, words("What is wanting")), Bullets(tuple(words(one) for one in gaps)))
