# SPDX-License-Identifier: MPL-2.0
"""Each promise stands beside what holds it up; a promise without proof and a proof without a promise are seen."""

from __future__ import annotations

from datetime import date

import pytest
from tests.review.on_sample import less_row, messages, read, record_of, saying, without

from evidencepack.domain.record import Facts
from evidencepack.domain.values import Table
from evidencepack.review.evidence_map import EvidenceMap, Held, Sort, evidence_map
from evidencepack.review.proofs import last_month_in
from evidencepack.review.standing import Standing


def held(facts: Facts, reference: str) -> Held:
    """Return the one promise of a record with its proofs."""
    (found,) = (one for one in map_of(facts).held if one.promise.record.reference == reference)
    return found


def map_of(facts: Facts) -> EvidenceMap:
    return evidence_map(read(facts))


def test_every_sort_of_promise_of_the_sample_is_there_and_nothing_is_unheld(sample_facts: Facts) -> None:
    found = map_of(sample_facts)
    counts = {sort: sum(one.promise.sort is sort for one in found.held) for sort in Sort}
    assert counts == {
        Sort.ROLE: 5,
        Sort.RESPONSE_TIME: 12,
        Sort.TARGET: 15,
        Sort.SOCIAL_VALUE: 10,
        Sort.EFFECT: 5,
    }
    assert [one for one in found.held if one.standing is Standing.MISSING] == []
    assert found.unused == ()


def test_a_role_is_held_by_its_measures_the_stories_and_the_letter_of_its_partner(sample_facts: Facts) -> None:
    found = held(sample_facts, "CO-02")
    assert found.promise.said.startswith("Community connector sessions: 12 sessions a week from two connectors")
    assert found.promise.party == record_of(sample_facts, "MT")
    assert [(one.called, one.day) for one in found.proofs] == [
        ("KPI-07 Activities a week at week 6: 2.7", date(2027, 1, 31)),
        ("KPI-08 Connector in 2 working days: 100%", date(2027, 1, 31)),
        ("Case study TBN-CS-01", date(2026, 8, 31)),
        ("EV-04 Joint triage notes of the pilot, April 2026 to January 2027", date(2027, 1, 29)),
        ("Letter of support TBN-LOS-MT", date(2027, 2, 3)),
    ]
    assert [one.shows for one in found.proofs] == [True, True, True, True, False]


def test_of_all_case_studies_only_those_that_are_about_a_contribution_hold_it_up(sample_facts: Facts) -> None:
    def stories(facts: Facts, reference: str) -> list[str]:
        return [one.called for one in held(facts, reference).proofs if one.called.startswith("Case study")]

    assert stories(sample_facts, "CO-01") == []
    assert stories(saying(sample_facts, "TBN-CS-04", setting="As CO-01 says"), "CO-01") == ["Case study TBN-CS-04"]
    assert stories(sample_facts, "CO-03") == ["Case study TBN-CS-02"]
    unmeasured = saying(sample_facts, "CO-03", measure=None)
    assert stories(unmeasured, "CO-03") == ["Case study TBN-CS-02", "Case study TBN-CS-05"]


def test_a_letter_alone_promises_again_and_shows_nothing(sample_facts: Facts) -> None:
    facts = without(saying(sample_facts, "CO-04", measure=None), "TBN-CS-03")
    found = held(facts, "CO-04")
    assert (found.standing, [one.called for one in found.proofs]) == (Standing.THIN, ["Letter of support TBN-LOS-LC"])


def test_proof_of_another_partner_holds_nothing_up_and_that_of_the_lead_may(sample_facts: Facts) -> None:
    found = held(saying(sample_facts, "RT6", measured_by="KPI-08"), "RT6")
    assert (found.standing, [one.of for one in found.proofs]) == (Standing.MISSING, ["Maitree"])
    assert held(saying(sample_facts, "RT6", measured_by="KPI-03"), "RT6").standing is Standing.MET
    (message,) = messages(saying(sample_facts, "RT6", measured_by="KPI-08"), "CL-51")
    assert "shows the work of Maitree (KPI-08 Connector in 2 working days: 100%)" in message


@pytest.mark.parametrize(
    ("measured_by", "stands", "called"),
    [
        ("KPI-01", Standing.MET, ["KPI-01 Referrals answered in 2 hours: 94.1%"]),
        ("kpi-01, and the log", Standing.MET, ["KPI-01 Referrals answered in 2 hours: 94.1%"]),
        ("KPI-011", Standing.THIN, ["KPI-011"]),
        ("Call log", Standing.THIN, ["Call log"]),
        ("  ", Standing.MISSING, []),
    ],
)
def test_a_time_is_held_by_the_measure_it_names_thinly_by_a_log_and_by_nothing(
    measured_by: str, stands: Standing, called: list[str], sample_facts: Facts
) -> None:
    found = held(saying(sample_facts, "RT3", measured_by=measured_by), "RT3")
    assert found.promise.said == "Ring back, within 15 minutes"
    assert (found.standing, [one.called for one in found.proofs]) == (stands, called)


def test_a_target_without_a_result_of_five_cases_is_held_thinly(sample_facts: Facts) -> None:
    assert held(sample_facts, "KPI-10").standing is Standing.MET
    facts = less_row(sample_facts, "KPI-10", "readings", 1)
    found = held(saying(facts, "TBN-CS-03", measures=Table(())), "KPI-10")
    assert (found.standing, [one.called for one in found.proofs]) == (
        Standing.THIN,
        ["KPI-10 Starters kept for 12 months: no result yet"],
    )


def test_a_kept_paper_holds_up_what_it_says(sample_facts: Facts) -> None:
    assert held(sample_facts, "SV-05").standing is Standing.THIN
    facts = saying(sample_facts, "EV-04", supports="SV-05")
    found = held(facts, "SV-05")
    assert found.standing is Standing.MET
    assert found.proofs[0].called == "EV-04 Joint triage notes of the pilot, April 2026 to January 2027"


def test_what_is_not_promised_yet_is_no_promise(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "RT3", action=None)
    facts = saying(saying(facts, "KPI-01", target=None), "SV-01", total=None)
    references = {one.promise.record.reference for one in map_of(facts).held}
    assert references.isdisjoint({"RT3", "KPI-01", "SV-01"})


def test_a_proof_that_nothing_names_is_unused(sample_facts: Facts) -> None:
    facts = saying(saying(sample_facts, "EV-06", supports=None), "KPI-15", target=None)
    assert [one.reference for one in map_of(facts).unused] == ["KPI-15", "EV-06"]
    assert map_of(without(facts, "EV-06", "KPI-15")).unused == ()


def test_a_tender_that_says_nothing_has_an_empty_map(sample_facts: Facts) -> None:
    others = [one.reference for one in sample_facts.records.values() if one.kind != "tender"]
    assert map_of(without(sample_facts, *others)) == EvidenceMap((), ())


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("May to August 2026", date(2026, 8, 31)),
        ("October 2025 to January 2026, and December 2026", date(2026, 12, 31)),
        ("February 2028", date(2028, 2, 29)),
        ("last summer", None),
        ("", None),
    ],
)
def test_a_case_study_is_as_old_as_the_time_it_tells_of(period: str, day: date | None) -> None:
    assert last_month_in(period) == day
