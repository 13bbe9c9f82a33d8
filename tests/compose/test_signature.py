# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.compose.conftest import MOU

from evidencepack.blocks.blocks import Block, Entry, Heading, PageBreak, Paragraph, Signatory, Signature, Style
from evidencepack.blocks.blocks import Table as Grid
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Text, Value
from evidencepack.compose.plain import plain
from evidencepack.compose.scope import Edition, Scope
from evidencepack.compose.signature import signature_blocks
from evidencepack.domain.trade import Audience, SignatureStage
from evidencepack.domain.values import Answer, Reference, Row, Table
from evidencepack.library.model import Library, SignatureLine
from evidencepack.library.templates import parse_template

Made = Callable[..., Document]


def line(by: str = "each_party", *, role: str = "authorised_signatory", heading: str = "Signatures") -> SignatureLine:
    statement = parse_template("I have read {{ mou.reference }}.")
    return SignatureLine(by, SignatureStage.BEFORE_SUBMISSION, role, "wet_or_digital", statement, heading)


def page(document: Document) -> list[Block]:
    return list(document.sections[-1].blocks)[2:]


def signatories(document: Document) -> list[Signatory]:
    return [one for block in page(document) if isinstance(block, Signature) for one in block.signatories]


def test_each_party_has_a_box_on_a_page_of_its_own(made: Made) -> None:
    assert page(made(signatures=(line(),))) == [
        PageBreak(),
        Heading(2, (Text("Signatures"),), "m1/signatures"),
        Signature(
            (
                Signatory(
                    (Value("Ferrybank Home Support Ltd", ("fb/legal_name",)),),
                    (Value("Olúmídé Adébáyọ̀", ("olu/full_name",)),),
                    (Value("Managing Director", ("olu/job_title",)),),
                ),
                Signatory(
                    (
                        Value("Maitree Community Trust", ("mt/legal_name",)),
                        Text(" ("),
                        Value("মৈত্রী কমিউনিটি ট্রাস্ট", ("mt/name_other_script",)),
                        Text(")"),
                    ),
                    (
                        Value("Rabeya Sultana", ("rabeya/full_name",)),
                        Text(" ("),
                        Value("রাবেয়া সুলতানা", ("rabeya/name_other_script",)),
                        Text(")"),
                    ),
                    (Value("Chair of Trustees", ("rabeya/job_title",)),),
                ),
            ),
            (Text("I have read "), Value("TBN-MOU-01", ("m1/reference",)), Text(".")),
        ),
    ]


def test_a_kind_that_is_not_signed_has_no_signature_page(made: Made) -> None:
    assert page(made()) == []


@pytest.mark.parametrize(
    ("audience", "place", "said"),
    [
        (Audience.OWN, 2, "ask a solicitor to check the clauses marked “solicitor to check”"),
        (Audience.PARTNER, 2, "ask a solicitor to check the clauses marked “solicitor to check”"),
        (Audience.PACK, -1, "general template, which is not legal advice."),
    ],
)
def test_the_standing_notice_comes_first_for_who_signs_and_last_for_who_buys(
    made: Made, audience: Audience, place: int, said: str
) -> None:
    blocks = page(made(signatures=(line(), line()), notice="general_template", audience=audience))
    notes = [block for block in blocks if isinstance(block, Paragraph) and block.style is Style.NOTE]
    assert notes == [blocks[place]]
    assert said in plain(notes[0].inlines)
    assert "not legal advice" in plain(notes[0].inlines)


def test_a_second_line_of_signatures_follows_without_the_notice(made: Made, library: Library) -> None:
    mou = library["mou"]
    reviews = replace(
        mou.fields["parties"], id="reviews", columns=(replace(mou.fields["parties"].columns[1], id="contact"),)
    )
    document = made(
        signatures=(line(), line("reviews", role="ig_reviewer", heading="Reviewed by")),
        notice="general_template",
        fields={**mou.fields, "reviews": reviews},
        answers={"reviews": Table((Row("r1", {"contact": Reference("olu")}),))},
    )
    headings = [block for block in page(document) if isinstance(block, Heading)]
    assert [(plain(heading.inlines), heading.anchor) for heading in headings] == [
        ("Signatures", "m1/signatures"),
        ("Reviewed by", "m1/signatures_2"),
    ]
    assert len([block for block in page(document) if isinstance(block, Paragraph) and block.style is Style.NOTE]) == 1
    last = signatories(document)[-1]
    assert (plain(last.party), plain(last.name), last.capacity) == (
        "Ferrybank Home Support Ltd",
        "Olúmídé Adébáyọ̀",
        "IG reviewer",
    )


def test_a_table_names_who_signs_and_for_whom_each_person_once(made: Made) -> None:
    row = {"organisation": Reference("mt"), "signatory": Reference("nasrin")}
    document = made(
        signatures=(line("parties", role="accountable_person"),),
        answers={"parties": Table((Row("p1", row), Row("p2", row)))},
    )
    assert [(plain(one.party), plain(one.name), one.capacity) for one in signatories(document)] == [
        ("Maitree Community Trust (মৈত্রী কমিউনিটি ট্রাস্ট)", "Nasrin Akhtar", "Accountable person")
    ]


