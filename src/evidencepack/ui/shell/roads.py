# SPDX-License-Identifier: MPL-2.0
"""The road from an answer, a row or a record to where it stands in the window."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.library.model import Library
from evidencepack.ui.shell.registry import is_there
from evidencepack.ui.shell.where import PARTNERS, TENDER, Where, in_document, in_record
from evidencepack.usecases.forms import place_of
from evidencepack.usecases.readiness import Problem

_PLACES = {"tender": TENDER, "question": TENDER, "slot": TENDER, "lot": TENDER, "contact": PARTNERS} | dict.fromkeys(
    ("organisation", "partnership"), PARTNERS
)
"""Where records are shown that stand in no document, by their kind. Their answers are asked in a form of their own."""


def road_to(facts: Facts, library: Library, path: str, *, start: int = 0, end: int = 0, near: str = "") -> Where | None:
    """Return where something stands, or None if it is no longer there.

    Args:
        facts: the tender's records.
        library: the kinds.
        path: a record, record/field, record/field/row, or record/field/row/column.
        start: the first character of the answer that is meant.
        end: the one behind the last; both 0 for all of it.
        near: the document that the person is in: what stands in several is shown there, if it can be.
    """
    name, field, row, column = (*path.split("/"), "", "", "")[:4]
    record = facts.get(name)
    if record is None:
        return None
    answer = FieldPath(name, field, row, column) if field else None
    if library[record.kind].document:
        return in_document(name, answer, start=start, end=end)
    for document in _documents(facts, library, near) if answer else ():
        if answer and place_of(facts, library, document, answer) is not None:
            form = in_document if library[document.kind].document else in_record
            return form(document.id, answer, start=start, end=end)
    place = _PLACES.get(record.kind, "")
    if answer is None and is_there(place):
        return Where(place, name)
    return in_record(name, answer, start=start, end=end)


def form_of(facts: Facts, library: Library, record: str) -> Where:
    """Return where a record is filled in: the form of a document, or one of its own."""
    return in_document(record) if library[facts.records[record].kind].document else in_record(record)


def road_to_problem(facts: Facts, library: Library, problem: Problem) -> Where | None:
    """Return where a finding can be mended, or None if that is no longer there."""
    return road_to(facts, library, problem.path, near=problem.home.id)


def _documents(facts: Facts, library: Library, near: str) -> Iterator[Record]:
    """Yield the document the person is in, then the others."""
    here = facts.get(near)
    if here is not None:
        yield here
    yield from (one for one in facts.records.values() if library[one.kind].document and one.id != near)
