# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from evidencepack.blocks.blocks import Block, Gap, Heading, Paragraph, Style, Table, Toc, TocEntry
from evidencepack.blocks.document import Document, Running
from evidencepack.blocks.inlines import CrossReference, Inlines, Show, Text
from evidencepack.compose.contents import contents
from evidencepack.compose.cover import cover
from evidencepack.compose.front import Between, Front, Listed, Partner
from evidencepack.compose.matrix import headline, matrix
from evidencepack.compose.plain import plain
from evidencepack.domain.trade import EvaluatorQuestion

Q = EvaluatorQuestion
RUNNING = Running("Ferrybank Home Support Ltd", "TBN-014 · Lot 2", "TBN-PACK", "version 1.0")


def words(text: str) -> Inlines:
    return (Text(text),)


def listed(anchor: str, letter: str, parties: str, places: Mapping[Q, str], **more: Any) -> Listed:
    document = Document(anchor, anchor.upper(), RUNNING, (), letter)
    return Listed(document, parties=frozenset(parties.split()), places=places, **more)


@pytest.fixture
def front() -> Front:
    return Front(
        running=RUNNING,
        bidder=words("Ferrybank Home Support Ltd"),
        title=words("Home First"),
        tender_line=words("TBN-014 · Lot 2"),
        buyer=words("London Borough of Thamesbourne"),
        partners=(
            Partner("fb", words("Ferrybank"), words("Lead provider")),
            Partner("mt", words("Maitree"), words("Subcontractor"), words("মৈত্রী"), {Q.PURPOSE: words("Spec 4.7")}),
            Partner("lc", words("Lea Marsh College"), words("Referral partner"), claims={Q.PURPOSE: words("Spec 6.3")}),
        ),
        documents=(
            listed(
                "mou", "A", "fb mt", {Q.PURPOSE: "mou/purpose", Q.GOVERNANCE: "mou"}, version="v1.0", signed="5 to sign"
            ),
            listed("raci", "B", "fb", {Q.GOVERNANCE: "raci/map", Q.EVIDENCE: "raci/map"}),
        ),
        submitted=words("26 February 2027"),
        contact=(words("Siân Llŷr-Evans"), words("020 7946 0101")),
        pages=42,
    )


def blocks(document: Document) -> tuple[Block, ...]:
    return document.sections[0].blocks


def table(document: Document) -> Table:
    return next(block for block in blocks(document) if isinstance(block, Table))


def said(lines: tuple[Inlines, ...]) -> list[str]:
    return [plain(line) for line in lines]


def test_the_cover_says_who_bids_for_what_with_whom(front: Front) -> None:
    made = cover(front)
    assert made.sections[0].cover
    assert [(block.style, plain(block.inlines)) for block in blocks(made) if isinstance(block, Paragraph)] == [
        (Style.COVER_NAME, "Ferrybank Home Support Ltd"),
        (Style.COVER_LABEL, "Partnership evidence pack"),
        (Style.COVER_TITLE, "Home First"),
        (Style.COVER_LINE, "TBN-014 · Lot 2"),
        (Style.COVER_LINE, "Buyer: London Borough of Thamesbourne"),
    ]
    assert Gap(16) in blocks(made)
    assert [[said(cell.lines) for cell in row.cells] for row in table(made).rows] == [
        [["Ferrybank"], ["Lead provider"]],
        [["Maitree", "মৈত্রী"], ["Subcontractor"]],
        [["Lea Marsh College"], ["Referral partner"]],
    ]
    assert [column.width for column in table(made).columns] == [82, 0]
    assert table(made).size == 11


def test_many_partners_are_set_smaller(front: Front) -> None:
    assert table(cover(replace(front, partners=front.partners * 3))).size == 10


