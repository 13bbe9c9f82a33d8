# SPDX-License-Identifier: MPL-2.0
"""Whether a file is a sound workspace of a version this program knows; and whether its contents agree."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path
from sqlite3 import Connection as Database
from typing import ClassVar

from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.store.faults import damaged, not_a_workspace, unreadable
from evidencepack.store.migrations.sequence import APPLICATION, NAMES, NEWEST, applied, expected_schema, schema, version

_COUNTS = """
SELECT 'record', count(*) FROM record
UNION ALL SELECT 'value', count(*) FROM value
UNION ALL SELECT 'table_row', count(*) FROM table_row
UNION ALL SELECT 'revision', count(*) FROM revision
UNION ALL SELECT 'attachment', count(*) FROM attachment
UNION ALL SELECT 'save', save_counter FROM workspace
"""
_ISSUE_COUNTS = """
UNION ALL SELECT 'issue', count(*) FROM issue
UNION ALL SELECT 'issue_document', count(*) FROM issue_document
UNION ALL SELECT 'issue_file', count(*) FROM issue_file
UNION ALL SELECT 'issued_bytes', count(*) FROM issued_bytes
"""
_REVISIONS = """
SELECT sha256, id, operation, path, type, old_json, new_json, base_id, actor_id, device_id, created_at, reason, note
FROM revision
"""
# What stands now must be what its newest revision says; of what was removed, what that revision says it was.
_STRAYS = """
SELECT value.path FROM value JOIN revision ON revision.id = value.revision_id
WHERE value.json IS NOT revision.new_json OR value.type IS NOT revision.type OR value.path IS NOT revision.path
   OR value.path IS NOT value.record_id || '/' || value.field || coalesce('/' || row_id || '/' || column_id, '')
UNION ALL
SELECT record.id FROM record JOIN revision ON revision.id = record.revision_id
WHERE record.id IS NOT revision.path OR (deleted_at IS NULL) IS NOT (new_json IS NOT NULL)
   OR kind IS NOT json_extract(coalesce(new_json, old_json), '$.kind')
   OR reference IS NOT json_extract(coalesce(new_json, old_json), '$.reference')
   OR order_key IS NOT json_extract(coalesce(new_json, old_json), '$.order')
   OR coalesce(tender_id, '') IS NOT json_extract(coalesce(new_json, old_json), '$.tender')
UNION ALL
SELECT table_row.id FROM table_row JOIN revision ON revision.id = table_row.revision_id
WHERE record_id || '/' || field || '/' || table_row.id IS NOT revision.path
   OR (deleted_at IS NULL) IS NOT (new_json IS NOT NULL)
   OR order_key IS NOT json_extract(coalesce(new_json, old_json), '$')
LIMIT 1
"""
_SIGNOFF_COUNTS = """
UNION ALL SELECT 'signoff_version', count(*) FROM signoff_version
UNION ALL SELECT 'signoff_copy', count(*) FROM signoff_copy
UNION ALL SELECT 'signoff_file', count(*) FROM signoff_file
UNION ALL SELECT 'signoff_event', count(*) FROM signoff_event
"""
_RETURN_COUNTS = """
UNION ALL SELECT 'signoff_return', count(*) FROM signoff_return
UNION ALL SELECT 'signoff_return_page', count(*) FROM signoff_return_page
"""


_LONGEST_WORDS = 100
ISSUES_SINCE = 3
"""The first version of a workspace file that holds issues."""
SIGNOFFS_SINCE = 4
"""The first version of a workspace file that holds what went out to be signed."""
RETURNS_SINCE = 5
"""The first version of a workspace file that holds what came back signed."""


class MissingWorkspaceError(EvidencePackError):
    """There is no file of that name."""

    exit_code: ClassVar[ExitCode] = ExitCode.NOT_FOUND


class FolderNotWorkspaceError(EvidencePackError):
    """The path names a folder."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_WORKSPACE


class NewerWorkspaceError(EvidencePackError):
    """A newer version of the program has written this file."""

    exit_code: ClassVar[ExitCode] = ExitCode.NEWER_VERSION


