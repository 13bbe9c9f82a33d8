# SPDX-License-Identifier: MPL-2.0
"""Cloning a tender: a new one beside the old, with all that is not the old tender's alone, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.text import clean
from evidencepack.domain.values import Answer
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.exchange.records import LONGEST_REFERENCE, LONGEST_TITLE
from evidencepack.library.copying import Cleared, Copying, copy_record
from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.old_names import old_names
from evidencepack.usecases.origins import ORIGIN, Source, origin_record, origins_in
from evidencepack.usecases.typed import types_of
from evidencepack.usecases.workspaces import tender_facts


class CannotCloneError(EvidencePackError):
    """A tender cannot be copied so."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT

    def __init__(self, problem: str) -> None:
        super().__init__(f"{problem} Nothing was copied.")


@dataclass(frozen=True, slots=True)
class NewTender:
    """What a person says of the new tender: its reference, its title (empty: the old one's), and if the buyer stays.

    With the same buyer its questions, lots, places on the portal and rules for files are copied too.
    """

    reference: str
    title: str = ""
    same_buyer: bool = False


@dataclass(frozen=True, slots=True)
class Cloned:
    """The new tender, all its records, what of them was not copied, and which records stayed with the old tender.

    ``ids`` are the ids of the copies, by those of the originals.
    """

    tender: Record
    records: tuple[Record, ...]
    cleared: tuple[Cleared, ...]
    left: tuple[Record, ...]
    ids: Mapping[str, str]


def clone_tender(workspace: Workspace, old: str, new: NewTender, *, library: Library, today: date) -> Cloned:
    """Make a new tender of an old one, after a backup; organisations, contacts and house wording stay shared.

    Raises:
        NotFoundError: if there is no such tender.
        CannotCloneError: if the new reference cannot be used; nothing was copied.
    """
    facts = tender_facts(workspace, old)
    refuse_names(new, workspace.tenders())
    cloned = cloned_from(facts, new, library=library, today=today)
    workspace.keep_backup(always=True)
    name = facts.records[facts.tender].reference
    records = [*cloned.records, origin_of(cloned, Source.TENDER, facts, new, today)]
    workspace.import_records(records, types=types_of(library), source=name, reason=f"copied from {name}")
    return cloned


def cloned_from(facts: Facts, new: NewTender, *, library: Library, today: date) -> Cloned:
    """Return the copy of a tender as it comes in, without the record that remembers where it came from."""
    own = [one for one in facts.records.values() if facts.tender in {one.tender, one.id}]
    left = [one for one in own if _stays(one, library, same_buyer=new.same_buyer)]
    gone = {one.id for one in left}
    copied = [one for one in own if one.id not in gone]
    ids = {one.id: new_id() for one in copied}
    how = Copying(library, ids, _shared(facts), today, new.same_buyer)
    found = [copy_record(how, one, tender=ids[one.tender] if one.tender else "") for one in copied]
    records = tuple(_as_said(one.record, new, facts, ids, today) for one in found)
    tender = next(one for one in records if one.id == ids[facts.tender])
    cleared = tuple(each for one in found for each in one.cleared if one.record.kind != ORIGIN)
    return Cloned(tender, records, cleared, tuple(one for one in left if one.kind != ORIGIN), ids)


def origin_of(cloned: Cloned, source: Source, facts: Facts, new: NewTender, today: date) -> Record:
    """Return the record that remembers where a copy came from."""
    said: dict[str, Answer] = {
        "source_name": facts.records[facts.tender].reference,
        "source_id": facts.tender,
        "old_names": "\n".join(old_names(facts, cloned.records, title=new.title, same_buyer=new.same_buyer)),
        "copied_on": today,
    }
    beside = Facts(cloned.tender.id, {one.id: one for one in cloned.records})
    return origin_record(source, said, cloned.ids, after=beside)


def refuse_names(new: NewTender, tenders: Sequence[Record]) -> None:
    """Refuse the reference of a new tender that is none, or that another tender has, and a title that is too long.

    Raises:
        CannotCloneError: with the reason.
    """
    text = clean(new.reference).text.strip()
    if not text or text != new.reference.strip() or set(text) & {"\n", "\t"} or len(text) > LONGEST_REFERENCE:
        raise CannotCloneError(f"The new tender needs a reference: one line of at most {LONGEST_REFERENCE} characters.")
    if any(text.casefold() == one.reference.casefold() for one in tenders):
        raise CannotCloneError(f"There is a tender called “{text}” already. Choose another reference.")
    if len(new.title) > LONGEST_TITLE:
        raise CannotCloneError(f"The title has {len(new.title):,} characters. Write it in {LONGEST_TITLE} at most.")


def _stays(record: Record, library: Library, *, same_buyer: bool) -> bool:
    """Whether a record stays with the old tender; what remembers the library goes along with what came from there."""
    from_library = any(one.source is Source.LIBRARY for one in origins_in([record]))
    reuse = library.reuse
    bought = record.kind in reuse.buyers and not same_buyer
    return bought or record.kind in reuse.stays or (record.kind == ORIGIN and not from_library)


def _shared(facts: Facts) -> Callable[[str], bool]:
    """Return whether a record is there for every tender."""
    shared = {one.id for one in facts.records.values() if not one.tender and one.id != facts.tender}
    return shared.__contains__


def _as_said(record: Record, new: NewTender, facts: Facts, ids: Mapping[str, str], today: date) -> Record:
    """Return the tender with its new names, and what remembers the library as a new use that began with the first."""
    if record.id == ids[facts.tender]:
        title = {"title": new.title} if new.title else {}
        return replace(record, reference=clean(new.reference).text.strip(), answers={**record.answers, **title})
    if record.kind == ORIGIN:
        first = next(old for old, copy in ids.items() if copy == record.id)
        mark = facts.records[first].answers.get("since", first)
        return replace(record, answers={**record.answers, "since": mark, "copied_on": today})
    return record
