# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.compose.counting import counted, sentence_case


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "no partners"),
        (1, "one partner"),
        (5, "five partners"),
        (12, "twelve partners"),
        (13, "13 partners"),
        (1000, "1,000 partners"),
    ],
)
def test_small_numbers_are_words(count: int, words: str) -> None:
    assert counted(count, "partner") == words


def test_irregular_plurals_are_given() -> None:
    assert counted(2, "party", plural="parties") == "two parties"


def test_titles_begin_with_a_capital() -> None:
    assert sentence_case("five partners, NHS") == "Five partners, NHS"
