# SPDX-License-Identifier: MPL-2.0
"""Who gets a copy of their own, and which pages somebody means who types "1-3, 7"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, Reference, Table
from evidencepack.errors import EvidencePackError, ExitCode

_ORGANISATION = "organisation"
_RANGE = re.compile(r"(\d+)(?:\s*[-–]\s*(\d*))?|[-–]\s*(\d+)")


class UnreadableRangeError(EvidencePackError):
    """A range of pages that cannot be read, or that has no page of the document."""

    exit_code: ClassVar[ExitCode] = ExitCode.USAGE


def parties_of(facts: Facts, document: str = "") -> tuple[str, ...]:
    """Return the short names of those who get a copy: the parties of a document, or the partners of the tender.

    Whoever leads comes first among the parties of a document; of the tender, it keeps the pack itself.
    """
    record = facts.get(document)
    named = _named(facts, record.answers.get("parties")) if record else ()
    partners = (one for each in facts.of_kind("partnership") for one in _organisations(facts, each.answers))
    return tuple(dict.fromkeys(_short(one) for one in named or partners))


def read_range(text: str, pages: int) -> tuple[int, ...]:
    """Return the pages meant, from 1, in their order; all of them for nothing typed.

    Args:
        text: such as "1-3, 7" or "5-".
        pages: how many there are.

    Raises:
        UnreadableRangeError: if it is no range, or has no page that is there.
    """
    if not text.strip():
        return tuple(range(1, pages + 1))
    found = set[int]()
    for part in re.split(r"[,;]", text):
        match = _RANGE.fullmatch(part.strip())
        if match is None:
            raise UnreadableRangeError(f"“{part.strip()}” is no range of pages. Type one such as 1-3, 7.")
        first, last, until = match.groups()
        begin = int(first or 1)
        end = int(until or last or (pages if last == "" else begin))
        found |= set(range(begin, min(end, pages) + 1))
    chosen = tuple(sorted(page for page in found if page >= 1))
    if not chosen:
        raise UnreadableRangeError(f"There are {pages:,} pages. Type a range among them, such as 1-{pages}.")
    return chosen


def _named(facts: Facts, parties: Answer | None) -> tuple[Record, ...]:
    if not isinstance(parties, Table):
        return ()
    return tuple(one for row in parties.rows for one in _organisations(facts, row.cells))


def _organisations(facts: Facts, answers: Mapping[str, Answer]) -> Iterator[Record]:
    said = answers.get(_ORGANISATION)
    record = facts.get(said.record) if isinstance(said, Reference) else None
    if record is not None:
        yield record


def _short(record: Record) -> str:
    names = (record.answers.get(name) for name in ("short_name", "legal_name"))
    return next((name for name in names if isinstance(name, str) and name), record.reference)
