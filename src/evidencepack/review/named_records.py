# SPDX-License-Identifier: MPL-2.0
"""Which records words name by their references: "KPI-07, TBN-CS-01" names a measure and a case study."""

from __future__ import annotations

import re
from collections.abc import Mapping

from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference, Table
from evidencepack.review.cues import cue_of_names, lacks
from evidencepack.review.reading import Reading

_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")


def named_in(reading: Reading, words: str) -> tuple[Record, ...]:
    """Return the records that words name by their references, each once, in the order of the words.

    A reference counts as a whole word alone, in capitals or not: "KPI-1" is not named by "KPI-10".
    """
    if lacks(words, reading.once(_cue)):
        return ()
    known = reading.once(_by_reference)
    found = (known.get(word.casefold()) for word in _WORD.findall(words))
    records = (reading.facts.get(name) for name in dict.fromkeys(filter(None, found)))
    return tuple(one for one in records if one)


def all_named(reading: Reading, record: Record) -> frozenset[str]:
    """Return the ids of the records that the answers of a record refer to, or name by their references."""
    return reading.once(_all_named, record.id)


def _all_named(reading: Reading, name: str) -> frozenset[str]:
    found = set[str]()
    for answer in reading.facts.records[name].answers.values():
        cells = [cell for row in answer.rows for cell in row.cells.values()] if isinstance(answer, Table) else [answer]
        for cell in cells:
            if isinstance(cell, Reference):
                found.add(cell.record)
            elif isinstance(cell, str):
                found |= {one.id for one in named_in(reading, cell)}
    return frozenset(found - {name})


def _cue(reading: Reading) -> frozenset[str]:
    return cue_of_names(one for one in reading.once(_by_reference) if _WORD.fullmatch(one))


def _by_reference(reading: Reading) -> Mapping[str, str]:
    return {one.reference.casefold(): one.id for one in reading.facts.records.values() if one.reference}
