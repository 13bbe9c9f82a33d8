# SPDX-License-Identifier: MPL-2.0
"""What a record needs that is made where another one names it."""

from __future__ import annotations

import pytest

from evidencepack.bootstrap import Program
from evidencepack.usecases.new_record import cannot_wait, needed_fields


@pytest.mark.parametrize(
    ("kind", "needed"),
    [
        ("lot", {"name", "our_bid"}),
        ("slot", {"name", "mandatory"}),
        ("contact", {"full_name"}),
        ("organisation", {"legal_name"}),
    ],
)
def test_a_record_that_needs_little_is_whole_at_once_and_others_begin_with_their_name(
    program: Program, kind: str, needed: set[str]
) -> None:
    assert cannot_wait(program.library[kind]) == needed
    assert needed <= {field.id for field in needed_fields(program.library[kind])}
