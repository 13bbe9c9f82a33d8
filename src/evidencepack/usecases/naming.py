# SPDX-License-Identifier: MPL-2.0
"""What people call records: the names a reference is picked by, and the reference of the next record of a kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from evidencepack.domain.record import Facts, Record
from evidencepack.library.calling import desk
from evidencepack.library.entry import Desk
from evidencepack.library.model import PAPER, Library
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.listing import title_of

_SHORT = "short_name"
_FIRST_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]{1,7}(?=[-/ ._])")
_NUMBERED = re.compile(r"(?P<stem>.*?)(?P<number>[0-9]+)")


def names_of_kind(facts: Facts, library: Library, kind: str) -> dict[str, str]:
    """Return the records of one kind, id to name, in their order; two of one name get their references behind it.

    ``kind`` is what a reference leads to, so that it may be any paper.
    """
    records = [one for one in facts.records.values() if library.takes(kind, one.kind)]
    names = {record.id: _name(record, library) for record in records}
    often = Counter(name.casefold() for name in names.values())
    return {
        record.id: f"{names[record.id]} ({record.reference})"
        if often[names[record.id].casefold()] > 1
        else names[record.id]
        for record in records
    }


def naming_desk(facts: Facts, library: Library, today: date) -> Desk:
    """Return a desk that finds records by name, reference or id, and calls them by name."""
    names = {kind: names_of_kind(facts, library, kind) for kind in {record.kind for record in facts.records.values()}}
    known: dict[tuple[str, str], str] = {}
    for record in facts.records.values():
        for name in (names[record.kind][record.id], record.reference, record.id):
            known.setdefault((record.kind, name.casefold()), record.id)
    known |= _papers(facts, library)
    for (kind, short), found in _short_names(facts).items():
        if len(found) == 1:
            known.setdefault((kind, short), found[0])

    def find(kind: str, text: str) -> str:
        return known.get((kind, text.casefold()), "")

    def call(record: str) -> str:
        found = facts.get(record)
        return names[found.kind][found.id] if found else record

    return Desk(today, find, call, latest=max(today, as_of(facts)))


def _papers(facts: Facts, library: Library) -> dict[tuple[str, str], str]:
    """Return the papers by name, reference and id, as a reference finds them that leads to any of them."""
    called = names_of_kind(facts, library, PAPER).items()
    names = ((name, found) for found, shown in called for name in (found, facts.records[found].reference, shown))
    return {(PAPER, name.casefold()): found for name, found in names}


def _short_names(facts: Facts) -> dict[tuple[str, str], list[str]]:
    """Return who goes by which short name, by kind."""
    named: dict[tuple[str, str], list[str]] = {}
    for record in facts.records.values():
        short = record.answers.get(_SHORT)
        if isinstance(short, str):
            named.setdefault((record.kind, short.casefold()), []).append(record.id)
    return named


def typing_desk(facts: Facts, today: date) -> Desk:
    """Return a desk for people who type: it finds records by reference or id, or by a name that one record has.

    It calls them by reference.
    """
    at = desk(facts, today)
    named: dict[tuple[str, str], set[str]] = {}
    for record in facts.records.values():
        for name in {title_of(record), str(record.answers.get(_SHORT, ""))}:
            named.setdefault((record.kind, name.casefold()), set()).add(record.id)

    def find(kind: str, text: str) -> str:
        only = named.get((kind, text.casefold()), set())
        return at.find(kind, text) or (next(iter(only)) if len(only) == 1 and text else "")

    return Desk(today, find, at.call, latest=max(today, as_of(facts)))


def with_papers(at: Desk, facts: Facts, library: Library) -> Desk:
    """Return a desk that finds a paper of any kind, too, where a reference may lead to one."""
    papers = [one.kind for one in facts.records.values() if library.takes(PAPER, one.kind)]

    def find(kind: str, text: str) -> str:
        kinds = dict.fromkeys(papers) if kind == PAPER else (kind,)
        return next(filter(None, (at.find(one, text) for one in kinds)), "")

    return replace(at, find=find)


def next_reference(facts: Facts, library: Library, kind: str) -> str:
    """Return a reference that no record of the kind has: the highest number there is plus one, written as the others.

    The first record of a kind gets the kind's own short word and 01. A paper has the first word of the tender's
    reference before that, so that papers of two tenders are told apart: "TBN-MOU-01" in "TBN-ASC-2027-014".
    """
    first = f"{library[kind].reference}-01"
    if library[kind].document and (found := _FIRST_WORD.match(facts.records[facts.tender].reference)):
        first = f"{found[0]}-{first}"
    return following([record.reference for record in facts.of_kind(kind)], otherwise=first)


def following(names: Sequence[str], *, otherwise: str) -> str:
    """Return the name behind the one with the highest number, written as that one is; ``otherwise`` if none has one."""
    numbered = [found for name in names if (found := _NUMBERED.fullmatch(name))]
    if not numbered:
        return otherwise
    last = max(numbered, key=lambda found: int(found["number"]))
    return f"{last['stem']}{int(last['number']) + 1:0{len(last['number'])}}"


def _name(record: Record, library: Library) -> str:
    if library[record.kind].document:
        return record.reference
    title = title_of(record)
    return title if title != record.reference else record.reference
