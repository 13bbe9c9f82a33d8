# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.domain.fieldpath import FieldPath, FieldPathError
from evidencepack.domain.ids import new_id

names = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
ids = st.builds(new_id)


@given(ids, names, ids, names)
def test_a_path_is_read_back_from_its_text(record: str, field: str, row: str, column: str) -> None:
    cell = FieldPath(record, field, row, column)
    whole = FieldPath(record, field)
    assert FieldPath.parse(str(cell)) == cell
    assert FieldPath.parse(str(whole)) == whole
    assert str(whole) == f"{record}/{field}"


@pytest.mark.parametrize("text", ["", "a", "a/b/c", "a//c/d", "a/B", "a/b/c/D", "a/b c", "a/b/c/d/e", "a/"])
def test_what_is_not_a_path_is_refused(text: str) -> None:
    with pytest.raises(FieldPathError):
        FieldPath.parse(text)
