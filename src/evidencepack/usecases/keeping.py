# SPDX-License-Identifier: MPL-2.0
"""The library: a paper, a record or a clause kept for other tenders under a name, with an owner and a review date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import ClassVar

from evidencepack.compose.signed_words import SIGNED_WORDS
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.text import clean
from evidencepack.domain.values import Answer, Number, Reference, Row, Scalar, Table
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.exchange.records import LONGEST_REFERENCE
from evidencepack.library.calling import desk
from evidencepack.library.copying import Cleared, Copying, copy_record, references_of
from evidencepack.library.entry import parse_entry
from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.aligning import align
from evidencepack.usecases.finding_records import NotFoundError, find_line
from evidencepack.usecases.origins import LIBRARY_ITEM, ORIGIN, item_of
from evidencepack.usecases.setting_aside import SET_ASIDE
from evidencepack.usecases.typed import types_of
from evidencepack.usecases.workspaces import tender_facts

_NEVER = frozenset({"tender", LIBRARY_ITEM, ORIGIN, SET_ASIDE, SIGNED_WORDS})


class CannotKeepError(EvidencePackError):
    """Something cannot be kept in the library so."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT

    def __init__(self, problem: str) -> None:
        super().__init__(f"{problem} Nothing was kept.")


@dataclass(frozen=True, slots=True)
class Keep:
    """What a person asks: a record, or RECORD/TABLE/ROW; the name to keep it under; owner and review date as typed.

    ``again``: what is kept under that name already becomes this.
    """

    what: str
    name: str
    review_by: str = ""
    owner: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """The item, the records that were kept with it, and the answers that were not: they point into the tender."""

    item: Record
    records: tuple[Record, ...]
    cleared: tuple[Cleared, ...]


def keep(workspace: Workspace, wanted: Keep, *, library: Library, today: date, tender: str = "") -> Kept:
    """Keep a copy of something under a name, in one transaction.

    Raises:
        NotFoundError: if there is nothing of that name in the tender.
        CannotKeepError: if it cannot be kept so; nothing was changed.
    """
    facts = tender_facts(workspace, tender)
    record, part, row = find_line(facts, library, wanted.what)
    if record.kind in _NEVER or not record.tender:
        raise CannotKeepError(f"{record.reference} is there for every tender, or is no part of one.")
    known = item_of(workspace.of_kind(LIBRARY_ITEM), wanted.name)
    _refuse(wanted, record, known)
    item = Record(known.id if known else new_id(), LIBRARY_ITEM, _name(wanted.name, known))
    care = _care(wanted, facts, library, today, new=known is None)
    alone = _only_row(record, part, row) if row else record
    kept = _copies(alone, facts, library, item.id, today)
    said = _said(record, part, facts, known, today)
    item = replace(item, answers={**(known.answers if known else {}), **said, **care})
    if known:
        _keep_again(workspace, item, kept, library)
    else:
        reason = f"kept from {facts.records[facts.tender].reference}"
        workspace.import_records([item, *kept.records], types=types_of(library), source=reason, reason=reason)
    return replace(kept, item=item)


def forget_item(workspace: Workspace, name: str) -> None:
    """Take an item out of the library; what tenders took of it stays theirs, and its history stays.

    Raises:
        NotFoundError: if there is no such item.
    """
    workspace.remove_record(find_item(workspace, name).id)


def find_item(workspace: Workspace, name: str) -> Record:
    """Return an item of the library by its name.

    Raises:
        NotFoundError: if there is none.
    """
    found = item_of(workspace.of_kind(LIBRARY_ITEM), name)
    if found is None:
        raise NotFoundError(
            f"Nothing is kept in the library as “{name}”. See what there is with: evidencepack library FILE"
        )
    return found


def _refuse(wanted: Keep, record: Record, known: Record | None) -> None:
    if known and not wanted.again:
        raise CannotKeepError(f"“{known.reference}” is in the library already. Write --again to put this in its place.")
    if wanted.again and not known:
        raise CannotKeepError(f"Nothing is kept as “{wanted.name}” yet, so it cannot be kept again.")
    if known and known.answers.get("what") != record.kind:
        raise CannotKeepError(f"“{known.reference}” is another kind of thing. Choose another name.")


