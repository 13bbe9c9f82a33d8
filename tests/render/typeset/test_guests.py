# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from tests.render.typeset.setting import FONTS, RUNNING, document, words

from evidencepack.blocks.blocks import Paragraph
from evidencepack.blocks.document import Document
from evidencepack.render.number import number
from evidencepack.render.theme import MM, STANDARD
from evidencepack.render.typeset.guests import Bookmark, Guest, Guests, GuestsByAnchor, band, seated, sheet_for
from evidencepack.render.typeset.page import Pages, Role
from evidencepack.render.typeset.typesetter import typeset

A4, A3 = (210, 297), (297, 420)
SIZES = [
    (210, 297), (297, 210), (297, 420), (420, 297), (148, 210), (216, 279), (216, 356), (80, 600), (600, 80),
    (841, 1189), (1, 1), (5080, 5080), (1, 5000), (105, 148),
]  # fmt: skip


def guest(wide: float, high: float, *, text: bool = True) -> Guest:
    return Guest("file", 0, wide * MM, high * MM, text)


def bundled(*documents: Document, guests: GuestsByAnchor, duplex: bool = False) -> Pages:
    return typeset(number(documents), STANDARD, FONTS, stamp=True, duplex=duplex, guests=guests)


def some(count: int, **more: object) -> Guests:
    return Guests(tuple(Guest("file", at, 210 * MM, 297 * MM) for at in range(count)), "Appendix B", "Policy", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("wide", "high"), SIZES)
def test_a_page_of_any_size_stands_whole_above_the_foot_of_a_sheet(wide: float, high: float) -> None:
    shape = sheet_for(guest(wide, high), STANDARD)
    seat = seated(guest(wide, high), shape, STANDARD)
    assert seat.left >= -0.01
    assert seat.top >= -0.01
    assert seat.left + seat.width <= shape.width + 0.01
    assert seat.top + seat.height <= shape.height - band(STANDARD) + 0.01


@pytest.mark.parametrize(("wide", "high"), SIZES)
def test_every_sheet_is_a4_or_a3_turned_as_its_page(wide: float, high: float) -> None:
    shape = sheet_for(guest(wide, high), STANDARD)
    sides = tuple(sorted((round(shape.width / MM), round(shape.height / MM))))
    assert sides in {A4, A3}
    assert (shape.width > shape.height) is (wide > high)


@pytest.mark.parametrize(("wide", "high"), [(148, 210), (105, 148), (1, 1)])
def test_a_small_page_is_not_enlarged_and_has_a_line_round_it(wide: float, high: float) -> None:
    seat = seated(guest(wide, high), sheet_for(guest(wide, high), STANDARD), STANDARD)
    assert (seat.scale, seat.framed) == (1.0, True)


def test_a_full_page_is_made_smaller_by_as_much_as_the_foot_takes() -> None:
    seat = seated(guest(210, 297), sheet_for(guest(210, 297), STANDARD), STANDARD)
    assert 0.92 < seat.scale < 0.94
    assert not seat.framed


def test_the_number_at_the_foot_stands_where_it_does_on_our_own_pages() -> None:
    pages = bundled(document(Paragraph(words("Ours"))), guests={"doc": some(1)})
    own, other = (next(box for box in page.boxes if box.outline == "ink") for page in pages.pages)
    assert (own.x, own.y, own.width, own.height) == (other.x, other.y, other.width, other.height)


def test_the_number_stands_as_far_from_the_corner_of_the_largest_sheet() -> None:
    page = bundled(document(anchor="a"), guests={"a": Guests((guest(420, 297),))}).pages[-1]
    (box,) = (box for box in page.boxes if box.outline == "ink")
    assert page.width - box.x - box.width == pytest.approx(STANDARD.landscape.right)
    assert page.height - box.y - box.height == pytest.approx(STANDARD.running.stamp_foot)


