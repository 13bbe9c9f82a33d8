# SPDX-License-Identifier: MPL-2.0
"""A window on a copy of the sample tender, and the kinds, loaded once."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts, Record
from evidencepack.store.workspace import open_workspace
from evidencepack.ui import window as window_module
from evidencepack.ui.constants import keep_constants
from evidencepack.ui.look import look
from evidencepack.ui.main import make_window
from evidencepack.ui.room import Room
from evidencepack.ui.window import Window
from evidencepack.usecases.sampling import make_sample_workspace


@pytest.fixture(scope="session", autouse=True)
def constants() -> None:
    """Qt for Python would use up None and True on Python 3.11."""
    keep_constants()


@pytest.fixture(autouse=True)
def collecting_here() -> Iterator[None]:
    """Widgets end on the main thread, as in the program itself."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="session")
def sample_file(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sample") / "sample.evidencepack"
    make_sample_workspace(file, program.sample, library=program.library).close()
    return file


@pytest.fixture
def workspace_file(sample_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample_file, tmp_path / "mine.evidencepack"))


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, program: Program, workspace_file: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    """A window on the sample, closed after the test; dialogs agree to whatever they ask."""
    del qapp
    look()
    monkeypatch.setattr(window_module, "agreed", lambda *_, **__: True)
    made = make_window(workspace_file, program)
    made.show()
    qtbot.waitActive(made)
    yield made
    made.close()
    made.deleteLater()
    # Outside an event loop Qt would keep every window until the last test.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del made
    gc.collect()


@pytest.fixture
def open_kind(window: Window) -> Callable[[str], Room]:
    """Open the first document of a kind."""

    def open_first(kind: str) -> Room:
        window.open_document(next(window.session.facts.of_kind(kind)).id)
        assert window.room is not None
        return window.room

    return open_first


@pytest.fixture
def kept(workspace_file: Path) -> Callable[[], Facts]:
    """What the workspace file holds, read anew once the window is closed."""

    def read() -> Facts:
        with open_workspace(workspace_file, read_only=True) as workspace:
            tender: Record = workspace.tenders()[0]
            return workspace.facts(tender.id)

    return read


@pytest.fixture
def status(window: Window) -> Callable[[], str]:
    """What the mark in the header says."""

    def read() -> str:
        found = window.header.findChild(QLabel, "status")
        assert found is not None
        return found.text()

    return read
