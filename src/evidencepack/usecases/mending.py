# SPDX-License-Identifier: MPL-2.0
"""Fixes that a finding offers, as changes: all that a fix does is one step that can be taken back."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Fix, NewRow, Put
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts
from evidencepack.usecases.changes import AddRow, SetAnswer, Single
from evidencepack.usecases.differences import answer_in


def mending(fix: Fix, facts: Facts) -> tuple[Single, ...]:
    """Return what a fix changes; nothing if a record that it would change is gone, or nothing would be different."""
    if any(_record_of(step) not in facts.records for step in fix.steps):
        return ()
    return tuple(change for step in fix.steps for change in _changes(step, facts))


def _record_of(step: Put | NewRow) -> str:
    return step.path.record if isinstance(step, Put) else step.record


def _changes(step: Put | NewRow, facts: Facts) -> Iterator[AddRow | SetAnswer]:
    match step:
        case Put():
            if answer_in(facts, step.path) != step.value:
                yield SetAnswer(step.path, step.type, step.value)
        case NewRow():
            row = new_id()
            yield AddRow(step.record, step.field, row)
            for column, kind, value in step.cells:
                yield SetAnswer(FieldPath(step.record, step.field, row, column), kind, value)
