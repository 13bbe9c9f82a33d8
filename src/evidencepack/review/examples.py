# SPDX-License-Identifier: MPL-2.0
"""CHK-EX-51: a document shows an example that nobody has made their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from evidencepack.domain.examples import BY_ITSELF, is_untouched, starter_of, unedited
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Row, Table
from evidencepack.library.model import Field
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading

_NAMED, _LABELS = 5, 3


def unedited_examples(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield one finding for each document that shows examples, naming the first five."""
    for document in reading.documents:
        shown = reading.given.examples.get(document.id, {})
        if not shown:
            continue
        names = [_name(reading, document, owner) for owner in shown if not _goes_along(reading, owner, shown)]
        more = len(names) - _NAMED
        listed = "; ".join(names[:_NAMED]) + (f"; and {more} more" if more > 0 else "")
        message = words.message.format(document=reading.called(document), examples=listed)
        yield Finding(f"CHK-{words.id}", words.severity, document.id, next(iter(shown.values())), message)


def _goes_along(reading: Reading, owner: str, shown: Mapping[str, str]) -> bool:
    """Whether it is a row of a record that is an untouched example itself: the record speaks for its rows."""
    record, *inside = owner.split("/")
    return bool(inside) and record in shown and is_untouched(reading.facts.records[record].example)


def _name(reading: Reading, document: Record, owner: str) -> str:
    """Return what a message calls an example: the document itself, another record, or a row of a table."""
    record, *inside = owner.split("/")
    found = reading.facts.records[record]
    if inside:
        return _row_name(reading, found, *inside)
    left = _left(reading.library[found.kind].fields, found)
    if found.id == document.id:
        return left or "all of it"
    return f"{reading.named(found)} ({left})" if left else reading.named(found)


def _left(asked: Mapping[str, Field], thing: Record | Row) -> str:
    """Return the labels of what is left of an example in which something was edited; empty where nothing was."""
    if is_untouched(thing.example):
        return ""
    own = unedited(thing)
    labels = [f"“{field.label}”" for name, field in asked.items() if name in own]
    more = len(labels) - _LABELS
    return ", ".join(labels[:_LABELS]) + (f" and {more} more" if more > 0 else "")


def _row_name(reading: Reading, record: Record, field: str, row: str) -> str:
    table = record.answers[field]
    rows = table.rows if isinstance(table, Table) else ()
    number, found = next((number, one) for number, one in enumerate(rows, start=1) if one.id == row)
    asked = reading.library[record.kind].fields[field]
    left = _left({column.id: column for column in asked.columns}, found)
    if starter_of(found.example) == BY_ITSELF:
        return f"row {number} of “{asked.label}” ({left}, as in the example beside the question)"
    beside = f": {left}" if left else ""
    return f"row {number} of “{asked.label}” (from the starter “{_title(reading, record, found)}”{beside})"


def _title(reading: Reading, record: Record, row: Row) -> str:
    starters, name = reading.library[record.kind].starters, starter_of(row.example)
    return next((starter.title for starter in starters if starter.id == name), name)
