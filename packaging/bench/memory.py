# SPDX-License-Identifier: MPL-2.0
"""Look at the memory of the running window over scripted edits of a document, each with its step of undo.

Undo keeps the newest 500 steps, so the first look is taken when those are full, and when the first checks, with all
that they load, are done. Argument: how many edits after that.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from real_window import opened, session_of, wait, wait_until
from timed import line

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.ui.checks import CHECK_AFTER
from evidencepack.ui.shell.where import in_document
from evidencepack.usecases.undoing import MOST_STEPS

_FIELDS = ("purpose", "area", "title")
_LOOKS = 10
_CATCH_UP = CHECK_AFTER + 2000
"""Milliseconds in which saving, pages and checks catch up, and cycles are collected."""


def main(edits: int) -> None:
    """Print the memory before, after, and how much of it came in the second half."""
    with opened() as window:
        session = session_of(window)
        memorandum = next(session.facts.of_kind("mou")).id
        window.open_at(in_document(memorandum))
        session.work_in(memorandum)
        names = [name for name in _FIELDS if name in session.library["mou"].fields]
        looks: list[float] = []
        checks = window.work.checks
        wait_until(lambda: checks is not None and bool(checks.done_at))
        for at in range(MOST_STEPS + 100 + edits):
            name = names[at % len(names)]
            session.enter(FieldPath(memorandum, name), session.library["mou"].fields[name], f"Words of edit {at}.")
            session.settle()
            wait(0)
            if at >= MOST_STEPS + 100 and not (at - MOST_STEPS) % (edits // _LOOKS):
                wait(_CATCH_UP)
                looks.append(resident())
    line(
        f"memory over {edits:,} edits of a document with its preview open",
        f"{looks[0]:.0f} MiB at first, {looks[len(looks) // 2]:.0f} half-way, {looks[-1]:.0f} at the end",
    )


def resident() -> float:
    """Return what this process has in memory, in MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 2**20


if __name__ == "__main__":
    main(int(sys.argv[1]))
