# SPDX-License-Identifier: MPL-2.0
"""Time an edit from being handed to the store until COMMIT has returned, beside the same two rows by plain sqlite3.

Both write into files on the same disk, with the same settings, in turn. What ours does besides: it checks that record
and row are there, signs the revision with its SHA-256, and lets the words be found. Argument: how many edits.
"""

from __future__ import annotations

import hashlib
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.values import FieldType
from evidencepack.store.workspace import Workspace, create_workspace
from evidencepack.usecases.changes import SetAnswer
from evidencepack.usecases.saving import Kept, keep_changes

_RECORDS = 20
_WORDS = "Two connectors run 12 sessions a week and Nasrin Akhtar leads. First contact comes within 2 working days. "
_SETTINGS = (
    "foreign_keys = ON",
    "cell_size_check = ON",
    "temp_store = MEMORY",
    "locking_mode = EXCLUSIVE",
    "journal_mode = TRUNCATE",
    "synchronous = EXTRA",
    "secure_delete = ON",
    "fullfsync = ON",
)
_TABLES = """
CREATE TABLE revision (
    id TEXT PRIMARY KEY, sequence INTEGER NOT NULL UNIQUE, operation TEXT NOT NULL, path TEXT NOT NULL, type TEXT,
    old_json TEXT, new_json TEXT, base_id TEXT, actor_id TEXT NOT NULL, device_id TEXT NOT NULL,
    created_at TEXT NOT NULL, reason TEXT NOT NULL, note TEXT NOT NULL, sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX revision_path ON revision (path, sequence);
CREATE TABLE value (
    path TEXT PRIMARY KEY, record_id TEXT NOT NULL, field TEXT NOT NULL, row_id TEXT, column_id TEXT,
    type TEXT NOT NULL, json TEXT, revision_id TEXT NOT NULL
) STRICT;
CREATE INDEX value_record ON value (record_id);
"""
_REVISION = "INSERT INTO revision VALUES (?, ?, 'set', ?, 'long_text', ?, ?, NULL, ?, ?, ?, '', '', ?)"
_VALUE = """
INSERT INTO value VALUES (?, ?, 'purpose', NULL, NULL, 'long_text', ?, ?)
ON CONFLICT (path) DO UPDATE SET json = excluded.json, revision_id = excluded.revision_id
"""


class _Plain:
    """The peer: one revision row and one value row by sqlite3 itself."""

    def __init__(self, file: Path) -> None:
        self._db = sqlite3.connect(file, isolation_level=None)
        for setting in _SETTINGS:
            self._db.execute(f"PRAGMA {setting}").fetchall()
        self._db.executescript(_TABLES)
        self._sequence = 0

    def edit(self, record: str, text: str) -> None:
        """Write the two rows in one transaction."""
        self._sequence += 1
        revision, path, content = new_id(), f"{record}/purpose", f'"{text}"'
        digest = hashlib.sha256(content.encode()).hexdigest()
        maker = (record, record, "2027-02-15T09:30:00.000000Z", digest)
        self._db.execute("BEGIN IMMEDIATE")
        self._db.execute(_REVISION, (revision, self._sequence, path, content, content, *maker))
        self._db.execute(_VALUE, (path, record, content, revision))
        self._db.execute("COMMIT")


def main(edits: int) -> None:
    """Print the median and the 99th percentile of both, and their ratios."""
    ours: list[float] = []
    plain: list[float] = []
    # Beside the sources, because the folder for temporary files may be no disk at all.
    disk = Path(__file__).parents[2] / "build"
    disk.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory(dir=disk) as folder,
        create_workspace(Path(folder) / "ours.evidencepack") as workspace,
    ):
        peer = _Plain(Path(folder) / "plain.db")
        records = [workspace.add_record("mou", f"MOU-{at:02}").id for at in range(_RECORDS)]
        for at in range(edits):
            record, text = records[at % _RECORDS], f"{_WORDS}{at}"
            ours.append(_timed(lambda: _edit(workspace, record, text)))  # noqa: B023 - called at once
            plain.append(_timed(lambda: peer.edit(record, text)))  # noqa: B023 - called at once
    for name, part in (("median", 0.5), ("99th percentile", 0.99)):
        took, least = (sorted(times)[int(part * edits)] for times in (ours, plain))
        print(
            f"an edit until COMMIT returned, {name} of {edits:,}: ours {took * 1000:.2f} ms, "
            f"plain sqlite3 {least * 1000:.2f} ms, ours / plain: {took / least:.2f}"
        )


def _edit(workspace: Workspace, record: str, text: str) -> None:
    kept = keep_changes(workspace, [SetAnswer(FieldPath(record, "purpose"), FieldType.LONG_TEXT, text)])
    if kept != Kept(1):
        raise SystemExit(kept.problem)


def _timed(act: Callable[[], None]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]))
