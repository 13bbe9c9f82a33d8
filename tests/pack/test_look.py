# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

import pytest
from tests.render.logos import picture

from evidencepack.bootstrap import Program
from evidencepack.domain.print_rules import PageLook, PrintRules
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Answer, Attachment, Number
from evidencepack.pack.build import document_part, pack_part
from evidencepack.pack.look import Look, logo_of, look_of, template_of, theme_of
from evidencepack.pack.plan import Plan
from evidencepack.pack.press import Format, Press
from evidencepack.render.logo import UnreadableLogoError
from evidencepack.render.theme import MM, STANDARD, Theme
from evidencepack.render.themes.adjusting import with_body_size, with_least_size, with_margins
from evidencepack.render.themes.arial_12 import ARIAL_12
from evidencepack.render.themes.compact import COMPACT
from evidencepack.render.typeset.page import Pages, Span

TENDER, LEAD = "TBN-ASC-2027-014", "FB"
LOGO = picture(800, 300)
SHA256 = hashlib.sha256(LOGO).hexdigest()

Answering: TypeAlias = Callable[..., Facts]


@pytest.mark.parametrize(
    ("rules", "theme"),
    [
        (PrintRules(), STANDARD),
        (PrintRules(size=8), STANDARD),
        (PrintRules(size=11), STANDARD),
        (PrintRules(PageLook.COMPACT, size=11), COMPACT),
        (PrintRules(PageLook.COMPACT), COMPACT),
        (PrintRules(PageLook.COMPACT, size=11.5), ARIAL_12),
        (PrintRules(PageLook.LARGER), ARIAL_12),
        (PrintRules(size=12), ARIAL_12),
        (PrintRules(size=14), with_body_size(ARIAL_12, 14)),
        (PrintRules(size=30), with_body_size(ARIAL_12, 18)),
        (PrintRules(size=11, everywhere=True), with_least_size(STANDARD, 11)),
        (PrintRules(everywhere=True), STANDARD),
        (PrintRules(margin=25), with_margins(STANDARD, 25)),
        (PrintRules(PageLook.COMPACT, margin=20), with_margins(COMPACT, 20)),
    ],
)
def test_a_tenders_rules_select_the_theme(rules: PrintRules, theme: Theme) -> None:
    assert theme_of(rules) == theme


def test_the_sample_asks_for_arial_11_and_gets_the_standard_pages(sample_facts: Facts) -> None:
    assert look_of(sample_facts, {}) == Look(STANDARD)


def test_the_lead_gives_colour_and_logo(answering: Answering) -> None:
    facts = answering(LEAD, brand_colour="#F5A623", logo=Attachment(SHA256, "logo.png"))
    theme = look_of(facts, {SHA256: LOGO}).theme
    assert theme.colours["accent"] == "#754F10"
    assert theme.logo is not None
    assert (theme.logo.sha256, theme.logo.name) == (SHA256, "Ferrybank Home Support Ltd")
    assert logo_of(facts) == Attachment(SHA256, "logo.png")


def test_the_lead_gives_the_template_of_word_files(answering: Answering) -> None:
    template = Attachment(SHA256, "letter.docx")
    facts = answering(LEAD, word_template=template)
    assert template_of(facts) == template
    assert look_of(facts, {SHA256: b"kept"}) == Look(STANDARD, brand=b"kept")
    assert template_of(answering("MT", word_template=template)) is None


def test_a_partners_colour_and_logo_are_not_the_pages(answering: Answering) -> None:
    facts = answering("MT", brand_colour="#F5A623", logo=Attachment(SHA256, "logo.png"))
    assert look_of(facts, {}) == Look(STANDARD)


def test_what_is_no_colour_leaves_the_pages_theirs(answering: Answering) -> None:
    assert look_of(answering(LEAD, brand_colour="teal"), {}).theme == STANDARD


def test_a_tender_without_a_lead_has_neither(answering: Answering) -> None:
    facts = answering(TENDER, lead_provider=None)
    assert (look_of(facts, {}), logo_of(facts)) == (Look(STANDARD), None)


def test_a_logo_that_is_no_picture_is_refused_with_a_name(answering: Answering) -> None:
    facts = answering(LEAD, logo=Attachment(SHA256, "logo.png"))
    with pytest.raises(UnreadableLogoError, match="The logo of Ferrybank Home Support Ltd is not a PNG or JPEG"):
        look_of(facts, {SHA256: b"%PDF-1.7"})


RULES: Mapping[str, Mapping[str, Answer]] = {
    "standard": {},
    "compact": {"page_look": "compact"},
    "Arial 12": {"type_size_pt": Number(Decimal(12))},
    "2.5 cm margins": {"margin_mm": Number(Decimal(25))},
    "11 points in tables too": {"type_size_pt": Number(Decimal(11)), "type_size_everywhere": True},
    "large print": {"type_size_pt": Number(Decimal(16))},
}


