# SPDX-License-Identifier: MPL-2.0
"""The specimen as a whole: it conforms, keeps to its pages, and says the same on a black-and-white copier."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from tests.conformance.conforming import Conforms, claimed
from tests.render.figures.dashboard import states
from tests.render.figures.specimen import properties, specimen
from tests.render.figures.write import write
from tests.render.typeset.setting import FONTS, set_blocks, table, words

from evidencepack.blocks.blocks import Block, Figure, Figures, Heading, Paragraph
from evidencepack.compose.figures.trends import trend_figure, trend_figures
from evidencepack.render.number import Numbered, number
from evidencepack.render.theme import MM, STANDARD, Theme
from evidencepack.render.themes.arial_12 import ARIAL_12
from evidencepack.render.themes.compact import COMPACT
from evidencepack.render.typeset.page import Pages, Role
from evidencepack.render.typeset.typesetter import typeset

_THEMES: dict[str, Theme] = {"standard": STANDARD, "compact": COMPACT, "Arial 12": ARIAL_12}


@cache
def made(theme: str = "standard") -> tuple[Numbered, Pages]:
    numbered = number((specimen(),))
    return numbered, typeset(numbered, _THEMES[theme], FONTS, stamp=True)


def pdf(theme: str = "standard") -> bytes:
    return claimed(made(theme)[1], _THEMES[theme], FONTS, properties())


@pytest.mark.parametrize("theme", _THEMES)
def test_every_figure_conforms(conforms: Conforms, theme: str) -> None:
    conforms(pdf(theme), "the specimen of figures")


def test_same_figures_same_bytes() -> None:
    assert pdf() == pdf()


@pytest.mark.parametrize("theme", _THEMES)
def test_figures_stay_inside_the_margins(theme: str) -> None:
    shape = _THEMES[theme].portrait
    for page in made(theme)[1].pages:
        for drawn in page.drawings:
            assert shape.left - 0.1 <= drawn.x
            assert drawn.x + drawn.width <= page.width - shape.right + 0.1
            assert shape.top - 0.1 <= drawn.y
            assert drawn.y + drawn.height <= shape.floor + 0.1


def test_every_figure_has_a_place_for_its_words_to_stand_for() -> None:
    figures = [
        figure
        for section in made()[0].documents[0].sections
        for block in section.blocks
        for figure in (block.figures if isinstance(block, Figures) else (block,))
        if isinstance(figure, Figure)
    ]
    drawn = [drawn.element for page in made()[1].pages for drawn in page.drawings if drawn.element]
    alts = [element.own.alt for element in drawn if element.role is Role.FIGURE]
    tables = {figure.alt for figure in figures} - set(alts)
    assert all(words.startswith(("Calendar", "4 by 5")) for words in tables)
    assert len(alts) == len([figure for figure in figures if figure.alt not in tables])


def test_the_key_stands_below_the_trends_of_every_page_and_is_read_once() -> None:
    pages = set_blocks(trend_figures([*states(), *states()])).pages
    assert len(pages) > 2
    for page in pages:
        lowest = max(one.y + one.height for one in page.drawings if one.element)
        shown = [one.y for one in page.artifacts if one.text.strip() == "monthly result"]
        shown += [run.y for run in page.runs if run.text.strip() == "monthly result"]
        assert len(shown) == 1
        assert lowest < shown[0] < STANDARD.portrait.floor
    read = [run.text.strip() for page in pages for run in page.runs]
    assert read.count("monthly result") <= 1


def test_half_width_figures_stand_side_by_side_with_seven_millimetres_between() -> None:
    page = set_blocks(trend_figures(states()[:3])).pages[0]
    first, second, third = [drawn for drawn in page.drawings if drawn.element]
    assert (first.x, second.x) == pytest.approx((25 * MM, (25 + 79 + 7) * MM))
    assert first.y == second.y < third.y
    assert third.x == first.x


def _before(count: int, *blocks: Block) -> Pages:
    filler = (Paragraph(words("Words.")) for _ in range(count))
    return set_blocks(*filler, *blocks)


def _first_with(pages: Pages, start: str) -> int:
    """Return the number of the first page on which words begin so."""
    return next(
        number for number, page in enumerate(pages.pages) if any(run.text.startswith(start) for run in page.runs)
    )


@pytest.mark.parametrize("count", range(18, 32))
def test_a_figure_never_splits_and_keeps_its_title_and_what_introduces_it(count: int) -> None:
    figure = trend_figure(states()[0])
    pages = _before(count, Paragraph(words("The trend so far.")), figure, table(("a", "b")))
    (place,) = [number for number, page in enumerate(pages.pages) if any(drawn.element for drawn in page.drawings)]
    for start in ("The trend so far", "Figure 1", "target", "result"):
        assert _first_with(pages, start) == place


def test_a_calendar_stays_on_one_page() -> None:
    figure = next(
        block for block in specimen().sections[0].blocks if isinstance(block, Figure) and "Calendar" in block.alt
    )
    pages = _before(25, Heading(2, words("The year")), figure)
    rows = {
        number
        for number, page in enumerate(pages.pages)
        for run in page.runs
        if run.text.startswith(("M1 ", "Gateways", "Numbers are dates"))
    }
    assert len(rows) == 1


def _copied(number: int) -> Image.Image:
    """Return a page as a black-and-white copier of 150 dots an inch shows it."""
    with pypdfium2.PdfDocument(io.BytesIO(pdf())) as document:
        image: Image.Image = document[number].render(scale=150 / 72).to_pil().convert("L")
    return image.point(lambda shade: 255 if shade > 127 else 0)


def test_a_copy_in_two_tones_keeps_every_line_dot_and_cross() -> None:
    pages = made()[1]
    place = _first_with(pages, "Month missing")
    copy = _copied(place)
    drawn = next(drawn for drawn in pages.pages[place].drawings if drawn.element)
    scale = 150 / 72

    def ink(x: float, y: float) -> bool:
        at = round((drawn.x + x) * scale), round((drawn.y + y) * scale)
        return any(copy.getpixel((at[0] + dx, at[1] + dy)) == 0 for dx in (-1, 0, 1) for dy in (-1, 0, 1))

    for shape in drawn.shapes:
        points = getattr(shape, "points", None)
        if points is None:
            assert ink(shape.x, shape.y), "a dot"  # type: ignore[union-attr]
        elif getattr(shape, "colour", "") in {"ink", "accent"}:
            assert ink(*points[0]), shape
            assert ink(*points[-1]), shape


def test_the_specimen_can_be_written_for_a_person_to_look_at(tmp_path: Path) -> None:
    write(tmp_path / "figures")
    assert (tmp_path / "figures" / "figures.pdf").read_bytes() == pdf()
    assert (tmp_path / "figures" / "figures.docx").read_bytes().startswith(b"PK")
