# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from evidencepack.blocks.blocks import Align, Cell, Column, Paragraph, Table, TableRow
from evidencepack.blocks.inlines import LineBreak, Text, Value
from evidencepack.compose.layouts.record_table import record_table
from evidencepack.compose.scope import Scope
from evidencepack.domain.values import Row
from evidencepack.domain.values import Table as Rows
from evidencepack.library.model import Schedule

ScopeOf = Callable[..., Scope]
ScheduleOf = Callable[..., Schedule]


def test_a_row_for_each_row_and_a_cell_for_each_column(scope: ScopeOf, schedule_of: ScheduleOf) -> None:
    schedule = schedule_of(
        "scope",
        ("Item", "{{ row.item }}"),
        ("Since", "{{ row.since|short_date }}"),
        of="in_scope",
        note="As {{ mou.reference }}.",
        size=9,
    )
    columns = (replace(schedule.columns[0], width=23), replace(schedule.columns[1], align="right"))
    assert record_table(replace(schedule, columns=columns), scope()) == (
        Table(
            columns=(Column(23), Column(align=Align.RIGHT)),
            head=(TableRow((Cell(((Text("Item"),),)), Cell(((Text("Since"),),)))),),
            rows=(
                TableRow((Cell(((Value("first visits", ("m1/in_scope/s1/item",)),),)), Cell(()))),
                TableRow(
                    (
                        Cell(((Value("key safes", ("m1/in_scope/s2/item",)),),)),
                        Cell(((Value("5 Feb 2027", ("m1/in_scope/s2/since",)),),)),
                    )
                ),
            ),
            note=(Text("As "), Value("TBN-MOU-01", ("m1/reference",)), Text(".")),
            summary="Scope, 2 rows. Columns: Item; Since.",
            size=9,
        ),
    )


def test_shared_records_are_rows_and_only_required_gaps_show(scope: ScopeOf, schedule_of: ScheduleOf) -> None:
    schedule = schedule_of(
        "list", ("Party", "{{ row.party.short_name }}"), ("KPI", "{{ row.kpi }}"), of="contributions"
    )
    (table,) = record_table(schedule, scope())
    assert isinstance(table, Table)
    assert [[cell.lines for cell in row.cells] for row in table.rows] == [
        [((Value("Maitree", ("mt/short_name",)),),), ()],
        [
            ((Value("[to complete: Short name]", ("lbt/short_name",), missing=True),),),
            ((Value("KPI-01", ("c2/kpi",)),),),
        ],
    ]


def test_one_row_is_counted_as_one(scope: ScopeOf, schedule_of: ScheduleOf) -> None:
    (table,) = record_table(
        schedule_of("scope", ("Item", "{{ row.item }}"), of="in_scope"),
        scope(in_scope=Rows((Row("s1", {"item": "visits"}),))),
    )
    assert isinstance(table, Table)
    assert table.summary == "Scope, 1 row. Columns: Item."


def test_cells_may_have_several_lines(scope: ScopeOf, schedule_of: ScheduleOf) -> None:
    within = scope(in_scope=Rows((Row("s1", {"item": "visits\nby day\n\n- at home"}),)))
    (table,) = record_table(schedule_of("x", ("Item", "({{ mou.reference }})\n{{ row.item }}"), of="in_scope"), within)
    assert isinstance(table, Table)
    item = [Value(text, ("m1/in_scope/s1/item",)) for text in ("visits", "by day", "at home")]
    assert table.rows[0].cells[0].lines == (
        (Text("("), Value("TBN-MOU-01", ("m1/reference",)), Text(")")),
        (item[0], LineBreak(), item[1]),
        (item[2],),
    )
    assert table.rows[0].cells[0].signs == ("", "", "•")


def test_steps_in_a_cell_are_a_list_of_numbers(scope: ScopeOf, schedule_of: ScheduleOf) -> None:
    within = scope(in_scope=Rows((Row("s1", {"item": "1. call\n2. visit"}),)))
    (table,) = record_table(schedule_of("x", ("Item", "{{ row.item }}"), of="in_scope"), within)
    assert isinstance(table, Table)
    assert table.rows[0].cells[0].signs == ("1", "2")


def test_without_rows_the_kinds_sentence_or_a_gap_stands_there(scope: ScopeOf, schedule_of: ScheduleOf) -> None:
    empty = scope(in_scope=None)
    said = schedule_of("x", ("Item", "{{ row.item }}"), of="in_scope", empty="There is nothing yet.")
    assert record_table(said, empty) == (Paragraph((Text("There is nothing yet."),)),)
    gap = Value("[to complete: In scope]", ("m1/in_scope",), missing=True)
    assert record_table(replace(said, empty=""), empty) == (Paragraph((gap,)),)


def test_a_line_that_begins_with_a_label_has_it_bold(scope: ScopeOf, schedule_of: ScheduleOf) -> None:
    schedule = schedule_of(
        "scope", ("Item", "{{ row.item }}\nSince: {{ row.item }}\nAs said: more"), of="in_scope", note=""
    )
    (table,) = record_table(schedule, scope())
    assert isinstance(table, Table)
    value = Value("first visits", ("m1/in_scope/s1/item",))
    assert table.rows[0].cells[0].lines == (
        (value,),
        (Text("Since:", bold=True), Text(" "), value),
        (Text("As said: more"),),
    )
