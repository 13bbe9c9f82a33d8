# SPDX-License-Identifier: MPL-2.0
"""What was typed that cannot be read as an answer yet, kept in a file beside the workspace until it can be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from evidencepack.domain.fieldpath import FieldPath, FieldPathError
from evidencepack.domain.record import Facts
from evidencepack.paths.files import write_atomically
from evidencepack.usecases.changes import rows_of
from evidencepack.usecases.undoing import Draft

Tenders = dict[str, dict[str, list[str]]]
"""Text and problem of each entry, by its path, by tender."""


def unread_file(workspace: Path) -> Path:
    """Return the file beside a workspace; it is there only while something is unread."""
    return workspace.with_name(f"{workspace.name}.unread.json")


def read_unread(file: Path, facts: Facts) -> Mapping[FieldPath, Draft]:
    """Return what was left unread in a tender; not that of records and lines that are gone.

    A file that cannot be read has nothing to say: it is no more than an aid.
    """
    found = _tenders(file).get(facts.tender, {})
    try:
        read = {FieldPath.parse(path): Draft(text, problem) for path, (text, problem) in found.items()}
    except FieldPathError:
        return {}
    return still_there(read, facts)


def still_there(drafts: Mapping[FieldPath, Draft], facts: Facts) -> Mapping[FieldPath, Draft]:
    """Return the drafts without those of records and lines that are gone, until undo brings these back."""
    return {path: draft for path, draft in drafts.items() if _is_there(path, facts)}


def keep_unread(file: Path, tender: str, drafts: Mapping[FieldPath, Draft]) -> None:
    """Keep what is unread in a tender in the place of what was; without anything unread the file goes.

    Raises:
        CannotWriteError: the file is as it was before.
    """
    tenders = _tenders(file)
    tenders.pop(tender, None)
    if drafts:
        tenders[tender] = {str(path): [draft.text, draft.problem] for path, draft in drafts.items()}
    if tenders:
        write_atomically(file, json.dumps(tenders, ensure_ascii=True, indent=1).encode())
    else:
        file.unlink(missing_ok=True)


def _tenders(file: Path) -> Tenders:
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(tender): _entries(entries) for tender, entries in found.items() if isinstance(entries, dict)}


def _entries(entries: Mapping[object, object]) -> dict[str, list[str]]:
    return {
        str(path): [str(part) for part in entry]
        for path, entry in entries.items()
        if isinstance(entry, list) and len(entry) == 2
    }


def _is_there(path: FieldPath, facts: Facts) -> bool:
    record = facts.records.get(path.record)
    if record is None:
        return False
    return not path.row or any(row.id == path.row for row in rows_of(record, path.field))
