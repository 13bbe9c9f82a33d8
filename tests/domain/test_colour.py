# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.greys import grey

from evidencepack.domain.colour import PAPER, PAPER_LEAST, TINT, TINT_LEAST, Colour, contrast, read_colour, readable

LEVELS = st.integers(0, 255)


@pytest.mark.parametrize("text", ["#F5A623", "f5a623", " #f5A623 "])
def test_a_colour_is_six_digits_with_or_without_its_sign(text: str) -> None:
    assert read_colour(text) == Colour(0xF5, 0xA6, 0x23)


@pytest.mark.parametrize("text", ["", "#FFF", "teal", "#F5A62G", "##F5A623", "#F5A6231", "１２３４５６"])
def test_anything_else_is_no_colour(text: str) -> None:
    assert read_colour(text) is None


def test_a_colour_is_written_as_it_is_read() -> None:
    assert str(Colour(0, 94, 184)) == "#005EB8"


def test_black_on_white_has_the_greatest_contrast_there_is() -> None:
    assert contrast(Colour(0, 0, 0), PAPER) == contrast(PAPER, Colour(0, 0, 0)) == pytest.approx(21)
    assert contrast(TINT, TINT) == 1


@pytest.mark.parametrize(
    ("given_colour", "printed", "on_white"),
    [
        ("#F5A623", "#754F10", 7.3),
        ("#FFDD00", "#655800", 7.1),
        ("#E4002B", "#B10021", 7.3),
        ("#005EB8", "#0058AC", 7.0),
        ("#00A499", "#00625B", 7.2),
    ],
)
def test_colours_of_organisations_are_darkened_as_measured(given_colour: str, printed: str, on_white: float) -> None:
    colour = read_colour(given_colour)
    assert colour is not None
    assert str(readable(colour)) == printed
    assert contrast(readable(colour), PAPER) == pytest.approx(on_white, abs=0.05)


@given(st.builds(Colour, LEVELS, LEVELS, LEVELS))
def test_every_colour_becomes_one_that_can_be_read(colour: Colour) -> None:
    printed = readable(colour)
    assert contrast(printed, PAPER) >= PAPER_LEAST
    assert contrast(printed, TINT) >= TINT_LEAST
    assert readable(printed) == printed


@given(st.builds(Colour, LEVELS, LEVELS, LEVELS))
def test_a_page_looks_the_same_in_grey_whatever_the_colour(colour: Colour) -> None:
    printed = readable(colour)
    assert grey(printed) <= 0x5A, "a darkened colour prints at least two thirds black"
    if printed != colour:
        assert grey(printed) >= 0x4E


@pytest.mark.parametrize(
    ("token", "level"),
    [
        ("#0B0C0C", 0x0C),
        ("#3A4347", 0x42),
        ("#0B5C6B", 0x54),
        ("#D9DFE2", 0xDE),
        ("#EEF1F2", 0xF0),
        ("#C5CCD0", 0xCB),
    ],
)
def test_the_colours_of_the_pages_have_the_greys_that_were_measured(token: str, level: int) -> None:
    colour = read_colour(token)
    assert colour is not None
    assert grey(colour) == level
