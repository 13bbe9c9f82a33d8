# SPDX-License-Identifier: MPL-2.0
"""One JSON form for every value: what the workspace stores and what a tender file carries."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, TypeAlias, cast

from evidencepack.domain.values import (
    Attachment,
    Choices,
    Duration,
    DurationUnit,
    FieldType,
    Frequency,
    Money,
    Number,
    Percentage,
    Reference,
    Scalar,
)

Json: TypeAlias = str | int | float | bool | Sequence["Json"] | Mapping[str, "Json"] | None

_SHA256 = re.compile(r"[0-9a-f]{64}")


class WrongShapeError(ValueError):
    """A JSON value is not of the form its field type asks for. The message says what was expected."""


def encode(value: Scalar) -> Json:
    """Return the JSON form of a value: dates as ISO text, amounts as decimal text, money as whole pence."""
    encoder = _ENCODERS.get(type(value))
    return encoder(value) if encoder else cast("str | bool", value)


def decode(kind: FieldType, json: Json) -> Scalar:
    """Read a value of the given type from its JSON form.

    Raises:
        WrongShapeError: if the form is not exactly the one that ``encode`` writes.
    """
    if kind is FieldType.TABLE:
        raise WrongShapeError("a table is read row by row")
    return _DECODERS[kind](json)


def _text(json: Json) -> str:
    if not isinstance(json, str):
        raise WrongShapeError("expected text")
    return json


def _bool(json: Json) -> bool:
    if not isinstance(json, bool):
        raise WrongShapeError("expected true or false")
    return json


def _date(json: Json) -> date:
    try:
        found = date.fromisoformat(_text(json))
    except ValueError:
        raise WrongShapeError("expected a date such as 2027-02-15") from None
    if found.isoformat() != json:
        raise WrongShapeError("expected a date such as 2027-02-15")
    return found


def _decimal(json: Json) -> Decimal:
    try:
        found = Decimal(_text(json))
    except InvalidOperation:
        raise WrongShapeError('expected a number as text, such as "1.4"') from None
    if not found.is_finite():
        raise WrongShapeError('expected a number as text, such as "1.4"')
    return found


def _money(json: Json) -> Money:
    if not isinstance(json, int) or isinstance(json, bool):
        raise WrongShapeError("expected whole pence, such as 5800000")
    return Money(json)


def _object(json: Json, keys: set[str]) -> Mapping[str, Json]:
    if not isinstance(json, Mapping) or set(json) != keys:
        raise WrongShapeError(f"expected an object with {', '.join(sorted(keys))}")
    return json


def _number(json: Json) -> Number:
    found = _object(json, {"amount", "unit"})
    return Number(_decimal(found["amount"]), _text(found["unit"]))


def _duration(json: Json) -> Duration:
    found = _object(json, {"amount", "unit", "window"})
    return Duration(_decimal(found["amount"]), _member(DurationUnit, found["unit"]), _text(found["window"]))


def _member(kinds: type[DurationUnit], json: Json) -> DurationUnit:
    try:
        return kinds(_text(json))
    except ValueError:
        raise WrongShapeError(f"expected one of {', '.join(kinds)}") from None


def _frequency(json: Json) -> Frequency:
    try:
        return Frequency(_text(json))
    except ValueError:
        raise WrongShapeError(f"expected one of {', '.join(Frequency)}") from None


def _choices(json: Json) -> Choices:
    if not isinstance(json, Sequence) or isinstance(json, str):
        raise WrongShapeError("expected a list of choices")
    return Choices(tuple(_text(item) for item in json))


def _attachment(json: Json) -> Attachment:
    found = _object(json, {"sha256", "name"})
    digest = _text(found["sha256"])
    if not _SHA256.fullmatch(digest):
        raise WrongShapeError("expected a SHA-256 of 64 hex digits")
    return Attachment(digest, _text(found["name"]))


_DECODERS: Mapping[FieldType, Callable[[Json], Scalar]] = {
    FieldType.TEXT: _text,
    FieldType.LONG_TEXT: _text,
    FieldType.DATE: _date,
    FieldType.NUMBER: _number,
    FieldType.MONEY: _money,
    FieldType.PERCENTAGE: lambda json: Percentage(_decimal(json)),
    FieldType.YES_NO: _bool,
    FieldType.CHOICE: _text,
    FieldType.CHOICES: _choices,
    FieldType.DURATION: _duration,
    FieldType.FREQUENCY: _frequency,
    FieldType.REFERENCE: lambda json: Reference(_text(json)),
    FieldType.FILE: _attachment,
}

_ENCODERS: Mapping[type, Callable[[Any], Json]] = {
    Number: lambda value: {"amount": str(value.amount), "unit": value.unit},
    Money: lambda value: value.pence,
    Percentage: lambda value: str(value.per_cent),
    Duration: lambda value: {"amount": str(value.amount), "unit": value.unit.value, "window": value.window},
    Choices: lambda value: list(value.chosen),
    Reference: lambda value: value.record,
    Attachment: lambda value: {"sha256": value.sha256, "name": value.name},
    Frequency: lambda value: value.value,
    date: lambda value: value.isoformat(),
}
