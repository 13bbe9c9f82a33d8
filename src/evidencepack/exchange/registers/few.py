# SPDX-License-Identifier: MPL-2.0
"""Results that rest on fewer than five people or cases are in no register for others (UK GDPR, recital 26)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from evidencepack.compose.figures.kpis import FEW, FEW_WORDS, Unit
from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, Number, Row, Scalar, Table

_READINGS, _BASELINE, _BASELINE_CASES, _UNIT = "readings", "baseline", "baseline_cases", "unit"
_COUNTS = ("result", "met", "cases")


def without_few(measure: Record) -> tuple[Record, int]:
    """Return a measure without the figures that point to a few, and how many figures were taken out.

    Each line of a result stays, with “fewer than 5” in the place of its cases.
    """
    answers: dict[str, Answer] = dict(measure.answers)
    counted = answers.get(_UNIT) == Unit.COUNT
    taken = 0
    if _is_few(answers.get(_BASELINE), answers.get(_BASELINE_CASES), counted=counted):
        del answers[_BASELINE]
        answers.pop(_BASELINE_CASES, None)
        taken += 1
    found = answers.get(_READINGS)
    if isinstance(found, Table):
        few = [_is_few(row.cells.get("result"), row.cells.get("cases"), counted=counted) for row in found.rows]
        rows = (_told(row) if one else row for row, one in zip(found.rows, few, strict=True))
        answers[_READINGS] = Table(tuple(rows))
        taken += sum(few)
    return (replace(measure, answers=answers), taken) if taken else (measure, 0)


def _told(row: Row) -> Row:
    cells: Mapping[str, Scalar] = {name: cell for name, cell in row.cells.items() if name not in _COUNTS}
    return replace(row, cells={**cells, "cases": FEW_WORDS})


def _is_few(number: Answer | None, cases: Answer | None, *, counted: bool) -> bool:
    rests_on = number if counted else cases
    return isinstance(rests_on, Number) and Decimal(0) < rests_on.amount < FEW
