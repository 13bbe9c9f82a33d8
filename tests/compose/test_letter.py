# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from tests.compose.conftest import MOU, clause, to

from evidencepack.blocks.blocks import Block, Bullets, Farewell, Heading, Letterhead, Paragraph, Signatory
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import LineBreak, Text, Value
from evidencepack.compose.plain import plain
from evidencepack.domain.trade import SignatureStage
from evidencepack.domain.values import Answer, Reference
from evidencepack.library.model import Letter, SignatureLine
from evidencepack.library.templates import parse_template

Made = Callable[..., Document]

_WRITES = SignatureLine(
    "each_party",
    SignatureStage.BEFORE_SUBMISSION,
    "authorised_signatory",
    "wet_or_digital",
    parse_template("I may speak for us."),
)
_OPENING = clause("opening", "I am writing for our partners.", headed=False)


def letter(**changed: str) -> Letter:
    words = {
        "details": "7 Marsh Lane\n020 7946 0202",
        "addressee": "Adult Social Care\nLB Thamesbourne",
        "date": "{{ mou.start_date }}",
        "greeting": "Dear Sir or Madam",
        "subject": "{{ tender.title }}\nReference {{ tender.reference }}",
        "farewell": "Yours faithfully",
    }
    return Letter(**{name: parse_template(text) for name, text in (words | changed).items()})


@pytest.fixture
def written(made: Made) -> Callable[..., tuple[Block, ...]]:
    """Return the blocks of a letter of Maitree's with these clauses."""

    def make(*clauses: object, answers: Mapping[str, Answer | None] | None = None, **changed: str) -> tuple[Block, ...]:
        made_of = made(
            tuple(clauses) or (_OPENING,),
            letter=letter(**changed),
            parties="partner",
            fields={**MOU.fields, "partner": to("partner", "organisation", label="Whose letter is it?")},
            signatures=(_WRITES,),
            numbered=False,
            answers={"partner": Reference("mt"), **(answers or {})},
        )
        (section,) = made_of.sections
        assert section.letter
        return section.blocks

    return make


def test_a_letter_begins_with_who_writes_to_whom_and_when(written: Callable[..., tuple[Block, ...]]) -> None:
    head, greeting, subject, *_ = written()
    assert isinstance(head, Letterhead)
    assert plain(head.sender) == "Maitree Community Trust"
    assert plain(head.other) == "মৈত্রী কমিউনিটি ট্রাস্ট"
    assert [plain(line) for line in head.details] == ["7 Marsh Lane", "020 7946 0202"]
    assert [plain(line) for line in head.addressee] == ["Adult Social Care", "LB Thamesbourne"]
    assert plain(head.date) == "15 February 2027"
    assert greeting == Paragraph((Text("Dear Sir or Madam"),))
    assert subject == Heading(
        1,
        (
            Value("Home First", ("t1/title",)),
            LineBreak(),
            Text("Reference "),
            Value("TBN-014", ("t1/reference",)),
        ),
        small=True,
    )


def test_headings_run_into_the_first_words_of_their_paragraph(written: Callable[..., tuple[Block, ...]]) -> None:
    blocks = written(_OPENING, clause("role", "We send connectors.\n\nTwo of them."), clause("times", "- at once"))
    assert blocks[3:8] == (
        Paragraph((Text("I am writing for our partners."),)),
        Paragraph((Text("Role. ", bold=True), Text("We send connectors."))),
        Paragraph((Text("Two of them."),)),
        Paragraph((Text("Times:", bold=True),)),
        Bullets(((Text("at once"),),)),
    )


def test_a_clause_whose_condition_does_not_hold_is_left_out(written: Callable[..., tuple[Block, ...]]) -> None:
    blocks = written(_OPENING, clause("money", "We pay.", when=("cost set",)))
    assert "We pay." not in " ".join(plain(block.inlines) for block in blocks if isinstance(block, Paragraph))


def test_it_ends_with_what_whoever_signs_says_and_a_line_to_sign_on(written: Callable[..., tuple[Block, ...]]) -> None:
    *_, said, end = written()
    assert said == Paragraph((Text("I may speak for us."),))
    assert isinstance(end, Farewell)
    assert end.words == (Text("Yours faithfully"),)
    assert isinstance(end.signatory, Signatory)


def test_without_a_partner_the_gap_stands_where_its_name_would(written: Callable[..., tuple[Block, ...]]) -> None:
    draft, head, *_ = written(answers={"partner": None})
    assert isinstance(draft, Paragraph)
    assert isinstance(head, Letterhead)
    assert plain(head.sender) == "[to complete: Whose letter is it?]"
    assert head.other == ()
