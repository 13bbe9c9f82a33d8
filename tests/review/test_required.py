# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from tests.shipped import LIBRARY

from evidencepack.review.required import RULES


def test_every_rule_has_its_words_and_no_words_are_left_over() -> None:
    assert set(LIBRARY.rules) == set(RULES)


def test_the_words_of_every_rule_can_be_filled() -> None:
    places = (
        "nations nation parts advisers "
        "document label table row gap record answer instead words characters examples fact here elsewhere reason"
    )
    places += " problem reference standard yours clause adviser source labels names name theirs day"
    places += " partner parties paper papers flows codes holiday other otherday today name person places"
    places += " before after most over"
    filled = dict.fromkeys(places.split(), "words")
    for words in LIBRARY.rules.values():
        for sentence in (words.message, words.row_message):
            assert "{" not in sentence.format(**filled)
    assert LIBRARY.rules["RQ-01"].row_message
