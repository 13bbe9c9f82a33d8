# SPDX-License-Identifier: MPL-2.0
"""CHK-SG-54, CHK-RF-53 and CHK-RF-55: who signs for a party, a party that is there twice, two of one name."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record, short_name
from evidencepack.domain.values import Reference, Row, Table
from evidencepack.library.model import Field
from evidencepack.library.rows import parties_of
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.prose import plain_label
from evidencepack.review.reading import Reading
from evidencepack.review.scope import records_in_use

_ORGANISATION = "organisation"
_SIGN = ("signatory", "approver")


def strangers_who_sign(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield each person who signs or approves a paper for an organisation and belongs to another.

    Where a table of those who sign names no organisations, each must belong to a party.
    """
    yield from _of_no_party(reading, words)
    for document, field, row in _rows(reading):
        party = _of(reading, row, _ORGANISATION)
        for column in (one for one in field.columns if one.id in _SIGN):
            person = _of(reading, row, column.id)
            home = reading.linked(person, _ORGANISATION) if person else None
            if party and person and home and home.id != party.id:
                message = words.message.format(
                    document=reading.called(document),
                    label=plain_label(column),
                    partner=_name(party),
                    person=str(person.answers.get("full_name") or person.reference),
                    here=_name(home),
                )
                yield _finding(words, FieldPath(document.id, field.id, row.id, column.id), message)


def _of_no_party(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    for document in reading.documents:
        kind = reading.library[document.kind]
        parties = parties_of(document, kind, reading.facts, reading.library) | reading.leads()
        tables = (kind.fields[line.by] for line in kind.signatures if line.by in kind.fields)
        for field in (one for one in tables if parties and _ORGANISATION not in {each.id for each in one.columns}):
            for row in _own_rows(document, field):
                person = _of(reading, row, _SIGN[0])
                home = reading.linked(person, _ORGANISATION) if person else None
                if person and home and home.id not in parties:
                    said = {"person": str(person.answers.get("full_name") or person.reference), "here": _name(home)}
                    message = words.row_message.format(document=reading.called(document), **said)
                    yield _finding(words, FieldPath(document.id, field.id, row.id, _SIGN[0]), message)


def twice_there(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield each organisation that stands among the parties of a paper more than once."""
    for document in reading.documents:
        kind = reading.library[document.kind]
        field, seen = kind.fields.get(kind.parties), set()
        for row in _own_rows(document, field) if field else ():
            link = row.cells.get(_ORGANISATION)
            if field and link in seen and isinstance(link, Reference):
                party = reading.facts.get(link.record)
                said = {"document": reading.called(document), "label": plain_label(field)}
                message = words.message.format(**said, partner=_name(party) if party else "an organisation")
                yield _finding(words, FieldPath(document.id, field.id, row.id, _ORGANISATION), message)
            seen.add(link)


def called_alike(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-RF-55: yield each organisation of the tender that is called in short as another one before it is."""
    seen: dict[str, Record] = {}
    for record in records_in_use(reading):
        name = str(record.answers.get("short_name", "")).strip().casefold()
        if record.kind != _ORGANISATION or not name:
            continue
        other = seen.setdefault(name, record)
        if other is not record:
            message = words.message.format(partner=_name(record), record=_legal(record), elsewhere=_legal(other))
            yield _finding(words, FieldPath(record.id, "short_name"), message)


def _legal(record: Record) -> str:
    return str(record.answers.get("legal_name") or record.reference)


def _rows(reading: Reading) -> Iterator[tuple[Record, Field, Row]]:
    """Yield the rows of every document in which somebody signs or approves for an organisation."""
    for document in reading.documents:
        for field in reading.library[document.kind].fields.values():
            columns = {column.id for column in field.columns}
            if not field.rows_of and _ORGANISATION in columns and columns & set(_SIGN):
                yield from ((document, field, row) for row in _own_rows(document, field))


def _own_rows(document: Record, field: Field) -> tuple[Row, ...]:
    table = document.answers.get(field.id)
    return table.rows if isinstance(table, Table) else ()


def _of(reading: Reading, row: Row, column: str) -> Record | None:
    link = row.cells.get(column)
    return reading.facts.get(link.record) if isinstance(link, Reference) else None


def _name(record: Record) -> str:
    return short_name(record)


def _finding(words: RuleWords, path: FieldPath, message: str) -> Finding:
    return Finding(f"CHK-{words.id}", words.severity, path.record, str(path), message)
