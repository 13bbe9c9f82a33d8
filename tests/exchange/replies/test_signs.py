# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from tests.exchange.replies.files import DAYS, compare, edited, filled, runs, sent

from evidencepack.exchange.replies.signs import sign_of


@pytest.mark.parametrize(
    ("font", "number", "letter"),
    [
        ("Wingdings", "F0FC", "✓"),
        ("wingdings", "FC", "✓"),
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "F061", "α"),
        ("Symbol", "F035", "5"),
        ("Arial", "20AC", "€"),
        ("Webdings", "F0A7", "[sign F0A7 of Webdings]"),
        ("Wingdings", "F021", "[sign F021 of Wingdings]"),
        ("", "F021", "[sign F021 of a font without a name]"),
        ("Arial", "many", "[sign 0000 of Arial]"),
        ("Arial", "D800", "[sign 0000 of Arial]"),
        ("Arial", "-41", "[sign 0000 of Arial]"),
    ],
)
def test_a_sign_is_the_letter_that_it_looks_like_or_says_what_it_is(font: str, number: str, letter: str) -> None:
    assert sign_of(runs(f'<w:sym w:font="{font}" w:char="{number}"/>')[0]) == letter


def test_a_sign_in_an_answer_is_words_of_it() -> None:
    xml = '<w:r><w:t xml:space="preserve">2 days </w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FB"/></w:r>'
    (answer,) = compare(edited(sent(), filled("2 days", xml))).answers
    assert (answer.paths, answer.new) == ((DAYS,), "2 days ✗")
