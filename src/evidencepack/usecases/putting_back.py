# SPDX-License-Identifier: MPL-2.0
"""Backups: what is in one, looked at without opening it for work; and one put back in the place of the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from evidencepack.errors import EvidencePackError
from evidencepack.library.model import Library
from evidencepack.store.backup import put_in_place
from evidencepack.store.keeping_aside import keep_aside
from evidencepack.usecases.documents import document_rows
from evidencepack.usecases.listing import tender_rows
from evidencepack.usecases.showing import show_record
from evidencepack.usecases.workspaces import maker, open_existing


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds: its size in bytes, the titles of its tenders, when it was last changed (UTC).

    ``problem`` is the sentence that says why it cannot be put back; then nothing else is known of it but its size.
    """

    size: int
    tenders: tuple[str, ...] = ()
    changed: datetime | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as a backup holds it: the tender it is of, its reference and title, and its answers, line by line."""

    tender: str
    reference: str
    title: str
    answers: tuple[tuple[str, str], ...]


def contents_of(backup: Path) -> Contents:
    """Return what a backup holds. One that is gone, damaged or from a newer version says so."""
    try:
        with open_existing(backup, read_only=True) as workspace:
            titles = tuple(row.title for row in tender_rows(workspace))
            return Contents(backup.stat().st_size, titles, workspace.last_edit())
    except EvidencePackError as error:
        return Contents(backup.stat().st_size if backup.exists() else 0, problem=str(error))


def papers_in(backup: Path, library: Library) -> tuple[Paper, ...]:
    """Return the documents of a backup with their answers, to be read.

    Raises:
        EvidencePackError: the backup is missing, damaged, from a newer version, or no workspace.
    """
    return tuple(_papers(backup, library))


def put_back(backup: Path, file: Path) -> Path | None:
    """Put a backup in the place of a workspace that nobody has open; return where what was there is kept, if anything.

    Raises:
        EvidencePackError: the backup is missing, damaged or from a newer version, or what is there cannot be kept;
            nothing was changed then.
    """
    with open_existing(backup, read_only=True):
        pass
    kept = keep_aside(file, session=maker()) if file.exists() else None
    put_in_place(backup, file)
    return kept


def _papers(backup: Path, library: Library) -> Iterator[Paper]:
    with open_existing(backup, read_only=True) as workspace:
        for tender in tender_rows(workspace):
            facts = workspace.facts(tender.id)
            for row in document_rows(facts, library):
                shown = show_record(facts, row.id, library=library)
                answers = tuple((one.label, one.value) for one in shown if one.value)
                yield Paper(tender.title, row.reference, row.title, answers)
