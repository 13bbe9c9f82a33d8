# SPDX-License-Identifier: MPL-2.0
"""CHK-CS-06 and CHK-CS-07: a case study in the pack that is still a template, or that nobody may tell."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.library.header import goes_into_pack
from evidencepack.library.rows import shared_rows
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading
from evidencepack.review.relied_on import papers_named

_CASE = "case_study"
_STATE, _TEMPLATE = "localise_status", "template_not_localised"
_PERMISSION, _REFUSED = "permission_status", "refused"
_KNOWN, _IDENTIFIABLE = "identifiability", "identifiable"


def templates(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield each case study in the pack that is said to be a template still."""
    for case, where in _told(reading):
        if case.answers.get(_STATE) == _TEMPLATE:
            yield _finding(reading, words, case, _STATE, where)


def untellable(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield each case study in the pack for which permission was refused, or in which a person could be recognised."""
    for case, where in _told(reading):
        if case.answers.get(_PERMISSION) == _REFUSED:
            yield _finding(reading, words, case, _PERMISSION, where)
        if case.answers.get(_KNOWN) == _IDENTIFIABLE:
            yield _finding(reading, words, case, _KNOWN, where)


def _told(reading: Reading) -> Iterator[tuple[Record, str]]:
    """Yield the case studies that the pack tells, or leans on, with the reference of the paper that does.

    A paper tells a case in a table of them, or in a box because an answer names it; a withdrawn case is told there too.
    """
    told: dict[str, str] = {}
    for document in reading.documents:
        if not goes_into_pack(document, reading.library[document.kind]):
            continue
        if document.kind == _CASE:
            told[document.id] = document.reference
        for name in reading.once(_cases_of, document.id):
            told.setdefault(name, document.reference)
    yield from ((reading.facts.records[name], where) for name, where in told.items())


def _cases_of(reading: Reading, name: str) -> tuple[str, ...]:
    document = reading.facts.records[name]
    return (*_in_tables(reading, document), *_named_by(reading, document))


def _in_tables(reading: Reading, document: Record) -> Iterator[str]:
    for field in reading.library[document.kind].fields.values():
        if field.rows_of == _CASE:
            yield from (row.id for row in shared_rows(document, field, reading.facts, reading.library))


def _named_by(reading: Reading, document: Record) -> Iterator[str]:
    yield from (one.target.id for one in papers_named(reading, document) if one.target.kind == _CASE)


def _finding(reading: Reading, words: RuleWords, case: Record, field: str, where: str) -> Finding:
    asked = reading.library[case.kind].fields[field]
    said = next((choice.label for choice in asked.choices if choice.id == case.answers.get(field)), "")
    template = words.row_message if where != case.reference else words.message
    message = template.format(document=reading.called(case), label=asked.label, answer=said, paper=where)
    return Finding(f"CHK-{words.id}", words.severity, case.id, str(FieldPath(case.id, field)), message)
