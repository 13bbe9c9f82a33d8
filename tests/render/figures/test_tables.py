# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from tests.render.figures.dashboard import measure
from tests.render.figures.governance import calendar, coverage, full_calendar, levels
from tests.render.typeset.setting import LEFT, document, set_blocks

from evidencepack.blocks.blocks import Figure, Fill, Ruling, Table, TableRow
from evidencepack.blocks.inlines import Text
from evidencepack.compose.figures.trends import trend_figure
from evidencepack.render.figures.tables import as_table
from evidencepack.render.number import number, plain
from evidencepack.render.theme import MM


def table(made: Table | None) -> Table:
    assert made is not None
    return made


def cells(row: TableRow) -> list[tuple[str, Fill, int]]:
    return [("/".join(map(plain, cell.lines)), cell.fill, cell.span) for cell in row.cells]


def test_calendars_and_grids_are_tables_trends_and_levels_are_drawn() -> None:
    assert as_table(levels()) is None
    assert as_table(trend_figure(measure("x", "1"))) is None
    assert table(as_table(calendar())).ruling is Ruling.CALENDAR
    assert table(as_table(coverage())).ruling is Ruling.GRID


def test_a_calendar_has_a_row_for_each_series_and_a_line_where_the_contract_starts() -> None:
    made = table(as_table(calendar()))
    assert [plain(cell.lines[0]) for cell in made.head[0].cells][:4] == ["2027–28", "May", "Jun", "Jul"]
    assert made.heavy == 3
    assert made.summary == calendar().alt
    assert [cell[0] for cell in cells(made.rows[2])][:4] == ["M3 Risk review", "12/26", "9/23", "7/21"]
    assert all(sum(cell.span for cell in row.cells) == 13 for row in made.rows)


def test_a_band_parts_at_the_contract_and_its_words_stand_in_the_longer_part() -> None:
    made = table(as_table(calendar()))
    assert cells(made.rows[0]) == [
        ("M1 Daily huddle", Fill.NONE, 1),
        ("", Fill.BAND, 2),
        ("daily, 08:30", Fill.BAND, 10),
    ]


def test_a_band_may_begin_late() -> None:
    made = table(as_table(full_calendar()))
    assert cells(made.rows[10])[-1] == ("weekly, Tuesday 10:00", Fill.BAND, 8)
    assert cells(made.rows[10])[1:5] == [("", Fill.NONE, 1)] * 4
    assert cells(made.rows[11])[1:] == [("whenever it is needed", Fill.BAND, 12)]
    assert made.heavy == 1


def test_the_dates_of_the_board_are_bold() -> None:
    board, other = table(as_table(calendar())).rows[3:5]
    assert all(getattr(inline, "bold", False) for cell in board.cells[1:] for inline in cell.lines[0])
    assert not any(getattr(inline, "bold", False) for cell in other.cells[1:] for inline in cell.lines[0])


def test_what_is_covered_is_a_word_first_and_a_ground_second() -> None:
    made = table(as_table(coverage()))
    assert cells(made.rows[2])[1:] == [
        ("Met · 2", Fill.NONE, 1),
        ("Met · 2", Fill.NONE, 1),
        ("Thin · 1", Fill.TINT, 1),
        ("Met · 2", Fill.NONE, 1),
        ("Missing", Fill.INK, 1),
    ]
    assert plain(made.head[0].cells[1].lines[0]) == "1 Purpose"
    assert made.head[0].cells[0].lines == ((Text("Partner"),),)


def test_a_calendar_counts_as_a_figure_and_coverage_as_a_table() -> None:
    (numbered,) = number((document(calendar(), coverage(), levels()),)).documents
    labels = [block.label for block in numbered.sections[0].blocks if isinstance(block, Figure)]
    assert labels == ["Figure 1", "Table 1", "Figure 2"]


def test_the_start_of_the_contract_crosses_bands_and_the_lines_of_months_do_not() -> None:
    page = set_blocks(calendar()).pages[0]
    upright = [rule for rule in page.rules if rule.x0 == rule.x1]
    heavy = [rule for rule in upright if rule.weight == 1.5]
    light = [rule for rule in upright if rule.weight == 0.5]
    assert len(heavy) == 9, "in the head and in every row"
    assert {rule.colour for rule in heavy} == {"ink"}
    assert {rule.colour for rule in light} == {"grid"}
    assert len({round(rule.x0, 2) for rule in light} & {round(rule.x0, 2) for rule in heavy}) == 0
    band = next(run for run in page.runs if run.text.startswith("daily"))
    assert not any(rule.y0 < band.y < rule.y1 for rule in light)
    assert any(rule.y0 < band.y < rule.y1 for rule in heavy)
    month = 136 * MM / 12
    first = LEFT + 29 * MM
    assert heavy[0].x0 == pytest.approx(first + 2 * month)
    assert sum(box.fill == "tint1" for box in page.boxes) == 4


def test_the_words_of_a_grid_stand_in_from_the_edge_of_their_cell() -> None:
    page = set_blocks(coverage()).pages[0]
    thin = next(run for run in page.runs if run.text.startswith("Thin"))
    box = next(box for box in page.boxes if box.fill == "tint2")
    assert thin.x - box.x == pytest.approx(2 * MM)
    missing = next(run for run in page.runs if run.text.startswith("Missing"))
    assert (missing.colour, thin.colour) == ("white", "ink")
