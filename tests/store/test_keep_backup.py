# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from pathlib import Path

import pytest

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType
from evidencepack.errors import EvidencePackError
from evidencepack.store.workspace import Workspace, open_workspace


def _edit(workspace: Workspace, tender: Record, text: str) -> None:
    workspace.set_value(FieldPath(tender.id, "title"), FieldType.TEXT, text)


def test_a_workspace_that_was_edited_is_backed_up_beside_itself(workspace: Workspace, tender: Record) -> None:
    _edit(workspace, tender, "Home First")
    written = workspace.keep_backup()
    assert written is not None
    assert written.parent.name == "backups"
    with open_workspace(written, read_only=True) as backup:
        assert backup.record(tender.id).answers == {"title": "Home First"}


def test_nothing_new_needs_no_backup_unless_one_is_asked_for(workspace: Workspace, tender: Record) -> None:
    _edit(workspace, tender, "Home First")
    workspace.keep_backup()
    assert workspace.keep_backup() is None
    assert workspace.keep_backup(always=True) is not None


def test_old_backups_go_only_after_the_new_one_is_there(workspace: Workspace, tender: Record, path: Path) -> None:
    folder = path.parent / "backups"
    folder.mkdir()
    old = [folder / f"{path.stem}-2020{month:02}01T{hour:02}0000Z.evidencepack" for month in (1, 2) for hour in (9, 17)]
    other = folder / "other-20200101T090000Z.evidencepack"
    for file in (*old, other):
        file.write_bytes(b"an old backup")
    _edit(workspace, tender, "Home First")
    workspace.keep_backup()
    left = {file.name for file in folder.iterdir()}
    assert other.name in left
    assert [file.name in left for file in old] == [False, True, False, True]


def test_a_backup_that_cannot_be_written_leaves_the_old_ones(workspace: Workspace, tender: Record, path: Path) -> None:
    (path.parent / "backups").write_text("a file in the way")
    _edit(workspace, tender, "Home First")
    with pytest.raises(EvidencePackError):
        workspace.keep_backup()
    assert (path.parent / "backups").read_text() == "a file in the way"
