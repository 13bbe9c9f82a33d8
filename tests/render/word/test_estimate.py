# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.render.word.estimate import ems, lines, longest_word


def test_wide_letters_bold_ones_and_marks_count_as_they_look() -> None:
    assert ems("M") > ems("N") > ems("n") > ems("i")
    assert ems("name", bold=True) > ems("name")
    assert ems("e\u0323") == ems("e")


def test_the_longest_word_is_the_widest() -> None:
    assert longest_word("a moment ago") == ems("moment")


@pytest.mark.parametrize(
    ("text", "room", "count"),
    [("", 5.0, 1), ("one two", 50.0, 1), ("one two", 2.0, 2), ("one two six", 2.0, 3), ("onetwosix", 2.0, 3)],
)
def test_a_text_breaks_at_spaces_and_within_words_too_long(text: str, room: float, count: int) -> None:
    assert lines(text, room) == count
