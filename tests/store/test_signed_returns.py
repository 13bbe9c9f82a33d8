# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.outgoing import CODE, HOSTILE, version_of

from evidencepack.domain.came_back import DigitalSignature, KeptFile, KeptPage, KeptReturn, Seen, SeenPlace, Way
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Record
from evidencepack.domain.short_code import short_code
from evidencepack.domain.signoff import SignEvent, State
from evidencepack.store.backup import DamagedBackupError
from evidencepack.store.checks import counts, refuse_altered
from evidencepack.store.faults import DamagedWorkspaceError
from evidencepack.store.signoffs import NoSuchCopyError
from evidencepack.store.workspace import Workspace, open_workspace, restore

_PICTURE, _SIGNED_PDF = b"\xff\xd8\xff one page", b"%PDF-1.7 signed"


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


CONTENTS = {_sha256(one): one for one in (_PICTURE, _SIGNED_PDF)}


def _came(event: str = "", code: str = CODE) -> KeptReturn:
    page = KeptPage(3, _sha256(_PICTURE), 1240, 1754, HOSTILE, "ef" * 32, 12, typed=True)
    seen = SeenPlace(0, HOSTILE, Seen.CANNOT_TELL)
    signature = DigitalSignature(HOSTILE, "Root of nobody", "2026-11-20T10:00:00+00:00", intact=True, changes="none")
    file = KeptFile("signed.pdf", _sha256(_SIGNED_PDF), len(_SIGNED_PDF))
    return KeptReturn(
        *(new_id(), code, Way.DIGITAL, "2026-11-23", "2026-11-24T09:00:00Z", HOSTILE, event),
        *((page,), (seen,), (signature,), file),
    )


@pytest.fixture
def returned(workspace: Workspace, mou: Record) -> KeptReturn:
    """Return what came back, and was kept with the event that says so."""
    workspace.keep_sent(*version_of(workspace, mou))
    event = SignEvent(new_id(), CODE, State.RETURNED, "2026-11-23", "2026-11-24T09:00:00Z", "Jane")
    workspace.note_signing(event)
    workspace.keep_return(came := _came(event.id), CONTENTS)
    return came


def test_what_came_back_is_read_back_exactly_also_after_the_file_was_closed(
    workspace: Workspace, returned: KeptReturn, path: Path
) -> None:
    scan = replace(_came(), way=Way.SCAN, file=None, signatures=())
    workspace.keep_return(scan, CONTENTS)
    assert workspace.signed_returns() == (returned, scan)
    workspace.close()
    with open_workspace(path, read_only=True) as again:
        assert again.signed_returns() == (returned, scan)
        assert again.issued_bytes(returned.pages[0].sha256) == _PICTURE
        assert again.issued_bytes(_sha256(_SIGNED_PDF)) == _SIGNED_PDF


def test_what_never_went_out_cannot_come_back_and_other_bytes_are_refused(
    workspace: Workspace, returned: KeptReturn
) -> None:
    with pytest.raises(NoSuchCopyError, match="Nothing was noted"):
        workspace.keep_return(_came(code=short_code(b"another")), CONTENTS)
    with pytest.raises(ValueError, match="is not what came back"):
        workspace.keep_return(_came(), {**CONTENTS, _sha256(_PICTURE): b"another page"})
    assert workspace.signed_returns() == (returned,)


@pytest.mark.parametrize("table", ["signoff_return", "signoff_return_page"])
@pytest.mark.usefixtures("returned")
def test_nothing_of_it_is_ever_changed_or_deleted(workspace: Workspace, table: str) -> None:
    db = workspace._connection.db
    for act in (f"DELETE FROM {table}", f"UPDATE {table} SET rowid = rowid"):  # noqa: S608 - names of ours
        with pytest.raises(sqlite3.IntegrityError, match="what came back signed is never"):
            db.execute(act)


@pytest.mark.usefixtures("returned")
def test_backups_count_it(workspace: Workspace) -> None:
    found = counts(workspace._connection.db)
    assert (found["signoff_return"], found["signoff_return_page"]) == (1, 1)


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE signoff_return SET places = '[]'",
        "UPDATE signoff_return SET happened_on = '2026-11-01'",
        "UPDATE signoff_return_page SET came_at = 1",
    ],
)
@pytest.mark.usefixtures("returned")
def test_a_forged_word_is_found_in_backups_and_restores(
    workspace: Workspace, path: Path, forgery: str, tmp_path: Path
) -> None:
    db = workspace._connection.db
    refuse_altered(db, path)
    table = forgery.split()[1]
    trigger = db.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (f"{table}_is_not_changed",)).fetchone()[0]
    db.execute(f"DROP TRIGGER {table}_is_not_changed")
    db.execute(forgery)
    db.execute(trigger)
    with pytest.raises(DamagedWorkspaceError, match="is not as it was kept"):
        refuse_altered(db, path)
    workspace.close()
    with pytest.raises(DamagedBackupError):
        restore(path, tmp_path / "restored.evidencepack")
