# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.pack.annexed import annex, joined
from tests.review.on_sample import saying
from tests.shipped import LIBRARY

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Severity
from evidencepack.domain.values import Answer
from evidencepack.pack.annexes import Annex
from evidencepack.pack.manifest import Held, Listed
from evidencepack.pack.preflight.checks import Wanted, sightings
from evidencepack.pack.preflight.lapsed import lapsed_in
from evidencepack.pack.preflight.looked import Looked, LookedPage
from evidencepack.pack.preflight.sighting import Check

DEADLINE, START, DAY = date(2027, 2, 26), date(2027, 7, 1), timedelta(1)  # of the sample


def policy(until: date, **answers: Answer) -> Record:
    one = annex("AN-01", note="x", title="Employers’ liability", what="insurance", expires=until).record
    return replace(one, answers={**one.answers, **answers})


def file(name: str, *papers: Record) -> Listed:
    held = (Held(one.reference, found.sha256 if (found := Annex(one, "").file) else "of ours") for one in papers)
    return Listed(name, "", is_ours=False, holds=tuple(held))


def told(facts: Facts, *files: Listed) -> list[tuple[str, str, bool]]:
    found = lapsed_in(files, facts, LIBRARY)
    return [(name, one.words, one.late) for name, some in found.items() for one in some]


@pytest.mark.parametrize(
    ("until", "late"), [(DEADLINE - DAY, [True]), (DEADLINE, [False]), (START - DAY, [False]), (START, [])]
)
def test_a_policy_is_needed_on_the_deadline_and_on_the_first_day(
    sample_facts: Facts, until: date, late: list[bool]
) -> None:
    one = policy(until)
    assert [found[2] for found in told(joined(sample_facts, one), file("bundle.pdf", one))] == late


def test_what_is_told_names_the_paper_and_both_days(sample_facts: Facts) -> None:
    one = policy(DEADLINE - DAY)
    assert told(joined(sample_facts, one), file("bundle.pdf", one)) == [
        (
            "bundle.pdf",
            "Employers’ liability AN-01 runs out on 25 February 2027, and the tender must be in on 26 February 2027",
            True,
        )
    ]


def test_it_is_told_of_the_first_file_in_which_it_stands_and_of_each_on_the_portal(sample_facts: Facts) -> None:
    one = policy(DEADLINE - DAY)
    files = (
        file("pack.pdf"),
        file("bundle.pdf", one, one),
        file("annexes/C.pdf", one),
        file("slots/01/policy.pdf", one),
    )
    assert [found[0] for found in told(joined(sample_facts, one), *files)] == ["bundle.pdf", "slots/01/policy.pdf"]


def test_what_stands_in_no_file_is_not_told(sample_facts: Facts) -> None:
    one = policy(DEADLINE - DAY)
    assert told(joined(sample_facts, one), file("pack.pdf")) == []
    assert told(joined(sample_facts, one), Listed("a.pdf", "", is_ours=True, holds=(Held("AN-01", "of ours"),))) == []


def test_a_last_day_that_is_no_longer_asked_for_does_not_count(sample_facts: Facts) -> None:
    one = policy(DEADLINE - DAY, what="policy")
    assert told(joined(sample_facts, one), file("bundle.pdf", one)) == []


def test_a_paper_of_ours_that_runs_out_is_told_too(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "TBN-MOU-01", expiry_date=START - DAY)
    pack = Listed("pack.pdf", "", is_ours=True, holds=(Held("TBN-MOU-01", "b" * 64),))
    assert told(facts, pack) == [
        (
            "pack.pdf",
            "Memorandum of understanding TBN-MOU-01 runs out on 30 June 2027, and the contract starts on 1 July 2027",
            False,
        )
    ]


def test_without_days_of_the_tender_nothing_is_too_soon(sample_facts: Facts) -> None:
    one = policy(date(2020, 1, 1))
    facts = saying(joined(sample_facts, one), sample_facts.records[sample_facts.tender].reference, contract_start=None)
    facts = saying(facts, facts.records[facts.tender].reference, submission_deadline=None)
    assert told(facts, file("bundle.pdf", one)) == []


def test_pre_flight_blocks_what_is_over_at_the_deadline_and_warns_of_what_ends_before_the_start(
    sample_facts: Facts,
) -> None:
    for until, severity in ((DEADLINE - DAY, Severity.BLOCKS), (START - DAY, Severity.WARNS)):
        one = policy(until)
        lapsed = lapsed_in([file("bundle.pdf", one)], joined(sample_facts, one), LIBRARY)
        (seen,) = sightings({"bundle.pdf": Looked((LookedPage("Words"),))}, Wanted(lapsed=lapsed))
        assert (seen.check, seen.severity) == (Check.EXPIRED, severity)
        assert seen.words.startswith("“bundle.pdf”: Employers’ liability AN-01 runs out on ")
