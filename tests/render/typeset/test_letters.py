# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from tests.render.letter import letter
from tests.render.typeset.setting import FONTS, LEFT, RIGHT, RUNNING, lines, run_of, words

from evidencepack.blocks.blocks import Block, Farewell, Letterhead, Paragraph, Signatory
from evidencepack.blocks.document import Document, Section
from evidencepack.render.number import number
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.page import FieldKind, Page, Pages, Role
from evidencepack.render.typeset.typesetter import typeset

HEAD, GREETING, SUBJECT, ROLE, END = letter().sections[0].blocks


def set_letter(*blocks: Block) -> Pages:
    one = Document("los", "Letter of support", RUNNING, (Section(blocks, letter=True),))
    return typeset(number((one,)), STANDARD, FONTS, stamp=True)


@pytest.fixture(scope="module")
def page() -> Page:
    (only,) = set_letter(*letter().sections[0].blocks).pages
    return only


def test_a_letter_has_no_header_but_a_footer_and_the_stamp(page: Page) -> None:
    printed = [sign.text for sign in page.artifacts]
    assert "Ferrybank Home Support Ltd" not in printed
    assert any("TBN-MOU-01" in words for words in printed)
    assert "1" in printed


def test_the_sender_stands_left_and_its_address_ends_at_the_right_margin(page: Page) -> None:
    name, address = run_of(page, "Maitree Community Trust"), run_of(page, "London E97 5CD")
    assert name.x == pytest.approx(LEFT)
    assert (name.size, address.size) == (16, 9)
    assert address.x + address.width == pytest.approx(RIGHT)
    assert run_of(page, "3 February 2027").x + run_of(page, "3 February 2027").width == pytest.approx(RIGHT)


def test_a_rule_parts_the_head_from_the_letter_and_another_is_signed_on(page: Page) -> None:
    upper, lower = sorted(
        (rule for rule in page.rules if rule.weight == STANDARD.letter.rule), key=lambda rule: rule.y1
    )
    assert [upper.x0, upper.x1] == pytest.approx([LEFT, RIGHT])
    assert run_of(page, "Registered charity").y < upper.y1 < run_of(page, "Adult Social Care").y
    assert lower.x1 - lower.x0 == pytest.approx(STANDARD.letter.line)
    assert run_of(page, "Yours sincerely").y + STANDARD.letter.room < lower.y1 + 15
    assert lower.y1 < run_of(page, "Rabeya Sultana").y < run_of(page, "Chair of Trustees").y


def test_it_is_read_from_the_sender_to_the_signature_and_its_subject_is_the_title(page: Page) -> None:
    read = [run.text.strip() for run in page.runs]
    order = [
        *("Maitree Community Trust", "7 Marsh Lane", "Adult Social Care Commissioning", "3 February 2027"),
        *("Dear Ms Petersen-Wright", "Home First Reablement", "We send connectors.", "Yours sincerely"),
        *("Rabeya Sultana", "Chair of Trustees"),
    ]
    assert [text for text in read if text in order] == order
    assert run_of(page, "Home First").element.role is Role.H1
    assert run_of(page, "Home First").size == run_of(page, "We send").size


def test_it_is_signed_above_the_line(page: Page) -> None:
    (form,) = page.forms
    (field,) = form.fields
    assert field.kind is FieldKind.SIGNATURE
    assert field.label == "Signature of Rabeya Sultana"
    assert field.y + field.height < run_of(page, "Rabeya Sultana").y


def test_the_end_stays_together_with_the_words_before_it() -> None:
    filler = [Paragraph(words(f"Sentence {place}. " * 20)) for place in range(8)]
    pages = set_letter(HEAD, SUBJECT, *filler, END).pages
    assert len(pages) == 2
    (end,) = (page for page in pages if any("Yours sincerely" in run.text for run in page.runs))
    assert any("Rabeya Sultana" in run.text for run in end.runs)
    assert any("Sentence 7." in run.text for run in end.runs)
    assert all("Ferrybank" not in sign.text for page in pages for sign in page.artifacts)


def test_what_is_signed_comes_with_the_signature_where_that_alone_would_not_fit() -> None:
    signed_apart = []
    for lines_before in range(24, 48):
        filler = [Paragraph(words("One line.")) for _ in range(lines_before)]
        pages = set_letter(HEAD, SUBJECT, *filler, Paragraph(words("I may speak for Maitree.")), END).pages
        for page in pages:
            said = " ".join(run.text for run in page.runs)
            signed_apart += [lines_before] if ("Yours" in said) != ("I may speak" in said) else []
    assert signed_apart == []


def test_a_letter_without_address_or_role_is_set_all_the_same() -> None:
    bare = Letterhead(words("Maitree"))
    (page,) = set_letter(bare, SUBJECT, Farewell(words("Yours"), Signatory((), words("Rabeya"), ()))).pages
    assert [line.strip() for line in lines(page)] == ["Maitree", "Home First Reablement", "Yours", "Rabeya"]
