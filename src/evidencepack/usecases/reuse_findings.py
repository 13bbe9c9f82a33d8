# SPDX-License-Identifier: MPL-2.0
"""What a check says of copies: names of the old tender, facts that changed, overdue items, what stayed empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Table
from evidencepack.library.copying import Copying, copy_record
from evidencepack.library.entry_dates import date_text
from evidencepack.library.model import Library
from evidencepack.review.reading import Reused
from evidencepack.store.records import RecordNotFoundError
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.listing import title_of
from evidencepack.usecases.offers import Sort, offers
from evidencepack.usecases.old_names import names_now, texts_in
from evidencepack.usecases.origins import LIBRARY_ITEM, Origin, Source, origins_in

_FACT, _COPY, _FILE = "RU-52", "RU-53", "RU-56"
_RULES = {Sort.FACT: _FACT, Sort.ORIGINAL: _COPY, Sort.FILE: _FILE}


def reused(workspace: Workspace, facts: Facts, library: Library) -> tuple[Reused, ...]:
    """Return all that a check is to say of the copies in a tender."""
    return tuple(_reused(workspace, facts, library))


def _reused(workspace: Workspace, facts: Facts, library: Library) -> Iterator[Reused]:
    day = as_of(facts)
    for offer in offers(workspace, facts, library, day):
        words = {
            "fact": offer.label,
            "path": offer.name,
            "record": _called(facts.records[offer.record], library),
            "yours": _short(offer.yours),
            "theirs": _short(offer.theirs),
            "source": offer.since,
        }
        yield Reused(_RULES[offer.sort], offer.record, offer.path, words)
    for origin in origins_in(facts.records.values()):
        yield from _old_names(origin, facts, library)
        yield from _overdue(origin, workspace, day)
        yield from _empty(origin, workspace, facts, library, day)


def still_named(facts: Facts, library: Library) -> tuple[Reused, ...]:
    """Return each copy in whose words the old tender, its buyer, a lot or a date of it is still named."""
    return tuple(one for origin in origins_in(facts.records.values()) for one in _old_names(origin, facts, library))


def _old_names(origin: Origin, facts: Facts, library: Library) -> Iterator[Reused]:
    now = {name.casefold() for name in names_now(facts)}
    names = sorted((name for name in origin.old_names if name.casefold() not in now), key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names), re.IGNORECASE)
    for record in (found for copy in origin.pieces if names and (found := facts.get(copy))):
        found_in = {name: there for name, text in texts_in(record) if (there := pattern.findall(text))}
        if found_in:
            labels = (library[record.kind].fields[name].label for name in found_in)
            said = dict.fromkeys(f"“{one}”" for name in found_in for one in found_in[name])
            words = {"record": _called(record, library), "names": _listed(list(said)), "labels": "; ".join(labels)}
            yield Reused("RU-51", record.id, f"{record.id}/{next(iter(found_in))}", {**words, "source": origin.name})


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _overdue(origin: Origin, workspace: Workspace, day: date) -> Iterator[Reused]:
    items = workspace.of_kind(LIBRARY_ITEM) if origin.source is Source.LIBRARY else ()
    for item in items:
        by = item.answers.get("review_by")
        if item.id == origin.of and isinstance(by, date) and by < day:
            copy = next(iter(origin.pieces), origin.record).partition("/")[0]
            yield Reused("RU-54", copy, "", {"source": origin.name, "day": date_text(by)})


def _empty(origin: Origin, workspace: Workspace, facts: Facts, library: Library, day: date) -> Iterator[Reused]:
    """Yield each kind of record of a cloned tender in which something is empty that belonged to the old one."""
    old = _cloned_from(origin, workspace)
    ids = {original: copy for copy, original in origin.pieces.items()}
    how = Copying(library, ids, lambda name: facts.get(name) is not None, origin.copied_on or day)
    gaps: dict[str, tuple[list[Record], dict[str, None]]] = {}
    for copy, original in origin.pieces.items():
        mine, theirs = facts.get(copy), old.get(original)
        if mine and theirs and (labels := _gaps(how, mine, theirs)):
            records, known = gaps.setdefault(mine.kind, ([], {}))
            records.append(mine)
            known.update(dict.fromkeys(labels))
    for kind, (records, known) in gaps.items():
        names = ", ".join(one.reference for one in records)
        words = {"record": f"{library[kind].title} {names}", "source": origin.name, "labels": "; ".join(known)}
        yield Reused("RU-55", records[0].id, "", words)


def _cloned_from(origin: Origin, workspace: Workspace) -> Mapping[str, Record]:
    """Return the records of the tender that was cloned; nothing if it was removed."""
    if origin.source is not Source.TENDER:
        return {}
    try:
        return workspace.facts(origin.of).records
    except RecordNotFoundError:
        return {}


def _gaps(how: Copying, mine: Record, theirs: Record) -> list[str]:
    """Return the labels of the questions that the copy has not answered, and a copy made today would not either."""
    cleared = copy_record(how, theirs, tender=mine.tender).cleared
    return [one.label for one in cleared if _is_empty(mine, one.path.field, one.path.column)]


def _is_empty(record: Record, field: str, column: str) -> bool:
    """Whether a question has no answer, or a column none in any row."""
    answer = record.answers.get(field)
    if not column or not isinstance(answer, Table):
        return answer is None
    return not any(column in row.cells for row in answer.rows)


def _called(record: Record, library: Library) -> str:
    """Return what a sentence calls a record: "Memorandum of understanding TBN-MOU-01"."""
    kind = library[record.kind]
    name = title_of(record) if kind.shared else record.reference
    return f"{kind.title} {name}"


def _short(text: str) -> str:
    line = " ".join(text.split()) or "nothing"
    return line if len(line) <= 160 else f"{line[:159].rstrip()}…"
