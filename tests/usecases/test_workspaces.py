# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

from evidencepack.store.faults import NotAWorkspaceError, ReadOnlyWorkspaceError
from evidencepack.usecases.workspaces import (
    back_up_into,
    create,
    filling,
    open_existing,
    restore_backup,
    tender_facts,
)


class _Stopped(Exception):  # noqa: N818 - stands for whatever may happen
    pass


def test_a_workspace_to_fill_is_made_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "new.evidencepack"
    with filling(file) as workspace:
        workspace.add_record("tender", "TBN-1")
    with filling(file) as workspace:
        assert tender_facts(workspace, "").records
    assert list(tmp_path.iterdir()) == [file]


def test_a_new_workspace_does_not_outlive_a_failure(tmp_path: Path) -> None:
    with pytest.raises(_Stopped), filling(tmp_path / "new.evidencepack"):
        raise _Stopped
    assert list(tmp_path.iterdir()) == []


def test_an_old_workspace_outlives_any_failure(own_file: Path) -> None:
    with pytest.raises(_Stopped), filling(own_file):
        raise _Stopped
    with open_existing(own_file) as workspace:
        assert len(workspace.tenders()) == 1


def test_a_file_that_is_something_else_stays(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Sian")
    with pytest.raises(NotAWorkspaceError), filling(tmp_path / "letter.txt"):
        pass
    assert (tmp_path / "letter.txt").read_text() == "Dear Sian"


def test_a_backup_is_a_workspace_again(own_file: Path, tmp_path: Path) -> None:
    with open_existing(own_file, read_only=True) as workspace:
        kept = back_up_into(workspace, tmp_path / "kept")
        facts = tender_facts(workspace, "")
    restore_backup(kept, tmp_path / "again.evidencepack")
    with open_existing(tmp_path / "again.evidencepack") as workspace:
        assert tender_facts(workspace, "TBN-ASC-2027-014") == facts


def test_what_was_opened_to_read_cannot_be_changed(own_file: Path) -> None:
    with open_existing(own_file, read_only=True) as workspace, pytest.raises(ReadOnlyWorkspaceError):
        workspace.add_record("tender", "TBN-2")


def test_a_workspace_remembers_the_version_that_changed_it(tmp_path: Path) -> None:
    with create(tmp_path / "new.evidencepack") as workspace:
        assert workspace._connection.session.app_version == version("evidencepack")
