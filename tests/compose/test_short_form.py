# SPDX-License-Identifier: MPL-2.0
"""The short form of a document: what it leaves out, what it says of that, and under which numbers the rest stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.compose.conftest import MOU, clause, field, rows, table

from evidencepack.blocks.blocks import Clause, Heading, Numbering, PageBreak, Paragraph, Signature, Style
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import CrossReference, Text
from evidencepack.domain.trade import Audience, SignatureStage
from evidencepack.domain.values import FieldType, Reference, Table
from evidencepack.library import model
from evidencepack.library.model import Schedule, SignatureLine
from evidencepack.library.templates import parse_template
from evidencepack.render.number import number, plain

EXPLAINED = "a number that is left out is in the full paper, which we send when asked."
Made = Callable[..., Document]


def short(key: str, text: str = "Words.", **more: Any) -> model.Clause:
    return clause(key, text, short=True, **more)


def words_of(document: Document) -> list[str]:
    """Return what stands in the document's numbered clauses and schedule headings, each with its number."""
    (numbered,), labels, _ = number((document,))
    blocks = (block for section in numbered.sections for block in section.blocks)
    printed = (block for block in blocks if isinstance(block, Clause | Heading) and block.label)
    return [f"{block.label} {plain(block.inlines, labels)}" for block in printed]


def test_what_is_left_out_takes_its_number_with_it(made: Made) -> None:
    clauses = (
        clause("first", "One."),
        short("second"),
        clause("third", "Three."),
        clause("fourth", "-"),
        short("fifth"),
    )
    assert words_of(made(clauses, short=True)) == ["2 Second", "2.1 Words.", "5 Fifth", "5.1 Words."]


def test_the_full_paper_has_every_part_and_no_number_of_its_own(made: Made) -> None:
    clauses = (clause("first", "One."), short("second"))
    document = made(clauses)
    assert words_of(document) == ["1 First", "1.1 One.", "2 Second", "2.1 Words."]
    assert all(not block.starts for part in document.sections for block in part.blocks if isinstance(block, Clause))


def test_each_clause_of_the_documents_own_counts(made: Made) -> None:
    own = table("own_clauses", field("heading"), field("words", FieldType.LONG_TEXT))
    each = replace(clause("own", "{{ row.words }}"), each="own_clauses")
    answers = {"own_clauses": rows("o", {"heading": "Dogs", "words": "In."}, {"heading": "Cars", "words": "Out."})}
    fields = {**MOU.fields, own.id: own}
    found = words_of(made((each, short("last")), answers=answers, fields=fields, short=True))
    assert found == ["3 Last", "3.1 Words."]


def test_a_clause_whose_conditions_do_not_hold_has_no_number_in_either_form(made: Made) -> None:
    clauses = (clause("first", "One.", when=("personal_data = no",)), short("second"))
    assert words_of(made(clauses, short=True))[0] == "1 Second"


def test_schedules_keep_their_numbers_too(made: Made) -> None:
    schedules = (
        Schedule("a", "Ways", "text"),
        Schedule("b", "Plain", "text", numbered=False),
        Schedule("c", "People", "text", short=True),
        Schedule("d", "Before", "text", opens=True),
    )
    assert words_of(made((short("one"),), schedules, short=True)) == ["1 One", "1.1 Words.", "Schedule 3 People"]


@pytest.mark.parametrize(
    ("called", "said"),
    [
        ("clause('money')", "clause 2 of the full paper"),
        ("schedule('ways')", "Schedule 1 of the full paper"),
        ("schedule('plain')", "“A plain one” of the full paper"),
    ],
)
def test_a_reference_to_what_is_left_out_says_where_it_stands(made: Made, called: str, said: str) -> None:
    schedules = (Schedule("ways", "Ways", "text"), Schedule("plain", "A plain one", "text", numbered=False))
    clauses = (short("one", "See {{ " + called + " }}."), clause("money", "None."))
    assert words_of(made(clauses, schedules, short=True))[1] == f"1.1 See {said}."


def test_a_reference_to_what_is_there_is_a_link(made: Made) -> None:
    document = made((clause("zero", "-"), short("one", "See {{ clause('two') }}."), short("two")), short=True)
    links = [
        one.target
        for part in document.sections
        for block in part.blocks
        for one in getattr(block, "inlines", ())
        if isinstance(one, CrossReference)
    ]
    assert links == ["m1/two"]
    assert "2.1 See clause 3." in words_of(document)


def test_binding_clauses_are_all_named_by_their_numbers(made: Made) -> None:
    clauses = (short("one", "Only {{ binding() }}."), clause("money", "-", binding=True), short("law", binding=True))
    assert words_of(made(clauses, short=True))[1] == "1.1 Only clause 2 (Money) and clause 3 (Law)."


