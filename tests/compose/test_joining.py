# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.blocks.inlines import Text, Value
from evidencepack.compose.joining import and_list, join


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A, or B", "C"], "A, or B and C"),
        (["A, or B", "C", "D"], "A, or B; C; and D"),
    ],
)
def test_lists_end_with_and(words: list[str], sentence: str) -> None:
    assert and_list(words) == sentence


def test_each_value_of_a_list_keeps_its_own_path() -> None:
    parts = [(Value(name, (f"r/{name}",)),) for name in ("a", "b", "c")]
    assert join(parts) == (parts[0][0], Text(", "), parts[1][0], Text(" and "), parts[2][0])
