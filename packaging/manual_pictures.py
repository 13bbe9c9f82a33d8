# SPDX-License-Identifier: MPL-2.0
"""Makes the pictures of the manual from the program itself: each place, and the form of each kind of document.

The window is painted in memory on a fresh sample workspace, on a fixed day, with folders of its own. Nobody's own work
is read. The same program gives the same pictures.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "manual" / "pictures"
_SIZE = (1366, 768)
_DAY = datetime(2027, 2, 1, 9, 30, tzinfo=UTC)
_COLOURS = 40
_AT_MOST, _SETTLES = 30_000, 1_200
_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA")

if TYPE_CHECKING:
    from evidencepack.ui.shell.where import Where
    from evidencepack.ui.shell.window import Window


def main() -> int:
    """Make every picture anew, and take away those of pages that are no more."""
    with tempfile.TemporaryDirectory() as name:
        os.environ |= {"QT_QPA_PLATFORM": "offscreen", **dict.fromkeys(_FOLDERS, name)}
        # So that no picture shows where this machine keeps its temporary files.
        with contextlib.chdir(name):
            made = _take()
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        if old.stem not in made:
            old.unlink()
    for page, data in made.items():
        (PICTURES / f"{page}.png").write_bytes(data)
    size = sum(map(len, made.values()))
    print(f"{PICTURES.relative_to(ROOT)} has {len(made)} pictures, {size / 1_000_000:.1f} MB")
    return 0


def _take() -> dict[str, bytes]:
    """Return a picture of each place and each kind, by the name of its page."""
    from PySide6.QtWidgets import QApplication

    from evidencepack.store.session import Session
    from evidencepack.ui import clock
    from evidencepack.ui.constants import keep_constants
    from evidencepack.ui.look import look
    from evidencepack.usecases import workspaces

    keep_constants()
    QApplication(["manual"])
    QApplication.setCursorFlashTime(0)
    session = Session("Nasrin Akhtar", "office", "", lambda: _DAY)
    with contextlib.ExitStack() as held:
        held.enter_context(mock.patch.object(clock, "now", return_value=_DAY.replace(tzinfo=None)))
        held.enter_context(mock.patch.object(workspaces, "maker", return_value=session))
        look()
        window = _window()
        made = {page: _taken(window, where) for page, where in wheres(window)}
        window.close()
    return made


def _window() -> Window:
    """Return a window on a fresh sample, its tender open."""
    from evidencepack.bootstrap import Program
    from evidencepack.ui.chosen import Chosen
    from evidencepack.ui.main import make_window
    from evidencepack.usecases.sampling import make_sample_workspace

    program, file = Program(), Path("sample.evidencepack")
    make_sample_workspace(file, program.sample, library=program.library).close()
    window = make_window(file, program, Chosen(None))
    window.resize(*_SIZE)
    window.show()
    window.open_tender(window.work.store.wait_for(lambda workspace: workspace.tenders()[0].id))
    return window


def _taken(window: Window, where: Where) -> bytes:
    window.open_at(where)
    _wait(window)
    return small(_grabbed(window))


def wheres(window: Window) -> Iterator[tuple[str, Where]]:
    """Yield each page that has a picture, with what it is a picture of."""
    from evidencepack.library.manual import PAPER, PLACE
    from evidencepack.ui.shell.registry import PLACES
    from evidencepack.ui.shell.where import CHECK, DOCUMENT, RECORD, Where, in_document

    session = window.work.session
    if session is None:
        return
    facts, library = session.facts, session.library
    shown = {DOCUMENT: "governance", CHECK: "case_study", RECORD: "organisation"}
    for entry in PLACES:
        record = next(facts.of_kind(shown[entry.place])).id if entry.place in shown else ""
        yield f"{PLACE}{entry.place}", Where(entry.place, record)
    for kind in library.kinds.values():
        found = next(facts.of_kind(kind.id), None) if kind.document else None
        if found is not None:
            yield f"{PAPER}{kind.id}", in_document(found.id)


def small(picture: Image.Image) -> bytes:
    """Return a picture as a PNG of few colours, without a time in it."""
    buffer = io.BytesIO()
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _wait(window: Window) -> None:
    """Wait until nothing is being made any more: pages, checks, how many sides there are."""
    _run(lambda: False, _SETTLES)
    checks = window.work.checks
    if checks is not None and not checks.done_at:
        checks.check_now()
        _run(lambda: bool(checks.done_at), _AT_MOST)
    _run(lambda: not _is_busy(window), _AT_MOST)
    _run(lambda: False, _SETTLES)


def _is_busy(window: Window) -> bool:
    """Whether something on the screen says that it is being made: such words end with three dots."""
    from PySide6.QtWidgets import QLabel

    return any(one.isVisible() and one.text().endswith("ed…") for one in window.place.findChildren(QLabel))


def _run(done: Callable[[], bool], at_most: int) -> None:
    """Let the window work, until it is done or the milliseconds are over."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    looking = QTimer(interval=50)
    looking.timeout.connect(lambda: loop.quit() if done() else None)
    looking.start()
    QTimer.singleShot(at_most, loop.quit)
    loop.exec()
    looking.stop()


def _grabbed(window: Window) -> Image.Image:
    from PySide6.QtGui import QImage

    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size, line = (picture.width(), picture.height()), picture.bytesPerLine()
    return Image.frombytes("RGB", size, bytes(picture.constBits()), "raw", "RGB", line, 1)


if __name__ == "__main__":
    sys.exit(main())
