# SPDX-License-Identifier: MPL-2.0
"""Keeping a workspace file aside before another one takes its place: as a backup, or as it is if it is damaged."""

from __future__ import annotations

import shutil
from pathlib import Path

from evidencepack.paths.faults import cannot_write
from evidencepack.store.faults import DamagedWorkspaceError, NotAWorkspaceError
from evidencepack.store.opening import BACKUPS
from evidencepack.store.session import Session
from evidencepack.store.workspace import open_workspace


def keep_aside(file: Path, *, session: Session) -> Path:
    """Keep a workspace file in the folder of its backups and return where.

    Raises:
        EvidencePackError: somebody has it open, or it cannot be kept; it is as it was.
    """
    try:
        with open_workspace(file, session=session) as workspace:
            return workspace.backup(file.parent / BACKUPS)
    except (DamagedWorkspaceError, NotAWorkspaceError):
        return _keep_damaged(file, session.time())


def _keep_damaged(file: Path, time: str) -> Path:
    """Copy what cannot be read, so that somebody may rescue more of it one day."""
    stamp = time.partition(".")[0].replace("-", "").replace(":", "")
    kept = file.parent / BACKUPS / f"{file.stem} damaged {stamp}{file.suffix}"
    try:
        kept.parent.mkdir(exist_ok=True)
        shutil.copy2(file, kept)
    except OSError as error:
        raise cannot_write(kept, error, kept="The workspace is as it was.") from error
    return kept
