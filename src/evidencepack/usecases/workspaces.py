# SPDX-License-Identifier: MPL-2.0
"""Making, opening, backing up and restoring a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from evidencepack.domain.record import Facts
from evidencepack.store.session import Session
from evidencepack.store.workspace import Workspace, create_workspace, open_workspace, restore
from evidencepack.usecases.finding_records import find_tender


def create(file: Path) -> Workspace:
    """Make a new workspace; an existing file is never overwritten."""
    return create_workspace(file, session=_session())


def open_existing(file: Path, *, read_only: bool = False) -> Workspace:
    """Open a workspace for this process alone."""
    return open_workspace(file, read_only=read_only, session=_session())


@contextmanager
def filling(file: Path) -> Iterator[Workspace]:
    """Open a workspace to put a tender into; one that had to be made for it stays only if that succeeds.

    Raises:
        EvidencePackError: as for ``create`` and ``open_existing``.
    """
    made = not file.exists()
    with create(file) if made else open_existing(file) as workspace:
        try:
            yield workspace
        except BaseException:
            if made:
                workspace.close()
                file.unlink()
            raise


def tender_facts(workspace: Workspace, reference: str) -> Facts:
    """Return everything one tender can refer to; with no reference, of the only tender."""
    return workspace.facts(find_tender(workspace.tenders(), reference).id)


def back_up_into(workspace: Workspace, folder: Path) -> Path:
    """Write a backup into a folder, open it to check it, and return where it is."""
    return workspace.backup(folder)


def restore_backup(backup: Path, new_file: Path) -> None:
    """Make a new workspace of a backup that passes its checks; neither file is overwritten."""
    restore(backup, new_file)


def _session() -> Session:
    """Return what revisions say of their maker: this person, this computer, this version of the program."""
    return Session(app_version=version("evidencepack"))
