# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from tests.render.figures.dashboard import measure
from tests.render.figures.governance import calendar, coverage, full_calendar, levels

from evidencepack.blocks.blocks import Fill, Ruling, Table, TableRow
from evidencepack.blocks.inlines import Text
from evidencepack.compose.figures.trends import trend_figure
from evidencepack.render.figures.tables import as_table
from evidencepack.render.number import plain


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
