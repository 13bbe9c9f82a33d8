# SPDX-License-Identifier: MPL-2.0
"""A window on a copy of the sample tender, and the kinds, loaded once."""

from __future__ import annotations

import gc
import shutil
import threading
from collections.abc import Callable, Generator, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.ui.going import PATIENCE, facts_of, first_tender, let_go, open_document, open_first_tender

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts, Record
from evidencepack.store.workspace import open_workspace
from evidencepack.ui import checks, room
from evidencepack.ui.chosen import Chosen
from evidencepack.ui.constants import keep_constants
from evidencepack.ui.look import look
from evidencepack.ui.main import make_window
from evidencepack.ui.room import Room
from evidencepack.ui.session import Session
from evidencepack.ui.shell import losing
from evidencepack.ui.shell.where import DOCUMENTS, Where
from evidencepack.ui.shell.window import Window
from evidencepack.ui.store_thread import StoreThread
from evidencepack.usecases.sampling import make_sample_workspace

MANY = 100_000
"""After a test that has left as many things as these, and ran no window, cycles are looked for."""


@pytest.fixture(scope="session", autouse=True)
def patience() -> Iterator[None]:
    """pytest-qt gives up after five seconds."""
    with pytest.MonkeyPatch.context() as patch:
        for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitActive, QtBot.waitExposed):
            assert wait.__kwdefaults__
            patch.setitem(wait.__kwdefaults__, "timeout", PATIENCE)
        yield


@pytest.fixture(scope="session", autouse=True)
def constants() -> None:
    """Qt for Python would use up None and True on Python 3.11."""
    keep_constants()


@pytest.fixture(scope="session", autouse=True)
def checks_when_asked() -> Iterator[None]:
    """The checks and the measuring of a tender take seconds: tests do without them, or ask for them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks, "CHECK_AFTER", 3_600_000)
        patch.setattr(checks, "READ_SIGNED_AFTER", 3_600_000)
        patch.setattr(room, "SHARE_AFTER", 3_600_000)
        yield


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where each test has folders of its own person. Made once: pytest would look through all it has made before."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def own_folders(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing is written into the folders of whoever runs the tests."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(homes / name))
    yield
    for used in homes.iterdir():
        shutil.rmtree(used, ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(nextitem: pytest.Item | None) -> Generator[None, object, object]:
    """Widgets end on the main thread, as in the program itself: the collector is off from the first test to the last.

    Were it on between two tests, a job of the one before could run it, or find it on and switch it on again later.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        if gc.get_count()[0] > MANY:
            gc.collect()
        if nextitem is None or Path(__file__).parent not in nextitem.path.parents:
            gc.enable()


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """A job that collects can end a widget on its own thread, and Qt then ends the process: rarely, and anywhere."""
    elsewhere: list[str] = []

    def note(phase: str, info: Mapping[str, int]) -> None:
        del phase, info
        if threading.current_thread() is not threading.main_thread():
            elsewhere.append(threading.current_thread().name)

    gc.callbacks.append(note)
    yield
    gc.callbacks.remove(note)
    assert elsewhere == []


@pytest.fixture(autouse=True)
def no_window_is_left() -> Iterator[None]:
    """A window that outlives its test slows every later one down, and can be taken for theirs."""
    yield
    if isinstance(QApplication.instance(), QApplication):
        assert [one for one in QApplication.topLevelWidgets() if isinstance(one, Window)] == []


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
    monkeypatch.setattr(losing, "may_lose", lambda *_, **__: True)
    made = make_window(workspace_file, program, Chosen(None))
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.open_at(Where(DOCUMENTS, tender=first_tender(made)))
    yield made
    let_go(made)
    del made
    gc.collect(1)


@pytest.fixture(scope="module")
def one_window(program: Program, sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """One window for all that a module looks at: it is gone from one to the next, as a person does."""
    keep_constants()
    if not isinstance(QApplication.instance(), QApplication):
        QApplication([])
    look()
    file = Path(shutil.copy(sample_file, tmp_path_factory.mktemp("one") / "mine.evidencepack"))
    made = make_window(file, program, Chosen(None))
    made.show()
    open_first_tender(made)
    yield made
    let_go(made)
    gc.collect(1)


@pytest.fixture
def store(workspace_file: Path) -> Iterator[StoreThread]:
    """The sample's workspace on its thread, without a window."""
    made = StoreThread(lambda: open_workspace(workspace_file))
    yield made
    made.close()


@pytest.fixture
def session(store: StoreThread, program: Program, qapp: QApplication) -> Iterator[Session]:
    """The sample's tender in hand, without a window."""
    del qapp
    facts = store.wait_for(lambda workspace: workspace.facts(workspace.tenders()[0].id))
    made = Session(store, program.library, facts, today=date(2027, 2, 1))
    yield made
    made.filing.close()


@pytest.fixture
def open_kind(window: Window) -> Callable[[str], Room]:
    """Open the first document of a kind."""

    def open_first(kind: str) -> Room:
        return open_document(window, next(facts_of(window).of_kind(kind)).id)

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
