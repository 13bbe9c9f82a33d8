# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.domain.order import OrderKeyError, key_between


@given(st.lists(st.floats(0, 1, allow_nan=False), min_size=1, max_size=80))
def test_keys_put_in_anywhere_stay_in_order_and_differ(places: list[float]) -> None:
    keys: list[str] = []
    for place in places:
        at = round(place * len(keys))
        before = keys[at - 1] if at else ""
        after = keys[at] if at < len(keys) else ""
        keys.insert(at, key_between(before, after))
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_a_list_that_grows_at_its_end_keeps_short_keys() -> None:
    key = ""
    for _ in range(50_000):
        following = key_between(key, "")
        assert following > key
        key = following
    assert len(key) <= 5


def test_a_list_that_grows_at_its_start_keeps_short_keys() -> None:
    key = ""
    for _ in range(50_000):
        earlier = key_between("", key)
        assert not key or earlier < key
        key = earlier
    assert len(key) <= 5


def test_a_thousand_insertions_at_one_spot_stay_in_order() -> None:
    low, high = "a0", "a1"
    chance = random.Random(7)  # noqa: S311 - places in a list, not secrets
    for _ in range(1_000):
        middle = key_between(low, high)
        assert low < middle < high
        low, high = (middle, high) if chance.random() < 0.5 else (low, middle)


def test_keys_hold_only_digits_and_small_letters() -> None:
    keys = {key_between("", ""), key_between("az", ""), key_between("", "a0"), key_between("a0", "a01")}
    assert keys == {"a0", "b00", "9z", "a00i"}


def test_between_neighbouring_digits_the_shorter_fraction_is_taken() -> None:
    assert key_between("a05", "a06x") == "a06"
    assert key_between("a05", "a06") == "a05i"


@pytest.mark.parametrize("key", ["A0", "a", "b0", "a0-", "a00", "a10", "ab0", "!", "é0"])
def test_what_is_not_a_key_is_refused(key: str) -> None:
    with pytest.raises(OrderKeyError):
        key_between(key, "")


@pytest.mark.parametrize(("before", "after"), [("a1", "a0"), ("a1", "a1")])
def test_keys_out_of_order_are_refused(before: str, after: str) -> None:
    with pytest.raises(OrderKeyError):
        key_between(before, after)


@pytest.mark.parametrize(("before", "after"), [("z" * 28, ""), ("", "0" * 11)])
def test_the_ends_of_all_keys_are_refused_rather_than_passed(before: str, after: str) -> None:
    with pytest.raises(OrderKeyError):
        key_between(before, after)
