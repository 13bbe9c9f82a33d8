# SPDX-License-Identifier: MPL-2.0
"""A workspace to try things in: new, with the sample tender in it."""

from __future__ import annotations

import os
from pathlib import Path

from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.importing import import_tender
from evidencepack.usecases.workspaces import make_room, making, open_existing


def make_sample_workspace(file: Path, sample: bytes, *, library: Library) -> Workspace:
    """Make a workspace with the sample tender, and return it open. When that fails, there is no file.

    Raises:
        EvidencePackError: if there is such a file already, its folder is not there, or it cannot be written.
    """
    with making(file) as workspace:
        import_tender(workspace, sample, library=library)
    return open_existing(file)


def open_or_make_sample(file: Path, sample: bytes, *, library: Library) -> Workspace:
    """Open the workspace in which the sample is to be looked at; it is made, with its folder, if there is none.

    Raises:
        EvidencePackError: as for ``make_sample_workspace``, and if what is there cannot be opened.
    """
    if os.path.lexists(file):
        return open_existing(file)
    make_room(file)
    return make_sample_workspace(file, sample, library=library)
