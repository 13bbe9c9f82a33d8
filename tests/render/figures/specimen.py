# SPDX-License-Identifier: MPL-2.0
"""A specimen of figures: a dashboard, every state of a trend, governance, coverage, all of them at their fullest."""

from __future__ import annotations

from datetime import date

from tests.render.figures.dashboard import dashboard, measure, states
from tests.render.figures.governance import calendar, coverage, full_calendar, full_levels, levels
from tests.render.wording import words

from evidencepack.blocks.blocks import Block, Heading, PageBreak, Paragraph, Style
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.compose.figures.trends import trend_figure, trend_figures, trend_table
from evidencepack.render.properties import Properties


def specimen() -> Document:
    """Return all figures as one document."""
    running = Running("Ferrybank Home Support Ltd", "Figure specimen", "SPECIMEN", "version 1.0", "0123456789ab")
    blocks = (*_dashboard(), *_states(), *_governance(), *_coverage(), *_fullest())
    return Document("specimen", "Figure specimen", running, (Section(blocks),), letter="H")


def properties() -> Properties:
    """Return properties of the specimen."""
    return Properties("Figure specimen", "Ferrybank Home Support Ltd", "Specimen", "SPECIMEN", "1.0", date(2027, 2, 15))


def _opened(label: str, title: str, facts: str = "") -> tuple[Block, ...]:
    opener = Paragraph(words(label), Style.OPENER)
    below = (Paragraph(words(facts), Style.FACTS),) if facts else ()
    return (opener, Heading(1, words(title)), *below)


def _dashboard() -> tuple[Block, ...]:
    note = words("n is the number of cases in January 2027. KPI-07 and KPI-08 began in May 2026.")
    return (
        *_opened(
            "KPI dashboard and trends",
            "All six measures improved in the pilot",
            "Pilot results to 31 January 2027, before contract start. Reviewed at the Partnership Board.",
        ),
        trend_figures(dashboard(), note=note),
        PageBreak(),
        trend_table(dashboard(), title=words("All figures by month")),
        trend_figure(dashboard()[0]),
    )


def _states() -> tuple[Block, ...]:
    return (
        PageBreak(),
        *_opened("Figure style", "How a trend shows what is missing"),
        trend_figures(states()[:4]),
        trend_figures(states()[4:]),
        trend_figure(measure("A single number", "12", unit="", target="")),
    )


def _governance() -> tuple[Block, ...]:
    return (PageBreak(), *_opened("Governance and cadence", "Who meets, who decides, how fast"), levels(), calendar())


def _coverage() -> tuple[Block, ...]:
    return (PageBreak(), *_opened("Readiness", "2 gaps and 2 thin spots to fix before you export"), coverage())


def _fullest() -> tuple[Block, ...]:
    return (PageBreak(), full_levels(), full_calendar())
