# SPDX-License-Identifier: MPL-2.0
"""What came back of copies in the workspace file: pages and signed PDFs, with what a person saw; never changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from sqlite3 import Connection as Database

from evidencepack.domain.came_back import DigitalSignature, KeptFile, KeptPage, KeptReturn, Seen, SeenPlace, Way
from evidencepack.store.faults import damaged
from evidencepack.store.revisions import Edit
from evidencepack.store.signoffs import refuse_unknown
from evidencepack.store.stored import canonical

_RETURN = """
INSERT INTO signoff_return (id, code, event_id, way, happened_on, looked_by, places, signatures, file_name, file_sha256,
                            actor_id, device_id, created_at, sha256, return_number)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(return_number), 0) + 1 FROM signoff_return))
"""
_PAGE = """
INSERT INTO signoff_return_page (return_id, page_number, sha256, width, height, came_in, came_in_sha256, came_at, typed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_BYTES = "INSERT INTO issued_bytes (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING"
_RETURNS = """
SELECT id, code, way, happened_on, created_at, looked_by, coalesce(event_id, ''), places, signatures, file_name,
       file_sha256, (SELECT length(bytes) FROM issued_bytes WHERE issued_bytes.sha256 = file_sha256)
FROM signoff_return ORDER BY return_number
"""
_PAGES = """
SELECT page_number, sha256, width, height, came_in, came_in_sha256, came_at, typed FROM signoff_return_page
WHERE return_id = ? ORDER BY page_number
"""


def keep(edit: Edit, came: KeptReturn, contents: Mapping[str, bytes]) -> None:
    """Keep what came back of a copy with its bytes, by their SHA-256.

    Raises:
        NoSuchCopyError: if no copy has its code.
        ValueError: if the bytes are not those that it names: a bug of the caller.
    """
    refuse_unknown(edit.db, came.code)
    named = [*(page.sha256 for page in came.pages), *([came.file.sha256] if came.file else [])]
    for sha256 in dict.fromkeys(named):
        if hashlib.sha256(contents[sha256]).hexdigest() != sha256:
            raise ValueError(f"{sha256[:12]} is not what came back")
        edit.db.execute(_BYTES, (sha256, contents[sha256]))
    listed = (canonical([asdict(one) for one in some]) for some in (came.places, came.signatures))
    file = (came.file.name, came.file.sha256) if came.file else (None, None)
    edit.db.execute(
        _RETURN,
        (
            *(came.id, came.code, came.event or None, came.way.value, came.day, came.by, *listed, *file),
            *(edit.actor, edit.device, came.at, digest(came)),
        ),
    )
    for page in came.pages:
        edit.db.execute(_PAGE, (came.id, *asdict(page).values()))


def returns(db: Database) -> Iterator[KeptReturn]:
    """Yield what came back, of all tenders, in the order in which it was kept."""
    for *said, places, signatures, name, sha256, size in db.execute(_RETURNS).fetchall():
        ident, code, way, day, at, by, event = said
        yield KeptReturn(
            *(ident, code, Way(way), day, at, by, event),
            pages=tuple(_pages(db, ident)),
            places=tuple(SeenPlace(one["area"], one["label"], Seen(one["seen"])) for one in json.loads(places)),
            signatures=tuple(DigitalSignature(**one) for one in json.loads(signatures)),
            file=KeptFile(name, sha256, size) if sha256 else None,
        )


def digest(came: KeptReturn) -> str:
    """Return the SHA-256 of all that is said of what came back, as canonical JSON; bytes are in it by their own."""
    return hashlib.sha256(canonical(asdict(came)).encode()).hexdigest()


def refuse_altered_returns(db: Database, path: Path) -> None:
    """Refuse what came back and is not as it was kept; bytes are looked at with those of issues.

    Raises:
        DamagedWorkspaceError: naming the first.
    """
    stored = dict(db.execute("SELECT id, sha256 FROM signoff_return").fetchall())
    for one in returns(db):
        if digest(one) != stored[one.id]:
            raise damaged(path, f"what came back of copy {one.code} is not as it was kept")


def _pages(db: Database, came: str) -> Iterator[KeptPage]:
    for *said, typed in db.execute(_PAGES, (came,)):
        yield KeptPage(*(*said, bool(typed)))
