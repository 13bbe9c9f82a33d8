# SPDX-License-Identifier: MPL-2.0
"""What an answer can be. All values are frozen and know nothing of forms, files or pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias


class FieldType(StrEnum):
    """The types a field or a column can have; a table's columns have any type but TABLE."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    PERCENTAGE = "percentage"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    DURATION = "duration"
    FREQUENCY = "frequency"
    REFERENCE = "reference"
    FILE = "file"
    TABLE = "table"


class DurationUnit(StrEnum):
    """Units of a duration. Working hours and days run only in the service window written beside them."""

    MINUTES = "minutes"
    HOURS = "hours"
    WORKING_HOURS = "working_hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Frequency(StrEnum):
    """How often something happens."""

    DAILY = "daily"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    EVERY_6_WEEKS = "every_6_weeks"
    QUARTERLY = "quarterly"
    SIX_MONTHLY = "six_monthly"
    ANNUALLY = "annually"
    ON_EVENT = "on_event"


@dataclass(frozen=True, slots=True)
class Number:
    """An amount with its unit, for example 12 "sessions a week". The unit may be empty."""

    amount: Decimal
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """Pounds sterling, held in pence."""

    pence: int


@dataclass(frozen=True, slots=True)
class Percentage:
    """Per cent, for example 95 or 12.5."""

    per_cent: Decimal


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time with the service hours in which it runs, for example 2 working days, Mon-Fri 09:00-17:00."""

    amount: Decimal
    unit: DurationUnit
    window: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """Several ticked choices, by their ids, in the order of the list they were chosen from."""

    chosen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """Another record, by id."""

    record: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A stored file: SHA-256 of its bytes (64 hex digits) and the name it came with."""

    sha256: str
    name: str


Scalar: TypeAlias = (
    str | date | bool | Number | Money | Percentage | Duration | Frequency | Choices | Reference | Attachment
)


EXAMPLE = "example"
"""Where the mark of an example is stored, so no field and no column has this id."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: a UUIDv7 and the answered cells by column id.

    ``example`` is the id of the starter it was made from, until a person changes it or says that it is theirs.
    """

    id: str
    cells: Mapping[str, Scalar] = field(default_factory=dict)
    example: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, in order."""

    rows: tuple[Row, ...] = ()


Answer: TypeAlias = Scalar | Table
