# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.compose.examples import MARK
from evidencepack.pack.preflight.placeholders import examples_in, gaps_in, left_behind


def test_a_gap_of_ours_is_found_over_the_end_of_a_line() -> None:
    assert list(gaps_in("ends on [to complete: the\nend date], and")) == ["[to complete: the\nend date]"]


def test_the_mark_of_an_example_is_found_over_the_end_of_a_line() -> None:
    assert list(examples_in(f"We meet. {MARK.replace(' ', chr(10), 1)}")) == [MARK.replace(" ", "\n", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Lead: [insert name here]",
        "by <date to follow>",
        "cover of TBC",
        "to be confirmed",
        "{{ partner }}",
        "on XX/XX/2027",
        "Lorem ipsum dolor",
        "tel. XXXX",
        "who???",
        "Click or tap here to enter text.",
    ],
)
def test_what_people_leave_behind_is_found(text: str) -> None:
    assert list(left_behind(text))


@pytest.mark.parametrize(
    "text",
    [
        "[1] See the annex",
        "the TBCs lab at Leeds",
        "Data is inserted by the nurse",
        "It was confirmed in March",
        "XXX. Olympiad",
        "Who? What?",
        "a < b and name > c",
        "sizes XL, XXL",
        "{one} of them",
    ],
)
def test_what_only_looks_like_it_is_left(text: str) -> None:
    assert list(left_behind(text)) == []
