# SPDX-License-Identifier: MPL-2.0
"""Restoring in three clicks: open the backups, choose one, put it back. What was there is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.going import facts_of, open_first_tender, session_of

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.ui.places import restoring
from evidencepack.ui.places.restoring import LookDialog, RestoreDialog
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.backups import backups_of
from evidencepack.usecases.changes import SetAnswer


def write(window: Window, text: str) -> None:
    session = session_of(window)
    session.change(SetAnswer(FieldPath(session.facts.tender, "title"), FieldType.TEXT, text))
    assert session.finish() == ""


def title(window: Window) -> object:
    return facts_of(window).records[facts_of(window).tender].answers["title"]


def said(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def button(widget: QWidget, words: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.text() == words)


@pytest.fixture
def dialog(window: Window, qtbot: QtBot) -> Iterator[RestoreDialog]:
    """The backups of a workspace that was backed up, and changed since."""
    write(window, "As it was")
    window.work.store.wait_for(lambda workspace: workspace.keep_backup(always=True))
    write(window, "Changed since")
    made = RestoreDialog(window, Context(window.work, window.chosen, window.tasks, window))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_a_backup_says_when_it_was_made_and_what_is_in_it(dialog: RestoreDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "As it was" in said(dialog))
    assert "1 tender:" in said(dialog)
    assert "Last edit: Today" in said(dialog)
    entry = dialog.list.entries.entries[0]
    assert entry.title.startswith("Today ")
    assert entry.second.endswith("MB")


def test_one_click_puts_it_back_and_keeps_what_was_there(
    window: Window, dialog: RestoreDialog, workspace_file: Path, qtbot: QtBot
) -> None:
    qtbot.waitUntil(dialog.back.isEnabled)
    dialog.back.click()
    assert not dialog.isVisible()
    assert window.work.session is None
    open_first_tender(window)
    assert title(window) == "As it was"
    assert len(backups_of(workspace_file)) == 2
    write(window, "Written after it")
    assert title(window) == "Written after it"


def test_what_is_in_a_backup_is_looked_at_without_a_way_to_change_it(
    window: Window, dialog: RestoreDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def look(shown: LookDialog) -> int:
        qtbot.addWidget(shown)
        shown.list.choose(next(one.id for one in shown.list.entries.entries if "TBN-MOU-01" in one.second))
        seen.append(shown.text.toPlainText())
        assert shown.text.isReadOnly()
        assert shown.text.accessibleName().startswith("TBN-MOU-01")
        return 0

    monkeypatch.setattr(LookDialog, "exec", look)
    qtbot.waitUntil(dialog.back.isEnabled)
    button(dialog, "Look at it").click()
    assert "Thamesbourne" in seen[0]
    assert title(window) == "Changed since"


def test_a_damaged_backup_says_so_and_cannot_be_put_back(window: Window, workspace_file: Path, qtbot: QtBot) -> None:
    window.work.store.wait_for(lambda workspace: workspace.keep_backup(always=True))
    bad = backups_of(workspace_file)[0].file
    bad.write_bytes(bad.read_bytes()[:20_000])
    dialog = RestoreDialog(window, Context(window.work, window.chosen, window.tasks, window))
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "is damaged" in said(dialog))
    assert not dialog.back.isEnabled()
    assert not button(dialog, "Look at it").isEnabled()


def test_a_backup_that_went_bad_meanwhile_leaves_the_work_as_it_was(
    window: Window, dialog: RestoreDialog, workspace_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(restoring, "tell", lambda _, what, why: told.append(f"{what} {why}"))
    qtbot.waitUntil(dialog.back.isEnabled)
    backups_of(workspace_file)[0].file.write_bytes(b"")
    dialog.back.click()
    assert "The backup cannot be put back" in told[0]
    open_first_tender(window)
    assert title(window) == "Changed since"


def test_without_backups_it_says_when_there_will_be_one(window: Window, qtbot: QtBot) -> None:
    dialog = RestoreDialog(window, Context(window.work, window.chosen, window.tasks, window))
    qtbot.addWidget(dialog)
    assert "The program makes one every 20 minutes" in said(dialog)
    assert not dialog.back.isEnabled()


def test_every_control_of_the_dialog_has_a_name(dialog: RestoreDialog) -> None:
    for widget in (*dialog.findChildren(QPushButton), dialog.list):
        found = QAccessible.queryAccessibleInterface(widget)
        assert found.text(QAccessible.Text.Name)
