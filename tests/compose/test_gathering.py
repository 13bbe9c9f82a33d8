# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from evidencepack.blocks.document import Document, Running
from evidencepack.blocks.inlines import Link, Value
from evidencepack.compose.front import Front
from evidencepack.compose.gathering import Appended, front_of, places_of
from evidencepack.compose.plain import plain
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import EvaluatorQuestion, Strength
from evidencepack.domain.values import Answer, Number, Reference, Table
from evidencepack.library.model import Clause, Library, Schedule

Q = EvaluatorQuestion
Made = Callable[..., Document]
Gather = Callable[..., Front]


@pytest.fixture
def gather(facts: Facts, library: Library, made: Made) -> Gather:
    """Gather a pack that holds the memorandum, with some answers of some records changed."""

    def front(changed: Mapping[str, Mapping[str, Answer]] | None = None, *, kinds: Library | None = None) -> Front:
        records = dict(facts.records)
        for name, answers in (changed or {}).items():
            records[name] = replace(records[name], answers={**records[name].answers, **answers})
        appendix = Appended(records["m1"], replace(made({"a": "x"}), letter="A"), "v1.0")
        return front_of(
            replace(facts, records=records), kinds or library, (appendix,), reference="TBN-PACK", version="version 1.0"
        )

    return front


def test_the_front_is_made_of_the_tenders_own_facts(gather: Gather) -> None:
    front = gather({"t1": {"submission_deadline": date(2027, 2, 26), "appendix_side_limit": Number(Decimal(40))}})
    assert front.running == Running("Ferrybank Home Support Ltd", "TBN-014 · Lot 2", "TBN-PACK", "version 1.0")
    assert front.title == (Value("Home First", ("t1/title",)),)
    assert plain(front.buyer) == "London Borough of Thamesbourne"
    assert plain(front.submitted) == "26 February 2027"
    assert front.limit == 40
    assert [plain(line) for line in front.contact] == [
        "Siân Llŷr-Evans",
        "Registered Manager",
        "020 7946 0101",
        "sian@ferrybank.example",
    ]
    assert front.contact[-1] == (Link("sian@ferrybank.example", "mailto:sian@ferrybank.example", ("sian/work_email",)),)


def test_what_is_not_known_leaves_a_gap_or_nothing(gather: Gather) -> None:
    front = gather({"t1": {"lot": Reference("gone"), "lead_provider": Reference("gone")}})
    assert plain(front.tender_line) == "TBN-014"
    assert plain(front.bidder) == "[to complete: Lead provider]"
    assert [plain(line) for line in front.contact] == ["[to complete: Lead provider (named lead)]"]
    assert front.limit == 0
    assert [partner.organisation for partner in front.partners] == ["mt"]


def test_partners_are_the_lead_and_those_who_are_party_to_a_document(gather: Gather) -> None:
    lead, partner = gather().partners
    assert (lead.organisation, plain(lead.name), plain(lead.role)) == (
        "fb",
        "Ferrybank Home Support Ltd",
        "Lead provider",
    )
    assert plain(partner.role) == "Subcontractor: community connectors"
    assert plain(partner.other_script) == "মৈত্রী কমিউনিটি ট্রাস্ট"
    assert {question: plain(claim) for question, claim in partner.claims.items()} == {
        Q.PURPOSE: "Specification 4.7",
        Q.CONTRIBUTION: "Sessions",
        Q.GOVERNANCE: "Nasrin Akhtar, or Rabeya Sultana",
    }
    assert {question: plain(claim) for question, claim in lead.claims.items()} == {Q.GOVERNANCE: "Siân Llŷr-Evans"}


@pytest.mark.parametrize("organisation", ["lbt", "gone", "fb"])
def test_a_partner_that_is_party_to_nothing_is_not_named(gather: Gather, organisation: str) -> None:
    front = gather({"f1": {"organisation": Reference(organisation)}})
    assert [partner.organisation for partner in front.partners] == ["fb"]


