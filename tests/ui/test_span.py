# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.ui.controls.span import Span, changed_span

TEXTS = st.text(alphabet="ab 🙂é", max_size=8)


@pytest.mark.parametrize(
    ("old", "new", "span"),
    [
        ("Care at home", "Care in a home", Span(5, 7, "in a")),
        ("abc", "abXc", Span(2, 2, "X")),
        ("abXc", "abc", Span(2, 3, "")),
        ("aa", "aaa", Span(2, 2, "a")),
        ("🙂a", "🙂b", Span(2, 3, "b")),
        ("", "new", Span(0, 0, "new")),
        ("same", "same", Span(4, 4, "")),
    ],
)
def test_only_the_passage_that_differs_is_named(old: str, new: str, span: Span) -> None:
    assert changed_span(old, new) == span


@given(old=TEXTS, new=TEXTS)
def test_the_passage_put_into_the_old_text_makes_the_new_one(old: str, new: str) -> None:
    span = changed_span(old, new)
    units = old.encode("utf-16-le")
    made = units[: 2 * span.start] + span.text.encode("utf-16-le") + units[2 * span.end :]
    assert made.decode("utf-16-le") == new
    assert span.behind == span.start + len(span.text.encode("utf-16-le")) // 2
