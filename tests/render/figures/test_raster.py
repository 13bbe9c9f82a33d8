# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import io

import pytest
from PIL import Image
from tests.render.typeset.setting import FONTS

from evidencepack.render.figures.drawing import Area, Disc, Drawing, Shape, Stroke, rectangle
from evidencepack.render.figures.lettering import Lettering
from evidencepack.render.figures.raster import kept_png, png
from evidencepack.render.theme import STANDARD, TextStyle

LETTERING = Lettering(FONTS)
DOT = 300 / 72


def picture(*shapes: Shape, text: str = "", size: float = 72.0) -> Image.Image:
    words = LETTERING.words(text, 6, 48, TextStyle(40, 44)) if text else ()
    data = png(Drawing(size, size, shapes, words), FONTS, STANDARD.colours)
    found = Image.open(io.BytesIO(data))
    assert found.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    return found.convert("L")


def at(image: Image.Image, x: float, y: float) -> int:
    found = image.getpixel((round(x * DOT), round(y * DOT)))
    assert isinstance(found, int)
    return found


def test_a_picture_has_three_hundred_dots_an_inch_and_is_the_same_every_time() -> None:
    drawing = Drawing(223.94, 119.5, (Disc(20, 20, 5, "accent"),), LETTERING.words("94%", 1, 20, TextStyle(9, 11.5)))
    data = png(drawing, FONTS, STANDARD.colours)
    assert data == png(drawing, FONTS, STANDARD.colours)
    assert Image.open(io.BytesIO(data)).size == (934, 498)


def test_a_picture_that_was_kept_is_the_one_that_would_be_made() -> None:
    drawing = Drawing(30, 30, (Disc(20, 20, 5, "accent"),))
    for colours in (STANDARD.colours, {**STANDARD.colours, "accent": "#7A1F5C"}, STANDARD.colours):
        assert kept_png(drawing, FONTS, tuple(colours.items())) == png(drawing, FONTS, colours)


def test_shapes_stand_where_they_should() -> None:
    found = picture(
        Area(rectangle(10, 10, 20, 20), "ink"),
        Stroke(((40, 10), (70, 10)), 2.0, "ink", (6.0, 6.0)),
        Disc(50, 50, 8, "white", "ink", 2.0),
        Stroke(rectangle(5, 40, 20, 20), 2.0),
    )
    assert at(found, 20, 20) < 30
    assert at(found, 35, 20) == 255
    assert [at(found, x, 10) < 30 for x in (42, 49, 55, 61)] == [True, False, True, False]
    assert at(found, 50, 50) == 255, "an open dot"
    assert at(found, 58, 50) < 30
    assert at(found, 5, 50) < 30
    assert at(found, 15, 50) == 255, "an outline is not filled"


def test_letters_have_their_holes() -> None:
    found = picture(text="O")
    assert at(found, 6 + 15.5, 48 - 14) == 255, "the middle of an O of 40 points"
    assert at(found, 6 + 4, 48 - 14) < 30, "its left side"


@pytest.mark.parametrize("text", ["Świętochłowska", "মৈত্রী", "Adébáyọ̀", "8%"])
def test_every_script_leaves_ink(text: str) -> None:
    found = picture(text=text, size=400)
    ink = sum(count for shade, count in enumerate(found.histogram()) if shade < 128)
    assert ink > 400


def test_a_character_that_no_face_has_is_a_question_mark() -> None:
    words = LETTERING.words("a\U00013000b", 0, 0, TextStyle(9, 11.5))
    assert "".join(word.text for word in words) == "a?b"
