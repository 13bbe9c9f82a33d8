# SPDX-License-Identifier: MPL-2.0
"""No question is asked for nothing: words, conditions or layouts read its answer, or its kind says why they do not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.library.used_fields import Uses
from tests.shipped import LIBRARY

from evidencepack.library.model import Field, Kind


@pytest.fixture(scope="module")
def used() -> set[int]:
    uses = Uses(LIBRARY.kinds)
    for kind in LIBRARY.kinds.values():
        uses.walk(kind)
    return uses.found


@pytest.mark.parametrize("kind", LIBRARY.kinds.values(), ids=lambda kind: kind.id)
def test_every_answer_is_read_or_its_question_says_why_not(kind: Kind, used: set[int]) -> None:
    asked = {name: field for name, field in _asked(kind) if not field.unused}
    assert {name for name, field in asked.items() if id(field) not in used} == set()


@pytest.mark.parametrize("kind", LIBRARY.kinds.values(), ids=lambda kind: kind.id)
def test_a_reason_for_not_reading_an_answer_is_still_true(kind: Kind, used: set[int]) -> None:
    assert {name for name, field in _asked(kind) if field.unused and id(field) in used} == set()


def _asked(kind: Kind) -> Iterator[tuple[str, Field]]:
    for field in kind.fields.values():
        yield field.id, field
        for column in () if field.rows_of else field.columns:
            yield f"{field.id}.{column.id}", column
