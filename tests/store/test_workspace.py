# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from evidencepack.domain.fieldpath import FieldPath, FieldPathError
from evidencepack.domain.ids import is_id, new_id
from evidencepack.domain.record import Record
from evidencepack.domain.values import (
    Choices,
    Duration,
    DurationUnit,
    FieldType,
    Frequency,
    Money,
    Number,
    Percentage,
    Reference,
    Row,
    Scalar,
    Table,
)
from evidencepack.store.attachments import AttachmentNotFoundError
from evidencepack.store.entering import DuplicateReferenceError
from evidencepack.store.records import RecordNotFoundError
from evidencepack.store.session import Session
from evidencepack.store.values import RowNotFoundError
from evidencepack.store.workspace import Workspace, open_workspace

EVERY_TYPE: list[tuple[FieldType, Scalar]] = [
    (FieldType.TEXT, "R&D <b>{{ x }}</b> =1+1"),
    (FieldType.LONG_TEXT, "মৈত্রী\n\n- Łódź\n- Cyd-weithio\n- Ẹ̀kọ́"),
    (FieldType.DATE, date(2027, 2, 15)),
    (FieldType.NUMBER, Number(Decimal("1.40"), "sessions a week")),
    (FieldType.MONEY, Money(5_800_000)),
    (FieldType.PERCENTAGE, Percentage(Decimal("12.5"))),
    (FieldType.YES_NO, False),
    (FieldType.CHOICE, "lead_provider"),
    (FieldType.CHOICES, Choices(("a", "b"))),
    (FieldType.DURATION, Duration(Decimal(4), DurationUnit.WORKING_HOURS, "Mon-Fri 09:00-17:00")),
    (FieldType.FREQUENCY, Frequency.EVERY_6_WEEKS),
    (FieldType.REFERENCE, Reference(new_id())),
]


@pytest.mark.parametrize(("kind", "value"), EVERY_TYPE)
def test_an_answer_of_every_type_is_there_when_the_file_is_opened_again(
    path: Path, workspace: Workspace, mou: Record, kind: FieldType, value: Scalar
) -> None:
    workspace.set_value(FieldPath(mou.id, "answer"), kind, value)
    workspace.close()
    with open_workspace(path) as again:
        assert again.record(mou.id).answers == {"answer": value}


def test_a_new_record_has_an_id_and_no_answers(workspace: Workspace, tender: Record) -> None:
    record = workspace.add_record("meeting", "M2", tender=tender.id)
    assert is_id(record.id)
    assert record == Record(record.id, "meeting", "M2", tender.id)
    assert workspace.record(record.id) == record


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
        database = workspace._connection.db.conn
        database.set_trace_callback(questions.append)
        workspace.facts(tender.id)
        database.set_trace_callback(None)
        return len(questions)

    few = asked()
    for number in range(20):
        record = workspace.add_record("meeting", f"M{number}", tender=tender.id)
        workspace.set_value(FieldPath(record.id, "name"), FieldType.TEXT, f"Meeting {number}")
        workspace.add_row(record.id, "agenda")
    assert asked() == few <= 4


def test_clearing_an_answer_leaves_no_answer_but_a_revision(workspace: Workspace, mou: Record) -> None:
    path = FieldPath(mou.id, "purpose")
    workspace.set_value(path, FieldType.TEXT, "Home first")
    cleared = workspace.set_value(path, FieldType.TEXT, None)
    assert (cleared.old, cleared.new) == ("Home first", None)
    assert workspace.record(mou.id).answers == {}


@pytest.mark.parametrize("nothing", ["", "  \n", "\x00"])
def test_text_with_nothing_in_it_is_no_answer(workspace: Workspace, mou: Record, nothing: str) -> None:
    workspace.set_value(FieldPath(mou.id, "purpose"), FieldType.TEXT, nothing)
    assert workspace.record(mou.id).answers == {}


def test_typed_text_is_cleaned_and_the_revision_says_so(workspace: Workspace, mou: Record) -> None:
    revision = workspace.set_value(FieldPath(mou.id, "purpose"), FieldType.LONG_TEXT, "a\x00b\r\nŵ")
    assert revision.new == "ab\nŵ"
    assert revision.note == "1 character that cannot be printed was removed."
    assert workspace.history(f"{mou.id}/purpose") == (revision,)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FieldType.NUMBER, Number(Decimal(1), "ses\x00sions")),
        (FieldType.DURATION, Duration(Decimal(1), DurationUnit.DAYS, "Mon\x00")),
    ],
)
def test_text_inside_other_values_is_cleaned_too(
    workspace: Workspace, mou: Record, kind: FieldType, value: Scalar
) -> None:
    revision = workspace.set_value(FieldPath(mou.id, "answer"), kind, value)
    assert "\\u0000" not in str(revision.new)
    assert revision.note