def test_no_clause_is_named_beside_a_schedule_if_it_is_left_out(made: Made) -> None:
    schedules = (Schedule("gifts", "Gifts", "text", clause="money", short=True),)
    document = made((short("one"), clause("money", "-")), schedules, short=True)
    (heading,) = [
        b
        for part in document.sections
        for b in part.blocks
        if isinstance(b, Heading) and b.numbering is Numbering.SCHEDULE
    ]
    assert heading.aside == ()


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({}, f"Short form of TBN-MOU-01, draft; {EXPLAINED}"),
        ({"numbered": False}, "Short form of TBN-MOU-01, draft; we send the full paper when asked."),
        (
            {"facts": parse_template("Two parties"), "numbered": False},
            "Two parties · short form of TBN-MOU-01, draft; we send the full paper when asked.",
        ),
        (
            {"short_note": parse_template("Meetings are elsewhere."), "numbered": False},
            "Short form of TBN-MOU-01, draft; we send the full paper when asked. Meetings are elsewhere.",
        ),
    ],
)
def test_it_says_of_which_paper_it_is_the_short_form(made: Made, settings: dict[str, object], said: str) -> None:
    document = made((short("one"),), short=True, **settings)
    facts = [b for b in document.sections[0].blocks if isinstance(b, Paragraph) and b.style is Style.FACTS]
    assert [plain(one.inlines) for one in facts] == [said]


def test_contents_header_and_footer_call_it_a_short_form(made: Made) -> None:
    document = made((short("one"),), short=True)
    title = "Memorandum of understanding, short form"
    assert (document.title, document.running.right, document.running.version) == (title, title, "draft, short form")


def line(stage: SignatureStage = SignatureStage.BEFORE_SUBMISSION, **more: object) -> SignatureLine:
    settings: dict[str, object] = {"by": "each_party", "role": "authorised_signatory", "kind": "wet_or_digital", **more}
    return SignatureLine(stage=stage, statement=parse_template("I agree."), **settings)  # type: ignore[arg-type]


def end_of(document: Document) -> list[str]:
    """Return the words from the heading about signatures on."""
    found = [plain(getattr(block, "inlines", ())) for block in document.sections[-1].blocks]
    return found[next(place for place, words in enumerate(found) if words.startswith("Who ")) :]


def test_who_signs_stands_in_place_of_the_page_to_sign(made: Made) -> None:
    document = made((short("one"),), signatures=(line(),), short=True)
    assert end_of(document) == [
        "Who signs the full paper",
        "Before the bid goes in, as signatory: Olúmídé Adébáyọ̀ for Ferrybank; Rabeya Sultana (রাবেয়া সুলতানা) for Maitree.",
    ]
    assert not any(isinstance(block, Signature | PageBreak) for block in document.sections[-1].blocks)


def test_a_party_that_signs_later_is_named_with_its_stage(made: Made) -> None:
    signs = field("signs", FieldType.CHOICE)
    parties = replace(MOU.fields["parties"], columns=(*MOU.fields["parties"].columns, signs))
    answers = {
        "parties": rows("p", {"organisation": Reference("fb")}, {"organisation": Reference("mt"), "signs": "on_award"})
    }
    document = made(
        (short("one"),), signatures=(line(),), answers=answers, fields={**MOU.fields, "parties": parties}, short=True
    )
    assert end_of(document)[1:] == [
        "Before the bid goes in, as signatory: Olúmídé Adébáyọ̀ for Ferrybank.",
        "When the contract is awarded, as signatory: Rabeya Sultana (রাবেয়া সুলতানা) for Maitree.",
    ]


def test_those_who_initial_are_only_named(made: Made) -> None:
    document = made((short("one"),), signatures=(line(kind="acknowledgement"),), short=True)
    assert end_of(document) == [
        "Who initials the full paper",
        "Olúmídé Adébáyọ̀ for Ferrybank; Rabeya Sultana (রাবেয়া সুলতানা) for Maitree.",
    ]


def test_nobody_named_yet_is_a_gap(made: Made) -> None:
    document = made((short("one"),), signatures=(line(),), answers={"parties": Table(())}, short=True)
    assert end_of(document)[1:] == ["[to complete: Parties]"]


def test_a_paper_that_nobody_signs_says_nothing_of_it(made: Made) -> None:
    document = made((short("one"),), short=True, audience=Audience.PACK)
    assert "Who" not in " ".join(plain(getattr(b, "inlines", ())) for b in document.sections[-1].blocks)
    assert Text("Words.") in document.sections[-1].blocks[-1].inlines  # type: ignore[union-attr]
