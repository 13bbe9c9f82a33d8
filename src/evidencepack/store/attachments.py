# SPDX-License-Identifier: MPL-2.0
"""Files kept in the workspace, each once, by the SHA-256 of its bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection as Database
from typing import ClassVar

from evidencepack.domain.text import clean
from evidencepack.domain.values import Attachment
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.store.faults import damaged

_INSERT = """
INSERT INTO attachment (sha256, bytes, media_type, name, created_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (sha256) DO NOTHING
"""


class AttachmentNotFoundError(EvidencePackError):
    """No file with that SHA-256 was ever attached."""

    exit_code: ClassVar[ExitCode] = ExitCode.NOT_FOUND


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file to attach: its bytes, the name it came with, and its media type ("image/png")."""

    data: bytes
    name: str
    media_type: str

    def answer(self) -> Attachment:
        """Return what an answer holds of the file."""
        return Attachment(hashlib.sha256(self.data).hexdigest(), clean(self.name).text)


def attach(db: Database, file: AttachedFile, *, time: str) -> Attachment:
    """Keep a file and return what an answer holds of it. The same bytes are kept once."""
    answer = file.answer()
    db.execute(_INSERT, (answer.sha256, file.data, file.media_type, answer.name, time))
    return answer


def attachment(db: Database, sha256: str, path: Path) -> bytes:
    """Return the bytes of a file; ``path`` is the workspace, for the message.

    Raises:
        AttachmentNotFoundError: if there is none.
        DamagedWorkspaceError: if the bytes are no longer those that were attached.
    """
    refuse_unattached(db, sha256)
    (data,) = db.execute("SELECT bytes FROM attachment WHERE sha256 = ?", (sha256,)).fetchone()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise damaged(path, f"attachment {sha256[:12]} is not as it was written")
    return bytes(data)


def refuse_unattached(db: Database, sha256: str) -> None:
    """Refuse a SHA-256 that names no file here."""
    if not db.execute("SELECT 1 FROM attachment WHERE sha256 = ?", (sha256,)).fetchone():
        raise AttachmentNotFoundError(
            f"No file with the SHA-256 {sha256} is attached here. Nothing was changed. Attach the file first."
        )
