# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import copy
import json
import os
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidencepack.domain.record import Record
from evidencepack.domain.text import clean
from evidencepack.domain.values import (
    Choices,
    Duration,
    DurationUnit,
    FieldType,
    Frequency,
    Money,
    Number,
    Percentage,
    Reference,
    Row,
    Table,
)
from evidencepack.exchange.mistakes import BadTenderFileError
from evidencepack.exchange.tender_file import TenderFile, read_tender_file, write_tender_file
from evidencepack.library.model import Field, Library

Tree = dict[str, Any]
TENDER, LEAD = "01a0b0c0-0000-7000-8000-000000000001", "01a0b0c0-0000-7000-8000-000000000002"
MANY = settings(
    max_examples=2000 if os.environ.get("EVIDENCEPACK_FULL") else 100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

_text = st.text(max_size=20).map(lambda text: clean(text).text)
_amount = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=3)
_ids = st.integers(0, 2**60).map(lambda number: f"01a0b0c1-{number >> 48:04x}-7000-8000-{number & (2**48 - 1):012x}")
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
_VALUES: Mapping[FieldType, st.SearchStrategy[Any]] = {
    FieldType.TEXT: _text,
    FieldType.LONG_TEXT: _text,
    FieldType.DATE: st.dates(),
    FieldType.MONEY: st.integers(-(10**12), 10**12).map(Money),
    FieldType.PERCENTAGE: _amount.map(Percentage),
    FieldType.YES_NO: st.booleans(),
    FieldType.DURATION: st.builds(Duration, _amount.map(abs), st.sampled_from(DurationUnit), _text),
    FieldType.FREQUENCY: st.sampled_from(Frequency),
    FieldType.REFERENCE: st.just(Reference(LEAD)),
}


def _answers(fields: list[Field]) -> st.SearchStrategy[dict[str, Any]]:
    known = {field.id: _value(field) for field in fields if field.type is not FieldType.FILE and not field.rows_of}
    return st.fixed_dictionaries({}, optional=known)


def _value(field: Field) -> st.SearchStrategy[Any]:
    chosen = [choice.id for choice in field.choices]
    if field.type is FieldType.CHOICE:
        return st.sampled_from(chosen)
    if field.type is FieldType.CHOICES:
        return st.sets(st.sampled_from(chosen)).map(lambda some: Choices(tuple(sorted(some))))
    if field.type is FieldType.NUMBER:
        return st.builds(Number, _amount, st.sampled_from(field.units) if field.units else _text)
    if field.type is FieldType.TABLE:
        rows = st.lists(st.builds(Row, _ids, _answers(list(field.columns))), max_size=3, unique_by=lambda row: row.id)
        return rows.map(lambda found: Table(tuple(found)))
    return _VALUES[field.type]


@MANY
@given(data=st.data(), day=st.dates(), reference=_text)
def test_any_right_tender_comes_back_equal(data: st.DataObject, day: date, reference: str, library: Library) -> None:
    tender = Record(TENDER, "tender", "T", answers={"lead": Reference(LEAD)})
    called = f"FB {' '.join(reference.split())}"[:60].strip()
    lead = Record(LEAD, "organisation", called, answers={"legal_name": reference})
    answers = data.draw(_answers(list(library["meeting"].fields.values())))
    meeting = Record("01a0b0c0-0000-7000-8000-000000000003", "meeting", "M1", TENDER, answers)
    file = TenderFile(tender, day, (tender, lead, meeting))
    written = write_tender_file(file, library)
    again = read_tender_file(written, library)
    assert again == file
    assert write_tender_file(again, library) == written


@MANY
@given(tree=_json)
def test_any_json_is_read_or_refused_and_never_crashes(tree: object, library: Library) -> None:
    _read_or_refuse(json.dumps(tree).encode("utf-8"), library)
    whole = {"format": "evidencepack-tender", "version": 1, "as_of": tree, "tender": tree, "records": [tree]}
    _read_or_refuse(json.dumps({**whole, "attachments": [tree]}).encode("utf-8"), library)


@MANY
@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_and_never_crash(data: bytes, library: Library) -> None:
    _read_or_refuse(data, library)


@MANY
@given(data=st.data(), spoiled=_json)
def test_a_right_file_spoiled_anywhere_is_read_or_refused_with_a_path(
    data: st.DataObject, spoiled: object, tree: Tree, library: Library
) -> None:
    tree = copy.deepcopy(tree)
    owner, key = data.draw(st.sampled_from(list(_places(tree))))
    owner[key] = spoiled
    _read_or_refuse(json.dumps(tree).encode("utf-8"), library)


def _places(node: Any) -> Iterator[tuple[Any, Any]]:
    keys: Any = node.keys() if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    for key in keys:
        yield node, key
        yield from _places(node[key])


def _read_or_refuse(data: bytes, library: Library) -> None:
    try:
        found = read_tender_file(data, library)
    except BadTenderFileError as error:
        _can_be_shown(error)
        return
    assert found.tender.kind == "tender"


def _can_be_shown(error: BadTenderFileError) -> None:
    assert error.mistakes
    assert str(error).encode("utf-8")
