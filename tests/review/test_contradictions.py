# SPDX-License-Identifier: MPL-2.0
"""Sentences as people write them, held against what was entered: what contradicts it, and what only looks so."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from tests.review.on_sample import read, record_of, saying
from tests.shipped import LIBRARY

from evidencepack.domain.finding import Finding, Put
from evidencepack.domain.record import Facts, Record
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.figures import other_figures, other_targets
from evidencepack.review.kept_times import other_kept_times
from evidencepack.review.meeting_rhythms import other_rhythms
from evidencepack.review.named_parties import no_parties, other_names
from evidencepack.review.notice_times import other_breach_times, other_levels, other_report_times
from evidencepack.review.other_facts import old_names, other_sums
from evidencepack.review.reading import Reading
from evidencepack.review.response_promises import other_response_times
from evidencepack.review.roles_said import other_jobs, others_in_roles
from evidencepack.review.tender_said import other_tender
from evidencepack.review.told_amounts import other_amounts
from evidencepack.review.told_terms import other_terms

Find = Callable[[Reading, RuleWords, Record], Iterator[Finding]]

MT, OH, KR, NAR = "TBN-LOS-MT/own_role", "TBN-LOS-OH/own_role", "TBN-LOS-KR/own_role", "TBN-NAR-01/p2_delivery"
MOU = "TBN-MOU-01/purpose"

FIRES: dict[Find, tuple[tuple[str, str, str], ...]] = {
    other_rhythms: (
        (NAR, "The Partnership Board meets every quarter.", "every quarter"),
        (NAR, "The Board, which meets every other month, decides.", "every other month"),
        (NAR, "Joint triage is held fortnightly.", "fortnightly"),
        (NAR, "The Partnership Board is chaired by Olúmídé. It meets twice a year.", "twice a year"),
        (NAR, "Each quarter we hold the Partnership Board.", "Each quarter"),
        (NAR, "The Board reviews progress every week.", "every week"),
        (NAR, "Joint triage meets on Wednesdays.", "Wednesdays"),
        (NAR, "Nasrin comes to joint triage at 14:00 each Tuesday.", "14:00"),
        (NAR, "The 30-minute huddle starts the day.", "30-minute"),
        (NAR, "Minutes of the Partnership Board go out within 10 working days.", "10 working days"),
    ),
    other_response_times: (
        (MT, "We ring back in two days, at the latest.", "two days"),
        (MT, "We promise a 48-hour answer.", "48-hour"),
        (MT, "We answer within 60 minutes.", "60 minutes"),
        (MT, "Maitree phones anyone flagged as isolated within 2 hours.", "2 hours"),
        (OH, "Key safes are fitted within 48 hours.", "48 hours"),
        (OH, "A decision on a flat takes one working day at most.", "one working day"),
        (KR, "An engineer is working on any P1 fault within 4 hours.", "4 hours"),
        (MOU, "Ferrybank makes the first visit within 6 hours of arriving home.", "6 hours"),
    ),
    other_breach_times: (
        (MT, "We tell the other partners of a breach within 48 hours.", "48 hours"),
        (MT, "A data incident is reported to partners by the next working day.", "the next working day"),
        (MT, "We work to a 48-hour breach notification.", "48-hour"),
    ),
    other_report_times: (
        (MT, "Safeguarding concerns are reported to the council by the next working day.", "the next working day"),
        (MT, "Our staff tell the safeguarding lead within 2 hours.", "2 hours"),
        (MT, "Any suspicion of abuse is reported within one working day.", "one working day"),
    ),
    other_levels: (
        (MT, "Level 2 decides within 8 working hours.", "8 working hours"),
        (MT, "Our five-step escalation ladder is clear.", "five-step"),
    ),
    others_in_roles: (
        (NAR, "The Partnership Board is chaired by Siân Llŷr-Evans.", "Siân Llŷr-Evans"),
        (NAR, "The chair of the Partnership Board is Priya Nair.", "Priya Nair"),
        (NAR, "Joint triage meets every Tuesday, with Imran Chowdhury in the chair.", "Imran Chowdhury"),
        (NAR, "Our safeguarding lead is Imran Chowdhury.", "Imran Chowdhury"),
        (NAR, "Kwabena Mensah answers for joint risks.", "Kwabena Mensah"),
        (NAR, "A fault calls stop-rule SR-5, and only Dáithí lifts it.", "Dáithí"),
        (NAR, "KPI-08 is owned by Imran Chowdhury.", "Imran Chowdhury"),
        (NAR, "Nasrin Akhtar leads, with Siân Llŷr-Evans as deputy.", "Siân Llŷr-Evans"),
        (KR, "Our digital record is led by Zoë Beaumont-Núñez.", "Zoë Beaumont-Núñez"),
    ),
    other_jobs: ((NAR, "Our Registered Manager, Kwabena Mensah, checks.", "Kwabena Mensah"),),
    other_targets: ((NAR, "KPI-08: target 98%.", "98"),),
    other_amounts: (
        (MT, "Our three connectors run 12 sessions a week.", "three connectors"),
        (MT, "We have 2.0 FTE.", "2.0 FTE"),
        (OH, "Eight furnished step-down flats are ready.", "Eight furnished step-down flats"),
        (MOU, "Kestrel gives 30 coaching days a year.", "30 coaching days a year"),
    ),
    other_tender: (
        (MT, "The contract runs from 1 July 2027 to 30 June 2031.", "30 June 2031"),
        (MT, "This is our answer to tender TBN-ASC-2026-014.", "TBN-ASC-2026-014"),
        (MT, "The four-year contract brings steady work.", "four"),
        (MT, "Our bid for Lot 3 stands.", "3"),
        (MT, "We cover all three wards.", "three"),
        (MT, "Home First Recovery Service starts.", "Home First Recovery Service"),
    ),
    other_kept_times: (
        (MT, "We keep connector notes for 6 years.", "6 years"),
        (MT, "Records are deleted 12 months after the last contact.", "12 months"),
    ),
    other_figures: (
        (MT, "90 of 90 were on time (KPI-08).", "90 of 90"),
        (MT, "Activities rose to 9.9 a week (KPI-07).", "9.9"),
    ),
    no_parties: (
        (MT, "Harbourlight Home Care will give night visits.", "Harbourlight Home Care"),
        (MT, "Our partners are Ferrybank, Maitree and Bridgeway Trust.", "Bridgeway Trust"),
    ),
    other_names: ((MT, "Osierbed Housing Trust Limited gives flats.", "Osierbed Housing Trust Limited"),),
    other_sums: (
        (MT, "The contract is worth £4.5 million.", "£4.5 million"),
        (MT, "Maitree is paid £52,000 in year 1.", "£52,000"),
    ),
    old_names: ((MT, "All staff have a CRB check.", "CRB check"),),
    other_terms: (
        (NAR, "Either of us may leave with 60 days’ notice.", "60 days"),
        (NAR, "Ferrybank is rated Outstanding by the CQC.", "Outstanding"),
        (NAR, "We have worked with Ferrybank since 2023.", "2023"),
        (NAR, "Ring Nasrin Akhtar on 020 7946 0299.", "020 7946 0299"),
        (NAR, "See TBN-MOU-01, version 2.0.", "2.0"),
    ),
}  # fmt: skip

SILENT: dict[Find, tuple[tuple[str, str], ...]] = {
    other_rhythms: (
        (NAR, "The shared risk review meets every other Wednesday, and joint triage every week."),
        (NAR, "Kestrel comes to joint triage once a month. Every quarter the Board looks at social value."),
        (NAR, "Before the pilot, the Board was quarterly. Nasrin sends a weekly report to the Board."),
        (NAR, "Information is passed on weekly, and our trustees meet every quarter."),
        (NAR, "Minutes of the Partnership Board go out within 5 working days."),
    ),
    other_response_times: (
        (MT, "We phone the person within 1 working day. A third connector comes within 5 working days."),
        (MT, "In 2026 we contacted 80 people within 3 days. We rang 80 people in 2 days."),
        (MT, "We pay invoices within 30 days. Within 12 months we will have 5 groups."),
        (MT, "Imran rings each new volunteer within 3 days. Who misses a session gets a call the same day."),
        (OH, "A flat gets a decision within four working hours."),
    ),
    other_breach_times: (
        (MT, "We tell our information governance lead of a breach within 1 hour. They are reviewed in 10 days."),
        (MT, "Kestrel tells Ferrybank of a breach within 12 hours. A breach of contract is put right within 28 days."),
    ),
    other_report_times: (
        (MT, "Staff tell the safeguarding lead within 60 minutes, and the council hears within four hours."),
        (MT, "Safeguarding training is done within 3 months. Each case is reviewed within 10 working days."),
    ),
    other_levels: ((MT, "Level two settles it within 4 working hours. There are four escalation levels."),),
    others_in_roles: (
        (NAR, "Led by Nasrin Akhtar, with Imran Chowdhury as deputy."),
        (NAR, "Nasrin Akhtar, our Community Connector Manager, chairs the learning review."),
        (NAR, "Our Chair of Trustees, Rabeya Sultana, signs. Joint triage is led by Róisín O’Shaughnessy."),
        (NAR, "Small groups are run by Imran and two volunteers. Only Nasrin lifts SR-6."),
        (KR, "Zoë Beaumont-Núñez leads the support desk. A support team led by Zoë answers at all hours."),
    ),
    other_jobs: ((NAR, "The Registered Manager and Nasrin Akhtar meet."),),
    other_targets: ((NAR, "KPI-08: target 95%. Our aim is to ring 5 people."),),
    other_amounts: (
        (MT, "We run 12 sessions a week with two connectors. Two more connectors come in winter."),
        (MT, "In 2026 we ran 9 sessions a week. Ninety volunteers meet every Sunday."),
    ),
    other_tender: (
        (MT, "The three-year contract may be extended by two years. Osierbed bids for Lot 5 alone."),
        (MT, "The service starts in July 2027. We cover all four wards. Our befriending service began on 3 May 2019."),
    ),
    other_kept_times: (
        (MT, "We keep notes for two years after the last contact, and in touch for 6 months after support ends."),
        (MT, "Ferrybank keeps the care record for 8 years. 7 of 8 stayed 12 months."),
    ),
    other_figures: ((MT, "In week 6, on 5 August 2026, 13 of 13 were on time, and the target is 95% (KPI-08)."),),
    no_parties: ((MT, "Our partners are Ferrybank, Maitree and Osierbed. Our partner Nasrin Akhtar leads."),),
    other_names: ((MT, "Kestrel Rota and Records Limited hosts it with Saltfleet Hosting Ltd."),),
    other_sums: ((MT, "We hold public liability insurance of £5 million. Maitree is paid £58,000 in year 1."),),
    old_names: ((MT, "DBS checks replaced CRB checks. The Department of Health and Social Care says so."),),
    other_terms: (
        (NAR, "Three partners come to joint triage. Two of our partners bid elsewhere. We employ 9 staff."),
        (NAR, "Kestrel holds Cyber Essentials Plus. Good work takes time."),
    ),
}  # fmt: skip


def found(facts: Facts, find: Find, place: str, words: str) -> list[Finding]:
    """Return what a rule says of an answer with these words."""
    reference, field = place.split("/")
    changed = saying(facts, reference, **{field: words})
    told = find(read(changed), LIBRARY.rules["XD-56" if find is old_names else "XD-01"], record_of(changed, reference))
    return [one for one in told if one.field.endswith(f"/{field}")]


@pytest.mark.parametrize("find", FIRES, ids=lambda find: find.__name__)
def test_words_that_differ_are_found_with_both_sides(find: Find, sample_facts: Facts) -> None:
    for place, words, quote in FIRES[find]:
        told = found(sample_facts, find, place, words)
        assert quote in [one.quote for one in told], words
        start, end = next(one.span for one in told if one.quote == quote)
        assert words[start:end] == quote
        assert find is old_names or all(len(one.sides) > 1 for one in told), words


@pytest.mark.parametrize("find", SILENT, ids=lambda find: find.__name__)
def test_words_that_agree_or_speak_of_something_else_are_not(find: Find, sample_facts: Facts) -> None:
    for place, words in SILENT[find]:
        assert found(sample_facts, find, place, words) == [], words


def test_the_fix_puts_what_was_agreed_in_the_place_of_the_words(sample_facts: Facts) -> None:
    (one,) = found(sample_facts, other_response_times, MT, "We make first contact within 9 working days, by phone.")
    (fix,) = one.fixes
    (put,) = fix.steps
    assert isinstance(put, Put)
    assert (fix.words, put.value) == (
        "Say “2 working days”",
        "We make first contact within 2 working days, by phone.",
    )
