# SPDX-License-Identifier: MPL-2.0
"""Where a person's own files live."""

from __future__ import annotations

from pathlib import Path

from evidencepack.paths.workspace import default_workspace


def test_the_workspace_is_one_file_in_the_folder_of_the_person() -> None:
    workspace = default_workspace()

    assert workspace.name == "workspace.evidencepack"
    assert workspace.parent.name == "evidencepack"
    assert Path.home() in workspace.parents
