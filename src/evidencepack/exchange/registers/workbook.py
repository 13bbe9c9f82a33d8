# SPDX-License-Identifier: MPL-2.0
"""Registers as XLSX workbooks (ECMA-376): one sheet for each table, with true days and numbers, ready to filter.

Text is written as text, never as a formula or a link; where Excel would read it as a formula once somebody edits the
cell, it is marked as text (``quotePrefix``, ECMA-376 18.8.45). The same register gives the same bytes everywhere.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from evidencepack.exchange.registers.csv_file import digits, is_risky
from evidencepack.exchange.registers.room import column_width, row_height
from evidencepack.exchange.registers.table import Amount, Cell, Measure, Register, Sheet
from evidencepack.render.word.package import pack_parts, unpack_parts

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767
"""How many characters a cell holds (Excel specifications and limits), counted as UTF-16 units."""

CUT = "… [cut: a cell holds no more. The CSV file has all of it.]"
"""What ends a text that is too long for a cell."""

_MOST_DIGITS = 15
"""Digits that a spreadsheet keeps of a number; one with more is written as text."""

_FIRST_DAY = date(1900, 3, 1)
"""Before it spreadsheets count days in different ways, for Excel has a 29 February 1900."""

_PAGE_WIDTH = 190  # characters, at about two thirds of the size
_HEAD, _EDGE, _ON_HEAD = "#0B5C6B", "#B8C2C7", "#FFFFFF"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_SHEET_NAME = 31


@dataclass(frozen=True, slots=True)
class About:
    """What a workbook says of itself: the tender, who makes it, its day, and what else stands at the foot of a page."""

    tender: str
    author: str
    as_of: date
    head: str = ""


def workbook(register: Register, about: About) -> bytes:
    """Return a register as an XLSX file; its only date is that of its content, and it names no person or machine."""
    from xlsxwriter import Workbook  # it takes a while to load, and few want a register

    made = io.BytesIO()
    moment = datetime.combine(about.as_of, time(), UTC).replace(tzinfo=None)
    with Workbook(made, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}) as book:
        book.set_properties(
            {
                "title": f"{register.title}: {about.tender}",
                "author": about.author,
                "subject": about.tender,
                "created": moment,
            }
        )
        looks = _Looks(book)
        for name, sheet in zip(_names(register.sheets), register.sheets, strict=True):
            _write(book.add_worksheet(name), sheet, looks, _foot(about, sheet))
    return pack_parts(unpack_parts(made.getvalue()))


def _names(sheets: Sequence[Sheet]) -> list[str]:
    """Return legal names for the tabs, each once: at most 31 characters, none of those that Excel forbids."""
    names = list[str]()
    for at, sheet in enumerate(sheets, 1):
        name = _FORBIDDEN.sub(" ", sheet.title).strip(" '")[:_SHEET_NAME].strip(" '") or f"Sheet {at}"
        taken = {one.casefold() for one in (*names, "history")}
        if name.casefold() in taken:
            name = f"{name[: _SHEET_NAME - 4]} ({at})"
        names.append(name)
    return names


class _Looks:
    """The formats of cells, each made once."""

    def __init__(self, book: Workbook) -> None:
        common = {
            "text_wrap": True,
            "valign": "top",
            "font_name": "Arial",
            "font_size": 10,
            "border": 1,
            "border_color": _EDGE,
        }
        self._made: dict[str, Format] = {
            "head": book.add_format({**common, "bold": True, "font_color": _ON_HEAD, "bg_color": _HEAD}),
            "text": book.add_format(common),
            "risky": book.add_format({**common, "quote_prefix": True}),
            "day": book.add_format({**common, "num_format": "d mmm yyyy", "align": "left"}),
            Measure.PLAIN: book.add_format({**common, "num_format": "#,##0.##########"}),
            "whole": book.add_format({**common, "num_format": "#,##0"}),
            Measure.POUNDS: book.add_format({**common, "num_format": "£#,##0.00"}),
            Measure.PER_CENT: book.add_format({**common, "num_format": "0.##########%"}),
            "whole per cent": book.add_format({**common, "num_format": "0%"}),
        }

    def __getitem__(self, name: str) -> Format:
        return self._made[name]

    def of_amount(self, amount: Amount) -> Format:
        """Return how an amount looks; a point with nothing behind it never stands there."""
        whole = amount.number == amount.number.to_integral_value()
        if amount.measure is Measure.PLAIN and whole:
            return self["whole"]
        return self["whole per cent"] if amount.measure is Measure.PER_CENT and whole else self[amount.measure]


def _write(page: Worksheet, sheet: Sheet, looks: _Looks, foot: str) -> None:
    widths = [column_width(sheet, at) for at in range(len(sheet.heads))]
    for at, (head, width) in enumerate(zip(sheet.heads, widths, strict=True)):
        page.write_string(0, at, _fitting(head), looks["head"])
        page.set_column(at, at, width)
    # LibreOffice makes no room for lines that wrap, so it is made here.
    page.set_row(0, row_height(sheet.heads, widths))
    for line, row in enumerate(sheet.rows, 1):
        page.set_row(line, row_height(row, widths))
        for at, cell in enumerate(row):
            _write_cell(page, (line, at), cell, looks)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)
    page.freeze_panes(1, 1)
    _make_printable(page, widths, foot)


def _make_printable(page: Worksheet, widths: Sequence[float], foot: str) -> None:
    """Have a sheet print on A4 across, on as many pages side by side as can be read, heads and references on each."""
    page.repeat_rows(0)
    page.repeat_columns(0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(max(1, round(sum(widths) / _PAGE_WIDTH)), 0)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    page.set_footer(foot)


def _write_cell(page: Worksheet, place: tuple[int, int], cell: Cell, looks: _Looks) -> None:
    match cell:
        case None:
            page.write_blank(*place, None, looks["text"])
        case Amount() if len(cell.number.normalize().as_tuple().digits) <= _MOST_DIGITS:
            number = cell.number / 100 if cell.measure is Measure.PER_CENT else cell.number
            page.write_number(*place, float(number), looks.of_amount(cell))
        case Amount():
            page.write_string(*place, _long_amount(cell), looks["risky"])
        case date() if cell >= _FIRST_DAY:
            page.write_datetime(*place, datetime.combine(cell, time()), looks["day"])
        case date():
            page.write_string(*place, cell.isoformat(), looks["text"])
        case _:
            page.write_string(*place, _fitting(cell), looks["risky" if is_risky(cell) else "text"])


def _long_amount(amount: Amount) -> str:
    return f"{digits(amount.number)}{'%' if amount.measure is Measure.PER_CENT else ''}"


def _fitting(text: str) -> str:
    """Return text that a cell holds, cut with a sentence that says so where it is too long."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", errors="ignore") + CUT


def is_cut(sheet: Sheet) -> bool:
    """Whether a text of the sheet is too long for a cell."""
    return any(isinstance(cell, str) and _fitting(cell) != cell for row in sheet.rows for cell in row)


def _foot(about: About, sheet: Sheet) -> str:
    """Return the foot of a printed page; & begins an order there, so two of them stand for one."""
    left = " · ".join(filter(None, (about.tender, sheet.title, about.head))).replace("&", "&&")
    return f"&L&8{left[:180]}&R&8Page &P of &N"
