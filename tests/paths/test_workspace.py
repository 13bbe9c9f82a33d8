# SPDX-License-Identifier: MPL-2.0
"""Where a person's own files live."""

from __future__ import annotations

from pathlib import Path

from evidencepack.paths.workspace import backup_folder, default_workspace


def test_the_workspace_is_one_file_in_the_folder_of_the_person() -> None:
    workspace = default_workspace()

    assert workspace.name == "workspace.evidencepack"
    assert workspace.parent.name == "evidencepack"
    assert Path.home() in workspace.parents


def test_backups_are_kept_beside_it() -> None:
    assert backup_folder() == default_workspace().with_name("backups")
