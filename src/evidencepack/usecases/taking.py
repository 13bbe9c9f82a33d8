# SPDX-License-Identifier: MPL-2.0
"""Taking something from the library into a tender: a copy that remembers where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, Table
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.copying import Cleared, Copied, Copying, copy_record
from evidencepack.library.entry_dates import date_text
from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.finding_records import find_record
from evidencepack.usecases.keeping import find_item
from evidencepack.usecases.naming import following
from evidencepack.usecases.origins import Source, origin_record, origins_in
from evidencepack.usecases.typed import types_of
from evidencepack.usecases.workspaces import tender_facts


class CannotTakeError(EvidencePackError):
    """Something of the library cannot be put into a tender."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT

    def __init__(self, problem: str) -> None:
        super().__init__(f"{problem} Nothing was taken.")


@dataclass(frozen=True, slots=True)
class Taken:
    """What came in, which answers did not, and what the person should know first.

    ``record`` is the new paper or record, or the one that got a row.
    """

    record: Record
    cleared: tuple[Cleared, ...]
    warnings: tuple[str, ...]


def take(
    workspace: Workspace, name: str, *, library: Library, today: date, tender: str = "", within: str = ""
) -> Taken:
    """Put a copy of something of the library into a tender, in one transaction.

    ``within`` is the document that gets a row, where the tender has more than one of its kind.

    Raises:
        NotFoundError: if there is no such item, tender or document.
        CannotTakeError: if it cannot go there; nothing was changed.
    """
    facts, item = tender_facts(workspace, tender), find_item(workspace, name)
    kept = workspace.kept_in(item.id)
    if not kept:
        raise CannotTakeError(f"“{item.reference}” is empty.")
    part = str(item.answers.get("part", ""))
    here = {original: copy for copy, original in _pieces(facts, item.id).items()}
    warnings = tuple(_warnings(item, facts, here.get(kept[0].id, ""), today))
    home = _home(facts, kept[0], within) if part else None
    if home is None:
        _refuse_second(facts, kept[0], library)
    coming = [one for one in kept if one is kept[0] or one.id not in here]
    ids = {**here, **{one.id: new_id() for one in coming}} if home is None else {kept[0].id: home.id}
    shared = {one.id for one in facts.records.values() if not one.tender and one.id != facts.tender}
    how = Copying(library, ids, lambda one: one in shared or one in here.values(), today)
    copies = [copy_record(how, one, tender=facts.tender) for one in coming]
    taking = _Taking(workspace, facts, library, item, today)
    record = taking.row(home, part, copies[0], kept[0].id) if home else taking.whole(copies, ids)
    return Taken(record, tuple(each for one in copies for each in one.cleared), warnings)


@dataclass(frozen=True, slots=True)
class _Taking:
    """Putting copies of an item into a tender, with the record that remembers it."""

    workspace: Workspace
    facts: Facts
    library: Library
    item: Record
    today: date

    @property
    def reason(self) -> str:
        """What the history says of it."""
        return f"taken from the library: {self.item.reference}"

    def whole(self, copies: list[Copied], ids: Mapping[str, str]) -> Record:
        records = [replace(one.record, reference=_free(one.record, self.facts)) for one in copies]
        mine = {one.id for one in records}
        self._bring([*records, self._origin({old: copy for old, copy in ids.items() if copy in mine})])
        return records[0]

    def row(self, home: Record, part: str, copied: Copied, original: str) -> Record:
        table, asked = copied.record.answers.get(part), self.library[home.kind].fields[part]
        rows = table.rows if isinstance(table, Table) else ()
        with self.workspace.together():
            for row in rows:
                self.workspace.add_row(home.id, part, id=row.id)
                for name, cell in row.cells.items():
                    path = FieldPath(home.id, part, row.id, name)
                    self.workspace.set_value(path, asked.column(name).type, cell, reason=self.reason)
            place = f"{home.id}/{part}/{rows[0].id}" if rows else home.id
            self._bring([self._origin({original: place})])
        return home

    def _origin(self, pieces: Mapping[str, str]) -> Record:
        mark = self.workspace.history(f"{self.item.id}/edition")[-1].id
        said: dict[str, Answer] = {
            "source_name": self.item.reference,
            "source_id": self.item.id,
            "copied_on": self.today,
            "facts_since": mark,
        }
        return origin_record(Source.LIBRARY, said, pieces, after=self.facts)

    def _bring(self, records: list[Record]) -> None:
        types = types_of(self.library)
        self.workspace.import_records(records, types=types, source=self.reason, reason=self.reason)


def _pieces(facts: Facts, item: str) -> Mapping[str, str]:
    """Return copies to originals of an item that a tender has taken before and still has."""
    origins = [one for one in origins_in(facts.records.values()) if one.of == item]
    return {copy: original for one in origins for copy, original in one.pieces.items() if facts.get(copy)}


def _warnings(item: Record, facts: Facts, before: str, today: date) -> list[str]:
    found: list[str] = []
    day = item.answers.get("review_by")
    if isinstance(day, date) and day < today:
        found.append(
            f"“{item.reference}” was to be looked at by {date_text(day)}, and that is past. "
            "Read it, then keep it again with a new date."
        )
    known = facts.get(before)
    if known:
        found.append(f"This tender has it already, as {known.reference}. It is there twice now.")
    return found


def _home(facts: Facts, kept: Record, within: str) -> Record:
    """Return the document that gets a row."""
    there = list(facts.of_kind(kept.kind))
    if within:
        found = find_record(facts, within)
        if found.kind != kept.kind:
            raise CannotTakeError(f"{found.reference} is a {found.kind}; this belongs into a {kept.kind}.")
        return found
    if len(there) != 1:
        names = ", ".join(one.reference for one in there) or "none yet"
        raise CannotTakeError(f"It belongs into a {kept.kind}. Say into which with --in: {names}.")
    return there[0]


def _refuse_second(facts: Facts, kept: Record, library: Library) -> None:
    there = next(facts.of_kind(kept.kind), None)
    if there and library[kept.kind].one_per_tender:
        raise CannotTakeError(f"A tender has only one {library[kept.kind].title.lower()}: {there.reference} is there.")


def _free(record: Record, facts: Facts) -> str:
    """Return the reference of a copy, or the next one where the tender has it already."""
    taken = [one.reference for one in facts.of_kind(record.kind)]
    if record.reference not in taken:
        return record.reference
    found = following(taken, otherwise=f"{record.reference}-2")
    return found if found not in taken else f"{record.reference}-{len(taken) + 1}"
