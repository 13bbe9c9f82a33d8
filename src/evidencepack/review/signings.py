# SPDX-License-Identifier: MPL-2.0
"""CHK-SG-02, CHK-SG-51 and CHK-SG-52: what is recorded of the signatures of a paper, against the paper itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference, Row, Table
from evidencepack.library.conditions import holds
from evidencepack.library.rows import parties_of
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading
from evidencepack.review.telling import listed
from evidencepack.review.unsigned import missing_signatures

_SHEET, _SIGNINGS = "signoff_sheet", "signings"
_PAPER, _PARTY, _SIGNED_ON, _EXCEPTIONS = "paper", "party", "signed_on", "exceptions"
_STATUS, _SIGNED = "status", "signed"
_BEFORE = frozenset({"draft", "in_review", "out_for_signature"})
"""Where a paper cannot be any more once everybody has signed it."""

_NAME = "short_name"


def changed_since_signed(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-SG-02: yield a finding for each paper whose words are others than those that somebody signed."""
    for document in reading.documents:
        touched = reading.given.changed.get(document.id)
        if touched is not None:
            names = [reading.facts.get(one) for one in touched]
            who = listed([str(one.answers.get(_NAME) or one.reference) for one in names if one])
            template = words.message if who else words.says["nobody"]
            message = template.format(document=reading.called(document), parties=who)
            yield Finding(f"CHK-{words.id}", words.severity, document.id, "", message)


def unlike_register(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield a finding for each paper whose status says another thing than the rows that record its signatures.

    A tender without a sign-off sheet records nothing, so nothing differs. A row without a party is a list that several
    people initialled, and counts for them all. What CHK-SG-01 says of a paper of the pack is not said again.
    """
    if not tuple(reading.facts.of_kind(_SHEET)):
        return
    for document in reading.documents:
        parties = parties_of(document, reading.library[document.kind], reading.facts, reading.library)
        if missing_signatures(reading, document):
            continue
        missing = _missing(reading, document, sorted(parties))
        status = document.answers.get(_STATUS)
        if parties and ((status == _SIGNED and missing) or (status in _BEFORE and not missing)):
            template = words.message if missing else words.row_message
            said = {"parties": " and ".join(missing), "answer": _label(reading, document)}
            message = template.format(document=reading.called(document), **said)
            path = FieldPath(document.id, _STATUS)
            yield Finding(f"CHK-{words.id}", words.severity, document.id, str(path), message)


def _label(reading: Reading, document: Record) -> str:
    """Return the words for where a paper is now."""
    field = reading.library[document.kind].fields.get(_STATUS)
    choices = field.choices if field else ()
    return next((one.label for one in choices if one.id == document.answers.get(_STATUS)), "")


def unknown_papers(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield a finding for each row of a sign-off sheet about a paper that the tender does not hold, or nobody signs."""
    known = {one.reference: one for one in reading.facts.records.values() if reading.library[one.kind].document}
    for sheet, row in _rows(reading):
        paper = str(row.cells.get(_PAPER, "")).strip()
        if paper and (paper not in known or not _is_signed_at_all(reading, known[paper])):
            template = words.row_message if paper in known else words.message
            message = template.format(document=reading.called(sheet), paper=paper)
            path = FieldPath(sheet.id, _SIGNINGS, row.id, _PAPER)
            yield Finding(f"CHK-{words.id}", words.severity, sheet.id, str(path), message)


def _is_signed_at_all(reading: Reading, document: Record) -> bool:
    lines = reading.library[document.kind].signatures
    return any(holds(line.when, document.answers, rows=reading.rows(document)) for line in lines)


def _missing(reading: Reading, document: Record, parties: Sequence[str]) -> list[str]:
    """Return the names of the parties for which not every signature is recorded."""
    about = [row for _, row in _rows(reading) if row.cells.get(_PAPER) == document.reference]
    if any(_PARTY not in row.cells and _counts(row) for row in about):
        return []
    found = []
    for party in parties:
        rows = [row for row in about if row.cells.get(_PARTY) == Reference(party)]
        organisation = reading.facts.get(party)
        if organisation and not (rows and all(map(_counts, rows))):
            found.append(str(organisation.answers.get(_NAME) or organisation.reference))
    return sorted(found)


def _counts(row: Row) -> bool:
    return _SIGNED_ON in row.cells and not str(row.cells.get(_EXCEPTIONS, "")).strip()


def _rows(reading: Reading) -> Iterator[tuple[Record, Row]]:
    for sheet in reading.facts.of_kind(_SHEET):
        table = sheet.answers.get(_SIGNINGS)
        for row in table.rows if isinstance(table, Table) else ():
            yield sheet, row
