# SPDX-License-Identifier: MPL-2.0
"""What a check says of days on which offices are closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from tests.review.conftest import KINDS, RULES, field, kind
from tests.shipped import LIBRARY as SHIPPED

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, FieldType, Row, Table
from evidencepack.library.model import Library
from evidencepack.review.closed_days import PLANNED
from evidencepack.review.register import Reading, review

STEPS = replace(field("steps", FieldType.TABLE), columns=(field("due", FieldType.DATE), field("step")))
GATE = kind("gateway", field("gate_date", FieldType.DATE), field("begun_on", FieldType.DATE), STEPS)
LIBRARY = Library({one.id: one for one in (*KINDS, GATE)}, RULES)
MAY_DAY, DAY_AFTER = date(2027, 5, 3), date(2027, 5, 4)


@pytest.fixture
def found() -> Callable[..., list[Finding]]:
    def look(nation: str = "", as_of: date = date(2027, 2, 15), **answers: Answer) -> list[Finding]:
        tender: Mapping[str, Answer] = {"title": "Home First", "nation": nation}
        records = (
            Record("tender-1", "tender", "TBN", "tender-1", tender),
            Record("gate-1", "gateway", "G1", "tender-1", answers),
        )
        facts = Facts("tender-1", {record.id: record for record in records})
        return [one for one in review(Reading("tender-1", (), facts, LIBRARY, as_of)) if one.rule == "CHK-DT-51"]

    return look


def test_a_day_on_which_offices_are_closed_is_named_with_what_it_is(found: Callable[..., list[Finding]]) -> None:
    [finding] = found(gate_date=MAY_DAY)
    assert finding.message == "Gateway G1, Gate_Date: 3 May 2027, the early May bank holiday"
    assert (finding.record, finding.field) == ("gate-1", "gate-1/gate_date")


def test_a_working_day_a_day_gone_by_and_a_day_that_plans_nothing_are_not(found: Callable[..., list[Finding]]) -> None:
    assert found(gate_date=DAY_AFTER) == []
    assert found(gate_date=MAY_DAY, as_of=DAY_AFTER) == []
    assert found(begun_on=MAY_DAY) == []


def test_a_cell_of_a_table_is_found_in_its_row(found: Callable[..., list[Finding]]) -> None:
    steps = Table((Row("row-1", {"due": DAY_AFTER, "step": "Draft"}), Row("row-2", {"due": MAY_DAY})))
    assert [one.field for one in found(steps=steps)] == ["gate-1/steps/row-2/due"]


def test_the_nation_of_the_tender_decides(found: Callable[..., list[Finding]]) -> None:
    easter_monday = date(2027, 3, 29)
    assert len(found(gate_date=easter_monday)) == 1
    assert found("scotland", gate_date=easter_monday) == []


def test_every_planned_day_is_a_date_of_some_kind() -> None:
    dates = {
        one.id
        for each in SHIPPED.kinds.values()
        for asked in each.fields.values()
        for one in (asked, *asked.columns)
        if one.type is FieldType.DATE
    }
    assert dates >= PLANNED
