# SPDX-License-Identifier: MPL-2.0
"""Who reads what of the papers that partners keep to themselves, as they ship and as the sample fills them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidencepack.blocks.codec import canonical_bytes
from evidencepack.bootstrap import Program
from evidencepack.compose.document import compose
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Answer
from evidencepack.exchange.tender_file import read_tender_file
from evidencepack.library.header import goes_into_pack
from evidencepack.library.model import Library

DEAL_BREAKER = "threaten a tenancy"
OWN, PARTNER, PACK = {Audience.OWN}, {Audience.OWN, Audience.PARTNER}, set(Audience)


@pytest.fixture(scope="module")
def library(program: Program) -> Library:
    return program.library


@pytest.fixture(scope="module")
def facts(program: Program, library: Library) -> Facts:
    sample = read_tender_file(program.sample, library)
    return Facts(sample.tender.id, {record.id: record for record in (sample.tender, *sample.records)})


def words(facts: Facts, library: Library, kind: str, audience: Audience, **changed: Answer) -> str:
    """Return everything that a document of the sample holds for an audience, with some of its answers changed."""
    record = next(facts.of_kind(kind))
    record = replace(record, answers={**record.answers, **changed})
    known = replace(facts, records={**facts.records, record.id: record})
    document = compose(library[kind], record, facts=known, library=library, audience=audience)
    return canonical_bytes(document).decode()


@pytest.mark.parametrize(("chosen", "readers"), [("private", OWN), ("partnership", PARTNER), ("pack", PACK)])
def test_deal_breakers_are_read_by_those_whom_the_partners_chose(
    facts: Facts, library: Library, chosen: str, readers: set[Audience]
) -> None:
    copies = {one: words(facts, library, "common_ground", one, deal_breakers_seen_by=chosen) for one in Audience}
    assert {one for one, copy in copies.items() if DEAL_BREAKER in copy} == readers
    assert {one for one, copy in copies.items() if "What would make us leave" in copy} == readers


def test_no_other_paper_of_a_pack_tells_a_deal_breaker(facts: Facts, library: Library) -> None:
    kinds = {record.kind for record in facts.records.values() if library[record.kind].document}
    assert {one for one in kinds if DEAL_BREAKER in words(facts, library, one, Audience.PACK)} == set()


@pytest.mark.parametrize(
    ("kind", "said", "readers"),
    [
        ("common_ground", "Nobody leaves hospital to an unsafe", PACK),
        ("common_ground", "joint visit on the day", PACK),
        ("common_ground", "accepts some clutter", PARTNER),
        ("common_ground", "tenants lose theirs", PARTNER),
        ("common_ground", "Shared lunch", PARTNER),
        ("risk_register", "High 16", PACK),
        ("risk_register", "weekends only", PARTNER),
        ("partnership_review", "Small partners are heard", PACK),
        ("partnership_review", "a phone call from the Managing Director", PARTNER),
        ("small_details", "booked by 16:00", PACK),
        ("network_log", "Runs the health and care forum".casefold(), PACK),
        ("network_log", "Speak at the health and care forum", PARTNER),
        ("network_log", "Tunde Halloran", OWN),
        ("network_log", "sent nobody", OWN),
        ("joint_event", "Who do I ring at night", PACK),
        ("joint_event", "events folder", PARTNER),
    ],
)
def test_who_reads_what(facts: Facts, library: Library, kind: str, said: str, readers: set[Audience]) -> None:
    found = {one for one in Audience if said.casefold() in words(facts, library, kind, one).casefold()}
    assert found == readers


def test_working_papers_stay_out_of_the_pack_unless_somebody_puts_them_in(library: Library, facts: Facts) -> None:
    working = {"small_details", "network_log", "joint_event"}
    for kind in working | {"risk_register", "common_ground", "partnership_review"}:
        record = next(facts.of_kind(kind))
        unsaid = replace(record, answers={name: a for name, a in record.answers.items() if name != "in_pack"})
        assert goes_into_pack(unsaid, library[kind]) is (kind not in working)
        assert goes_into_pack(replace(unsaid, answers={**unsaid.answers, "in_pack": True}), library[kind])
