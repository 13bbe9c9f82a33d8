# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from pathlib import Path

import pytest

from evidencepack.render.fonts.fontset import BOLD, BOLD_ITALIC, ITALIC, REGULAR, UncoveredError
from evidencepack.render.fonts.loader import load_fonts

SIGNS, EMOJI = 6, 7
FONTS = load_fonts(Path(__file__).parents[3] / "resources" / "fonts")


def test_the_face_changes_for_the_whole_word_with_its_brackets() -> None:
    assert FONTS.split("Rabeya (রাবেয়া সুলতানা), Chair", REGULAR) == [
        (0, "Rabeya "),
        (4, "(রাবেয়া সুলতানা),"),
        (0, " Chair"),
    ]


@pytest.mark.parametrize(("style", "face"), [(REGULAR, 4), (BOLD, 5), (ITALIC, 4), (BOLD_ITALIC, 5)])
def test_other_scripts_are_bold_in_bold_text_and_always_upright(style: int, face: int) -> None:
    assert FONTS.split("মৈত্রী", style) == [(face, "মৈত্রী")]


def test_a_word_of_two_scripts_is_split_where_it_must_be() -> None:
    assert FONTS.split("মৈত্রী/Maitree", REGULAR) == [(4, "মৈত্রী"), (0, "/Maitree")]


def test_a_space_has_the_style_of_the_text_where_that_stands_beside_it() -> None:
    assert FONTS.split(" a ", BOLD) == [(1, " a ")]
    assert FONTS.split("মৈত্রী a মৈত্রী ", BOLD) == [(5, "মৈত্রী"), (1, " a "), (5, "মৈত্রী"), (1, " ")]


def test_a_space_between_other_faces_is_not_painted_alone() -> None:
    assert FONTS.split("মৈত্রী ✓ 😀 মৈত্রী", REGULAR) == [
        *((4, "মৈত্রী "), (SIGNS, "✓ "), (EMOJI, "😀"), (4, " মৈত্রী")),
    ]


def test_signs_and_emoji_change_the_face_inside_a_word_and_letters_do_not() -> None:
    assert FONTS.split("Yes✓ (☐no) a→b", BOLD) == [
        *((1, "Yes"), (SIGNS, "✓"), (1, " ("), (SIGNS, "☐"), (1, "no) a→b")),
    ]
    assert FONTS.split("ok😀 মৈত্রী✔", REGULAR) == [
        *((0, "ok"), (EMOJI, "😀"), (4, " মৈত্রী"), (SIGNS, "✔")),
    ]
    assert FONTS.split("oﬀice", REGULAR) == [(SIGNS, "oﬀice")]


@pytest.mark.parametrize("style", [REGULAR, BOLD, ITALIC, BOLD_ITALIC])
def test_one_face_of_signs_serves_all_styles(style: int) -> None:
    assert FONTS.split("☑😀", style) == [(SIGNS, "☑"), (EMOJI, "😀")]


@pytest.mark.parametrize("emoji", ["1️⃣", "#️⃣", "👍🏽", "👩‍🦽", "👨‍👩‍👧‍👦", "❤️‍🔥", "🇬🇧", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🏳️‍🌈", "✔️", "☎️"], ids=ascii)
def test_an_emoji_keeps_its_parts(emoji: str) -> None:
    assert FONTS.split(f"a{emoji}b", REGULAR) == [(0, "a"), (EMOJI, emoji), (0, "b")]


def test_a_joiner_between_a_letter_and_an_emoji_joins_nothing() -> None:
    assert FONTS.split("W\u200d😀", REGULAR) == [(0, "W\u200d"), (7, "😀")]
    assert FONTS.split("মৈ\u200d😀", REGULAR) == [(4, "মৈ\u200d"), (7, "😀")]


def test_the_space_between_emoji_is_that_of_the_text() -> None:
    assert FONTS.split("😀 😀", BOLD) == [(EMOJI, "😀"), (1, " "), (EMOJI, "😀")]


@pytest.mark.parametrize("word", ["ọ̀✓", "✓ẹ́", "e\u0301☐", "ĭ́✔"])
def test_a_letter_keeps_its_marks_beside_a_sign(word: str) -> None:
    pieces = FONTS.split(word, REGULAR)
    assert len(pieces) == 2
    assert {face for face, _ in pieces} == {0, SIGNS}


def test_marks_that_no_face_has_with_their_letter_are_printed_all_the_same() -> None:
    assert FONTS.split("ক\u0300", REGULAR) == [(4, "ক"), (0, "\u0300")]
    assert FONTS.split("ক্র\u0300", REGULAR) == [(4, "ক্র"), (0, "\u0300")]


def test_a_character_in_no_face_is_refused() -> None:
    with pytest.raises(UncoveredError, match="漢"):
        FONTS.split("Maitree漢মৈত্রী", REGULAR)
    assert FONTS.uncovered("漢 Maitree 字漢 ☐", BOLD) == "漢字"


@pytest.mark.parametrize("word", ["שלום", "سلام", "a\u202ebc"])
def test_writing_from_right_to_left_is_refused(word: str) -> None:
    with pytest.raises(UncoveredError):
        FONTS.split(word, REGULAR)


def test_words_can_be_set_in_a_family_with_the_widths_of_another_font() -> None:
    times = FONTS.set_in("Tinos")
    assert [face.name for face in times.faces[:4]] == ["Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"]
    assert times.faces[4:] == FONTS.faces[4:]
    assert times.faces[0].width("Hello") == 722 + 444 + 278 + 278 + 500  # as in Times New Roman


def test_letters_can_be_taken_to_be_wider() -> None:
    wide = FONTS.set_in("", 1.25)
    assert wide.faces[0].width("a b") == pytest.approx(1.25 * FONTS.faces[0].width("a b"), abs=2)
    assert FONTS.faces[0].width("a b") == 556 * 2 + 278
