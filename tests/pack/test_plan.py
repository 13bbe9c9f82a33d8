# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace
from itertools import islice

import pytest
from tests.pack.conftest import AS_OF, Answering

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Answer, Reference
from evidencepack.pack.numbering import letters
from evidencepack.pack.plan import Appendix, Plan, plan_pack


def mou(plan: Plan) -> Appendix:
    return next(appendix for appendix in plan.appendices if appendix.kind.id == "mou")


def test_letters_go_on_after_z() -> None:
    found = list(islice(letters(), 26 + 26 * 26 + 2))
    assert found[:2] == ["A", "B"]
    assert found[25:28] == ["Z", "AA", "AB"]
    assert found[-3:] == ["ZZ", "AAA", "AAB"]
    assert len(set(found)) == len(found)


def test_documents_stand_in_the_order_of_their_kinds_then_as_entered(plan: Plan) -> None:
    letters_found = [appendix.letter for appendix in plan.appendices]
    orders = [appendix.kind.order for appendix in plan.appendices]
    assert letters_found == list(islice(letters(), len(plan.appendices)))
    assert orders == sorted(orders)
    cases = [one.record.reference for one in plan.appendices if one.kind.id == "case_study"]
    assert cases == ["TBN-CS-01", "TBN-CS-02"]


def test_a_document_carries_its_letter_only_in_the_pack(plan: Plan) -> None:
    first = plan.appendices[0]
    assert (first.document.letter, first.lettered.letter) == ("", "A")
    assert replace(first.lettered, letter="") == first.document


def test_the_pack_says_whose_it_is_and_for_what(plan: Plan) -> None:
    said = plan.properties
    assert said.title == (
        "Home First Reablement and Supported Discharge Service (Pathway 1): partnership evidence pack, "
        "Ferrybank Home Support Ltd, TBN-ASC-2027-014"
    )
    assert (said.author, said.subject) == ("Ferrybank Home Support Ltd", "TBN-ASC-2027-014")
    assert (said.reference, said.as_of) == ("TBN-ASC-2027-014-PACK", AS_OF)


def test_a_document_alone_says_what_it_is(plan: Plan) -> None:
    said = plan.properties_of(mou(plan))
    assert said.title == "Memorandum of understanding: Ferrybank Home Support Ltd, TBN-ASC-2027-014"
    assert (said.reference, said.version) == ("TBN-MOU-01", "1.0")


def test_the_version_of_the_pack_is_the_tenders(program: Program, answering: Answering) -> None:
    numbered = answering("TBN-ASC-2027-014", pack_version="2.1")
    plan = plan_pack(numbered, program.library, as_of=AS_OF)
    assert (plan.version, plan.printed_version) == ("2.1", "version 2.1")
    assert plan.properties.identifier == "TBN-ASC-2027-014-PACK@2.1"
    without = plan_pack(answering("TBN-ASC-2027-014", pack_version=None), program.library, as_of=AS_OF)
    assert (without.version, without.printed_version) == ("draft", "draft")


@pytest.mark.parametrize("lead", [None, Reference("01a20846-fe00-7000-8000-00000000dead")])
def test_without_a_lead_provider_the_tender_stands_for_it(
    program: Program, answering: Answering, lead: Reference | None
) -> None:
    facts = answering("TBN-ASC-2027-014", lead_provider=lead)
    plan = plan_pack(facts, program.library, as_of=AS_OF)
    assert plan.lead == "TBN-ASC-2027-014"
    assert plan.properties_of(mou(plan)).title == "Memorandum of understanding: TBN-ASC-2027-014"


def test_a_document_without_a_version_has_none(program: Program, answering: Answering) -> None:
    facts = answering("TBN-MOU-01", version=None)
    assert mou(plan_pack(facts, program.library, as_of=AS_OF)).version == ""


def test_what_the_pack_may_not_show_is_gone_before_anything_is_composed(
    program: Program, few: Plan, few_facts: Facts
) -> None:
    own = plan_pack(few_facts, program.library, as_of=AS_OF, audience=Audience.OWN)
    assert len(own.appendices) == len(few.appendices)
    assert mou(own).content_hash != mou(few).content_hash


@pytest.mark.parametrize("left_out", [{"in_pack": False}, {"status": "withdrawn"}, {"status": "superseded"}])
def test_a_document_left_out_takes_no_letter_and_still_prints_alone(
    program: Program, few: Plan, answering: Answering, left_out: dict[str, Answer]
) -> None:
    found = plan_pack(answering("TBN-RACI-01", **left_out), program.library, as_of=AS_OF)
    assert [one.letter for one in found.appendices] == [one.letter for one in few.appendices[:-1]]
    assert "TBN-RACI-01" not in [one.record.reference for one in found.appendices]
    assert ("", "TBN-RACI-01") in [(one.letter, one.record.reference) for one in found.apart]
    assert len(found.documents) == len(few.documents)


def test_a_tender_without_documents_has_an_empty_plan(program: Program, sample_facts: Facts) -> None:
    records = {key: one for key, one in sample_facts.records.items() if not program.library[one.kind].document}
    empty = plan_pack(replace(sample_facts, records=records), program.library, as_of=AS_OF)
    assert empty.appendices == ()


@pytest.mark.parametrize(
    ("audience", "head"),
    [
        (Audience.PACK, "Ferrybank Home Support Ltd"),
        (Audience.PARTNER, "For partners. Not part of the tender."),
        (Audience.OWN, "Internal: do not send."),
    ],
)
def test_a_copy_that_is_not_for_the_buyer_says_so_on_every_page(
    program: Program, few_facts: Facts, audience: Audience, head: str
) -> None:
    made = plan_pack(few_facts, program.library, as_of=AS_OF, audience=audience)
    assert {appendix.document.running.left for appendix in made.documents} == {head}
