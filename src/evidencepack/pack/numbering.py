# SPDX-License-Identifier: MPL-2.0
"""The order of a pack, and what its parts are called: A, B, C; 1, 2, 3; or A1, A2, B1 with a letter for each section.

Documents, annexes and section breaks stand in one order. Documents and annexes are numbered alike. After an issue a
tender can keep what was issued as it was numbered: then its order stays, and what is new stands behind it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain, count
from string import ascii_uppercase

from evidencepack.domain.handed_in import LastIssue
from evidencepack.domain.record import Facts, Record
from evidencepack.library.header import goes_into_pack, has_place, place_in_pack
from evidencepack.library.model import Library

ANNEX, SECTION = "annex", "section_break"
"""The kinds of record that stand in a pack beside documents."""

LATE_CHANGE, KEEP, RENUMBER = "late_change", "keep", "renumber"
"""The question how a pack is numbered after it was issued, and its choices."""

_NAME = re.compile(r"([A-Z]*)(\d*)")


class Scheme(StrEnum):
    """How the parts of a pack are numbered, by the ids of the tender's choices."""

    LETTERS = "letters"
    NUMBERS = "numbers"
    SECTIONS = "sections"


def scheme_of(tender: Record) -> Scheme:
    """Return how a tender numbers its pack: with letters unless it says otherwise."""
    said = tender.answers.get("numbering")
    return next((one for one in Scheme if one.value == said), Scheme.LETTERS)


def pack_order(facts: Facts, library: Library) -> tuple[Record, ...]:
    """Return the documents, annexes and section breaks of the pack in its order."""
    kept = kept_of(facts)
    places = {one.record: at for at, one in enumerate(kept.order)} if kept else {}
    found = [one for one in facts.records.values() if has_place(library[one.kind])]
    packed = [one for one in found if goes_into_pack(one, library[one.kind])]
    return tuple(
        sorted(packed, key=lambda one: (places.get(one.id, len(places)), place_in_pack(one, library[one.kind])))
    )


def kept_of(facts: Facts) -> LastIssue | None:
    """Return the issue whose letters are kept; None if everything is numbered anew."""
    tender = facts.get(facts.tender)
    return facts.issued if tender is not None and tender.answers.get(LATE_CHANGE) == KEEP else None


def numbers_of(records: Sequence[Record], scheme: Scheme, kept: LastIssue | None = None) -> Mapping[str, str]:
    """Return what each record of a pack, in its order, is called there, by id.

    A section break has a letter where each section has one, and otherwise nothing. What stands before the first break
    is a section too, then. What was issued is called as in ``kept``; no letter of it is given to anything else.
    """
    if kept:
        return dict(_behind(records, scheme, kept.letters))
    if scheme is Scheme.SECTIONS:
        return dict(_in_sections(records))
    names = letters() if scheme is Scheme.LETTERS else map(str, count(1))
    return {one.id: "" if one.kind == SECTION else next(names) for one in records}


def letters() -> Iterator[str]:
    """Yield appendix letters: A to Z, then AA, AB ..."""
    return chain.from_iterable(map(_words, count(1)))


def _words(length: int) -> Iterator[str]:
    if length == 0:
        yield ""
        return
    for head in _words(length - 1):
        for letter in ascii_uppercase:
            yield head + letter


def _in_sections(records: Sequence[Record]) -> Iterator[tuple[str, str]]:
    names, letter, number = letters(), "", 0
    for one in records:
        if one.kind == SECTION or not letter:
            letter, number = next(names), 0
        number += one.kind != SECTION
        yield one.id, letter if one.kind == SECTION else f"{letter}{number}"


def _behind(records: Sequence[Record], scheme: Scheme, kept: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the letters that were issued, and for what is new those that come after all of them."""
    heads, numbers = _taken(kept.values())
    fresh = _after(heads)
    plain = map(str, count(max((int(one) for one in numbers.get("", [])), default=0) + 1))
    section = max(heads, key=_rank, default="")
    number = max((int(one) for one in numbers.get(section, [])), default=0)
    for one in records:
        if one.id in kept:
            yield one.id, kept[one.id]
        elif scheme is not Scheme.SECTIONS:
            names = fresh if scheme is Scheme.LETTERS else plain
            yield one.id, "" if one.kind == SECTION else next(names)
        else:
            if one.kind == SECTION or not section:
                section, number = next(fresh), 0
            number += one.kind != SECTION
            yield one.id, section if one.kind == SECTION else f"{section}{number}"


def _taken(letters: Collection[str]) -> tuple[set[str], Mapping[str, list[str]]]:
    """Return the letters with which names begin, and the numbers behind each."""
    heads, numbers = set[str](), dict[str, list[str]]()
    for one in letters:
        found = _NAME.fullmatch(one)
        if found and found[1]:
            heads.add(found[1])
        if found and found[2]:
            numbers.setdefault(found[1], []).append(found[2])
    return heads, numbers


def _after(heads: Collection[str]) -> Iterator[str]:
    """Yield the letters that come after all of these."""
    last = max(map(_rank, heads), default=(0, ""))
    return (one for one in letters() if _rank(one) > last)


def _rank(letter: str) -> tuple[int, str]:
    """Return what puts letters in order: Z comes before AA."""
    return len(letter), letter
