# SPDX-License-Identifier: MPL-2.0
"""Records by what people call them: a reference, in any case; an id; with the kind before it where two share one."""

from __future__ import annotations

from datetime import date

from evidencepack.domain.record import Facts, Record
from evidencepack.library.entry import Desk


def is_called(record: Record, name: str) -> bool:
    """Whether a name is the reference or the id of a record."""
    return name.casefold() in {record.reference.casefold(), record.id}


def records_called(facts: Facts, name: str) -> tuple[Record, ...]:
    """Return every record with this id or reference, or else with this ``kind:reference``."""
    kind, _, reference = name.partition(":")
    records = facts.records.values()
    return tuple(record for record in records if is_called(record, name)) or tuple(
        record for record in records if record.kind == kind and is_called(record, reference)
    )


def desk(facts: Facts, today: date) -> Desk:
    """Return what reading entries needs: today's date, and the records of the tender by what people call them."""
    known = {
        (record.kind, name.casefold()): record.id
        for record in facts.records.values()
        for name in (record.reference, record.id)
    }

    def find(kind: str, text: str) -> str:
        return known.get((kind, text.casefold()), "")

    def call(record: str) -> str:
        found = facts.get(record)
        return found.reference if found else record

    return Desk(today, find, call)
