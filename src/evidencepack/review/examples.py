# SPDX-License-Identifier: MPL-2.0
"""CHK-EX-01: a document shows an example that nobody has made their own."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Row, Table
from evidencepack.library.model import RuleWords
from evidencepack.review.reading import Reading

_NAMED = 5


def unedited_examples(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield one finding for each document that shows examples, naming the first five."""
    for document in reading.documents:
        shown = reading.examples.get(document.id, {})
        if not shown:
            continue
        names = [_name(reading, document, owner) for owner in shown]
        more = len(names) - _NAMED
        listed = "; ".join(names[:_NAMED]) + (f"; and {more} more" if more > 0 else "")
        message = words.message.format(document=reading.called(document), examples=listed)
        yield Finding(f"CHK-{words.id}", words.severity, document.id, next(iter(shown.values())), message)


def _name(reading: Reading, document: Record, owner: str) -> str:
    """Return what a message calls an example: the document itself, another record, or a row of a table."""
    record, *inside = owner.split("/")
    found = reading.facts.records[record]
    if inside:
        return _row_name(reading, found, *inside)
    return "all of it" if found.id == document.id else reading.named(found)


def _row_name(reading: Reading, record: Record, field: str, row: str) -> str:
    table = record.answers[field]
    rows = table.rows if isinstance(table, Table) else ()
    number, found = next((number, one) for number, one in enumerate(rows, start=1) if one.id == row)
    asked = reading.library[record.kind].fields[field]
    return f"row {number} of “{asked.label}” (from the starter “{_title(reading, record, found)}”)"


def _title(reading: Reading, record: Record, row: Row) -> str:
    starters = reading.library[record.kind].starters
    return next((starter.title for starter in starters if starter.id == row.example), row.example)
