# SPDX-License-Identifier: MPL-2.0
"""Where a person's own files live."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidencepack.paths.workspace import EXPORTS, default_workspace, exports_under_way


def test_the_workspace_is_one_file_in_the_folder_of_the_person() -> None:
    workspace = default_workspace()

    assert workspace.name == "workspace.evidencepack"
    assert workspace.parent.name == "evidencepack"
    assert Path.home() in workspace.parents


def test_notes_on_exports_stand_beside_the_own_workspace_unless_another_folder_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(EXPORTS, str(tmp_path))
    assert exports_under_way() == tmp_path
    monkeypatch.delenv(EXPORTS)
    assert exports_under_way() == default_workspace().with_name("exports")
