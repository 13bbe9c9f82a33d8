# SPDX-License-Identifier: MPL-2.0
"""What differs between two states leads from the one to the other, whatever changed."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType, Row, Table
from evidencepack.usecases.changes import apply_change
from evidencepack.usecases.differences import Part, RowMoved, differences, swapped
from evidencepack.usecases.taking_back import take

ROWS = "abcdefg"
TABLES = st.permutations(ROWS).flatmap(lambda rows: st.integers(0, len(rows)).map(lambda cut: rows[:cut]))
CELLS = st.fixed_dictionaries({}, optional={row: st.sampled_from(["talk", "walk", "sit"]) for row in ROWS})
STATES = st.tuples(TABLES, CELLS, st.none() | st.text("xyz", min_size=1, max_size=3), st.sampled_from(["", "huddle"]))
State = tuple[Sequence[str], dict[str, str], str | None, str]


def facts(state: State) -> Facts:
    order, cells, purpose, example = state
    rows = tuple(Row(row, {"what": cells[row]} if row in cells else {}) for row in order)
    answers = ({"steps": Table(rows)} if rows else {}) | ({"purpose": purpose} if purpose else {})
    return Facts("t", {"t": Record("t", "tender", "T"), "m": Record("m", "mou", "M", "t", answers, example)})


def types(kind: str, field: str, column: str) -> FieldType:
    del kind, field, column
    return FieldType.TEXT


def taken(start: Facts, parts: Sequence[Part]) -> Facts:
    found = take(start, parts)
    assert found.refused is None
    for change in found.changes:
        start = apply_change(start, change)
    return start


@given(before=STATES, after=STATES)
def test_differences_lead_there_and_swapped_they_lead_back(before: State, after: State) -> None:
    old, new = facts(before), facts(after)
    parts = differences(old, new, ["m"], types)

    assert taken(old, parts) == new
    assert taken(new, [swapped(part) for part in parts]) == old
    assert not differences(new, new, ["m", "t"], types)


@given(before=st.permutations(ROWS), after=st.permutations(ROWS))
def test_no_more_rows_move_than_have_to(before: Sequence[str], after: Sequence[str]) -> None:
    old, new = facts((before, {}, None, "")), facts((after, {}, None, ""))
    parts = differences(old, new, ["m"], types)
    assert all(isinstance(part, RowMoved) for part in parts)
    assert len(parts) == len(ROWS) - _longest_common_order(before, after)


def _longest_common_order(before: Sequence[str], after: Sequence[str]) -> int:
    """The rows that can stay, found the slow way."""
    best = [0] * len(after)
    for at, row in enumerate(after):
        best[at] = 1 + max((best[i] for i in range(at) if before.index(after[i]) < before.index(row)), default=0)
    return max(best, default=0)


def test_a_record_that_came_and_one_that_went_are_parts() -> None:
    start = facts(("ab", {}, "x", ""))
    gone = Facts("t", {"t": start.records["t"]})
    parts = differences(start, gone, ["m", "nobody"], types)
    assert len(parts) == 1
    assert taken(start, parts) == gone
    assert taken(gone, [swapped(part) for part in parts]) == start


def test_a_row_that_changed_in_place_is_only_its_cells() -> None:
    old, new = facts(("ab", {"a": "talk"}, None, "")), facts(("ab", {"a": "walk"}, None, ""))
    (part,) = differences(old, new, ["m"], types)
    assert getattr(part, "path", None) == FieldPath("m", "steps", "a", "what")
