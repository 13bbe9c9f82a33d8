# SPDX-License-Identifier: MPL-2.0
"""What a page shows, from its operators: words, marks, places and sizes (ISO 32000-1 9.4)."""

from __future__ import annotations

import pikepdf
import pytest
from tests.pack.slots.two_byte import add_page

from evidencepack.pack.slots.shows import Show, shows_on


def shown(content: str) -> list[Show]:
    with pikepdf.new() as pdf:
        return shows_on(add_page(pdf, content))


def test_a_piece_says_its_words_where_they_stand_and_how_large() -> None:
    (one,) = shown("BT /F0 10 Tf 1 0 0 1 20 50 Tm <00010002> Tj ET")
    assert one == Show("AB", None, 10.0, 20.0, 31.0, 50.0, "Arimo")


def test_letters_that_are_pulled_together_are_narrower_and_spaces_at_the_end_have_no_width() -> None:
    kerned, spaced, behind = shown(
        "BT /F0 10 Tf 20 50 Td [<0001> 100 <0002>] TJ 1 0 0 1 20 30 Tm <00010003> Tj <0002> Tj ET"
    )
    assert (kerned.left, kerned.right) == (20.0, 30.0)
    assert (spaced.text, spaced.left, spaced.right) == ("A ", 20.0, 25.0)
    assert (behind.left, behind.right) == (27.5, 33.5)


def test_codes_have_the_width_of_their_range_and_others_the_usual_one() -> None:
    (one,) = shown("BT /F0 10 Tf <00040009> Tj ET")
    assert (one.text, one.left) == ("", 0.0)
    assert one.right == pytest.approx(11.5)


def test_what_turns_and_enlarges_the_page_holds_until_it_is_taken_back() -> None:
    inside, turned, after = shown(
        "q 2 0 0 2 5 7 cm 1 0 0 1 10 0 cm BT /F0 10 Tf 20 10 Td <0001> Tj ET Q "
        "q 0 1 -1 0 100 0 cm BT 1 0 0 1 20 10 Tm <0001> Tj ET Q Q "
        "BT 20 10 Td <0001> Tj ET"
    )
    assert (inside.size, inside.left, inside.right, inside.bottom) == (20.0, 65.0, 75.0, 27.0)
    assert (turned.size, turned.left, turned.bottom) == (10.0, 90.0, 20.0)
    assert (after.size, after.left, after.right, after.bottom) == (10.0, 20.0, 25.0, 10.0)


def test_a_new_line_stands_below_the_beginning_of_the_last_one() -> None:
    first, second, third = shown("BT /F0 10 Tf 12 TL 20 50 Td <0001> Tj T* <0001> Tj 5 -8 Td <0001> Tj ET")
    assert [(one.left, one.bottom) for one in (first, second, third)] == [(20.0, 50.0), (20.0, 38.0), (25.0, 30.0)]


def test_a_piece_has_the_number_of_the_nearest_mark_that_has_one() -> None:
    found = shown(
        "BT /F0 10 Tf /P <</MCID 3>> BDC <0001> Tj /Em BMC <0002> Tj EMC EMC "
        "/Artifact BMC <0001> Tj EMC EMC <0002> Tj ET"
    )
    assert [(one.text, one.mark) for one in found] == [("A", 3), ("B", 3), ("A", None), ("B", None)]


def test_what_is_said_to_stand_for_signs_stands_in_their_place() -> None:
    said, sign, after = shown("BT /F0 10 Tf /Span <</MCID 1 /ActualText (box)>> BDC <0001> Tj EMC <0002> Tj ET")
    assert (said.text, said.mark, said.left, said.right) == ("box", 1, 0.0, 0.0)
    assert (sign.text, sign.left, sign.right) == ("", 0.0, 5.0)
    assert (after.text, after.mark, after.left) == ("B", None, 5.0)


def test_a_font_without_a_map_says_nothing_and_one_that_is_not_there_shows_nothing() -> None:
    (mute,) = shown("BT /F1 10 Tf (words) Tj ET")
    assert (mute.text, mute.font) == ("", "Helvetica")
    assert shown("BT /F9 10 Tf <0001> Tj ET") == []
    assert shown("BT <0001> Tj ET") == []


def test_a_page_of_nothing_shows_nothing() -> None:
    assert shown("") == []
