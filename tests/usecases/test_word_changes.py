# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.usecases.word_changes import Passage, word_changes

TEXTS = st.text(alphabet="ab c.,\n12’", max_size=40)


def marked(passages: tuple[Passage, ...]) -> str:
    return "".join(f"[{one.text}]" if one.changed else one.text for one in passages)


@pytest.mark.parametrize(
    ("old", "new", "was", "now"),
    [
        ("10 sessions a week.", "12 sessions a week.", "[10] sessions a week.", "[12] sessions a week."),
        ("within 3 working days", "within 2 hours", "within [3 working days]", "within [2 hours]"),
        ("days; we use", "days we use", "days[;] we use", "days we use"),
        ("£1,200.50 a year", "£1,200.75 a year", "£[1,200.50] a year", "£[1,200.75] a year"),
        ("the partner’s lead", "the partner lead", "the [partner’s] lead", "the [partner] lead"),
        ("", "All new", "", "[All new]"),
        ("All gone", "", "[All gone]", ""),
        ("same", "same", "same", "same"),
        ("", "", "", ""),
    ],
)
def test_only_the_words_that_differ_are_marked(old: str, new: str, was: str, now: str) -> None:
    found = word_changes(old, new)
    assert (marked(found.old), marked(found.new)) == (was, now)


@given(old=TEXTS, new=TEXTS)
def test_passages_are_the_whole_text_and_what_is_not_marked_is_in_both(old: str, new: str) -> None:
    found = word_changes(old, new)
    assert "".join(one.text for one in found.old) == old
    assert "".join(one.text for one in found.new) == new
    if old == new:
        assert not any(one.changed for one in (*found.old, *found.new))
    for passages in (found.old, found.new):
        assert all(left.changed != right.changed for left, right in pairwise(passages))
