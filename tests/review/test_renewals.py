# SPDX-License-Identifier: MPL-2.0
"""The renewal sheet knows what runs out, what is to be looked at again and which figures are due, day by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.pack.annexed import annex, joined
from tests.review.on_sample import read, record_of, saying, saying_in_row

from evidencepack.domain.record import Facts
from evidencepack.domain.values import Frequency
from evidencepack.review.renewals import Lapse, Renewal, last_day, renewals, toolkit_until


def of(facts: Facts, reference: str) -> list[Renewal]:
    """Return what is to be renewed of one record."""
    return [one for one in renewals(read(facts)) if one.record.reference == reference]


def test_days_come_in_order_and_all_within_the_year_or_over(sample_facts: Facts) -> None:
    days = [one.day for one in renewals(read(sample_facts))]
    assert days == sorted(days)
    assert {one.lapse for one in renewals(read(sample_facts))} == set(Lapse)
    assert max(days) <= last_day(read(sample_facts).as_of) == date(2028, 2, 14)


def test_a_certificate_that_runs_out_says_who_renews_it_and_that_it_is_too_early(sample_facts: Facts) -> None:
    (found,) = of(sample_facts, "EV-03")
    assert (found.day, found.lapse, found.early, found.over) == (date(2027, 6, 30), Lapse.RUNS_OUT, True, False)
    assert (found.who, found.note) == ("Tomáš Dvořák", "Tomáš publishes again in May 2027")
    (found,) = of(saying(sample_facts, "EV-03", expires=date(2027, 7, 1)), "EV-03")
    assert not found.early


def test_an_annex_that_runs_out_stands_on_the_sheet_with_who_made_it(sample_facts: Facts) -> None:
    made = {"title": "Cover", "issued_by": "Lea Valley Mutual"}
    one = annex("AN-01", note="x", what="certificate", expires=date(2027, 5, 1)).record
    one = replace(one, answers={**one.answers, **made})
    (found,) = of(joined(sample_facts, one), "AN-01")
    assert (found.day, found.lapse, found.early, found.note) == (
        date(2027, 5, 1), Lapse.RUNS_OUT, True, "Lea Valley Mutual",
    )  # fmt: skip
    assert found.called == "AN-01 Cover"
    assert of(joined(sample_facts, replace(one, answers={**one.answers, "what": "policy"})), "AN-01") == []


def test_what_is_over_stays_on_the_sheet(sample_facts: Facts) -> None:
    (found,) = of(saying(sample_facts, "TBN-CS-01", review_date=date(2026, 1, 31)), "TBN-CS-01")
    assert found.over
    (found,) = of(saying(sample_facts, "TBN-CS-01", review_date=date(2027, 2, 15)), "TBN-CS-01")
    assert not found.over


def test_what_lies_beyond_the_year_is_left_out_unless_the_contract_starts_later(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "EV-01", expires=date(2028, 2, 14))
    assert len(of(facts, "EV-01")) == 1
    facts = saying(sample_facts, "EV-01", expires=date(2028, 2, 15))
    assert of(facts, "EV-01") == []
    later = saying(facts, record_of_tender(facts), contract_start=date(2028, 6, 1))
    (found,) = of(later, "EV-01")
    assert found.early


def test_a_figure_that_was_entered_late_makes_the_next_one_due_later(sample_facts: Facts) -> None:
    # The starters of 2025 were counted in January 2027, when each had been there for a year.
    (late,) = of(sample_facts, "KPI-10")
    assert (late.day, late.over) == (date(2027, 1, 15) + timedelta(184), False)
    early = saying_in_row(sample_facts, "KPI-10", "readings", 1, entered_on=date(2026, 1, 15))
    (due,) = of(early, "KPI-10")
    assert (due.day, due.over) == (date(2026, 7, 3), True)


def test_the_next_figure_is_due_one_period_after_the_last(sample_facts: Facts) -> None:
    (found,) = of(sample_facts, "KPI-01")
    assert (found.day, found.lapse, found.who) == (date(2027, 3, 3), Lapse.FIGURES, "Róisín O’Shaughnessy")
    assert of(saying(sample_facts, "KPI-01", freq=Frequency.ON_EVENT), "KPI-01") == []
    assert of(saying(sample_facts, "KPI-01", readings=None), "KPI-01") == []


def test_a_letter_without_a_day_is_old_after_half_a_year(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "TBN-LOS-MT", review_date=None, letter_date=date(2026, 8, 31))
    (found,) = of(facts, "TBN-LOS-MT")
    assert (found.day, found.what) == (date(2027, 2, 28), "is old by then")


@pytest.mark.parametrize(
    ("published", "until"),
    [
        (date(2026, 6, 18), date(2027, 6, 30)),
        (date(2026, 6, 30), date(2027, 6, 30)),
        (date(2026, 7, 1), date(2028, 6, 30)),
        (date(2027, 1, 4), date(2028, 6, 30)),
    ],
)
def test_the_toolkit_stands_until_the_june_after_its_year(published: date, until: date) -> None:
    assert toolkit_until(published) == until


def test_a_year_from_a_leap_day_ends_before_the_first_of_march() -> None:
    assert last_day(date(2028, 2, 29)) == date(2029, 2, 28)
    assert last_day(date(2027, 3, 1)) == date(2028, 2, 29)


def test_others_than_the_partners_renew_for_themselves(sample_facts: Facts) -> None:
    council = next(one for one in sample_facts.of_kind("organisation") if one.reference not in PARTNERS)
    facts = saying(sample_facts, council.reference, insurance_expiry=date(2027, 5, 1))
    assert of(facts, council.reference) == []


PARTNERS = frozenset({"FB", "MT", "OH", "LC", "KR"})


def record_of_tender(facts: Facts) -> str:
    return record_of(facts, facts.records[facts.tender].reference).reference
