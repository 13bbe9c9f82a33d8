# SPDX-License-Identifier: MPL-2.0
"""Sheets as CSV that spreadsheets read: UTF-8 with a byte order mark, CRLF (RFC 4180), and no formula from text.

Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV Injection). Amounts, days and
percentages were read as such when they were typed, so they are written bare: -5 stays a number. A telephone number is
text: +44 20 7946 0000 is written '+44 20 7946 0000.
"""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

from evidencepack.exchange.registers.table import Amount, Cell, Measure, Sheet

MARK = "\ufeff"
"""The byte order mark, by which Excel knows UTF-8."""

_RISKY = frozenset("=+-@\t\r\n＝＋－＠")
"""With what a formula begins, also in the full width of East Asian keyboards."""


def csv_file(sheet: Sheet) -> bytes:
    """Return a sheet as a CSV file; the same sheet gives the same bytes."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([safe(head) for head in sheet.heads])
    writer.writerows([[_written(cell) for cell in row] for row in sheet.rows])
    return (MARK + text.getvalue()).encode("utf-8")


def safe(text: str) -> str:
    """Return text that no spreadsheet takes for a formula, whatever spaces stand before it."""
    return f"'{text}" if text.lstrip(" \u00a0\u200b")[:1] in _RISKY and text.strip() else text


def is_risky(text: str) -> bool:
    """Whether a spreadsheet could take a text for a formula."""
    return safe(text) != text


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Amount():
            return _amount(cell)
        case date():
            return cell.isoformat()
        case _:
            return safe(cell)


def _amount(amount: Amount) -> str:
    number = digits(amount.number)
    return f"{number}%" if amount.measure is Measure.PER_CENT else number


def digits(number: Decimal) -> str:
    """Return a number in plain digits, with a point and without commas: 58000.5, -5."""
    return f"{number:f}"
