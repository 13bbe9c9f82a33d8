# SPDX-License-Identifier: MPL-2.0
"""What went out to be signed in the workspace file: kept whole, read back exactly, never changed; events are added."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from sqlite3 import Connection as Database
from typing import ClassVar

from evidencepack.domain.issue import IssuedFile
from evidencepack.domain.signoff import InkArea, SentCopy, SentPage, SentVersion, Signer, SignEvent, State
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.store.faults import damaged
from evidencepack.store.revisions import Edit
from evidencepack.store.stored import canonical

_VERSION = """
INSERT INTO signoff_version (id, tender_id, record_id, version_number, reference, title, kind, kind_version, as_of,
                             frozen_by, made_with, content_hash, blocks, answers, actor_id, device_id, created_at,
                             sha256)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_COPY = """
INSERT INTO signoff_copy (code, version_id, place, party_id, organisation, signers, pages, areas)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_FILE = "INSERT INTO signoff_file (code, place, name, sha256, pages) VALUES (?, ?, ?, ?, ?)"
_BYTES = "INSERT INTO issued_bytes (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING"
_EVENT = """
INSERT INTO signoff_event (id, code, event_state, happened_on, created_at, noted_by, remark, deputy, authority,
                           actor_id, device_id, sha256, event_number)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(event_number), 0) + 1 FROM signoff_event))
"""
_VERSIONS = """
SELECT id, tender_id, record_id, reference, title, kind, kind_version, version_number, created_at, frozen_by, as_of,
       made_with, content_hash, CASE WHEN :whole THEN blocks ELSE '' END, CASE WHEN :whole THEN answers ELSE '' END
FROM signoff_version WHERE tender_id = coalesce(:tender, tender_id) ORDER BY tender_id, created_at, id
"""
_COPIES = """
SELECT code, party_id, organisation, signers, pages, areas FROM signoff_copy WHERE version_id = ? ORDER BY place
"""
_FILES = """
SELECT name, signoff_file.sha256, length(bytes), pages FROM signoff_file JOIN issued_bytes USING (sha256)
WHERE code = ? ORDER BY place
"""
_EVENTS = """
SELECT id, code, event_state, happened_on, created_at, noted_by, remark, deputy, authority, sha256
FROM signoff_event ORDER BY event_number
"""


class VersionTakenError(EvidencePackError):
    """There is a version of that number, or a copy of that code."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT


class NoSuchCopyError(EvidencePackError):
    """No copy that went out has this code."""

    exit_code: ClassVar[ExitCode] = ExitCode.NOT_FOUND


def keep(edit: Edit, version: SentVersion, contents: Mapping[str, bytes]) -> None:
    """Keep a version with the bytes of its copies' files, by their names.

    Raises:
        VersionTakenError: if the document has a version of its number, or there is a copy of one of its codes.
        ValueError: if the bytes are not those that the version names: a bug of the caller.
    """
    taken = "SELECT 1 FROM signoff_version WHERE record_id = ? AND version_number = ?"
    if edit.db.execute(taken, (version.record, version.number)).fetchone() or any(
        _has_copy(edit.db, one.code) for one in version.copies
    ):
        raise VersionTakenError(f"Version {version.label} of {version.reference} went out already. Nothing was frozen.")
    edit.db.execute(
        _VERSION,
        (
            *(version.id, version.tender, version.record, version.number, version.reference, version.title),
            *(version.kind, version.kind_version, version.as_of, version.by, version.made_with),
            *(version.content_hash, version.blocks, version.answers, edit.actor, edit.device, version.at),
            digest(version),
        ),
    )
    for place, copy in enumerate(version.copies):
        _keep_copy(edit, version.id, place, copy, contents)


def _keep_copy(edit: Edit, version: str, place: int, copy: SentCopy, contents: Mapping[str, bytes]) -> None:
    listed = (canonical([asdict(one) for one in some]) for some in (copy.signers, copy.pages, copy.areas))
    edit.db.execute(_COPY, (copy.code, version, place, copy.party, copy.organisation, *listed))
    for at, file in enumerate(copy.files):
        if hashlib.sha256(contents[file.name]).hexdigest() != file.sha256:
            raise ValueError(f"{file.name} is not the file that went out")
        edit.db.execute(_BYTES, (file.sha256, contents[file.name]))
        edit.db.execute(_FILE, (copy.code, at, file.name, file.sha256, file.pages))


def note(edit: Edit, event: SignEvent) -> None:
    """Note an event of a copy, behind all others.

    Raises:
        NoSuchCopyError: if no copy has its code.
    """
    refuse_unknown(edit.db, event.code)
    edit.db.execute(_EVENT, (*_said(event), edit.actor, edit.device, _digest_of(event)))


def refuse_unknown(db: Database, code: str) -> None:
    """Refuse a code that no copy has.

    Raises:
        NoSuchCopyError: if none has.
    """
    if not _has_copy(db, code):
        raise NoSuchCopyError(f"Nothing that went out to be signed has the code {code}. Nothing was noted.")


def versions(db: Database, tender: str = "", *, whole: bool = True) -> Iterator[SentVersion]:
    """Yield what went out of a tender, or of all, oldest first; unless ``whole``, without blocks and answers."""
    for found in db.execute(_VERSIONS, {"tender": tender or None, "whole": whole}).fetchall():
        name, *said, blocks, answers = found
        yield SentVersion(*(name, *said, tuple(_copies(db, name)), blocks, answers))


def events(db: Database) -> Iterator[SignEvent]:
    """Yield what happened to copies, in the order in which it was noted."""
    for *said, _ in db.execute(_EVENTS):
        yield _event(said)


def digest(version: SentVersion) -> str:
    """Return the SHA-256 of all that a version says, as canonical JSON; its files are in it by their own SHA-256."""
    return hashlib.sha256(canonical(asdict(version)).encode()).hexdigest()


def refuse_altered_signoffs(db: Database, path: Path) -> None:
    """Refuse versions and events that are not what was kept; the bytes of files are looked at with those of issues.

    Raises:
        DamagedWorkspaceError: naming the first.
    """
    stored = dict(db.execute("SELECT id, sha256 FROM signoff_version").fetchall())
    for one in versions(db):
        if digest(one) != stored[one.id]:
            raise damaged(path, f"version {one.label} of {one.reference} is not as it went out to be signed")
    for *said, sha256 in db.execute(_EVENTS):
        if _digest_of(_event(said)) != sha256:
            raise damaged(path, f"an event of copy {said[1]} is not as it was noted")


def _copies(db: Database, version: str) -> Iterator[SentCopy]:
    for code, party, organisation, signers, pages, areas in db.execute(_COPIES, (version,)).fetchall():
        yield SentCopy(
            code,
            party,
            organisation,
            tuple(Signer(**one) for one in json.loads(signers)),
            tuple(SentPage(**one) for one in json.loads(pages)),
            tuple(InkArea(**one) for one in json.loads(areas)),
            tuple(IssuedFile(*one) for one in db.execute(_FILES, (code,))),
        )


def _has_copy(db: Database, code: str) -> bool:
    return db.execute("SELECT 1 FROM signoff_copy WHERE code = ?", (code,)).fetchone() is not None


def _event(said: list[str]) -> SignEvent:
    name, code, state, *rest = said
    return SignEvent(name, code, State(state), *rest)


def _said(event: SignEvent) -> tuple[str, ...]:
    return tuple(str(one) for one in asdict(event).values())


def _digest_of(event: SignEvent) -> str:
    return hashlib.sha256(canonical(list(_said(event))).encode()).hexdigest()
