# SPDX-License-Identifier: MPL-2.0
"""Every rule has its words, and every sentence can be filled in."""

from __future__ import annotations

import re

from tests.shipped import LIBRARY

from evidencepack.domain.finding import Finding
from evidencepack.domain.trade import Severity
from evidencepack.review.register import RULES, in_order

_PLACE = re.compile(r"\{([a-z]+)\}")


def test_every_rule_has_its_words_and_no_words_are_left_over() -> None:
    assert set(LIBRARY.rules) == set(RULES)


def test_one_line_for_many_findings_has_places_for_their_number_and_names_alone() -> None:
    for words in LIBRARY.rules.values():
        assert set(_PLACE.findall(words.many)) <= {"number", "names"}, words.id


def test_only_a_rule_that_blocks_has_a_way_out() -> None:
    assert not [one.id for one in LIBRARY.rules.values() if one.way_out and one.severity is not Severity.BLOCKS]


def test_every_source_says_what_sort_it_is() -> None:
    sorts = ("Law: ", "Guidance: ", "Practice: ")
    assert not [one.id for one in LIBRARY.rules.values() if not one.source.startswith(sorts)]


def test_a_missing_answer_is_told_once_by_the_rule_that_says_most() -> None:
    missing = Finding("CHK-RQ-01", Severity.WARNS, "m1", "m1/chair", "No answer.")
    worse = Finding("CHK-GV-03", Severity.BLOCKS, "m1", "m1/chair", "Nobody chairs.")
    milder = Finding("CHK-GV-04", Severity.SUGGESTS, "m1", "m1/chair", "Nobody stands in.")
    assert in_order([missing, worse]) == (worse,)
    assert in_order([milder, missing]) == (missing, milder)
    assert in_order([missing]) == (missing,)