def refuse_absent(path: Path) -> None:
    """Refuse a path where there is no file, or something that only looks like one."""
    try:
        mode = path.stat().st_mode
    except PermissionError as error:
        raise unreadable(path) from error
    except OSError as error:
        # Not there, on a path through a file, a name too long for any disk: it comes to the same.
        raise MissingWorkspaceError(f"There is no workspace “{path}”. Nothing was made. Check the name.") from error
    if stat.S_ISDIR(mode):
        raise FolderNotWorkspaceError(f"“{path}” is a folder. Nothing was changed. Choose a workspace file inside it.")
    if not stat.S_ISREG(mode):
        # A device or a pipe: SQLite would wait for it for ever.
        raise not_a_workspace(path)


def refuse_foreign(db: Database, path: Path, *, pages_later: bool = False) -> None:
    """Refuse a file that is not a workspace, is damaged, or is newer than this program.

    With ``pages_later`` nobody looks yet whether its pages fit together (``refuse_torn``): that takes the longer, the
    more there is in it.
    """
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise not_a_workspace(path)
    names = applied(db)
    if version(db) > NEWEST or set(names) - set(NAMES):
        raise NewerWorkspaceError(
            f"“{path}” was saved by a newer version of evidencepack. It was not opened and not changed. "
            "Install the newer version of the program, then open it again."
        )
    if not pages_later:
        refuse_torn(db, path)
    if names != NAMES[: version(db)] or schema(db) != expected_schema(version(db)):
        raise damaged(path, "its tables are not those it was made with")


def refuse_torn(db: Database, path: Path) -> None:
    """Refuse a file whose pages do not fit together."""
    # The quick check would pass an index that no longer fits its table, and a page that lists half the answers.
    if (found := db.execute("PRAGMA integrity_check (1)").fetchone()[0]) != "ok":
        said = " ".join(found.rpartition("*** in database main ***")[2].split())
        raise damaged(path, f"its pages do not fit together; SQLite says: {said[:_LONGEST_WORDS]}")


def counts(db: Database) -> Mapping[str, int]:
    """Return how many rows each table holds, and the number of saves."""
    of_issues = _ISSUE_COUNTS if version(db) >= ISSUES_SINCE else ""
    of_signoffs = _SIGNOFF_COUNTS if version(db) >= SIGNOFFS_SINCE else ""
    of_returns = _RETURN_COUNTS if version(db) >= RETURNS_SINCE else ""
    return dict(db.execute(_COUNTS + of_issues + of_signoffs + of_returns).fetchall())


def refuse_altered(db: Database, path: Path) -> None:
    """Refuse contents that changed without a revision: one flipped bit in a text passes SQLite's own checks."""
    import hashlib  # a file that is opened is not read through like that

    from evidencepack.store.revisions import fingerprint

    if stray := db.execute("PRAGMA foreign_key_check").fetchone():
        raise damaged(path, f"a row of {stray[0]} belongs to nothing")
    for stored, *content in db.execute(_REVISIONS):
        if fingerprint(content) != stored:
            raise damaged(path, f"revision {content[0]} is not as it was written")
    for (stray,) in db.execute(_STRAYS):
        raise damaged(path, f"{stray} is not as it was written")
    for digest, data in db.execute("SELECT sha256, bytes FROM attachment"):
        if hashlib.sha256(data).hexdigest() != digest:
            raise damaged(path, f"attachment {digest[:12]} is not as it was written")
    _refuse_altered_papers(db, path)


def _refuse_altered_papers(db: Database, path: Path) -> None:
    """Refuse what was issued, or went out to be signed, and is not as it was."""
    if version(db) >= ISSUES_SINCE:
        from evidencepack.store.issues import refuse_altered_issues

        refuse_altered_issues(db, path)
    if version(db) >= SIGNOFFS_SINCE:
        from evidencepack.store.signoffs import refuse_altered_signoffs

        refuse_altered_signoffs(db, path)
    if version(db) >= RETURNS_SINCE:
        from evidencepack.store.signed_returns import refuse_altered_returns

        refuse_altered_returns(db, path)
