# SPDX-License-Identifier: MPL-2.0
"""Each part of the four-part fit stands as it was judged, with the reason that counts."""

from __future__ import annotations

import pytest
from tests.review.on_sample import read, saying

from evidencepack.domain.record import Facts
from evidencepack.review.four_fits import Fit, fit_of
from evidencepack.review.partners import Partner, partners_of
from evidencepack.review.standing import Place, Standing


def place(facts: Facts, fit: Fit) -> Place:
    reading = read(facts)
    (maitree,) = (one for one in partners_of(reading) if one.name == "Maitree")
    return fit_of(reading, maitree, fit)


@pytest.mark.parametrize("fit", Fit)
def test_each_part_of_the_sample_is_met_and_says_why(fit: Fit, sample_facts: Facts) -> None:
    found = place(sample_facts, fit)
    assert (found.standing, found.wanting) == (Standing.MET, "")
    assert found.counts[0].called


@pytest.mark.parametrize(
    ("judged", "reason", "stands", "wanting"),
    [
        (None, "They are near.", Standing.MISSING, "nobody has judged it"),
        ("fail", "Too far.", Standing.MISSING, "it was judged a fail"),
        ("fix", "They have no office yet.", Standing.THIN, "what is to be mended first"),
        ("pass", " ", Standing.THIN, "why it was passed"),
        ("pass", "They are near.", Standing.MET, ""),
    ],
)
def test_a_part_stands_as_it_was_judged(
    judged: str | None, reason: str, stands: Standing, wanting: str, sample_facts: Facts
) -> None:
    found = place(saying(sample_facts, "FIT-MT", local_fit=judged, local_fit_reason=reason), Fit.PLACE)
    assert (found.standing, found.wanting) == (stands, wanting)


def test_evidence_has_to_name_a_paper_or_a_measure_that_is_there(sample_facts: Facts) -> None:
    assert [one.called for one in place(sample_facts, Fit.EVIDENCE).counts[1:]] == [
        "Case study TBN-CS-01",
        "Shared measure KPI-07",
        "Shared measure KPI-08",
    ]
    found = place(saying(sample_facts, "FIT-MT", evidence_links="TBN-CS-99, see above"), Fit.EVIDENCE)
    assert (found.standing, found.wanting) == (Standing.THIN, "the paper or measure that shows it")


def test_every_part_is_a_question_of_the_fit_test(sample_facts: Facts) -> None:
    reading = read(sample_facts)
    partner: Partner = partners_of(reading)[0]
    asked = reading.library[partner.fit.kind].fields
    assert {name for fit in Fit for name in (fit.value, f"{fit.value}_reason")} <= asked.keys()
