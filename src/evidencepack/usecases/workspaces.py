# SPDX-License-Identifier: MPL-2.0
"""Making, opening, backing up and restoring a workspace."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path

from evidencepack.domain.record import Facts
from evidencepack.paths.faults import cannot_write
from evidencepack.store.session import Session
from evidencepack.store.workspace import Workspace, create_workspace, new_workspace, open_workspace, restore


def create(file: Path) -> Workspace:
    """Make a new workspace; an existing file is never overwritten."""
    return create_workspace(file, session=maker())


def making(file: Path) -> AbstractContextManager[Workspace]:
    """Give a new workspace to be filled; the file is written when the block ends well."""
    return new_workspace(file, session=maker())


def open_existing(file: Path, *, read_only: bool = False, pages_later: bool = False) -> Workspace:
    """Open a workspace for this process alone.

    With ``pages_later`` it is given before anybody has looked whether its pages fit together: whoever asks for that has
    ``Workspace.look_through`` called soon. Nothing is changed in it before that.
    """
    return open_workspace(file, read_only=read_only, session=maker(), pages_later=pages_later)


def open_or_make(file: Path, *, pages_later: bool = False) -> Workspace:
    """Open the workspace that opens when none is named; an empty one is made, and the folder for it, if there is none.

    ``pages_later`` is that of ``open_existing``.

    Raises:
        EvidencePackError: as for ``create`` and ``open_existing``.
    """
    if os.path.lexists(file):
        return open_existing(file, pages_later=pages_later)
    make_room(file)
    return create(file)


def make_room(file: Path) -> None:
    """Make the folder that a file of the person's own is to stand in.

    Raises:
        CannotWriteError: nothing was made.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(file.parent, error, kept="Nothing was made.") from error


@contextmanager
def filling(file: Path) -> Iterator[Workspace]:
    """Open a workspace to put a tender into; one that has to be made for it is made only when that succeeds.

    Raises:
        EvidencePackError: as for ``create`` and ``open_existing``.
    """
    with open_existing(file) if os.path.lexists(file) else making(file) as workspace:
        yield workspace


def tender_facts(workspace: Workspace, reference: str) -> Facts:
    """Return everything one tender can refer to; with no reference, of the only tender."""
    from evidencepack.usecases.finding_records import find_tender  # knows of kinds, and a window begins without them

    return workspace.facts(find_tender(workspace.tenders(), reference).id)


def back_up_into(workspace: Workspace, folder: Path) -> Path:
    """Write a backup into a folder, open it to check it, and return where it is."""
    return workspace.backup(folder)


def keep_backup(workspace: Workspace) -> Path | None:
    """Back up beside the workspace if anything was edited since the last time, and let old backups go."""
    return workspace.keep_backup()


def restore_backup(backup: Path, new_file: Path) -> None:
    """Make a new workspace of a backup that passes its checks; neither file is overwritten."""
    restore(backup, new_file)


def maker() -> Session:
    """Return what revisions say of their maker: this person, this computer, this version of the program."""
    return Session(version=app_version)


@cache
def app_version() -> str:
    """Return the version that is installed; a source tree that was never installed has none."""
    from importlib.metadata import PackageNotFoundError, version  # it reads what mail is made of; a start need not wait

    try:
        return version("evidencepack")
    except PackageNotFoundError:
        return "not installed"
