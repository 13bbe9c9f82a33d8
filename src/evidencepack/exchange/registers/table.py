# SPDX-License-Identifier: MPL-2.0
"""A register as plain data: sheets of columns and rows, whose cells are words, days and amounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias


class Measure(StrEnum):
    """What an amount counts: pounds sterling, per cent, or whatever its column says."""

    PLAIN = "plain"
    POUNDS = "pounds"
    PER_CENT = "per_cent"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that stays a number in a spreadsheet: 58000.50 pounds, 12.5 per cent, 4."""

    number: Decimal
    measure: Measure = Measure.PLAIN


Cell: TypeAlias = str | date | Amount | None
"""What stands in one cell; None where nobody has answered."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: what it is called, the heads of its columns, its rows; every row has a cell for each column.

    ``name`` stands behind that of the register in the name of its CSV file; empty for the main table.
    """

    name: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Register:
    """One register of a tender: the name of its files without an ending, its title, its tables, the main one first.

    ``withheld`` counts results that rest on so few people that only their own record may hold them.
    """

    name: str
    title: str
    sheets: tuple[Sheet, ...]
    withheld: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(sheet.rows for sheet in self.sheets)
