# SPDX-License-Identifier: MPL-2.0
"""The coverage sheet shows how each partner stands in words, and lists what is wanting; it never counts marks."""

from __future__ import annotations

import re

from evidencepack.blocks.blocks import Bullets, Figure, Heading
from evidencepack.blocks.document import Document, Running
from evidencepack.blocks.figures import CoverageGrid, Covered
from evidencepack.blocks.walk import inlines_in
from evidencepack.compose.plain import plain
from evidencepack.compose.sheets.coverage import Covering, GridPart, coverage_sheet

RUNNING = Running("Internal", "Ferrybank", "TBN-GRID", "as of today")
MET = Covering(Covered.MET, ("CO-02: 12 sessions", "NAR-01", "KPI-7", "KPI-8", "KPI-9"))
THIN = Covering(Covered.THIN, ("CO-03",), "where and when")
MISSING = Covering(Covered.MISSING, (), "a named lead")


def sheet(*rows: tuple[str, tuple[Covering, ...]]) -> Document:
    return coverage_sheet([GridPart("The five questions", ("Contribution", "Governance"), rows)], RUNNING)


def headline(document: Document) -> str:
    return next(plain(one.inlines) for one in document.sections[0].blocks if isinstance(one, Heading))


def test_each_place_says_how_it_stands_and_why() -> None:
    made = sheet(("Maitree", (MET, THIN)), ("Osierbed", (MISSING, MET)))
    (figure,) = (one for one in made.sections[0].blocks if isinstance(one, Figure))
    assert isinstance(figure.drawing, CoverageGrid)
    cells = [(cell.state, plain(cell.words)) for row in figure.drawing.rows for cell in row.cells]
    assert cells == [
        (Covered.MET, "CO-02: 12 sessions; NAR-01; KPI-7; and 2 more"),
        (Covered.THIN, "CO-03"),
        (Covered.MISSING, "a named lead"),
        (Covered.MET, "CO-02: 12 sessions; NAR-01; KPI-7; and 2 more"),
    ]
    assert figure.alt


def test_what_is_wanting_stands_below_in_words() -> None:
    made = sheet(("Maitree", (MET, THIN)), ("Osierbed", (MISSING, MET)))
    (bullets,) = (one for one in made.sections[0].blocks if isinstance(one, Bullets))
    assert [plain(one) for one in bullets.items] == [
        "Maitree, governance: where and when",
        "Osierbed, contribution: a named lead",
    ]
    assert headline(made) == "Two partners, two gaps"


def test_without_a_gap_there_is_no_list_and_without_a_partner_no_grid() -> None:
    whole = sheet(("Maitree", (MET, MET)))
    assert headline(whole) == "One partner, no gap"
    assert not any(isinstance(one, Bullets) for one in whole.sections[0].blocks)
    empty = sheet()
    assert headline(empty) == "Who answers what"
    assert not any(isinstance(one, Figure) for one in empty.sections[0].blocks)


def test_no_percentage_and_no_mark_is_given() -> None:
    made = sheet(("Maitree", (THIN, MISSING)))
    assert not re.search(r"\d\s*%|\d+/\d+|\bscore", plain(tuple(inlines_in(made))))
