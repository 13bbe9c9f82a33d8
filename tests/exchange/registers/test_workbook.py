# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import csv
import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from evidencepack.exchange.registers.table import Register, Sheet
from evidencepack.exchange.registers.workbook import CUT, LONGEST, About, is_cut, workbook


@pytest.fixture(scope="module")
def data(register: Register, about: About) -> bytes:
    return workbook(register, about)


@pytest.fixture(scope="module")
def book(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_the_same_register_gives_the_same_bytes(data: bytes, register: Register, about: About) -> None:
    assert workbook(register, about) == data


def test_another_library_reads_what_was_written(book: openpyxl.Workbook, hostile: Sheet) -> None:
    page = book.worksheets[0]
    rows = list(page.iter_rows(values_only=True))
    assert rows[0] == hostile.heads
    assert rows[1][2:] == (-5, datetime(2027, 9, 30), 58000.5)  # noqa: DTZ001 - a day in a cell has no zone
    assert rows[2][2:] == (71.4, None, 0.125)
    assert rows[3][2:] == (1200, "1899-01-01", "12345678901234567.89")
    assert [row[1] for row in rows[1:]] == [row[1] for row in hostile.rows]


def test_no_cell_is_a_formula_or_a_link_and_risky_text_is_marked_as_text(book: openpyxl.Workbook) -> None:
    page = book.worksheets[0]
    kinds = {cell.data_type for row in page.iter_rows() for cell in row}
    assert kinds == {"s", "n", "d"}
    assert not [cell for row in page.iter_rows() for cell in row if cell.hyperlink]
    marked = [row[1].quotePrefix for row in page.iter_rows(min_row=2)]
    assert [bool(one) for one in marked] == [True, True, True, True, True, False, False]


def test_no_part_holds_a_formula(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if b"<f>" in archive.read(name)]


def test_heads_stay_in_sight_and_can_be_filtered_and_print_on_each_page(book: openpyxl.Workbook) -> None:
    page = book.worksheets[0]
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref == "A1:E8"
    assert page.print_title_rows == "$1:$1"
    assert page.page_setup.orientation == "landscape"
    assert page.page_setup.paperSize == 9
    assert page["B8"].alignment.wrap_text
    assert page["D2"].number_format == "d mmm yyyy"
    assert page["E2"].number_format == "£#,##0.00"
    assert page["E3"].number_format == "0.##########%"


def test_a_row_has_room_for_the_lines_of_its_longest_text(about: About) -> None:
    text = "word " * 60
    page = openpyxl.load_workbook(
        io.BytesIO(workbook(Register("x", "X", (Sheet("", "X", ("Words",), ((text,),)),)), about))
    )
    height = page.worksheets[0].row_dimensions[2].height
    assert height is not None
    assert height > 80


def test_tabs_have_legal_names_each_once(book: openpyxl.Workbook) -> None:
    first, second = book.sheetnames
    assert first == "A  sheet   of  all  sorts, with"
    assert second == "A  sheet   of  all  sorts,  (2)"
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_it_says_whose_it_is_and_names_no_person_machine_or_moment(book: openpyxl.Workbook, data: bytes) -> None:
    said = book.properties
    assert (said.title, said.creator, said.subject) == (
        "All sorts: TBN & partners",
        "Ferrybank Home Support Ltd",
        "TBN & partners",
    )
    assert said.created.date() == said.modified.date() == date(2027, 2, 15)
    assert said.lastModifiedBy in {None, "", "Ferrybank Home Support Ltd"}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_text_that_no_cell_holds_is_cut_and_says_so(about: About) -> None:
    most, more = "x" * LONGEST, "😀" * (LONGEST // 2 + 1)
    sheet = Sheet("", "Long", ("Words",), ((most,), (more,)))
    page = openpyxl.load_workbook(io.BytesIO(workbook(Register("x", "X", (sheet,)), about))).worksheets[0]
    assert page["A2"].value == most
    assert str(page["A3"].value).endswith(CUT)
    assert len(str(page["A3"].value).encode("utf-16-le")) <= 2 * LONGEST
    assert is_cut(sheet)
    assert not is_cut(replace(sheet, rows=((most,),)))


def test_libreoffice_opens_it_with_the_same_values(
    data: bytes, hostile: Sheet, tool: Callable[[str], Path], tmp_path: Path
) -> None:
    (tmp_path / "all.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    # 44: comma, 34: quotation mark, 76: UTF-8; cells as they are and not as they look (LibreOffice, CSV filter).
    how = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false"
    asked = [profile, "--headless", "--convert-to", how, "--outdir", str(tmp_path), str(tmp_path / "all.xlsx")]
    subprocess.run([str(tool("soffice")), *asked], check=True, capture_output=True, timeout=120)
    rows = list(csv.reader(io.StringIO((tmp_path / "all.csv").read_text(encoding="utf-8"))))
    assert [row[1] for row in rows[1:]] == [str(row[1]) for row in hostile.rows]
    assert rows[1][2:] == ["-5", rows[1][3], "58000.5"]
    assert re.search(r"2027", rows[1][3])
    assert rows[2][4] in {"0.125", "12.5%"}
    assert not [cell for row in rows for cell in row if cell.startswith(("#", "Err:"))]
