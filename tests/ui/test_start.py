# SPDX-License-Identifier: MPL-2.0
"""The program as it is started: what it loads, what it says when it cannot open, and a real page on a real screen."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.ui.going import let_go

from evidencepack.bootstrap import Program
from evidencepack.errors import ExitCode
from evidencepack.store.workspace import open_workspace
from evidencepack.ui.chosen import Chosen
from evidencepack.ui.main import make_window, open_window
from evidencepack.ui.smoke import VARIABLE
from evidencepack.ui.starting import CannotOpen
from evidencepack.ui.tokens import LIGHT, Ink

Tool = Callable[[str], Path]
_APP = (sys.executable, "-m", "evidencepack", "app")
_HEAVY = (
    *("reportlab", "docx", "lxml", "pikepdf", "pypdfium2", "PySide6.QtPdf", "jinja2", "uharfbuzz", "PIL"),
    *("sqlite_utils", "importlib.metadata", "evidencepack.library.entry", "evidencepack.library.model"),
    *("evidencepack.library.loader", "evidencepack.ui.room", "evidencepack.render.typeset.typesetter"),
    *("__feature_import__", "hashlib", "secrets", "platform", "evidencepack.cli.parser", "evidencepack.library.manual"),
    *("evidencepack.store.revisions", "evidencepack.store.backup", "evidencepack.store.imports"),
    *("evidencepack.usecases.changes", "evidencepack.ui.saver", "evidencepack.ui.places.welcome"),
    *("evidencepack.ui.controls.combo", "calendar", "_strptime"),
)
_LARGE = ("QStyle", "QTextEdit", "QTableView", "QFileDialog")
"""Classes of Qt that bring hundreds of names with them, all of which are made when one is first asked for."""
_SHOWN = f"""
import builtins, sys
sys.argv = ["evidencepack", "app", sys.argv[1]]
try:
    from evidencepack.__main__ import main
    main()
finally:
    # With "__feature_import__" Qt for Python would read the source of every module.
    print([name for name in {_HEAVY!r} if name in (*sys.modules, builtins.__import__.__name__)])
    made = vars(sys.modules["PySide6.QtWidgets"])
    print([name for name in {_LARGE!r} if isinstance(made.get(name), type)], isinstance(made["QWidget"], type))
"""

_TOLD = """
import sys
from pathlib import Path
from evidencepack.ui import main, starting
starting.CannotOpen.ask = lambda one: print(one.message.title, *one.message.sentences)
sys.exit(main.open_window(Path(sys.argv[1])))
"""


def smoke(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, VARIABLE: "1", **variables}
    return subprocess.run([*_APP, *words], env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_showing_the_window_loads_nothing_that_makes_documents(workspace_file: Path) -> None:
    backup = workspace_file.parent / "backups" / f"{workspace_file.stem}-20270101T120000Z.evidencepack"
    backup.parent.mkdir()
    backup.touch()  # its age is said on the first page
    done = subprocess.run(
        [sys.executable, "-c", _SHOWN, str(workspace_file)],
        env={**os.environ, VARIABLE: "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.stdout.splitlines() == ["[]", "[] True"], done.stderr


def test_it_paints_its_first_place_and_goes(workspace_file: Path) -> None:
    done = smoke(str(workspace_file))

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_closed_at_once_it_looks_at_no_tender_any_more(
    qapp: QApplication, program: Program, workspace_file: Path
) -> None:
    del qapp
    window = make_window(workspace_file, program, Chosen(None))
    window.show()
    (waiting,) = [timer for timer in window.place.findChildren(QTimer) if timer.isActive()]
    window.close()

    assert not waiting.isActive()
    let_go(window)


def test_damage_that_is_found_once_the_window_is_there_is_told_and_closes_it(workspace_file: Path) -> None:
    whole = workspace_file.read_bytes()
    # The last page is deep in the answers: what the list of tenders needs is whole.
    workspace_file.write_bytes(whole[:-4096] + bytes(4096))
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    done = subprocess.run(
        [sys.executable, "-c", _TOLD, str(workspace_file)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.returncode == ExitCode.BAD_WORKSPACE, done.stderr
    assert "is damaged" in done.stdout


def test_with_no_file_it_makes_the_persons_own_workspace(tmp_path: Path) -> None:
    # Each system's own variable for the folder of a person's data.
    home = dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "HOME"), str(tmp_path))

    assert smoke(**home).returncode == 0
    assert smoke(**home).returncode == 0

    (made,) = tmp_path.rglob("*.evidencepack")
    with open_workspace(made) as workspace:
        assert workspace.tenders() == ()


def test_a_workspace_that_cannot_be_opened_is_said_and_gives_its_exit_code(tmp_path: Path) -> None:
    done = smoke(str(tmp_path / "nowhere.evidencepack"))

    assert done.returncode == ExitCode.NOT_FOUND
    assert done.stderr.startswith("evidencepack: There is no workspace")


def test_a_person_reads_it_in_a_dialog(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del qapp
    told: list[str] = []
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(CannotOpen, "ask", lambda one: told.append(f"{one.message.title}: {one.message.sentences[0]}"))

    assert open_window(tmp_path / "nowhere.evidencepack") == ExitCode.NOT_FOUND
    assert told[0].startswith("The workspace cannot be opened: There is no workspace")


@pytest.fixture
def screen(tool: Tool, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A real X screen in memory: its display, and the file its pixels are in."""
    reading, writing = os.pipe()
    size = ("-screen", "0", "1366x768x24", "-fbdir", str(tmp_path))
    server = subprocess.Popen(
        [str(tool("Xvfb")), "-displayfd", str(writing), *size, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            display = answer.readline().strip()
        yield f":{display}", tmp_path / "Xvfb_screen0"
    finally:
        server.terminate()
        server.wait(10)


def colours(picture: bytes) -> dict[bytes, int]:
    """Count the pixels of an X window dump by colour, as BGR."""
    head = struct.unpack(">25I", picture[:100])
    start = head[0] + head[19] * 12
    pixels = picture[start:]
    counted: dict[bytes, int] = {}
    for at in range(0, len(pixels) - 3, 4 * 7):  # every seventh pixel will do
        colour = pixels[at : at + 3]
        counted[colour] = counted.get(colour, 0) + 1
    return counted


def bgr(colour: str) -> bytes:
    return bytes.fromhex(colour[1:])[::-1]


def test_on_a_real_screen_it_paints_itself(screen: tuple[str, Path], workspace_file: Path) -> None:
    display, picture = screen
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    wanted = [bgr(LIGHT[ink]) for ink in (Ink.WINDOW, Ink.SURFACE, Ink.ACCENT, Ink.NAV)]
    process = subprocess.Popen([*_APP, str(workspace_file)], env=environment, stderr=subprocess.PIPE, text=True)
    seen: dict[bytes, int] = {}
    while process.poll() is None and not all(seen.get(colour, 0) > 50 for colour in wanted):
        seen = colours(picture.read_bytes())
        time.sleep(0.05)
    running = process.poll() is None
    process.terminate()

    assert process.communicate()[1] == ""
    assert running
