# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Record
from evidencepack.domain.values import (
    FieldType,
)
from evidencepack.store.faults import DamagedWorkspaceError
from evidencepack.store.records import RecordNotFoundError
from evidencepack.store.session import Session
from evidencepack.store.workspace import Workspace, create_workspace


def test_facts_hold_the_tender_its_records_and_what_all_tenders_share_in_order(workspace: Workspace) -> None:
    first = workspace.add_record("tender", "T1")
    partner = workspace.add_record("organisation", "FB")
    second = workspace.add_record("tender", "T2")
    meeting = workspace.add_record("meeting", "M1", tender=second.id)
    workspace.add_record("meeting", "M1", tender=first.id)
    found = workspace.facts(second.id)
    assert found.tender == second.id
    assert list(found.records) == [second.id, partner.id, meeting.id]
    assert workspace.tenders() == (first, second)


def test_facts_ask_the_same_few_questions_however_many_answers_there_are(workspace: Workspace, tender: Record) -> None:
    def asked() -> int:
        questions: list[str] = []
        database = workspace._connection.db
        database.set_trace_callback(questions.append)
        workspace.facts(tender.id)
        database.set_trace_callback(None)
        return len(questions)

    few = asked()
    for number in range(20):
        record = workspace.add_record("meeting", f"M{number}", tender=tender.id)
        workspace.set_value(FieldPath(record.id, "name"), FieldType.TEXT, f"Meeting {number}")
        workspace.add_row(record.id, "agenda")
    assert asked() == few <= 6


def test_facts_know_the_day_of_their_newest_change(path: Path) -> None:
    days = iter(range(1, 30))
    session = Session("Jane", "laptop", clock=lambda: datetime(2026, 11, next(days), 23, 59, tzinfo=UTC))
    with create_workspace(path, session=session) as workspace:
        tender, other = (workspace.add_record("tender", name) for name in ("T1", "T2"))
        changed = [workspace.facts(tender.id).changed]
        meeting = workspace.add_record("meeting", "M1", tender=tender.id)
        changed.append(workspace.facts(tender.id).changed)
        workspace.set_value(FieldPath(meeting.id, "name"), FieldType.TEXT, "Board")
        workspace.set_value(FieldPath(other.id, "title"), FieldType.TEXT, "no business of the first tender")
        changed.append(workspace.facts(tender.id).changed)
        workspace.add_row(meeting.id, "agenda")
        changed.append(workspace.facts(tender.id).changed)
        workspace.remove_record(meeting.id)
        changed.append(workspace.facts(tender.id).changed)
    assert [day.day for day in changed] == [3, 5, 6, 8, 9]


def test_a_time_that_does_not_read_back_is_damage(workspace: Workspace, tender: Record) -> None:
    database = workspace._connection.db
    database.execute("DROP TRIGGER revision_is_not_changed")
    database.execute("UPDATE revision SET created_at = 'yesterday'")
    with pytest.raises(DamagedWorkspaceError, match="yesterday"):
        workspace.facts(tender.id)


def test_facts_of_what_is_no_tender_are_refused(workspace: Workspace, mou: Record) -> None:
    for absent in (new_id(), mou.id):
        with pytest.raises(RecordNotFoundError):
            workspace.facts(absent)
