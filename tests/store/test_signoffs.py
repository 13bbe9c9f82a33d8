# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.outgoing import CODE, HOSTILE, version_of

from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Record
from evidencepack.domain.signoff import SignEvent, State
from evidencepack.store.backup import DamagedBackupError
from evidencepack.store.checks import refuse_altered
from evidencepack.store.faults import DamagedWorkspaceError
from evidencepack.store.signoffs import NoSuchCopyError, VersionTakenError
from evidencepack.store.workspace import Workspace, open_workspace, restore


def _event(code: str = CODE, state: State = State.SENT, words: str = "") -> SignEvent:
    return SignEvent(
        new_id(), code, state, "2026-11-23", "2026-11-24T09:00:00Z", "Jane", words, "A. Deputy", "Minute 7"
    )


def test_what_went_out_is_read_back_exactly(workspace: Workspace, mou: Record) -> None:
    version, contents = version_of(workspace, mou)
    workspace.keep_sent(version, contents)
    assert workspace.sent_versions(mou.tender) == (version,)
    assert workspace.sent_versions() == (version,)
    assert workspace.sent_versions(new_id()) == ()
    assert workspace.sent_versions(whole=False) == (replace(version, blocks="", answers=""),)
    assert [workspace.issued_bytes(file.sha256) for file in version.copies[0].files] == [b"PK a", b"%PDF a"]


def test_events_stand_in_the_order_in_which_they_were_noted(workspace: Workspace, mou: Record) -> None:
    workspace.keep_sent(*version_of(workspace, mou))
    noted = [_event(), _event(state=State.CHASED), _event(state=State.DECLINED, words=HOSTILE)]
    for one in noted:
        workspace.note_signing(one)
    assert workspace.sign_events() == tuple(noted)


def test_a_version_goes_out_once_and_a_code_stands_for_one_copy(workspace: Workspace, mou: Record) -> None:
    version, contents = version_of(workspace, mou)
    workspace.keep_sent(version, contents)
    with pytest.raises(VersionTakenError, match="went out already"):
        workspace.keep_sent(replace(version, id=new_id(), copies=()), contents)
    with pytest.raises(VersionTakenError):
        workspace.keep_sent(replace(version, id=new_id(), number=2), contents)
    assert workspace.sent_versions() == (version,)


def test_bytes_that_are_not_those_that_went_out_are_refused_and_nothing_is_kept(
    workspace: Workspace, mou: Record
) -> None:
    version, contents = version_of(workspace, mou)
    with pytest.raises(ValueError, match="is not the file that went out"):
        workspace.keep_sent(version, {**contents, "a.pdf": b"%PDF b"})
    assert workspace.sent_versions() == ()


def test_an_event_of_a_copy_that_never_went_out_is_refused(workspace: Workspace) -> None:
    with pytest.raises(NoSuchCopyError, match="Nothing was noted"):
        workspace.note_signing(_event())


@pytest.mark.parametrize("table", ["signoff_version", "signoff_copy", "signoff_file", "signoff_event"])
def test_nothing_of_it_is_ever_changed_or_deleted(workspace: Workspace, mou: Record, table: str) -> None:
    workspace.keep_sent(*version_of(workspace, mou))
    workspace.note_signing(_event())
    db = workspace._connection.db
    for act in (f"DELETE FROM {table}", f"UPDATE {table} SET rowid = rowid"):  # noqa: S608 - names of ours
        with pytest.raises(sqlite3.IntegrityError, match="what went out to be signed is never"):
            db.execute(act)


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE signoff_version SET blocks = '{}'",
        "UPDATE signoff_copy SET pages = '[]'",
        "UPDATE signoff_event SET event_state = 'accepted'",
        "UPDATE signoff_event SET happened_on = '2026-11-01'",
    ],
)
def test_a_forged_word_is_found_in_backups_and_restores(
    workspace: Workspace, mou: Record, path: Path, forgery: str, tmp_path: Path
) -> None:
    workspace.keep_sent(*version_of(workspace, mou))
    workspace.note_signing(_event())
    db = workspace._connection.db
    refuse_altered(db, path)
    table = forgery.split()[1]
    trigger = db.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (f"{table}_is_not_changed",)).fetchone()[0]
    db.execute(f"DROP TRIGGER {table}_is_not_changed")
    db.execute(forgery)
    db.execute(trigger)
    with pytest.raises(DamagedWorkspaceError):
        refuse_altered(db, path)
    workspace.close()
    with pytest.raises(DamagedBackupError):
        restore(path, tmp_path / "restored.evidencepack")


def test_everything_is_there_after_the_file_was_closed_and_opened(
    workspace: Workspace, mou: Record, path: Path
) -> None:
    version, contents = version_of(workspace, mou)
    workspace.keep_sent(version, contents)
    workspace.note_signing(event := _event())
    workspace.close()
    with open_workspace(path, read_only=True) as again:
        assert (again.sent_versions(), again.sign_events()) == ((version,), (event,))
