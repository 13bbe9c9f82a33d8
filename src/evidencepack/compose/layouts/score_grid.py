# SPDX-License-Identifier: MPL-2.0
"""How partners score the same sentences: sentences down, partners across, and the mean of all at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from evidencepack.blocks.blocks import Align, Block, Cell, Column, Table, TableRow
from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.compose.bound import Answered, Item
from evidencepack.compose.layouts.parts import no_rows, note_of
from evidencepack.compose.layouts.scores import points_of
from evidencepack.compose.printing import printed
from evidencepack.compose.scope import Scope
from evidencepack.domain.values import FieldType
from evidencepack.library.model import Field, Schedule
from evidencepack.library.rows import ORGANISATION

_WIDE, _NARROW, _MOST_WIDE, _MOST = 19.0, 15.0, 5, 7
_MEAN = 12.0
_ALL = Text("All")


def score_grid(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return the scores of a table with ``organisation`` and columns of choices, each of which is a sentence.

    A choice counts by its place in its list. Seven partners fit a portrait page; more stand in a second table.
    """
    rows = scope.rows(schedule.of)
    if not rows.items:
        return no_rows(schedule, rows)
    sentences = [
        column
        for column in rows.field.columns
        if column.type is FieldType.CHOICE and scope.audience.may_see(column.visibility)
    ]
    parts = [rows.items[start : start + _MOST] for start in range(0, len(rows.items), _MOST)]
    *tables, last = [_table(schedule, scope, sentences, part, rows.items) for part in parts]
    return (*tables, replace(last, note=note_of(schedule, scope)))


def _table(
    schedule: Schedule, scope: Scope, sentences: Sequence[Field], part: Sequence[Item], everyone: Sequence[Item]
) -> Table:
    width = _WIDE if len(part) <= _MOST_WIDE else _NARROW
    names = (Cell((_name(scope, item),)) for item in part)
    return Table(
        columns=(Column(), *(Column(width, Align.CENTRE) for _ in part), Column(_MEAN, Align.RIGHT)),
        head=(TableRow((Cell(((),)), *names, Cell(((_ALL,),)))),),
        rows=tuple(_row(scope, sentence, part, everyone) for sentence in sentences),
        summary=f"{schedule.heading}: what each partner scored, from 1 to 5, and the mean of all.",
        size=schedule.size,
    )


def _row(scope: Scope, sentence: Field, part: Sequence[Item], everyone: Sequence[Item]) -> TableRow:
    scores = (Cell((_score(scope, item, sentence),)) for item in part)
    return TableRow((Cell(((Text(sentence.label),),)), *scores, Cell((_mean(scope, everyone, sentence),))))


def _name(scope: Scope, item: Item) -> Inlines:
    return printed(scope, scope.step(item, ORGANISATION))


def _score(scope: Scope, item: Item, sentence: Field) -> Inlines:
    """Return a score in digits. It comes from the choice and from whose it is, so it is no answer to type over."""
    found = scope.step(item, sentence.id)
    points = points_of(found)
    if points is None or not isinstance(found, Answered):
        return printed(scope, found)
    whose = scope.step(item, ORGANISATION)
    return (Value(f"{points:f}", (found.path, *([whose.path] if isinstance(whose, Answered) else []))),)


def _mean(scope: Scope, items: Sequence[Item], sentence: Field) -> Inlines:
    """Return the mean of those who scored, with one decimal; nothing while nobody has."""
    found = [scope.step(item, sentence.id) for item in items]
    scored = [(points, one.path) for one in found if isinstance(one, Answered) and (points := points_of(one))]
    if not scored:
        return ()
    mean = sum((points for points, _ in scored), Decimal(0)) / len(scored)
    text = str(mean.quantize(Decimal("0.1"), ROUND_HALF_UP))
    return (Value(text, tuple(path for _, path in scored), bold=True),)
