# SPDX-License-Identifier: MPL-2.0
"""What is done about the measures that are amber or red: why, what, who and by when."""

from __future__ import annotations

from evidencepack.blocks.blocks import Block, Cell, Column, Paragraph, Table, TableRow
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.bound import Item, Unanswered
from evidencepack.compose.figures.kpis import Kpi, Standing, standing
from evidencepack.compose.layouts.kpi_rows import read_kpi, result_inlines, short_name
from evidencepack.compose.layouts.parts import no_rows, note_of
from evidencepack.compose.printing import missing, printed
from evidencepack.compose.scope import Scope
from evidencepack.library.model import Schedule

_WEAK = frozenset({Standing.AMBER, Standing.RED})
_NOTHING = "No measure is amber or red."
_HEAD = ("Measure", "Stands at", "Why", "What we do", "Who, by when")
_WIDTHS = (40.0, 20.0, 0.0, 0.0, 40.0)
_ANSWERS = ("cause", "action", "action_owner", "action_due")


def kpi_actions(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return a row for each measure whose latest result is worse than its limits; an answer it lacks is marked.

    ``of`` shows records of kind ``kpi``. Without any the kind's own sentence stands there, or that there are none.
    """
    rows = scope.rows(schedule.of)
    found = [(item, read_kpi(scope, item)) for item in rows.items]
    weak = [(item, kpi) for item, kpi in found if standing(kpi) in _WEAK]
    if not rows.items:
        return no_rows(schedule, rows)
    if not weak:
        return (Paragraph((Text(_NOTHING),)),)
    return (
        Table(
            columns=tuple(map(Column, _WIDTHS)),
            head=(TableRow(tuple(Cell(((Text(words),),)) for words in _HEAD)),),
            rows=tuple(_row(scope, item, kpi) for item, kpi in weak),
            note=note_of(schedule, scope),
            summary=f"{schedule.heading}, {len(weak)} of {len(found)} measures: cause, action, owner and date.",
            size=9,
        ),
    )


def _row(scope: Scope, item: Item, kpi: Kpi) -> TableRow:
    cause, action, owner, due = (_asked(scope, item, name) for name in _ANSWERS)
    latest = result_inlines(kpi, kpi.latest) if kpi.latest else ()
    word = (Text(standing(kpi).value, bold=True),)
    measure = (Text(f"{kpi.reference} "), *short_name(scope, item))
    return TableRow((Cell((measure,)), Cell((word, latest)), Cell((cause,)), Cell((action,)), Cell((owner, due))))


def _asked(scope: Scope, item: Item, name: str) -> Inlines:
    """Return an answer, or its gap: a weak figure owes every one of them."""
    found = scope.step(item, name)
    return missing(found) if isinstance(found, Unanswered) else printed(scope, found)
