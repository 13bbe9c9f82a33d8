# SPDX-License-Identifier: MPL-2.0
"""Late change: a pack beside the issue before it, its change slip and its contents."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from tests.pack.annexed import annex, enclosed, section
from tests.pack.conftest import AS_OF

from evidencepack.blocks.blocks import Toc
from evidencepack.blocks.codec import to_json
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Text, Value
from evidencepack.blocks.walk import inlines_in
from evidencepack.bootstrap import Program
from evidencepack.compose.front import CHANGES
from evidencepack.domain.handed_in import HandedIn, LastIssue
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Answer, Table
from evidencepack.pack.annexes import Annex
from evidencepack.pack.build import pack_part
from evidencepack.pack.bundle import Bundle
from evidencepack.pack.front import front_matter
from evidencepack.pack.late import compared, late_of, order_of, rank, sentences, withdrawn_of
from evidencepack.pack.plan import Plan, plan_pack

STUDY, MOU, RACI = "TBN-CS-01", "TBN-MOU-01", "TBN-RACI-01"
Later = Callable[..., Plan]


@pytest.fixture(scope="module")
def given(program: Program, few_facts: Facts) -> Facts:
    """Return the sample with three papers."""
    kept = {name: one for name, one in few_facts.records.items() if _is_kept(program, one)}
    return replace(few_facts, records=kept)


def _is_kept(program: Program, record: Record) -> bool:
    return not program.library[record.kind].document or record.reference in {STUDY, MOU, RACI}


@pytest.fixture(scope="module")
def few(program: Program, given: Facts) -> Plan:
    """Return the pack as it was issued."""
    return plan_pack(given, program.library, as_of=AS_OF)


@pytest.fixture(scope="module")
def later(program: Program, few: Plan, given: Facts) -> Later:
    """Return the plan of a pack some time after it was issued, with other answers in one record and in the tender."""

    def make(
        reference: str = STUDY,
        *records: Record,
        tender: dict[str, Answer] | None = None,
        last: LastIssue | None = None,
        audience: Audience = Audience.PACK,
        **answers: Answer,
    ) -> Plan:
        one = next(one for one in given.records.values() if one.reference == reference)
        own = given.records[given.tender]
        said = replace(own, answers={**own.answers, **(tender or {"late_change": "keep"})})
        other = replace(one, answers={**one.answers, **answers})
        changed = {**given.records, own.id: said, one.id: other, **{new.id: new for new in records}}
        facts = replace(given, records=changed, issued=last or issue(few))
        plan = plan_pack(facts, program.library, as_of=AS_OF, audience=audience)
        papers = {one.record.id: json.dumps(to_json(one.packed)) for one in few.appendices}
        return replace(plan, earlier={1: papers})

    return make


def issue(plan: Plan, number: int = 1, before: LastIssue | None = None, *gone: HandedIn) -> LastIssue:
    return LastIssue(number, "2027-02-14", order_of(plan), gone, before)


def words(document: Document) -> str:
    return " ".join(one.text for one in inlines_in(document) if isinstance(one, Text | Value))


def slip(plan: Plan) -> Document | None:
    documents = pack_part(plan, (), pages=9).documents
    return next((one for one in documents if one.anchor == CHANGES), None)


def lines(plan: Plan, *, bundled: bool = False) -> list[tuple[str, str]]:
    """The contents: the letter of each line, and where it leads."""
    contents = front_matter(plan, pages=9, bundled=bundled)[1]
    (toc,) = (block for block in contents.sections[0].blocks if isinstance(block, Toc))
    return [(one.letter, one.target) for one in toc.entries]


def insurance(name: str) -> Record:
    return Record(name, "annex", name, "", {"title": "Insurance <b>&{{", "in_pack": True})


def test_before_the_first_issue_and_without_a_change_there_is_no_slip(few: Plan, later: Later) -> None:
    assert late_of(few) is None
    assert slip(few) is None
    assert slip(later()) is None


def test_what_was_added_replaced_and_withdrawn_is_told_and_letters_stay(few: Plan, later: Later) -> None:
    before = {one.record.reference: one.letter for one in few.appendices}
    plan = later(MOU, insurance("AN-1"), in_pack=False)
    late = late_of(plan)
    assert late is not None
    assert [one.reference for one in late.added] == ["AN-1"]
    assert [one.reference for one in late.withdrawn] == [MOU]
    assert {one.record.reference: one.letter for one in plan.appendices} == {
        name: letter for name, letter in before.items() if name != MOU
    }
    (added,) = (one for one in plan.order if isinstance(one, Annex))
    assert added.letter == chr(ord(max(before.values())) + 1)
    assert next(iter(sentences(late))) == f"Added: Appendix {added.letter}, Insurance <b>&{{{{"


def test_what_is_withdrawn_keeps_its_line_which_leads_to_the_slip_behind_everything(few: Plan, later: Later) -> None:
    plan = later(MOU, in_pack=False)
    letters = [one.letter for one in few.appendices]
    found = lines(plan)
    assert [letter for letter, _ in found if letter != "–"] == letters
    gone = next(one.letter for one in few.appendices if one.record.reference == MOU)
    assert dict(found)[gone] == CHANGES
    assert found[-1] == ("–", CHANGES)
    assert pack_part(plan, (), pages=9).documents[-1].anchor == CHANGES
    made = slip(plan)
    assert made is not None
    assert "One appendix withdrawn. Appendices that were issued keep their letters" in words(made)
    assert "Issue 1 is of 14 February 2027." in words(made)


def test_an_annex_leads_to_its_pages_in_the_bundle_only(later: Later) -> None:
    plan = later(STUDY, insurance("AN-1"))
    assert "AN-1" not in {target for _, target in lines(plan)}
    assert "AN-1" in {target for _, target in lines(plan, bundled=True)}


def test_the_slip_stands_in_no_section_of_the_bundle(program: Program, later: Later) -> None:
    others = annex("AN-1", note="It is still to come."), section("S-1", "Proof", 800)
    plan = later(STUDY, others[0].record, others[1])
    made = Bundle(plan, enclosed(plan, others[:1])).print_on(program.press)
    with pikepdf.open(BytesIO(made.data)) as pdf, pdf.open_outline() as outline:
        *_, last, slipped = outline.root
        assert (last.title, slipped.title) == ("Proof", "Changes since issue 1")
        assert [one.title for one in last.children] == ["Appendix D: AN-1.pdf"]


def test_everything_numbered_anew_has_a_slip_only_where_the_tender_wants_one(later: Later) -> None:
    anew = later(MOU, tender={"late_change": "renumber"}, in_pack=False)
    assert slip(anew) is None
    assert withdrawn_of(anew) == ()
    late = late_of(anew)
    assert late is not None
    assert all(one.was.letter != one.now.letter for one in late.moved)
    told = slip(later(MOU, tender={"change_page": True}, in_pack=False))
    assert told is not None
    assert "keep their letters" not in words(told)


def test_each_changed_answer_is_told_as_it_was_and_is(later: Later) -> None:
    plan = later(STUDY, tender={"change_page": True}, effect="Fewer falls: <b>&{{ from 9 to 2")
    made = slip(plan)
    assert made is not None
    assert "Fewer falls: <b>&{{ from 9 to 2" in words(made)
    assert "Activities rose from 1 to 3 a week" in words(made)


def test_what_became_of_signatures_is_told_to_a_buyer_without_our_questions(few_facts: Facts, later: Later) -> None:
    sheet = next(few_facts.of_kind("signoff_sheet"))
    signings = sheet.answers["signings"]
    assert isinstance(signings, Table)
    lapsed = tuple(replace(row, cells={**row.cells, "exceptions": "other words <b>&{{"}) for row in signings.rows)
    other = replace(sheet, answers={**sheet.answers, "signings": Table(lapsed)})
    first = later(STUDY, sheet)
    now = later(STUDY, other, tender={"change_page": True}, last=issue(first))
    papers = {one.record.id: json.dumps(to_json(one.packed)) for one in first.appendices}
    plan = replace(now, earlier={1: papers})
    letter = next(one.letter for one in now.appendices if one.record.id == sheet.id)
    assert "other words <b>&{{" in words(now.made[sheet.id].packed)
    made = slip(plan)
    assert made is not None
    assert f"The signatures in Appendix {letter} were brought up to date." in words(made)
    assert "other words" not in words(made)
    assert "not agree" not in words(made)


def test_what_a_buyer_may_not_see_changes_nothing_and_is_told_nowhere(few: Plan, later: Later) -> None:
    raci = next(one.record for one in few.appendices if one.record.reference == RACI)
    activities = raci.answers["activities"]
    assert isinstance(activities, Table)
    noted = Table(tuple(replace(row, cells={**row.cells, "notes": "Between us only"}) for row in activities.rows))
    wanted: dict[str, Answer] = {"change_page": True}
    assert late_of(later(RACI, tender=wanted, activities=noted)) is None
    first = noted.rows[0]
    told = Table((replace(first, cells={**first.cells, "activity": "Keys <b>&{{"}), *noted.rows[1:]))
    made = slip(later(RACI, tender=wanted, activities=told))
    assert made is not None
    assert "Keys <b>&{{" in words(made)
    assert "Between us only" not in words(made)


def test_an_unchanged_pack_tells_again_what_the_newest_issue_told(few: Plan, later: Later) -> None:
    changed = later(MOU, in_pack=False)
    first = issue(few)
    second = issue(changed, 2, first, *withdrawn_of(changed))
    again = later(MOU, in_pack=False, last=second)
    assert slip(again) == slip(changed)
    assert lines(again) == lines(changed)


def test_what_comes_back_has_its_letter_again(few: Plan, later: Later) -> None:
    gone = later(MOU, in_pack=False)
    second = issue(gone, 2, issue(few), *withdrawn_of(gone))
    back = later(last=second)
    assert {one.record.reference: one.letter for one in back.appendices} == {
        one.record.reference: one.letter for one in few.appendices
    }
    assert withdrawn_of(back) == ()


def test_copies_for_others_have_no_slip(later: Later) -> None:
    assert slip(later(MOU, audience=Audience.PARTNER, in_pack=False)) is None


def test_letters_are_put_in_their_order() -> None:
    assert sorted(["AA", "B", "A10", "A2", "10", "9", "odd one"], key=rank) == [
        "9",
        "10",
        "A2",
        "A10",
        "B",
        "AA",
        "odd one",
    ]


def test_each_change_is_a_sentence_with_the_letter_before_where_it_was_another() -> None:
    was = tuple(HandedIn(name, name.upper(), f"R-{name}", f"Paper {name}", name) for name in "abcd")
    now = (
        replace(was[0], hash="other"),
        replace(was[2], letter="B"),
        replace(was[3], letter="C", hash="other"),
        HandedIn("e", "D", "R-e", "<b>&{{", "e"),
        HandedIn("s", "", "R-s", "A section"),
    )
    assert list(sentences(compared(LastIssue(1, "2027-02-14", was), now))) == [
        "Added: Appendix D, <b>&{{",
        "Replaced: Appendix A, Paper a",
        "Replaced: Appendix C (was D), Paper d",
        "Withdrawn: Appendix B, Paper b",
        "Numbered anew: Appendix B (was C), Paper c",
    ]


def test_the_facts_of_a_tender_that_was_never_issued_are_not_asked(few_facts: Facts) -> None:
    assert few_facts.issued is None
