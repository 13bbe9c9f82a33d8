# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.domain.codec import Json, WrongShapeError, decode, encode
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

amounts = st.decimals(allow_nan=False, allow_infinity=False, places=2)
values: dict[FieldType, st.SearchStrategy[Scalar]] = {
    FieldType.TEXT: st.text(),
    FieldType.LONG_TEXT: st.text(),
    FieldType.DATE: st.dates(),
    FieldType.NUMBER: st.builds(Number, amounts, st.text()),
    FieldType.MONEY: st.builds(Money, st.integers()),
    FieldType.PERCENTAGE: st.builds(Percentage, amounts),
    FieldType.YES_NO: st.booleans(),
    FieldType.CHOICE: st.text(),
    FieldType.CHOICES: st.builds(Choices, st.lists(st.text()).map(tuple)),
    FieldType.DURATION: st.builds(Duration, amounts, st.sampled_from(DurationUnit), st.text()),
    FieldType.FREQUENCY: st.sampled_from(Frequency),
    FieldType.REFERENCE: st.builds(Reference, st.text()),
    FieldType.FILE: st.builds(Attachment, st.from_regex(r"[0-9a-f]{64}", fullmatch=True), st.text()),
}


def test_every_type_but_a_table_has_a_json_form() -> None:
    assert set(values) == set(FieldType) - {FieldType.TABLE}


@given(st.data(), st.sampled_from(sorted(values)))
def test_a_value_survives_its_json_form(data: st.DataObject, kind: FieldType) -> None:
    value = data.draw(values[kind])
    form = json.loads(json.dumps(encode(value)))
    assert decode(kind, form) == value
    assert type(decode(kind, form)) is type(value)


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        (FieldType.TEXT, 4),
        (FieldType.DATE, "15/2/2027"),
        (FieldType.DATE, "20270215"),
        (FieldType.DATE, None),
        (FieldType.NUMBER, {"amount": "12"}),
        (FieldType.NUMBER, {"amount": "twelve", "unit": ""}),
        (FieldType.NUMBER, {"amount": "NaN", "unit": ""}),
        (FieldType.MONEY, 58_000.5),
        (FieldType.MONEY, True),
        (FieldType.PERCENTAGE, 95),
        (FieldType.YES_NO, "yes"),
        (FieldType.CHOICES, "one"),
        (FieldType.CHOICES, ["one", 2]),
        (FieldType.DURATION, {"amount": "2", "unit": "fortnights", "window": ""}),
        (FieldType.FREQUENCY, "now and then"),
        (FieldType.REFERENCE, ["x"]),
        (FieldType.FILE, {"sha256": "abc", "name": "x"}),
        (FieldType.TABLE, []),
    ],
)
def test_another_form_is_refused_with_what_was_expected(kind: FieldType, form: Json) -> None:
    with pytest.raises(WrongShapeError, match=r"expected|row by row"):
        decode(kind, form)


def test_forms_are_readable() -> None:
    assert encode(date(2027, 2, 15)) == "2027-02-15"
    assert encode(Money(5_800_000)) == 5_800_000
    assert encode(Duration(Decimal(4), DurationUnit.WORKING_HOURS)) == {
        "amount": "4",
        "unit": "working_hours",
        "window": "",
    }
