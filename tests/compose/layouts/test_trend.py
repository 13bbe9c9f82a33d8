# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.compose.conftest import rows
from tests.compose.layouts.drawn import draw, result

from evidencepack.blocks.blocks import Figure, Figures, Paragraph, Table
from evidencepack.blocks.figures import Better, Known, Trend
from evidencepack.compose.plain import plain
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Number, Percentage, Scalar
from evidencepack.library.model import Library

APRIL, MAY, JULY = date(2026, 4, 1), date(2026, 5, 31), date(2026, 7, 15)
RESULTS = rows("r", result(APRIL, "71"), result(MAY, "75"), result(JULY, "80"))


def test_results_are_drawn_by_month_and_a_month_between_has_no_figure(facts: Facts, library: Library) -> None:
    target = Percentage(Decimal(95))
    made = draw(facts, library, "trend", "results", heading="Answered in time", results=RESULTS, target=target)
    figure, table = made
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Trend)
    assert [one.known for one in figure.drawing.results] == [Known.GIVEN, Known.GIVEN, Known.MISSING, Known.GIVEN]
    assert figure.drawing.results[0].paths == ("p1/results/r1/result",)
    assert plain(figure.title) == "Answered in time: up from 71% to 80%"
    assert plain(figure.note) == "The scale starts at 50%."
    assert "No figure for June 2026." in figure.alt
    assert "Target 95% or more." in figure.alt
    assert isinstance(table, Table)
    assert len(table.rows) == 4


def test_what_the_document_says_of_target_and_direction_is_used(facts: Facts, library: Library) -> None:
    cells: list[dict[str, Scalar]] = [
        {"month": month, "result": Number(Decimal(9 - at))} for at, month in enumerate((APRIL, MAY, JULY))
    ]
    counts = rows("r", *cells)
    figure, _ = draw(facts, library, "trend", "counts", counts=counts, better="lower", target_by=date(2027, 9, 30))
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Trend)
    assert figure.drawing.better is Better.LOWER
    assert not figure.drawing.percentages
    assert plain(figure.title) == "Heading: down from 9 to 7"


def test_few_cases_are_not_shown(facts: Facts, library: Library) -> None:
    few = rows("r", result(APRIL, "71", cases=Number(Decimal(4))), result(MAY, "75", cases=Number(Decimal(5))))
    figure, table = draw(facts, library, "trend", "results", results=few)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Trend)
    assert [one.known for one in figure.drawing.results] == [Known.FEW, Known.GIVEN]
    assert isinstance(table, Table)
    assert "71" not in repr(table)
    assert "71" not in repr(figure)


def test_only_the_last_two_years_are_drawn(facts: Facts, library: Library) -> None:
    long = rows("r", result(date(2020, 1, 1), "71"), result(JULY, "75"))
    figure, _ = draw(facts, library, "trend", "results", results=long)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Trend)
    assert len(figure.drawing.periods) == 24
    assert figure.drawing.periods[-1].name == "July 2026"


def test_results_below_nought_stand_in_the_table_alone(facts: Facts, library: Library) -> None:
    (table,) = draw(facts, library, "trend", "results", results=rows("r", result(APRIL, "-3"), result(MAY, "2")))
    assert isinstance(table, Table)
    assert plain(table.rows[0].cells[1].lines[0]) == "-3%"


def test_rows_without_a_month_are_no_results(facts: Facts, library: Library) -> None:
    (block,) = draw(facts, library, "trend", "results", results=rows("r", {"result": Percentage(Decimal(3))}))
    assert isinstance(block, Paragraph)
    (block,) = draw(facts, library, "trend", "results")
    assert isinstance(block, Paragraph)


def test_several_measures_stand_side_by_side_with_their_targets(facts: Facts, library: Library) -> None:
    aim = Percentage(Decimal(95))
    measures = rows(
        "m",
        result(APRIL, "71", measure="Answered in time", target=aim),
        result(APRIL, "60", measure="First visit"),
        result(MAY, "75", measure="Answered in time"),
    )
    figures, table = draw(facts, library, "trends", "measures", measures=measures)
    assert isinstance(figures, Figures)
    assert [plain(figure.title) for figure in figures.figures] == ["Answered in time: 75%", "First visit: 60%"]
    assert plain(figures.figures[0].below) == "target 95%"
    assert figures.figures[1].below == ()
    assert plain(figures.note) == "Percentage scales start at 50%."
    assert isinstance(table, Table)
    assert [plain(cell.lines[0]) for cell in table.head[0].cells] == ["Month", "Answered in time", "First visit"]


def test_a_measure_below_nought_stands_in_the_table_beside_the_others(facts: Facts, library: Library) -> None:
    below = result(APRIL, "-2", measure="Change")
    other = result(APRIL, "60", measure="First visit")
    figures, table = draw(facts, library, "trends", "measures", measures=rows("m", below, other))
    assert isinstance(figures, Figures)
    assert len(figures.figures) == 1
    assert isinstance(table, Table)
    assert len(table.columns) == 3
    (alone,) = draw(facts, library, "trends", "measures", measures=rows("m", below))
    assert isinstance(alone, Table)
    (gap,) = draw(facts, library, "trends", "measures")
    assert isinstance(gap, Paragraph)
