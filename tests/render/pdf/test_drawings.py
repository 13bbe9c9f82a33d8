# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2
import pytest
from tests.render.everything import properties
from tests.render.figures.dashboard import dashboard, states
from tests.render.figures.governance import levels
from tests.render.typeset.setting import FONTS, set_blocks

from evidencepack.blocks.blocks import Block
from evidencepack.compose.figures.trends import trend_figure, trend_figures
from evidencepack.render.figures.drawing import Area, Disc, Shape, Stroke, rectangle
from evidencepack.render.pdf.drawings import operators
from evidencepack.render.pdf.painter import paint
from evidencepack.render.theme import MM, STANDARD
from evidencepack.render.typeset.page import Drawn

FILLS, STROKES = {"ink": "0 g", "white": "1 g"}, {"ink": "0 G"}


def shown(*shapes: Shape) -> str:
    return operators(Drawn(10, 20, 100, 50, shapes, None), 800, FILLS, STROKES)


def content(*blocks: Block) -> bytes:
    with pikepdf.open(io.BytesIO(paint(set_blocks(*blocks), STANDARD, FONTS, properties()))) as file:
        return b"\n".join(part.read_bytes() for part in file.pages[0].Contents)


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        (Stroke(((0, 0), (5, 0)), 1.5), "0 G 1.5 w []0 d 10 780 m 15 780 l S"),
        (Stroke(((0, 0), (5, 0)), 1.0, "ink", (4.0, 2.5)), "0 G 1 w [4 2.5]0 d 10 780 m 15 780 l S"),
        (Stroke(rectangle(0, 0, 5, 5), 1.0), "0 G 1 w []0 d 10 780 m 15 780 l 15 775 l 10 775 l s"),
        (Area(((0, 0), (5, 0), (0, 5)), "ink"), "0 g 10 780 m 15 780 l 10 775 l f"),
    ],
)
def test_shapes_are_operators_in_the_coordinates_of_the_page(shape: Shape, said: str) -> None:
    assert shown(shape) == f"q {said} Q"


def test_a_dot_is_four_curves_filled_or_filled_and_drawn_round() -> None:
    assert re.fullmatch(r"q 0 g 14 778 m( [\d. ]+ c){4} h f Q", shown(Disc(2, 2, 2, "ink")))
    assert shown(Disc(2, 2, 2, "white", "ink", 0.75)).endswith("h 0 G 0.75 w []0 d B Q")


def test_the_shapes_of_a_figure_are_its_own_content_below_its_words() -> None:
    stream = content(trend_figure(states()[0]))
    figures = [match.start() for match in re.finditer(rb"/Figure<</MCID \d+>>BDC", stream)]
    assert len(figures) == 2, "its shapes, then its words"
    assert stream[figures[0] : figures[1]].count(b" c ") > 9 * 3
    assert b"Tj" in stream[figures[1] :]
    parts = (stream[: figures[0]], stream[figures[0] : figures[1]], stream[figures[1] :])
    assert [part.count(b"[4 2.5]0 d") for part in parts] == [1, 1, 0], "the sign of the key, and the target"


def test_the_signs_of_the_key_are_not_read_out() -> None:
    with pikepdf.open(io.BytesIO(paint(set_blocks(trend_figures(dashboard())), STANDARD, FONTS, properties()))) as file:
        figures = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
        assert len(figures) == 6
        boxes = [[float(edge) for edge in one.A.BBox] for one in figures]
        assert all(abs(right - left - 79 * MM) < 0.1 for left, _, right, _ in boxes)
        assert all(bottom < top for _, bottom, _, top in boxes)


def test_the_words_of_figures_can_be_searched_for() -> None:
    data = paint(set_blocks(trend_figure(dashboard()[0]), levels()), STANDARD, FONTS, properties())
    with pypdfium2.PdfDocument(data) as document:
        page = document[0].get_textpage()
        found = page.get_text_range()
        page.close()
    for words in ("up from 71% to 94%", "2027", "Shared risk review (M3)", "Olúmídé Adébáyọ̀", "Level 4"):
        assert words in found
