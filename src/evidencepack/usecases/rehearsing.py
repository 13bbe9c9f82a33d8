# SPDX-License-Identifier: MPL-2.0
"""Doing something to a workspace on trial: nothing of it is kept, and what it would change comes back as changes.

So the window makes whatever a command makes, shows it at once, and can undo it like any other step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Table
from evidencepack.library.model import Library
from evidencepack.store.imports import FieldTypes
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.changes import AddRecord, AddRow, SetAnswer, Single
from evidencepack.usecases.differences import differences
from evidencepack.usecases.taking_back import take
from evidencepack.usecases.typed import types_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rehearsed(Generic[T]):
    """What came of it, and the changes that do the same to the tender."""

    result: T
    changes: tuple[Single, ...]


class _Enough(Exception):  # noqa: N818 - no error: it has the store forget what was tried
    """The trial is over."""


def rehearse(workspace: Workspace, tender: str, act: Callable[[], T], *, library: Library) -> Rehearsed[T]:
    """Do something, note what it changes in a tender and in what all tenders share, and keep nothing of it.

    Raises:
        EvidencePackError: what ``act`` raises; nothing is kept then either.
    """
    with _on_trial(workspace):
        before = workspace.facts(tender)
        result = act()
        return Rehearsed(result, tuple(_changes(before, workspace.facts(tender), types_of(library))))


@contextmanager
def _on_trial(workspace: Workspace) -> Iterator[None]:
    """Keep nothing of what is done in the block."""
    with suppress(_Enough), workspace.together():
        yield
        raise _Enough


def _changes(before: Facts, after: Facts, types: FieldTypes) -> Iterator[Single]:
    fresh = [one for one in after.records.values() if one.id not in before.records]
    yield from (AddRecord(one.id, one.kind, one.reference, one.tender) for one in fresh)
    for one in fresh:
        yield from _answers(one, types)
    known = [name for name in (*before.records, *after.records) if name in before.records]
    yield from take(before, differences(before, after, known, types)).changes


def _answers(record: Record, types: FieldTypes) -> Iterator[Single]:
    for field, answer in record.answers.items():
        if not isinstance(answer, Table):
            yield SetAnswer(FieldPath(record.id, field), types(record.kind, field, ""), answer)
            continue
        for row in answer.rows:
            yield AddRow(record.id, field, row.id)
            for column, cell in row.cells.items():
                yield SetAnswer(FieldPath(record.id, field, row.id, column), types(record.kind, field, column), cell)
