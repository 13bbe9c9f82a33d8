# SPDX-License-Identifier: MPL-2.0
"""What an editor shows at once is what the workspace keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Attachment, FieldType
from evidencepack.store.workspace import Workspace, create_workspace
from evidencepack.usecases.changes import (
    AddRecord,
    AddRow,
    Change,
    MakeOurs,
    MoveRow,
    RemoveRecord,
    RemoveRow,
    SetAnswer,
    Start,
    apply_change,
    rows_of,
)
from evidencepack.usecases.saving import Kept, keep_changes


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with create_workspace(tmp_path / "w.evidencepack") as made:
        yield made


def start(workspace: Workspace) -> Facts:
    tender = workspace.add_record("tender", f"T-{new_id()}").id
    workspace.add_record("mou", "M-1", tender=tender)
    return workspace.facts(tender)


def mou_of(facts: Facts) -> str:
    return next(facts.of_kind("mou")).id


def rows(facts: Facts) -> list[str]:
    return [row.id for row in rows_of(facts.records[mou_of(facts)], "steps")]


def started_row(mou: str) -> Start:
    row = new_id()
    answer = SetAnswer(FieldPath(mou, "steps", row, "what"), FieldType.TEXT, "talk")
    return Start("talk", (AddRow(mou, "steps", row), answer), mou, "steps", row)


def started_record(tender: str = "") -> Start:
    record, row = new_id(), new_id()
    parts = (
        AddRecord(record, "meeting", f"M-{record}", tender),
        SetAnswer(FieldPath(record, "name"), FieldType.TEXT, "Huddle"),
        AddRow(record, "agenda", row),
        SetAnswer(FieldPath(record, "agenda", row, "what"), FieldType.TEXT, "referrals"),
    )
    return Start("huddle", parts, record)


def drawn(draw: st.DataObject, facts: Facts) -> Change:
    """Draw a change that makes sense on these facts."""
    mou, there = mou_of(facts), rows(facts)
    texts = st.none() | st.text(alphabet="abc é", max_size=6).filter(lambda text: text.strip() != "")
    makers: list[Callable[[], Change]] = [
        lambda: SetAnswer(FieldPath(mou, "purpose"), FieldType.TEXT, draw.draw(texts)),
        lambda: AddRow(mou, "steps", new_id()),
        lambda: MakeOurs(mou),
        lambda: started_row(mou),
        started_record,
    ]
    if there:
        row = draw.draw(st.sampled_from(there))
        others = [one for one in there if one != row]
        makers += [
            lambda: SetAnswer(FieldPath(mou, "steps", row, "what"), FieldType.TEXT, draw.draw(texts)),
            lambda: RemoveRow(mou, "steps", row),
            lambda: MakeOurs(mou, "steps", row),
            lambda: MoveRow(mou, "steps", row, draw.draw(st.sampled_from(["", *others]))),
        ]
    return draw.draw(st.sampled_from(makers))()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(draw=st.data())
def test_changes_leave_the_facts_as_the_workspace_gives_them_back(workspace: Workspace, draw: st.DataObject) -> None:
    facts = start(workspace)
    changes: list[Change] = []
    for _ in range(draw.draw(st.integers(1, 10))):
        changes.append(drawn(draw, facts))
        facts = apply_change(facts, changes[-1])

    assert keep_changes(workspace, changes) == Kept(len(changes))
    assert workspace.facts(facts.tender).records == facts.records


def test_records_are_added_and_removed(workspace: Workspace) -> None:
    facts = start(workspace)
    record = new_id()
    added = apply_change(facts, AddRecord(record, "meeting", "M1", facts.tender))
    assert keep_changes(workspace, [AddRecord(record, "meeting", "M1", facts.tender)]) == Kept(1)
    assert workspace.facts(facts.tender).records == added.records

    removed = apply_change(added, RemoveRecord(record))
    assert keep_changes(workspace, [RemoveRecord(record)]) == Kept(1)
    assert workspace.facts(facts.tender).records == removed.records == facts.records


def test_what_a_starter_gives_is_one_change_and_removing_it_undoes_it(workspace: Workspace) -> None:
    facts = start(workspace)
    change = started_record(facts.tender)
    started = apply_change(facts, change)
    assert keep_changes(workspace, [change]) == Kept(1)
    assert workspace.facts(facts.tender).records == started.records
    assert started.records[change.record].example == "huddle"
    assert len({revision.time for revision in workspace.history(change.record)}) == 1
    assert apply_change(started, RemoveRecord(change.record)) == facts


def test_a_row_from_a_starter_leaves_its_record_the_example_it_is(workspace: Workspace) -> None:
    facts = start(workspace)
    first = started_record(facts.tender)
    row = started_row(first.record)
    after = apply_change(apply_change(facts, first), row)
    assert keep_changes(workspace, [first, row]) == Kept(2)
    assert workspace.facts(facts.tender).records == after.records
    assert after.records[first.record].example == "huddle"
    assert [one.example for one in rows_of(after.records[first.record], "steps")] == ["talk"]


def test_a_starter_of_which_a_part_cannot_be_kept_leaves_nothing(workspace: Workspace) -> None:
    facts = start(workspace)
    change = started_record(facts.tender)
    missing = SetAnswer(FieldPath(change.record, "logo"), FieldType.FILE, Attachment("0" * 64, "never attached.png"))
    kept = keep_changes(workspace, [Start("huddle", (*change.parts, missing), change.record)])
    assert kept.count == 0
    assert kept.problem
    assert workspace.facts(facts.tender).records == facts.records


def test_keeping_stops_at_the_first_change_that_cannot_be_kept(workspace: Workspace) -> None:
    mou = mou_of(start(workspace))
    changes = (
        SetAnswer(FieldPath(mou, "area"), FieldType.TEXT, "Marsh ward"),
        SetAnswer(FieldPath(mou, "logo"), FieldType.FILE, Attachment("0" * 64, "never attached.png")),
        SetAnswer(FieldPath(mou, "law"), FieldType.TEXT, "never reached"),
    )

    kept = keep_changes(workspace, changes)

    assert kept.count == 1
    assert kept.problem
    assert set(workspace.record(mou).answers) == {"area"}
