# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.domain.page_mark import (
    HIGHEST,
    NoMark,
    PageMark,
    StripMark,
    read_square,
    read_strip,
    stub_of,
)
from evidencepack.domain.short_code import short_code

ALPHANUMERIC = re.compile(r"[0-9A-Z $%*+\-./:]+")
"""The signs of QR's alphanumeric mode (ISO/IEC 18004, table 5)."""


@st.composite
def marks(draw: st.DrawFn) -> PageMark:
    of = draw(st.integers(1, HIGHEST))
    code = short_code(draw(st.binary(min_size=5, max_size=5)))
    version = draw(st.integers(1, HIGHEST))
    return PageMark(code, version, draw(st.integers(1, of)), of, stub_of(draw(st.text(max_size=5))))


MARK = PageMark(short_code(b"a code"), 2, 3, 12, stub_of("Heads of terms"))


@given(marks())
def test_a_square_is_read_as_it_was_written(mark: PageMark) -> None:
    assert read_square(mark.square) == mark


@given(marks())
def test_a_strip_is_read_as_it_was_written_and_agrees_with_its_square(mark: PageMark) -> None:
    strip = read_strip(mark.strip)
    assert isinstance(strip, StripMark)
    assert strip.agrees_with(mark)


@given(marks())
def test_a_square_has_25_modules_and_a_strip_pairs_of_digits(mark: PageMark) -> None:
    assert ALPHANUMERIC.fullmatch(mark.square)
    assert 21 <= len(mark.square) <= 38  # version 2 at level M takes 21 to 38 signs
    assert len(mark.strip) == 24
    assert mark.strip.isdecimal()


@given(marks(), st.data())
def test_every_single_wrong_sign_of_a_square_is_found(mark: PageMark, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(mark.square) - 1))
    sign = data.draw(st.characters(min_codepoint=32, max_codepoint=126))
    changed = mark.square[:place] + sign + mark.square[place + 1 :]
    assert changed == mark.square or isinstance(read_square(changed), NoMark)


@given(marks(), st.data())
def test_every_wrong_digit_and_every_swap_in_a_strip_is_found(mark: PageMark, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, 22))
    digit = data.draw(st.sampled_from("0123456789"))
    wrong = mark.strip[:place] + digit + mark.strip[place + 1 :]
    swapped = mark.strip[:place] + mark.strip[place + 1] + mark.strip[place] + mark.strip[place + 2 :]
    for changed in (wrong, swapped):
        assert changed == mark.strip or isinstance(read_strip(changed), NoMark)


@given(marks(), marks())
def test_a_strip_agrees_only_with_its_own_page(mark: PageMark, other: PageMark) -> None:
    strip = read_strip(mark.strip)
    assert isinstance(strip, StripMark)
    same = (mark.code, mark.page, mark.stub[:4]) == (other.code, other.page, other.stub[:4])
    assert strip.agrees_with(other) is same


@given(st.text(max_size=60))
def test_anything_else_is_no_mark_and_has_a_reason(text: str) -> None:
    assert isinstance(read_square(text), NoMark)
    assert isinstance(read_strip(text), NoMark)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", NoMark.FOREIGN),
        ("https://example.org/menu", NoMark.FOREIGN),
        (MARK.square.lower(), NoMark.FOREIGN),
        (MARK.square + " ", NoMark.DAMAGED),
        (MARK.square + "\n", NoMark.DAMAGED),
        (MARK.square.replace(":2:3:", ":02:3:"), NoMark.DAMAGED),
        (MARK.square.replace("EP1:", "EP2:"), NoMark.NEWER),
        ("EP1:", NoMark.DAMAGED),
        ("9" * 1_000_000, NoMark.FOREIGN),
    ],
)
def test_a_text_that_is_no_square_says_why(text: str, why: NoMark) -> None:
    assert read_square(text) is why


def test_digits_of_other_scripts_are_no_strip() -> None:
    assert read_strip("".join(chr(0x0966 + int(digit)) for digit in MARK.strip)) is NoMark.FOREIGN
    assert read_strip(MARK.strip + "\n") is NoMark.FOREIGN


def test_page_0_and_pages_past_the_last_are_refused_though_their_check_is_right() -> None:
    for page in (0, HIGHEST + 1):
        assert read_strip(StripMark(MARK.code, page, "0000").text) is NoMark.DAMAGED


@pytest.mark.parametrize(
    ("code", "version", "page", "of", "stub"),
    [
        ("ABCDEFGH", 1, 1, 1, "00000000"),
        (MARK.code, 0, 1, 1, "00000000"),
        (MARK.code, 1000, 1, 1, "00000000"),
        (MARK.code, 1, 2, 1, "00000000"),
        (MARK.code, 1, 0, 1, "00000000"),
        (MARK.code, 1, 1, 1000, "00000000"),
        (MARK.code, 1, 1, 1, "0000000"),
        (MARK.code, 1, 1, 1, "0000000U"),
    ],
)
def test_what_cannot_stand_in_a_mark_is_never_printed(code: str, version: int, page: int, of: int, stub: str) -> None:
    with pytest.raises(ValueError, match="no mark can say this"):
        PageMark(code, version, page, of, stub)


def test_texts_that_join_to_the_same_have_different_stubs() -> None:
    assert stub_of("ab", "c") != stub_of("a", "bc")


def test_marks_stay_the_same_for_ever() -> None:
    mark = PageMark(short_code(b"a code"), 2, 3, 12, stub_of("Heads of terms"))
    assert mark.square == "EP1:C4G66VVP:2:3:12:Y04WERCC:DEB5"
    assert mark.strip == "951399740630187789532404"
