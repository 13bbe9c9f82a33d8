# SPDX-License-Identifier: MPL-2.0
"""The order of a pack, and what its parts are called: A, B, C; 1, 2, 3; or A1, A2, B1 with a letter for each section.

Documents, annexes and section breaks stand in one order. Documents and annexes are numbered alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain, count
from string import ascii_uppercase

from evidencepack.domain.record import Facts, Record
from evidencepack.library.header import goes_into_pack, has_place, place_in_pack
from evidencepack.library.model import Library

ANNEX, SECTION = "annex", "section_break"
"""The kinds of record that stand in a pack beside documents."""


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
    found = [one for one in facts.records.values() if has_place(library[one.kind])]
    packed = [one for one in found if goes_into_pack(one, library[one.kind])]
    return tuple(sorted(packed, key=lambda one: place_in_pack(one, library[one.kind])))


def numbers_of(records: Sequence[Record], scheme: Scheme) -> Mapping[str, str]:
    """Return what each record of a pack, in its order, is called there, by id.

    A section break has a letter where each section has one, and otherwise nothing. What stands before the first break
    is a section too, then.
    """
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
