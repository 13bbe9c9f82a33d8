# SPDX-License-Identifier: MPL-2.0
"""The backups that stand beside a workspace."""

from __future__ import annotations

import glob
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from evidencepack.store.opening import BACKUPS
from evidencepack.store.rotation import made_at


class Backup(NamedTuple):
    """A backup: its file, and when it was made (UTC)."""

    file: Path
    made: datetime


def backups_of(workspace: Path) -> tuple[Backup, ...]:
    """Return the backups that the program keeps beside a workspace, the newest first; none where it has no folder."""
    found = (workspace.parent / BACKUPS).glob(f"{glob.escape(workspace.stem)}-*{workspace.suffix}")
    dated = (Backup(file, made) for file in found if (made := made_at(file)))
    return tuple(sorted(dated, key=lambda backup: (backup.made, backup.file.name), reverse=True))
