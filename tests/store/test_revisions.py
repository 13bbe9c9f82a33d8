# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from pathlib import Path

import pytest

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import (
    FieldType,
)
from evidencepack.store.entering import DuplicateReferenceError
from evidencepack.store.session import Session
from evidencepack.store.workspace import Workspace, open_workspace


def test_a_failed_edit_leaves_no_trace(workspace: Workspace, mou: Record) -> None:
    before = workspace._connection.db.execute("SELECT save_counter FROM workspace").fetchone()
    with pytest.raises(DuplicateReferenceError):
        workspace.add_record("mou", mou.reference, tender=mou.tender)
    assert workspace._connection.db.execute("SELECT save_counter FROM workspace").fetchone() == before
    assert len(workspace.history()) == 2


def test_every_edit_counts_as_one_save(workspace: Workspace, mou: Record) -> None:
    def saves() -> int:
        return int(workspace._connection.db.execute("SELECT save_counter FROM workspace").fetchone()[0])

    before = saves()
    workspace.set_value(FieldPath(mou.id, "purpose"), FieldType.TEXT, "Home first")
    workspace.attach(b"x", "x.txt", "text/plain")
    assert saves() == before + 2


def test_who_edits_and_where_is_entered_once(path: Path, workspace: Workspace, mou: Record) -> None:
    workspace.close()
    with open_workspace(path, session=Session("Tomos", "desk-2")) as again:
        revision = again.set_value(FieldPath(mou.id, "purpose"), FieldType.TEXT, "x", reason="agreed by phone")
        assert (revision.actor, revision.device, revision.reason) == ("Tomos", "desk-2", "agreed by phone")
        assert [r.actor for r in again.history()] == ["Jane", "Jane", "Tomos"]
