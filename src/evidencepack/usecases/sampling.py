# SPDX-License-Identifier: MPL-2.0
"""A workspace to try things in: new, with the sample tender in it."""

from __future__ import annotations

from pathlib import Path

from evidencepack.library.model import Library
from evidencepack.paths.faults import cannot_write
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.importing import import_tender
from evidencepack.usecases.workspaces import making, open_existing


def make_sample_workspace(file: Path, sample: bytes, *, library: Library) -> Workspace:
    """Make a workspace with the sample tender, and return it open. When that fails, there is no file.

    Raises:
        EvidencePackError: if there is such a file already, its folder is not there, or it cannot be written.
    """
    with making(file) as workspace:
        import_tender(workspace, sample, library=library)
    return open_existing(file)


def make_own_workspace(file: Path, sample: bytes, *, library: Library) -> Workspace:
    """Make the workspace that opens when none is named, and the folder for it; the rest as above."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(file.parent, error, kept="Nothing was made.") from error
    return make_sample_workspace(file, sample, library=library)