def test_a_partner_that_does_nothing_special_has_only_its_role(gather: Gather) -> None:
    assert plain(gather({"mt": {"what_they_do": ""}}).partners[1].role) == "Subcontractor"


def test_a_kind_without_parties_belongs_to_every_organisation_in_its_tables(gather: Gather, library: Library) -> None:
    kinds = Library({**library.kinds, "mou": replace(library["mou"], parties="")})
    assert gather(kinds=kinds).documents[0].parties == {"fb", "mt"}


def test_a_document_that_names_nobody_is_everybodys(gather: Gather, library: Library) -> None:
    kinds = Library({**library.kinds, "mou": replace(library["mou"], parties="")})
    front = gather({"m1": {"parties": Table(())}}, kinds=kinds)
    assert front.documents[0].parties == {partner.organisation for partner in front.partners} == {"fb"}


def test_schedules_answer_before_clauses_and_the_document_answers_the_rest(
    made: Made, library: Library, clause_of: Callable[..., Clause], schedule_of: Callable[..., Schedule]
) -> None:
    clauses = (
        clause_of("a", "x", answers=(Q.PURPOSE, Q.GOVERNANCE)),
        clause_of("gone", "x", answers=(Q.EVIDENCE,), when=("cost set",)),
    )
    schedules = (schedule_of("a", ("Item", "{{ row.item }}"), of="in_scope", answers=(Q.GOVERNANCE,)),)
    kind = replace(
        library["mou"],
        clauses=clauses,
        schedules=schedules,
        answers={Q.PURPOSE: Strength.MAIN, Q.ASSURANCE: Strength.MAIN},
    )
    document = made(clauses, schedules)
    everything = frozenset({"m1", "m1/a", "m1/schedule/a"})
    assert places_of(kind, document, everything) == {
        Q.PURPOSE: "m1/a",
        Q.GOVERNANCE: "m1/schedule/a",
        Q.ASSURANCE: "m1",
    }
    assert places_of(kind, document, everything - {"m1/schedule/a"})[Q.GOVERNANCE] == "m1/a"
    assert places_of(kind, document, frozenset()) == {}


def test_a_question_leads_to_the_part_that_the_kind_names_for_it(
    made: Made, library: Library, clause_of: Callable[..., Clause], schedule_of: Callable[..., Schedule]
) -> None:
    clauses = (*(clause_of(key, "x", answers=(Q.PURPOSE,)) for key in ("parties", "why", "audits")),)
    schedules = (schedule_of("audits", ("Item", "{{ row.item }}"), of="in_scope"),)
    gone = (clause_of("gone", "x", when=("cost set",)),)
    kind = replace(
        library["mou"],
        clauses=(*clauses, *gone),
        schedules=schedules,
        answered_at={Q.PURPOSE: "why", Q.ASSURANCE: "audits", Q.EVIDENCE: "gone"},
    )
    document = made((*clauses, *gone), schedules)
    telling = frozenset({"m1", "m1/parties", "m1/why", "m1/audits", "m1/schedule/audits"})
    assert places_of(kind, document, telling) == {Q.PURPOSE: "m1/why", Q.ASSURANCE: "m1/schedule/audits"}


def test_the_lead_closes_the_gap_of_its_contributions(gather: Gather) -> None:
    own = {"party": Reference("fb"), "spec_ref": "4.1 to 4.6"}
    lead, partner = gather({"c1": own}).partners
    assert plain(lead.claims[Q.PURPOSE]) == "Specification 4.1 to 4.6"
    assert plain(partner.claims[Q.PURPOSE]) == "Specification 4.7"


def test_words_that_name_the_specification_themselves_stay_as_they_are(gather: Gather) -> None:
    assert plain(gather({"f1": {"spec_ref": "Section 4.7"}}).partners[1].claims[Q.PURPOSE]) == "Section 4.7"
    assert Q.PURPOSE not in gather({"f1": {"spec_ref": ""}}).partners[1].claims