def test_the_foot_of_the_cover_says_when_whom_to_ask_and_what_is_in_confidence(front: Front) -> None:
    (foot,) = cover(front).sections[0].foot
    assert isinstance(foot, Table)
    assert [column.width for column in foot.columns] == [36, 64, 0]
    assert [said(cell.lines)[0] for cell in foot.head[0].cells] == ["Submitted", "Contact", "Submitted in confidence"]
    assert [said(cell.lines) for cell in foot.rows[0].cells][:2] == [
        ["26 February 2027", "Pack version 1.0", "42 pages"],
        ["Siân Llŷr-Evans", "020 7946 0101"],
    ]


def test_a_draft_is_not_submitted_but_due(front: Front) -> None:
    (foot,) = cover(replace(front, issued=False)).sections[0].foot
    assert isinstance(foot, Table)
    assert said(foot.head[0].cells[0].lines) == ["Draft, deadline"]


def test_what_is_not_known_yet_leaves_no_line_at_the_foot(front: Front) -> None:
    bare = replace(front, submitted=(), pages=0, running=replace(RUNNING, version=""))
    (foot,) = cover(bare).sections[0].foot
    assert isinstance(foot, Table)
    assert foot.rows[0].cells[0].lines == ()
    (one,) = cover(replace(front, pages=1)).sections[0].foot
    assert isinstance(one, Table)
    assert said(one.rows[0].cells[0].lines)[-1] == "1 page"


def test_the_contents_list_every_appendix_after_the_matrix(front: Front) -> None:
    made = contents(front)
    toc = next(block for block in blocks(made) if isinstance(block, Toc))
    asked = (Text("1, 3", expansion="questions 1 and 3"),)
    nobody = (Text("–", expansion="nobody signs it"),)
    assert len(toc.head) == len(toc.widths) == 6
    assert toc.entries == (
        TocEntry("pack/matrix", "–", words("Evidence matrix"), ((), nobody, words("all"))),
        TocEntry(
            "mou",
            "A",
            words("MOU"),
            (words("v1.0"), words("5 to sign"), asked),
        ),
        TocEntry("raci", "B", words("RACI"), ((), nobody, (Text("3, 4", expansion="questions 3 and 4"),))),
    )
    assert Heading(1, words("Contents")) in blocks(made)


@pytest.mark.parametrize(("limit", "expected"), [(0, False), (40, True)])
def test_the_note_under_the_contents_gives_the_limit_if_there_is_one(
    front: Front, limit: int, *, expected: bool
) -> None:
    note = blocks(contents(replace(front, limit=limit)))[-1]
    assert isinstance(note, Paragraph)
    assert "1 purpose, 2 contribution, 3 governance, 4 evidence, 5 assurance" in plain(note.inlines)
    assert ("The limit for appendices is 40 sides; the pages before" in plain(note.inlines)) is expected


def test_the_note_says_how_many_sides_the_pack_uses_once_they_are_known(front: Front) -> None:
    note = blocks(contents(replace(front, limit=40, sides=38)))[-1]
    assert isinstance(note, Paragraph)
    assert "Appendices take 38 of the 40 sides allowed; the pages before" in plain(note.inlines)


def test_a_file_from_others_leaves_no_cell_of_its_line_empty(front: Front) -> None:
    outside = (Between(0, "an", "B", words("Licence")), Between(1, "in", "C", words("Cover"), "1 Mar 2026"))
    heading = Between(0, "s", "", words("Proof"), section=True)
    made = blocks(contents(replace(front, between=(heading, *outside))))
    (toc,) = (one for one in made if isinstance(one, Toc))
    cells = {one.target: [plain(cell) for cell in one.cells] for one in toc.entries}
    assert (cells["an"], cells["in"]) == (["–", "–", "–"], ["1 Mar 2026", "–", "–"])
    assert cells["s"] == ["", "", ""]
    note = made[-1]
    assert isinstance(note, Paragraph)
    assert "a file from others that says nothing of it." in plain(note.inlines)


