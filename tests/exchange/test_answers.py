# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from evidencepack.domain.values import Number, Table
from evidencepack.exchange.tender_file import TenderFile

Read = Callable[[object], TenderFile]
Mistakes = Callable[[object], tuple[str, ...]]
Tree = dict[str, Any]
VALUES = "records[3].values"
CELLS = f"{VALUES}.actions[0].cells"


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("name", 1, "expected text"),
        ("notes", None, "is null; where there is no answer, leave the key out"),
        ("first", "1 March 2027", "expected a date such as 2027-02-15"),
        ("seats", "6", "expected an object with amount, unit"),
        ("seats", {"amount": 6, "unit": ""}, "expected text"),
        ("seats", {"amount": "six", "unit": ""}, 'expected a number as text, such as "1.4"'),
        ("seats", {"amount": "6", "unit": "cats"}, 'expected the unit to be one of "people", "", not "cats"'),
        ("size", {"amount": "1E+999999999", "unit": ""}, "expected a number of at most 15 digits"),
        ("size", {"amount": "1E-999999999", "unit": ""}, "expected a number of at most 15 digits"),
        ("size", {"amount": "0E+99", "unit": ""}, "expected a number of at most 15 digits"),
        ("size", {"amount": "Infinity", "unit": ""}, "expected a number as text"),
        ("cost", "58000", "expected whole pence, such as 5800000"),
        ("cost", 1.5, "expected whole pence"),
        ("cost", True, "expected whole pence"),
        ("cost", 10**16, "is more money than there can be here"),
        ("share", 12, "expected text"),
        ("share", "1E+400", "expected a number of at most 15 digits"),
        ("held", "yes", "expected true or false"),
        ("level", "medium", '"medium" is not a choice; choose from high, low'),
        ("levels", ["high", "medium"], '"medium" is not a choice'),
        ("levels", ["high", "high"], "names the same choice twice"),
        ("levels", "high", "expected a list of choices"),
        ("length", {"amount": "15", "unit": "moons", "window": ""}, "expected one of minutes, hours"),
        ("length", {"amount": "15", "unit": "hours"}, "expected an object with amount, unit, window"),
        ("length", {"amount": "-1", "unit": "hours", "window": ""}, "expected a length of time that is not negative"),
        ("freq", "hourly", "expected one of daily, weekly"),
        ("chair", 7, "expected text"),
        ("paper", {"sha256": "00", "name": "x"}, "expected a SHA-256 of 64 hex digits"),
        ("paper", {"sha256": "0" * 64, "name": "x"}, "names a file that is not among the attachments"),
        ("partners", [], "shows the records of kind organisation; write them as records of their own"),
        ("actions", {}, "expected a list"),
        ("actions", "none", "expected a list"),
        ("colour", "red", 'the kind meeting has no field "colour"'),
    ],
)
def test_a_wrong_answer_is_refused_with_its_path(
    field: str, value: object, problem: str, tree: Tree, mistakes: Mistakes
) -> None:
    tree["records"][3]["values"][field] = value
    found = mistakes(tree)
    assert any(line.startswith(f"{VALUES}.{field}: {problem}") for line in found), found


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"cells": {}}, f"{VALUES}.actions[0].id: is missing"),
        ({"id": "1", "cells": {}}, f"{VALUES}.actions[0].id: expected a UUID version 7 in lower case"),
        ({"id": "01a0b0c0-0000-7000-8000-000000000009"}, f"{VALUES}.actions[0].cells: is missing"),
        ({"id": "01a0b0c0-0000-7000-8000-000000000009", "cells": []}, f"{CELLS}: expected an object of cells"),
        (7, f"{VALUES}.actions[0]: expected an object with cells, id"),
    ],
)
def test_a_wrong_row_is_refused_with_its_path(row: object, problem: str, tree: Tree, mistakes: Mistakes) -> None:
    tree["records"][3]["values"]["actions"] = [row]
    found = mistakes(tree)
    assert any(line.startswith(problem) for line in found), found


def test_a_wrong_cell_is_refused_with_its_path(tree: Tree, mistakes: Mistakes) -> None:
    tree["records"][3]["values"]["actions"][0]["cells"] = {"due": "soon", "colour": "red"}
    assert mistakes(tree) == (
        f"{CELLS}.due: expected a date such as 2027-02-15",
        f'{CELLS}.colour: the table actions has no column "colour"',
    )


def test_values_must_be_an_object(tree: Tree, mistakes: Mistakes) -> None:
    tree["records"][3]["values"] = []
    assert mistakes(tree) == (f"{VALUES}: expected an object of answers by field",)


def test_text_is_cleaned_and_a_note_says_where(tree: Tree, read: Read) -> None:
    values = tree["records"][3]["values"]
    values["name"] = "Hud\x00dle\ud800"
    values["size"] = {"amount": "1", "unit": "per\x07son"}
    values["notes"] = "e\u0301\r\nnext"
    file = read(tree)
    answers = file.records[3].answers
    size = answers["size"]
    assert answers["name"] == "Huddle"
    assert answers["notes"] == "é\nnext"
    assert isinstance(size, Number)
    assert size.unit == "person"
    assert file.notes == (
        f"{VALUES}.name: 2 characters that cannot be printed were removed.",
        f"{VALUES}.size: 1 character that cannot be printed was removed.",
    )


def test_what_looks_like_code_stays_text(tree: Tree, read: Read) -> None:
    values = tree["records"][3]["values"]
    values["notes"] = "R&D <b>x</b> {{ mou.purpose }} =1+1 " + "a" * 100_000
    assert read(tree).records[3].answers["notes"] == values["notes"]


def test_an_empty_table_is_read(tree: Tree, read: Read) -> None:
    tree["records"][3]["values"]["actions"] = []
    assert read(tree).records[3].answers["actions"] == Table()
