# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.exchange.registers.csv_file import csv_file, safe
from evidencepack.exchange.registers.table import Sheet


def _read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_a_csv_file_is_utf_8_with_its_mark_and_ends_lines_as_windows_does(hostile: Sheet) -> None:
    data = csv_file(hostile)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b'"\r\n')
    assert csv_file(hostile) == data


def test_amounts_days_and_percentages_stay_what_they_are(hostile: Sheet) -> None:
    rows = {row[0]: row[2:] for row in _read(csv_file(hostile))}
    assert rows["R-1"] == ["-5", "2027-09-30", "58000.5"]
    assert rows["R-2"] == ["71.4", "", "12.5%"]
    assert rows["R-3"] == ["1200", "1899-01-01", "12345678901234567.89"]


def test_text_that_looks_like_a_formula_is_text(hostile: Sheet) -> None:
    rows = _read(csv_file(hostile))
    assert rows[0][1] == "'=Words"
    assert [row[1] for row in rows[1:6]] == [
        "'=1+1", "'+44 20 7946 0000", "'-5", "'@SUM(A1)", "'\t=cmd|\"/c calc\"!A0",
    ]  # fmt: skip
    assert rows[6][1] == "<b>&{{ _x0041_ https://example.test"
    assert rows[7][1] == "কমিউনিটি\nsecond line, “quoted”; and 'single'"


@pytest.mark.parametrize("text", ["", "   ", "plain", "5-6", "a=b", "’tis", "'quoted'", "£5", "(020) 7946"])
def test_other_text_is_left_alone(text: str) -> None:
    assert safe(text) == text


@pytest.mark.parametrize("text", ["=1", " =1", "\u00a0=1", "\u200b=1", "\n=1", "\r=1", "\t=1", "＝1", "＋1", "-", "@a"])
def test_whatever_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert safe(text) == f"'{text}"


@given(st.lists(st.text(st.characters(codec="utf-8"))))
def test_no_text_begins_a_cell_like_a_formula_and_none_is_lost(texts: list[str]) -> None:
    rows = _read(csv_file(Sheet("", "Any", ("Words",), tuple((text,) for text in texts))))
    assert [row[0] for row in rows[1:]] == [safe(text) for text in texts]
    assert all(row[0].lstrip()[:1] not in tuple("=+-@") or not row[0].strip() for row in rows)
