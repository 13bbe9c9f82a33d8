# SPDX-License-Identifier: MPL-2.0
"""What is only wrong together is found, what is right is not, and the sample has none of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from tests.review.on_sample import messages, saying, saying_in_row
from tests.shipped import LIBRARY

from evidencepack.domain.record import Facts
from evidencepack.domain.values import Duration, DurationUnit, FieldType, Number
from evidencepack.review.plausible import HAPPENED, PAIRS


@pytest.mark.parametrize("rule", ["SG-09", "DT-52", "DT-53", "KP-51"])
def test_the_sample_has_nothing_of_the_kind(rule: str, sample_facts: Facts) -> None:
    assert messages(sample_facts, rule) == []


def test_every_day_that_is_compared_is_asked_somewhere() -> None:
    fields = [field for kind in LIBRARY.kinds.values() for field in kind.fields.values()]
    asked = {one.id for field in fields for one in (field, *field.columns) if one.type is FieldType.DATE}
    assert {name for pair in PAIRS for name in pair} | HAPPENED <= asked


def test_an_end_before_its_start_is_found_with_both_days(sample_facts: Facts) -> None:
    assert messages(saying(sample_facts, "TBN-MOU-01", end_date=date(2026, 6, 30)), "SG-09") == [
        "Memorandum of understanding TBN-MOU-01: “When does it end” says 30 June 2026, which is before "
        "“When does it start”, 15 February 2027. One of the two is wrong, and an evaluator sees it."
    ]


def test_the_same_day_is_no_wrong_way_round(sample_facts: Facts) -> None:
    assert messages(saying(sample_facts, "TBN-MOU-01", end_date=date(2027, 2, 15)), "SG-09") == []


def test_an_end_before_its_start_is_found_in_a_row_too(sample_facts: Facts) -> None:
    facts = saying_in_row(sample_facts, "TBN-SV-01", "project_plan", 1, due=date(2026, 1, 1))
    assert len(messages(facts, "SG-09")) == 1


def test_a_paper_that_was_withdrawn_is_left_alone(sample_facts: Facts) -> None:
    wrong = saying(sample_facts, "TBN-MOU-01", end_date=date(2026, 6, 30), status="withdrawn")
    assert messages(wrong, "SG-09") == []


def test_what_has_happened_on_a_day_to_come_is_found(sample_facts: Facts) -> None:
    facts = saying_in_row(sample_facts, "KPI-01", "readings", 1, entered_on=date(2027, 2, 16))
    assert messages(facts, "DT-52") == [
        "Shared measure KPI-01: “Entered on” says 16 February 2027, and that is still to come. "
        "In this tender it is 15 February 2027, so an evaluator sees a slip."
    ]
    assert messages(saying_in_row(sample_facts, "KPI-01", "readings", 1, entered_on=date(2027, 2, 15)), "DT-52") == []


def test_a_value_that_nobody_could_type_is_found_when_a_file_brought_it(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "TBN-MOU-01", notice_days=Number(Decimal(-5), "days"))
    assert messages(facts, "DT-53") == [
        "Memorandum of understanding TBN-MOU-01: “How much notice does a partner give to leave”. "
        "That cannot be right. Write a number from 1 to 1,095. Whoever sees it doubts the rest."
    ]
    ages = Duration(Decimal(999999999999), DurationUnit.DAYS)
    assert len(messages(saying(sample_facts, "RT1", within=ages), "DT-53")) == 1


def test_more_cases_met_than_there_were_and_a_target_above_all_are_found(sample_facts: Facts) -> None:
    cells = {"met": Number(Decimal(40)), "cases": Number(Decimal(34))}
    facts = saying_in_row(saying(sample_facts, "KPI-01", unit="pct"), "KPI-01", "readings", 1, **cells)
    (message,) = messages(facts, "KP-51")
    assert message.startswith("Shared measure KPI-01: “Cases met” says 40, which is more than 34. ")
    above = saying(sample_facts, "KPI-01", unit="pct", target=Number(Decimal(120)))
    (message,) = messages(above, "KP-51")
    assert message.startswith("Shared measure KPI-01: “What is the target” says 120%, which is more than 100%. ")
    assert messages(saying(sample_facts, "KPI-01", unit="count", target=Number(Decimal(120))), "KP-51") == []
