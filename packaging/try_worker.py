# SPDX-License-Identifier: MPL-2.0
"""Has the frozen program do, as a worker of a window, what the window has done: measure the pack, and export it.

Usage: ``try_worker.py``, after `make package`. The window is played by this process, the worker is the frozen program.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from evidencepack.bootstrap import Program
from evidencepack.guard.worker import Work
from evidencepack.ui.pressing import Order, ask_export, ask_state
from evidencepack.usecases.sampling import make_sample_workspace

ROOT = Path(__file__).resolve().parents[1]
FROZEN = (
    ROOT / "build" / "frozen" / "evidencepack" / ("evidencepack.exe" if sys.platform == "win32" else "evidencepack")
)


def main() -> int:
    """Ask the worker for both and return 1 with a sentence if what comes back is not as it should be."""
    program = Program()
    with tempfile.TemporaryDirectory() as name:
        workspace = make_sample_workspace(Path(name) / "a.evidencepack", program.sample, library=program.library)
        with workspace:
            order = Order(workspace.facts(workspace.tenders()[0].id), {})
        with frozen(FROZEN):
            state = ask_state(Work(), order)
            report = ask_export(Work(), order, Path(name) / "out", lambda *_said: None)
    if state.problem or not report.confirmed:
        print(f"{state.problem} {' '.join(report.checked)}", file=sys.stderr)
        return 1
    print(f"The frozen worker measured {state.size.pages} pages and exported them: {' '.join(report.checked)}")
    return 0


@contextmanager
def frozen(program: Path) -> Iterator[None]:
    """Let this process take itself for a frozen program."""
    with mock.patch.object(sys, "frozen", new=True, create=True), mock.patch.object(sys, "executable", str(program)):
        yield


if __name__ == "__main__":
    sys.exit(main())
