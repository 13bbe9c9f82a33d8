# SPDX-License-Identifier: MPL-2.0
"""What a document tells in the words of the house, and in another way than the other papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from tests.compose.conftest import KINDS, MOU, clause, field, rows, table

from evidencepack.blocks.blocks import Bullets, Clause, Heading, Paragraph
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Value
from evidencepack.blocks.walk import inlines_in
from evidencepack.compose.document import compose
from evidencepack.compose.plain import plain
from evidencepack.compose.telling import telling, telling_to
from evidencepack.compose.visibility import Onlooker
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Advice, Audience, Visibility
from evidencepack.domain.values import Answer
from evidencepack.library.model import Kind, Library, Schedule

STANDARD = "We start on {{ mou.start_date }}."
KIND = replace(
    MOU,
    fields={
        **MOU.fields,
        "overrides": table(
            "overrides", field("fact"), field("says"), field("reason"), visibility=Visibility.PARTNERSHIP
        ),
    },
    clauses=(
        replace(clause("start", STANDARD, advice=(Advice.LEGAL,)), words=STANDARD),
        replace(clause("leads", "{{ mou.chair.full_name }} leads."), words="{{ mou.chair.full_name }} leads."),
        replace(clause("bid", "It is {{ tender.title }}."), words="It is {{ tender.title }}."),
    ),
)
WORDED: Mapping[str, Answer] = {
    "of_kind": "mou",
    "part": "start",
    "heading": "When we begin",
    "text": "Nothing begins before {{ mou.start_date }}.\n\nমৈত্রী begins <b>first</b> & last.",
    "standard_text": STANDARD,
    "standard_heading": "Start",
}
Told = Callable[..., Document]


@pytest.fixture
def told(facts: Facts) -> Told:
    """Compose the memorandum with these records beside it and these things said in another way."""

    def make(
        *records: Record, said: tuple[dict[str, str], ...] = (), audience: Audience = Audience.OWN, kind: Kind = KIND
    ) -> Document:
        paper = facts.records["m1"]
        paper = replace(paper, answers={**paper.answers, "overrides": rows("o", *said)} if said else paper.answers)
        all_of_them = {**facts.records, **{record.id: record for record in records}, "m1": paper}
        library = Library({one.id: one for one in (*KINDS, kind)})
        return compose(kind, paper, facts=replace(facts, records=all_of_them), library=library, audience=audience)

    return make


def wording(name: str = "w1", tender: str = "", **changed: Answer) -> Record:
    """Return a record of house wording."""
    return Record(name, "house_wording", f"mou.{name}", tender, {**WORDED, **changed})


def clauses(document: Document) -> list[str]:
    """Return the words of every clause."""
    blocks = (block for section in document.sections for block in section.blocks)
    return [plain(block.inlines) for block in blocks if isinstance(block, Clause)]


def test_a_document_says_it_in_the_words_of_the_house(told: Told) -> None:
    assert clauses(told(wording()))[:3] == [
        "When we begin",
        "Nothing begins before 15 February 2027.",
        "মৈত্রী begins <b>first</b> & last.",
    ]


def test_a_clause_that_needs_advice_and_was_changed_says_so_but_not_to_the_buyer(told: Told) -> None:
    def tags(audience: Audience) -> tuple[str, ...]:
        blocks = told(wording(), audience=audience).sections[0].blocks
        return next(block.tags for block in blocks if isinstance(block, Clause))

    assert tags(Audience.OWN) == ("solicitor to check", "changed from template")
    assert tags(Audience.PARTNER) == ("solicitor to check", "changed from template")
    assert tags(Audience.PACK) == ()


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "{{ mou.gone }}"},
        {"text": "{% for %} never closed"},
        {"text": "{{ mou.secret }}"},
        {"part": "gone"},
        {"of_kind": "gone"},
        {"heading": ""},
        {"text": "   "},
        {"text": "{% for p in mou.parties %}{% for q in mou.parties %}x{% endfor %}{% endfor %}"},
        {"text": "x" * 100_000},
    ],
)
def test_words_that_cannot_be_used_leave_the_standard_in_its_place(told: Told, changed: dict[str, str]) -> None:
    assert clauses(told(wording(**changed))) == clauses(told())


def test_words_that_are_the_standard_are_no_change(told: Told) -> None:
    same = wording(text="We start\non {{ mou.start_date }}.  ", heading="Start")
    assert told(same) == told()


def test_what_came_with_a_tender_goes_before_the_words_of_the_house(told: Told) -> None:
    theirs = wording("w2", "t1", text="Theirs.")
    assert "Theirs." in clauses(told(wording(text="Ours."), theirs))
    assert "Ours." in clauses(told(wording(text="Ours."), replace(theirs, answers={})))


def test_of_two_for_one_clause_the_first_counts(told: Told) -> None:
    assert clauses(told(wording(text="First."), wording("w2", text="Second.")))[1] == "First."


def test_a_fact_that_is_told_in_another_way_is_printed_like_any_other_and_leads_to_its_own_cell(told: Told) -> None:
    document = told(
        said=({"fact": "TBN-014/title", "says": "Home At Last", "reason": "Their word for it."},),
        audience=Audience.PACK,
    )
    value = next(one for one in inlines_in(document) if isinstance(one, Value) and one.text == "Home At Last")
    assert value.paths == ("m1/overrides/o1/says",)


def test_a_person_who_is_told_in_another_way_is_followed(told: Told) -> None:
    said = told(said=({"fact": "RS/full_name", "says": "R. Sultana"},))
    assert "R. Sultana leads." in clauses(said)


def test_readers_are_told_where_a_paper_differs_and_partners_why(told: Told) -> None:
    said = (
        {"fact": "TBN-014/title", "says": "Home At Last", "reason": "Their word for it."},
        {"fact": "TBN-014/submission_deadline", "says": "26 February 2027"},
        {"fact": "MT/deal_breaker", "says": "None"},
        {"fact": "M9/freq", "says": "weekly"},
    )

    def listed(audience: Audience) -> list[str]:
        blocks = [block for section in told(said=said, audience=audience).sections for block in section.blocks]
        announces = (Paragraph,) if audience is Audience.PACK else (Heading,)
        at = next(at for at, one in enumerate(blocks) if isinstance(one, announces) and "differs" in plain(one.inlines))
        found = blocks[at + 1]
        assert isinstance(found, Bullets)
        return [plain(item) for item in found.items]

    lines = [
        "Home At Last. Title: Home At Last. In the other papers: Home First. Why: Their word for it.",
        "Home At Last. Submission deadline: 26 February 2027. In the other papers: nothing yet",
        "Maitree. Deal breaker: None. In the other papers: CANARY-PRIVATE",
    ]
    assert listed(Audience.OWN) == lines
    assert listed(Audience.PARTNER) == lines[:2]
    assert listed(Audience.PACK) == [lines[0].partition(". Why: ")[0], lines[1]]


def test_a_row_that_makes_no_difference_is_not_told_as_one(told: Told) -> None:
    document = told(said=({"fact": "TBN-014/title", "says": "Home First", "reason": "As ever."},))
    assert "differs" not in str(document)


def test_a_secret_that_is_told_in_another_way_stays_secret(told: Told) -> None:
    said = ({"fact": "MT/deal_breaker", "says": "CANARY-SECRET"},)
    for audience in (Audience.PARTNER, Audience.PACK):
        assert "CANARY" not in str(told(said=said, audience=audience))


def test_words_of_the_house_stand_around_schedules_and_above_signatures(
    told: Told, schedule_of: Callable[..., Schedule]
) -> None:
    shown = replace(
        schedule_of("table", ("What", "{{ row.item }}"), of="in_scope", intro="Old intro.", note="Old note."),
        intro_words="Old intro.",
        note_words="Old note.",
    )
    shaped = replace(KIND, schedules=(shown,))
    records = (
        wording("a", part="schedule.table.intro", text="From {{ mou.start_date }}:"),
        wording("b", part="schedule.table.note", text="Checked."),
    )
    assert "From 15 February 2027:" in "".join(
        plain(getattr(block, "inlines", ()))
        for section in told(*records, kind=shaped).sections
        for block in section.blocks
    )
    assert "Checked." in str(told(*records, kind=shaped))
    assert "Old" not in str(told(*records, kind=shaped))


def test_the_same_records_make_the_same_document(told: Told) -> None:
    assert told(wording(advised_on=date(2027, 2, 1))) == told(wording())


@pytest.mark.parametrize("audience", [Audience.PACK, Audience.OWN])
def test_an_onlooker_is_told_the_same_as_its_audience(facts: Facts, audience: Audience) -> None:
    said = rows("o", {"fact": "TBN-014/title", "says": "Home At Last"}, {"fact": "MT/deal_breaker", "says": "None"})
    paper = replace(facts.records["m1"], answers={**facts.records["m1"].answers, "overrides": said})
    told = replace(facts, records={**facts.records, "m1": paper, "w1": wording()})
    library = Library({one.id: one for one in (*KINDS, KIND)})
    usual = telling(KIND, paper, facts=told, library=library, audience=audience)
    looked = telling_to(Onlooker(library, audience), KIND, paper, facts=told, library=library)
    assert looked.facts.records["t1"].answers["title"] == "Home At Last"
    assert dict(looked.facts.records) == dict(usual.facts.records)
    assert replace(looked, facts=usual.facts) == usual