def _name(name: str, known: Record | None) -> str:
    """Return the name to keep something under: one short line."""
    if known:
        return known.reference
    text = clean(name).text.strip()
    if not text or set(text) & {"\n", "\t"} or len(text) > LONGEST_REFERENCE:
        raise CannotKeepError(f"It needs a name: one line of at most {LONGEST_REFERENCE} characters.")
    return text


def _care(wanted: Keep, facts: Facts, library: Library, today: date, *, new: bool) -> Mapping[str, Answer]:
    """Return owner and review date, read as their fields read them."""
    fields, at = library[LIBRARY_ITEM].fields, desk(facts, today)
    found: dict[str, Answer] = {}
    for name, text in (("review_by", wanted.review_by), ("owner", wanted.owner)):
        entered = parse_entry(fields[name], text, at)
        if entered.problem:
            raise CannotKeepError(f"{fields[name].label}: {entered.problem}")
        if entered.value is not None:
            found[name] = entered.value
    if new and "review_by" not in found:
        raise CannotKeepError("Say when somebody should look at it again, such as --review-by “31 January 2028”.")
    return found


def _said(record: Record, part: str, facts: Facts, known: Record | None, today: date) -> Mapping[str, Answer]:
    before = known.answers.get("edition") if known else None
    edition = Number((before.amount if isinstance(before, Number) else Decimal(0)) + 1)
    said: dict[str, Answer] = {
        "what": record.kind,
        "from_tender": facts.records[facts.tender].reference,
        "from_reference": record.reference,
        "kept_on": today,
        "edition": edition,
    }
    return {**said, "part": part} if part else said


def _only_row(record: Record, part: str, row: Row) -> Record:
    return replace(record, answers={part: Table((row,))})


def _copies(record: Record, facts: Facts, library: Library, item: str, today: date) -> Kept:
    """Return what is kept: the record, and those records of the tender that go along with it."""
    there = (facts.get(name) for name in dict.fromkeys(references_of(record)))
    along = [one for one in there if one and one.tender and one.kind in library.reuse.along and one.id != record.id]
    shared = {one.id for one in facts.records.values() if not one.tender and one.id != facts.tender}
    ids = {one.id: new_id() for one in (record, *along)}
    how = Copying(library, ids, shared.__contains__, today, whole=True)
    copies = [copy_record(how, one, tender=item) for one in (record, *along)]
    return Kept(record, tuple(one.record for one in copies), tuple(each for one in copies for each in one.cleared))


def _keep_again(workspace: Workspace, item: Record, kept: Kept, library: Library) -> None:
    """Make what is kept equal to this, so that its history shows what became other."""
    old = workspace.kept_in(item.id)
    with workspace.together():
        names = {new.id: _same(new, old[1:]) for new in kept.records} | {kept.records[0].id: old[0].id}
        for new in kept.records:
            if not names[new.id]:
                workspace.add_record(new.kind, new.reference, tender=item.id, id=new.id)
            named = _pointed(replace(new, id=names[new.id] or new.id), names)
            align(workspace, named, library, reason=f"kept again from {item.answers['from_tender']}")
        for gone in old:
            if gone.id not in names.values():
                workspace.remove_record(gone.id)
        align(workspace, item, library, reason=f"kept again from {item.answers['from_tender']}")


def _same(new: Record, old: tuple[Record, ...]) -> str:
    """Return the id of the record that was kept along before as this one; empty if there is none."""
    found = (one.id for one in old if (one.kind, one.reference) == (new.kind, new.reference))
    return next(found, "")


def _pointed(record: Record, names: Mapping[str, str]) -> Record:
    """Return a record that points at what was kept before, where this is the same."""

    def target(value: Scalar) -> Scalar:
        return Reference(names.get(value.record) or value.record) if isinstance(value, Reference) else value

    def answer(value: Answer) -> Answer:
        if not isinstance(value, Table):
            return target(value)
        rows = (replace(row, cells={key: target(cell) for key, cell in row.cells.items()}) for row in value.rows)
        return Table(tuple(rows))

    return replace(record, answers={key: answer(value) for key, value in record.answers.items()})
