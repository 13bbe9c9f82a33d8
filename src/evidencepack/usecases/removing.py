# SPDX-License-Identifier: MPL-2.0
"""Taking away: a tender such as a clone that nobody wants, a record to which nothing refers, a row of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from evidencepack.compose.signed_words import SIGNED_WORDS
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, Reference, Row
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.calling import is_called
from evidencepack.library.model import Library
from evidencepack.library.wording import HOUSE_WORDING
from evidencepack.store.records import TENDER
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.changes import rows_of
from evidencepack.usecases.finding_records import called, find_line, find_tender
from evidencepack.usecases.letters import row_removal
from evidencepack.usecases.origins import LIBRARY_ITEM, ORIGIN
from evidencepack.usecases.setting_aside import SET_ASIDE
from evidencepack.usecases.still_named import left_behind
from evidencepack.usecases.workspaces import tender_facts

_MOST = 8
_OTHERWISE = {
    HOUSE_WORDING: "These are words of your house. Go back to the standard with: evidencepack wording FILE CLAUSE "
    "--restore",
    LIBRARY_ITEM: "This is kept in the library. Take it out with: evidencepack library FILE --remove NAME",
    ORIGIN: "The program writes this itself, to show what has changed since papers were copied.",
    SIGNED_WORDS: "This remembers what was signed. It goes with the signatures that the sign-off sheet records.",
    SET_ASIDE: "This remembers which findings were set aside. Open them again where the findings are shown.",
}


class CannotRemoveError(EvidencePackError):
    """Something has to stay, because something else refers to it or because it is taken away in another way."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name} was not removed. {problem}")


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken away, as a sentence calls it, and how many rows went along that spoke of nothing else.

    ``left`` are the sentences of the check about words and rows that still name it.
    """

    name: str
    along: int = 0
    left: tuple[str, ...] = ()


def remove_tender(workspace: Workspace, reference: str) -> None:
    """Remove a tender with all its papers and records, after a backup beside the workspace.

    Its history stays. What all tenders share stays too.

    Raises:
        NotFoundError: if there is no such tender.
    """
    tender = find_tender(workspace.tenders(), reference)
    workspace.keep_backup(always=True)
    workspace.remove_record(tender.id)


def remove_one(workspace: Workspace, what: str, *, library: Library, tender: str = "") -> Removed:
    """Remove the tender, the record or, for RECORD/TABLE/ROW, the row that words name, after a backup.

    Its history stays. Letters of a responsibility map go with the task or the role to which they were given.

    Raises:
        NotFoundError: if the words name nothing.
        CannotRemoveError: if something refers to it, or it is taken away in another way; nothing was changed.
    """
    if any(is_called(one, what) for one in workspace.tenders()):
        remove_tender(workspace, what)
        return Removed(f"the tender {what}")
    facts = tender_facts(workspace, tender)
    record, table, row = find_line(facts, library, what)
    if row:
        removed = _remove_row(workspace, record, table, row, what)
    else:
        removed = _remove_record(workspace, facts, library, record)
    after = workspace.facts(facts.tender)
    return replace(removed, left=left_behind(facts, after, library))


def _remove_record(workspace: Workspace, facts: Facts, library: Library, record: Record) -> Removed:
    name = called(facts, record)
    if record.kind == TENDER:
        raise CannotRemoveError(name, f"Name the tender alone: evidencepack remove FILE {record.reference}")
    if record.kind in _OTHERWISE:
        raise CannotRemoveError(name, _OTHERWISE[record.kind])
    if users := list(dict.fromkeys(_users(workspace, facts, record))):
        raise CannotRemoveError(name, _named_in(users))
    workspace.keep_backup(always=True)
    workspace.remove_record(record.id)
    return Removed(f"{library[record.kind].title.lower()} {name}")


def _remove_row(workspace: Workspace, record: Record, table: str, row: Row, what: str) -> Removed:
    changes = row_removal(record, table, row.id)
    workspace.keep_backup(always=True)
    with workspace.together():
        for one in changes:
            workspace.remove_row(one.record, one.field, one.row)
    return Removed(what, len(changes) - 1)


def _users(workspace: Workspace, facts: Facts, record: Record) -> Iterator[str]:
    """Yield the paths of the answers that name a record: of its tender or, where all share it, of every tender."""
    homes = [facts] if record.tender else [workspace.facts(one.id) for one in workspace.tenders()]
    for home in homes:
        before = "" if home.tender == facts.tender else f"{home.records[home.tender].reference}: "
        own = (one for one in home.records.values() if not before or home.tender in {one.tender, one.id})
        yield from (f"{before}{path}" for one in own for path in _naming(one, called(home, one), record.id))
    if not record.tender:
        yield from _in_library(workspace, record.id)


def _in_library(workspace: Workspace, record: str) -> Iterator[str]:
    """Yield what is kept in the library and names a record. An item itself is among what tenders share."""
    for item in workspace.of_kind(LIBRARY_ITEM):
        kept = workspace.kept_in(item.id)
        if any(list(_naming(one, one.reference, record)) for one in kept):
            yield f"“{item.reference}” in the library"


def _naming(record: Record, name: str, wanted: str) -> Iterator[str]:
    """Yield the paths of a record's answers and cells that refer to another one; to itself it may."""
    if record.id == wanted:
        return
    for field, answer in record.answers.items():
        if _refers(answer, wanted):
            yield f"{name}/{field}"
        for number, row in enumerate(rows_of(record, field), start=1):
            where = f"{name}/{field}/{number}"
            yield from (f"{where}/{column}" for column, cell in row.cells.items() if _refers(cell, wanted))


def _refers(answer: Answer, wanted: str) -> bool:
    return isinstance(answer, Reference) and answer.record == wanted


def _named_in(users: list[str]) -> str:
    more = f" and in {len(users) - _MOST} more" if len(users) > _MOST else ""
    return f"It is named in {', '.join(users[:_MOST])}{more}. Change those answers first, or clear them."
