# SPDX-License-Identifier: MPL-2.0
"""A backup is there when the window closes, and every twenty minutes of change; trouble is said, never raised."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.going import session_of
from tests.ui.test_saving import type_into

from evidencepack.store.workspace import open_workspace
from evidencepack.ui.room import Room
from evidencepack.ui.shell import window as window_module
from evidencepack.ui.shell.window import Window

Opener = Callable[[str], Room]


def backups(file: Path) -> list[Path]:
    return sorted((file.parent / "backups").glob("mine-*.evidencepack"))


def test_closing_after_an_edit_leaves_a_backup_with_that_edit(
    window: Window, open_kind: Opener, workspace_file: Path
) -> None:
    type_into(open_kind("raci"), "title", "Three wards by the river")
    window.close()
    (backup,) = backups(workspace_file)
    with open_workspace(backup, read_only=True) as kept:
        assert [hit.text for hit in kept.search("wards by the river")] == ["Three wards by the river"]


def test_closing_without_an_edit_needs_no_backup(window: Window, workspace_file: Path) -> None:
    window.close()
    assert backups(workspace_file) == []


def test_a_backup_is_made_while_the_window_is_open(
    window: Window, open_kind: Opener, workspace_file: Path, qtbot: QtBot
) -> None:
    type_into(open_kind("raci"), "title", "Three wards by the river")
    session_of(window).save()
    window.work.backups.ask()
    qtbot.waitUntil(lambda: len(backups(workspace_file)) == 1)


def test_a_backup_that_cannot_be_made_is_said_and_the_window_closes(
    window: Window, open_kind: Opener, workspace_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(window_module, "tell", lambda _parent, title, sentence: told.append(f"{title} {sentence}"))
    (workspace_file.parent / "backups").write_text("a file in the way", encoding="utf-8")
    type_into(open_kind("raci"), "title", "Three wards by the river")
    assert window.close()
    assert "no backup could be made" in told[0]
    with open_workspace(workspace_file, read_only=True) as kept:
        assert kept.search("wards by the river")


def test_trouble_on_the_way_stands_in_the_header(
    window: Window, open_kind: Opener, workspace_file: Path, qtbot: QtBot
) -> None:
    (workspace_file.parent / "backups").write_text("a file in the way", encoding="utf-8")
    type_into(open_kind("raci"), "title", "Three wards by the river")
    session_of(window).save()
    with qtbot.waitSignal(window.work.backups.failed):
        window.work.backups.ask()
    (workspace_file.parent / "backups").unlink()