@pytest.fixture(scope="module")
def printed(program: Program, plan: Plan, answering: Answering) -> Mapping[str, tuple[Theme, Pages]]:
    """Return the sample pack in each look."""
    found = {}
    for name, answers in RULES.items():
        press = program.press.looking(look_of(answering(TENDER, **answers), {}))
        _, pages = press.lay_out(pack_part(plan, (Format.PDF,), pages=40).documents, stamp=True)
        found[name] = press.theme, pages
    return found


@pytest.mark.parametrize("name", RULES)
def test_the_sample_pack_stays_inside_the_margins_of_each_look(
    printed: Mapping[str, tuple[Theme, Pages]], name: str
) -> None:
    theme, pages = printed[name]
    for page in pages.pages:
        shape = theme.landscape if page.width > page.height else theme.portrait
        right = page.width - shape.right + 0.1
        for run in page.runs:
            assert shape.left - 0.1 <= run.x <= run.x + run.width <= right, run
            assert min(shape.top, theme.cover.top) <= run.y <= shape.floor + 0.1, run
        for furniture in page.artifacts:
            assert shape.left - 0.1 <= furniture.x <= furniture.x + furniture.width <= right, furniture
            assert 5 * MM <= furniture.y <= page.height - 5 * MM
        assert all(shape.left - 0.1 <= rule.x0 <= rule.x1 <= right for rule in page.rules)


@pytest.mark.parametrize("name", RULES)
def test_no_look_has_letters_under_9_points(printed: Mapping[str, tuple[Theme, Pages]], name: str) -> None:
    _, pages = printed[name]
    assert min(run.size for page in pages.pages for run in page.runs) >= 9
    assert min(furniture.size for page in pages.pages for furniture in page.artifacts) >= 9


def test_sizes_that_a_tender_asks_for_are_kept(printed: Mapping[str, tuple[Theme, Pages]]) -> None:
    theme, pages = printed["11 points in tables too"]
    assert min(run.size for page in pages.pages for run in page.runs if run.text) >= 11
    for name, least in (("Arial 12", 12), ("large print", 16)):
        theme, pages = printed[name]
        clauses = [run for page in pages.pages for run in page.runs if run.size > theme.table.every_size[-1] - 0.1]
        assert min(run.size for run in clauses) >= least
        assert theme.body.size == least


def test_larger_text_takes_more_pages(
    printed: Mapping[str, tuple[Theme, Pages]], measured: Callable[[str, str, float], None]
) -> None:
    counts = {name: len(pages.pages) for name, (_, pages) in printed.items()}
    for name, count in counts.items():
        measured(f"The sample pack in the look “{name}”", "pages", count)
    assert counts["compact"] <= counts["standard"] < counts["Arial 12"] < counts["large print"]


def test_a_long_paper_is_shorter_in_compact(program: Program, plan: Plan) -> None:
    mou = next(one for one in plan.made.values() if one.kind.id == "mou")
    counts = [
        len(program.press.looking(Look(theme)).lay_out(document_part(plan, mou, ()).documents, stamp=False)[1].pages)
        for theme in (COMPACT, STANDARD)
    ]
    assert counts[0] < counts[1]


@pytest.fixture(scope="module")
def both_sides(program: Program, plan: Plan) -> tuple[Press, Pages]:
    """Return the sample pack for printing on both sides."""
    press = program.press.looking(Look(STANDARD, duplex=True))
    _, pages = press.lay_out(pack_part(plan, (Format.PDF,), pages=40).documents, stamp=True)
    return press, pages


def test_on_both_sides_each_document_starts_on_a_right_hand_page(both_sides: tuple[Press, Pages]) -> None:
    _, pages = both_sides
    assert all(span.first % 2 == 0 for span in pages.documents)
    assert any(span.blank for span in pages.documents)


def test_an_empty_page_counts_in_the_file_and_in_no_document(both_sides: tuple[Press, Pages], plan: Plan) -> None:
    press, pages = both_sides
    covered = {number for span in pages.documents for number in _pages_of(span)}
    empty = sorted(set(range(len(pages.pages))) - covered)
    assert empty
    for number in empty:
        page = pages.pages[number]
        words = [furniture.text for furniture in page.artifacts]
        assert not page.runs
        assert words == ["Blank page", str(number + 1)]
    (file,) = replace(pack_part(plan, (Format.PDF,), pages=40)).print_on(press)
    assert file.pages == len(pages.pages)
    assert file.sides == sum(span.count for span in pages.documents[3:])


def _pages_of(span: Span) -> range:
    return range(span.first, span.first + span.count)
