# SPDX-License-Identifier: MPL-2.0
"""A workspace to try things in: new, with the sample tender in it."""

from __future__ import annotations

from pathlib import Path

from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.importing import import_tender
from evidencepack.usecases.workspaces import create


def make_sample_workspace(file: Path, sample: bytes, *, library: Library) -> Workspace:
    """Make a workspace with the sample tender, and return it open. Its folder is made if it is not there.

    Raises:
        EvidencePackError: if there is such a file already, or it cannot be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    workspace = create(file)
    try:
        import_tender(workspace, sample, library=library)
    except BaseException:
        workspace.close()
        file.unlink()
        raise
    return workspace
