# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable

from evidencepack.blocks.blocks import Cell, Column, Paragraph, Table, TableRow
from evidencepack.blocks.inlines import Text, Value
from evidencepack.compose.layouts.facts_list import facts_list
from evidencepack.compose.scope import Scope
from evidencepack.library.model import Schedule

ScopeOf = Callable[..., Scope]
ScheduleOf = Callable[..., Schedule]


def test_facts_are_label_and_words_and_what_has_no_words_is_left_out(scope: ScopeOf, schedule_of: ScheduleOf) -> None:
    schedule = schedule_of("facts", ("Law", "{{ mou.law }}"), ("Cost", "{% if mou.cost %}x{% endif %}"), note="Small.")
    assert facts_list(schedule, scope()) == (
        Table(
            columns=(Column(47), Column()),
            head=(),
            rows=(TableRow((Cell(((Text("Law"),),)), Cell(((Value("England & Wales", ("m1/law",)),),)))),),
            note=(Text("Small."),),
            summary="Facts: what each thing is, then its words.",
        ),
    )


def test_with_rows_there_is_a_list_for_each_and_the_note_is_under_the_last(
    scope: ScopeOf, schedule_of: ScheduleOf
) -> None:
    schedule = schedule_of("facts", ("Item", "{{ row.item }}"), of="in_scope", note="Small.")
    tables = facts_list(schedule, scope())
    assert [table.note for table in tables if isinstance(table, Table)] == [(), (Text("Small."),)]


def test_without_rows_a_sentence_stands_there(scope: ScopeOf, schedule_of: ScheduleOf) -> None:
    schedule = schedule_of("facts", ("Item", "{{ row.item }}"), of="in_scope", empty="None.")
    assert facts_list(schedule, scope(in_scope=None)) == (Paragraph((Text("None."),)),)
