# SPDX-License-Identifier: MPL-2.0
"""A workspace that cannot be opened at the start: what else there is to do, as fits the reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from evidencepack.errors import EvidencePackError
from evidencepack.paths.workspace import default_workspace
from evidencepack.store.checks import MissingWorkspaceError
from evidencepack.store.faults import AlreadyOpenError, damaged, not_a_workspace, read_only
from evidencepack.store.workspace import open_workspace
from evidencepack.ui import starting
from evidencepack.ui.starting import CannotOpen, Wish

Saving = Callable[[Path], None]


@pytest.fixture(autouse=True)
def app(qapp: QApplication) -> QApplication:
    return qapp


@pytest.fixture
def saving(monkeypatch: pytest.MonkeyPatch) -> Saving:
    """Says which file the person names where one is asked for; before that, none."""
    chosen = [""]
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: (chosen[0], ""))

    def choose(file: Path) -> None:
        chosen[0] = str(file)

    return choose


def offered(found: CannotOpen) -> list[str]:
    return [one.text() for one in found.message.buttons]


def press(found: CannotOpen, words: str) -> Wish | None:
    next(one for one in found.message.buttons if one.text() == words).click()
    return found.wish


@pytest.mark.parametrize(
    ("error", "ways"),
    [
        (AlreadyOpenError("It is open."), ["Try again"]),
        (not_a_workspace(Path("x")), []),
        (damaged(Path("x"), "a page"), ["Restore the newest backup…"]),
        (read_only(Path("x")), ["Save a copy and open it…", "Try again"]),
        (MissingWorkspaceError("There is none."), ["Open my own work"]),
    ],
)
def test_each_reason_has_its_own_ways(
    error: EvidencePackError, ways: list[str], workspace_file: Path, program: object, saving: Saving
) -> None:
    del program, saving
    if ways == ["Restore the newest backup…"]:
        with open_workspace(workspace_file) as workspace:
            workspace.keep_backup(always=True)
    found = CannotOpen(error, workspace_file)

    assert offered(found) == [*ways, "Choose another workspace…", "Close"]
    assert found.message.title == "The workspace cannot be opened"


def test_what_is_copied_says_nothing_of_the_person(workspace_file: Path) -> None:
    found = CannotOpen(damaged(workspace_file, "a page"), workspace_file)
    next(one for one in found.message.findChildren(QPushButton) if one.text() == "Copy details").click()
    details = QApplication.clipboard().text()

    assert "Start: DamagedWorkspaceError, exit code 6" in details
    assert str(workspace_file.parent) not in details


def test_another_workspace_is_opened_instead_and_one_broken_off_leads_back(
    workspace_file: Path, saving: Saving
) -> None:
    found = CannotOpen(not_a_workspace(workspace_file), workspace_file)

    assert press(found, "Choose another workspace…") is None
    saving(workspace_file)
    assert press(found, "Choose another workspace…") == Wish(workspace_file)


def test_a_file_that_may_only_be_read_is_copied_with_the_half_of_a_save(
    workspace_file: Path, tmp_path: Path, saving: Saving
) -> None:
    workspace_file.with_name(f"{workspace_file.name}-journal").write_bytes(b"half")
    saving(tmp_path / "mine too")
    found = CannotOpen(read_only(workspace_file), workspace_file)

    wish = press(found, "Save a copy and open it…")

    assert wish == Wish(tmp_path / "mine too.evidencepack")
    assert (tmp_path / "mine too.evidencepack").read_bytes() == workspace_file.read_bytes()
    assert (tmp_path / "mine too.evidencepack-journal").read_bytes() == b"half"


def test_a_backup_becomes_a_new_file_and_the_damaged_one_stays(
    workspace_file: Path, tmp_path: Path, saving: Saving
) -> None:
    with open_workspace(workspace_file) as workspace:
        workspace.keep_backup(always=True)
    workspace_file.write_bytes(b"damaged")
    saving(tmp_path / "again.evidencepack")

    wish = press(CannotOpen(damaged(workspace_file, "a page"), workspace_file), "Restore the newest backup…")

    assert wish == Wish(tmp_path / "again.evidencepack")
    assert workspace_file.read_bytes() == b"damaged"
    with open_workspace(tmp_path / "again.evidencepack") as workspace:
        assert len(workspace.tenders()) == 1


def test_what_cannot_be_done_is_said_and_leads_back(
    workspace_file: Path, tmp_path: Path, saving: Saving, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(starting, "tell", lambda _parent, _title, words: told.append(words))
    saving(tmp_path / "nowhere" / "copy.evidencepack")
    found = CannotOpen(read_only(workspace_file), workspace_file)

    assert press(found, "Save a copy and open it…") is None
    assert "The workspace was not changed." in told[0]


def test_without_a_file_it_speaks_of_the_persons_own_work() -> None:
    found = CannotOpen(AlreadyOpenError("It is open."), None)

    assert press(found, "Try again") == Wish(None)
    assert default_workspace().name == "workspace.evidencepack"
