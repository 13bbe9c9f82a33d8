# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from pathlib import Path

import pytest

from evidencepack.errors import ExitCode
from evidencepack.render.fonts.fontset import BOLD, BOLD_ITALIC, ITALIC, REGULAR, MissingGlyphError, UncoveredError
from evidencepack.render.fonts.loader import load_fonts

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


def test_spaces_at_the_ends_keep_the_style_of_the_text() -> None:
    assert FONTS.split(" a ", BOLD) == [(1, " a ")]
    assert FONTS.split("মৈত্রী ", REGULAR) == [(4, "মৈত্রী"), (0, " ")]


def test_a_character_in_no_face_is_refused() -> None:
    with pytest.raises(UncoveredError, match="☐"):
        FONTS.split("Maitree☐মৈত্রী", REGULAR)


def test_the_error_names_character_and_place() -> None:
    error = MissingGlyphError("☐", "“tick ☐” (Memorandum)", ("record/field",))
    assert error.message.startswith("The character ☐ (BALLOT BOX, U+2610) in “tick ☐” (Memorandum) cannot be printed")
    assert error.exit_code is ExitCode.BAD_CHARACTER
    assert error.paths == ("record/field",)
    assert "without a name" in MissingGlyphError("\ue000", "here").message


@pytest.mark.parametrize("word", ["שלום", "سلام", "a\u202ebc"])
def test_writing_from_right_to_left_is_refused_with_that_reason(word: str) -> None:
    with pytest.raises(UncoveredError) as refused:
        FONTS.split(word, REGULAR)
    (character,) = refused.value.args
    assert "from right to left" in MissingGlyphError(character, "the purpose").message
