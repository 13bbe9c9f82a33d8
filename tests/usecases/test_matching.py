# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.usecases.matching import matches, nearest


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("llyr", "Llŷr Housing"),
        ("LLŶR hous", "Llŷr Housing"),
        ("নাসরিন", "Nasrin নাসরিন আখতার"),
        ("", "anything"),
        ("malgorzata", "Małgorzata Zielińska"),
    ],
)
def test_beginnings_of_words_match_without_accents_and_in_any_script(typed: str, text: str) -> None:
    assert matches(typed, text)


@pytest.mark.parametrize(("typed", "text"), [("ousing", "Llŷr Housing"), ("llyr bank", "Llŷr Housing"), ("x", "")])
def test_the_middle_of_a_word_and_other_words_do_not_match(typed: str, text: str) -> None:
    assert not matches(typed, text)


def test_a_near_word_is_offered_and_the_right_ones_are_kept() -> None:
    words = ["safeguarding", "policy", "breach"]
    assert nearest("safegaurding policy", words) == "safeguarding policy"
    assert nearest("Breech", words) == "breach"


@pytest.mark.parametrize("typed", ["breach", "zzzzzz", "xy", ""])
def test_nothing_is_offered_for_what_is_right_far_off_or_short(typed: str) -> None:
    assert not nearest(typed, ["safeguarding", "breach"])