def test_shared_records_can_name_who_signs(made: Made, library: Library) -> None:
    mou = library["mou"]
    shown = replace(mou.fields["contributions"], id="everyone", rows_of="organisation")
    document = made(signatures=(line("everyone"), line()), parties="everyone", fields={**mou.fields, "everyone": shown})
    names = [plain(one.name) for one in signatories(document)]
    assert names[:3] == ["Olúmídé Adébáyọ̀", "Rabeya Sultana (রাবেয়া সুলতানা)", "[to complete: Signatory]"]


def test_a_signatory_nobody_named_is_a_gap_without_a_job(made: Made) -> None:
    parties = Table((Row("p1", {"organisation": Reference("lbt")}), Row("p2", {"organisation": Reference("gone")})))
    found = signatories(made(signatures=(line(),), answers={"parties": parties}))
    assert [(plain(one.party), plain(one.name), one.role) for one in found] == [
        ("London Borough of Thamesbourne", "[to complete: Signatory]", ()),
        ("[to complete: Organisation]", "[to complete: Organisation (signatory)]", ()),
    ]


def test_a_party_without_a_person_of_its_own_signs_by_its_usual_signatory(made: Made, library: Library) -> None:
    mou = library["mou"]
    plain_parties = replace(mou.fields["parties"], columns=mou.fields["parties"].columns[:1])
    document = made(signatures=(line(),), fields={**mou.fields, "parties": plain_parties})
    assert plain(signatories(document)[0].name) == "Olúmídé Adébáyọ̀"


@pytest.mark.parametrize(("landscape", "room"), [(True, 50), (False, 35)])
def test_a_list_to_initial_leaves_room_for_the_hand(made: Made, *, landscape: bool, room: float) -> None:
    document = made(signatures=(replace(line(), kind="acknowledgement"),), landscape=landscape)
    *_, statement, table = page(document)
    assert isinstance(statement, Paragraph)
    assert plain(statement.inlines) == "I have read TBN-MOU-01."
    assert isinstance(table, Grid)
    assert table.row_height >= 11
    assert [cell.entry for cell in table.rows[0].cells] == [*[Entry.NONE] * 3, Entry.SIGNATURE, Entry.DATE]
    assert table.columns[3].width >= room


@pytest.mark.parametrize("kind", ["wet_or_digital", "acknowledgement"])
def test_while_nobody_is_named_the_gap_stands_there(made: Made, kind: str) -> None:
    document = made(signatures=(replace(line(), kind=kind),), answers={"parties": None})
    *_, statement, gap = page(document)
    assert isinstance(statement, Paragraph)
    assert plain(statement.inlines) == "I have read TBN-MOU-01."
    assert gap == Paragraph((Value("[to complete: Parties]", ("m1/parties",), missing=True),))


@pytest.fixture
def for_one(scope: Callable[..., Scope]) -> Callable[..., list[Block]]:
    """Make the signature page of the copy that one organisation signs."""

    def make(party: str, *lines: SignatureLine, **answers: Answer | None) -> list[Block]:
        found = scope(kind=replace(MOU, signatures=lines), **answers)
        return list(signature_blocks(replace(found, edition=Edition(party=party))))

    return make


def test_the_copy_of_one_party_names_all_who_sign_and_has_no_box(for_one: Callable[..., list[Block]]) -> None:
    heading, how, who = for_one("mt", line())
    assert heading == Heading(2, (Text("Signatures"),), "m1/signatures")
    assert isinstance(how, Paragraph)
    assert isinstance(who, Paragraph)
    assert "a copy of its own, on the sign-off sheet at its end" in plain(how.inlines)
    assert plain(who.inlines) == (
        "Before the bid goes in, as signatory: Olúmídé Adébáyọ̀ for Ferrybank; Rabeya Sultana (রাবেয়া সুলতানা) for Maitree."
    )


def test_on_the_copy_of_one_party_only_its_own_people_initial(for_one: Callable[..., list[Block]]) -> None:
    initials = replace(line(), kind="acknowledgement")
    _, statement, table = for_one("mt", initials)
    assert isinstance(statement, Paragraph)
    assert plain(statement.inlines) == "I have read TBN-MOU-01."
    assert isinstance(table, Grid)
    assert [plain(row.cells[0].lines[0]) for row in table.rows] == ["Rabeya Sultana (রাবেয়া সুলতানা)"]
    *_, others = for_one("lbt", initials)
    assert others == Paragraph((Text("Those who initial this list do so on copies of their own."),))


def test_lists_of_one_copy_have_an_anchor_each_and_an_unknown_party_its_gap(
    for_one: Callable[..., list[Block]],
) -> None:
    unknown = Table((Row("p1", {"organisation": Reference("gone")}),))
    blocks = for_one("mt", line(), replace(line(), kind="acknowledgement"), parties=unknown)
    assert [one.anchor for one in blocks if isinstance(one, Heading)] == ["m1/signatures", "m1/signatures_2"]
    said = [plain(one.inlines) for one in blocks if isinstance(one, Paragraph)]
    assert said[1].endswith("[to complete: Organisation (signatory)] for [to complete: Organisation].")
    assert for_one("mt", line(), parties=None)[-1] == Paragraph(
        (Value("[to complete: Parties]", ("m1/parties",), missing=True),)
    )
