# SPDX-License-Identifier: MPL-2.0
"""Issued packs in the workspace file: kept whole, read back exactly, never changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from sqlite3 import Connection as Database
from typing import ClassVar

from evidencepack.domain.issue import Issue, IssuedDocument, IssuedFile, IssueMade, Overridden
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.store.faults import damaged
from evidencepack.store.revisions import Edit
from evidencepack.store.stored import canonical

_ISSUE = """
INSERT INTO issue (id, tender_id, issue_number, reference, as_of, issued_by, made_with, manifest, answers, overridden,
                   actor_id, device_id, created_at, sha256)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_DOCUMENT = """
INSERT INTO issue_document (issue_id, place, record_id, reference, title, kind, kind_version, version, letter,
                            content_hash, blocks, short_blocks)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_FILE = "INSERT INTO issue_file (issue_id, place, name, sha256, pages) VALUES (?, ?, ?, ?, ?)"
_BYTES = "INSERT INTO issued_bytes (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING"
_ISSUES = """
SELECT id, tender_id, reference, issue_number, created_at, issued_by, as_of, made_with, overridden, answers, manifest
FROM issue WHERE tender_id = coalesce(?, tender_id) ORDER BY tender_id, issue_number
"""
_MADE = """
SELECT id, issue_number, created_at, issued_by, (SELECT name FROM actor WHERE actor.id = actor_id),
       (SELECT count(*) FROM issue_file WHERE issue_id = issue.id)
FROM issue WHERE tender_id = ? ORDER BY issue_number
"""
_FILES = """
SELECT name, issue_file.sha256, length(bytes), pages FROM issue_file JOIN issued_bytes USING (sha256)
WHERE issue_id = ? ORDER BY place
"""
_DOCUMENTS = """
SELECT record_id, reference, title, kind, kind_version, version, letter, content_hash, blocks, short_blocks
FROM issue_document WHERE issue_id = ? ORDER BY place
"""


class NumberTakenError(EvidencePackError):
    """There is an issue of that number."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT


def keep(edit: Edit, issue: Issue, contents: Mapping[str, bytes]) -> Issue:
    """Keep an issue with the bytes of its files by their names, and return it with the time at which it was kept.

    Raises:
        NumberTakenError: if the tender has an issue of its number.
        ValueError: if the bytes are not those that the issue names: a bug of the caller.
    """
    taken = "SELECT 1 FROM issue WHERE tender_id = ? AND issue_number = ?"
    if edit.db.execute(taken, (issue.tender, issue.number)).fetchone():
        raise NumberTakenError(f"There is an issue {issue.number} already. Nothing was issued. Try again.")
    for file in issue.files:
        if hashlib.sha256(contents[file.name]).hexdigest() != file.sha256:
            raise ValueError(f"{file.name} is not the file that is to be issued")
        edit.db.execute(_BYTES, (file.sha256, contents[file.name]))
    overridden = canonical([asdict(one) for one in issue.overridden])
    edit.db.execute(
        _ISSUE,
        (
            *(issue.id, issue.tender, issue.number, issue.reference, issue.as_of, issue.by, issue.made_with),
            *(issue.manifest, issue.answers, overridden, edit.actor, edit.device, issue.at, digest(issue)),
        ),
    )
    for place, one in enumerate(issue.documents):
        edit.db.execute(_DOCUMENT, (issue.id, place, *asdict(one).values()))
    for place, file in enumerate(issue.files):
        edit.db.execute(_FILE, (issue.id, place, file.name, file.sha256, file.pages))
    return issue


def digest(issue: Issue) -> str:
    """Return the SHA-256 of all that an issue says, as canonical JSON; its files are in it by their own SHA-256."""
    return hashlib.sha256(canonical(asdict(issue)).encode()).hexdigest()


def issues(db: Database, tender: str = "") -> Iterator[Issue]:
    """Yield the issues of a tender, or of all, oldest first."""
    for found in db.execute(_ISSUES, (tender or None,)).fetchall():
        yield _issue(db, found)


def made(db: Database, tender: str) -> Iterator[IssueMade]:
    """Yield when which issue of a tender was made and by whom, oldest first; nothing of what is in them is read."""
    return (IssueMade(*found) for found in db.execute(_MADE, (tender,)).fetchall())


def file_bytes(db: Database, sha256: str, path: Path) -> bytes:
    """Return the bytes of an issued file; ``path`` is the workspace, for the message.

    Raises:
        DamagedWorkspaceError: if they are not those that were issued.
    """
    found = db.execute("SELECT bytes FROM issued_bytes WHERE sha256 = ?", (sha256,)).fetchone()
    if found is None or hashlib.sha256(found[0]).hexdigest() != sha256:
        raise damaged(path, f"issued file {sha256[:12]} is not as it was written")
    return bytes(found[0])


def refuse_altered_issues(db: Database, path: Path) -> None:
    """Refuse issues whose content is not what was issued.

    Raises:
        DamagedWorkspaceError: naming the first.
    """
    stored = dict(db.execute("SELECT id, sha256 FROM issue").fetchall())
    for issue in issues(db):
        if digest(issue) != stored[issue.id]:
            raise damaged(path, f"issue {issue.number} of {issue.reference} is not as it was written")
    for sha256, data in db.execute("SELECT sha256, bytes FROM issued_bytes"):
        if hashlib.sha256(data).hexdigest() != sha256:
            raise damaged(path, f"issued file {sha256[:12]} is not as it was written")


def _issue(db: Database, found: tuple[str, str, str, int, str, str, str, str, str, str, str]) -> Issue:
    name, tender, reference, number, at, by, as_of, made_with, overridden, answers, manifest = found
    files = tuple(IssuedFile(*one) for one in db.execute(_FILES, (name,)))
    documents = tuple(IssuedDocument(*one) for one in db.execute(_DOCUMENTS, (name,)))
    stood = tuple(Overridden(**one) for one in json.loads(overridden))
    issue = Issue(name, tender, reference, number, at, by, as_of, made_with, files, documents, stood)
    return replace(issue, answers=answers, manifest=manifest)
