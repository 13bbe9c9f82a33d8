# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from evidencepack.domain.fieldpath import FieldPath, FieldPathError
from evidencepack.domain.record import Record
from evidencepack.domain.values import (
    Duration,
    DurationUnit,
    FieldType,
    Money,
    Number,
    Scalar,
)
from evidencepack.store.workspace import Workspace


def test_clearing_an_answer_leaves_no_answer_but_a_revision(workspace: Workspace, mou: Record) -> None:
    path = FieldPath(mou.id, "purpose")
    workspace.set_value(path, FieldType.TEXT, "Home first")
    cleared = workspace.set_value(path, FieldType.TEXT, None)
    assert (cleared.old, cleared.new) == ("Home first", None)
    assert workspace.record(mou.id).answers == {}


@pytest.mark.parametrize("nothing", ["", "  \n", "\x00"])
def test_text_with_nothing_in_it_is_no_answer(workspace: Workspace, mou: Record, nothing: str) -> None:
    workspace.set_value(FieldPath(mou.id, "purpose"), FieldType.TEXT, nothing)
    assert workspace.record(mou.id).answers == {}


def test_typed_text_is_cleaned_and_the_revision_says_so(workspace: Workspace, mou: Record) -> None:
    revision = workspace.set_value(FieldPath(mou.id, "purpose"), FieldType.LONG_TEXT, "a\x00b\r\nŵ")
    assert revision.new == "ab\nŵ"
    assert revision.note == "1 character that cannot be printed was removed."
    assert workspace.history(f"{mou.id}/purpose") == (revision,)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FieldType.NUMBER, Number(Decimal(1), "ses\x00sions")),
        (FieldType.DURATION, Duration(Decimal(1), DurationUnit.DAYS, "Mon\x00")),
    ],
)
def test_text_inside_other_values_is_cleaned_too(
    workspace: Workspace, mou: Record, kind: FieldType, value: Scalar
) -> None:
    revision = workspace.set_value(FieldPath(mou.id, "answer"), kind, value)
    assert "\\u0000" not in str(revision.new)
    assert revision.note


def test_the_same_answer_again_is_no_edit(workspace: Workspace, mou: Record) -> None:
    path = FieldPath(mou.id, "purpose")
    first = workspace.set_value(path, FieldType.TEXT, "Home first")
    again = workspace.set_value(path, FieldType.TEXT, "Home \x00first")
    assert again.id == first.id
    assert again.note
    assert len(workspace.history(str(path))) == 1


def test_an_answer_can_change_its_type(workspace: Workspace, mou: Record) -> None:
    path = FieldPath(mou.id, "start")
    workspace.set_value(path, FieldType.TEXT, "next July")
    workspace.set_value(path, FieldType.DATE, date(2027, 7, 1))
    assert [(r.type, r.old, r.new) for r in workspace.history(str(path))] == [
        (FieldType.TEXT, None, "next July"),
        (FieldType.TEXT, "next July", None),
        (FieldType.DATE, None, date(2027, 7, 1)),
    ]
    assert workspace.record(mou.id).answers == {"start": date(2027, 7, 1)}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FieldType.DATE, "2027-02-15"),
        (FieldType.TEXT, Money(1)),
        (FieldType.TEXT, True),
        (FieldType.TABLE, "rows"),
        (FieldType.MONEY, 5),
    ],
)
def test_a_value_of_another_type_is_a_bug_and_stores_nothing(
    workspace: Workspace, mou: Record, kind: FieldType, value: Scalar
) -> None:
    with pytest.raises(ValueError, match=r"expected|not a value|table"):
        workspace.set_value(FieldPath(mou.id, "start"), kind, value)
    assert workspace.record(mou.id).answers == {}


@pytest.mark.parametrize("field", ["Start", "a-b", "a/b", ""])
def test_a_path_that_is_none_is_a_bug(workspace: Workspace, mou: Record, field: str) -> None:
    with pytest.raises(FieldPathError):
        workspace.set_value(FieldPath(mou.id, field), FieldType.TEXT, "x")
