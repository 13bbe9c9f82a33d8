# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from evidencepack.exchange.replies.aligning import aligned, in_order


def test_equal_lists_are_aligned_line_by_line() -> None:
    assert aligned("aabba", "aabba") == [(place, place) for place in range(5)]


def test_what_was_put_in_has_no_partner() -> None:
    assert aligned("abcd", "abXcd") == [(0, 0), (1, 1), (2, 3), (3, 4)]


def test_repeated_lines_are_matched_beside_those_that_are_not() -> None:
    assert aligned("..a..b..", "..a.b..") == [(0, 0), (1, 1), (2, 2), (3, 3), (5, 4), (6, 5), (7, 6)]


def test_lists_without_anything_in_common_have_no_pairs() -> None:
    assert aligned("abc", "xyz") == []
    assert aligned("", "xyz") == []


def test_the_longest_run_in_order_is_kept() -> None:
    assert in_order([(0, 3), (1, 0), (2, 1), (3, 2)]) == {(1, 0), (2, 1), (3, 2)}
    assert in_order([]) == set()


def test_a_thousand_equal_lines_are_aligned_from_both_ends() -> None:
    assert len(aligned(["row"] * 1000, ["row"] * 1001)) == 1000
