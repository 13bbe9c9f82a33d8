# SPDX-License-Identifier: MPL-2.0
"""What still names something that goes: answers that refer to it, so that it has to stay, and words left behind."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Reference
from evidencepack.library.header import is_over
from evidencepack.library.model import Library
from evidencepack.review.reading import Reading
from evidencepack.review.register import RULES
from evidencepack.usecases.changes import rows_of
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.origins import LIBRARY_ITEM, ORIGIN

_LEFT = ("RF-51", "RF-52", "DS-51")
"""The rules that find words and rows about something that is not there any more."""


def in_the_way(facts: Facts, library: Library, going: Collection[str]) -> tuple[str, ...]:
    """Return the questions of other records whose answers refer to records that are to go, each once, as words."""
    wanted = {Reference(name) for name in going}
    others = (one for one in facts.records.values() if one.id not in going and one.kind not in {ORIGIN, LIBRARY_ITEM})
    return tuple(dict.fromkeys(words for one in others for words in _refers(one, library, wanted)))


def left_behind(before: Facts, after: Facts, library: Library) -> tuple[str, ...]:
    """Return what the check says, after something was removed, of words and rows that are about it still."""
    known = set(_found(before, library))
    return tuple(message for message in _found(after, library) if message not in known)


def _refers(record: Record, library: Library, wanted: set[Reference]) -> Iterator[str]:
    kind = library[record.kind]
    for name, answer in record.answers.items():
        cells = (cell for row in rows_of(record, name) for cell in row.cells.values())
        if name in kind.fields and any(one in wanted for one in (answer, *cells) if isinstance(one, Reference)):
            yield f"{kind.title} {record.reference}: “{kind.fields[name].label}”"


def _found(facts: Facts, library: Library) -> list[str]:
    written = (one for one in facts.records.values() if library[one.kind].document and not is_over(one))
    reading = Reading(facts.tender, tuple(written), facts, library, as_of(facts))
    return [one.message for rule in _LEFT for one in RULES[rule](reading, library.rules[rule])]
