# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.signoff.freezing import next_number


@pytest.mark.parametrize(
    ("said", "taken", "number"),
    [
        ("1.0", set(), 1),
        ("2.0", set(), 2),
        ("2", {1}, 2),
        ("2.0", {1, 2}, 3),
        ("1.0", {1, 4}, 5),
        ("0.6", set(), 1),
        ("1.4", {1}, 2),
        ("1.10", {1, 2}, 3),
        ("", set(), 1),
        ("", {7}, 8),
        ("draft", {1}, 2),
        ("२.0", {1}, 2),
        ("99999999999999999999.0", {1}, 2),
        ("<b>&{{", set(), 1),
        ("1.x", set(), 2),
    ],
)
def test_only_whole_numbers_go_out_and_none_of_them_twice(said: str, taken: set[int], number: int) -> None:
    assert next_number(said, taken) == number


@given(st.text(max_size=8), st.sets(st.integers(1, 50)))
def test_whatever_is_typed_the_next_number_is_a_new_and_a_higher_one(said: str, taken: set[int]) -> None:
    assert next_number(said, taken) > max(taken, default=0)
