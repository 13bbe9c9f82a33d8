# SPDX-License-Identifier: MPL-2.0
"""Answers as cells: days, amounts and percentages keep their type; all else is the words that a page would print."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from evidencepack.compose.formats import show, with_window
from evidencepack.domain.values import (
    Answer,
    Choices,
    Duration,
    FieldType,
    Money,
    Number,
    Percentage,
    Reference,
    Scalar,
    Table,
)
from evidencepack.exchange.registers.table import Amount, Cell, Measure
from evidencepack.library.model import Field

Caller: TypeAlias = Callable[[str], str]
"""``call(id)``: what people call the record with this id."""

_NOT_A_CELL = frozenset({FieldType.TABLE, FieldType.FILE})
_UNIT = "{label} (unit)"


def cell_of(field: Field, value: Answer | None, call: Caller) -> Cell:
    """Return an answer as a cell."""
    if value is None or isinstance(value, Table):
        return None
    if isinstance(value, date):
        return value
    return _amount(value) or _words(field, value, call)


def _amount(value: Scalar) -> Amount | None:
    match value:
        case Number():
            return Amount(value.amount)
        case Money():
            return Amount(Decimal(value.pence) / 100, Measure.POUNDS)
        case Percentage():
            return Amount(value.per_cent, Measure.PER_CENT)
        case _:
            return None


def _words(field: Field, value: Scalar, call: Caller) -> str:
    match value:
        case bool():
            return "Yes" if value else "No"
        case Reference():
            return call(value.record)
        case Choices():
            return "; ".join(show(one, field) for one in value.chosen)
        case Duration():
            return with_window(value)
        case _:
            return show(value, field)


def can_be_cell(field: Field) -> bool:
    """Whether an answer of this field fits into a cell: tables are sheets of their own, and files no cells at all."""
    return field.type not in _NOT_A_CELL


def columns_of(
    fields: Sequence[Field], lines: Sequence[Mapping[str, Answer]], call: Caller
) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """Return the heads and the rows of some fields; a number whose unit people choose has it in a column beside it."""
    heads = list[str]()
    columns = list[list[Cell]]()
    for field in fields:
        answers = [line.get(field.id) for line in lines]
        heads.append(field.label)
        columns.append([cell_of(field, answer, call) for answer in answers])
        units = [answer.unit if isinstance(answer, Number) and answer.unit else None for answer in answers]
        if any(units):
            heads.append(_UNIT.format(label=field.label))
            columns.append(list(units))
    rows = tuple(zip(*columns, strict=True)) if columns else tuple(() for _line in lines)
    return tuple(heads), rows
