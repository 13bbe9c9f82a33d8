# SPDX-License-Identifier: MPL-2.0
"""Values and tables of a record, each checked against the field it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias, TypeVar

from evidencepack.domain.codec import Json, WrongShapeError, decode
from evidencepack.domain.values import (
    EXAMPLE,
    Answer,
    Attachment,
    Choices,
    Duration,
    FieldType,
    Money,
    Number,
    Percentage,
    Reference,
    Row,
    Scalar,
    Table,
)
from evidencepack.exchange.mistakes import child, word
from evidencepack.exchange.reading import MARK, Link, Reading
from evidencepack.library.model import Field

_ROW = frozenset({"id", "cells"})
_NULL = "is null; where there is no answer, leave the key out"
_MOST_PENCE = 10**15
_LARGEST, _SMALLEST = 15, -9

_Value = TypeVar("_Value", bound="Scalar")
_Check: TypeAlias = Callable[[Reading, Field, Scalar, str], Scalar]


def read_answers(reading: Reading, fields: Mapping[str, Field], owner: str, json: Json, path: str) -> dict[str, Answer]:
    """Return the answers of a record by field id. ``owner`` is the kind's name for messages."""
    if not isinstance(json, Mapping):
        reading.mistakes.add(path, "expected an object of answers by field")
        return {}
    answers = {}
    for key, value in json.items():
        field = fields.get(key)
        if field is None:
            reading.mistakes.add(child(path, key), f"{owner} has no field {word(key)}")
            continue
        if value is None:
            reading.mistakes.add(child(path, key), _NULL)
            continue
        answer = _read_answer(reading, field, value, child(path, key))
        if answer is not None:
            answers[key] = answer
    return answers


def _read_answer(reading: Reading, field: Field, json: Json, path: str) -> Answer | None:
    if field.type is not FieldType.TABLE:
        return _read_scalar(reading, field, json, path)
    if field.rows_of:
        reading.mistakes.add(path, f"shows the records of kind {field.rows_of}; write them as records of their own")
        return None
    items = reading.items(json, path)
    return Table(tuple(_read_row(reading, field, item, child(path, place)) for place, item in enumerate(items)))


def _read_row(reading: Reading, table: Field, json: Json, path: str) -> Row:
    members = reading.members(json, path, _ROW, besides=MARK)
    cells: dict[str, Scalar] = {}
    columns = {column.id: column for column in table.columns}
    found = members.get("cells", {})
    if not isinstance(found, Mapping):
        reading.mistakes.add(child(path, "cells"), "expected an object of cells by column")
        found = {}
    for key, value in found.items():
        place = child(child(path, "cells"), key)
        if key not in columns:
            reading.mistakes.add(place, f"the table {table.id} has no column {word(key)}")
            continue
        if value is None:
            reading.mistakes.add(place, _NULL)
            continue
        cell = _read_scalar(reading, columns[key], value, place)
        if cell is not None:
            cells[key] = cell
    row = reading.new_id(members["id"], child(path, "id")) if "id" in members else ""
    return Row(row, cells, reading.example(members[EXAMPLE], child(path, EXAMPLE)) if EXAMPLE in members else "")


def _read_scalar(reading: Reading, field: Field, json: Json, path: str) -> Scalar | None:
    try:
        value = decode(field.type, json)
        return _CHECKS[field.type](reading, field, value, path) if field.type in _CHECKS else value
    except WrongShapeError as error:
        reading.mistakes.add(path, str(error))
        return None


def _text(reading: Reading, _field: Field, value: Scalar, path: str) -> Scalar:
    return reading.cleaned(_as(str, value), path)


def _choice(_reading: Reading, field: Field, value: Scalar, _path: str) -> Scalar:
    _refuse_unknown(field, _as(str, value))
    return value


def _choices(_reading: Reading, field: Field, value: Scalar, _path: str) -> Scalar:
    chosen = _as(Choices, value).chosen
    for one in chosen:
        _refuse_unknown(field, one)
    if len(set(chosen)) < len(chosen):
        raise WrongShapeError("names the same choice twice")
    return value


def _number(reading: Reading, field: Field, value: Scalar, path: str) -> Scalar:
    number = _as(Number, value)
    _refuse_absurd(number.amount)
    if field.units and number.unit not in field.units:
        known = ", ".join(word(unit) for unit in field.units)
        raise WrongShapeError(f"expected the unit to be one of {known}, not {word(number.unit)}")
    return replace(number, unit=reading.cleaned(number.unit, path))


def _duration(reading: Reading, _field: Field, value: Scalar, path: str) -> Scalar:
    duration = _as(Duration, value)
    _refuse_absurd(duration.amount)
    if duration.amount < 0:
        raise WrongShapeError("expected a length of time that is not negative")
    return replace(duration, window=reading.cleaned(duration.window, path))


def _percentage(_reading: Reading, _field: Field, value: Scalar, _path: str) -> Scalar:
    _refuse_absurd(_as(Percentage, value).per_cent)
    return value


def _money(_reading: Reading, _field: Field, value: Scalar, _path: str) -> Scalar:
    if abs(_as(Money, value).pence) > _MOST_PENCE:
        raise WrongShapeError("is more money than there can be here")
    return value


def _reference(reading: Reading, field: Field, value: Scalar, path: str) -> Scalar:
    reading.links.append(Link(path, _as(Reference, value).record, field.to))
    return value


def _file(reading: Reading, _field: Field, value: Scalar, path: str) -> Scalar:
    attachment = _as(Attachment, value)
    reading.files.append(Link(path, attachment.sha256))
    return replace(attachment, name=reading.cleaned(attachment.name, path))


def _as(kind: type[_Value], value: Scalar) -> _Value:
    """Return the value as what ``decode`` makes of its type."""
    if not isinstance(value, kind):  # pragma: no cover
        raise TypeError(f"{type(value).__name__} is no {kind.__name__}")
    return value


def _refuse_unknown(field: Field, chosen: str) -> None:
    known = [choice.id for choice in field.choices]
    if chosen not in known:
        raise WrongShapeError(f"{word(chosen)} is not a choice; choose from {', '.join(known)}")


def _refuse_absurd(amount: Decimal) -> None:
    """Refuse a number so large or so fine that printing it would fill the memory: 1E+999999999."""
    exponent = amount.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < _SMALLEST or amount.adjusted() > _LARGEST or exponent > _LARGEST:
        raise WrongShapeError("expected a number of at most 15 digits with at most 9 behind the point")


_CHECKS: Mapping[FieldType, _Check] = {
    FieldType.TEXT: _text,
    FieldType.LONG_TEXT: _text,
    FieldType.CHOICE: _choice,
    FieldType.CHOICES: _choices,
    FieldType.NUMBER: _number,
    FieldType.DURATION: _duration,
    FieldType.PERCENTAGE: _percentage,
    FieldType.MONEY: _money,
    FieldType.REFERENCE: _reference,
    FieldType.FILE: _file,
}
