# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from evidencepack.domain.fieldpath import FieldPath
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
    Scalar,
)
from evidencepack.store.session import Session
from evidencepack.store.workspace import Workspace, new_workspace, open_workspace

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


def test_a_new_workspace_is_a_file_only_when_it_was_filled(path: Path, session: Session) -> None:
    with pytest.raises(KeyboardInterrupt), new_workspace(path, session=session) as workspace:  # noqa: PT012
        workspace.add_record("tender", "T1")
        assert list(path.parent.iterdir()) == []
        raise KeyboardInterrupt
    assert list(path.parent.iterdir()) == []
    with new_workspace(path, session=session) as workspace:
        tender = workspace.add_record("tender", "T1")
    with open_workspace(path) as opened:
        assert opened.tenders() == (tender,)
        assert [revision.actor for revision in opened.history()] == ["Jane"]
