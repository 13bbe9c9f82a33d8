# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.domain.box import Box, boxed, count_words

_TEXTS = st.text(st.sampled_from("ab \n😀é-"))


@pytest.mark.parametrize(
    ("text", "box", "characters"),
    [
        ("", Box(), 0),
        ("ab c", Box(), 4),
        ("a\nb", Box(), 3),
        ("a\nb", Box(line_break=2), 4),
        ("a b\nc", Box(spaces=False), 3),
        ("a b\nc", Box(spaces=False, line_break=2), 3),
        ("a😀", Box(), 3),
        ("é", Box(), 1),
    ],
)
def test_characters_are_counted_as_the_box_counts(text: str, box: Box, characters: int) -> None:
    assert box.count_characters(text) == characters


@pytest.mark.parametrize(("most", "end"), [(3, 3), (2, 2), (1, 1), (0, 3)])
def test_a_text_fits_up_to_its_last_character_and_not_one_over(most: int, end: int) -> None:
    assert Box(characters=most).end_of_room("a\nb") == end


def test_an_emoji_is_never_cut_in_two() -> None:
    assert Box(characters=2).end_of_room("a😀") == 1


def test_a_line_break_that_counts_two_does_not_fit_where_one_is_left() -> None:
    assert Box(characters=2, line_break=2).end_of_room("a\nb") == 1
    assert Box(characters=3, line_break=2).end_of_room("a\nb") == 2


@pytest.mark.parametrize(
    ("most", "fits"), [(3, "one two\nthree"), (2, "one two\n"), (1, "one "), (0, "one two\nthree")]
)
def test_words_fit_up_to_the_last_and_not_one_over(most: int, fits: str) -> None:
    text = "one two\nthree"
    assert text[: Box(words=most).end_of_room(text)] == fits


def test_the_first_limit_that_is_reached_counts() -> None:
    assert Box(words=2, characters=3).end_of_room("one two three") == 3
    assert Box(words=1, characters=9).end_of_room("one two three") == 4


def test_a_lone_dash_is_a_word_as_portals_count() -> None:
    assert count_words("- one – two") == 4


@given(_TEXTS, st.builds(Box, st.just(0), st.integers(1, 9), st.sampled_from([1, 2]), st.booleans()))
def test_what_is_inside_fits_and_one_more_does_not(text: str, box: Box) -> None:
    end = box.end_of_room(text)
    assert box.count_characters(text[:end]) <= box.characters
    assert end == len(text) or box.count_characters(text[: end + 1]) > box.characters


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\tb", "a b"),
        ("a  \u00a0 b ", "a b"),
        ("• one\n▪ two\n  * three\n- four", "- one\n- two\n- three\n- four"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\n\n\n\nb\n", "a\n\nb"),
        ("soft\u00adhyphen\u200b", "softhyphen"),
        ("\u202eright to left", "right to left"),
        ("কমিউনিটি ক্\u200dষ", "কমিউনিটি ক্\u200dষ"),
        ("<b>&{{ 5*3 -1", "<b>&{{ 5*3 -1"),
        ("“It’s” 9–5 …", "“It’s” 9–5 …"),
        ("", ""),
    ],
)
def test_text_for_a_box_has_nothing_that_a_portal_mangles(text: str, kept: str) -> None:
    assert boxed(text) == kept
    assert boxed(kept) == kept


def test_simple_text_has_straight_marks_and_short_dashes_and_the_letters_of_names() -> None:
    assert boxed("“It’s Siân’s” – 9–5 … ½ • Olúmídé", simple=True) == "\"It's Siân's\" - 9-5 ... 1/2 - Olúmídé"