def test_the_same_answer_again_is_no_edit(workspace: Workspace, mou: Record) -> None:
    path = FieldPath(mou.id, "purpose")
    first = workspace.set_value(path, FieldType.TEXT, "Home first")
    again = workspace.set_value(path, FieldType.TEXT, "Home \x00first")
    assert again.id == first.id
    assert again.note
    assert len(workspace.history(str(path))) == 1


def test_an_answer_can_change_its_type(workspace: Workspace, mou: Record) -> None:
    path = FieldPath(mou.id, "start")
    workspace.set_value(path, FieldType.TEXT, "next July")
    workspace.set_value(path, FieldType.DATE, date(2027, 7, 1))
    assert [(r.type, r.old, r.new) for r in workspace.history(str(path))] == [
        (FieldType.TEXT, None, "next July"),
        (FieldType.TEXT, "next July", None),
        (FieldType.DATE, None, date(2027, 7, 1)),
    ]
    assert workspace.record(mou.id).answers == {"start": date(2027, 7, 1)}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FieldType.DATE, "2027-02-15"),
        (FieldType.TEXT, Money(1)),
        (FieldType.TEXT, True),
        (FieldType.TABLE, "rows"),
        (FieldType.MONEY, 5),
    ],
)
def test_a_value_of_another_type_is_a_bug_and_stores_nothing(
    workspace: Workspace, mou: Record, kind: FieldType, value: Scalar
) -> None:
    with pytest.raises(ValueError, match=r"expected|not a value|table"):
        workspace.set_value(FieldPath(mou.id, "start"), kind, value)
    assert workspace.record(mou.id).answers == {}


@pytest.mark.parametrize("field", ["Start", "a-b", "a/b", ""])
def test_a_path_that_is_none_is_a_bug(workspace: Workspace, mou: Record, field: str) -> None:
    with pytest.raises(FieldPathError):
        workspace.set_value(FieldPath(mou.id, field), FieldType.TEXT, "x")


def test_a_second_record_of_the_same_kind_tender_and_reference_is_refused(workspace: Workspace, mou: Record) -> None:
    with pytest.raises(DuplicateReferenceError, match="There is a mou “TBN-MOU-01” already"):
        workspace.add_record("mou", "TBN-MOU-01", tender=mou.tender)
    workspace.add_record("raci", "TBN-MOU-01", tender=mou.tender)
    workspace.add_record("mou", "TBN-MOU-01")


def test_a_reference_is_free_again_once_its_record_was_removed(workspace: Workspace, mou: Record) -> None:
    workspace.remove_record(mou.id)
    assert workspace.add_record("mou", "TBN-MOU-01", tender=mou.tender).id != mou.id


def test_a_record_id_that_is_none_is_a_bug(workspace: Workspace) -> None:
    with pytest.raises(ValueError, match="UUIDv7"):
        workspace.add_record("tender", "T1", id="42")


def test_a_record_of_a_tender_that_is_not_there_is_refused(workspace: Workspace, mou: Record) -> None:
    for absent in (new_id(), mou.id):
        with pytest.raises(RecordNotFoundError):
            workspace.add_record("meeting", "M1", tender=absent)


def test_a_removed_record_is_no_longer_listed_found_or_editable(workspace: Workspace, mou: Record) -> None:
    path = FieldPath(mou.id, "purpose")
    workspace.set_value(path, FieldType.TEXT, "Reablement")
    workspace.remove_record(mou.id)
    assert list(workspace.facts(mou.tender).records) == [mou.tender]
    assert workspace.search("reablement") == ()
    with pytest.raises(RecordNotFoundError, match="or it was removed"):
        workspace.set_value(path, FieldType.TEXT, "again")
    for act in (workspace.record, workspace.remove_record):
        with pytest.raises(RecordNotFoundError):
            act(mou.id)
    assert [r.operation for r in workspace.history(mou.id)] == ["add_record", "set", "remove_record"]


def test_facts_of_what_is_no_tender_are_refused(workspace: Workspace, mou: Record) -> None:
    for absent in (new_id(), mou.id):
        with pytest.raises(RecordNotFoundError):
            workspace.facts(absent)


def test_rows_stand_in_the_order_they_were_put_in(workspace: Workspace, mou: Record) -> None:
    first = workspace.add_row(mou.id, "objectives")
    last = workspace.add_row(mou.id, "objectives")
    middle = workspace.add_row(mou.id, "objectives", after=first)
    workspace.set_value(FieldPath(mou.id, "objectives", middle, "what"), FieldType.TEXT, "Fewer falls")
    rows = (Row(first), Row(middle, {"what": "Fewer falls"}), Row(last))
    assert workspace.record(mou.id).answers == {"objectives": Table(rows)}


