# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Record
from evidencepack.domain.values import Attachment, FieldType, Reference, Row, Table
from evidencepack.errors import ExitCode
from evidencepack.store.attachments import AttachedFile, AttachmentNotFoundError
from evidencepack.store.entering import DuplicateReferenceError
from evidencepack.store.imports import AlreadyImportedError
from evidencepack.store.records import RecordNotFoundError
from evidencepack.store.session import Session
from evidencepack.store.workspace import Workspace, create_workspace

LOGO = AttachedFile(b"\x89PNG", "logo.png", "image/png")
TYPES = {"logo": FieldType.FILE, "parties": FieldType.TABLE, "organisation": FieldType.REFERENCE}


def types(kind: str, field: str, column: str) -> FieldType:
    assert kind
    return TYPES.get(column or field, FieldType.LONG_TEXT)


@pytest.fixture
def incoming() -> list[Record]:
    """Return a tender whose document comes before it and names an organisation that comes after."""
    tender, partner = new_id(), new_id()
    rows = tuple(Row(new_id(), {"organisation": Reference(partner), "role": f"role {n}"}) for n in range(40))
    logo = Attachment(hashlib.sha256(LOGO.data).hexdigest(), "logo.png")
    return [
        Record(new_id(), "mou", "MOU-01", tender, {"parties": Table(rows), "purpose": "মৈত্রী\x00"}),
        Record(tender, "tender", "T1", "", {"title": "Home First"}),
        Record(partner, "organisation", "FB", "", {"logo": logo}),
    ]


def test_a_whole_tender_comes_in_with_its_ids_order_rows_and_files(
    workspace: Workspace, incoming: list[Record]
) -> None:
    done = workspace.import_records(incoming, types=types, files=[LOGO], source="sample.json")
    mou, tender, partner = incoming
    found = workspace.facts(tender.id)
    assert list(found.records) == [tender.id, mou.id, partner.id]
    assert found.records[mou.id].answers == {**mou.answers, "purpose": "মৈত্রী"}
    assert found.records[partner.id] == partner
    assert workspace.attachment(hashlib.sha256(LOGO.data).hexdigest()) == LOGO.data
    assert (done.records, done.notes) == (
        3,
        ((FieldPath(mou.id, "purpose"), "1 character that cannot be printed was removed."),),
    )
    assert workspace.search("মৈত্রী")[0].path == f"{mou.id}/purpose"


def test_an_import_is_logged_and_its_revisions_name_it(workspace: Workspace, incoming: list[Record]) -> None:
    done = workspace.import_records(incoming, types=types, files=[LOGO], source="sample.json")
    database = workspace._connection.db
    assert database.execute("SELECT id, source, records FROM import_log").fetchall() == [(done.id, "sample.json", 3)]
    assert database.execute("SELECT DISTINCT import_id FROM revision").fetchall() == [(done.id,)]
    assert database.execute("SELECT save_counter FROM workspace").fetchone() == (1,)


def test_two_new_workspaces_hold_the_same_after_the_same_import(
    tmp_path: Path, session: Session, incoming: list[Record]
) -> None:
    found = []
    for name in ("one", "two"):
        with create_workspace(tmp_path / name, session=session) as workspace:
            workspace.import_records(incoming, types=types, files=[LOGO])
            found.append(workspace.facts(incoming[1].id))
    assert found[0] == found[1]
    assert list(found[0].records) == list(found[1].records)


def test_what_is_here_already_is_refused_and_nothing_comes_in(workspace: Workspace, incoming: list[Record]) -> None:
    workspace.import_records(incoming, types=types, files=[LOGO])
    before = workspace.history()
    with pytest.raises(AlreadyImportedError, match="“FB”, “MOU-01”, “T1” came in before") as caught:
        workspace.import_records(incoming, types=types, files=[LOGO])
    assert caught.value.exit_code is ExitCode.BAD_INPUT
    more = [*incoming, Record(incoming[0].id, "mou", "MOU-02")]
    with pytest.raises(AlreadyImportedError, match="and 1 more"):
        workspace.import_records(more, types=types, files=[LOGO])
    assert workspace.history() == before


def test_rows_that_are_here_already_are_refused(workspace: Workspace, incoming: list[Record]) -> None:
    workspace.import_records(incoming, types=types, files=[LOGO])
    stolen = Record(new_id(), "mou", "MOU-09", "", {"parties": incoming[0].answers["parties"]})
    with pytest.raises(AlreadyImportedError, match="and 37 more came in before"):
        workspace.import_records([stolen], types=types)


def test_a_record_that_comes_twice_is_refused(workspace: Workspace, incoming: list[Record]) -> None:
    with pytest.raises(AlreadyImportedError, match="twice in this file"):
        workspace.import_records([*incoming, incoming[0]], types=types, files=[LOGO])
    assert workspace.history() == ()


def test_a_reference_that_is_taken_is_refused_and_nothing_comes_in(
    workspace: Workspace, incoming: list[Record]
) -> None:
    workspace.add_record("organisation", "FB")
    with pytest.raises(DuplicateReferenceError, match="“organisation” is called “FB” already"):
        workspace.import_records(incoming, types=types, files=[LOGO])
    assert workspace.tenders() == ()


def test_a_file_that_did_not_come_along_is_refused(workspace: Workspace, incoming: list[Record]) -> None:
    with pytest.raises(AttachmentNotFoundError):
        workspace.import_records(incoming, types=types)
    assert workspace.history() == ()


def test_a_tender_that_is_neither_here_nor_in_the_import_is_refused(
    workspace: Workspace, incoming: list[Record]
) -> None:
    with pytest.raises(RecordNotFoundError):
        workspace.import_records(incoming[:1], types=types)
    assert workspace.history() == ()
