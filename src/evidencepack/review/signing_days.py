# SPDX-License-Identifier: MPL-2.0
"""Days of signatures and letters: signed in the future, signed before it was written, dated after the deadline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.library.entry_dates import date_text
from evidencepack.library.model import RuleWords
from evidencepack.review.answer_lines import AnswerLine, answer_lines, finding_at
from evidencepack.review.reading import Reading

_SHEET, _SIGNINGS, _SIGNED_ON, _PAPER = "signoff_sheet", "signings", "signed_on", "paper"
_LETTER, _LETTER_DATE, _VERSION_DATE, _DEADLINE = (
    "letter_of_support",
    "letter_date",
    "version_date",
    "submission_deadline",
)


def signed_tomorrow(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-SG-12: yield each signature that is recorded for a day still to come."""
    for line, day in _signings(reading):
        if day > reading.as_of:
            said = {
                "paper": str(line.answers.get(_PAPER, "")),
                "day": date_text(day),
                "today": date_text(reading.as_of),
            }
            message = words.message.format(document=reading.called(line.record), **said)
            yield finding_at(words, line, _SIGNED_ON, message)


def signed_before_written(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-SG-15: yield each signature that is older than the version of the paper it stands on."""
    papers = {document.reference: document for document in reading.documents}
    for line, day in _signings(reading):
        paper = papers.get(str(line.answers.get(_PAPER, "")).strip())
        written = paper.answers.get(_VERSION_DATE) if paper else None
        if paper and isinstance(written, date) and day < written:
            message = words.message.format(
                document=reading.called(line.record),
                paper=paper.reference,
                day=date_text(day),
                otherday=date_text(written),
            )
            yield finding_at(words, line, _SIGNED_ON, message)


def late_letters(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-LT-09: yield each letter of support that is dated after the day on which the tender must be in."""
    deadline = _tender(reading).answers.get(_DEADLINE)
    for document in reading.documents:
        day = document.answers.get(_LETTER_DATE) if document.kind == _LETTER else None
        if isinstance(day, date) and isinstance(deadline, date) and day > deadline:
            line = AnswerLine(document, document.answers, reading.library[document.kind].fields)
            message = words.message.format(
                document=reading.called(document), day=date_text(day), otherday=date_text(deadline)
            )
            yield finding_at(words, line, _LETTER_DATE, message)


def _signings(reading: Reading) -> Iterator[tuple[AnswerLine, date]]:
    for line in answer_lines(reading):
        day = line.answers.get(_SIGNED_ON)
        if line.record.kind == _SHEET and line.table == _SIGNINGS and isinstance(day, date):
            yield line, day


def _tender(reading: Reading) -> Record:
    return reading.facts.records[reading.tender]
