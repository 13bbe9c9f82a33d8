# SPDX-License-Identifier: MPL-2.0
"""Look for moments in which the running window does not answer: in peace, and while it exports about 1,000 pages.

A timer asks for its turn every millisecond; what it has to wait beyond that is a stall. On a machine that does other
things too, part of a stall is theirs: what the window's thread worked itself meanwhile is said beside it, and how much
of that was Python's cycle collector. Argument: how many copies of the memorandum the sample gets.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from pathlib import Path

from pypdfium2 import PdfDocument
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from real_window import opened, wait, wait_until
from timed import line, share

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import Table
from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace
from evidencepack.ui.places.pack import Pack
from evidencepack.ui.places.pack_export import Export, Wish
from evidencepack.ui.places.pack_outcome import Outcome, Trouble
from evidencepack.ui.pressing import THE_PACK
from evidencepack.ui.shell.where import PACK, Where

_EVERY = 1
_PEACE = 5000
_COPIED = "mou"


class Pulse(QObject):
    """Notes how long each turn of the window's thread kept the next one waiting, and how long it worked, in ms.

    How much of that was the collector's is the third number.
    """

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[tuple[float, float, float]] = []
        self._collected = self._collecting = 0.0
        gc.callbacks.append(self._note)
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=_EVERY, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def taken(self) -> list[tuple[float, float, float]]:
        """Return the waits until now and begin anew."""
        found, self.waits = self.waits, []
        return found

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        work = (worked - self._worked) * 1000
        self.waits.append((max(0.0, (now - self._last) * 1000 - _EVERY), work, self._collected))
        self._last, self._worked, self._collected = now, worked, 0.0

    def _note(self, phase: str, _told: dict[str, int]) -> None:
        if phase == "start":
            self._collecting = time.thread_time()
        else:
            self._collected += (time.thread_time() - self._collecting) * 1000


def main(copies: int) -> None:
    """Print the stalls of both."""
    with tempfile.TemporaryDirectory() as folder, opened(lambda workspace: _copy(workspace, copies)) as window:
        window.open_at(Where(PACK))
        place = window.place
        if not isinstance(place, Pack):
            raise SystemExit("the pack is not open")
        checks = window.work.checks
        wait_until(lambda: checks is not None and bool(checks.done_at))
        place.room.stop("state")
        pulse = Pulse()
        wait(_PEACE)
        _say("the window in peace", pulse.taken())
        wish = Wish("Export", "bench", THE_PACK)
        export = Export(place, place.room, wish, ended=lambda: None)
        export.begin(Path(folder) / "out")
        wait_until(lambda: bool(_shown()))
        found = pulse.taken()
        _shown()[0].close()
        with PdfDocument(Path(folder) / "out" / "pack.pdf") as pack:
            pages = len(pack)
    _say(f"the window while it exports {pages:,} pages", found)


def _shown() -> list[QDialog]:
    """Return how the export ended, once it has."""
    widgets = QApplication.topLevelWidgets()
    if trouble := [one for one in widgets if isinstance(one, Trouble) and one.isVisible()]:
        raise SystemExit(f"the export failed: {trouble[0]}")
    return [one for one in widgets if isinstance(one, Outcome) and one.isVisible()]


def _say(what: str, turns: list[tuple[float, float, float]]) -> None:
    waits, works, collected = ([turn[at] for turn in turns] for at in range(3))
    line(
        f"{what}, stalls of {len(turns):,} turns",
        f"99th percentile {share(waits, 0.99):.1f} ms, longest {max(waits):.0f} ms; "
        f"own work 99th percentile {share(works, 0.99):.1f} ms, longest {max(works):.0f} ms; "
        f"the collector {sum(one > 0 for one in collected)} times, longest {max(collected):.0f} ms",
    )


def _copy(workspace: Workspace, copies: int) -> None:
    """Add copies of the memorandum, answer by answer."""
    tender, library = workspace.tenders()[0].id, Program().library
    original = next(workspace.facts(tender).of_kind(_COPIED))
    with workspace.together():
        for at in range(copies):
            _write(workspace, original, library, workspace.add_record(_COPIED, f"COPY-{at:03}", tender=tender).id)


def _write(workspace: Workspace, original: Record, library: Library, copy: str) -> None:
    """Give a copy the answers of the original; tables keep their rows."""
    fields = library[original.kind].fields
    for name, answer in original.answers.items():
        if not isinstance(answer, Table):
            workspace.write(FieldPath(copy, name), fields[name].type, answer)
            continue
        types = {column.id: column.type for column in fields[name].columns}
        for row in answer.rows:
            made = workspace.add_row(copy, name)
            for column, cell in row.cells.items():
                workspace.write(FieldPath(copy, name, made, column), types[column], cell)


if __name__ == "__main__":
    main(int(sys.argv[1]))
