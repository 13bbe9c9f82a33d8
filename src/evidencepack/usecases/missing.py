# SPDX-License-Identifier: MPL-2.0
"""Missing answers, counted in one way everywhere: on pages, in lists, before an export.

An answer is missing in a paper if the form of the paper asks for it and cannot do without it, or if its pages print a
gap in its place. It counts once in a paper, and once in several, wherever it is asked and however often it is printed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Reference, Table
from evidencepack.library.conditions import is_answered
from evidencepack.library.header import is_over
from evidencepack.library.model import Library
from evidencepack.usecases.forms import unanswered_at


def needed_in(facts: Facts, library: Library, record: Record) -> frozenset[str]:
    """Return where the form of a record asks for answers that it cannot do without and does not have, each once."""
    return frozenset(str(path) for _, path in unanswered_at(facts, library, record))


def needed_in_papers(facts: Facts, library: Library) -> Mapping[str, frozenset[str]]:
    """Return the same for every paper of a tender that is in use, by the id of its record."""
    papers = (one for one in facts.records.values() if library[one.kind].document and not is_over(one))
    return {one.id: needed_in(facts, library, one) for one in papers}


def missing_in(facts: Facts, library: Library, record: Record, gaps: Collection[str]) -> frozenset[str]:
    """Return where answers are missing in a paper; ``gaps`` are those that it printed when it was composed last."""
    return needed_in(facts, library, record) | still_missing(facts, gaps)


def still_missing(facts: Facts, paths: Iterable[str]) -> frozenset[str]:
    """Return those of some places that have no answer now."""
    return frozenset(path for path in paths if _lacks(facts, path))


def _lacks(facts: Facts, path: str) -> bool:
    if "/" not in path:
        return True
    at = FieldPath.parse(path)
    record = facts.get(at.record)
    answer = record.answers.get(at.field) if record else None
    if at.row and isinstance(answer, Table):
        row = next((one for one in answer.rows if one.id == at.row), None)
        answer = row.cells.get(at.column) if row and at.column else None
    # What refers to a record stands for the name of that, which is missing there.
    return record is not None and (isinstance(answer, Reference) or not is_answered(answer))
