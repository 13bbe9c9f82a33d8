# SPDX-License-Identifier: MPL-2.0
"""Restoring from a backup: the person picks one, it becomes a file of its own, and that is opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from evidencepack.errors import EvidencePackError
from evidencepack.paths.workspace import SUFFIX
from evidencepack.ui.messages import tell
from evidencepack.ui.shell.context import Context
from evidencepack.ui.words import say
from evidencepack.usecases.backups import restore_beside


def restore(parent: QWidget, context: Context) -> None:
    """Ask for a backup and open what it becomes; the work that is open stays as it is."""
    folder = context.work.file.parent
    kinds = f"{say('Workspaces')} (*{SUFFIX})"
    name, _ = QFileDialog.getOpenFileName(parent.window(), say("Choose a backup"), str(folder / "backups"), kinds)
    if not name:
        return
    try:
        restored = restore_beside(Path(name), folder)
    except EvidencePackError as error:
        tell(parent.window(), say("The backup cannot be restored"), str(error))
        return
    context.guide.open_file(restored)