@pytest.mark.parametrize(("sides", "told"), [(40, True), (41, False), (103, False)])
def test_a_buyer_is_told_of_the_limit_while_the_pack_is_within_it(front: Front, sides: int, *, told: bool) -> None:
    note = blocks(contents(replace(front, limit=40, sides=sides)))[-1]
    assert isinstance(note, Paragraph)
    assert ("40 sides" in plain(note.inlines)) is told
    assert "it has no letter, or nobody signs it." in plain(note.inlines)


def test_the_matrix_points_only_at_documents_in_which_the_partner_is_a_party(front: Front) -> None:
    made = matrix(front)
    rows = table(made).rows
    assert rows[0].cells[3].lines == (
        (
            Text("A\u00a0p\u00a0"),
            CrossReference("mou", Show.PAGE),
            Text("; B\u00a0p\u00a0"),
            CrossReference("raci/map", Show.PAGE),
        ),
    )
    assert rows[1].cells[3].lines == ((Text("A\u00a0p\u00a0"), CrossReference("mou", Show.PAGE)),)
    assert rows[1].cells[1].lines == (
        words("Spec 4.7"),
        (Text("A\u00a0p\u00a0"), CrossReference("mou/purpose", Show.PAGE)),
    )


def test_a_claim_that_nothing_shows_is_not_made(front: Front) -> None:
    assert [cell.lines for cell in table(matrix(front)).rows[2].cells[1:]] == [()] * 5


def test_the_matrix_has_a_wide_page_and_asks_five_questions(front: Front) -> None:
    made = matrix(front)
    assert made.sections[0].landscape
    assert [said(cell.lines) for cell in table(made).head[0].cells][:2] == [
        ["Partner"],
        ["1 Purpose", "Which gap is closed?"],
    ]
    assert [column.width for column in table(made).columns] == [35, *[43.4] * 5]


def test_the_title_of_the_matrix_is_made_of_counts(front: Front) -> None:
    assert headline(front) == "Three partners, five questions, six references"
    assert headline(replace(front, partners=front.partners[2:])) == "One partner, five questions, no references"


def test_whoever_counts_the_references_of_the_matrix_finds_the_number_of_its_title(front: Front) -> None:
    cells = [cell for row in table(matrix(front)).rows for cell in row.cells]
    found = [one for cell in cells for line in cell.lines for one in line if isinstance(one, CrossReference)]
    assert len(found) == 6


def test_each_front_page_is_a_document_of_its_own(front: Front) -> None:
    made = [one(front) for one in (cover, contents, matrix)]
    assert [one.anchor for one in made] == ["pack/cover", "pack/contents", "pack/matrix"]
    assert all(one.running == RUNNING for one in made)


def test_while_nobody_leads_cover_and_matrix_have_a_row_for_whoever_will(front: Front) -> None:
    nobody = replace(front, partners=(), bidder=words("[to complete: Who leads the bid?]"))
    (table,) = (block for block in blocks(cover(nobody)) if isinstance(block, Table))
    assert [[plain(line) for line in cell.lines] for cell in table.rows[0].cells] == [
        ["[to complete: Who leads the bid?]"],
        ["Lead provider"],
    ]
    (table,) = (block for block in blocks(matrix(nobody)) if isinstance(block, Table))
    assert plain(table.rows[0].cells[0].lines[0]) == "[to complete: Who leads the bid?]"
    assert headline(nobody) == "Which partner answers which question"


def test_many_references_stand_three_on_a_line(front: Front) -> None:
    papers = tuple(listed(letter.lower(), letter, "fb", {Q.ASSURANCE: f"{letter.lower()}/one"}) for letter in "ABCDE")
    (lead, *_) = table(matrix(replace(front, documents=papers))).rows
    letters = [[one.text[0] for one in line if isinstance(one, Text)] for line in lead.cells[-1].lines]
    assert letters == [["A", ";", ";"], ["D", ";"]]
