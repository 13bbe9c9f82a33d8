# SPDX-License-Identifier: MPL-2.0
"""A workspace that is opened before its pages are looked through: nothing is changed in it until they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType
from evidencepack.store.faults import DamagedWorkspaceError
from evidencepack.store.workspace import Workspace, open_workspace

_PAGE = 4096


@pytest.fixture
def answer(mou: Record) -> FieldPath:
    return FieldPath(mou.id, "purpose")


@pytest.fixture
def torn(path: Path, workspace: Workspace, answer: FieldPath) -> Path:
    """Return a closed workspace, one page of which, with a long text on it, somebody has wiped."""
    workspace.set_value(answer, FieldType.LONG_TEXT, "four pages of it " * 1000)
    workspace.close()
    content = path.read_bytes()
    page = content.index(b"four pages of it " * 100) // _PAGE * _PAGE
    path.write_bytes(content[:page] + bytes(_PAGE) + content[page + _PAGE :])
    return path


def test_it_opens_and_lists_its_tenders_and_the_damage_is_found_by_the_look(torn: Path) -> None:
    with open_workspace(torn, pages_later=True) as workspace:
        assert len(workspace.tenders()) == 1
        with pytest.raises(DamagedWorkspaceError, match="pages do not fit together"):
            workspace.look_through()


def test_an_edit_looks_first_and_changes_nothing_where_there_is_damage(torn: Path) -> None:
    before = torn.read_bytes()
    with open_workspace(torn, pages_later=True) as workspace:
        for _ in range(2):
            with pytest.raises(DamagedWorkspaceError):
                workspace.add_record("mou", "M-2", tender=workspace.tenders()[0].id)

    assert torn.read_bytes() == before


def test_a_sound_one_is_looked_through_once_and_edited(path: Path, workspace: Workspace, answer: FieldPath) -> None:
    workspace.close()
    seen: list[str] = []
    with open_workspace(path, pages_later=True) as opened:
        opened._connection.db.set_trace_callback(seen.append)
        opened.look_through()
        opened.set_value(answer, FieldType.LONG_TEXT, "Kept.")
        opened.set_value(answer, FieldType.LONG_TEXT, "Kept again.")

    assert len([one for one in seen if "integrity_check" in one]) == 1
    with open_workspace(path) as again:
        assert again.record(answer.record).answers["purpose"] == "Kept again."


def test_to_look_no_more_where_nobody_looks_does_nothing(workspace: Workspace, answer: FieldPath) -> None:
    workspace.look_no_more()
    workspace.set_value(answer, FieldType.LONG_TEXT, "Kept.")

    assert workspace.record(answer.record).answers[answer.field] == "Kept."
