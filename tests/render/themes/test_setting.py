# SPDX-License-Identifier: MPL-2.0
"""Pages in every theme: random documents stay inside them, logos stand in their place, empty pages where needed."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from tests.render.logos import picture
from tests.render.typeset.random_documents import random_document
from tests.render.typeset.setting import FONTS, RUNNING, document, words

from evidencepack.blocks.blocks import Cell, Column, Gap, Paragraph, Style, Table, TableRow
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.render.logo import Logo, read_logo
from evidencepack.render.number import number
from evidencepack.render.theme import MM, STANDARD, Theme
from evidencepack.render.themes.adjusting import for_both_sides, with_body_size, with_least_size, with_margins
from evidencepack.render.themes.arial_12 import ARIAL_12
from evidencepack.render.themes.compact import COMPACT
from evidencepack.render.typeset.page import Pages, Role
from evidencepack.render.typeset.paging import first_pages
from evidencepack.render.typeset.typesetter import typeset

LOOKS = {
    "compact": COMPACT,
    "Arial 12": ARIAL_12,
    "wide margins": with_margins(STANDARD, 40),
    "compact, wide margins": with_margins(COMPACT, 30),
    "11 everywhere": with_least_size(STANDARD, 11),
    "large print": with_margins(with_least_size(with_body_size(ARIAL_12, 18), 18), 30),
}
SEEDS = range(200 if os.environ.get("EVIDENCEPACK_FULL") else 6)
_MANY = 9
LOGO = read_logo(picture(800, 300), "Ferrybank Home Support Ltd")


def set_in(theme: Theme, documents: Sequence[Document], *, duplex: bool = False) -> Pages:
    return typeset(number(tuple(documents)), theme, FONTS, stamp=True, duplex=duplex)


@pytest.mark.parametrize("name", LOOKS)
def test_random_documents_stay_inside_every_look(name: str, measured: Callable[[str, str, float], None]) -> None:
    theme = LOOKS[name]
    for seed in SEEDS:
        drawn = random_document(seed)
        narrow = _narrow_tables(drawn)
        for page in set_in(theme, [drawn]).pages:
            shape = theme.landscape if page.width > page.height else theme.portrait
            right = page.width - shape.right + 0.1
            for run in page.runs:
                if run.element.block in narrow:
                    continue
                assert shape.left - 0.1 <= run.x <= run.x + run.width <= right, (seed, run)
                assert min(shape.top, theme.cover.top) <= run.y <= shape.floor + 0.1, (seed, run)
            for image in page.pictures:
                assert shape.left - 0.1 <= image.x <= image.x + image.width <= right
                assert image.y + image.height <= shape.floor + 0.1
    measured("Random documents set inside six other looks", "documents", len(SEEDS) * len(LOOKS))


def _narrow_tables(drawn: Document) -> frozenset[str]:
    """Return the blocks that are tables of so many columns that some looks leave less than a letter to each."""
    return frozenset(
        f"{drawn.anchor}/{place}.{number}"
        for place, section in enumerate(drawn.sections)
        for number, block in enumerate(section.blocks)
        if isinstance(block, Table) and len(block.columns) > _MANY
    )


def _cover(name: str = "Ferrybank Home Support Ltd") -> Document:
    blocks = (Paragraph(words(name), Style.COVER_NAME), Paragraph(words("Pack"), Style.COVER_LABEL))
    return Document("cover", "Cover", RUNNING, (Section(blocks, cover=True),))


def _cover_of(partners: int) -> Document:
    rows = tuple(TableRow((Cell((words(f"Partner {number}"),)),)) for number in range(partners))
    blocks = (*_cover().sections[0].blocks, Gap(16), Table((Column(),), (), rows))
    foot = Table((Column(),), (), (TableRow((Cell((words("Foot"),)),)),))
    return Document("cover", "Cover", RUNNING, (Section(blocks, cover=True, foot=(foot,)),))


@pytest.mark.parametrize("theme", [STANDARD, COMPACT, ARIAL_12], ids=lambda theme: theme.name)
def test_the_white_of_a_cover_gives_way_where_its_foot_would_come_near(theme: Theme) -> None:
    kept = []
    for partners in range(5, 60):
        pages = set_in(theme, [_cover_of(partners)])
        rules = sorted(rule.y0 for rule in pages.pages[0].rules)
        kept.append(pages.white["cover/0"])
        if len(pages.pages) > 1:
            break
        assert kept[-1] == 0.25 or rules[-1] - rules[-2] >= 12 * MM - 0.01
    assert kept[0] == 1
    assert kept[:-1] == sorted(kept[:-1], reverse=True)
    assert kept[-2:] == [0.25, 1], "where white is not enough, the foot takes a page of its own and all white stays"


def test_a_cover_without_white_keeps_its_foot_below_what_is_above() -> None:
    foot = Table((Column(),), (), (TableRow((Cell((words("Foot"),)),)),))
    for lines in range(25, 36):
        text = (Paragraph(words("Text")),) * lines
        pages = set_in(STANDARD, [Document("cover", "Cover", RUNNING, (Section(text, cover=True, foot=(foot,)),))])
        assert pages.white == {"cover/0": 1.0}
        assert (len(pages.pages) > 1) == (lines > 31)
        last = pages.pages[-1].runs
        assert last[-1].text.strip() == "Foot"
        assert last[-1].y == max(run.y for run in last)


@pytest.mark.parametrize("theme", [STANDARD, COMPACT, ARIAL_12], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("across", "down"), [(800, 300), (300, 300), (200, 600), (3000, 200)])
def test_the_logo_stands_at_the_right_of_the_covers_band(theme: Theme, across: int, down: int) -> None:
    logo = read_logo(picture(across, down), "Ferrybank Home Support Ltd")
    (page,) = set_in(theme._replace(logo=logo), [_cover()]).pages
    (shown,) = page.pictures
    assert (shown.element.role, shown.element.own.alt) == (Role.FIGURE, "Ferrybank Home Support Ltd")
    assert shown.x + shown.width == pytest.approx(page.width - theme.portrait.right)
    assert shown.y + shown.height / 2 == pytest.approx(theme.cover.top + theme.cover.band / 2)
    assert (shown.width, shown.height) == pytest.approx(logo.fitted(40 * MM, 18 * MM))
    assert not page.ornaments


def test_the_logo_is_read_after_the_name_it_stands_beside() -> None:
    (page,) = set_in(STANDARD._replace(logo=LOGO), [_cover()]).pages
    roles = [run.element.role for run in page.runs]
    assert roles[:3] == [Role.P, Role.FIGURE, Role.P]


def test_a_long_name_gives_way_to_the_logo() -> None:
    name = "Ferrybank and Marsh Lane Home Support and Reablement Community Interest Company"
    (page,) = set_in(STANDARD._replace(logo=LOGO), [_cover(name)]).pages
    (shown,) = page.pictures
    lines = [run for run in page.runs if run.size == STANDARD.cover_name.size and run.text.strip() in name]
    assert len({run.y for run in lines}) > 1
    assert max(run.x + run.width for run in lines) <= shown.x - 5 * MM + 12.1
    rule = next(rule for rule in page.rules if rule.weight == STANDARD.cover.rule)
    assert shown.y + shown.height < rule.y0


@pytest.mark.parametrize("theme", [STANDARD, COMPACT, ARIAL_12], ids=lambda theme: theme.name)
@pytest.mark.parametrize("landscape", [False, True])
def test_the_header_has_the_logo_above_its_rule_and_the_name_after_it(theme: Theme, *, landscape: bool) -> None:
    body = document(Paragraph(words("Words")), landscape=landscape)
    (page,) = set_in(theme._replace(logo=LOGO), [body]).pages
    shape = theme.landscape if landscape else theme.portrait
    (shown,) = page.ornaments
    name = next(one for one in page.artifacts if one.text == RUNNING.left)
    assert shown.x == shape.left
    assert shown.y >= 5 * MM
    assert shown.y + shown.height < shape.header_rule
    assert shown.width <= 24 * MM + 0.01
    assert shown.height <= 7 * MM + 0.01
    assert name.x > shown.x + shown.width
    assert not page.pictures


def test_pages_without_a_logo_have_none() -> None:
    pages = set_in(STANDARD, [_cover(), document(Paragraph(words("Words")))]).pages
    assert not [page for page in pages if page.pictures or page.ornaments]


@pytest.mark.parametrize(
    ("counts", "duplex", "firsts"),
    [
        ((1, 1, 1), False, [0, 1, 2, 3]),
        ((1, 1, 1), True, [0, 2, 4, 5]),
        ((2, 3, 1), True, [0, 2, 6, 7]),
        ((), True, [0]),
    ],
)
def test_documents_start_where_the_last_ended_or_on_the_next_right_hand_page(
    counts: tuple[int, ...], *, duplex: bool, firsts: list[int]
) -> None:
    assert first_pages(counts, duplex=duplex) == firsts


def test_numbers_of_pages_agree_on_both_sides() -> None:
    documents = [document(Paragraph(words(text)), anchor=text.lower()) for text in ("One", "Two", "Three")]
    pages = set_in(STANDARD, documents, duplex=True)
    assert [span.first for span in pages.documents] == [0, 2, 4]
    assert [span.blank for span in pages.documents] == [1, 1, 0]
    assert [pages.page_of(text) for text in ("one", "two", "three")] == [1, 3, 5]
    assert [outline.place.page for outline in pages.outline] == [0, 2, 4]
    assert pages.duplex
    footers = [" ".join(one.text for one in page.artifacts) for page in pages.pages]
    assert [f"Page {count} of 3" in footer for count, footer in enumerate(footers[::2], 1)] == [True, True, True]
    assert footers[1::2] == ["Blank page 2", "Blank page 4"]


def test_an_appendix_counts_its_own_pages_and_the_pages_before_the_appendices_count_as_one_document() -> None:
    first, second, third, fourth = (
        document(Paragraph(words(text)), anchor=text.lower()) for text in ("One", "Two", "Three", "Four")
    )
    nameless = [replace(one, running=replace(RUNNING, reference="")) for one in (first, second)]
    lettered = [replace(third, letter="A"), replace(fourth, letter="B")]
    assert _counted([first, second, *lettered]) == ["Page 1 of 2", "Page 2 of 2", "Page 1 of 1", "Page 1 of 1"]
    assert _counted(nameless) == ["Page 1 of 1", "Page 1 of 1"]


def _counted(documents: Sequence[Document]) -> list[str]:
    pages = set_in(STANDARD, documents).pages
    return [one.text for page in pages for one in page.artifacts if one.text.startswith("Page ")]


def test_left_hand_pages_turn_their_margins_and_break_where_they_did() -> None:
    packed = [document(*(Paragraph(words("Word " * 300)) for _ in range(9)))]
    plain, both = set_in(STANDARD, packed).pages, set_in(STANDARD, packed, duplex=True).pages
    shift = STANDARD.portrait.right - STANDARD.portrait.left
    for index, (page, other) in enumerate(zip(plain, both, strict=True)):
        moved = shift * (index % 2)
        assert [(run.text, run.y) for run in page.runs] == [(run.text, run.y) for run in other.runs]
        assert [run.x + moved for run in page.runs] == pytest.approx([run.x for run in other.runs])
        assert [one.x + moved for one in page.artifacts] == pytest.approx([one.x for one in other.artifacts])
        assert [one.x0 + moved for one in page.rules] == pytest.approx([one.x0 for one in other.rules])


def test_a_landscape_page_for_both_sides_stands_in_the_middle_of_its_paper() -> None:
    theme = for_both_sides(STANDARD)
    assert theme.landscape.left == theme.landscape.right
    assert theme.landscape.measure == pytest.approx(STANDARD.landscape.measure)
    assert theme.portrait == STANDARD.portrait


@pytest.mark.parametrize("theme", [STANDARD, COMPACT, ARIAL_12, with_margins(STANDARD, 40)])
def test_no_footer_comes_near_the_stamp_however_much_it_says(theme: Theme) -> None:
    running = Running("Lead", "TBN", f"TBN-{'LONG-' * 9}01", "version 1.0 of the draft of a later one", "0123456789ab")
    (page,) = set_in(theme, [replace(document(Paragraph(words("Words"))), running=running)]).pages
    shape = theme.portrait
    footer = [one for one in page.artifacts if one.y == shape.footer]
    room = min(120 * MM, shape.measure - 40 * MM)
    assert max(one.x + one.width for one in footer) <= shape.left + room + 0.01
    assert [one.text for one in footer][-2:] == ["code 0123456789ab", "Page 1 of 1"]
    assert footer[0].text.startswith("TBN-LONG-")
    assert footer[0].text.endswith("…")


def test_logos_are_values() -> None:
    assert read_logo(picture(800, 300), "A") == Logo(picture(800, 300), 800, 300, "A")
