# SPDX-License-Identifier: MPL-2.0
"""Opening a workspace for the window: one that is there, the person's own, or the sample to look round in."""

from __future__ import annotations

from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.paths.workspace import default_workspace, sample_workspace
from evidencepack.ui.store_thread import StoreThread
from evidencepack.ui.work import Work
from evidencepack.usecases.workspaces import open_existing, open_or_make


def open_work(file: Path, program: Program, *, pages_later: bool = False) -> Work:
    """Open a workspace; with ``pages_later`` the caller has its store look through the file soon.

    Raises:
        EvidencePackError: if it cannot be opened; nothing is left open.
    """
    return Work(file, program, StoreThread(lambda: open_existing(file, pages_later=pages_later)))


def open_own_work(program: Program, *, pages_later: bool = False) -> Work:
    """Open the person's own workspace; an empty one is made where there is none yet. ``pages_later`` as above.

    Raises:
        EvidencePackError: if it can neither be opened nor made.
    """
    file = default_workspace()
    return Work(file, program, StoreThread(lambda: open_or_make(file, pages_later=pages_later)))


def open_sample(program: Program) -> Work:
    """Open the sample, in a workspace of its own so that nothing invented gets among what is real.

    Raises:
        EvidencePackError: if it can neither be opened nor made.
    """
    from evidencepack.usecases.sampling import open_or_make_sample

    file = sample_workspace()
    return Work(file, program, StoreThread(lambda: open_or_make_sample(file, program.sample, library=program.library)))
