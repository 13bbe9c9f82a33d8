# SPDX-License-Identifier: MPL-2.0
"""Words that depend on an answer, each looked at both ways with the sample: heads of terms, memorandum, agreement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias

import pytest

from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import CrossReference
from evidencepack.blocks.walk import inlines_in
from evidencepack.bootstrap import Program
from evidencepack.compose.document import compose
from evidencepack.compose.drafts import missing_values
from evidencepack.compose.plain import plain
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Answer
from evidencepack.exchange.tender_file import read_tender_file
from evidencepack.library.model import Library

Answers: TypeAlias = Mapping[str, Answer | None]
Told: TypeAlias = Callable[..., str]

HOT, MOU, DSA, IFA = "TBN-HOT-01", "TBN-MOU-01", "TBN-DSA-01", "TBN-IFA-01"
NARRATIVE, LETTER, FIT, ASKED = "TBN-NAR-01", "TBN-LOS-MT", "TBN-FTG-01", "TBN-CLG-01"


@pytest.fixture(scope="module")
def library(program: Program) -> Library:
    return program.library


@pytest.fixture(scope="module")
def facts(program: Program, library: Library) -> Facts:
    sample = read_tender_file(program.sample, library)
    return Facts(sample.tender.id, {record.id: record for record in (sample.tender, *sample.records)})


def named(facts: Facts, reference: str) -> Record:
    return next(record for record in facts.records.values() if record.reference == reference)


def changed(facts: Facts, record: Record, answers: Answers) -> Facts:
    """Return the facts with some answers of a record changed or, given None, taken away."""
    merged = {name: answer for name, answer in {**record.answers, **answers}.items() if answer is not None}
    return replace(facts, records={**facts.records, record.id: replace(record, answers=merged)})


@pytest.fixture
def document(facts: Facts, library: Library) -> Callable[..., Document]:
    """Compose a document of the sample with changed answers, its own or those of the tender."""

    def made(
        reference: str, answers: Answers, *, tender: Answers | None = None, audience: Audience = Audience.PACK
    ) -> Document:
        told = changed(facts, named(facts, reference), answers)
        told = changed(told, told.records[told.tender], tender or {})
        record = named(told, reference)
        return compose(library[record.kind], record, facts=told, library=library, audience=audience)

    return made


@pytest.fixture
def told(document: Callable[..., Document]) -> Told:
    """Return all words of such a document on one line."""

    def words(reference: str, answers: Answers, **more: object) -> str:
        return plain(tuple(inlines_in(document(reference, answers, **more))))

    return words


SWAPPED = [
    (HOT, {"contract_form": "consortium"}, "it plans to work with Maitree", "it plans to pay Maitree"),
    (
        HOT,
        {"ends_with_main": False, "end_date": date(2027, 12, 31)},
        "It ends on 31 December 2027.",
        "It ends with the",
    ),
    (HOT, {"tupe_position": "possible"}, "We take advice before a price", "Either side may have this checked first."),
    (HOT, {"tupe_position": "expected"}, "Staff will move between employers", "We expect no staff to move"),
    (MOU, {"personal_data": False}, "We do not plan to share personal", "only under our data sharing agreement"),
    (
        MOU,
        {"personal_data": False},
        "deletes information when asked",
        "deletes information as the data sharing agreement",
    ),
    (DSA, {"dpia_done": "planned"}, "We will finish it by 11 January 2027", "we finished it on"),
    (DSA, {"dpia_done": "screened_not_needed"}, "wrote the reasons down in DPIA-07", "we finished it on"),
    (DSA, {"criminal_data": False}, "We do not plan to share information about crimes", "Allegations count."),
    (DSA, {"automated_decisions": True, "automated_decisions_note": "Rota order."}, "Rota order.", "No system decides"),
    (DSA, {"outside_uk": True, "outside_uk_note": "Ireland"}, "(Ireland)", "cannot be seen from abroad"),
    (DSA, {"legal_status": "binding"}, "This is a binding agreement.", "This is a statement of arrangements."),
]
ADDED = [
    (HOT, {"standards": "the policy of the Board"}, "It also keeps to the policy of the Board."),
    (HOT, {"setup_tasks": "rooms may be booked"}, "We agree now that rooms may be booked."),
]
LEFT_OUT = [
    (HOT, {"mou": None}, "It is the same as in our memorandum, TBN-MOU-01."),
    (MOU, {"depends_on_award": False}, "If we do not win, or the buyer stops the tender"),
    (MOU, {"funding": None}, "We expect to make these agreements."),
    (MOU, {"raci": None}, "The responsibility map"),
    (DSA, {"covers_pilot": False}, "is covered by an earlier agreement"),
    (DSA, {"has_public_authority": False}, "Public bodies may have to release papers"),
    (DSA, {"under_18_care": None}, "Their best interests come first"),
]


@pytest.mark.parametrize(("reference", "answers", "then", "instead_of"), SWAPPED)
def test_one_answer_brings_these_words_and_the_other_those(
    told: Told, reference: str, answers: Answers, then: str, instead_of: str
) -> None:
    before, after = told(reference, {}), told(reference, answers)
    assert (then in before, instead_of in before) == (False, True)
    assert (then in after, instead_of in after) == (True, False)


@pytest.mark.parametrize(("reference", "answers", "words"), ADDED)
def test_an_answer_more_is_a_sentence_more(told: Told, reference: str, answers: Answers, words: str) -> None:
    assert (words in told(reference, {}), words in told(reference, answers)) == (False, True)


@pytest.mark.parametrize(("reference", "answers", "words"), LEFT_OUT)
def test_a_sentence_without_its_answer_is_left_out(told: Told, reference: str, answers: Answers, words: str) -> None:
    assert (words in told(reference, {}), words in told(reference, answers)) == (True, False)


@pytest.mark.parametrize(
    ("tender", "words"),
    [
        ({"route": "pa23_light_touch"}, "a public contract and its subcontracts are paid within 30 days"),
        ({"route": "below_threshold"}, "a public contract and its subcontracts are paid within 30 days"),
        ({"route": "psr_most_suitable"}, "contract for health services sets a time for paying subcontractors"),
        ({"route": "other"}, "If the law or the buyer’s contract sets a shorter time"),
        ({"route": None}, "If the law or the buyer’s contract sets a shorter time"),
        ({"nation": "scotland"}, "The buyer’s contract may set a time for paying subcontractors."),
    ],
)
def test_the_route_of_the_tender_says_how_soon_a_partner_is_paid(told: Told, tender: Answers, words: str) -> None:
    every = ("are paid within 30 days", "contract for health services sets", "If the law or", "contract may set a time")
    found = told(HOT, {}, tender=tender)
    assert words in found
    assert sum(each in found for each in every) == 1


def binding(document: Document) -> list[str]:
    """The clauses that the words point at, by key; the heading of a schedule that points back at its own is none."""
    named = [inline.target for inline in inlines_in(document) if isinstance(inline, CrossReference)]
    return [key for target in named if "/schedule/" not in target and (key := target.rpartition("/")[2]) != "deal"]


def test_a_limit_on_other_bids_binds_only_where_one_was_chosen(document: Callable[..., Document], told: Told) -> None:
    closed = {"exclusivity": "this_lot", "exclusivity_scope": "Lot 2", "exclusivity_until": date(2027, 4, 30)}
    assert binding(document(HOT, {})) == ["early_start", "confidentiality", "costs", "status"]
    assert binding(document(HOT, closed)) == ["early_start", "confidentiality", "costs", "other_bids", "status"]
    assert "Until 30 April 2027 Maitree will not join or support another bid for Lot 2." in told(HOT, closed)
    assert "Maitree may support other bids" in told(HOT, {})
    assert "Maitree may support other bids" not in told(HOT, closed)


def test_the_memorandum_names_every_clause_that_binds(document: Callable[..., Document], library: Library) -> None:
    marked = {clause.key for clause in library["mou"].clauses if clause.binding}
    assert marked <= set(binding(document(MOU, {})))


def test_sums_and_liability_stay_between_the_two_sides(told: Told) -> None:
    for words in ("£58,000", "£180,000", "capped at the price of one year"):
        assert words not in told(HOT, {})
        assert words in told(HOT, {}, audience=Audience.PARTNER)


def test_a_narrative_ends_with_the_routine_of_the_partnership_unless_it_is_not_wanted(told: Told) -> None:
    line = (
        "Maitree supplies KPI-07 and KPI-08. Joint triage looks at performance every week, the Partnership Board every "
        "month. An action stays open until someone other than its owner has checked it."
    )
    assert line in told(NARRATIVE, {})
    assert line in told(NARRATIVE, {"assurance_line": True})
    assert "Joint triage looks at performance" not in told(NARRATIVE, {"assurance_line": False})


def test_a_letter_keeps_to_the_safeguarding_time_of_all(told: Told) -> None:
    assert "We report safeguarding concerns within 4 hours." in told(LETTER, {})


@pytest.mark.parametrize(
    ("of", "field", "words"),
    [
        ("RT4", "party", "we make the first contact within 2 working days"),
        ("CO-02", "party", "Our part is: 12 sessions a week"),
        ("FIT-MT", "organisation", "We have worked with Ferrybank since April 2026"),
    ],
)
def test_what_names_no_partner_yet_stands_in_no_letter(
    facts: Facts, library: Library, told: Told, of: str, field: str, words: str
) -> None:
    without = changed(facts, named(facts, of), {field: None})
    letter = named(without, LETTER)
    found = compose(library[letter.kind], letter, facts=without, library=library, audience=Audience.PACK)
    assert words in told(LETTER, {})
    assert words not in plain(tuple(inlines_in(found)))


@pytest.mark.parametrize(("decision", "seen"), [("include", True), ("exclude", False)])
def test_a_partner_that_is_left_out_stands_in_our_own_copy_of_the_grid_alone(
    facts: Facts, library: Library, decision: str, *, seen: bool
) -> None:
    decided = changed(facts, named(facts, "FIT-KR"), {"decision": decision})
    grid = named(decided, FIT)
    words = {
        audience: plain(
            tuple(inlines_in(compose(library[grid.kind], grid, facts=decided, library=library, audience=audience)))
        )
        for audience in Audience
    }
    assert [("Kestrel" in words[one]) for one in (Audience.OWN, Audience.PARTNER, Audience.PACK)] == [True, seen, seen]
    assert [("Specification 7.1" in words[one]) for one in (Audience.PARTNER, Audience.PACK)] == [seen, False]
    assert [("Pass" in words[one]) for one in (Audience.OWN, Audience.PARTNER, Audience.PACK)] == [True, False, False]


def test_a_question_to_the_buyer_says_whether_it_was_sent_and_answered(
    facts: Facts, library: Library, told: Told
) -> None:
    assert "10 Feb 2027, Tomáš Dvořák, for Imran Chowdhury" in told(ASKED, {}, audience=Audience.PARTNER)
    assert "No answer yet" in told(ASKED, {}, audience=Audience.PARTNER)
    unsent = changed(facts, named(facts, "CLQ-04"), {"asked_on": None})
    log = named(unsent, ASKED)
    page = compose(library[log.kind], log, facts=unsent, library=library, audience=Audience.PARTNER)
    assert "Not sent yet; for Imran Chowdhury" in plain(tuple(inlines_in(page)))
    assert "key safe" not in told(ASKED, {})


def test_what_is_missing_shows_in_heads_of_terms(document: Callable[..., Document]) -> None:
    tables = ("conditions", "insurance", "steps_to_contract", "signatories")
    gaps = {value.text for value in missing_values(document(HOT, dict.fromkeys(tables)))}
    assert gaps == {
        "[to complete: What must happen before it starts?]",
        "[to complete: What insurance must each side hold?]",
        "[to complete: What happens until the contract is signed?]",
        "[to complete: Who signs for each side?]",
    }


def test_a_job_without_a_second_step_says_so(facts: Facts, library: Library) -> None:
    def words(answers: Answers) -> str:
        seen = changed(facts, named(facts, "AR-03"), answers)
        record = named(seen, IFA)
        made = compose(library[record.kind], record, facts=seen, library=library, audience=Audience.PACK)
        return plain(tuple(inlines_in(made)))

    assert "No second step." not in words({})
    assert "No second step." in words({"mfa": False})
    assert "No log-in of their own." in words({"own_login": False})
    assert "Not logged." in words({"logged": False})
    assert "[to complete: Is there a second step at sign-in?]" in words({"mfa": None})


def test_a_step_takes_its_time_and_its_way_from_the_facts_it_names(told: Told) -> None:
    found = told(IFA, {})
    assert "Secure portal (F3)" in found
    assert "2 working days" in found


@pytest.mark.parametrize(
    ("state", "printed"),
    [
        ("written", "Permission: written, 2 September 2026, held by Ferrybank."),
        ("verbal_recorded", "Permission: spoken, and recorded, 2 September 2026, held by Ferrybank."),
        (
            "best_interests_recorded",
            "Permission: best-interests decision recorded, 2 September 2026, held by Ferrybank.",
        ),
        ("not_needed_aggregate", "Permission: not needed, counts only.Each partner has read"),
    ],
)
def test_a_case_study_says_of_its_permission_what_is_so(told: Told, state: str, printed: str) -> None:
    words = told("TBN-CS-01", {"permission_status": state})
    assert printed in words.replace("\xa0", " ")
    assert "agrees that it may go into the tender" in words


def test_of_a_story_that_was_refused_nobody_agrees_that_it_may_be_told(told: Told) -> None:
    words = told("TBN-CS-01", {"permission_status": "refused"})
    assert "Permission was refused. This text must not go into a tender." in words
    assert "held by" not in words
    assert "agrees" not in words


def test_a_permission_that_nobody_has_asked_for_is_one_gap(document: Callable[..., Document]) -> None:
    gaps = missing_values(document("TBN-CS-01", {"permission_status": None, "permission_date": None}))
    assert [gap.text for gap in gaps] == ["[to complete: Is there permission to tell it?]"]


def test_whoever_signs_sees_a_changed_clause_as_modified_and_the_buyer_gets_the_register_alone(told: Told) -> None:
    for audience in (Audience.OWN, Audience.PARTNER):
        words = told("TBN-SIG-01", {}, audience=audience)
        assert "Before you sign: words that were changed" in words
        assert "Insurancemodified" in words
    assert "modified" not in told("TBN-SIG-01", {})
