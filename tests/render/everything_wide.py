# SPDX-License-Identifier: MPL-2.0
"""The third document of the pack that holds everything: tables on pages of both orientations."""

from __future__ import annotations

from tests.render.figures.dashboard import dashboard
from tests.render.figures.governance import calendar, coverage, levels
from tests.render.wording import words

from evidencepack.blocks.blocks import (
    Align,
    Cell,
    Clause,
    Column,
    Fill,
    Heading,
    Numbering,
    Paragraph,
    Style,
    Table,
    TableRow,
)
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import CrossReference, Text
from evidencepack.compose.figures.trends import trend_figure, trend_figures


def tables() -> Document:
    return Document(
        anchor="raci",
        title="Responsibility map (RACI)",
        letter="B",
        running=Running("Internal: do not send.", "TBN-ASC-2027-014, Lot 2", "TBN-RACI-01", "version 1.0"),
        sections=(
            Section(
                (
                    Paragraph(words("Appendix B · Responsibility map (RACI)"), Style.OPENER),
                    Heading(1, words("Who answers for what"), "raci/title", Numbering.APPENDIX),
                    _raci(),
                ),
                landscape=True,
            ),
            Section(
                (
                    Heading(2, words("Rules"), anchor="raci/rules"),
                    Clause(1, words("One name"), anchor="raci/one"),
                    Clause(2, (Text("Numbers start again here: this is "), CrossReference("raci/one"), Text("."))),
                    calendar(),
                    levels(),
                    coverage(),
                    trend_figures(dashboard()[:3], note=words("All figures are invented.")),
                    trend_figure(dashboard()[5]),
                    _banded(),
                    _plain_table("first"),
                    _plain_table("second"),
                )
            ),
        ),
    )


def _banded() -> Table:
    cells = (Cell((words("M1"),)), Cell((words("every day"),), Fill.BAND, span=2))
    return Table((Column(29), Column(), Column()), (), (TableRow(cells),), summary="A band")


def _raci() -> Table:
    roles = ("Siân", "Róisín", "Tomáš", "Olúmídé")
    fills = {"A": Fill.INK, "A/R": Fill.INK, "R": Fill.TINT}
    letters = ("C", "A/R", "I", ""), ("A", "R", "", "C"), ("", "I", "R", "A")
    return Table(
        columns=(Column(11), Column(), Column(36), *(Column(18.4, Align.CENTRE) for _ in roles)),
        head=(
            TableRow((Cell(((),), span=3), Cell((words("Ferrybank (lead)"),), span=4))),
            TableRow(
                (
                    *(Cell((words(text),)) for text in ("Ref", "Activity", "When")),
                    *(Cell((words(role), words("Lead"))) for role in roles),
                )
            ),
        ),
        rows=tuple(
            TableRow(
                (
                    *(Cell((words(text),)) for text in (f"R-0{number + 1}", "Log and answer each referral", "2 hours")),
                    *(Cell((words(letter),), fill=fills.get(letter, Fill.NONE)) for letter in letters[number % 3]),
                )
            )
            for number in range(9)
        ),
        note=(Text("A", bold=True), Text(" answers for the result. "), Text("R", bold=True), Text(" does the work.")),
        summary="Who is accountable, responsible, consulted and informed for each activity.",
        anchor="raci/table",
        size=9,
        centred=True,
        gap=1,
    )


def _plain_table(name: str) -> Table:
    return Table(
        columns=(Column(), Column(40, Align.RIGHT)),
        head=(TableRow((Cell((words("Rule"),)), Cell((words("Count"),)))),),
        rows=tuple(TableRow((Cell((words(f"The {name} rule"),)), Cell((words(str(count)),)))) for count in (1, 20)),
        row_headers=False,
        summary=f"The {name} table.",
        size=10,
    )
