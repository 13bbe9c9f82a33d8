# SPDX-License-Identifier: MPL-2.0
"""Days of signatures and letters: signed in the future, signed before it was written, dated after the deadline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.library.entry_dates import date_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.answer_lines import AnswerLine, finding_at, lines_of
from evidencepack.review.reading import Reading

_SHEET, _SIGNINGS, _SIGNED_ON, _PAPER = "signoff_sheet", "signings", "signed_on", "paper"
_LETTER, _LETTER_DATE, _VERSION_DATE, _DEADLINE = (
    "letter_of_support",
    "letter_date",
    "version_date",
    "submission_deadline",
)


def impossible_days(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-SG-12: yield each signature of a day still to come, and each letter dated after the deadline."""
    yield from _late_letter(reading, words, paper)
    for line, day in _signings(reading, paper):
        if day > reading.as_of:
            said = {
                "paper": str(line.answers.get(_PAPER, "")),
                "day": date_text(day),
                "today": date_text(reading.as_of),
            }
            message = words.message.format(document=reading.called(line.record), **said)
            yield finding_at(words, line, _SIGNED_ON, message)


def signed_before_written(reading: Reading, words: RuleWords, sheet: Record) -> Iterator[Finding]:
    """CHK-SG-53: yield each signature that is older than the version of the paper it stands on."""
    papers = {document.reference: document for document in reading.documents}
    for line, day in _signings(reading, sheet):
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


def _late_letter(reading: Reading, words: RuleWords, letter: Record) -> Iterator[Finding]:
    deadline = _tender(reading).answers.get(_DEADLINE)
    day = letter.answers.get(_LETTER_DATE) if letter.kind == _LETTER else None
    if isinstance(day, date) and isinstance(deadline, date) and day > deadline:
        line = AnswerLine(letter, letter.answers, reading.library[letter.kind].fields)
        said = {"document": reading.called(letter), "day": date_text(day), "otherday": date_text(deadline)}
        yield finding_at(words, line, _LETTER_DATE, words.says["letter"].format(**said))


def _signings(reading: Reading, sheet: Record) -> Iterator[tuple[AnswerLine, date]]:
    for line in lines_of(reading, sheet) if sheet.kind == _SHEET else ():
        day = line.answers.get(_SIGNED_ON)
        if line.table == _SIGNINGS and isinstance(day, date):
            yield line, day


def _tender(reading: Reading) -> Record:
    return reading.facts.records[reading.tender]
