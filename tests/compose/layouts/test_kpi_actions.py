# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date

from tests.compose.layouts.measuring import number, only_table, rising, show, words

from evidencepack.blocks.blocks import Paragraph
from evidencepack.compose.plain import plain
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Reference
from evidencepack.library.model import Library

AMBER = {"target": number(95), "amber_from": number(80), "red_from": number(60)}
RED = {"target": number(95), "amber_from": number(90), "red_from": number(80)}


def test_a_weak_measure_says_why_what_who_and_by_when(facts: Facts, library: Library) -> None:
    answered = rising(
        1,
        cause="No cover at weekends",
        action="A second rota",
        action_owner=Reference("nasrin"),
        action_due=date(2027, 3, 31),
        **AMBER,
    )
    table = only_table(show(facts, library, "kpi_actions", answered, rising(2, target=number(70))))
    assert words(table.rows) == [
        ["KPI-01 Measure 1", "Amber / 75%", "No cover at weekends", "A second rota", "Nasrin Akhtar / 31 March 2027"]
    ]


def test_a_weak_measure_without_a_cause_shows_the_gap(facts: Facts, library: Library) -> None:
    (row,) = words(only_table(show(facts, library, "kpi_actions", rising(1, **RED))).rows)
    assert row[1] == "Red / 75%"
    assert row[2] == "[to complete: Why is it amber or red?]"


def test_when_nothing_is_weak_it_says_so(facts: Facts, library: Library) -> None:
    (said,) = show(facts, library, "kpi_actions", rising(1, target=number(70)))
    assert isinstance(said, Paragraph)
    assert plain(said.inlines) == "No measure is amber or red."
    (gap,) = show(facts, library, "kpi_actions")
    assert isinstance(gap, Paragraph)
    assert plain(gap.inlines) == "Nothing yet."
