# SPDX-License-Identifier: MPL-2.0
"""The coverage grid says for each partner what answers each question, and never gives a mark."""

from __future__ import annotations

from dataclasses import fields

from tests.review.on_sample import less_row, linked, messages, read, saying, without

from evidencepack.domain.record import Facts
from evidencepack.domain.trade import EvaluatorQuestion
from evidencepack.review.coverage import Covered, coverage
from evidencepack.review.four_fits import Fit
from evidencepack.review.standing import Place, Standing


def row(facts: Facts, partner: str) -> Covered:
    (found,) = (one for one in coverage(read(facts)) if one.partner.name == partner)
    return found


def test_every_partner_has_a_place_for_every_question_and_every_part_of_its_fit(sample_facts: Facts) -> None:
    grid = coverage(read(sample_facts))
    assert [one.partner.name for one in grid] == ["Maitree", "Osierbed", "Lea Marsh", "Kestrel"]
    assert all(list(one.places) == list(EvaluatorQuestion) and list(one.fits) == list(Fit) for one in grid)


def test_what_is_met_says_what_counts_and_wants_nothing(sample_facts: Facts) -> None:
    found = row(sample_facts, "Maitree").places[EvaluatorQuestion.CONTRIBUTION]
    assert (found.standing, found.wanting) == (Standing.MET, "")
    assert found.counts[0].called.startswith("CO-02: 12 sessions a week")


def test_what_is_thin_or_missing_says_what_is_wanting(sample_facts: Facts) -> None:
    thin = row(saying(sample_facts, "CO-02", where_when=""), "Maitree").places[EvaluatorQuestion.CONTRIBUTION]
    assert (thin.standing, thin.wanting) == (Standing.THIN, "where and when")
    missing = row(saying(sample_facts, "CO-02", volume="as agreed"), "Maitree").places[EvaluatorQuestion.CONTRIBUTION]
    assert (missing.standing, missing.wanting, missing.counts) == (Standing.MISSING, "an amount", ())


def test_a_place_has_no_number_that_could_be_taken_for_a_mark() -> None:
    assert {one.name for one in fields(Place)} == {"standing", "counts", "wanting"}


def test_a_partner_whom_nobody_tested_and_no_memorandum_names_is_in_the_grid(sample_facts: Facts) -> None:
    untested = less_row(without(sample_facts, "FIT-MT"), "TBN-MOU-01", "parties", 2)
    found = row(untested, "Maitree")
    assert set(found.fits.values()) == {Place(Standing.MISSING, (), "nobody has judged it")}
    assert found.places[EvaluatorQuestion.CONTRIBUTION].standing is Standing.MET
    assert [one.partner.name for one in coverage(read(untested))][-1] == "Maitree"


def test_whoever_was_left_out_or_buys_is_no_partner(sample_facts: Facts) -> None:
    out = saying(sample_facts, "FIT-MT", decision="exclude")
    bought = saying(out, "CO-03", party=linked(out, "LBT"))
    assert [one.partner.name for one in coverage(read(bought))] == ["Osierbed", "Lea Marsh", "Kestrel"]


def test_the_five_questions_are_asked_of_an_untested_partner(sample_facts: Facts) -> None:
    facts = saying(without(sample_facts, "FIT-MT", "TBN-NAR-01"), "CO-02", volume="as agreed")
    for rule in ("FQ-01", "FQ-02"):
        assert any("Maitree" in one for one in messages(facts, rule)), rule
