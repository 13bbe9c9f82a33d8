# SPDX-License-Identifier: MPL-2.0
"""Keeping changes in the workspace, each with its revision, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from evidencepack.errors import EvidencePackError
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.changes import (
    AddRecord,
    AddRow,
    BringBackRecord,
    BringBackRow,
    Change,
    MakeOurs,
    MarkExample,
    MoveRow,
    RemoveRecord,
    RemoveRow,
    RowChange,
    SetAnswer,
    Start,
    Together,
    made_ours,
    marks_of,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """How many changes were kept, and the sentence that says why the next one was not (empty: all were)."""

    count: int
    problem: str = ""


def keep_changes(workspace: Workspace, changes: Sequence[Change]) -> Kept:
    """Keep changes in their order, each with its revision; stop at the first that cannot be kept."""
    for count, change in enumerate(changes):
        try:
            _keep(workspace, change)
        except EvidencePackError as error:
            return Kept(count, str(error))
    return Kept(len(changes))


def _keep(workspace: Workspace, change: Change) -> None:
    match change:
        case SetAnswer():
            workspace.write(change.path, change.type, change.value)
        case AddRow() | MoveRow() | RemoveRow() | BringBackRow():
            _keep_row(workspace, change)
        case AddRecord() | RemoveRecord() | BringBackRecord():
            _keep_record(workspace, change)
        case Start() | MarkExample() | MakeOurs():
            _keep_example(workspace, change)
        case Together():
            with workspace.together(reason=change.reason):
                for part in change.parts:
                    _keep(workspace, part)
        case _:
            assert_never(change)


def _keep_record(workspace: Workspace, change: AddRecord | RemoveRecord | BringBackRecord) -> None:
    match change:
        case AddRecord():
            workspace.add_record(change.kind, change.reference, tender=change.tender, id=change.id)
        case RemoveRecord():
            workspace.remove_record(change.id)
        case BringBackRecord():
            workspace.bring_back_record(change.record.id)
        case _:
            assert_never(change)


def _keep_example(workspace: Workspace, change: Start | MarkExample | MakeOurs) -> None:
    match change:
        case Start():
            _start(workspace, change)
        case MarkExample():
            workspace.mark_example(change.record, change.mark, field=change.field, row=change.row)
        case MakeOurs():
            with workspace.together():
                for one in made_ours(workspace.record(change.record), change):
                    workspace.make_ours(one.record, field=one.field, row=one.row)
        case _:
            assert_never(change)


def _keep_row(workspace: Workspace, change: RowChange) -> None:
    match change:
        case AddRow():
            workspace.add_row(change.record, change.field, id=change.row)
        case MoveRow():
            workspace.move_row(change.record, change.field, change.row, after=change.after)
        case RemoveRow():
            workspace.remove_row(change.record, change.field, change.row)
        case BringBackRow():
            workspace.bring_back_row(change.record, change.field, change.row.id, after=change.after)
        case _:
            assert_never(change)


def _start(workspace: Workspace, change: Start) -> None:
    with workspace.together():
        for part in (*change.parts, *marks_of(change)):
            _keep(workspace, part)
