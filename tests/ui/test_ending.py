# SPDX-License-Identifier: MPL-2.0
"""The program as it is told to end, and as it is started a second time: real processes, real signals."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.going import session_of

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.errors import ExitCode
from evidencepack.paths.platform import ENDING
from evidencepack.store.doorplate import knock
from evidencepack.store.workspace import open_workspace
from evidencepack.ui.doorbell import Doorbell
from evidencepack.ui.shell.window import Window
from evidencepack.ui.smoke import VARIABLE
from evidencepack.usecases.backups import backups_of
from evidencepack.usecases.workspaces import tender_facts

_WORKING = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.ui.desktop import Application
from evidencepack.ui.main import open_window
from evidencepack.ui.shell.window import Window

def work():
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window))
    window.open_tender(window.work.store.wait_for(lambda workspace: workspace.tenders()[0].id))
    session = window.work.session
    mou = next(session.facts.of_kind("mou"))
    fields = session.library["mou"].fields
    session.enter(FieldPath(mou.id, "area"), fields["area"], "Osier ward alone")
    session.enter(FieldPath(mou.id, "start_date"), fields["start_date"], "some day")
    os.kill(os.getpid(), getattr(signal, sys.argv[2]))

app = Application()
QTimer.singleShot(50, work)
sys.exit(open_window(Path(sys.argv[1])))
"""
_SECOND = """
import sys
from pathlib import Path
from evidencepack.ui.main import open_window
sys.exit(open_window(Path(sys.argv[1])))
"""


def run(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    command = [sys.executable, "-c", code, *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("name", [one.name for one in ENDING if one.name in {"SIGTERM", "SIGHUP"}])
def test_told_to_end_it_keeps_what_was_typed_and_backs_it_up(workspace_file: Path, name: str) -> None:
    done = run(_WORKING, str(workspace_file), name)

    assert (done.returncode, done.stderr) == (0, "")
    with open_workspace(workspace_file) as workspace:
        facts = tender_facts(workspace, "")
    assert next(facts.of_kind("mou")).answers["area"] == "Osier ward alone"
    (backup,) = backups_of(workspace_file)
    with open_workspace(backup.file, read_only=True) as workspace:
        kept = next(tender_facts(workspace, "").of_kind("mou"))
    assert kept.answers["area"] == "Osier ward alone"
    assert b"some day" in b"".join(one.read_bytes() for one in workspace_file.parent.glob("*unread*"))
    assert not list(workspace_file.parent.glob("*.open.txt"))


def test_the_end_of_a_session_is_kept_without_a_question(window: Window, workspace_file: Path) -> None:
    session = session_of(window)
    mou = next(session.facts.of_kind("mou"))
    session.enter(FieldPath(mou.id, "area"), session.library["mou"].fields["area"], "Marsh ward alone")

    window.keep_all()

    assert len(backups_of(workspace_file)) == 1
    assert window.isVisible()
    window.end()
    window.end()
    assert not window.isVisible()


def test_a_second_start_brings_the_window_forward_that_is_open(window: Window, qtbot: QtBot) -> None:
    Doorbell(window)
    window.showMinimized()
    second = subprocess.Popen(
        [sys.executable, "-c", _SECOND, str(window.work.file)],
        env={name: value for name, value in os.environ.items() if name != VARIABLE},
        stderr=subprocess.PIPE,
        text=True,
    )
    qtbot.waitUntil(lambda: second.poll() is not None)

    assert (second.returncode, second.communicate()[1]) == (ExitCode.OK, "")
    assert not window.isMinimized()
    assert not list(window.work.file.parent.glob("*knock*"))


def test_where_nothing_may_be_written_nobody_can_knock(tmp_path: Path) -> None:
    assert not knock(tmp_path / "nowhere" / "mine.evidencepack")