def test_rows_move_behind_another_or_to_the_front(workspace: Workspace, mou: Record) -> None:
    a, b, c = (workspace.add_row(mou.id, "objectives") for _ in range(3))

    def order() -> list[str]:
        table = workspace.record(mou.id).answers["objectives"]
        assert isinstance(table, Table)
        return [row.id for row in table.rows]

    workspace.move_row(mou.id, "objectives", c)
    assert order() == [c, a, b]
    workspace.move_row(mou.id, "objectives", c, after=a)
    assert order() == [a, c, b]
    workspace.move_row(mou.id, "objectives", a, after=b)
    assert order() == [c, b, a]


def test_a_removed_row_is_gone_with_its_cells_and_its_history_stays(workspace: Workspace, mou: Record) -> None:
    row = workspace.add_row(mou.id, "objectives")
    cell = FieldPath(mou.id, "objectives", row, "what")
    workspace.set_value(cell, FieldType.TEXT, "Fewer falls")
    workspace.remove_row(mou.id, "objectives", row)
    assert workspace.record(mou.id).answers == {}
    assert workspace.search("falls") == ()
    assert [r.operation for r in workspace.history(f"{mou.id}/objectives")] == ["add_row", "set", "remove_row"]
    with pytest.raises(RowNotFoundError, match="objectives"):
        workspace.set_value(cell, FieldType.TEXT, "again")


def test_a_row_that_is_not_of_the_table_is_refused(workspace: Workspace, mou: Record) -> None:
    row = workspace.add_row(mou.id, "objectives")
    with pytest.raises(RowNotFoundError):
        workspace.move_row(mou.id, "meetings", row)
    with pytest.raises(RowNotFoundError):
        workspace.remove_row(mou.tender, "objectives", row)
    with pytest.raises(RowNotFoundError):
        workspace.add_row(mou.id, "objectives", after=new_id())
    with pytest.raises(ValueError, match="UUIDv7"):
        workspace.add_row(mou.id, "objectives", id="1")
    with pytest.raises(RecordNotFoundError):
        workspace.add_row(new_id(), "objectives")


def test_a_file_is_kept_once_and_comes_back_byte_for_byte(workspace: Workspace, mou: Record) -> None:
    logo = workspace.attach(b"\x89PNG", "logo\x00.png", "image/png")
    assert workspace.attach(b"\x89PNG", "copy.png", "image/png").sha256 == logo.sha256
    assert logo.name == "logo.png"
    workspace.set_value(FieldPath(mou.id, "logo"), FieldType.FILE, logo)
    assert workspace.attachment(logo.sha256) == b"\x89PNG"


def test_a_file_that_was_never_attached_is_refused(workspace: Workspace, mou: Record) -> None:
    logo = workspace.attach(b"\x89PNG", "logo.png", "image/png")
    absent = type(logo)("0" * 64, "absent.png")
    with pytest.raises(AttachmentNotFoundError):
        workspace.attachment(absent.sha256)
    with pytest.raises(AttachmentNotFoundError, match="Attach the file first"):
        workspace.set_value(FieldPath(mou.id, "logo"), FieldType.FILE, absent)


def test_a_failed_edit_leaves_no_trace(workspace: Workspace, mou: Record) -> None:
    before = workspace._connection.db.execute("SELECT save_counter FROM workspace").fetchone()
    with pytest.raises(DuplicateReferenceError):
        workspace.add_record("mou", mou.reference, tender=mou.tender)
    assert workspace._connection.db.execute("SELECT save_counter FROM workspace").fetchone() == before
    assert len(workspace.history()) == 2


def test_every_edit_counts_as_one_save(workspace: Workspace, mou: Record) -> None:
    def saves() -> int:
        return int(workspace._connection.db.execute("SELECT save_counter FROM workspace").fetchone()[0])

    before = saves()
    workspace.set_value(FieldPath(mou.id, "purpose"), FieldType.TEXT, "Home first")
    workspace.attach(b"x", "x.txt", "text/plain")
    assert saves() == before + 2


def test_who_edits_and_where_is_entered_once(path: Path, workspace: Workspace, mou: Record) -> None:
    workspace.close()
    with open_workspace(path, session=Session("Tomos", "desk-2")) as again:
        revision = again.set_value(FieldPath(mou.id, "purpose"), FieldType.TEXT, "x", reason="agreed by phone")
        assert (revision.actor, revision.device, revision.reason) == ("Tomos", "desk-2", "agreed by phone")
        assert [r.actor for r in again.history()] == ["Jane", "Jane", "Tomos"]