def test_pages_from_outside_are_counted_with_ours() -> None:
    later = document(Paragraph(words("Later")), anchor="later", letter="C")
    first = document(Paragraph(words("Sheet")), anchor="annex", letter="B")
    pages = bundled(first, later, guests={"annex": some(3)})
    assert len(pages.pages) == 5
    assert pages.page_of("later") == 5
    feet = [" ".join(one.text for one in page.artifacts if one.text.startswith("Page")) for page in pages.pages]
    assert feet == ["Page 1 of 4", "Page 2 of 4", "Page 3 of 4", "Page 4 of 4", "Page 1 of 1"]


def test_a_document_without_sections_is_its_pages_from_outside_alone() -> None:
    alone = Document("annex", "Policy", RUNNING, (), letter="B")
    pages = bundled(document(Paragraph(words("Ours"))), alone, guests={"annex": some(2)})
    assert [page.guest is not None for page in pages.pages] == [False, True, True]
    assert pages.page_of("annex") == 2


def test_a_heading_alone_takes_no_page_and_leads_to_what_follows() -> None:
    heading = Document("section", "Section A", RUNNING, ())
    pages = bundled(heading, document(Paragraph(words("Ours"))), guests={"section": Guests()})
    assert len(pages.pages) == 1
    assert pages.page_of("section") == 1
    assert [one.text for one in pages.outline] == ["Section A", "Title of doc"]


def test_bookmarks_that_a_file_brought_stand_below_its_own() -> None:
    marks = (Bookmark("Cover", 0, 0), Bookmark("Limits", 1, 1))
    pages = bundled(document(anchor="annex"), guests={"annex": some(2, bookmarks=marks)})
    assert [(one.level, one.text, one.place.page) for one in pages.outline[1:]] == [(2, "Cover", 1), (3, "Limits", 2)]


def test_a_scan_is_a_picture_to_the_ear_and_a_page_with_words_is_read() -> None:
    scan = bundled(document(anchor="a"), guests={"a": some(1)}).pages[-1].guest
    text = bundled(document(anchor="a"), guests={"a": Guests((guest(210, 297),))}).pages[-1].guest
    assert scan is not None
    assert text is not None
    assert (scan.element.role, scan.element.own.alt) == (Role.FIGURE, "Picture of page 1 of 1 of Policy")
    assert text.element.role is Role.P


@pytest.mark.parametrize("title", ["Policy " * 80, "P" * 400, "<b>&{{ title }}", "মৈত্রী কমিউনিটি ট্রাস্ট " * 20])
def test_the_line_at_the_foot_never_runs_into_the_number(title: str) -> None:
    guests = some(1, owner="Ferrybank Home Support Limited " * 9, mark="Draft · Confidential")._replace(title=title)
    page = bundled(document(anchor="a"), guests={"a": guests}).pages[-1]
    (box,) = (box for box in page.boxes if box.outline == "ink")
    (number_,) = (one for one in page.artifacts if one.text == "2" and one.x > box.x)
    assert all(one.x + one.width < box.x for one in page.artifacts if one is not number_)
    assert "Page 2 of 2" in {one.text for one in page.artifacts}


def test_both_sides_turn_the_margins_and_not_the_page_from_outside() -> None:
    pages = bundled(document(anchor="a"), guests={"a": some(2)}, duplex=True)
    left, right = pages.pages[1], pages.pages[2]
    assert next(page.guest.seat.left for page in (left, right) if page.guest) == right.guest.seat.left  # type: ignore[union-attr]
    foot = [min(one.x for one in page.artifacts) for page in (left, right)]
    assert foot == pytest.approx([STANDARD.portrait.right, STANDARD.portrait.left])


def test_the_contents_give_the_pages_of_a_whole_section() -> None:
    from evidencepack.blocks.blocks import Toc, TocEntry

    listed = document(Toc(("", "Title", "Pages"), (10, 0, 20), (TocEntry("section", "", words("Papers")),)), anchor="c")
    section, annex = Document("section", "Papers", RUNNING, ()), document(Paragraph(words("x")), anchor="annex")
    pages = bundled(listed, section, annex, guests={"section": Guests(through="annex"), "annex": some(3)})
    assert "2–5" in {run.text for run in pages.pages[0].runs}
